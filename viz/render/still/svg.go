package still

import (
	"bytes"
	"fmt"
	"hash/fnv"
	"io"
	"math"

	"github.com/tdewolff/canvas/renderers/svg"

	"rentang/viz/scene"
)

// svgGrid is the number of steps in a CSS pixel to which SVG coordinates are
// rounded. Nothing moves by more than 0.01 px: half a step for a point of a path,
// twice that for a glyph, whose origin and outline are rounded apart.
const svgGrid = 100

// SVG writes the scene as an SVG document: text as outlines, pictures inside,
// with the scene's title and description as its accessible name.
func SVG(w io.Writer, s *scene.Scene, r Resources) error {
	if err := check(s); err != nil {
		return err
	}
	width, height := math.Round(s.Size.X*svgGrid)/svgGrid, math.Round(s.Size.Y*svgGrid)/svgGrid
	if width == 0 || height == 0 {
		return fmt.Errorf("still: picture of %gx%g CSS pixels: %w", s.Size.X, s.Size.Y, ErrSize)
	}
	var b bytes.Buffer
	b.Grow(1 << 20) // growing in steps costs a tenth of the time
	to := svg.New(&b, width, height, &svg.Options{SizeUnits: "px"})
	p := painter{to: to, res: r, height: height, unit: 1, grid: svgGrid}
	if err := p.draw(s); err != nil {
		return err
	}
	if err := to.Close(); err != nil {
		return fmt.Errorf("still: %w", err)
	}
	// canvas opens with the svg tag; ours gets a name, and then the rest follows
	// with its paths shortened.
	open, rest, ok := bytes.Cut(b.Bytes(), []byte(">"))
	if !ok {
		return fmt.Errorf("still: canvas wrote no SVG")
	}
	out := append(make([]byte, 0, b.Len()/2), open...)
	out = append(out, svgHead(s, r.Meta.fill(s))...)
	out = tidy(out, rest)
	_, err := w.Write(out)
	return err
}

// svgHead ends the opening tag and adds what describes the picture. The ids are
// made from the words, so that two stills in one page do not take each other's
// name unless it is the same.
func svgHead(s *scene.Scene, m Meta) []byte {
	title, desc, lang := escape(s.Title), escape(s.Desc), langTag(s.Lang)
	h := fnv.New32a()
	fmt.Fprintf(h, "%s\n%s", title, desc)
	id := fmt.Sprintf("s%08x", h.Sum32())
	var b bytes.Buffer
	if lang != "" {
		fmt.Fprintf(&b, ` lang="%s" xml:lang="%[1]s"`, lang)
	}
	b.WriteString(` role="img"`)
	switch {
	case title != "" && desc != "":
		fmt.Fprintf(&b, ` aria-labelledby="%s-title" aria-describedby="%[1]s-desc">`, id)
	case title != "":
		fmt.Fprintf(&b, ` aria-labelledby="%s-title">`, id)
	case desc != "":
		fmt.Fprintf(&b, ` aria-describedby="%s-desc">`, id)
	default:
		b.WriteString(`>`)
	}
	if title != "" {
		fmt.Fprintf(&b, `<title id="%s-title">%s</title>`, id, title)
	}
	if desc != "" {
		fmt.Fprintf(&b, `<desc id="%s-desc">%s</desc>`, id, desc)
	}
	if m != (Meta{}) {
		fmt.Fprintf(&b, "<metadata>%s</metadata>", m.rdf())
	}
	b.WriteByte('\n')
	return b.Bytes()
}
