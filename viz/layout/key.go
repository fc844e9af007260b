package layout

import (
	"rentang/viz/scene"
	"rentang/viz/typeset"
)

// drawKeyItem draws one entry of a key.
func (f *Figure) drawKeyItem(dst *scene.Scene, it *keyItem) {
	u := f.unit()
	t := f.in.Theme
	line := it.font.Line
	r := scene.R(it.at.X, it.at.Y+(line-13*u)/2, signWide*u, 13*u)
	x := it.at.X + (signWide+signGap)*u
	f.path.Reset()
	switch it.sign {
	case signFill:
		f.path.Rect(r)
		dst.Fill(&f.path, it.color)
	case signHatch:
		f.signHatch(dst, r)
	case signRange:
		f.signRange(dst, r)
	case signUnknown:
		r = scene.R(r.Min.X+0.5, r.Min.Y+0.5, r.W()-1, r.H()-0.5)
		for _, s := range [][2]scene.Point{
			{{X: r.Min.X, Y: r.Max.Y}, r.Min}, {r.Min, {X: r.Max.X, Y: r.Min.Y}}, {{X: r.Max.X, Y: r.Min.Y}, r.Max},
		} {
			f.dash(&f.path, s[0], s[1], 2, 2)
		}
		dst.Stroke(&f.path, scene.Pen{Width: 1, Color: t.Gap})
		st := typeset.Style{Weight: typeset.SemiBold, Size: max(12, it.font.Size*0.9)}
		f.in.Type.Draw(dst, "?", st, scene.Point{X: r.Center().X, Y: r.Center().Y + st.Size*typeset.CapHeight/2 + 0.5}, typeset.Center, t.Gap)
	case signMark:
		f.drawShape(dst, it.kind, true, r.Center(), 11.5*u, it.color)
	case signOutline:
		f.drawShape(dst, "diplomacy", false, r.Center(), 9.5*u, it.color)
	case signLasting:
		c := r.Center()
		f.path.Rect(scene.R(r.Min.X, c.Y-1.5*u, r.W(), 3*u))
		dst.Fill(&f.path, it.color)
	case signPile:
		f.drawPill(dst, scene.R(r.Min.X, it.at.Y+(line-16*u)/2, 22*u, 16*u), "12")
		x += 8 * u
	case signNone:
		x = it.at.X
	}
	c := t.Ink
	if it.muted {
		c = t.Muted
	}
	f.in.Type.Draw(dst, it.text, style(it.font, it.weight()), scene.Point{X: x, Y: baseline(it.at.Y, it.font)}, typeset.Left, c)
}

// signRange draws the sign of the range of estimates: from the low reading, the
// broken line in the band, to the high one, the dotted edge of the fringe.
func (f *Figure) signRange(dst *scene.Scene, r scene.Rect) {
	t := f.in.Theme
	h := r.H() / 6
	for i := 2; i >= 0; i-- {
		f.path.Reset()
		f.path.Rect(scene.R(r.Min.X, r.Max.Y-h*float64(4+i), r.W(), h))
		dst.Fill(&f.path, t.FringeUpper[i])
	}
	f.path.Reset()
	f.path.Rect(scene.R(r.Min.X, r.Max.Y-3*h, r.W(), 3*h))
	dst.Fill(&f.path, f.firstFill())
	for _, l := range [2]struct {
		y, on, off float64
		c          scene.Color
	}{{r.Min.Y, 1, 3, t.FringeEdge}, {r.Max.Y - 1.5*h, 3, 2.5, t.Low}} {
		f.path.Reset()
		f.dash(&f.path, scene.Point{X: r.Min.X, Y: l.y}, scene.Point{X: r.Max.X, Y: l.y}, l.on, l.off)
		dst.Stroke(&f.path, scene.Pen{Width: 1, Color: l.c})
	}
}

// firstFill is the colour of the story's first kind.
func (f *Figure) firstFill() scene.Color {
	for _, st := range f.stacks {
		if len(st.kinds) > 0 {
			return st.kinds[0].colors.Fill
		}
	}
	return f.in.Theme.Muted
}

// signHatch draws the sign of a hatched year in the colour of the first hatched kind.
func (f *Figure) signHatch(dst *scene.Scene, r scene.Rect) {
	var line, ground scene.Color
	for _, st := range f.stacks {
		for i := range st.kinds {
			for _, row := range st.kinds[i].rows {
				if row != nil && !row.Basis.Firm() && line.A == 0 {
					line, ground = st.kinds[i].colors.Fill, st.kinds[i].colors.HatchGround
				}
			}
		}
	}
	f.path.Reset()
	f.path.Rect(r)
	dst.Fill(&f.path, ground)
	f.path.Reset()
	// Lines at 45 degrees through the corners, cut to the rectangle.
	step := f.in.Theme.HatchPeriod * 1.41421356
	for c := r.Min.X - r.H() + step/2; c < r.Max.X; c += step {
		x0, x1 := max(c, r.Min.X), min(c+r.H(), r.Max.X)
		if x1 > x0 {
			f.path.MoveTo(x0, r.Max.Y-(x0-c))
			f.path.LineTo(x1, r.Max.Y-(x1-c))
		}
	}
	dst.Stroke(&f.path, scene.Pen{Width: f.in.Theme.HatchStroke, Color: line})
	f.path.Reset()
	f.path.MoveTo(r.Min.X, r.Min.Y)
	f.path.LineTo(r.Max.X, r.Min.Y)
	dst.Stroke(&f.path, scene.Pen{Width: 1.25, Color: line})
}
