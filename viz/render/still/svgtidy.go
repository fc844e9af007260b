package still

import "bytes"

// tidy copies canvas's SVG from src to dst, one element a line, with two changes
// in its paths. The data is written again in the shorter form of svgpath.go. And
// style="a:b;c:d" becomes a="b" c="d": a page that shows the SVG inline and
// forbids inline styles in its Content-Security-Policy would else lose every line.
func tidy(dst, src []byte) []byte {
	const open, end = `<path d="`, `/>`
	for {
		head, rest, ok := bytes.Cut(src, []byte(open))
		dst = append(dst, head...)
		if !ok {
			return dst
		}
		data, rest, _ := bytes.Cut(rest, []byte(`"`))
		attrs, rest, _ := bytes.Cut(rest, []byte(end))
		dst = append(dst, open...)
		dst = shorten(dst, data)
		dst = append(dst, '"')
		dst = attributes(dst, attrs)
		dst = append(dst, end...)
		dst = append(dst, '\n')
		src = rest
	}
}

// attributes copies the attributes of a path, a style as attributes of its own.
func attributes(dst, src []byte) []byte {
	head, style, ok := bytes.Cut(src, []byte(` style="`))
	dst = append(dst, head...)
	if !ok {
		return dst
	}
	style, rest, _ := bytes.Cut(style, []byte(`"`))
	for d := range bytes.SplitSeq(style, []byte(";")) {
		name, value, _ := bytes.Cut(d, []byte(":"))
		dst = append(dst, ' ')
		dst = append(dst, name...)
		dst = append(dst, `="`...)
		dst = append(dst, value...)
		dst = append(dst, '"')
	}
	return append(dst, rest...)
}
