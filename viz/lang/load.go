package lang

import (
	"fmt"
	"sort"
	"strconv"
	"strings"

	"rentang/viz/jsontree"
)

// file is a language file as it is written.
type file struct {
	code    string
	name    string
	plural  string
	numbers numbers
	months  struct {
		full  []string
		of    []string // beside a day: "19 июня"
		short []string
	}
	forms  map[form]string
	counts map[Key]map[string]string
	words  map[Key]string
}

// Load reads a language file. name is what errors call it. Reading is strict: an
// unknown key, one that is missing or occurs twice, a value of another type, a
// wording without one of its places or with a place that nobody fills is an error.
// All of them are reported at once, a line each, in the order of the file: name,
// line, field and what is wrong with it. What is no JSON is reported alone.
func Load(name string, data []byte) (*Language, error) {
	root, err := jsontree.Parse(string(data))
	if err != nil {
		line := 1
		if syntax, ok := err.(*jsontree.SyntaxError); ok {
			line = syntax.Line
		}
		return nil, fmt.Errorf("%s:%d: %w", name, line, err)
	}
	r := newReport(name)
	f := r.file(&root)
	f.check(r)
	if err := r.err(); err != nil {
		return nil, err
	}
	return f.language(), nil
}

// language makes the language of a checked file.
func (f *file) language() *Language {
	l := &Language{
		Code: f.code, Name: f.name, words: f.words, counts: f.counts, forms: f.forms,
		plural: f.plural, numbers: f.numbers,
		full: [12]string(f.months.full), of: [12]string(f.months.of), short: [12]string(f.months.short),
	}
	digits := make([]byte, 0, 4*(lastYear-firstYear+1))
	for y := firstYear; y <= lastYear; y++ {
		digits = strconv.AppendInt(digits, int64(y), 10)
	}
	l.years = string(digits)
	for i := range l.days {
		l.days[i] = one(f.forms[formAxisDay], "day", strconv.Itoa(i+1))
	}
	return l
}

// places lists the places of a pattern, sorted.
func places(pattern string) []string {
	var out []string
	for {
		_, name, after, ok := cutPlace(pattern)
		if !ok {
			sort.Strings(out)
			return out
		}
		out = append(out, name)
		pattern = after
	}
}

// agree reports whether a pattern has just the wanted places (names with spaces
// between), once each, in any order.
func agree(pattern, wanted string) bool {
	got, want := places(pattern), strings.Fields(wanted)
	sort.Strings(want)
	return strings.Join(got, " ") == strings.Join(want, " ")
}
