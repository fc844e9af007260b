package still

import (
	"bytes"
	"encoding/xml"
	"regexp"
	"strings"
	"unicode/utf8"
)

// clean removes what no text format may hold: control characters, the
// non-characters, and bytes that are not UTF-8.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || r == '\n':
			return r
		case r < ' ' || r >= 0x7f && r < 0xa0 || r == 0xfffe || r == 0xffff || r == utf8.RuneError:
			return -1
		}
		return r
	}, s)
}

// escape cleans a text and makes it safe in XML, between tags and in attributes.
func escape(s string) string {
	var b bytes.Buffer
	_ = xml.EscapeText(&b, []byte(clean(s))) // a Buffer does not fail
	return b.String()
}

// tagForm is the outer form of a BCP 47 language tag.
var tagForm = regexp.MustCompile(`^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$`)

// langTag returns the tag if it has the form of one, else the empty string.
func langTag(s string) string {
	if tagForm.MatchString(s) {
		return s
	}
	return ""
}
