package still_test

import (
	"bytes"
	"fmt"
	"image"
	"os"
	"path/filepath"
	"testing"

	_ "image/jpeg"
	_ "image/png"

	"rentang/viz/render/still"
	"rentang/viz/scene"
	"rentang/viz/typeset"
)

// shapes is a font of three glyphs, 100 units an em: 0 is blank, 1 a square with
// a square hole, 2 a flag that shows which way is up and which way is forward.
type shapes struct{}

func (shapes) Outline(_ scene.FaceID, glyph uint16) *typeset.Outline {
	line := func(x, y float64) typeset.Seg { return typeset.Seg{P: scene.Point{X: x, Y: y}} }
	quad := func(cx, cy, x, y float64) typeset.Seg {
		return typeset.Seg{Quad: true, C: scene.Point{X: cx, Y: cy}, P: scene.Point{X: x, Y: y}}
	}
	o := &typeset.Outline{UnitsPerEm: 100}
	switch glyph {
	case 1:
		o.Contours = []typeset.Contour{
			{Start: scene.Point{X: 5}, Segs: []typeset.Seg{line(5, 70), line(75, 70), line(75, 0), line(5, 0)}},
			{Start: scene.Point{X: 25, Y: 20}, Segs: []typeset.Seg{line(55, 20), line(55, 50), line(25, 50), line(25, 20)}},
		}
	case 2:
		o.Contours = []typeset.Contour{
			{Start: scene.Point{X: 5}, Segs: []typeset.Seg{line(5, 90), quad(45, 110, 80, 70), quad(40, 75, 20, 40), line(20, 0), line(5, 0)}},
		}
	}
	return o
}

// photo reads one of the pictures beside the tests by its name.
func photo(id string) (still.Picture, error) {
	data, err := os.ReadFile(filepath.Join("testdata", filepath.Base(id)))
	if err != nil {
		return still.Picture{}, err
	}
	img, _, err := image.Decode(bytes.NewReader(data))
	return still.Picture{Bytes: data, Image: img}, err
}

var (
	paper = scene.Color{R: 0xfa, G: 0xf8, B: 0xf2, A: 0xff}
	ink   = scene.Color{R: 0x20, G: 0x24, B: 0x2a, A: 0xff}
	red   = scene.Color{R: 0xc8, G: 0x32, B: 0x2d, A: 0xff}
	blue  = scene.Color{R: 0x3b, G: 0x82, B: 0xf6, A: 0xff}
)

// small is a scene in which every verb and every option of the scene occurs.
func small() *scene.Scene {
	var s scene.Scene
	s.Reset(scene.Point{X: 160, Y: 100})
	s.Background = paper
	s.Title, s.Desc, s.Lang = "Bantuan & utang", "Pita dan tanda, 1945 <-> kini", "id"
	var p scene.Path
	p.RoundRect(scene.R(8, 8, 60, 24), 6) // a fill with curves
	p.Rect(scene.R(16, 14, 20, 12))       // the same direction: filled by the non-zero rule
	s.Fill(&p, red)
	p.Reset()
	p.MoveTo(80, 28)
	p.LineTo(96.5, 9.25)
	p.LineTo(113, 28)
	p.LineTo(107, 9) // too pointed for a mitre
	s.Stroke(&p, scene.Pen{Width: 3, Color: ink})
	p.Reset()
	p.MoveTo(126, 10)
	p.LineTo(150, 14)
	p.LineTo(130, 26)
	s.Stroke(&p, scene.Pen{Width: 5, Color: blue, Cap: scene.Round})
	p.Reset()
	p.Circle(140, 50, 11.5)
	s.Stroke(&p, scene.Pen{Width: 1.25, Color: ink})
	s.Fill(&p, scene.Mix(blue, paper, 0.5))
	run := func(turn scene.Turn, x, y, dx, dy float64) {
		r := scene.GlyphRun{Size: 14, Turn: turn, Text: "o F"}
		for i, id := range []uint16{1, 0, 2} {
			r.Glyphs = append(r.Glyphs, scene.Glyph{ID: id, At: scene.Point{X: x + dx*float64(i), Y: y + dy*float64(i)}})
		}
		s.Glyphs(&r, ink)
	}
	run(scene.Level, 10, 60, 11.3, 0)
	run(scene.Up, 70, 62, 0, -11.3)
	run(scene.Down, 80, 38, 0, 11.3)
	s.Picture("photo.png", scene.R(0, 0, 24, 16), scene.R(10, 70, 36, 24))
	s.Picture("photo.jpg", scene.R(0, 0, 24, 16), scene.R(52, 70, 36, 24))
	s.Picture("gray.jpg", scene.R(4, 4, 12, 8), scene.R(94, 70, 36, 24))
	return &s
}

func resources() still.Resources {
	return still.Resources{Type: shapes{}, Pictures: photo}
}

// bytesOf runs one of the writers.
func bytesOf(t testing.TB, format string, s *scene.Scene, r still.Resources) []byte {
	t.Helper()
	var b bytes.Buffer
	var err error
	switch format {
	case "svg":
		err = still.SVG(&b, s, r)
	case "png":
		err = still.PNG(&b, s, r, still.PNGOptions{})
	case "pdf":
		err = still.PDF(&b, s, r)
	default:
		err = fmt.Errorf("no format %q", format)
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
