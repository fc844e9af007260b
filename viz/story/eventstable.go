package story

import (
	"encoding/csv"
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"rentang/viz/jsontree"
)

// events.csv is events.json as a table: a row for each event, a column for each field,
// and one for each language of a text. A row becomes the tree that the same event
// would be in events.json and is then read by the same rules, so that neither file
// can say what the other cannot.

// tableField is a column of events.csv and the field of an event that it holds. The
// name of a text has a language behind it, as in title.en.
type tableField struct {
	column   string
	path     string // in events.json, from the event on
	words    bool   // a text in every language
	required bool
	kind     jsontree.Kind // of the value where it is no text
}

// tableFields are the columns in the order in which they are best written.
func tableFields() []tableField {
	return []tableField{
		{column: "id", path: "id", required: true},
		{column: "start", path: "start", required: true},
		{column: "end", path: "end"},
		{column: "kind", path: "kind", required: true},
		{column: "importance", path: "importance", required: true, kind: jsontree.Number},
		{column: "group", path: "group"},
		{column: "title", path: "title", words: true, required: true},
		{column: "short", path: "short", words: true},
		{column: "caption", path: "caption", words: true, required: true},
		{column: "place", path: "place.name", words: true},
		{column: "lat", path: "place.lat", kind: jsontree.Number},
		{column: "lon", path: "place.lon", kind: jsontree.Number},
		{column: "photo.file", path: "photo.file"},
		{column: "photo.credit", path: "photo.credit"},
		{column: "photo.holder", path: "photo.holder"},
		{column: "photo.date", path: "photo.date"},
		{column: "photo.alt", path: "photo.description", words: true},
		{column: "photo.usage", path: "photo.usage"},
		{column: "photo.export", path: "photo.export", kind: jsontree.Bool},
		{column: "photo.sizes", path: "photo.sizes", kind: jsontree.Array},
		{column: "sources", path: "sources", kind: jsontree.Array},
		{column: "note", path: "note"},
		{column: "verified", path: "verified", kind: jsontree.Bool},
	}
}

// EventColumns is the columns of events.csv for a story in some languages, in the
// order in which they are best written.
func EventColumns(languages []string) (required, optional []string) {
	for _, field := range tableFields() {
		for _, name := range field.columns(languages) {
			if field.required {
				required = append(required, name)
			} else {
				optional = append(optional, name)
			}
		}
	}
	return required, optional
}

// columns is the names of the columns that a field takes.
func (t tableField) columns(languages []string) []string {
	if !t.words {
		return []string{t.column}
	}
	names := make([]string, len(languages))
	for i, language := range languages {
		names[i] = t.column + "." + language
	}
	return names
}

// eventsName is the file that holds the events: events.csv where there is only that.
func eventsName(dir fs.FS) string {
	if _, err := fs.Stat(dir, eventsFile); err == nil {
		return eventsFile
	}
	if _, err := fs.Stat(dir, eventsTable); err == nil {
		return eventsTable
	}
	return eventsFile
}

// readEventsTable decodes events.csv.
func (d *decoder) readEventsTable() {
	f, ok := d.read(eventsTable, true, MaxFile)
	if !ok {
		return
	}
	languages := d.story.Languages
	if !d.languagesKnown {
		languages = f.headerLanguages()
	}
	required, optional := EventColumns(languages)
	t, ok := f.table(required, optional)
	if !ok {
		return
	}
	f.cells = true
	fields, kinds := tableFields(), EventKinds()
	list := jsontree.Node{Kind: jsontree.Array}
	root := value{f: f, n: &list, name: "events", index: -1}
	d.story.Events = []Event{}
	for t.next() {
		row := t.event(fields, languages)
		item := value{f, &row, &root, "", t.read - 1}
		d.addEvent(&item, kinds)
	}
}

// headerLanguages is the languages that the first row names, for a story whose own
// list cannot be read.
func (f *file) headerLanguages() []string {
	header, err := csv.NewReader(strings.NewReader(f.src)).Read()
	if err != nil {
		return nil // reported when the table is read
	}
	var languages []string
	for _, name := range header {
		_, language, found := strings.Cut(strings.TrimPrefix(name, "photo."), ".")
		if found && wellFormedLanguage(language) && !slices.Contains(languages, language) {
			languages = append(languages, language)
		}
	}
	return languages
}

