package scene

import (
	"bufio"
	"fmt"
	"io"
)

// Dump writes the scene as text, one operation a line, numbers with two
// decimals: the form in which goldens are kept and in which a change is read.
func (s *Scene) Dump(w io.Writer) error {
	b := bufio.NewWriter(w)
	fmt.Fprintf(b, "scene %gx%g %s\n", s.Size.X, s.Size.Y, hex(s.Background))
	d := dumper{b}
	s.Replay(d)
	for _, z := range s.Zones {
		fmt.Fprintf(b, "zone %d %q %.2f,%.2f %.2fx%.2f %q\n", z.Role, z.ID, z.Area.Min.X, z.Area.Min.Y, z.Area.W(), z.Area.H(), z.Label)
	}
	return b.Flush()
}

func hex(c Color) string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }

// dumper is the Painter behind Dump.
type dumper struct{ w *bufio.Writer }

func (d dumper) path(p *Path) {
	for i := range p.Ends {
		pts, closed := p.Contour(i)
		for j, q := range pts {
			verb := 'L'
			if j == 0 {
				verb = 'M'
			}
			fmt.Fprintf(d.w, " %c%.2f,%.2f", verb, q.X, q.Y)
		}
		if closed {
			fmt.Fprint(d.w, " Z")
		}
	}
	fmt.Fprintln(d.w)
}

func (d dumper) Fill(p *Path, c Color) {
	fmt.Fprintf(d.w, "fill %s", hex(c))
	d.path(p)
}

func (d dumper) Stroke(p *Path, pen Pen) {
	fmt.Fprintf(d.w, "stroke %s %.2f %d", hex(pen.Color), pen.Width, pen.Cap)
	d.path(p)
}

func (d dumper) Glyphs(r *GlyphRun, c Color) {
	at := r.Glyphs[0].At
	fmt.Fprintf(d.w, "glyphs %s face%d %.2f turn%d %.2f,%.2f n%d %q\n", hex(c), r.Face, r.Size, r.Turn, at.X, at.Y, len(r.Glyphs), r.Text)
}

func (d dumper) Picture(id string, src, dst Rect) {
	fmt.Fprintf(d.w, "picture %q %.2f,%.2f %.2fx%.2f\n", id, dst.Min.X, dst.Min.Y, dst.W(), dst.H())
}
