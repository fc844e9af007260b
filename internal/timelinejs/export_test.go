package timelinejs

import (
	"io/fs"
	"maps"
	"strings"
	"testing"

	"rentang/viz/civil"
	"rentang/viz/jsontree"
	"rentang/viz/story"
)

// A story that a timeline could say needs no words of ours.
func TestPlainStoryNeedsNoExtension(t *testing.T) {
	s := story.Story{ID: "a-timeline", Languages: []string{"en"}, Start: civil.Date{Year: -43}, End: civil.Date{Year: 1950}, Scale: 1,
		Title: story.Text{"en": "A timeline"}, Subtitle: story.Text{"en": "R&D < 1950"},
		Events: []story.Event{{ID: "ides", When: civil.Span{From: civil.Date{Year: -43, Month: 3, Day: 15}}, Kind: "diplomacy", Importance: 3,
			Title: story.Text{"en": "Ides"}, Caption: story.Text{"en": "<b> is & stays a letter"}},
			{ID: "later", When: civil.Span{From: civil.Date{Year: 1949, Month: 2}, To: civil.Date{Year: 1950}, HasEnd: true}, Kind: "diplomacy", Importance: 3,
				Title: story.Text{"en": "Later"}, Caption: story.Text{"en": "It ended."}}}}
	files := folder{"story.json": encode(storyNode(&s, "en")), "events.json": encode(list(eventNode(&s.Events[0], "en"), eventNode(&s.Events[1], "en")))}
	e, err := ExportJSON(files, decode(t, files), "en")
	if err != nil {
		t.Fatal(err)
	}
	const want = `{"title":{"text":{"headline":"A timeline","text":"R&amp;D &lt; 1950"}},"events":[` +
		`{"unique_id":"ides","start_date":{"year":-44,"month":3,"day":15},"text":{"headline":"Ides","text":"&lt;b&gt; is &amp; stays a letter"}},` +
		`{"unique_id":"later","start_date":{"year":1949,"month":2},"end_date":{"year":1950},"text":{"headline":"Later","text":"It ended."}}]}`
	if got := compact(parse(t, e.Data)); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	c, err := ExportCSV(files, decode(t, files), "en")
	if err != nil {
		t.Fatal(err)
	}
	const sheet = "-44,3,15,,,,,,,Ides,&lt;b&gt; is &amp; stays a letter,,,,,,,,,\n1949,2,,,1950,,,,,Later,It ended.,,,,,,,,,\n"
	if !strings.HasSuffix(string(c.Data), sheet) {
		t.Errorf("%s\nwant at the end %s", c.Data, sheet)
	}
}

func parse(t *testing.T, data []byte) node {
	t.Helper()
	n, err := jsontree.Parse(string(data))
	if err != nil {
		t.Fatal(err)
	}
	return n
}

const source = `{"title": {"text": {"headline": "<i>T</i>", "text": "Words"}, "background": {"color": "red"}}, "scale": "human", "events": [
{"start_date": {"year": "1950", "month": 13}, "display_date": "Spring", "text": {"headline": "<b>One</b>", "text": "<p>First</p>"}, "group": "g", "media": {"url": "https://x.org/a.jpg", "credit": "<i>Me</i>", "caption": "A <u>face</u>", "thumbnail": "t"}},
{"start_date": {"year": "1951"}, "text": {"headline": "Two", "text": "Second"}, "autolink": false, "odd": {"a": [1.50, null]}},
{"start_date": {"year": "-13800000000"}, "text": {"headline": "Bang"}},
{"start_date": {"year": "1953", "hour": 5}, "text": {"headline": "Two", "text": "Third"}}],
"eras": [{"start_date": {"year": 1949}, "end_date": {"year": 1955}, "text": {"headline": "Era"}}]}`

// edited imports source, changes the story, and exports it.
func edited(t *testing.T, lang string, edits ...string) node {
	t.Helper()
	r, err := Import([]byte(source), Options{})
	if err != nil {
		t.Fatal(err)
	}
	files := maps.Clone(r.Files)
	for i := 0; i < len(edits); i += 3 {
		before := string(files[edits[i]])
		after := strings.ReplaceAll(before, edits[i+1], edits[i+2])
		if before == after {
			t.Fatalf("%s does not hold %q:\n%s", edits[i], edits[i+1], before)
		}
		files[edits[i]] = []byte(after)
	}
	e, err := ExportJSON(folder(files), decode(t, folder(files)), lang)
	if err != nil {
		t.Fatal(err)
	}
	again := imported(t, e.Data, Options{})
	compareStories(t, "after the edit", again, oneLanguage(decode(t, folder(files)), lang))
	return parse(t, e.Data)
}

