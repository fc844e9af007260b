package timelinejs

import (
	"strings"
	"testing"
)

// A file that cannot be imported says where and why.
func TestBrokenFiles(t *testing.T) {
	for _, c := range []struct{ why, in, want string }{
		{"nothing", "", "the file is empty"},
		{"white space", " \n\n", "the file is empty"},
		{"a comma too many", "{\"events\": [\n  {\"a\": 1},\n]}", "line 2, column 11: a comma before the closing ']'"},
		{"a bare word", "{\n \"events\": [\n  {\"start_date\": today}\n]}", "line 3, column 18: "},
		{"cut off", "{\"events\": [\n{\"text\": {", "line 2, column 11: the file ends too early"},
		{"a web page", "\n<!DOCTYPE html>\n<html>", "line 2: this is a web page (HTML)"},
		{"a template", "---\nlayout: x\n---\n", "line 1: this is a template"},
		{"another template", "{% for x in y %}", "line 1: this is a template"},
		{"a list", "[1]", "line 1: the file holds a list, expected an object"},
		{"another JSON", "{\n\"a\": 1}", "line 1: this JSON is not a timeline"},
		{"version 1 without dates", `{"timeline": {"headline": "x"}}`, "line 1: this JSON is not a timeline"},
		{"events in a wrong form", "{\n\"events\": {}}", "line 2: events is an object, expected a list"},
		{"no events", `{"events": []}`, "no event of 0 can be drawn"},
		{"no date in any", "{\"events\": [\n{\"text\": {\"headline\": \"x\"}}]}", `line 2: events[0]: "x" is kept for export only: there is no date`},
		{"another script", "var x = 5;", "line 1: this is neither JSON nor a sheet"},
		{"a script with a mistake", "storyjs_jsonp_data = {\n\"timeline\": }", "line 2, column 13: "},
		{"a list in words", "hello\nthere", "line 1: this is neither JSON nor a sheet"},
		{"another sheet", "title,count\na,1", "line 1: this is neither JSON nor a sheet"},
		{"a quote too many", "Year,Headline\n1950,a \"quote\"\n", "line 2, column 8: bare"},
		{"a quote that is not closed", "Year,Headline\n1950,x\n1951,\"open\n\n", "line 4, column 2: extraneous or missing"},
		{"UTF-16", "\xff\xfe{\x00", "line 1: the file is UTF-16, save it as UTF-8"},
		{"Latin-1", "Year,Headline\n1950,caf\xe9", "line 2: the file is not UTF-8"},
		{"too large", "{" + strings.Repeat(" ", MaxBytes), "16777217 bytes, expected at most 16777216"},
		{"too many events", `{"events": [` + strings.Repeat("1,", MaxSlides) + "1]}", "20001 events, expected at most 20000"},
		{"too deep", strings.Repeat("[", 1e5), "nested too deep"},
		{"half a letter", `{"events": ["\ud800"]}`, "line 1, column 14: half of a surrogate pair"},
	} {
		r, err := Import([]byte(c.in), Options{})
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %s (%v)", c.why, err, c.want, r)
		}
	}
	for _, o := range []Options{{Lang: "English"}, {Lang: "e"}, {Kind: "party"}} {
		if _, err := Import([]byte(`{"events": [{"start_date": {"year": 1}}]}`), o); err == nil {
			t.Errorf("%+v is imported", o)
		}
	}
}

