package jsontree

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// parser walks src once. After the first error every method returns at once.
type parser struct {
	src   string
	at    int // next byte
	line  int32
	stack []Node // kids of the containers that are still open
	err   *SyntaxError
}

// fail keeps the first error.
func (p *parser) fail(at int, what, expected string) {
	if p.err != nil {
		return
	}
	start := strings.LastIndexByte(p.src[:at], '\n') + 1
	p.err = &SyntaxError{Line: int(p.line), Column: at - start + 1, What: what, Expected: expected}
}

// unexpected names what stands where something else should.
func (p *parser) unexpected(expected string) {
	if p.at >= len(p.src) {
		p.fail(len(p.src), "the file ends too early", expected)
		return
	}
	r, size := utf8.DecodeRuneInString(p.src[p.at:])
	if r == utf8.RuneError && size == 1 {
		p.fail(p.at, "not UTF-8", "text in UTF-8")
		return
	}
	p.fail(p.at, "unexpected "+strconv.QuoteRune(r), expected)
}

// space skips white space and counts lines.
func (p *parser) space() {
	for p.at < len(p.src) {
		switch p.src[p.at] {
		case '\n':
			p.line++
		case ' ', '\t', '\r':
		default:
			return
		}
		p.at++
	}
}

// next skips white space and returns the byte after it, 0 at the end.
func (p *parser) next() byte {
	p.space()
	if p.at < len(p.src) {
		return p.src[p.at]
	}
	return 0
}

func (p *parser) value(depth int) Node {
	c := p.next()
	n := Node{Line: p.line}
	switch {
	case c == '{' || c == '[':
		if depth == MaxDepth {
			p.fail(p.at, "nested too deep", "at most "+strconv.Itoa(MaxDepth)+" levels")
		} else if c == '{' {
			n.Kind = Object
			n.Kids = p.members(depth + 1)
		} else {
			n.Kind = Array
			n.Kids = p.items(depth + 1)
		}
	case c == '"':
		n.Kind = String
		n.Text = p.text()
	case c == '-' || c >= '0' && c <= '9':
		n.Kind = Number
		n.Text = p.number()
	case p.word("null"):
		n.Text = "null"
	case p.word("true"):
		n.Kind, n.Text = Bool, "true"
	case p.word("false"):
		n.Kind, n.Text = Bool, "false"
	default:
		p.unexpected("a value")
	}
	return n
}

// word takes a literal.
func (p *parser) word(w string) bool {
	if !strings.HasPrefix(p.src[p.at:], w) {
		return false
	}
	p.at += len(w)
	return true
}

func (p *parser) items(depth int) []Node {
	p.at++ // the bracket
	mark := len(p.stack)
	if p.next() == ']' {
		p.at++
		return nil
	}
	for p.err == nil {
		p.stack = append(p.stack, p.value(depth))
		if p.closes(']') {
			break
		}
	}
	return p.pop(mark)
}

func (p *parser) members(depth int) []Node {
	p.at++ // the brace
	mark := len(p.stack)
	if p.next() == '}' {
		p.at++
		return nil
	}
	for p.err == nil {
		if p.next() != '"' {
			p.unexpected("a name in double quotes")
			break
		}
		line := p.line
		name := p.text()
		if p.err != nil {
			break
		}
		if p.next() != ':' {
			p.unexpected("a colon after the name")
			break
		}
		p.at++
		n := p.value(depth)
		n.Line, n.Name = line, name
		p.stack = append(p.stack, n)
		if p.closes('}') {
			break
		}
	}
	return p.pop(mark)
}

// closes takes the comma or the closing bracket after a kid.
func (p *parser) closes(bracket byte) bool {
	if p.err != nil {
		return true
	}
	switch p.next() {
	case bracket:
		p.at++
		return true
	case ',':
		comma, line := p.at, p.line
		p.at++
		if p.next() == bracket {
			p.line = line
			p.fail(comma, "a comma before the closing "+strconv.QuoteRune(rune(bracket)), "no comma after the last entry")
		}
		return false
	}
	p.unexpected("a comma or " + strconv.QuoteRune(rune(bracket)))
	return true
}

// pop takes the kids above mark off the stack, in memory of just their size.
func (p *parser) pop(mark int) []Node {
	kids := make([]Node, len(p.stack)-mark)
	copy(kids, p.stack[mark:])
	p.stack = p.stack[:mark]
	return kids
}

// number takes a number as RFC 8259 writes it.
func (p *parser) number() string {
	start := p.at
	if p.peek() == '-' {
		p.at++
	}
	if p.peek() == '0' {
		p.at++
	} else {
		p.digits()
	}
	if p.peek() == '.' {
		p.at++
		p.digits()
	}
	if c := p.peek(); c == 'e' || c == 'E' {
		p.at++
		if c := p.peek(); c == '+' || c == '-' {
			p.at++
		}
		p.digits()
	}
	return p.src[start:p.at]
}

func (p *parser) digits() {
	start := p.at
	for c := p.peek(); c >= '0' && c <= '9'; c = p.peek() {
		p.at++
	}
	if p.at == start {
		p.unexpected("a digit")
	}
}

func (p *parser) peek() byte {
	if p.at < len(p.src) {
		return p.src[p.at]
	}
	return 0
}
