package layout

import (
	"math"

	"rentang/viz/scene"
	"rentang/viz/story"
	"rentang/viz/typeset"
)

// drawStrips draws who ruled, above and below. A label stays in view while enough
// of its span is to hold it.
func (f *Figure) drawStrips(dst *scene.Scene) {
	for i := range f.in.Story.Strips {
		s := &f.in.Story.Strips[i]
		room := f.frame.strip0
		if s.Side == story.Below {
			room = f.frame.strip1
		}
		if !room.Empty() {
			f.drawStrip(dst, s, room)
		}
	}
}

// drawStrip paints the spans first and sets the names after, so that no span lies
// on the name of the one before it.
func (f *Figure) drawStrip(dst *scene.Scene, s *story.Strip, room scene.Rect) {
	for _, names := range [2]bool{false, true} {
		f.drawSpans(dst, s, room, names)
	}
}

func (f *Figure) drawSpans(dst *scene.Scene, s *story.Strip, room scene.Rect, names bool) {
	t := f.in.Theme
	for i := range s.Spans {
		sp := &s.Spans[i]
		end := sp.When.End()
		if math.IsInf(end, 1) {
			end = f.whole.End
		}
		a, b := max(f.drawn.Px(sp.When.Start()), f.drawn.P0), min(f.drawn.Px(end), f.drawn.P1)
		if b-a < 0.5 {
			continue
		}
		c := t.StripA
		if i%2 == 1 {
			c = t.StripB
		}
		r := scene.Rect{Min: scene.Point{X: a, Y: room.Min.Y}, Max: scene.Point{X: b, Y: room.Max.Y}}
		if f.portrait {
			r = scene.Rect{Min: scene.Point{X: room.Min.X, Y: a}, Max: scene.Point{X: room.Max.X, Y: b}}
		}
		if names {
			f.stripLabel(dst, sp.Label.In(f.in.Lang.Code), r)
			continue
		}
		f.path.Reset()
		f.path.Rect(r)
		dst.Fill(&f.path, c)
	}
}

// stripLabel sets a span's label in the visible part of the span; in portrait it
// reads upwards, Korean syllables stand one under the other.
func (f *Figure) stripLabel(dst *scene.Scene, text string, r scene.Rect) {
	t := f.in.Theme
	st := style(f.ramp.Strip, typeset.Regular)
	u := f.unit()
	if !f.portrait {
		if f.in.Type.Width(text, st)+10*u > r.W() {
			return
		}
		f.in.Type.Draw(dst, text, st, scene.Point{X: r.Min.X + 6*u, Y: r.Center().Y + st.Size*typeset.CapHeight/2}, typeset.Left, t.StripText)
		return
	}
	if f.in.Lang.Code == "ko" {
		step := st.Size * 1.05
		if typeset.StackedHeight(text, step)+8*u > r.H() {
			return
		}
		// The first baseline: a syllable fills its square to 0.88 above it.
		f.in.Type.DrawStacked(dst, text, st, scene.Point{X: r.Center().X, Y: r.Min.Y + 4*u + st.Size*0.88}, step, t.StripText)
		return
	}
	w := f.in.Type.Width(text, st)
	if w+8*u > r.H() {
		return
	}
	f.in.Type.DrawTurned(dst, text, st, scene.Up, scene.Point{X: r.Center().X + st.Size*typeset.CapHeight/2, Y: r.Min.Y + 6*u + w}, typeset.Left, t.StripText)
}
