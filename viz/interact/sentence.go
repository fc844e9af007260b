package interact

import (
	"unicode"
	"unicode/utf8"
)

// FirstSentence is the first sentence of a caption, its full stop included; the
// whole text where no sentence ends. A full stop after a single letter ("J.
// Stalin"), after an abbreviation with full stops inside ("U.S. Army") or before
// a small letter or a digit ("No. 1") ends none.
func FirstSentence(s string) string {
	word := 0       // letters since the last space or full stop
	dotted := false // a full stop inside the present word
	for i, r := range s {
		switch {
		case r == '。' || r == '！' || r == '？':
			return s[:i+utf8.RuneLen(r)]
		case r == '.' || r == '!' || r == '?' || r == '…':
			end := closing(s, i+utf8.RuneLen(r))
			if next, ok := afterSpace(s, end); ok && (r != '.' || (word > 1 && !dotted && !unicode.IsLower(next) && !unicode.IsDigit(next))) {
				return s[:end]
			}
			dotted, word = true, 0
		case unicode.IsSpace(r):
			word, dotted = 0, false
		default:
			word++
		}
	}
	return s
}

// closing skips closing marks after position i.
func closing(s string, i int) int {
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		if !unicode.Is(unicode.Pe, r) && !unicode.Is(unicode.Pf, r) && r != '"' && r != '\'' {
			break
		}
		i += n
	}
	return i
}

// afterSpace is the first rune after the space at i; ok is false where there is
// no space. At the end of the text it is a capital letter, so to speak.
func afterSpace(s string, i int) (next rune, ok bool) {
	if i == len(s) {
		return 'A', true
	}
	space := false
	for _, r := range s[i:] {
		if !unicode.IsSpace(r) {
			return r, space
		}
		space = true
	}
	return 'A', true
}
