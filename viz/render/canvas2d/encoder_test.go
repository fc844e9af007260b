package canvas2d

import (
	"math"
	"slices"
	"testing"

	"rentang/viz/scene"
	"rentang/viz/typeset"
)

// boxes are outlines of a font in which every glyph is a box as wide as its index,
// except 0, which has no ink.
type boxes struct{}

func (boxes) Outline(_ scene.FaceID, id uint16) *typeset.Outline {
	o := &typeset.Outline{UnitsPerEm: 1000}
	if id > 0 {
		w := float64(id)
		o.Contours = []typeset.Contour{{Segs: []typeset.Seg{
			{P: scene.Point{X: w}}, {Quad: true, C: scene.Point{X: w, Y: 700}, P: scene.Point{Y: 700}}, {}}}}
	}
	return o
}

var red = scene.Color{R: 255, A: 255}

func list(draw func(*scene.Scene)) []float32 {
	var s scene.Scene
	s.Reset(scene.Point{X: 100, Y: 50})
	s.Background = scene.Color{R: 1, G: 2, B: 3, A: 255}
	draw(&s)
	return New(boxes{}).Encode(&s, 2, 200, 100)
}

func TestCommands(t *testing.T) {
	const ground, ink = 0x010203, 0xff0000
	head := []float32{200, 100, ground}
	for _, c := range []struct {
		name string
		draw func(*scene.Scene)
		want []float32 // after the head
	}{
		{"nothing", func(*scene.Scene) {}, nil},
		{"fill", func(s *scene.Scene) {
			var p scene.Path
			p.MoveTo(1, 2)
			p.LineTo(3, 4)
			p.LineTo(5, 2)
			s.Fill(&p, red)
		}, []float32{opFill, ink, 1, 3, 2, 4, 6, 8, 10, 4}},
		{"open and closed strokes", func(s *scene.Scene) {
			var p scene.Path
			p.MoveTo(1, 2)
			p.LineTo(3, 4)
			p.Rect(scene.R(1, 1, 2, 2))
			s.Stroke(&p, scene.Pen{Width: 1.5, Color: red, Cap: scene.Round})
		}, []float32{opStroke, ink, 3, 1, 2, 2, 2, 4, 6, 8, -4, 2, 2, 6, 2, 6, 6, 2, 6}},
		{"glyphs out of sight", func(s *scene.Scene) {
			s.Glyphs(&scene.GlyphRun{Size: 10, Glyphs: []scene.Glyph{{ID: 1, At: scene.Point{X: -16, Y: 5}}, {ID: 2, At: scene.Point{X: math.NaN()}}}}, red)
		}, nil},
		{"glyphs of no size", func(s *scene.Scene) {
			s.Glyphs(&scene.GlyphRun{Size: math.NaN(), Glyphs: []scene.Glyph{{ID: 1}}}, red)
		}, nil},
		{"glyphs, one of them twice, one without ink", func(s *scene.Scene) {
			s.Glyphs(&scene.GlyphRun{Size: 10, Glyphs: []scene.Glyph{
				{ID: 7, At: scene.Point{X: 1, Y: 9}}, {ID: 0, At: scene.Point{X: 5, Y: 9}}, {ID: 7, At: scene.Point{X: 8, Y: 9}}}}, red)
		}, []float32{opGlyph, 0, 14, 0, 0, 0, 1, 7, 0, 2, 7, 700, 0, 700, 1, 0, 0,
			opGlyphs, ink, .02, 0, 0, -.02, 2, 0, 2, 18, 0, 16, 18}},
		{"text that reads upwards", func(s *scene.Scene) {
			s.Glyphs(&scene.GlyphRun{Size: 10, Turn: scene.Up, Glyphs: []scene.Glyph{{ID: 1, At: scene.Point{X: 1, Y: 9}}}}, red)
		}, []float32{opGlyph, 0, 14, 0, 0, 0, 1, 1, 0, 2, 1, 700, 0, 700, 1, 0, 0,
			opGlyphs, ink, 0, -.02, -.02, 0, 1, 0, 2, 18}},
	} {
		if got, want := list(c.draw), append(head[:3:3], c.want...); !slices.Equal(got, want) {
			t.Errorf("%s:\n got %v\nwant %v", c.name, got, want)
		}
	}
}

// An outline is written once, and its number holds in later lists.
func TestOutlinesAreWrittenOnce(t *testing.T) {
	var s scene.Scene
	s.Reset(scene.Point{X: 100, Y: 50})
	s.Glyphs(&scene.GlyphRun{Size: 10, Glyphs: []scene.Glyph{{ID: 3, At: scene.Point{X: 1, Y: 9}}}}, red)
	e := New(boxes{})
	first := len(e.Encode(&s, 1, 100, 50))
	second := e.Encode(&s, 2, 200, 100)
	if len(second) != first-17 || second[3] != opGlyphs {
		t.Errorf("first list %d numbers, second %v", first, second)
	}
	s.Glyphs(&scene.GlyphRun{Size: 10, Face: 1, Glyphs: []scene.Glyph{{ID: 3, At: scene.Point{X: 1, Y: 9}}}}, red)
	if third := e.Encode(&s, 1, 100, 50); third[len(second)] != opGlyph || third[len(second)+1] != 1 {
		t.Errorf("the same index in another face: %v", third[len(second):])
	}
}
