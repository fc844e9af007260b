package state

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Limits on what is read; nothing longer means anything.
const (
	longestQuery = 1 << 13
	longestID    = 200
	shownValue   = 60
)

// Parse reads a query ("lang=ko&mode=sqrt", with or without "?") and a fragment
// ("event-…", with or without "#"). Parameters and fragments that are not ours
// are left alone; of a parameter given twice the first counts.
func Parse(query, fragment string) (State, []Warning) {
	p := parser{seen: map[string]bool{}}
	query = strings.TrimPrefix(query, "?")
	if len(query) > longestQuery {
		p.warn("?", query, "a query of at most 8192 bytes")
		query = ""
	}
	for pair := range strings.SplitSeq(query, "&") {
		name, value, _ := strings.Cut(pair, "=")
		p.param(name, value)
	}
	p.fragment(strings.TrimPrefix(fragment, "#"))
	return p.state, p.warnings
}

type parser struct {
	state    State
	seen     map[string]bool
	warnings []Warning
}

func (p *parser) warn(param, value, want string) {
	if utf8.RuneCountInString(value) > shownValue {
		value = string([]rune(value)[:shownValue]) + "…"
	}
	p.warnings = append(p.warnings, Warning{param, strings.ToValidUTF8(value, "�"), want})
}

// param reads one parameter.
func (p *parser) param(name, raw string) {
	name, ok := unescape(name, true)
	if !ok {
		return // none of our names needs an escape
	}
	read := p.reader(name)
	if read == nil {
		return
	}
	if p.seen[name] {
		p.warn(name, raw, "the parameter once")
		return
	}
	p.seen[name] = true
	value, ok := unescape(raw, true)
	if !ok {
		p.warn(name, raw, "valid percent escapes")
		return
	}
	if want := read(value); want != "" {
		p.warn(name, value, want)
	}
}

// reader returns what reads a parameter; nil for one that is not ours. A reader
// returns what it expected, or "" when it was content.
func (p *parser) reader(name string) func(value string) (want string) {
	switch name {
	case "lang":
		return p.lang
	case "time":
		return p.time
	}
	for _, c := range choices() {
		if c.param == name {
			return func(v string) string { return p.choose(c, v) }
		}
	}
	for _, f := range flags() {
		if f.param == name {
			return func(v string) string { return p.flag(f, v) }
		}
	}
	return nil
}

func (p *parser) lang(v string) string {
	if !tag(v) {
		return "a language tag such as ko"
	}
	p.state.Lang = v
	return ""
}

func (p *parser) time(v string) string {
	r, err := ParseRange(v)
	if err != nil {
		return err.Error()
	}
	p.state.Time = r
	return ""
}

func (p *parser) choose(c choice, v string) string {
	switch slices.Index(c.values, v) {
	case -1:
		return strings.Join(c.values, ", ")
	case 0:
		v = ""
	}
	*c.field(&p.state) = v
	return ""
}

func (p *parser) flag(f flag, v string) string {
	switch v {
	case "1", "true":
		*f.field(&p.state) = true
	case "0", "false":
	default:
		return "1 or 0"
	}
	return ""
}

func (p *parser) fragment(raw string) {
	rest, ours := strings.CutPrefix(raw, "event-")
	if !ours {
		return
	}
	id, ok := unescape(rest, false)
	if !ok || !ID(id) {
		p.warn("#", raw, "event- and the id of an event")
		return
	}
	p.state.Event = id
}

// ID reports whether s could be an event's id: 1 to 200 bytes of visible text.
func ID(s string) bool {
	if s == "" || len(s) > longestID || !utf8.ValidString(s) {
		return false
	}
	for _, r := range s {
		if !unicode.IsGraphic(r) || unicode.IsSpace(r) {
			return false
		}
	}
	return true
}

// tag reports whether s has the form of a language tag: subtags of 1 to 8 letters
// and digits, the first of 2 to 8 letters.
func tag(s string) bool {
	if len(s) > 35 {
		return false
	}
	first := true
	for sub := range strings.SplitSeq(s, "-") {
		if len(sub) < 1 || len(sub) > 8 || (first && len(sub) < 2) {
			return false
		}
		for i := range len(sub) {
			c := sub[i] | 0x20
			if letter := c >= 'a' && c <= 'z'; !letter && (first || sub[i] < '0' || sub[i] > '9') {
				return false
			}
		}
		first = false
	}
	return true
}
