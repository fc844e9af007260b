package typeset

import (
	"github.com/golang/freetype/truetype"

	"rentang/viz/scene"
)

// Outline is a glyph's contours in font units, y up. A blank glyph has none.
type Outline struct {
	Contours   []Contour
	UnitsPerEm float64
}

// Contour is a closed sequence of on-curve points and quadratic curves.
type Contour struct {
	Start scene.Point
	Segs  []Seg
}

// Seg is a line (Quad false) or a quadratic curve with one control point.
type Seg struct {
	Quad bool
	C, P scene.Point
}

// Outline returns a glyph's outline; it is cached and must not be changed. A face
// or glyph that does not exist gives a blank outline.
func (s *Set) Outline(id scene.FaceID, glyph uint16) *Outline {
	if int(id) >= len(s.faces) {
		return &Outline{UnitsPerEm: 1000}
	}
	f := s.faces[id]
	if o, ok := f.outlines[glyph]; ok {
		return o
	}
	o := &Outline{UnitsPerEm: f.units}
	if f.load(&s.buf, glyph) {
		from := 0
		for _, to := range s.buf.Ends {
			if to < from || to > len(s.buf.Points) {
				break // a damaged glyph; what came before is whole
			}
			if c, ok := contour(s.buf.Points[from:to]); ok {
				o.Contours = append(o.Contours, c)
			}
			from = to
		}
	}
	f.outlines[glyph] = o
	return o
}

// contour turns TrueType points into segments. Between two control points the
// curve passes through their middle; a contour may also begin with a control point.
func contour(points []truetype.Point) (Contour, bool) {
	if len(points) == 0 {
		return Contour{}, false
	}
	at := func(p truetype.Point) scene.Point { return scene.Point{X: float64(p.X), Y: float64(p.Y)} }
	on := func(p truetype.Point) bool { return p.Flags&1 != 0 }
	mid := func(a, b scene.Point) scene.Point { return scene.Point{X: (a.X + b.X) / 2, Y: (a.Y + b.Y) / 2} }

	first, last := points[0], points[len(points)-1]
	c := Contour{Segs: make([]Seg, 0, len(points))}
	rest := points
	switch {
	case on(first):
		c.Start, rest = at(first), points[1:]
	case on(last):
		c.Start, rest = at(last), points[:len(points)-1]
	default:
		c.Start = mid(at(last), at(first))
	}
	var ctrl scene.Point
	pending := false
	for _, p := range rest {
		q := at(p)
		switch {
		case on(p) && pending:
			c.Segs = append(c.Segs, Seg{Quad: true, C: ctrl, P: q})
			pending = false
		case on(p):
			c.Segs = append(c.Segs, Seg{P: q})
		case pending:
			c.Segs = append(c.Segs, Seg{Quad: true, C: ctrl, P: mid(ctrl, q)})
			ctrl = q
		default:
			ctrl, pending = q, true
		}
	}
	if pending {
		c.Segs = append(c.Segs, Seg{Quad: true, C: ctrl, P: c.Start})
	} else {
		c.Segs = append(c.Segs, Seg{P: c.Start})
	}
	return c, true
}