// What was not edited comes back as it was, what was edited as it is.
func TestExportAfterEdits(t *testing.T) {
	if got, want := compact(edited(t, "en")), compact(parse(t, []byte(source))); got != want {
		t.Errorf("nothing was edited:\ngot  %s\nwant %s", got, want)
	}
	n := edited(t, "en", "events.json", `"en": "First"`, `"en": "1 < 2"`)
	one := &n.Member("events").Kids[0]
	if _, body := slideText(one); body != "1 &lt; 2" {
		t.Errorf("the new text is %q", body)
	}
	if headline, _ := slideText(one); headline != "<b>One</b>" || str(get(one, "media", "thumbnail")) != "t" || str(one.Member("group")) != "g" ||
		str(get(one, "start_date", "month")) != "13" || one.Member(extension) != nil {
		t.Errorf("what was not edited has changed: %s", compact(*one))
	}
	n = edited(t, "en", "events.json", `"start": "1950"`, `"start": "1950-04"`)
	if one := &n.Member("events").Kids[0]; str(get(one, "start_date", "month")) != "4" || one.Member("display_date") != nil {
		t.Errorf("the new date: %s", compact(*one))
	}
	n = edited(t, "en", "events.json", `"credit": "Me"`, `"credit": "Me & you"`)
	if one := &n.Member("events").Kids[0]; str(get(one, "media", "credit")) != "Me &amp; you" || str(get(one, "media", "url")) != "https://x.org/a.jpg" {
		t.Errorf("the new credit: %s", compact(*one))
	}
	n = edited(t, "en", "events.json", `"id": "two-2"`, `"id": "three"`)
	if events := n.Member("events").Kids; len(events) != 4 || str(events[3].Member("unique_id")) != "three" || str(events[2].Member("unique_id")) != "" {
		t.Errorf("the event of a new name: %s", compact(n))
	}
	n = edited(t, "en", "story.json", `"en": "Era"`, `"en": "New era"`)
	if era := &n.Member("eras").Kids[0]; str(get(era, "text", "headline")) != "New era" || str(get(&n, "title", "text", "headline")) != "<i>T</i>" {
		t.Errorf("the new era: %s", compact(n))
	}
	n = edited(t, "ko", "story.json", `"en"`, `"ko"`, "events.json", `"en"`, `"ko"`)
	if str(get(&n, extension, "lang")) != "ko" || str(get(&n, "title", "text", "headline")) != "<i>T</i>" {
		t.Errorf("in another language: %s", compact(n))
	}
}

// What someone wrote into our members is checked as a story is; a file with nonsense
// in them is read without them.
func TestHostileExtension(t *testing.T) {
	for _, c := range []struct{ why, top, slide string }{
		{"no object", `1`, `"x"`},
		{"an unknown field", `{"story": {"colour": "red"}}`, `{}`},
		{"a wrong kind", `{}`, `{"kind": "party"}`},
		{"a script as an address", `{}`, `{"sources": [{"title": "x", "address": "javascript:alert(1)"}]}`},
		{"no title", `{}`, `{"title": null}`},
		{"no member of the whole", ``, `{"importance": 9}`},
		{"another file", `{"files": {"../../x": "x", "story.json": "{}", "lang/en.json": "{}"}}`, `{}`},
		{"a bad table", `{"files": {"flows.csv": "year"}}`, `{}`},
		{"an id that is none", `{}`, `{"id": "../x"}`},
		{"languages", `{"story": {"languages": ["xx", "yy"]}}`, `{}`},
		{"another tongue", `{"lang": "<script>"}`, `{}`},
	} {
		top := ""
		if c.top != "" {
			top = `"rentang": ` + c.top + `, `
		}
		data := `{` + top + `"events": [{"start_date": {"year": 1950}, "text": {"headline": "It", "text": "x"}, "rentang": ` + c.slide + `}]}`
		r, err := Import([]byte(data), Options{Lang: "en"})
		if err != nil {
			t.Errorf("%s: %v", c.why, err)
			continue
		}
		if s := decode(t, folder(r.Files)); len(r.Files) != 3 || s.Events[0].ID != "it" || s.Events[0].Kind != "diplomacy" || len(s.Events[0].Sources) > 0 {
			t.Errorf("%s: %v, %+v", c.why, r.Names(), s.Events[0])
		}
	}
}

func TestExportSaysWhatItLeaves(t *testing.T) {
	r, err := Import([]byte(source), Options{})
	if err != nil {
		t.Fatal(err)
	}
	dir := folder(r.Files)
	e, err := ExportCSV(dir, decode(t, dir), "en")
	if err != nil {
		t.Fatal(err)
	}
	got := strings.Join(e.Left, "; ")
	for _, want := range []string{"events.autolink (1)", "events.odd.a (1)", "scale (1)"} {
		if !strings.Contains(got, want) {
			t.Errorf("%s is not listed: %s", want, got)
		}
	}
	if _, err := ExportJSON(dir, decode(t, dir), "ru"); err == nil {
		t.Error("a language that the story does not have is exported")
	}
	// A document that is broken is said, and the story goes out without it.
	for _, broken := range []string{"{", "{}", `{"format": "timelinejs", "ids": ["x"], "document": {"events": []}}`} {
		var dir fs.FS = folder{"story.json": r.Files["story.json"], "events.json": r.Files["events.json"], OriginalFile: []byte(broken)}
		e, err := ExportJSON(dir, decode(t, dir), "en")
		if err != nil || !strings.Contains(strings.Join(e.Left, "; "), OriginalFile) {
			t.Errorf("%s: %v, %v", broken, e, err)
		}
		compareStories(t, broken, imported(t, e.Data, Options{}), oneLanguage(decode(t, dir), "en"))
	}
}
