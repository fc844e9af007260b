package jsontree

import (
	"strconv"
	"unicode/utf16"
	"unicode/utf8"
)

// text takes a string. One without escapes is a part of src, which saves a copy.
func (p *parser) text() string {
	p.at++ // the quote
	start := p.at
	var b []byte // what was read before start, once there was an escape
	for p.at < len(p.src) {
		switch c := p.src[p.at]; {
		case c == '"':
			part := p.src[start:p.at]
			p.at++
			if b == nil {
				return part
			}
			return string(append(b, part...))
		case c == '\\':
			b = append(b, p.src[start:p.at]...)
			b = p.escape(b)
			if p.err != nil {
				return ""
			}
			start = p.at
		case c == '\n' || c == '\r':
			p.fail(p.at, "the line ends inside a text", "a closing quote, or \\n for a line break")
			return ""
		case c < ' ':
			p.fail(p.at, "control character "+strconv.QuoteRune(rune(c))+" in a text", "it to be removed or written as an escape")
			return ""
		case c < utf8.RuneSelf:
			p.at++
		default:
			r, size := utf8.DecodeRuneInString(p.src[p.at:])
			if r == utf8.RuneError && size == 1 {
				p.fail(p.at, "not UTF-8", "text in UTF-8")
				return ""
			}
			p.at += size
		}
	}
	p.fail(len(p.src), "the file ends inside a text", "a closing quote")
	return ""
}

// escape takes the backslash at p.at and what it stands before.
func (p *parser) escape(b []byte) []byte {
	start := p.at
	p.at++
	c := p.peek()
	p.at++
	switch c {
	case '"', '\\', '/':
		return append(b, c)
	case 'b':
		return append(b, '\b')
	case 'f':
		return append(b, '\f')
	case 'n':
		return append(b, '\n')
	case 'r':
		return append(b, '\r')
	case 't':
		return append(b, '\t')
	case 'u':
		r, ok := p.hex()
		if ok && utf16.IsSurrogate(r) {
			var low rune
			if p.word(`\u`) {
				low, ok = p.hex()
			}
			if r = utf16.DecodeRune(r, low); r == utf8.RuneError {
				p.fail(start, "half of a surrogate pair", `both halves, or the character itself`)
			}
		}
		if !ok {
			p.fail(start, `\u without four digits`, `\u and four digits from 0 to f`)
		}
		return utf8.AppendRune(b, r)
	}
	p.fail(start, "unknown escape after a backslash", `\" \\ \/ \b \f \n \r \t or \u and four digits`)
	return b
}

// hex takes four hexadecimal digits.
func (p *parser) hex() (r rune, ok bool) {
	for range 4 {
		c := rune(p.peek())
		switch {
		case c >= '0' && c <= '9':
			c -= '0'
		case c >= 'a' && c <= 'f':
			c -= 'a' - 10
		case c >= 'A' && c <= 'F':
			c -= 'A' - 10
		default:
			return 0, false
		}
		r = r<<4 | c
		p.at++
	}
	return r, true
}
