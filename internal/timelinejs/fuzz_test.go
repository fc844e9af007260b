package timelinejs

import (
	"testing"
	"unicode/utf8"

	"rentang/viz/story"
)

// Whatever is read makes a story that decodes, comes back as a timeline, and makes
// the same story again.
func fuzzImport(t *testing.T, data []byte) {
	r, err := Import(data, Options{Name: "fuzz.json"})
	if err != nil {
		if _, ours := err.(story.Problems); ours {
			t.Fatalf("a story that does not decode: %v\n%q", err, data)
		}
		return
	}
	dir := folder(r.Files)
	s, problems := story.Decode(dir)
	if problems.Errors() {
		t.Fatal(problems)
	}
	for _, export := range []func() (*Exported, error){
		func() (*Exported, error) { return ExportJSON(dir, s, r.Lang) },
		func() (*Exported, error) { return ExportCSV(dir, s, r.Lang) },
	} {
		e, err := export()
		if err != nil {
			t.Fatal(err)
		}
		again, err := Import(e.Data, Options{Name: "fuzz.json"})
		if err != nil {
			t.Fatalf("the export is not read: %v\n%s", err, e.Data)
		}
		if before, after := string(r.Files["events.json"]), string(again.Files["events.json"]); before != after {
			t.Errorf("events.json was\n%s\nand is\n%s\nfrom\n%s", before, after, e.Data)
		}
	}
}

func FuzzJSON(f *testing.F) {
	f.Add([]byte(source))
	f.Add([]byte(`storyjs_jsonp_data = {"timeline": {"headline": "T", "asset": {"media": "x"}, "date": [{"startDate": "1/2/1950", "headline": "<a href=//x.org>It</a>", "tag": "g"}], "era": [{"startDate": "1949"}]}};`))
	f.Add([]byte(`{"events": [{"start_date": {"year": 1}, "unique_id": "A b", "rentang": {"kind": "war", "end": "open", "short": {"en": "x"}}}], "rentang": {"lang": "ko", "story": {"strips": null}, "files": {"METHOD.md": "x"}}}`))
	f.Fuzz(fuzzImport)
}

func FuzzCSV(f *testing.F) {
	f.Add([]byte("Year,Month,Day,Time,End Year,Headline,Text,Media,Media Credit,Type,Group,Background,Rentang\n,,,,,T,,,,title,,#fff,\n-44,3,15,9:30 pm,,'=Ides,\"<p>a\nb\",//x.org/a.jpg,Me,,g,http://x,\"{\"\"id\"\":\"\"x\"\"}\"\n"))
	f.Add([]byte("Start Date;Headline;Tag;More\n12/2011;x;y;z\n"))
	f.Fuzz(fuzzImport)
}

func FuzzPlain(f *testing.F) {
	f.Add(`<p>a <a href="https://x.org">b</a><script>c</script>&amp;`)
	f.Add("<iframe src=x></iframe><li><cite>\u202e</b>")
	f.Fuzz(func(t *testing.T, s string) {
		p := plain(s)
		if !utf8.ValidString(p.text) || tidy(p.text) != p.text {
			t.Errorf("%q gives %q, which is not tidy", s, p.text)
		}
		if back := plain(escape(p.text)); back.text != p.text || len(back.links) > 0 {
			t.Errorf("%q gives %q, which escaped gives %q", s, p.text, back.text)
		}
	})
}
