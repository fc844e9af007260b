package typeset

import (
	"math"
	"slices"

	"github.com/golang/freetype/raster"
	"golang.org/x/image/math/fixed"

	"rentang/viz/scene"
)

// Mask is how much of each pixel a glyph covers.
type Mask struct {
	Pix       []byte // W*H bytes, row by row, 0 to 255
	W, H      int    // device pixels; both 0 for a glyph without ink
	Left, Top int    // from the glyph's origin to the upper left corner, device pixels
}

// Masker rasterises outlines with freetype's rasteriser. The zero Masker is ready
// to use; it keeps its memory and is not safe for concurrent use.
type Masker struct {
	r    *raster.Rasterizer
	mask Mask
}

// Glyph rasterises an outline at size device pixels to the em, turned as the run
// is, with its origin dx to the right and dy below the corner of a pixel (0 to 1
// each). The mask is valid until the next call.
func (m *Masker) Glyph(o *Outline, size float64, turn scene.Turn, dx, dy float64) Mask {
	m.mask = Mask{Pix: m.mask.Pix[:0]}
	if o == nil || len(o.Contours) == 0 {
		return m.mask
	}
	t := o.Transform(size, turn)
	t.dx, t.dy = dx, dy
	lo, hi := t.bounds(o)
	left, top := math.Floor(lo.X), math.Floor(lo.Y)
	// One pixel of room: freetype divides towards zero, which is wrong below it.
	t.dx, t.dy = dx-left+1, dy-top+1
	m.mask.Left, m.mask.Top = int(left)-1, int(top)-1
	m.mask.W, m.mask.H = int(math.Ceil(hi.X)-left)+2, int(math.Ceil(hi.Y)-top)+2
	n := m.mask.W * m.mask.H
	m.mask.Pix = slices.Grow(m.mask.Pix, n)[:n]
	clear(m.mask.Pix)
	if m.r == nil {
		m.r = raster.NewRasterizer(m.mask.W, m.mask.H)
	} else {
		m.r.SetBounds(m.mask.W, m.mask.H)
	}
	m.r.UseNonZeroWinding = true
	for _, c := range o.Contours {
		start := t.fix(c.Start)
		m.r.Start(start)
		for _, s := range c.Segs {
			if s.Quad {
				m.r.Add2(t.fix(s.C), t.fix(s.P))
			} else {
				m.r.Add1(t.fix(s.P))
			}
		}
		m.r.Add1(start)
	}
	m.r.Rasterize(m)
	return m.mask
}

// Paint implements raster.Painter.
func (m *Masker) Paint(spans []raster.Span, done bool) {
	for _, s := range spans {
		line := m.mask.Pix[s.Y*m.mask.W : (s.Y+1)*m.mask.W]
		for x := max(0, s.X0); x < min(s.X1, len(line)); x++ {
			line[x] = byte((s.Alpha*255 + 0x7fff) / 0xffff)
		}
	}
}

// Transform leads from font units, y up, to pixels, y down.
type Transform struct {
	xx, xy, yx, yy, dx, dy float64
}

// Transform returns the way from the outline's units to pixels around the
// glyph's origin at size pixels to the em, turned as a run is.
func (o *Outline) Transform(size float64, turn scene.Turn) Transform {
	k := size / o.UnitsPerEm
	switch turn {
	case scene.Up: // a quarter turn to the left: advance goes up, ascenders point left
		return Transform{xy: -k, yx: -k}
	case scene.Down: // a quarter turn to the right
		return Transform{xy: k, yx: k}
	}
	return Transform{xx: k, yy: -k}
}

// Apply transforms a point.
func (t Transform) Apply(p scene.Point) scene.Point {
	return scene.Point{X: t.xx*p.X + t.xy*p.Y + t.dx, Y: t.yx*p.X + t.yy*p.Y + t.dy}
}

func (t Transform) fix(p scene.Point) fixed.Point26_6 {
	q := t.Apply(p)
	return fixed.Point26_6{X: fixed.Int26_6(math.Round(q.X * 64)), Y: fixed.Int26_6(math.Round(q.Y * 64))}
}

// bounds holds every point, control points included.
func (t Transform) bounds(o *Outline) (lo, hi scene.Point) {
	lo, hi = scene.Point{X: math.Inf(1), Y: math.Inf(1)}, scene.Point{X: math.Inf(-1), Y: math.Inf(-1)}
	see := func(p scene.Point) {
		q := t.Apply(p)
		lo.X, lo.Y = min(lo.X, q.X), min(lo.Y, q.Y)
		hi.X, hi.Y = max(hi.X, q.X), max(hi.Y, q.Y)
	}
	for _, c := range o.Contours {
		see(c.Start)
		for _, s := range c.Segs {
			see(s.P)
			if s.Quad {
				see(s.C)
			}
		}
	}
	return lo, hi
}
