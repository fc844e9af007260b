package story

import (
	"encoding/csv"
	"errors"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"

	"rentang/viz/civil"
)

// table reads a CSV file row by row (RFC 4180: commas, quotes doubled inside
// quotes). The first row names the columns, in any order. Rows of nothing but
// commas, which spreadsheets leave behind, are skipped.
type table struct {
	f      *file
	r      *csv.Reader
	header []string
	row    []string
	most   int // rows
	read   int
}

// table starts reading; false when the columns are not as they should be, since then
// nothing else could be judged.
func (f *file) table(required, optional []string) (*table, bool) {
	r := csv.NewReader(strings.NewReader(f.src))
	r.FieldsPerRecord = -1
	r.ReuseRecord = true
	t := &table{f: f, r: r, most: MaxRows}
	first, err := r.Read()
	if err != nil {
		t.broken(err)
		return nil, false
	}
	t.row = first
	t.header = slices.Clone(first)
	names := slices.Concat(required, optional)
	ok := true
	for i, name := range t.header {
		line, _ := r.FieldPos(i)
		switch {
		case len(first) == 1 && strings.ContainsAny(name, ";\t"):
			f.fail(line, "", "the columns are not separated by commas", "save the file as CSV with commas")
			return nil, false
		case slices.Contains(t.header[:i], name):
			f.fail(line, column(name), "occurs twice", "expected it once")
			ok = false
		case !slices.Contains(names, name):
			f.fail(line, column(name), "unknown column", known(name, names))
			ok = false
		}
	}
	for _, name := range required {
		if !slices.Contains(t.header, name) {
			line, _ := r.FieldPos(0)
			f.fail(line, column(name), "missing", "expected the columns "+listed(names))
			ok = false
		}
	}
	return t, ok
}

// listed is names with commas between them; of many the first.
func listed(names []string) string {
	const most = 16
	if len(names) > most {
		return strings.Join(names[:most], ",") + ",…"
	}
	return strings.Join(names, ",")
}

// column is how a column is named in a problem.
func column(name string) string {
	if !wellFormedName(strings.ReplaceAll(name, ".", "")) || name == "" {
		name = quote(name)
	}
	return "column " + name
}

// next goes to the next sound row.
func (t *table) next() bool {
	for {
		row, err := t.r.Read()
		if err == io.EOF {
			return false
		}
		t.row = row
		switch {
		case err != nil:
			if !t.broken(err) {
				return false
			}
		case !slices.ContainsFunc(row, func(s string) bool { return s != "" }):
		case len(row) != len(t.header):
			t.f.fail(t.line(), "", strconv.Itoa(len(row))+" fields",
				"expected "+strconv.Itoa(len(t.header))+", as in the first row; a text with a comma stands in double quotes")
		case t.read == t.most:
			t.f.fail(t.line(), "", "too many rows", "expected at most "+strconv.Itoa(t.most))
			return false
		default:
			t.read++
			return true
		}
	}
}

// broken reports an error of the CSV reader, and whether reading can go on.
func (t *table) broken(err error) bool {
	var parse *csv.ParseError
	if !errors.As(err, &parse) {
		t.f.fail(0, "", err.Error(), "")
		return false
	}
	what, expected := parse.Err.Error(), ""
	switch parse.Err {
	case csv.ErrBareQuote:
		what, expected = "a double quote in a field that does not begin with one", `expected the field in double quotes and each quote in it doubled, "a ""b"" c"`
	case csv.ErrQuote:
		what, expected = "a double quote that is neither doubled nor the end of its field", `expected "a ""b"" c" and a comma or a new line after the closing quote`
	}
	t.f.fail(parse.StartLine, "", what, expected)
	return true
}

// line is where the row begins.
func (t *table) line() int {
	line, _ := t.r.FieldPos(0)
	return line
}

// cell is the field of a column; empty for an optional column that is not there.
func (t *table) cell(name string) cell {
	i := slices.Index(t.header, name)
	if i < 0 {
		return cell{t.f, name, "", t.line()}
	}
	line, _ := t.r.FieldPos(i)
	return cell{t.f, name, t.row[i], line}
}

// cell is one field of a CSV file. Its methods read the text as what it should be and
// report what is wrong with it.
type cell struct {
	f      *file
	column string
	s      string
	line   int
}

func (c cell) fail(what, expected string) { c.f.fail(c.line, column(c.column), what, expected) }
func (c cell) warn(what, expected string) { c.f.warn(c.line, column(c.column), what, expected) }

// year is a required year.
func (c cell) year() (int, bool) {
	d, err := civil.Parse(c.s)
	switch {
	case c.s == "":
		c.fail("is empty", "expected a year of four digits")
	case err != nil || !d.Plain() || d.Precision() != civil.ToYear:
		c.fail(quote(c.s)+" is not a year", "expected four digits, such as 1945")
	default:
		return d.Year, true
	}
	return 0, false
}

// storyYear is a required year inside the story.
func (c cell) storyYear() (int, bool) {
	year, ok := c.year()
	s := c.f.d.story
	if ok && c.f.d.yearsKnown && (year < s.Start.Year || year > s.End.Year) {
		c.fail(c.s+" is outside the story", c.f.d.storyYears())
		return year, false
	}
	return year, ok
}

// number is a required number, in digits with a decimal point.
func (c cell) number() (float64, bool) {
	const expected = "expected a number in digits, with a point for decimals, such as 12.5"
	if c.s == "" {
		c.fail("is empty", expected)
		return 0, false
	}
	// ParseFloat alone would take NaN, Inf, hexadecimal digits and underscores.
	plain := strings.Trim(c.s, "+-.0123456789eE") == "" && strings.ContainsAny(c.s, "0123456789")
	x, err := strconv.ParseFloat(c.s, 64)
	switch {
	case plain && errors.Is(err, strconv.ErrRange):
		c.fail(quote(c.s)+" is not a finite number", expected)
	case !plain || err != nil || math.IsNaN(x) || math.IsInf(x, 0):
		c.fail(quote(c.s)+" is not a number", expected)
	case math.Abs(x) > MaxAmount || x != 0 && math.Abs(x) < 1/MaxAmount:
		c.fail(quote(c.s)+" is out of range", "expected zero or a size from 1e-15 to 1e15")
	default:
		return x, true
	}
	return 0, false
}

// amount is a required number of zero or more.
func (c cell) amount() (float64, bool) {
	x, ok := c.number()
	if ok && x < 0 {
		c.fail(quote(c.s)+" is negative", "expected zero or more; the way back is a direction of its own")
		return 0, false
	}
	return max(x, 0), ok // max turns -0 into 0
}

// choice is a required text out of a few; -1 when it is none of them.
func (c cell) choice(names ...string) int {
	i := slices.Index(names, c.s)
	switch {
	case i >= 0:
	case c.s == "":
		c.fail("is empty", known("", names))
	default:
		c.fail(quote(c.s), known(c.s, names))
	}
	return i
}

// text is a text of one paragraph.
func (c cell) text(required bool, most int, expected string) string {
	if strings.TrimSpace(c.s) == "" {
		if required {
			c.fail("is empty", expected)
		}
		return ""
	}
	if what, remedy := flaw(c.s, most); what != "" {
		c.fail(what, remedy)
	}
	return c.s
}

// note is a text for editors.
func (c cell) note() string {
	if what, expected := noteFlaw(c.s); what != "" {
		c.fail(what, expected)
	}
	return c.s
}

// basis is a required basis.
func (c cell) basis() (Basis, bool) {
	i := c.choice("documented", "derived", "interpolated", "placeholder")
	return Basis(max(i, 0)), i >= 0
}
