package mesh

import (
	"image"
	"image/color"
	"io/fs"
	"math"
	"testing"

	"rentang/assets"
	"rentang/viz"
	"rentang/viz/civil"
	"rentang/viz/lang"
	"rentang/viz/render/still"
	"rentang/viz/scene"
	"rentang/viz/story"
	"rentang/viz/theme"
	"rentang/viz/timescale"
	"rentang/viz/typeset"
)

// builtIn is the built-in story, running, and its fonts.
func builtIn(tb testing.TB, code, look string, w, h float64) (*viz.App, *typeset.Set) {
	tb.Helper()
	s, problems := story.Decode(assets.Story())
	if problems.Errors() {
		tb.Fatal(problems)
	}
	read := func(dir fs.FS, name string) []byte {
		data, err := fs.ReadFile(dir, name)
		if err != nil {
			tb.Fatal(err)
		}
		return data
	}
	l, err := lang.Load(code+".json", read(assets.Lang(), code+".json"))
	if err != nil {
		tb.Fatal(err)
	}
	set := new(typeset.Set)
	for _, f := range []struct {
		weight typeset.Weight
		name   string
	}{{typeset.Regular, "RentangSans-Regular"}, {typeset.SemiBold, "RentangSans-SemiBold"},
		{typeset.Regular, "RentangSansKR-Regular"}, {typeset.SemiBold, "RentangSansKR-SemiBold"}} {
		if _, err := set.Add(f.weight, f.name, read(assets.Fonts(), f.name+".ttf")); err != nil {
			tb.Fatal(err)
		}
	}
	t, ok := theme.Get(look)
	if !ok {
		tb.Fatal("no theme", look)
	}
	return viz.NewApp(viz.Config{Story: s, Lang: l, Theme: t, Type: set, Size: scene.Point{X: w, Y: h}}), set
}

func show(tb testing.TB, a *viz.App, from, to string) {
	tb.Helper()
	start, err1 := civil.Parse(from)
	end, err2 := civil.Parse(to)
	if err1 != nil || err2 != nil {
		tb.Fatal(err1, err2)
	}
	a.SetView(timescale.Span{Start: start.Start(), End: end.End()}, false)
}

// TestMeshEqualsStill holds the triangles against the still renderer's exact
// coverage, on the built-in story. Letters may differ more than shapes: they are
// kept at quarters of a pixel, and their thin strokes add up several edges in one.
func TestMeshEqualsStill(t *testing.T) {
	const (
		shapeLevels, textLevels = 32, 80
		meanLevels              = 1.0
		beyondShare             = 0.0003 // of the pixels: where several edges and curves end in one
	)
	for _, c := range []struct {
		name, lang, theme, from, to string
		w, h, scale                 float64
	}{
		{"whole", "en", "light", "1945", "2026", 1200, 675, 1},
		{"whole, scale 2", "en", "dark", "1945", "2026", 1200, 675, 2},
		{"ten years", "id", "contrast", "1985", "1995", 1000, 600, 1},
		{"three years, scale 1.5", "ru", "light", "1950", "1953", 800, 500, 1.5},
		{"a month", "ko", "light", "1991-12", "1991-12", 800, 500, 1},
		{"upright, scale 2", "ko", "light", "1945", "2026", 390, 700, 2},
	} {
		t.Run(c.name, func(t *testing.T) {
			a, faces := builtIn(t, c.lang, c.theme, c.w, c.h)
			show(t, a, c.from, c.to)
			a.Update(0)
			s := a.Scene()
			want, err := still.Raster(s, still.Resources{Type: faces}, c.scale)
			if err != nil {
				t.Fatal(err)
			}
			b := New(faces)
			w, h := want.Rect.Dx(), want.Rect.Dy()
			b.Build(s, c.scale, w, h)
			g := drawMesh(b, w, h)
			text := textMask(s, c.scale, w, h)
			var mean, worstShape, worstText float64
			var beyond int
			var at image.Point
			for i := range w * h {
				d := 0.0
				for k := range 3 {
					v := math.Abs(g.pix[4*i+k] - float64(want.Pix[4*i+k]))
					mean += v / 3
					d = max(d, v)
				}
				if text[i] {
					worstText = max(worstText, d)
					if d > textLevels {
						beyond++
					}
					continue
				}
				if d > worstShape {
					worstShape, at = d, image.Pt(i%w, i/w)
				}
				if d > shapeLevels {
					beyond++
				}
			}
			mean /= float64(w * h)
			t.Logf("mean %.3f, worst shape %.0f at %v, worst text %.0f, %d beyond; %d vertices, atlas %d", mean, worstShape, at, worstText, beyond, len(b.Vertices), b.Atlas().Size)
			if mean > meanLevels || float64(beyond) > beyondShare*float64(w*h) {
				t.Errorf("mean %.3f levels (at most %.1f), %d of %d pixels beyond %d levels in shapes and %d in text", mean, meanLevels, beyond, w*h, shapeLevels, textLevels)
			}
		})
	}
}

// textMask tells which pixels lie within two of a glyph.
func textMask(s *scene.Scene, scale float64, w, h int) []bool {
	m := textMarker{scale: scale, w: w, h: h, text: make([]bool, w*h)}
	s.Replay(&m)
	return m.text
}

type textMarker struct {
	scale float64
	w, h  int
	text  []bool
}

func (m *textMarker) Fill(*scene.Path, color.RGBA)           {}
func (m *textMarker) Stroke(*scene.Path, scene.Pen)          {}
func (m *textMarker) Picture(string, scene.Rect, scene.Rect) {}
func (m *textMarker) Glyphs(r *scene.GlyphRun, _ color.RGBA) {
	for _, g := range r.Glyphs {
		// An em to every side of the origin holds the glyph, whichever way it reads.
		box := scene.Rect{Min: g.At, Max: g.At}.Grow(1.1 * r.Size)
		for y := max(0, int(box.Min.Y*m.scale)); y < min(m.h, int(box.Max.Y*m.scale)); y++ {
			for x := max(0, int(box.Min.X*m.scale)); x < min(m.w, int(box.Max.X*m.scale)); x++ {
				m.text[y*m.w+x] = true
			}
		}
	}
}

func TestSteadyFrameAllocatesNothing(t *testing.T) {
	a, faces := builtIn(t, "en", "light", 1200, 675)
	a.Update(0)
	b := New(faces)
	frame := func() { b.Build(a.Scene(), 2, 2400, 1350) }
	frame()
	frame() // the second finds every buffer large enough
	if n := testing.AllocsPerRun(5, frame); n > 0 {
		t.Errorf("%.0f allocations in a steady frame", n)
	}
}

func BenchmarkBuild(b *testing.B) {
	a, faces := builtIn(b, "en", "light", 1200, 675)
	a.Update(0)
	m := New(faces)
	b.ReportAllocs()
	for b.Loop() {
		m.Build(a.Scene(), 2, 2400, 1350)
	}
	b.ReportMetric(float64(len(m.Vertices)), "vertices")
}
