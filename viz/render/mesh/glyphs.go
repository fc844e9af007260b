package mesh

import (
	"math"

	"rentang/viz/scene"
)

// glyphKey names a glyph's mask: what is drawn, how large, and where in the pixel.
type glyphKey struct {
	size   float32 // device pixels to the em
	id     uint16
	face   scene.FaceID
	turn   scene.Turn
	fx, fy uint8
}

const (
	// coarseSteps and fineSteps are how many places in a pixel, each way, a glyph is
	// kept for: the fine ones where a device pixel is as large as a CSS pixel. There
	// a quarter of a pixel shows: upright, where letters cover a third of the picture,
	// it is 1.35 levels from the still in the mean, an eighth is under 1.
	coarseSteps = 4
	fineSteps   = 8
	fineBelow   = 1.5 // device pixels in a CSS pixel
	// glyphMax is the em size in device pixels above which glyphs are filled as
	// shapes: a single one would crowd the atlas.
	glyphMax = 160
)

// Glyphs implements scene.Painter.
func (b *Builder) Glyphs(run *scene.GlyphRun, c scene.Color) {
	b.setColor(c)
	size := run.Size * b.scale
	if !(size > 0 && size < 1e4) {
		return
	}
	for _, g := range run.Glyphs {
		x, y := g.At.X*b.scale, g.At.Y*b.scale
		// An em and a half holds any glyph of a text face.
		if r := 1.5 * size; !(x > -r && y > -r && x < float64(b.width)+r && y < float64(b.height)+r) {
			continue
		}
		if size > glyphMax || !b.glyph(run, g.ID, size, x, y) {
			b.large(run, g.ID, size, x, y)
		}
	}
}

// glyph draws a glyph from the atlas; false when there is no room.
func (b *Builder) glyph(run *scene.GlyphRun, id uint16, size, x, y float64) bool {
	steps := coarseSteps
	if b.scale < fineBelow {
		steps = fineSteps
	}
	ix, fx := place(x, steps)
	iy, fy := place(y, steps)
	key := glyphKey{float32(size), id, run.Face, run.Turn, fx, fy}
	e, ok := b.atlas.glyphs[key]
	if !ok {
		m := b.masker.Glyph(b.faces.Outline(run.Face, id), size, run.Turn, float64(fx)/float64(steps), float64(fy)/float64(steps))
		if e, ok = b.atlas.put(m.Pix, m.W, m.H, m.Left, m.Top); !ok {
			return false
		}
		b.atlas.glyphs[key] = e
	}
	b.stamp(e, ix, iy)
	return true
}

// large fills a glyph's outline.
func (b *Builder) large(run *scene.GlyphRun, id uint16, size, x, y float64) {
	outline := b.faces.Outline(run.Face, id)
	if outline == nil {
		return
	}
	t := outline.Transform(size, run.Turn)
	at := func(p scene.Point) scene.Point {
		p = t.Apply(p)
		return scene.Point{X: p.X + x, Y: p.Y + y}
	}
	o := &b.path
	o.reset()
	for _, c := range outline.Contours {
		last := at(c.Start)
		o.add(last)
		for _, s := range c.Segs {
			p := at(s.P)
			if s.Quad {
				o.quad(last, at(s.C), p)
			}
			o.add(p)
			last = p
		}
		o.end()
	}
	for i := range o.ends {
		b.exact(o.contour(i))
	}
	b.flush()
}

// quad adds the points between the ends of a quadratic curve.
func (o *outline) quad(a, c, p scene.Point) {
	const flat = 0.03 // device pixels
	n := int(math.Ceil(math.Sqrt(math.Hypot(a.X-2*c.X+p.X, a.Y-2*c.Y+p.Y) / (4 * flat))))
	for i := 1; i < n; i++ {
		t := float64(i) / float64(n)
		u := 1 - t
		o.add(scene.Point{X: u*u*a.X + 2*u*t*c.X + t*t*p.X, Y: u*u*a.Y + 2*u*t*c.Y + t*t*p.Y})
	}
}
