package still

import (
	"fmt"
	"image"
	"math"

	"github.com/tdewolff/canvas"

	"rentang/viz/scene"
	"rentang/viz/typeset"
)

// curves is the form in which a format takes the curves of glyphs.
type curves uint8

const (
	quads  curves = iota // as they are: SVG
	cubics               // PDF has no quadratic curves
	lines                // flattened to scene.Flatness: finer than canvas would for pixels
)

// painter draws a scene on one of canvas's renderers. It counts like canvas, from
// the bottom left, in units of the format.
type painter struct {
	to     canvas.Renderer
	res    Resources
	height float64 // of the picture in CSS pixels
	unit   float64 // canvas units in a CSS pixel
	grid   float64 // steps in a canvas unit to which coordinates are rounded; 0 leaves them
	curves curves
	pixels *image.RGBA // what to draws on, if the format is pixels: strokes are outlined here, pictures need no file

	path   canvas.Path // reused
	flat   scene.Path  // reused
	pieces map[piece]image.Image
	err    error // the first; nothing is drawn after it
}

var _ scene.Painter = (*painter)(nil)

// draw paints the ground and everything on it.
func (p *painter) draw(s *scene.Scene) error {
	if s.Background.A != 0 {
		var ground scene.Path
		ground.Rect(scene.R(0, 0, s.Size.X, s.Size.Y))
		p.Fill(&ground, s.Background)
	}
	s.Replay(p)
	return p.err
}

func (p *painter) fail(format string, args ...any) {
	if p.err == nil {
		p.err = fmt.Errorf("still: "+format, args...)
	}
}

// round takes a length in canvas units to the grid.
func (p *painter) round(v float64) float64 {
	if p.grid == 0 {
		return v
	}
	return math.Round(v*p.grid) / p.grid
}

// at is where a place of the scene lies on the canvas.
func (p *painter) at(q scene.Point) (x, y float64) {
	return p.round(q.X * p.unit), p.round((p.height - q.Y) * p.unit)
}

// sound reports whether a path can be drawn.
func (p *painter) sound(path *scene.Path) bool {
	for _, q := range path.Points {
		if !sane(q) {
			p.fail("a path goes through %g,%g", q.X, q.Y)
			return false
		}
	}
	return p.err == nil
}

// trace adds polylines to the path under construction; a fill closes them all.
func (p *painter) trace(from *scene.Path, fill bool) {
	for i := range from.Ends {
		pts, closed := from.Contour(i)
		for j, q := range pts {
			x, y := p.at(q)
			if j == 0 {
				p.path.MoveTo(x, y)
			} else {
				p.path.LineTo(x, y)
			}
		}
		if closed || fill {
			p.path.Close()
		}
	}
}

// paint fills the path under construction.
func (p *painter) paint(c scene.Color) {
	if !p.path.Empty() && c.A != 0 {
		st := canvas.DefaultStyle
		st.Fill = canvas.Paint{Color: c}
		p.to.RenderPath(&p.path, st, canvas.Identity)
	}
}

// Fill implements scene.Painter.
func (p *painter) Fill(path *scene.Path, c scene.Color) {
	if p.sound(path) {
		p.path.Reset()
		p.trace(path, true)
		p.paint(c)
	}
}

// Stroke implements scene.Painter.
func (p *painter) Stroke(path *scene.Path, pen scene.Pen) {
	if !(pen.Width <= MaxSide) { // NaN too
		p.fail("a stroke is %g wide", pen.Width)
	}
	if !p.sound(path) || pen.Color.A == 0 {
		return
	}
	p.path.Reset()
	if p.pixels != nil {
		p.flat.Reset()
		outline(&p.flat, path, pen)
		p.trace(&p.flat, true)
		p.paint(pen.Color)
		return
	}
	p.trace(path, false)
	if p.path.Empty() {
		return
	}
	st := canvas.DefaultStyle
	st.Fill = canvas.Paint{}
	st.Stroke = canvas.Paint{Color: pen.Color}
	st.StrokeWidth = p.round(pen.Width * p.unit)
	st.StrokeJoiner = canvas.MiterJoiner{GapJoiner: canvas.BevelJoin, Limit: miterLimit}
	if pen.Cap == scene.Round {
		st.StrokeCapper = canvas.RoundCap
	}
	p.to.RenderPath(&p.path, st, canvas.Identity)
}

// Glyphs implements scene.Painter. The whole run is one path, but for pixels: the
// scan converter finds each cell by walking a list of its row, and a line of 80
// letters as one path takes three times as long as letter by letter. Letters do not
// lie over each other, so that the pixels are the same.
func (p *painter) Glyphs(run *scene.GlyphRun, c scene.Color) {
	if p.err != nil {
		return
	}
	if p.res.Type == nil {
		p.fail("no outlines for the text %q", run.Text)
		return
	}
	p.path.Reset()
	for _, g := range run.Glyphs {
		o := p.res.Type.Outline(run.Face, g.ID)
		if o == nil || !(o.UnitsPerEm > 0) {
			p.fail("face %d has no glyph %d, in the text %q", run.Face, g.ID, run.Text)
			return
		}
		if !sane(g.At) || !(run.Size >= 0) || run.Size > MaxSide {
			p.fail("the text %q stands at %g,%g in size %g", run.Text, g.At.X, g.At.Y, run.Size)
			return
		}
		p.glyph(o, run, g.At)
		if p.pixels != nil {
			p.paint(c)
			p.path.Reset()
		}
	}
	p.paint(c)
}

// glyph adds one outline. The origin and the points relative to it are rounded
// apart, each to the grid: so the same letter is the same numbers everywhere,
// which is what makes an SVG compress.
func (p *painter) glyph(o *typeset.Outline, run *scene.GlyphRun, at scene.Point) {
	k := run.Size / o.UnitsPerEm * p.unit
	ox, oy := p.at(at)
	place := func(q scene.Point) (x, y float64) {
		dx, dy := p.round(q.X*k), p.round(q.Y*k)
		switch run.Turn {
		case scene.Up:
			dx, dy = -dy, dx
		case scene.Down:
			dx, dy = dy, -dx
		}
		return ox + dx, oy + dy
	}
	for _, c := range o.Contours {
		x, y := place(c.Start)
		p.path.MoveTo(x, y)
		for _, s := range c.Segs {
			ex, ey := place(s.P)
			if !s.Quad {
				p.path.LineTo(ex, ey)
				x, y = ex, ey
				continue
			}
			cx, cy := place(s.C)
			switch p.curves {
			case quads:
				p.path.QuadTo(cx, cy, ex, ey)
			case cubics:
				p.path.CubeTo(p.round(x+(cx-x)*2/3), p.round(y+(cy-y)*2/3), p.round(ex+(cx-ex)*2/3), p.round(ey+(cy-ey)*2/3), ex, ey)
			case lines:
				p.flatten(x, y, cx, cy, ex, ey)
			}
			x, y = ex, ey
		}
		p.path.Close()
	}
}

// flatten adds a quadratic curve as lines.
func (p *painter) flatten(x, y, cx, cy, ex, ey float64) {
	p.flat.Reset()
	p.flat.MoveTo(x, y)
	p.flat.QuadTo(cx, cy, ex, ey)
	for _, q := range p.flat.Points[1:] {
		p.path.LineTo(q.X, q.Y)
	}
}
