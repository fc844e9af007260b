package canvas2d

import (
	"rentang/viz/scene"
	"rentang/viz/typeset"
)

// Glyphs implements scene.Painter. A run has one face, so that one transform
// serves all of it.
func (e *Encoder) Glyphs(run *scene.GlyphRun, c scene.Color) {
	if !(run.Size > 0) {
		return
	}
	for _, g := range run.Glyphs {
		if e.near(g.At, run.Size) {
			e.learn(glyphKey{run.Face, g.ID})
		}
	}
	head := len(e.out)
	t := e.faces.Outline(run.Face, run.Glyphs[0].ID).Transform(run.Size*e.scale, run.Turn)
	x, y := t.Apply(scene.Point{X: 1}), t.Apply(scene.Point{Y: 1})
	e.out = append(e.out, opGlyphs, color(c), float32(x.X), float32(x.Y), float32(y.X), float32(y.Y), 0)
	n := 0
	for _, g := range run.Glyphs {
		k := e.known[glyphKey{run.Face, g.ID}]
		if k.blank || !e.near(g.At, run.Size) {
			continue
		}
		e.out = append(e.out, k.number, float32(g.At.X*e.scale), float32(g.At.Y*e.scale))
		n++
	}
	if n == 0 {
		e.out = e.out[:head]
		return
	}
	e.out[head+6] = float32(n)
}

// near reports whether a glyph at a place may touch the target. An em and a half
// holds any glyph of a text face.
func (e *Encoder) near(at scene.Point, size float64) bool {
	x, y, r := at.X*e.scale, at.Y*e.scale, 1.5*size*e.scale
	return x > -r && y > -r && x < e.width+r && y < e.height+r
}

// learn writes an outline that has not been written before.
func (e *Encoder) learn(key glyphKey) {
	if _, ok := e.known[key]; ok {
		return
	}
	o := e.faces.Outline(key.face, key.id)
	if len(o.Contours) == 0 {
		e.known[key] = glyph{blank: true}
		return
	}
	k := glyph{number: float32(len(e.known))}
	e.known[key] = k
	e.out = append(e.out, opGlyph, k.number, 0)
	head := len(e.out)
	e.outline(o)
	e.out[head-1] = float32(len(e.out) - head)
}

// outline writes the contours of an outline, in its own units.
func (e *Encoder) outline(o *typeset.Outline) {
	const move, line, quad = 0, 1, 2
	put := func(p scene.Point) { e.out = append(e.out, float32(p.X), float32(p.Y)) }
	for _, c := range o.Contours {
		e.out = append(e.out, move)
		put(c.Start)
		for _, s := range c.Segs {
			if s.Quad {
				e.out = append(e.out, quad)
				put(s.C)
			} else {
				e.out = append(e.out, line)
			}
			put(s.P)
		}
	}
}
