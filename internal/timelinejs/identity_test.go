package timelinejs

import (
	"io/fs"
	"math/rand/v2"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"rentang/assets"
	"rentang/viz/civil"
	"rentang/viz/story"
)

// What a story says in one language comes back from both kinds of file.
func TestImportOfAnExportIsTheIdentity(t *testing.T) {
	t.Run("built-in", func(t *testing.T) {
		dir := assets.Story()
		s := decode(t, dir)
		for _, lang := range s.Languages {
			checkIdentity(t, dir, s, lang)
		}
	})
	for seed := range uint64(150) {
		t.Run(strconv.FormatUint(seed, 10), func(t *testing.T) {
			dir, languages := randomStory(rand.New(rand.NewPCG(seed, 1)))
			s := decode(t, dir)
			checkIdentity(t, dir, s, languages[int(seed)%len(languages)])
		})
	}
}

func checkIdentity(t *testing.T, dir fs.FS, s *story.Story, lang string) {
	t.Helper()
	want := oneLanguage(s, lang)
	j, err := ExportJSON(dir, s, lang)
	if err != nil {
		t.Fatal(err)
	}
	compareStories(t, "JSON, "+lang, imported(t, j.Data, Options{Name: "other name.json"}), want)
	// A second trip starts from import.json and changes nothing.
	r, err := Import(j.Data, Options{})
	if err != nil {
		t.Fatal(err)
	}
	again, err := ExportJSON(folder(r.Files), decode(t, folder(r.Files)), lang)
	if err != nil {
		t.Fatal(err)
	}
	if string(again.Data) != string(j.Data) {
		t.Errorf("the second export differs from the first:\n%s\n%s", firstDifference(again.Data, j.Data), j.Data)
	}

	c, err := ExportCSV(dir, s, lang)
	if err != nil {
		t.Fatal(err)
	}
	figures := *want
	figures.Directions, figures.Remarks, figures.Flows, figures.Gaps = nil, nil, nil, nil
	figures.Sources, figures.Series, figures.Deflator, figures.Method = nil, nil, nil, ""
	compareStories(t, "CSV, "+lang, imported(t, c.Data, Options{}), &figures)
	if strings.HasPrefix(string(c.Data), "\ufeff") {
		t.Error("the sheet begins with a byte-order mark, which TimelineJS would take for a part of Year")
	}
}

func imported(t *testing.T, data []byte, o Options) *story.Story {
	t.Helper()
	r, err := Import(data, o)
	if err != nil {
		t.Fatalf("%v:\n%.3000s", err, data)
	}
	if slices.ContainsFunc(r.Notes, func(n Note) bool { return strings.Contains(n.What, "left out") }) {
		t.Errorf("the export is not sound: %v", r.Notes)
	}
	return decode(t, folder(r.Files))
}

func decode(t *testing.T, dir fs.FS) *story.Story {
	t.Helper()
	s, problems := story.Decode(dir)
	if problems.Errors() {
		t.Fatal(problems)
	}
	return s
}

// oneLanguage is a story with the texts of one language only, and without the lines
// of its files. It walks every field, so that one that is added to a story is
// compared too.
func oneLanguage(s *story.Story, lang string) *story.Story {
	c := narrow(reflect.ValueOf(*s), lang).Interface().(story.Story)
	c.Languages = []string{lang}
	return &c
}

func narrow(v reflect.Value, lang string) reflect.Value {
	out := reflect.New(v.Type()).Elem()
	switch v.Kind() {
	case reflect.Map:
		if t, ok := v.Interface().(story.Text); ok && t != nil {
			out.Set(reflect.ValueOf(story.Text{lang: t[lang]}))
		}
	case reflect.Slice:
		if v.Len() > 0 { // none and nil are the same
			out.Set(reflect.MakeSlice(v.Type(), v.Len(), v.Len()))
		}
		for i := range v.Len() {
			out.Index(i).Set(narrow(v.Index(i), lang))
		}
	case reflect.Pointer:
		if !v.IsNil() {
			out.Set(reflect.New(v.Type().Elem()))
			out.Elem().Set(narrow(v.Elem(), lang))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).Name != "Line" {
				out.Field(i).Set(narrow(v.Field(i), lang))
			}
		}
	default:
		out.Set(v)
	}
	return out
}

func compareStories(t *testing.T, what string, got, want *story.Story) {
	t.Helper()
	got = oneLanguage(got, want.Languages[0])
	if reflect.DeepEqual(got, want) {
		return
	}
	g, w := reflect.ValueOf(*got), reflect.ValueOf(*want)
	for i := range g.NumField() {
		name := g.Type().Field(i).Name
		if name == "Events" && len(got.Events) == len(want.Events) {
			for j := range got.Events {
				if !reflect.DeepEqual(got.Events[j], want.Events[j]) {
					t.Errorf("%s: event %d:\ngot  %+v\nwant %+v", what, j, string(encode(eventNode(&got.Events[j], want.Languages[0]))), string(encode(eventNode(&want.Events[j], want.Languages[0]))))
				}
			}
		} else if !reflect.DeepEqual(g.Field(i).Interface(), w.Field(i).Interface()) {
			t.Errorf("%s: %s:\ngot  %+v\nwant %+v", what, name, g.Field(i), w.Field(i))
		}
	}
}

func firstDifference(a, b []byte) string {
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return string(a[max(0, i-100):min(len(a), i+100)])
		}
	}
	return "the lengths"
}

