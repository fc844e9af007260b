// Package timelinejs turns a TimelineJS file into a story folder and a story back
// into a TimelineJS file. It reads version 3 and version 1 of the JSON, the script
// that assigns it (JSONP), and the sheet saved as CSV; it never fetches anything.
//
// Whatever comes in is first made a document of version 3. A story is derived from
// that document by fixed rules, and the document itself stays beside the story, in
// [OriginalFile]. A story that goes out starts from there: what still says what the
// document's derivation says is given back as it came, what was edited since takes
// its place, and what a timeline has no word for stands in members named rentang,
// which TimelineJS does not read.
//
//	result, err := timelinejs.Import(data, timelinejs.Options{Name: "timeline.json"})
//	result.Files["events.json"], result.Notes, result.Kept
package timelinejs

import (
	"strconv"
	"strings"
)

// OriginalFile is the file beside a story that holds the document it came from.
const OriginalFile = "import.json"

// The limits of what is read.
const (
	MaxBytes  = 16 << 20 // of a file
	MaxSlides = 20_000   // events, and rows of a sheet
	MaxEras   = 1_000    // what one strip of a story holds
)

// Note is one thing that the person who imports should know.
type Note struct {
	Line  int    // from 1; 0 when it is about the whole file
	Field string // as in events[3].start_date.month; may be empty
	What  string
}

// String is "line: field: what", without the parts that are not there.
func (n Note) String() string {
	var b strings.Builder
	if n.Line > 0 {
		b.WriteString(strconv.Itoa(n.Line) + ": ")
	}
	if n.Field != "" {
		b.WriteString(n.Field + ": ")
	}
	return b.String() + n.What
}

// FileError is why a file cannot be imported at all.
type FileError struct {
	Line, Column int // from 1; 0 when it is about the whole file
	What         string
	Expected     string // what is expected, or the remedy; may be empty
}

func (e *FileError) Error() string {
	var b strings.Builder
	if e.Line > 0 {
		b.WriteString("line " + strconv.Itoa(e.Line))
		if e.Column > 0 {
			b.WriteString(", column " + strconv.Itoa(e.Column))
		}
		b.WriteString(": ")
	}
	b.WriteString(e.What)
	if e.Expected != "" {
		b.WriteString(", " + e.Expected)
	}
	return b.String()
}

// quote is s in quotes for a message, shortened, with the invisible escaped.
func quote(s string) string { return strconv.Quote(cut(s, 40)) }

// cut shortens a text to a number of characters, at a space where there is one
// near, and says so with an ellipsis.
func cut(s string, most int) string {
	runes := []rune(s)
	if len(runes) <= most {
		return s
	}
	short := string(runes[:most-1])
	if i := strings.LastIndexByte(short, ' '); i > len(short)/2 {
		short = short[:i]
	}
	return strings.TrimRight(short, " ,;:") + "…"
}
