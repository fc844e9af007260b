package state

import "strings"

// Percent escapes are read and written here because net/url brings more into the
// viewer than the picture needs.

// unescape decodes percent escapes, and in a query "+" too; ok is false where an
// escape is malformed or the text is not UTF-8.
func unescape(s string, query bool) (text string, ok bool) {
	if !strings.ContainsAny(s, "%+") {
		return s, valid(s)
	}
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '%':
			if i+2 >= len(s) {
				return "", false
			}
			hi, lo := hex(s[i+1]), hex(s[i+2])
			if hi < 0 || lo < 0 {
				return "", false
			}
			b = append(b, byte(hi<<4|lo))
			i += 2
		case c == '+' && query:
			b = append(b, ' ')
		default:
			b = append(b, c)
		}
	}
	return string(b), valid(string(b))
}

func valid(s string) bool { return strings.ToValidUTF8(s, "") == s }

func hex(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c|0x20 >= 'a' && c|0x20 <= 'f':
		return int(c|0x20-'a') + 10
	}
	return -1
}

// escape writes a text so that unescape reads it, in a query as in a fragment.
func escape(s string) string {
	const digits = "0123456789ABCDEF"
	var b strings.Builder
	for i := range len(s) {
		c := s[i]
		lower := c | 0x20
		if lower >= 'a' && lower <= 'z' || c >= '0' && c <= '9' || strings.IndexByte("-._~", c) >= 0 {
			b.WriteByte(c)
			continue
		}
		b.WriteByte('%')
		b.WriteByte(digits[c>>4])
		b.WriteByte(digits[c&15])
	}
	return b.String()
}
