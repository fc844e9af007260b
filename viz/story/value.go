package story

import (
	"strconv"
	"strings"

	"rentang/viz/civil"
	"rentang/viz/jsontree"
)

// value is one place in a JSON file: the node that stands there, nil where there is
// none, and the way to it. Its methods read the node as what it should be and report
// what is wrong with it; each reports a place at most once.
type value struct {
	f     *file
	n     *jsontree.Node
	up    *value
	name  string // of a member, or of the root
	index int    // of an item, -1 for others
}

// parse reads a JSON file. The root's name stands at the front of every path.
func (f *file) parse(name string) (value, bool) {
	root, err := jsontree.Parse(f.src)
	if err != nil {
		line, what, expected := 1, err.Error(), ""
		if syntax, ok := err.(*jsontree.SyntaxError); ok {
			line, what = syntax.Line, "column "+strconv.Itoa(syntax.Column)+": "+syntax.What
			if syntax.Expected != "" {
				expected = "expected " + syntax.Expected
			}
		}
		f.fail(line, "", what, expected)
		return value{}, false
	}
	return value{f: f, n: &root, name: name, index: -1}, true
}

// member is the first member of a name; its node is nil where there is none.
func (v *value) member(name string) value {
	return value{v.f, v.n.Member(name), v, name, -1}
}

// item is the i-th item of a list.
func (v *value) item(i int) value { return value{v.f, &v.n.Kids[i], v, "", i} }

// path is how a field is named in a problem: events[3].title.ko.
func (v *value) path() string {
	if v.f.cells {
		return v.cellPath()
	}
	return v.treePath()
}

// treePath is the way to a place in a JSON file.
func (v *value) treePath() string {
	var above string
	if v.up != nil {
		above = v.up.treePath()
	}
	switch {
	case v.index >= 0:
		return above + "[" + strconv.Itoa(v.index) + "]"
	case !wellFormedName(v.name):
		return above + "[" + quote(v.name) + "]"
	case above == "":
		return v.name
	}
	return above + "." + v.name
}

// wellFormedName reports whether a field's name can stand in a path as it is. The
// root of story.json has an empty name.
func wellFormedName(s string) bool {
	for _, c := range []byte(s) {
		if (c < 'a' || c > 'z') && (c < 'A' || c > 'Z') && (c < '0' || c > '9') && c != '_' && c != '-' {
			return false
		}
	}
	return len(s) <= MaxID
}

// line is where the value stands; for a missing one, where what should hold it does.
func (v *value) line() int {
	for v.n == nil {
		v = v.up
	}
	return int(v.n.Line)
}

func (v *value) fail(what, expected string) { v.f.fail(v.line(), v.path(), what, expected) }
func (v *value) warn(what, expected string) { v.f.warn(v.line(), v.path(), what, expected) }

// absent reports whether there is nothing: no member, or null.
func (v *value) absent() bool { return v.n == nil || v.n.Kind == jsontree.Null }

// is reports whether the value is there and of a kind, and complains if not.
func (v *value) is(kind jsontree.Kind, expected string) bool {
	switch {
	case v.f.cells && v.n == nil:
		v.fail("is empty", expected)
	case v.f.cells && v.n.Kind == jsontree.String && kind != jsontree.String:
		v.fail(quote(v.n.Text), expected)
	case v.n == nil:
		v.fail("missing", expected)
	case v.n.Kind != kind:
		v.fail("is "+v.n.Kind.String(), expected)
	default:
		return true
	}
	return false
}

// only reports whether the value is an object, and complains about members that are
// none of names and about names that occur twice.
func (v *value) only(expected string, names ...string) bool {
	if !v.is(jsontree.Object, expected) {
		return false
	}
	var seen uint64
	for i := range v.n.Kids {
		kid := value{v.f, &v.n.Kids[i], v, v.n.Kids[i].Name, -1}
		bit := uint64(0)
		for j, name := range names {
			if name == kid.name {
				bit = 1 << j
			}
		}
		switch {
		case bit == 0 && v.f.full():
			v.f.dropped++ // guessing takes time
		case bit == 0:
			kid.fail("unknown field", known(kid.name, names))
		case seen&bit != 0:
			kid.fail("occurs twice", "expected it once")
		}
		seen |= bit
	}
	return true
}

// list reports how many items there are; 0 for nothing, which is fine.
func (v *value) list(expected string, most int) int {
	if v.absent() || !v.is(jsontree.Array, expected) {
		return 0
	}
	if n := len(v.n.Kids); n > most {
		v.fail(strconv.Itoa(n)+" entries", "expected at most "+strconv.Itoa(most))
		return 0
	}
	return len(v.n.Kids)
}

