package still_test

import (
	"errors"
	"image"
	"io"
	"math"
	"strings"
	"testing"

	"rentang/viz/render/still"
	"rentang/viz/scene"
	"rentang/viz/typeset"
)

// lost is a font without glyphs.
type lost struct{}

func (lost) Outline(scene.FaceID, uint16) *typeset.Outline { return nil }

func TestErrors(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	size := func(w, h float64) func(*scene.Scene, *still.Resources) {
		return func(s *scene.Scene, _ *still.Resources) { s.Size = scene.Point{X: w, Y: h} }
	}
	fill := func(x float64) func(*scene.Scene, *still.Resources) {
		return func(s *scene.Scene, _ *still.Resources) {
			var p scene.Path
			p.Rect(scene.R(0, 0, x, 10))
			s.Fill(&p, ink)
		}
	}
	stroke := func(x, width float64) func(*scene.Scene, *still.Resources) {
		return func(s *scene.Scene, _ *still.Resources) {
			var p scene.Path
			p.MoveTo(0, 0)
			p.LineTo(x, 5)
			s.Stroke(&p, scene.Pen{Width: width, Color: ink, Cap: scene.Round})
		}
	}
	glyph := func(x, size float64) func(*scene.Scene, *still.Resources) {
		return func(s *scene.Scene, _ *still.Resources) {
			s.Glyphs(&scene.GlyphRun{Size: size, Glyphs: []scene.Glyph{{ID: 1, At: scene.Point{X: x}}}}, ink)
		}
	}
	picture := func(id string, src scene.Rect) func(*scene.Scene, *still.Resources) {
		return func(s *scene.Scene, _ *still.Resources) { s.Picture(id, src, scene.R(0, 0, 9, 9)) }
	}
	tests := []struct {
		name string
		make func(*scene.Scene, *still.Resources)
		size bool // wraps ErrSize
	}{
		{"no width", size(0, 10), true},
		{"no height", size(10, 0), true},
		{"negative", size(-10, 10), true},
		{"not a number", size(nan, 10), true},
		{"infinite", size(10, inf), true},
		{"too wide", size(still.MaxSide+1, 10), true},
		{"path to nowhere", fill(nan), false},
		{"path to infinity", fill(inf), false},
		{"path far away", fill(1e9), false},
		{"stroke to nowhere", stroke(nan, 1), false},
		{"stroke far away", stroke(1e300, 1), false},
		{"endless pen", stroke(10, inf), false},
		{"glyph nowhere", glyph(nan, 10), false},
		{"glyph without size", glyph(0, nan), false},
		{"glyph too large", glyph(0, 1e9), false},
		{"no font", func(_ *scene.Scene, r *still.Resources) { r.Type = nil }, false},
		{"no glyph", func(_ *scene.Scene, r *still.Resources) { r.Type = lost{} }, false},
		{"no pictures", func(_ *scene.Scene, r *still.Resources) { r.Pictures = nil }, false},
		{"empty picture", func(_ *scene.Scene, r *still.Resources) {
			r.Pictures = func(string) (still.Picture, error) { return still.Picture{Image: new(image.Gray)}, nil }
		}, false},
		{"unknown picture", picture("none.jpg", scene.R(0, 0, 4, 4)), false},
		{"part outside of the picture", picture("photo.png", scene.R(20, 0, 10, 10)), false},
		{"part nowhere", picture("photo.png", scene.R(0, 0, nan, 10)), false},
		{"part without a pixel", picture("photo.png", scene.R(1.1, 0, 0.2, 10)), false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s, r := small(), resources()
			test.make(s, &r)
			for format, err := range map[string]error{
				"svg": still.SVG(io.Discard, s, r),
				"png": still.PNG(io.Discard, s, r, still.PNGOptions{}),
				"pdf": still.PDF(io.Discard, s, r),
			} {
				switch {
				case err == nil:
					t.Errorf("%s: no error", format)
				case errors.Is(err, still.ErrSize) != test.size:
					t.Errorf("%s: %v; is ErrSize %v", format, err, !test.size)
				case !strings.HasPrefix(err.Error(), "still: "):
					t.Errorf("%s: %q does not say whose error it is", format, err)
				}
			}
		})
	}
}

func TestScale(t *testing.T) {
	for _, test := range []struct {
		name  string
		size  scene.Point
		scale float64
		ok    bool
	}{
		{"default", scene.Point{X: 10, Y: 10}, 0, true},
		{"rounded to whole pixels", scene.Point{X: 10.4, Y: 10}, 1, true},
		{"negative", scene.Point{X: 10, Y: 10}, -1, false},
		{"not a number", scene.Point{X: 10, Y: 10}, math.NaN(), false},
		{"endless", scene.Point{X: 10, Y: 10}, math.Inf(1), false},
		{"less than a pixel", scene.Point{X: 10, Y: 10}, 0.01, false},
		{"too many pixels", scene.Point{X: 16000, Y: 16000}, 1, false},
	} {
		var s scene.Scene
		s.Reset(test.size)
		err := still.PNG(io.Discard, &s, still.Resources{}, still.PNGOptions{Scale: test.scale})
		if (err == nil) != test.ok || err != nil && !errors.Is(err, still.ErrSize) {
			t.Errorf("%s: %v", test.name, err)
		}
	}
}

// fullDisk fails from the first byte on, like a disk without room.
type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, io.ErrShortWrite }

func TestWriteError(t *testing.T) {
	s, r := small(), resources()
	for format, err := range map[string]error{
		"svg": still.SVG(fullDisk{}, s, r),
		"png": still.PNG(fullDisk{}, s, r, still.PNGOptions{}),
		"pdf": still.PDF(fullDisk{}, s, r),
	} {
		if !errors.Is(err, io.ErrShortWrite) {
			t.Errorf("%s: %v", format, err)
		}
	}
}