// nasty are texts that something on the way could change.
var nasty = []string{
	"Plain words", "<b>not markup</b>", "a < b & c > d", "AT&amp;T", "&lt;", "two  spaces", " space in front", "space behind ",
	"=1+1", "+49 30", "-5 degrees", "@home", "'quoted'", "'=guarded", "\"double\"", "comma, semicolon; end", "’s no-break\u00a0space",
	"한반도 분단", "Отношения", "العربية", "👩‍💻 emoji", "see https://example.org/a?b=c&d=e.", "http://x", "<script>alert(1)</script>",
	"<!-- no comment -->", "100%", "title", "null", "0", "{\"a\":1}", "—", "Ａ＝Ｂ", "＝full width", "\u200bzero width", "line < /p > end",
	strings.Repeat("long words ", 16),
}

func randomStory(r *rand.Rand) (fs.FS, []string) {
	languages := [][]string{{"en"}, {"id", "en"}, {"ko", "ru", "en"}, {"pt-BR"}}[r.IntN(4)]
	words := func() story.Text {
		t := story.Text{}
		for _, l := range languages {
			t[l] = nasty[r.IntN(len(nasty))]
			for r.IntN(3) == 0 && len(t[l]) < 40 {
				t[l] += nasty[r.IntN(len(nasty))]
			}
			t[l] = string([]rune(t[l])[:min(100, len([]rune(t[l])))])
		}
		return t
	}
	maybe := func() story.Text {
		if r.IntN(2) == 0 {
			return nil
		}
		return words()
	}
	line := func() string { return nasty[r.IntN(len(nasty))] }
	date := func() civil.Date {
		d := civil.Date{Year: r.IntN(4500) - 2400}
		if r.IntN(20) == 0 {
			d.Year = []int{-9999, -1, 0, 1, 63, 9999}[r.IntN(6)]
		}
		if r.IntN(2) == 0 {
			d.Month = 1 + r.IntN(12)
			if r.IntN(2) == 0 {
				d.Day = 1 + r.IntN(28)
			}
		}
		return d
	}
	span := func() civil.Span {
		s := civil.Span{From: date()}
		switch r.IntN(4) {
		case 0:
			s.Open = true
		case 1:
			s.To, s.HasEnd = s.From, true
		case 2:
			if to := date(); to.Start() > s.From.Start() {
				s.To, s.HasEnd = to, true
			}
		}
		return s
	}
	s := story.Story{ID: "a-story", Languages: languages, Start: civil.Date{Year: civil.MinYear}, End: civil.Date{Year: civil.MaxYear}, Scale: 1,
		Title: words(), Subtitle: maybe(), Note: maybe(), SourceLine: maybe(), Unit: maybe()}
	if r.IntN(2) == 0 {
		s.Licence = "CC BY 4.0"
	}
	for i := range r.IntN(3) {
		strip := story.Strip{ID: []string{"eras", "b_2"}[i], Side: story.Side(r.IntN(2)), Label: words()}
		for range r.IntN(4) {
			strip.Spans = append(strip.Spans, story.StripSpan{When: span(), Label: words()})
		}
		s.Strips = append(s.Strips, strip)
	}
	for i := range 1 + r.IntN(8) {
		e := story.Event{ID: "event-" + strconv.Itoa(i), When: span(), Kind: story.EventKinds()[r.IntN(len(story.EventKinds()))],
			Importance: 1 + r.IntN(5), Title: words(), Short: maybe(), Caption: words(), Verified: r.IntN(2) == 0}
		if r.IntN(3) == 0 { // the id that the title would give, or nearly
			id := slug(e.Title.In(languages[0]))
			if id != "" && !slices.ContainsFunc(s.Events, func(o story.Event) bool { return o.ID == id }) {
				e.ID = id
			}
		}
		if r.IntN(3) == 0 {
			e.Place = &story.Place{Name: words(), Lat: r.Float64()*180 - 90, Lon: r.Float64()*360 - 180}
		}
		if r.IntN(2) == 0 {
			e.Photo = &story.Photo{Credit: line(), Description: words()}
			if r.IntN(2) == 0 {
				e.Photo.File, e.Photo.Holder = "photos/"+strconv.Itoa(i)+".jpg", line()
				d := date()
				e.Photo.Date = &d
			}
		}
		for range r.IntN(3) {
			e.Sources = append(e.Sources, story.Citation{Title: line(), Publisher: line(), Date: "1950-05", Address: "https://example.org/" + strconv.Itoa(r.IntN(5))})
		}
		if r.IntN(2) == 0 {
			e.Note = line() + "\n\tand more"
		}
		s.Events = append(s.Events, e)
	}
	files := folder{"METHOD.md": []byte("# Method\n\n=1+1\n")}
	head, events := everyLanguage(languages, func(l string) node { return storyNode(&s, l) }), list()
	set(&head, "languages", list())
	for _, l := range languages {
		head.Member("languages").Kids = append(head.Member("languages").Kids, text(l))
	}
	for i := range s.Events {
		events.Kids = append(events.Kids, everyLanguage(languages, func(l string) node { return eventNode(&s.Events[i], l) }))
	}
	files["story.json"], files["events.json"] = encode(head), encode(events)
	return files, languages
}

// everyLanguage merges what is written in each language.
func everyLanguage(languages []string, in func(string) node) node {
	out := in(languages[0])
	for _, l := range languages[1:] {
		other := in(l)
		mergeTexts(&out, &other, l)
	}
	return out
}

func mergeTexts(n, other *node, lang string) {
	if len(other.Kids) == 1 && other.Kids[0].Name == lang {
		n.Kids = append(n.Kids, other.Kids[0])
		return
	}
	for i := range n.Kids {
		mergeTexts(&n.Kids[i], &other.Kids[i], lang)
	}
}
