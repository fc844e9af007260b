package story

import (
	"encoding/csv"
	"maps"
	"os"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// tableSample is the sample with its events in events.csv.
func tableSample(t testing.TB) map[string]string {
	t.Helper()
	files := maps.Clone(sample)
	files[eventsTable] = eventsCSV(t, mustDecode(t, folder()))
	delete(files, eventsFile)
	return files
}

// eventsCSV writes a story's events as a table, with all columns.
func eventsCSV(t testing.TB, s *Story) string {
	t.Helper()
	required, optional := EventColumns(s.Languages)
	header := slices.Concat(required, optional)
	var b strings.Builder
	w := csv.NewWriter(&b)
	write := func(row []string) {
		if err := w.Write(row); err != nil {
			t.Fatal(err)
		}
	}
	write(header)
	for i := range s.Events {
		row := rowOf(&s.Events[i], s.Languages)
		cells := make([]string, len(header))
		for j, name := range header {
			cells[j] = row[name]
			delete(row, name)
		}
		if len(row) > 0 {
			t.Fatalf("no column for %v", row)
		}
		write(cells)
	}
	w.Flush()
	return b.String()
}

// rowOf is the cells of an event by the names of their columns.
func rowOf(e *Event, languages []string) map[string]string {
	row := map[string]string{
		"id": e.ID, "start": e.When.From.String(), "kind": e.Kind, "importance": strconv.Itoa(e.Importance),
		"group": e.Group, "note": e.Note, "verified": "",
	}
	switch {
	case e.When.HasEnd:
		row["end"] = e.When.To.String()
	case e.When.Open:
		row["end"] = "open"
	case e.When.Unknown:
		row["end"] = "unknown"
	}
	if e.Verified {
		row["verified"] = "yes"
	}
	words := func(column string, text Text) {
		for _, language := range languages {
			row[column+"."+language] = text.In(language)
		}
	}
	words("title", e.Title)
	words("short", e.Short)
	words("caption", e.Caption)
	if p := e.Place; p != nil {
		words("place", p.Name)
		row["lat"], row["lon"] = strconv.FormatFloat(p.Lat, 'f', -1, 64), strconv.FormatFloat(p.Lon, 'f', -1, 64)
	}
	if p := e.Photo; p != nil {
		row["photo.file"], row["photo.credit"], row["photo.holder"], row["photo.usage"] = p.File, p.Credit, p.Holder, p.Usage
		words("photo.alt", p.Description)
		if p.Date != nil {
			row["photo.date"] = p.Date.String()
		}
		if p.NoExport {
			row["photo.export"] = "no"
		}
		var sizes []string
		for _, s := range p.Sizes {
			sizes = append(sizes, s.File+" | "+strconv.Itoa(s.Width)+" | "+strconv.Itoa(s.Height))
		}
		row["photo.sizes"] = strings.Join(sizes, "\n")
	}
	var sources []string
	for _, c := range e.Sources {
		all := []string{c.Title, c.Publisher, c.Date, c.Address}
		for i := range all {
			all[i] = strings.ReplaceAll(all[i], "|", `\|`)
		}
		for len(all) > 1 && all[len(all)-1] == "" {
			all = all[:len(all)-1]
		}
		sources = append(sources, strings.Join(all, " | "))
	}
	row["sources"] = strings.Join(sources, "\n")
	return row
}

// withoutLines is a story whose events do not say where they stand.
func withoutLines(s *Story) *Story {
	for i := range s.Events {
		s.Events[i].Line = 0
	}
	return s
}

// A story is the same whether its events stand in a list or in a table.
func TestEventsTable(t *testing.T) {
	rich := maps.Clone(sample)
	rich[storyFile] = strings.Replace(rich[storyFile], `"licence"`, `"groups": [{"id": "river", "label": {"en": "River", "ko": "강"}}], "licence"`, 1)
	rich[eventsFile] = strings.NewReplacer(
		`"kind": "aid"`, `"kind": "aid", "group": "river"`,
		`"end": "open"`, `"end": "unknown"`,
		`"1952"`, `"1952~"`,
		`"holder": "Agency"`, `"holder": "Agency", "usage": "One year", "export": false, "sizes": [{"file": "photos/a.jpg", "width": 4, "height": 3}, {"file": "photos/sign.jpg", "width": 8, "height": 6}]`,
		`"title": "Minutes"`, `"title": "Minutes | 3; \\ 4"`,
		`"https://example.org/a?b=c"}]`, `"https://example.org/a?b=c"}, {"title": "Two", "address": "https://example.org/a;b"}]`,
	).Replace(rich[eventsFile])
	builtinFiles := map[string]string{}
	for _, name := range FileNames() {
		if data, err := os.ReadFile("../../assets/story/" + name); err == nil {
			builtinFiles[name] = string(data)
		}
	}
	for name, files := range map[string]map[string]string{"sample": sample, "every field": rich, "built-in": builtinFiles} {
		want := mustDecode(t, folderOf(files))
		table := eventsCSV(t, want)
		for _, end := range []string{"\n", "\r\n"} {
			files = maps.Clone(files)
			delete(files, eventsFile)
			files[eventsTable] = strings.ReplaceAll(table, "\n", end)
			got := mustDecode(t, folderOf(files))
			if !reflect.DeepEqual(withoutLines(got), withoutLines(want)) {
				t.Errorf("%s, line ends %q: got\n%+v\nwant\n%+v", name, end, got.Events[:3], want.Events[:3])
			}
		}
	}
}

// Columns may stand in any order, and what no event has may be left out.
func TestEventsTableColumns(t *testing.T) {
	files := map[string]string{
		storyFile: `{"id": "t", "languages": ["en"], "start": "-0100", "end": "2030", "title": {"en": "T"}}`,
		eventsTable: "caption.en,title.en,importance,kind,start,id\n" +
			"\"It is said, \"\"enough\"\".\",Ides,5,war,-0043-03-15,ides\n,,,,,\nC,T,1,aid,19XX,century\n",
	}
	s := mustDecode(t, folderOf(files))
	if len(s.Events) != 2 || s.Events[0].ID != "ides" || s.Events[0].Line != 2 || s.Events[1].Line != 4 || s.Events[1].Short != nil ||
		s.Events[0].Caption.In("en") != `It is said, "enough".` || s.Events[1].When.From.String() != "19XX" {
		t.Errorf("%+v", s.Events)
	}
	files[eventsTable] = "caption.en,title.en,importance,kind,start,id\n"
	if s = mustDecode(t, folderOf(files)); s.Events == nil || len(s.Events) != 0 {
		t.Errorf("no rows: %+v", s.Events)
	}
}

// small is a table in which every kind of cell occurs.
const small = `id,start,end,kind,importance,group,title.en,title.ko,short.en,short.ko,caption.en,caption.ko,place.en,place.ko,lat,lon,photo.credit,photo.alt.en,photo.alt.ko,sources,note,verified
treaty,1951-02-03,,treaty,5,,Treaty,조약,,,They sign.,서명한다.,Bridge,다리,39.5,-125.25,A. Person,Two people,두 사람,"Minutes | Archive | 1951-02-04 | https://example.org/a
Letters",checked,yes
flood,1950-07,1950-08-02,aid,1,,Flood,홍수,,,It rains.,비가 온다.,,,,,,,,,,
`

// badSmall is one thing wrong in the table, and the beginning of the line that reports it.
var badSmall = []struct{ old, new, line string }{
	{"caption.en", "captoin.en", `events.csv:1: column captoin.en: unknown column, did you mean "caption.en"?`},
	{"caption.en", "caption.fr", `events.csv:1: column caption.fr: unknown column, did you mean "caption.en"?`},
	{"caption.en", "caption", `events.csv:1: column caption: unknown column, did you mean "caption.en"?`},
	{"title.ko", "title.en", `events.csv:1: column title.en: occurs twice`},
	{"importance,", "photo.file,", `events.csv:1: column importance: missing, expected the columns id,start,kind,importance,title.en,`},
	{"photo.alt.en", "photo.description.en", `events.csv:1: column photo.description.en: unknown column`},
	{"id,start,end", "id;start;end", `events.csv:1: column "id;start;end": unknown column`},
	{"1951-02-03", "1951-02-30", "events.csv:2: column start: day 30 does not exist, 1951-02 has 28 days"},
	{"1951-02-03", "03/02/1951", `events.csv:2: column start: "03/02/1951" is not a date, expected 1945`},
	{"treaty,1951-02-03", "treaty,", "events.csv:2: column start: is empty, expected a date: 1945"},
	{"1951-02-03", "1960", "events.csv:2: column start: 1960 is outside the story"},
	{"1950-08-02", "1950-06", "events.csv:4: column end: 1950-06 is before the start, 1950-07, expected a later date, nothing or open"},
	{"1950-08-02", "unkown", `events.csv:4: column end: "unkown" is not a date, did you mean "unknown"?`},
	{",treaty,5", ",treety,5", `events.csv:2: column kind: "treety", did you mean "treaty"?`},
	{",treaty,5", ",,5", "events.csv:2: column kind: is empty, expected diplomacy, treaty, "},
	{",treaty,5", ",treaty,6", "events.csv:2: column importance: 6, expected a whole number from 1"},
	{",treaty,5", ",treaty,high", `events.csv:2: column importance: "high", expected a whole number from 1`},
	{",treaty,5", ",treaty,5.0", `events.csv:2: column importance: 5.0, expected a whole number`},
	{",treaty,5", ",treaty,", `events.csv:2: column importance: is empty, expected a whole number`},
	{",treaty,5,", ",treaty,5,river", `events.csv:2: column group: unknown group "river"`},
	{"39.5", "91", "events.csv:2: column lat: 91, expected degrees of latitude from -90 to 90"},
	{"39.5", "NaN", `events.csv:2: column lat: "NaN", expected degrees of latitude`},
	{"39.5", `"39,5"`, `events.csv:2: column lat: "39,5", expected degrees of latitude`},
	{"39.5", "", "events.csv:2: column lat: is empty, expected degrees of latitude"},
	{"다리", "", "events.csv:2: column place.ko: missing translation, expected a text in every language of the story: en, ko"},
	{"Bridge,다리,39.5,-125.25", ",,39.5,-125.25", "events.csv:2: column place.en: missing translation"},
	{",Treaty,조약,", ",,,", "events.csv:2: column title.en: missing translation"},
	{"조약,,,", "조약,Pact,,", "events.csv:2: column short.ko: missing translation"},
	{"A. Person", "", "events.csv:2: column photo.credit: is empty, expected who took the photo"},
	{"두 사람", "", "events.csv:2: column photo.alt.ko: missing translation"},
	{"Two people,두 사람", ",", "events.csv:2: column photo.alt.en: missing translation"},
	{"Archive |", "Archive | x |", "events.csv:2: column sources: 5 parts, expected title | publisher | date | address; a | inside a part"},
	{"1951-02-04", "4 Feb 1951", `events.csv:2: column sources[0].date: "4 Feb 1951" is not a date`},
	{"https:", "ftp:", `events.csv:2: column sources[0].address: scheme "ftp"`},
	{"\nLetters", "\n| Letters", "events.csv:3: column sources[1].title: is empty, expected the title of the source"},
	{"Letters", "Let\u202eters", "events.csv:3: column sources[1].title: direction override U+202E"},
	{"They sign.", "They\tsign.", "events.csv:2: column caption.en: a tab in the text"},
	{"They sign.", "\"They\nsign.\"", "events.csv:2: column caption.en: a line break in the text"},
	{"checked,yes", "checked,no", "events.csv:3: column verified: the date and the fact are not verified"}, // a warning
	{"checked,yes", "checked,perhaps", `events.csv:3: column verified: "perhaps", expected yes or no`},
	{"flood,", "treaty,", `events.csv:4: column id: "treaty" is already the id of the event at line 2`},
	{"flood,", "Flood,", `events.csv:4: column id: "Flood", expected an id`},
	{"flood,", ",", `events.csv:4: column id: is empty, expected an id`},
	{"flood,1950-07,", "flood,", "events.csv:4: 21 fields, expected 22, as in the first row"},
	{"It rains.", `It "rains".`, "events.csv:4: a double quote in a field that does not begin with one"},
}

// Mistakes in a table are named by line and column.
func TestBadEventsTable(t *testing.T) {
	for _, c := range badSmall {
		files := maps.Clone(sample)
		delete(files, eventsFile)
		if !strings.Contains(small, c.old) {
			t.Fatalf("no %q", c.old)
		}
		files[eventsTable] = strings.Replace(small, c.old, c.new, 1)
		s, problems := Decode(folderOf(files))
		if !strings.Contains("\n"+problems.Error(), "\n"+c.line) || (s == nil) != problems.Errors() {
			t.Errorf("%.40q instead of %.40q: got\n%v\nwant\n%s…", c.new, c.old, problems, c.line)
		}
		for _, line := range strings.Split(problems.Error(), "\n") {
			if len(line) > 600 {
				t.Errorf("a line of %d bytes: %.300s", len(line), line)
			}
		}
	}
	files := maps.Clone(sample)
	delete(files, eventsFile)
	files[eventsTable] = small
	mustDecode(t, folderOf(files))
}

// Two lists of events are one too many, and none is too few.
func TestOneListOfEvents(t *testing.T) {
	both := maps.Clone(sample)
	both[eventsTable] = small
	if s, problems := Decode(folderOf(both)); s != nil || problems.Error() != "events.csv: events.json is there as well, expected the events in one of the two files" {
		t.Error(problems)
	}
	none := maps.Clone(sample)
	delete(none, eventsFile)
	none["event.csv"] = small
	if _, problems := Decode(folderOf(none)); !strings.Contains(problems.Error(), "event.csv: unknown file, did you mean events.csv?") ||
		!strings.Contains(problems.Error(), "events.json: the file is missing, a story needs story.json and events.json or events.csv") {
		t.Error(problems)
	}
	// Without a list of languages the columns are judged by themselves.
	blind := maps.Clone(sample)
	delete(blind, eventsFile)
	blind[storyFile] = strings.Replace(blind[storyFile], `["en", "ko"]`, `[]`, 1)
	blind[eventsTable] = strings.Replace(small, "1951-02-03", "x", 1)
	if _, problems := Decode(folderOf(blind)); len(problems) != 2 || problems[1].Field != "column start" {
		t.Error(problems)
	}
}

func TestParts(t *testing.T) {
	for s, want := range map[string][]string{
		"a":          {"a"},
		"a | b":      {"a ", " b"},
		`a \| b|c`:   {"a | b", "c"},
		"||":         {"", "", ""},
		`C:\dir | x`: {`C:\dir `, " x"},
		`end\`:       {`end\`},
	} {
		if got := parts(s); !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
}

func FuzzDecodeEventsTable(f *testing.F) {
	f.Add(small)
	f.Add(eventsCSV(f, mustDecode(f, folder())))
	f.Add("id\n\xff")
	f.Add("id,start,kind,importance,title.en,title.ko,caption.en,caption.ko,sources\na,1950,war,1,a,b,c,d,\"|\\|\n\n|||||\"\n")
	f.Fuzz(func(t *testing.T, table string) {
		files := maps.Clone(sample)
		delete(files, eventsFile)
		files[eventsTable] = table
		sane(t, files)
	})
}