// event is the row as the object that the event is in events.json.
func (t *table) event(fields []tableField, languages []string) jsontree.Node {
	event := jsontree.Node{Kind: jsontree.Object, Line: int32(t.line())}
	for _, field := range fields {
		if field.words {
			t.putWords(&event, field, languages)
			continue
		}
		if c := t.cell(field.column); c.s != "" {
			n := c.node(field.kind)
			put(&event, field.path, n)
		}
	}
	// Texts that must be there are there, if only as an empty object, so that each
	// language that lacks one is named.
	for _, path := range [...]string{"title", "caption", "place.name", "photo.description"} {
		parent, name, nested := strings.Cut(path, ".")
		if nested && event.Member(parent) == nil {
			continue
		}
		holder := &event
		if !nested {
			name = parent
		} else {
			holder = event.Member(parent)
		}
		if holder.Member(name) == nil {
			put(&event, path, jsontree.Node{Kind: jsontree.Object, Line: event.Line})
		}
	}
	return event
}

// putWords gives the event a text in the languages that have one.
func (t *table) putWords(event *jsontree.Node, field tableField, languages []string) {
	for i, name := range field.columns(languages) {
		if c := t.cell(name); c.s != "" {
			n := c.node(jsontree.String)
			put(event, field.path+"."+languages[i], n)
		}
	}
}

// put gives an object a member, with the objects on the way to it. Only the first
// dots of a path are steps: a language has none.
func put(object *jsontree.Node, path string, n jsontree.Node) {
	name, rest, found := strings.Cut(path, ".")
	if !found {
		n.Name = name
		object.Kids = append(object.Kids, n)
		return
	}
	if object.Member(name) == nil {
		object.Kids = append(object.Kids, jsontree.Node{Kind: jsontree.Object, Line: n.Line, Name: name})
	}
	put(object.Member(name), rest, n)
}

// node is the cell as the value that stands in events.json. What cannot be such a
// value stays a text, which the rules of the field then refuse.
func (c cell) node(kind jsontree.Kind) jsontree.Node {
	text := jsontree.Node{Kind: jsontree.String, Line: int32(c.line), Text: c.s}
	switch kind {
	case jsontree.Number:
		if n, err := jsontree.Parse(c.s); err == nil && n.Kind == jsontree.Number && n.Text == c.s {
			n.Line = text.Line
			return n
		}
	case jsontree.Bool:
		switch strings.ToLower(c.s) {
		case "yes", "true":
			return jsontree.Node{Kind: jsontree.Bool, Line: text.Line, Text: "true"}
		case "no", "false":
			return jsontree.Node{Kind: jsontree.Bool, Line: text.Line, Text: "false"}
		}
	case jsontree.Array:
		return c.list()
	}
	return text
}

// list is a cell of several lines, one for each entry, with | between the parts of
// an entry; a | inside a part is written \|.
func (c cell) list() jsontree.Node {
	names := []string{"title", "publisher", "date", "address"}
	if c.column == "photo.sizes" {
		names = []string{"file", "width", "height"}
	}
	list := jsontree.Node{Kind: jsontree.Array, Line: int32(c.line)}
	for i, line := range strings.Split(c.s, "\n") {
		if strings.TrimSpace(line) == "" {
			continue
		}
		entry := jsontree.Node{Kind: jsontree.Object, Line: int32(c.line + i)}
		for j, part := range parts(line) {
			part = strings.TrimSpace(part)
			if j >= len(names) {
				c.f.fail(c.line+i, column(c.column), strconv.Itoa(len(parts(line)))+" parts",
					"expected "+strings.Join(names, " | ")+`; a | inside a part is written \|`)
				break
			}
			if part == "" {
				continue
			}
			kind := jsontree.String
			if names[j] == "width" || names[j] == "height" {
				kind = jsontree.Number
			}
			put(&entry, names[j], cell{c.f, c.column, part, c.line + i}.node(kind))
		}
		list.Kids = append(list.Kids, entry)
	}
	return list
}

// parts splits an entry at every | that has no backslash before it.
func parts(s string) []string {
	var all []string
	var part strings.Builder
	for i := range len(s) {
		switch {
		case s[i] == '\\' && i+1 < len(s) && s[i+1] == '|':
		case s[i] == '|' && (i == 0 || s[i-1] != '\\'):
			all = append(all, part.String())
			part.Reset()
		default:
			part.WriteByte(s[i])
		}
	}
	return append(all, part.String())
}

// cellPath is how a field is named in a problem of events.csv: by its column.
func (v *value) cellPath() string {
	_, path, _ := strings.Cut(v.treePath(), "].") // after events[3].
	for _, field := range tableFields() {
		rest, found := strings.CutPrefix(path, field.path)
		if !found || rest != "" && rest[0] != '.' && rest[0] != '[' {
			continue
		}
		return "column " + field.column + rest
	}
	if path == "" {
		return ""
	}
	return "column " + path
}
