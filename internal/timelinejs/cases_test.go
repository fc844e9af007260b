package timelinejs

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"encoding/json"
	"html"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"rentang/viz/story"
)

// caseFile reads a real file from outside the project. They are under another
// licence and are no part of it; where they are absent the test is skipped.
func caseFile(t *testing.T, name string) []byte {
	t.Helper()
	dir := cmp.Or(os.Getenv("RENTANG_CASES"), filepath.Join("..", "..", "..", "shared", "cases"))
	data, err := os.ReadFile(filepath.Join(dir, "timelinejs", name))
	if err != nil {
		t.Skip("the real files are not here")
	}
	return data
}

var cases = []struct {
	name, form          string
	slides, events, era int
	start, end          string
	first               string // id of the first event
}{
	{"women_in_computing.json", Version3, 10, 10, 0, "1815", "1985", "ada-lovelace"},
	{"women_in_computing.csv", Sheet, 10, 10, 0, "1815", "1985", "ada-lovelace"},
	{"my-own-timeline.csv", Sheet, 10, 10, 0, "1815", "1985", "ada-lovelace"},
	{"eras.json", Version3, 20, 20, 3, "0600", "0720", "last-great-roman-persian-war"},
	{"houston-v3.json", Version3, 18, 18, 0, "1963", "2012", "a-musical-heritage"},
	{"houston-v1.json", Version1, 18, 18, 0, "1963", "2012", "a-musical-heritage"},
	{"republican-v3.json", Version3, 13, 13, 0, "2012", "2012", "iowa"},
	{"user-interface-v1.json", Version1, 22, 22, 0, "1600", "2012", "the-antikythera"},
	{"all-media-types.json", Version3, 41, 41, 0, "1901", "1940", "youtube-videos"},
	{"cosmo-mixed.json", Version3, 11, 7, 0, "-3499", "1990", "first-manufactured-glass"}, // four lie before 10000 BCE
	{"cosmo.json", Version3, 7, 1, 0, "-3499", "-3499", "oldest-known-depiction-of-a-wheeled-vehicle"},
}

func TestRealFiles(t *testing.T) {
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			data := caseFile(t, c.name)
			r, err := Import(data, Options{Name: c.name})
			if err != nil {
				t.Fatal(err)
			}
			if r.Form != c.form || r.Slides != c.slides || r.Events != c.events || r.Eras != c.era {
				t.Errorf("%s: %d slides, %d events, %d eras; want %s: %d, %d, %d", r.Form, r.Slides, r.Events, r.Eras, c.form, c.slides, c.events, c.era)
			}
			s := decode(t, folder(r.Files))
			if s.Start.String() != c.start || s.End.String() != c.end || len(s.Events) != c.events {
				t.Errorf("%s to %s, %d events", s.Start, s.End, len(s.Events))
			}
			if skipped := c.slides - c.events; skipped != countNotes(r, "kept for export only: year -") {
				t.Errorf("%d events are no part of the story, but the notes are\n%v", skipped, r.Notes)
			}
			from, err := readOrigin(folder(r.Files))
			if err != nil {
				t.Fatal(err)
			}
			if i := slices.IndexFunc(from.ids, func(id string) bool { return id != "" }); from.ids[i] != c.first {
				t.Errorf("the first event is %s, want %s", from.ids[i], c.first)
			}
			nothingIsLost(t, from, s)
			comesBack(t, data, r)
		})
	}
}

func countNotes(r *Result, what string) int {
	n := 0
	for _, note := range r.Notes {
		if strings.Contains(note.What, what) {
			n++
		}
	}
	return n
}

var tag = regexp.MustCompile(`<[^>]*>`)

// hasWords reports whether every word of a piece of HTML is in a text. It knows
// nothing of how the HTML was read.
func hasWords(text, source string) bool {
	for _, word := range strings.Fields(html.UnescapeString(tag.ReplaceAllString(source, " "))) {
		if !strings.Contains(text, word) {
			return false
		}
	}
	return true
}

