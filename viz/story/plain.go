package story

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// flaw is what is wrong with a text that will be set in type, and what is expected;
// both empty for a sound text. Texts are one paragraph, so a line break is a flaw.
// most is the greatest length in characters.
func flaw(s string, most int) (what, expected string) {
	count := 0
	for _, r := range s {
		count++
		if what == "" && (r < ' ' || r >= 0x7f) {
			what, expected = flawOf(r)
		}
	}
	if count > most {
		return strconv.Itoa(count) + " characters", "expected at most " + strconv.Itoa(most)
	}
	return what, expected
}

// flawOf says what is wrong with a character. What changes the direction of the text
// around it can make a credit or a figure read otherwise than it is written.
func flawOf(r rune) (what, expected string) {
	switch {
	case r == '\n' || r == '\r' || r == '\u2028' || r == '\u2029' || r == '\u0085':
		return "a line break in the text", "expected one paragraph"
	case r == '\t':
		return "a tab in the text", "expected a space"
	case r < ' ' || r >= 0x7f && r < 0xa0:
		return "control character " + codePoint(r), "expected it to be removed"
	case r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069':
		return "direction override " + codePoint(r), "expected it to be removed"
	case r == utf8.RuneError:
		return "the replacement character U+FFFD, left by a broken conversion", "expected the character that was lost"
	case r == '\ufeff':
		return "a byte-order mark inside the text", "expected it to be removed"
	}
	return "", ""
}

// noteFlaw is flaw for what only editors read, where line breaks and tabs are fine.
func noteFlaw(s string) (what, expected string) {
	what, expected = flaw(s, MaxNote)
	if !strings.ContainsAny(s, "\n\r\t") {
		return what, expected
	}
	return flaw(strings.NewReplacer("\n", " ", "\r", " ", "\t", " ").Replace(s), MaxNote)
}

// codePoint is U+202E for the rune.
func codePoint(r rune) string {
	s := strings.ToUpper(strconv.FormatInt(int64(r), 16))
	return "U+" + strings.Repeat("0", max(0, 4-len(s))) + s
}

// addressFlaw is what is wrong with the address of a link. Addresses come from
// files and end up in pages, so only schemes that open a page or a letter pass.
func addressFlaw(s string) (what, expected string) {
	const want = "expected an address that begins with https:, http: or mailto:"
	if what, expected = flaw(s, MaxLine); what != "" {
		return what, expected
	}
	scheme, rest, found := strings.Cut(s, ":")
	if !found {
		return quote(s) + " has no scheme", want
	}
	if strings.ContainsAny(s, " \"<>\\`{}|^") {
		return quote(s) + " has a space or a character that an address cannot hold", "expected it to be percent-encoded"
	}
	switch strings.ToLower(scheme) {
	case "mailto":
		if !strings.Contains(rest, "@") {
			return quote(s) + " is no mail address", want
		}
	case "http", "https":
		host, slashes := strings.CutPrefix(rest, "//")
		if i := strings.IndexAny(host, "/?#"); i >= 0 {
			host = host[:i]
		}
		if !slashes || host == "" {
			return quote(s) + " has no host", want
		}
		if strings.Contains(host, "@") {
			return quote(s) + " hides its host behind a user name", want
		}
	default:
		return "scheme " + quote(scheme), want
	}
	return "", ""
}

// wellFormedID reports whether s is made of a to z, 0 to 9 and hyphens, begins and
// ends with a letter or digit and is not too long. Directions, kinds and strips may
// also have underscores.
func wellFormedID(s string, underscores bool) bool {
	if s == "" || len(s) > MaxID {
		return false
	}
	for i := range len(s) {
		c := s[i]
		switch {
		case c >= 'a' && c <= 'z' || c >= '0' && c <= '9':
		case c == '-' || c == '_' && underscores:
			if i == 0 || i == len(s)-1 {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// wellFormedLanguage reports whether s has the form of a BCP 47 tag: a language of
// two or three small letters and subtags of one to eight letters or digits.
func wellFormedLanguage(s string) bool {
	if len(s) > 35 {
		return false
	}
	for i, part := range strings.Split(s, "-") {
		if i == 0 && (len(part) < 2 || len(part) > 3 || part != strings.ToLower(part)) || part == "" || len(part) > 8 {
			return false
		}
		for _, c := range []byte(part) {
			letter := c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
			if !letter && (i == 0 || c < '0' || c > '9') {
				return false
			}
		}
	}
	return true
}