// What is odd but readable is read.
func TestOddFiles(t *testing.T) {
	const event = `{"start_date": {"year": 1950}, "text": {"headline": "It", "text": "happened"}}`
	const one = `{"timeline": {"headline": "T", "date": [{"startDate": "1950", "headline": "It", "text": "happened"}]}}`
	for _, c := range []struct{ why, in, form, title string }{
		{"JSONP", "storyjs_jsonp_data = " + one + ";\n", Version1 + " in a script (JSONP)", "T"},
		{"JSONP with var", "var storyjs_jsonp_data=" + one, Version1 + " in a script (JSONP)", "T"},
		{"JSONP as a call", "callback( " + one + " );", Version1 + " in a script (JSONP)", "T"},
		{"no title", `{"events": [` + event + `]}`, Version3, "a file"},
		{"a byte-order mark", "\ufeff" + `{"events": [` + event + `]}`, Version3, "a file"},
		{"extra keys", `{"x": {"y": []}, "events": [` + event + `], "title": {"text": {"headline": "T"}}}`, Version3, "T"},
		{"semicolons", "Year;Headline;Text\n1950;It;happened\n", Sheet, "a file"},
		{"tabs and blank rows", "Year\tHeadline\tText\n\t\t\n1950\tIt\thappened\n", Sheet, "a file"},
		{"an old sheet", "Start Date,End Date,Headline,Text,Type\n,,T,,title\n1950,,It,happened,\n", Sheet, "T"},
		{"numbers with commas and spaces", "Year,Headline,Text\n\" 1,950\",It,happened\n", Sheet, "a file"},
		{"columns in another case and CRLF", "\ufeffYEAR,headline,text\r\n1950,It,happened\r\n", Sheet, "a file"},
	} {
		r, err := Import([]byte(c.in), Options{Name: "some/a file.json"})
		if err != nil {
			t.Errorf("%s: %v", c.why, err)
			continue
		}
		s := decode(t, folder(r.Files))
		e := s.Events[0]
		if r.Form != c.form || s.Title.In("en") != c.title || e.ID != "it" || e.When.String() != "1950" || e.Caption.In("en") != "happened" || len(r.Notes) > 0 {
			t.Errorf("%s: %s, %q, %+v, %v", c.why, r.Form, s.Title, e, r.Notes)
		}
	}
}

func TestOddSlides(t *testing.T) {
	long := strings.Repeat("word ", 1000)
	data := `{"title": {"text": {"headline": "한국"}}, "events": [
{"start_date": {"year": 1950}, "unique_id": "Same"},
{"start_date": {"year": 1951}, "unique_id": "same", "text": {"headline": "` + long + `", "text": "` + long + `"}},
{"start_date": {"year": 1952, "year": 1953}, "unique_id": "same", "text": "no object", "display_date": "c. <b>1953</b>"},
{"start_date": {"year": 1954}, "text": {"headline": "분단"}, "media": {"url": "https://x.org/a.jpg", "caption": "a", "alt": "b", "credit": ""}},
"not a slide"],
"eras": [{"start_date": {"year": 1960}, "end_date": {"year": 1950}}, {"start_date": {"year": 1940}, "text": {"headline": "` + long + `"}}]}`
	r, err := Import([]byte(data), Options{})
	if err != nil {
		t.Fatal(err)
	}
	s := decode(t, folder(r.Files))
	var ids []string
	for _, e := range s.Events {
		ids = append(ids, e.ID)
	}
	if got := strings.Join(ids, " "); got != "same-3 same same-2 event-1954" {
		t.Errorf("ids %s", got)
	}
	if s.ID != "timeline" || s.Start.String() != "1940" || s.End.String() != "1954" || len(s.Strips) != 1 || !s.Strips[0].Spans[0].When.Open {
		t.Errorf("%s, %s to %s, %+v", s.ID, s.Start, s.End, s.Strips)
	}
	if e := s.Events[2]; e.Note != "The date was shown as “c. 1953”." || e.Title.In("en") != "c. 1953" || e.Caption.In("en") != "no object" {
		t.Errorf("%+v", e)
	}
	if e := s.Events[3]; e.Photo != nil || len(e.Sources) != 1 || e.Sources[0].Title != "a" { // no credit, no photo
		t.Errorf("%+v", e)
	}
	for _, want := range []string{"occurs twice", "no headline", "4999 characters", "is taken", "is a text, expected a slide", "1950 is before the start, 1960"} {
		if countNotes(r, want) == 0 {
			t.Errorf("no note says %q: %v", want, r.Notes)
		}
	}
}
