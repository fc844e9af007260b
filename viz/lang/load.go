package lang

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"
)

// file is a language file as it is written.
type file struct {
	Code    string  `json:"code"`
	Name    string  `json:"name"`
	Plural  string  `json:"plural"`
	Numbers numbers `json:"numbers"`
	Months  struct {
		Full  []string `json:"full"`
		Of    []string `json:"of"` // beside a day: "19 июня"
		Short []string `json:"short"`
	} `json:"months"`
	Forms  map[form]string           `json:"forms"`
	Counts map[Key]map[string]string `json:"counts"`
	Words  map[Key]string            `json:"words"`
}

// Load reads a language file. name is what errors call it. Reading is strict: an
// unknown or missing key, a wording without one of its places or with a place
// that nobody fills is an error, and all of them are reported at once, a line each.
func Load(name string, data []byte) (*Language, error) {
	if !utf8.Valid(data) {
		return nil, fmt.Errorf("%s: not UTF-8", name)
	}
	var f file
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&f); err != nil {
		return nil, fmt.Errorf("%s:%d: %w", name, line(data, err, dec), err)
	}
	if _, err := dec.Token(); err != io.EOF {
		return nil, fmt.Errorf("%s:%d: something stands after the end of the language", name, line(data, nil, dec))
	}
	if problems := f.check(); len(problems) > 0 {
		errs := make([]error, len(problems))
		for i, p := range problems {
			errs[i] = fmt.Errorf("%s: %s", name, p)
		}
		return nil, errors.Join(errs...)
	}
	return f.language(), nil
}

// line is the line of a decoding error, from 1. The decoder does not say where an
// unknown field stands, so that one is looked for.
func line(data []byte, err error, dec *json.Decoder) int {
	at := int(dec.InputOffset())
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		at = int(syntax.Offset)
	case errors.As(err, &kind):
		at = int(kind.Offset)
	case err != nil:
		if field, ok := strings.CutPrefix(err.Error(), "json: unknown field "); ok {
			at = max(0, bytes.Index(data, []byte(field)))
		}
	}
	return 1 + bytes.Count(data[:min(at, len(data))], []byte("\n"))
}

// language makes the language of a checked file.
func (f *file) language() *Language {
	l := &Language{
		Code: f.Code, Name: f.Name, words: f.Words, counts: f.Counts, forms: f.Forms,
		plural: f.Plural, numbers: f.Numbers,
		full: [12]string(f.Months.Full), of: [12]string(f.Months.Of), short: [12]string(f.Months.Short),
	}
	digits := make([]byte, 0, 4*(lastYear-firstYear+1))
	for y := firstYear; y <= lastYear; y++ {
		digits = strconv.AppendInt(digits, int64(y), 10)
	}
	l.years = string(digits)
	for i := range l.days {
		l.days[i] = one(f.Forms[formAxisDay], "day", strconv.Itoa(i+1))
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
