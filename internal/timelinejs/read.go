package timelinejs

import (
	"errors"
	"strconv"
	"strings"
	"unicode/utf8"

	"rentang/viz/jsontree"
)

// The forms of a file.
const (
	Version3 = "TimelineJS JSON, version 3"
	Version1 = "TimelineJS JSON, version 1"
	Sheet    = "TimelineJS sheet, CSV"
)

// document is a file made version 3.
type document struct {
	form  string
	jsonp bool
	root  node
	notes []Note
}

func (d *document) note(line int32, field, what string) {
	d.notes = append(d.notes, Note{int(line), field, what})
}

// read reads a file of any form. The error is a *FileError.
func read(data []byte) (*document, error) {
	src, err := sound(data)
	if err != nil {
		return nil, err
	}
	start := strings.TrimLeft(src, " \t\r\n")
	switch {
	case strings.HasPrefix(start, "<"):
		return nil, &FileError{Line: lineOf(src, start), What: "this is a web page (HTML), not a timeline",
			Expected: "save the JSON or CSV file itself, not the page that shows it"}
	case strings.HasPrefix(start, "{%"), strings.HasPrefix(start, "{{"), strings.HasPrefix(start, "---"):
		return nil, &FileError{Line: lineOf(src, start), What: "this is a template, not a timeline",
			Expected: "import the file that the template makes"}
	case strings.HasPrefix(start, "{"), strings.HasPrefix(start, "["):
		return readJSON(src, false)
	}
	if inner, ok := unwrap(src); ok {
		return readJSON(inner, true)
	}
	return readSheet(src)
}

// sound checks the bytes of a file. A byte-order mark of UTF-8 is fine:
// spreadsheets write one.
func sound(data []byte) (string, error) {
	if len(data) > MaxBytes {
		return "", &FileError{What: strconv.Itoa(len(data)) + " bytes", Expected: "expected at most " + strconv.Itoa(MaxBytes)}
	}
	src := string(data)
	if strings.HasPrefix(src, "\xff\xfe") || strings.HasPrefix(src, "\xfe\xff") {
		return "", &FileError{Line: 1, What: "the file is UTF-16", Expected: "save it as UTF-8"}
	}
	src = strings.TrimPrefix(src, "\ufeff")
	if strings.TrimSpace(src) == "" {
		return "", &FileError{What: "the file is empty"}
	}
	if !utf8.ValidString(src) {
		at := strings.IndexFunc(strings.ToValidUTF8(src, "\x00"), func(r rune) bool { return r == 0 })
		line := 1 + strings.Count(src[:max(at, 0)], "\n")
		return "", &FileError{Line: line, What: "the file is not UTF-8", Expected: "save it as UTF-8"}
	}
	return src, nil
}

// lineOf is the line on which a rest of src begins.
func lineOf(src, rest string) int { return 1 + strings.Count(src[:len(src)-len(rest)], "\n") }

// unwrap takes JSON out of a script that assigns it, as in
// storyjs_jsonp_data = {…}; or passes it to a function. What stood in front
// becomes spaces, so that lines and columns stay right.
func unwrap(src string) (string, bool) {
	brace := strings.IndexByte(src, '{')
	if brace < 0 {
		return "", false
	}
	front, rest := strings.TrimSpace(src[:brace]), strings.TrimRight(src[brace:], " \t\r\n;")
	switch {
	case strings.HasSuffix(front, "="):
		front = strings.TrimSuffix(front, "=")
	case strings.HasSuffix(front, "("):
		front = strings.TrimSuffix(front, "(")
		rest = strings.TrimRight(strings.TrimSuffix(rest, ")"), " \t\r\n")
	default:
		return "", false
	}
	for _, word := range []string{"var ", "let ", "const "} {
		front = strings.TrimPrefix(front, word)
	}
	front = strings.TrimSpace(front)
	for _, r := range front {
		if r != '_' && r != '$' && r != '.' && (r < '0' || r > '9') && (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') {
			return "", false
		}
	}
	if front == "" {
		return "", false
	}
	blank := func(r rune) rune {
		if r == '\n' {
			return r
		}
		return ' '
	}
	return strings.Map(blank, src[:brace]) + rest, true
}

// readJSON reads JSON of version 3 or 1.
func readJSON(src string, jsonp bool) (*document, error) {
	root, err := jsontree.Parse(src)
	if err != nil {
		e := &FileError{What: err.Error()}
		if syntax := (*jsontree.SyntaxError)(nil); errors.As(err, &syntax) {
			e.Line, e.Column = syntax.Line, syntax.Column
		}
		return nil, e
	}
	d := &document{form: Version3, jsonp: jsonp}
	d.lastCounts(&root)
	d.root = root
	if timeline := root.Member("timeline"); isObject(timeline) && root.Member("events") == nil {
		d.form = Version1
		d.fromVersion1(timeline)
	}
	events := d.root.Member("events")
	const expected = `expected an object with "events" (version 3) or "timeline" (version 1)`
	switch {
	case root.Kind != jsontree.Object:
		return nil, &FileError{Line: int(root.Line), What: "the file holds " + root.Kind.String(), Expected: expected}
	case events == nil:
		return nil, &FileError{Line: int(root.Line), What: "this JSON is not a timeline", Expected: expected}
	case events.Kind != jsontree.Array:
		return nil, &FileError{Line: int(events.Line), What: "events is " + events.Kind.String(), Expected: "expected a list of slides"}
	}
	return d, d.checkSize()
}

// lastCounts drops members whose name occurs again later in their object: of two a
// browser takes the last.
func (d *document) lastCounts(n *node) {
	if n.Kind == jsontree.Object && len(n.Kids) > 1 {
		last := make(map[string]int, len(n.Kids))
		for i := range n.Kids {
			last[n.Kids[i].Name] = i
		}
		if len(last) < len(n.Kids) {
			kept := make([]node, 0, len(last))
			for i, kid := range n.Kids {
				if last[kid.Name] == i {
					kept = append(kept, kid)
				} else {
					d.note(kid.Line, quote(kid.Name), "occurs twice; the last one counts, as in a browser")
				}
			}
			n.Kids = kept
		}
	}
	for i := range n.Kids {
		d.lastCounts(&n.Kids[i])
	}
}

func (d *document) checkSize() error {
	if n := len(kids(d.root.Member("events"))); n > MaxSlides {
		return &FileError{What: strconv.Itoa(n) + " events", Expected: "expected at most " + strconv.Itoa(MaxSlides)}
	}
	if n := len(kids(d.root.Member("eras"))); n > MaxEras {
		return &FileError{What: strconv.Itoa(n) + " eras", Expected: "expected at most " + strconv.Itoa(MaxEras)}
	}
	return nil
}
