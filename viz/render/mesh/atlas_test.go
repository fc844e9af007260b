package mesh

import (
	"math"
	"testing"

	"rentang/viz/scene"
)

// apart is the largest difference between two drawings, in levels.
func apart(a, b *gpu) float64 {
	worst := 0.0
	for i := range a.pix {
		worst = max(worst, math.Abs(a.pix[i]-b.pix[i]))
	}
	return worst
}

func TestFullAtlas(t *testing.T) {
	a, faces := builtIn(t, "en", "light", 800, 500)
	a.Update(0)
	b := New(faces)
	b.Build(a.Scene(), 1, 800, 500)
	want := drawMesh(b, 800, 500)

	b = New(faces)
	b.atlas.reset(atlasMax)
	b.atlas.y, b.atlas.x, b.atlas.shelf = atlasMax-40, 0, 40 // room for a few glyphs
	b.Build(a.Scene(), 1, 800, 500)
	if !b.atlas.full {
		t.Fatal("the atlas is not full: the test is of no use")
	}
	// What has no room is drawn at its true place, not at the nearest kept one.
	if d := apart(want, drawMesh(b, 800, 500)); d > 80 {
		t.Errorf("with a full atlas the picture differs by %.0f levels", d)
	}
	b.Build(a.Scene(), 1, 800, 500)
	if b.atlas.full {
		t.Error("the frame after an overflow has not started the atlas again")
	}
	if d := apart(want, drawMesh(b, 800, 500)); d > 0 {
		t.Errorf("after starting again the picture differs by %.0f levels", d)
	}
}

func TestAtlasGrowsInPlace(t *testing.T) {
	var a atlas
	a.reset(atlasMin)
	pix := make([]byte, 100*100)
	for i := range pix {
		pix[i] = byte(i)
	}
	first, _ := a.put(pix, 100, 100, 3, -4)
	for a.size == atlasMin {
		if _, ok := a.put(pix, 100, 100, 0, 0); !ok {
			t.Fatal("no room before the atlas has grown")
		}
	}
	for y := range 100 {
		for x := range 100 {
			if a.pix[(int(first.y)+y)*a.size+int(first.x)+x] != pix[y*100+x] {
				t.Fatalf("pixel %d,%d of the first mask was lost in growing", x, y)
			}
		}
	}
	if first.left != 3 || first.top != -4 {
		t.Errorf("offset %d,%d; want 3,-4", first.left, first.top)
	}
	if a.pix[0] != 255 || a.pix[(2*white-1)*a.size+2*white-1] != 255 {
		t.Error("the white patch is not white")
	}
}

// A glyph that is too large for the atlas must look like its small neighbours.
func TestLargeGlyphs(t *testing.T) {
	_, faces := builtIn(t, "en", "light", 800, 500)
	for _, turn := range []scene.Turn{scene.Level, scene.Up, scene.Down} {
		run := scene.GlyphRun{Size: 100, Turn: turn, Glyphs: []scene.Glyph{{ID: 40, At: scene.Point{X: 100.25, Y: 100.5}}}}
		draw := func(kept bool) *gpu {
			b := New(faces)
			var s scene.Scene
			s.Reset(scene.Point{X: 200, Y: 200})
			s.Background = paper
			b.Build(&s, 1, 200, 200)
			if kept {
				b.Glyphs(&run, ink)
			} else {
				b.setColor(ink)
				b.large(&run, 40, 100, 100.25, 100.5)
			}
			return drawMesh(b, 200, 200)
		}
		a, b := draw(true), draw(false)
		// freetype places points at 1/64 pixel and flattens more coarsely.
		if d := apart(a, b); d > 16 {
			t.Errorf("turn %d: filled and kept glyph differ by %.0f levels", turn, d)
		}
		ink := 0.0
		for i := 0; i < len(a.pix); i += 4 {
			ink += a.pix[i] / 255
		}
		if ink < 500 {
			t.Errorf("turn %d: only %.0f pixels of ink: is glyph 40 blank?", turn, ink)
		}
	}
}

func TestPlace(t *testing.T) {
	for _, c := range []struct {
		v     float64
		whole int
		step  uint8
	}{
		{0, 0, 0}, {0.25, 0, 1}, {0.124, 0, 0}, {0.126, 0, 1},
		{0.9, 1, 0}, // nearer to the next pixel
		{-0.25, -1, 3}, {-1, -1, 0}, {-0.1, 0, 0}, {1234.5, 1234, 2},
	} {
		if whole, step := place(c.v, 4); whole != c.whole || step != c.step {
			t.Errorf("place(%g) = %d, %d; want %d, %d", c.v, whole, step, c.whole, c.step)
		}
	}
}

// Coordinates from a broken layout must not bring the program down.
func TestWildCoordinates(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	for _, v := range []float64{nan, inf, -inf, 1e30, -1e30, 1e9} {
		b := New(nil)
		var s scene.Scene
		s.Reset(scene.Point{X: 100, Y: 100})
		p := polygon(10, 10, v, 20, 50, 60, 20, v)
		s.Fill(p, ink)
		s.Stroke(p, scene.Pen{Width: 2, Color: ink})
		s.Stroke(line(10, 10, v, 20), scene.Pen{Width: 2, Color: ink})
		s.Stroke(line(v, v), scene.Pen{Width: 2, Color: ink, Cap: scene.Round})
		s.Fill(&scene.Path{Points: []scene.Point{{X: 1, Y: 1}}, Ends: []int{1}, Closed: []bool{true}}, ink)
		s.Glyphs(&scene.GlyphRun{Size: v, Glyphs: []scene.Glyph{{ID: 1, At: scene.Point{X: v, Y: 3}}}}, ink)
		b.Build(&s, 1, 100, 100)
		for _, x := range b.Vertices {
			if x.DstX != x.DstX || x.DstY != x.DstY {
				t.Errorf("with %g: a vertex is not a number", v)
				break
			}
		}
	}
}