// nothingIsLost looks in the story for everything that a reader of the timeline
// could read or follow.
func nothingIsLost(t *testing.T, from *origin, s *story.Story) {
	t.Helper()
	byID := map[string]*story.Event{}
	for i := range s.Events {
		byID[s.Events[i].ID] = &s.Events[i]
	}
	href := regexp.MustCompile(`href=["'](https?:[^"']+)["']`)
	for i, slide := range kids(from.root.Member("events")) {
		if from.ids[i] == "" {
			continue
		}
		e := byID[from.ids[i]]
		if e == nil {
			t.Fatalf("no event %q", from.ids[i])
		}
		headline, body := slideText(&slide)
		media := slide.Member("media")
		url, caption, credit := str(get(media, "url")), str(get(media, "caption")), str(get(media, "credit"))
		shown := e.Title.In("en") + " " + e.Caption.In("en")
		var linked string
		for _, c := range e.Sources {
			shown += " " + c.Title + " " + c.Publisher
			linked += " " + c.Address
		}
		if e.Photo != nil {
			shown += " " + e.Photo.Credit + " " + e.Photo.Description.In("en")
		}
		for what, source := range map[string]string{"headline": headline, "text": body, "caption": caption, "credit": credit} {
			if !hasWords(shown, source) {
				t.Errorf("%s: %s %q is not in the story:\n%s", e.ID, what, source, shown)
			}
			for _, m := range href.FindAllStringSubmatch(source, -1) {
				if a := address(html.UnescapeString(m[1])); !strings.Contains(linked, a) {
					t.Errorf("%s: the link %s is not in the story", e.ID, m[1])
				}
			}
		}
		switch {
		case url == "" || strings.HasPrefix(url, "/") && !strings.HasPrefix(url, "//"):
		case strings.HasPrefix(url, "<"):
			if !hasWords(shown, url) {
				t.Errorf("%s: %q is not in the story", e.ID, url)
			}
		case !strings.Contains(linked, strings.TrimPrefix(url, "//")):
			t.Errorf("%s: the media %s is not in the story: %s", e.ID, url, linked)
		}
		for j, part := range []int{fromCivil(e.When.From.Year), e.When.From.Month, e.When.From.Day} {
			want := strings.TrimLeft(str(get(&slide, "start_date", dateParts[j])), "0")
			if got := strings.TrimLeft(itoa(part), "0"); got != want {
				t.Errorf("%s: %s is %q, want %q", e.ID, dateParts[j], got, want)
			}
		}
	}
}

// comesBack exports the story and compares with the file it came from.
func comesBack(t *testing.T, data []byte, r *Result) {
	t.Helper()
	dir := folder(r.Files)
	s := decode(t, dir)
	if r.Form == Sheet {
		e, err := ExportCSV(dir, s, "en")
		if err != nil {
			t.Fatal(err)
		}
		if got, want := cellsOf(t, e.Data), cellsOf(t, data); !slices.Equal(got, want) {
			t.Errorf("the sheet does not come back as it was:\n%q\n%q", got, want)
		}
		return
	}
	e, err := ExportJSON(dir, s, "en")
	if err != nil {
		t.Fatal(err)
	}
	var got, want any
	if err := json.Unmarshal(e.Data, &got); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, &want); err != nil {
		t.Fatal(err)
	}
	if r.Form == Version3 && !reflect.DeepEqual(got, want) {
		t.Errorf("the file does not come back as it was:\n%s", e.Data)
	}
	if r.Form == Version1 { // in other places, but all there
		have := leaves(got, nil)
		for _, leaf := range leaves(want, nil) {
			for _, part := range strings.Split(leaf, ",") {
				if part = strings.TrimSpace(part); !slices.ContainsFunc(have, func(h string) bool { return strings.Contains(h, part) }) {
					t.Errorf("%q does not come back", leaf)
				}
			}
		}
	}
}

// cellsOf is every cell with the name of its column, sorted; order and empty rows
// do not matter.
func cellsOf(t *testing.T, data []byte) []string {
	rows, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, row := range rows[1:] {
		for i, cell := range row {
			if cell = strings.TrimSpace(cell); cell != "" {
				all = append(all, rows[0][i]+": "+cell)
			}
		}
	}
	slices.Sort(all)
	return all
}

func leaves(v any, all []string) []string {
	switch v := v.(type) {
	case map[string]any:
		for _, kid := range v {
			all = leaves(kid, all)
		}
	case []any:
		for _, kid := range v {
			all = leaves(kid, all)
		}
	case string:
		all = append(all, v)
	}
	return all
}

// The JSON and the sheet of one timeline give one story.
func TestJSONAndSheetAgree(t *testing.T) {
	a, err := Import(caseFile(t, "women_in_computing.json"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	b, err := Import(caseFile(t, "women_in_computing.csv"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"story.json", "events.json"} {
		if !bytes.Equal(a.Files[name], b.Files[name]) {
			t.Errorf("%s differs:\n%s\n%s", name, a.Files[name], b.Files[name])
		}
	}
}

func TestRealFilesThatAreNone(t *testing.T) {
	for name, want := range map[string]string{
		"empty-file.json": "the file is empty",
		"parser_test.csv": "line 1: this is neither JSON nor a sheet of TimelineJS",
	} {
		_, err := Import(caseFile(t, name), Options{})
		if err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%s: %v, want %s", name, err, want)
		}
	}
}
