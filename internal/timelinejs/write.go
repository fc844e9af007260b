package timelinejs

import (
	"strings"

	"rentang/viz/jsontree"
)

// encode writes a value as JSON, indented by two spaces, with a line end.
func encode(n node) []byte {
	var b strings.Builder
	write(&b, &n, "\n")
	b.WriteByte('\n')
	return []byte(b.String())
}

// compact writes a value as JSON on one line.
func compact(n node) string {
	var b strings.Builder
	write(&b, &n, "")
	return b.String()
}

// write writes a value; newline is a line end and the indent, or nothing.
func write(b *strings.Builder, n *node, newline string) {
	inner := newline
	if newline != "" {
		inner += "  "
	}
	switch n.Kind {
	case jsontree.String:
		writeText(b, n.Text)
	case jsontree.Array, jsontree.Object:
		brackets := "[]"
		if n.Kind == jsontree.Object {
			brackets = "{}"
		}
		b.WriteByte(brackets[0])
		for i := range n.Kids {
			if i > 0 {
				b.WriteByte(',')
			}
			b.WriteString(inner)
			if n.Kind == jsontree.Object {
				writeText(b, n.Kids[i].Name)
				b.WriteByte(':')
				if newline != "" {
					b.WriteByte(' ')
				}
			}
			write(b, &n.Kids[i], inner)
		}
		if len(n.Kids) > 0 {
			b.WriteString(newline)
		}
		b.WriteByte(brackets[1])
	default:
		b.WriteString(n.Text)
	}
}

func writeText(b *strings.Builder, s string) {
	const digits = "0123456789abcdef"
	b.WriteByte('"')
	for i := range len(s) {
		switch c := s[i]; {
		case c == '"' || c == '\\':
			b.WriteByte('\\')
			b.WriteByte(c)
		case c == '\n':
			b.WriteString(`\n`)
		case c == '\t':
			b.WriteString(`\t`)
		case c == '\r':
			b.WriteString(`\r`)
		case c < ' ' || c == 0x7f:
			b.WriteString(`\u00`)
			b.WriteByte(digits[c>>4])
			b.WriteByte(digits[c&15])
		default:
			b.WriteByte(c)
		}
	}
	b.WriteByte('"')
}
