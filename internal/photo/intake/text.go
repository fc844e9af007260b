package intake

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// plain makes one paragraph of what a file says: white space becomes a space, and
// what cannot be seen and changes how the rest is read - control characters, marks
// that turn the direction of writing - is left out.
func plain(s string) string {
	if !utf8.ValidString(s) {
		s = latin(s)
	}
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case r < ' ' || r >= 0x7f && r < 0xa0, r == utf8.RuneError, r == 0xfeff, r&0xfffe == 0xfffe,
			r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069:
			return -1
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}

// latin reads bytes as Latin-1.
func latin(s string) string {
	r := make([]rune, len(s))
	for i := range len(s) {
		r[i] = rune(s[i])
	}
	return string(r)
}

// mended undoes the reading of UTF-8 as Latin-1. IPTC texts without a declared
// character set are Latin-1 by the book and UTF-8 by habit, and what is UTF-8 with
// letters of several bytes is nothing else by chance.
func mended(s string) string {
	b := make([]byte, 0, len(s))
	wide := false
	for _, r := range s {
		if r > 0xff {
			return s
		}
		wide = wide || r >= 0x80
		b = append(b, byte(r))
	}
	if !wide || !utf8.Valid(b) {
		return s
	}
	return string(b)
}

// clip shortens a text to a number of characters, at a word where there is one.
func clip(s string, most int) string {
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	r := []rune(s)[:most-1]
	for i := len(r) - 1; i > most/2; i-- {
		if r[i] == ' ' {
			r = r[:i]
			break
		}
	}
	return string(r) + "…"
}
