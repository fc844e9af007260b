package canvas2d

import (
	"fmt"
	"io/fs"
	"math"
	"slices"
	"testing"

	"rentang/assets"
	"rentang/viz"
	"rentang/viz/lang"
	"rentang/viz/scene"
	"rentang/viz/story"
	"rentang/viz/theme"
	"rentang/viz/typeset"
)

// said is one command in words that must agree, and lengths in CSS pixels that
// must agree as far as a float32 goes.
type said struct {
	what    string
	lengths []float64
}

func (s *said) say(format string, args ...any) { s.what += fmt.Sprintf(format, args...) }

func (s *said) points(points []scene.Point, closed bool) {
	s.say(" contour of %d, closed %v;", len(points), closed)
	for _, p := range points {
		s.lengths = append(s.lengths, p.X, p.Y)
	}
}

// decoder reads lists as the page does.
type decoder struct {
	list   []float32
	at     int
	scale  float64
	glyphs map[float64]int // the length of each outline that was written
}

func (d *decoder) next() float64 {
	d.at++
	return float64(d.list[d.at-1])
}

func (d *decoder) color() scene.Color {
	v := int(d.next())
	return scene.Color{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v), A: 255}
}

func (d *decoder) path(s *said) {
	for range int(d.next()) {
		n := int(d.next())
		points := make([]scene.Point, max(n, -n))
		for i := range points {
			points[i] = scene.Point{X: d.next() / d.scale, Y: d.next() / d.scale}
		}
		s.points(points, n < 0)
	}
}

// decode says what a list draws.
func (d *decoder) decode(t *testing.T, list []float32) (all []said) {
	t.Helper()
	d.list, d.at = list, 3
	for d.at < len(list) {
		var s said
		switch op := d.next(); op {
		case opFill:
			s.say("fill %v", d.color())
			d.path(&s)
		case opStroke:
			s.say("stroke %v", d.color())
			s.lengths = append(s.lengths, d.next()/d.scale)
			s.say(" cap %v", d.next())
			d.path(&s)
		case opGlyph:
			number, n := d.next(), int(d.next())
			if _, twice := d.glyphs[number]; twice {
				t.Fatalf("glyph %v is written twice", number)
			}
			d.glyphs[number] = n
			d.at += n
			continue
		case opGlyphs:
			s.say("glyphs %v", d.color())
			for range 4 {
				s.lengths = append(s.lengths, d.next()/d.scale)
			}
			for range int(d.next()) {
				n, ok := d.glyphs[d.next()]
				if !ok {
					t.Fatal("a glyph that was never written")
				}
				s.say(" outline of %d", n)
				s.lengths = append(s.lengths, d.next()/d.scale, d.next()/d.scale)
			}
		default:
			t.Fatalf("no command %v", op)
		}
		all = append(all, s)
	}
	return all
}

// teller says the same of what a scene asks for.
type teller struct {
	e     *Encoder // which knows what is out of sight
	faces *typeset.Set
	all   []said
}

func (l *teller) Fill(p *scene.Path, c scene.Color) {
	var s said
	s.say("fill %v", c)
	for i := range p.Ends {
		points, _ := p.Contour(i)
		s.points(points, false)
	}
	l.all = append(l.all, s)
}

func (l *teller) Stroke(p *scene.Path, pen scene.Pen) {
	s := said{lengths: []float64{pen.Width}}
	s.say("stroke %v cap %v", pen.Color, pen.Cap)
	for i := range p.Ends {
		s.points(p.Contour(i))
	}
	l.all = append(l.all, s)
}

func (l *teller) Picture(string, scene.Rect, scene.Rect) {}

func (l *teller) Glyphs(r *scene.GlyphRun, c scene.Color) {
	k := r.Size / l.faces.Outline(r.Face, r.Glyphs[0].ID).UnitsPerEm
	s := said{lengths: map[scene.Turn][]float64{scene.Level: {k, 0, 0, -k}, scene.Up: {0, -k, -k, 0}, scene.Down: {0, k, k, 0}}[r.Turn]}
	s.say("glyphs %v", c)
	seen := false
	for _, g := range r.Glyphs {
		n := 0
		for _, c := range l.faces.Outline(r.Face, g.ID).Contours {
			n += 3
			for _, s := range c.Segs {
				n += 3
				if s.Quad {
					n += 2
				}
			}
		}
		if n > 0 && l.e.near(g.At, r.Size) {
			s.say(" outline of %d", n)
			s.lengths = append(s.lengths, g.At.X, g.At.Y)
			seen = true
		}
	}
	if seen {
		l.all = append(l.all, s)
	}
}

// builtIn is the built-in story, running, and its fonts.
func builtIn(tb testing.TB, code string, w, h float64) (*viz.App, *typeset.Set) {
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
	for name, weight := range map[string]typeset.Weight{"RentangSans-Regular": typeset.Regular, "RentangSans-SemiBold": typeset.SemiBold} {
		if _, err := set.Add(weight, name, read(assets.Fonts(), name+".ttf")); err != nil {
			tb.Fatal(err)
		}
	}
	t, _ := theme.Get("light")
	return viz.NewApp(viz.Config{Story: s, Lang: l, Theme: t, Type: set, Size: scene.Point{X: w, Y: h}}), set
}

// What a list says is what the scene says, all along a zoom into the story.
func TestListEqualsScene(t *testing.T) {
	a, faces := builtIn(t, "en", 1000, 600)
	now := 0.0
	for _, scale := range []float64{1, 1.5, 2} {
		e := New(faces)
		d := decoder{scale: scale, glyphs: map[float64]int{}}
		for i := range 40 {
			a.Zoom(1.2)
			now += 40
			a.Update(now)
			got := d.decode(t, e.Encode(a.Scene(), scale, int(1000*scale), int(600*scale)))
			l := teller{e: e, faces: faces}
			a.Scene().Replay(&l)
			if len(got) != len(l.all) || len(got) < 20 {
				t.Fatalf("frame %d: %d commands, want %d", i, len(got), len(l.all))
			}
			for k := range got {
				if !alike(got[k], l.all[k]) {
					t.Fatalf("frame %d, command %d:\n got %v\nwant %v", i, k, got[k], l.all[k])
				}
			}
		}
		a.Fit()
	}
}

func alike(a, b said) bool {
	return a.what == b.what && slices.EqualFunc(a.lengths, b.lengths, func(x, y float64) bool {
		return math.Abs(x-y) <= 1e-6*max(1, math.Abs(y))
	})
}

func TestSteadyFrameAllocatesNothing(t *testing.T) {
	a, faces := builtIn(t, "en", 1200, 675)
	a.Update(0)
	e := New(faces)
	frame := func() { e.Encode(a.Scene(), 2, 2400, 1350) }
	frame()
	if n := testing.AllocsPerRun(5, frame); n > 0 {
		t.Errorf("%.0f allocations in a steady frame", n)
	}
}

func BenchmarkEncode(b *testing.B) {
	a, faces := builtIn(b, "en", 1200, 675)
	a.Update(0)
	e := New(faces)
	n := 0
	b.ReportAllocs()
	for b.Loop() {
		n = len(e.Encode(a.Scene(), 2, 2400, 1350))
	}
	b.ReportMetric(float64(n), "numbers")
}
