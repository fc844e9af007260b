package scene_test

import (
	"bytes"
	"fmt"
	"os"
	"reflect"
	"testing"

	"rentang/viz/internal/golden"
	"rentang/viz/scene"
)

var (
	white = scene.Color{R: 255, G: 255, B: 255, A: 255}
	ink   = scene.Color{R: 32, G: 36, B: 42, A: 255}
	red   = scene.Color{R: 200, G: 50, B: 45, A: 255}
)

// paint draws everything that a scene can say on any painter.
func paint(to scene.Painter) {
	var p scene.Path
	p.RoundRect(scene.R(2, 2, 20, 10), 3)
	p.Rect(scene.R(30, 2, 5, 5))
	to.Fill(&p, red)
	p.Reset()
	p.MoveTo(0, 20)
	p.CubeTo(10, 10, 20, 30, 30, 20)
	to.Stroke(&p, scene.Pen{Width: 1.5, Color: ink, Cap: scene.Round})
	p.Reset()
	p.Circle(50, 20, 4)
	to.Stroke(&p, scene.Pen{Width: 2, Color: red})
	to.Glyphs(&scene.GlyphRun{Face: 1, Size: 12, Turn: scene.Up, Text: "1991 \"냉전\"",
		Glyphs: []scene.Glyph{{ID: 7, At: scene.Point{X: 3, Y: 40}}, {ID: 9, At: scene.Point{X: 3, Y: 33.5}}}}, ink)
	to.Picture("kursk-2024", scene.R(0, 0, 600, 400), scene.R(60, 10, 30, 20))
}

// listener is a painter that keeps what it is told.
type listener struct{ heard []any }

func (l *listener) path(p *scene.Path) scene.Path {
	return scene.Path{Points: append([]scene.Point(nil), p.Points...), Ends: append([]int(nil), p.Ends...), Closed: append([]bool(nil), p.Closed...)}
}
func (l *listener) Fill(p *scene.Path, c scene.Color) {
	l.heard = append(l.heard, "fill", l.path(p), c)
}
func (l *listener) Stroke(p *scene.Path, pen scene.Pen) {
	l.heard = append(l.heard, "stroke", l.path(p), pen)
}
func (l *listener) Glyphs(r *scene.GlyphRun, c scene.Color) {
	run := *r
	run.Glyphs = append([]scene.Glyph(nil), r.Glyphs...)
	l.heard = append(l.heard, "glyphs", run, c)
}
func (l *listener) Picture(id string, src, dst scene.Rect) {
	l.heard = append(l.heard, "picture", id, src, dst)
}

func TestReplaySaysWhatWasRecorded(t *testing.T) {
	var direct, replayed, copied listener
	paint(&direct)
	var s, again scene.Scene
	s.Reset(scene.Point{X: 100, Y: 50})
	paint(&s)
	s.Replay(&replayed)
	if !reflect.DeepEqual(direct.heard, replayed.heard) {
		t.Errorf("recorded\n%v\nreplayed\n%v", direct.heard, replayed.heard)
	}
	// A scene is a painter: replaying into one makes the same scene.
	again.Reset(s.Size)
	s.Replay(&again)
	again.Replay(&copied)
	if !reflect.DeepEqual(direct.heard, copied.heard) {
		t.Error("a copy of the scene says something else")
	}
	if s.Len() != 5 || again.Len() != 5 {
		t.Errorf("%d and %d operations, want 5", s.Len(), again.Len())
	}
}

// The caller may use its path and run again at once.
func TestRecordingCopies(t *testing.T) {
	var s scene.Scene
	var p scene.Path
	p.Rect(scene.R(0, 0, 5, 5))
	s.Fill(&p, red)
	run := scene.GlyphRun{Glyphs: []scene.Glyph{{ID: 1}}}
	s.Glyphs(&run, ink)
	p.Reset()
	p.Rect(scene.R(50, 50, 9, 9))
	run.Glyphs[0].ID = 2
	var l listener
	s.Replay(&l)
	if got := l.heard[1].(scene.Path); got.Bounds() != scene.R(0, 0, 5, 5) {
		t.Errorf("the path moved to %v", got.Bounds())
	}
	if got := l.heard[4].(scene.GlyphRun); got.Glyphs[0].ID != 1 {
		t.Error("the glyph changed")
	}
}

func TestNothingIsNotRecorded(t *testing.T) {
	var s scene.Scene
	var empty, p scene.Path
	p.Rect(scene.R(0, 0, 5, 5))
	s.Fill(&empty, red)
	s.Stroke(&empty, scene.Pen{Width: 1, Color: red})
	s.Stroke(&p, scene.Pen{Width: 0, Color: red})
	s.Glyphs(&scene.GlyphRun{Text: "no glyphs"}, ink)
	s.Picture("x", scene.Rect{}, scene.R(0, 0, 5, 5))
	s.Picture("x", scene.R(0, 0, 5, 5), scene.R(0, 0, 5, 0))
	if s.Len() != 0 {
		t.Errorf("%d operations recorded", s.Len())
	}
}

func TestDump(t *testing.T) {
	var s scene.Scene
	s.Reset(scene.Point{X: 100, Y: 50.5})
	s.Background = white
	paint(&s)
	s.Zones = append(s.Zones, scene.Zone{Role: scene.RoleEvent, ID: "kursk-2024", Area: scene.R(60, 10, 30, 20), Label: "Kursk \"2024\"\n"})
	var b bytes.Buffer
	if err := s.Dump(&b); err != nil {
		t.Fatal(err)
	}
	golden.Text(t, "testdata/dump.txt", b.Bytes())
}