// text is a required text of one paragraph.
func (v *value) text(expected string, most int) string {
	if !v.is(jsontree.String, expected) {
		return ""
	}
	if strings.TrimSpace(v.n.Text) == "" {
		v.fail("is empty", expected)
		return ""
	}
	if what, remedy := flaw(v.n.Text, most); what != "" {
		v.fail(what, remedy)
		return ""
	}
	return v.n.Text
}

// option is a text that may be missing, null or empty.
func (v *value) option(expected string, most int) string {
	if v.absent() || v.n.Kind == jsontree.String && v.n.Text == "" {
		return ""
	}
	return v.text(expected, most)
}

// note is an optional text for editors.
func (v *value) note() string {
	if v.absent() || !v.is(jsontree.String, "expected a text") {
		return ""
	}
	if what, expected := noteFlaw(v.n.Text); what != "" {
		v.fail(what, expected)
	}
	return v.n.Text
}

// address is an optional address of a link.
func (v *value) address() string {
	if v.absent() || v.n.Kind == jsontree.String && v.n.Text == "" {
		return ""
	}
	if !v.is(jsontree.String, "expected an address in quotes") {
		return ""
	}
	if what, expected := addressFlaw(v.n.Text); what != "" {
		v.fail(what, expected)
	}
	return v.n.Text
}

// id is a required id. An ill-formed one is reported and still returned, for the
// check on doubles.
func (v *value) id(underscores bool) string {
	expected := "expected an id of a-z, 0-9 and hyphens"
	if underscores {
		expected = "expected an id of a-z, 0-9, hyphens and underscores"
	}
	if !v.is(jsontree.String, expected) {
		return ""
	}
	if !wellFormedID(v.n.Text, underscores) {
		v.fail(quote(v.n.Text), expected+", at most "+strconv.Itoa(MaxID))
	}
	return v.n.Text
}

// choice is a required text out of a few; -1 when it is none of them.
func (v *value) choice(names ...string) int {
	if !v.is(jsontree.String, known("", names)) {
		return -1
	}
	for i, name := range names {
		if v.n.Text == name {
			return i
		}
	}
	v.fail(quote(v.n.Text), known(v.n.Text, names))
	return -1
}

// number is a required number from low to high.
func (v *value) number(low, high float64, expected string) (float64, bool) {
	if !v.is(jsontree.Number, expected) {
		return 0, false
	}
	x, err := strconv.ParseFloat(v.n.Text, 64)
	if err != nil || x < low || x > high {
		v.fail(clip(v.n.Text), expected)
		return 0, false
	}
	return x, true
}

// integer is a required whole number from low to high, written without a fraction.
func (v *value) integer(low, high int, expected string) (int, bool) {
	if !v.is(jsontree.Number, expected) {
		return 0, false
	}
	n, err := strconv.Atoi(v.n.Text)
	if err != nil || n < low || n > high {
		v.fail(clip(v.n.Text), expected)
		return 0, false
	}
	return n, true
}

// flag is an optional true or false.
func (v *value) flag() bool {
	expected := "expected true or false"
	if v.f.cells {
		expected = "expected yes or no"
	}
	return !v.absent() && v.is(jsontree.Bool, expected) && v.n.Text == "true"
}

// dateForms is what is expected of a date in JSON.
const dateForms = `expected a date in quotes: "1945", "1945-08" or "1945-08-09"`

// date is a required date.
func (v *value) date() (civil.Date, bool) {
	expected := dateForms
	if v.f.cells {
		expected = "expected a date: 1945, 1945-08 or 1945-08-09"
	}
	if !v.is(jsontree.String, expected) {
		return civil.Date{}, false
	}
	d, err := civil.Parse(v.n.Text)
	if err != nil {
		v.fail(dateFlaw(err))
		return civil.Date{}, false
	}
	return d, true
}

// plainDate is a required year, month or day without a doubt.
func (v *value) plainDate() (civil.Date, bool) {
	d, ok := v.date()
	if ok && !d.Plain() {
		v.fail(d.String()+" is not exact", "expected a year, a month or a day, where the picture begins or ends")
		return d, false
	}
	return d, ok
}

// dateFlaw takes an error of civil.Parse apart.
func dateFlaw(err error) (what, expected string) {
	if e, ok := err.(*civil.DateError); ok {
		return e.What, e.Expected
	}
	return err.Error(), ""
}

// clip shortens a number for a message.
func clip(s string) string {
	if len(s) > 40 {
		return s[:40] + "…"
	}
	return s
}
