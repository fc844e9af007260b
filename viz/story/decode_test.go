package story

import (
	"io/fs"
	"maps"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"rentang/viz/civil"
)

func TestDecode(t *testing.T) {
	s := mustDecode(t, folder())
	if s.ID != "two-towns" || s.Start != (civil.Date{Year: 1950}) || s.End != (civil.Date{Year: 1953}) ||
		s.Scale != 1000 || s.Licence != "CC BY 4.0" || s.Amount.In("ko") != "{n}톤" || s.Title.In("fr") != "" {
		t.Errorf("story: %+v", s)
	}
	if want := []Party{{"north", Text{"en": "North", "ko": "북"}, 50, -5.25}, {"south", Text{"en": "South", "ko": "남"}, -0.5, 180}}; !reflect.DeepEqual(s.Parties, want) {
		t.Errorf("parties: %+v", s.Parties)
	}
	if want := []Remark{{"grain", 1952, Text{"en": "on credit", "ko": "외상"}}}; !reflect.DeepEqual(s.Remarks, want) {
		t.Errorf("remarks: %+v", s.Remarks)
	}
	if len(s.Directions) != 2 || s.Directions[1].Side != Below || s.Directions[0].Kinds[1].Label.In("en") != "Coal" {
		t.Errorf("directions: %+v", s.Directions)
	}
	spans := s.Strips[0].Spans
	if !spans[1].When.Open || spans[0].When.Open || spans[0].When.To != (civil.Date{Year: 1951, Month: 5, Day: 1}) {
		t.Errorf("spans: %+v", spans)
	}
	var order []string
	for _, e := range s.Events {
		order = append(order, e.ID+" "+e.When.String())
	}
	if got := strings.Join(order, ", "); got != "flood 1950-07..1950-08-02, treaty 1951-02-03, build 1952.." {
		t.Errorf("events: %s", got)
	}
	date := civil.Date{Year: 1951, Month: 2}
	treaty := Event{
		ID: "treaty", When: civil.Span{From: civil.Date{Year: 1951, Month: 2, Day: 3}}, Kind: "treaty", Importance: 5,
		Place:   &Place{Text{"en": "Bridge", "ko": "다리"}, 39.5, -125.25},
		Title:   Text{"en": "The treaty", "ko": "조약"},
		Short:   Text{"en": "Treaty", "ko": "조약"},
		Caption: Text{"en": "They sign.", "ko": "서명한다."},
		Photo: &Photo{File: "photos/sign.jpg", Credit: "A. Person / Agency", Holder: "Agency",
			Description: Text{"en": "Two people sign.", "ko": "두 사람이 서명한다."}, Date: &date},
		Sources: []Citation{{"Minutes", "Archive", "1951-02-04", "https://example.org/a?b=c"}},
		Note:    "checked\ntwice", Verified: true, Line: 2,
	}
	if !reflect.DeepEqual(s.Events[1], treaty) {
		t.Errorf("got  %+v\nwant %+v", s.Events[1], treaty)
	}
	flow := Flow{1951, "out", "grain", 0, 0, 0, Derived, []string{"A1", "B-2"}, `a, "b"`, 3}
	if len(s.Flows) != 5 || !reflect.DeepEqual(s.Flows[1], flow) {
		t.Errorf("flows: %+v", s.Flows)
	}
	if want := (Gap{"back", "people", 1950, 1953, InsideOther, "No band"}); len(s.Gaps) != 3 || s.Gaps[2] != want {
		t.Errorf("gaps: %+v", s.Gaps)
	}
	if want := (Source{"B-2", "Letters", "", "n.d.", "", "no"}); s.Sources[1] != want {
		t.Errorf("sources: %+v", s.Sources)
	}
	if want := (Measurement{1950, "trade_balance", -3.5, "tonnes", "documented", []string{"A1"}, ""}); !reflect.DeepEqual(s.Series[0], want) {
		t.Errorf("series: %+v", s.Series)
	}
	if want := (Deflator{1950, 24.1, 13.0161, 2024, "recalled"}); s.Deflator[0] != want {
		t.Errorf("deflator: %+v", s.Deflator)
	}
	if s.Method != sample[methodFile] {
		t.Errorf("method: %q", s.Method)
	}
}