func TestResetKeepsMemory(t *testing.T) {
	var s scene.Scene
	var p scene.Path
	glyphs := []scene.Glyph{{ID: 1}, {ID: 2}}
	frame := func() {
		s.Reset(scene.Point{X: 100, Y: 50})
		for i := range 50 {
			p.Reset()
			p.Circle(float64(i), 20, 10)
			s.Fill(&p, red)
			s.Stroke(&p, scene.Pen{Width: 1, Color: ink})
			s.Glyphs(&scene.GlyphRun{Size: 12, Text: "a label", Glyphs: glyphs}, ink)
			s.Zones = append(s.Zones, scene.Zone{ID: "a"})
		}
		s.Replay(quiet{})
	}
	frame()
	if n := testing.AllocsPerRun(20, frame); n != 0 {
		t.Errorf("a frame allocates %g times after the first", n)
	}
	if s.Len() != 150 || len(s.Zones) != 50 {
		t.Errorf("%d operations and %d zones: Reset does not empty the scene", s.Len(), len(s.Zones))
	}
}

// quiet is a painter that does nothing.
type quiet struct{}

func (quiet) Fill(*scene.Path, scene.Color)          {}
func (quiet) Stroke(*scene.Path, scene.Pen)          {}
func (quiet) Glyphs(*scene.GlyphRun, scene.Color)    {}
func (quiet) Picture(string, scene.Rect, scene.Rect) {}

func TestHit(t *testing.T) {
	s := scene.Scene{Zones: []scene.Zone{
		{ID: "top", Role: scene.RoleEvent, Area: scene.R(10, 10, 20, 20), At: scene.Point{X: 20, Y: 20}},
		{ID: "under", Role: scene.RolePile, Area: scene.R(25, 10, 20, 20), At: scene.Point{X: 35, Y: 20}},
		{ID: "1991", Role: scene.RoleYear, Area: scene.R(0, 0, 200, 200), At: scene.Point{X: 100, Y: 100}},
		{ID: "span", Role: scene.RoleSpan, Area: scene.R(90, 90, 20, 20), At: scene.Point{X: 100, Y: 100}},
	}}
	tests := []struct {
		name  string
		p     scene.Point
		reach float64
		want  string // empty: nothing
	}{
		{"inside", scene.Point{X: 12, Y: 12}, 0, "top"},
		{"on the edge", scene.Point{X: 10, Y: 30}, 0, "top"},
		{"in both: the topmost", scene.Point{X: 27, Y: 15}, 0, "top"},
		{"inside the lower one, nearer to the upper mark", scene.Point{X: 31, Y: 20}, 50, "under"},
		{"beside, within reach", scene.Point{X: 20, Y: 35}, 16, "top"},
		{"beside, the nearer mark", scene.Point{X: 50, Y: 20}, 40, "under"},
		{"beside, out of reach", scene.Point{X: 20, Y: 35}, 14, ""},
		{"years and spans are not pointed at", scene.Point{X: 100, Y: 100}, 5, ""},
		{"nothing near", scene.Point{X: 300, Y: 300}, 20, ""},
	}
	for _, test := range tests {
		z, ok := s.Hit(test.p, test.reach)
		if z.ID != test.want || ok != (test.want != "") {
			t.Errorf("%s: hit %q, %v; want %q", test.name, z.ID, ok, test.want)
		}
	}
}

func TestMix(t *testing.T) {
	for _, test := range []struct {
		t    float64
		want scene.Color
	}{
		{0, red}, {1, white}, {-1, red}, {7, white},
		{0.5, scene.Color{R: 228, G: 153, B: 150, A: 255}}, // halves round up
	} {
		if got := scene.Mix(red, white, test.t); got != test.want {
			t.Errorf("%g: %v, want %v", test.t, got, test.want)
		}
	}
}

func TestRect(t *testing.T) {
	a := scene.R(0, 0, 10, 10)
	if a.Overlaps(scene.R(10, 0, 5, 5)) {
		t.Error("rectangles that touch overlap")
	}
	if !a.Overlaps(scene.R(9, 9, 5, 5)) {
		t.Error("rectangles that overlap do not")
	}
	if got := a.Union(scene.R(20, -5, 1, 1)); got != scene.R(0, -5, 21, 15) {
		t.Errorf("union %v", got)
	}
	if got := a.Grow(-2); got != scene.R(2, 2, 6, 6) || !a.Grow(-5).Empty() {
		t.Errorf("shrunk to %v", got)
	}
	if got := a.Center(); got != (scene.Point{X: 5, Y: 5}) {
		t.Errorf("centre %v", got)
	}
}

func ExampleScene() {
	var s scene.Scene
	s.Reset(scene.Point{X: 100, Y: 40})
	s.Background = white
	var p scene.Path
	p.Rect(scene.R(10, 10, 80, 20))
	s.Fill(&p, red)
	if err := s.Dump(os.Stdout); err != nil {
		fmt.Println(err)
	}
	// Output:
	// scene 100x40 #ffffff
	// fill #c8322d M10.00,10.00 L90.00,10.00 L90.00,30.00 L10.00,30.00 Z
}

func ExamplePath_CubeTo() {
	var p scene.Path
	p.MoveTo(0, 0)
	p.CubeTo(0, 0.5, 1, 0.5, 1, 1)
	fmt.Println(len(p.Points), "points", p.Bounds().Max)
	// Output: 8 points {1 1}
}