// Files from a Windows editor or a spreadsheet have CRLF: they give the same story,
// and problems stand on the same lines.
func TestCRLF(t *testing.T) {
	crlf := func(files map[string]string) fstest.MapFS {
		out := map[string]string{}
		for name, text := range files {
			out[name] = strings.ReplaceAll(text, "\n", "\r\n")
		}
		return folderOf(out)
	}
	if got, want := mustDecode(t, crlf(sample)), mustDecode(t, folder()); !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
	bad := maps.Clone(sample)
	bad[eventsFile] = strings.Replace(bad[eventsFile], "1950-08-02", "1950-02-30", 1)
	bad[flowsFile] = strings.Replace(bad[flowsFile], "10,20,30", "10,20,x", 1)
	_, want := Decode(folderOf(bad))
	_, got := Decode(crlf(bad))
	if len(want) != 2 || !reflect.DeepEqual(got, want) {
		t.Errorf("got  %v\nwant %v", got, want)
	}
}

// Only story.json and events.json are required: the rest is a plain timeline.
func TestPlainTimeline(t *testing.T) {
	dir := folderOf(map[string]string{
		storyFile:  `{"id": "t", "languages": ["en"], "start": "1950", "end": "1953", "title": {"en": "T"}}`,
		eventsFile: "[]",
	})
	s := mustDecode(t, dir)
	if s.Scale != 1 || s.Amount != nil || s.Flows != nil || len(s.Events) != 0 || s.Method != "" || s.Unit != nil {
		t.Errorf("%+v", s)
	}
}

// Columns may stand in any order, optional ones may be left out, and a spreadsheet
// may leave rows of commas behind.
func TestColumns(t *testing.T) {
	files := maps.Clone(sample)
	files[flowsFile] = `high,low,central,kind,direction,year,sources,basis
3.5,1,2,grain,out,1950,A1,documented

,,,,,,,
0,0,0,grain,out,1951,A1|B-2,derived
1,1,1,grain,out,1952,A1,interpolated
30,10,20,grain,out,1953,B-2,placeholder
3,1,2,grain,back,1950,A1,documented
`
	got, want := mustDecode(t, folderOf(files)), mustDecode(t, folder())
	want.Flows[1].Note = ""
	for i := range got.Flows {
		got.Flows[i].Line = want.Flows[i].Line
	}
	if !reflect.DeepEqual(got.Flows, want.Flows) {
		t.Errorf("got  %+v\nwant %+v", got.Flows, want.Flows)
	}
}

// Decoding twice gives the same, though texts are maps.
func TestDeterministic(t *testing.T) {
	dir := edited(t, storyFile, `"amount": {"en": "{n} tonnes", "ko": "{n}톤"}`, `"amount": {"ko": "x", "en": "y"}`)
	_, first := Decode(dir)
	for range 20 {
		if _, again := Decode(dir); !reflect.DeepEqual(first, again) {
			t.Fatalf("first %v\nagain %v", first, again)
		}
	}
}

// noList is a file system that cannot list its folder, like one in a browser.
type noList struct{ files fstest.MapFS }

func (n noList) Open(name string) (fs.File, error) {
	if name == "." {
		return nil, fs.ErrPermission
	}
	return n.files.Open(name)
}

func TestNoListing(t *testing.T) {
	if _, problems := Decode(noList{folder()}); len(problems) > 0 {
		t.Error(problems)
	}
}

func TestCheckPhotos(t *testing.T) {
	dir := folder()
	s := mustDecode(t, dir)
	got := CheckPhotos(dir, s)
	want := `events.json:2: treaty.photo.file: no file "photos/sign.jpg", expected "sign.jpg" in the folder "photos"`
	if len(got) != 1 || got.Error() != want || !got.Errors() {
		t.Errorf("got %v, want %s", got, want)
	}
	dir["photos/sign.jpg"] = &fstest.MapFile{Data: []byte("x")}
	if got := CheckPhotos(dir, s); len(got) > 0 {
		t.Error(got)
	}
}
