package typeset

import (
	"fmt"
	"math"
	"testing"

	"rentang/viz/scene"
)

// recorder keeps the runs that it is given.
type recorder struct{ runs []scene.GlyphRun }

func (r *recorder) Fill(*scene.Path, scene.Color)          {}
func (r *recorder) Stroke(*scene.Path, scene.Pen)          {}
func (r *recorder) Picture(string, scene.Rect, scene.Rect) {}
func (r *recorder) Glyphs(run *scene.GlyphRun, c scene.Color) {
	q := *run
	q.Glyphs = append([]scene.Glyph(nil), run.Glyphs...)
	r.runs = append(r.runs, q)
}

var ink = scene.Color{A: 255}

func TestDrawRuns(t *testing.T) {
	s := newSet(t)
	for _, tc := range []struct {
		text, why string
		want      []string // face and text of each run
	}{
		{"", "nothing to draw", nil},
		{" \u00a0 ", "spaces have no ink", nil},
		{"Москва and 1950", "one face", []string{"0 Москва and 1950"}},
		{"소련군이 평양에", "the space comes from the first face and still does not end the run", []string{"1 소련군이 평양에"}},
		{"약 15억 달러", "figures come from the first face", []string{"1 약 ", "0 15", "1 억 달러"}},
		{"김 Kim", "and so do Latin letters", []string{"1 김 ", "0 Kim"}},
		{"漢", "a box of the first face", []string{"0 漢"}},
		{"\xffA", "a damaged byte is a box too", []string{"0 \xffA"}},
	} {
		var rec recorder
		s.Draw(&rec, tc.text, narrow, scene.Point{}, Left, ink)
		var got []string
		for _, r := range rec.runs {
			got = append(got, fmt.Sprint(r.Face, " ", r.Text))
			if len(r.Glyphs) == 0 {
				t.Errorf("%q: an empty run", tc.text)
			}
		}
		if fmt.Sprint(got) != fmt.Sprint(tc.want) {
			t.Errorf("%q: runs %q, want %q: %s", tc.text, got, tc.want, tc.why)
		}
	}
}

func TestDrawPlaces(t *testing.T) {
	s := newSet(t)
	st := Style{Regular, 10}
	at := scene.Point{X: 100, Y: 50}
	w := s.Width("1950", st) // four figures of 6 px
	if w != 24 {
		t.Fatalf("1950 is %v wide", w)
	}
	for _, tc := range []struct {
		name        string
		turn        scene.Turn
		align       Align
		first, last scene.Point
	}{
		{"left", scene.Level, Left, scene.Point{X: 100, Y: 50}, scene.Point{X: 118, Y: 50}},
		{"center", scene.Level, Center, scene.Point{X: 88, Y: 50}, scene.Point{X: 106, Y: 50}},
		{"right", scene.Level, Right, scene.Point{X: 76, Y: 50}, scene.Point{X: 94, Y: 50}},
		{"up", scene.Up, Left, scene.Point{X: 100, Y: 50}, scene.Point{X: 100, Y: 32}},
		{"up, centered", scene.Up, Center, scene.Point{X: 100, Y: 62}, scene.Point{X: 100, Y: 44}},
		{"down", scene.Down, Left, scene.Point{X: 100, Y: 50}, scene.Point{X: 100, Y: 68}},
		{"down, to the end", scene.Down, Right, scene.Point{X: 100, Y: 26}, scene.Point{X: 100, Y: 44}},
	} {
		var rec recorder
		s.DrawTurned(&rec, "1950", st, tc.turn, at, tc.align, ink)
		g := rec.runs[0].Glyphs
		if !near(g[0].At, tc.first) || !near(g[3].At, tc.last) || rec.runs[0].Turn != tc.turn {
			t.Errorf("%s: turn %d from %v to %v, want %d from %v to %v", tc.name, rec.runs[0].Turn, g[0].At, g[3].At, tc.turn, tc.first, tc.last)
		}
	}
}

func near(a, b scene.Point) bool { return math.Hypot(a.X-b.X, a.Y-b.Y) < 1e-9 }

func TestDrawStacked(t *testing.T) {
	s := newSet(t)
	st := Style{Regular, 12}
	const step = 12.6
	var rec recorder
	at := scene.Point{X: 40, Y: 10}
	h := s.DrawStacked(&rec, "김 정은", st, at, step, ink)
	if want := 3.5 * step; math.Abs(h-want) > 1e-9 || StackedHeight("김 정은", step) != h {
		t.Errorf("height %v and %v, want %v", h, StackedHeight("김 정은", step), want)
	}
	if len(rec.runs) != 1 || len(rec.runs[0].Glyphs) != 3 || rec.runs[0].Turn != scene.Level {
		t.Fatalf("runs %+v, want one of three upright glyphs", rec.runs)
	}
	for i, g := range rec.runs[0].Glyphs {
		o := s.Outline(rec.runs[0].Face, g.ID)
		lo, hi := scene.Point{X: math.Inf(1), Y: math.Inf(1)}, scene.Point{X: math.Inf(-1), Y: math.Inf(-1)}
		for _, c := range o.Contours {
			for _, seg := range c.Segs {
				lo.X, hi.X = min(lo.X, seg.P.X), max(hi.X, seg.P.X)
				lo.Y, hi.Y = min(lo.Y, seg.P.Y), max(hi.Y, seg.P.Y)
			}
		}
		k := st.Size / o.UnitsPerEm
		top, bottom := g.At.Y-hi.Y*k, g.At.Y-lo.Y*k
		cell := at.Y + []float64{0, 1.5, 2.5}[i]*step
		if top < cell || bottom > cell+step {
			t.Errorf("syllable %d reaches from %.2f to %.2f, its cell from %.2f to %.2f", i, top, bottom, cell, cell+step)
		}
		if mid := g.At.X + (lo.X+hi.X)/2*k; math.Abs(mid-at.X) > 1 {
			t.Errorf("syllable %d stands %.2f px off the middle", i, mid-at.X)
		}
	}
}

// TestNoFonts: a set without fonts is of no use but does no harm.
func TestNoFonts(t *testing.T) {
	var s Set
	var rec recorder
	s.Draw(&rec, "Kim", narrow, scene.Point{}, Left, ink)
	s.DrawStacked(&rec, "Kim", narrow, scene.Point{}, 12, ink)
	if w := s.Width("Kim", narrow); w != 0 || len(rec.runs) != 0 {
		t.Errorf("width %v, %d runs", w, len(rec.runs))
	}
	if m := string(s.Missing("Kim", Regular)); m != "Kim" {
		t.Errorf("missing %q, want every letter", m)
	}
	if lines, _ := s.Break("Kim Il", "en", narrow, 30, 0); denseLines(lines) != "KimIl" {
		t.Errorf("lost text: %q", lines)
	}
}

// TestSteadyFrame: a text that has been seen is measured and drawn without allocating.
func TestSteadyFrame(t *testing.T) {
	s := newSet(t)
	var scn scene.Scene
	texts := []string{"Договор о дружбе", "소련군이 15억 달러", "Perang Korea", "1950"}
	frame := func() {
		scn.Reset(scene.Point{X: 100, Y: 100})
		for _, text := range texts {
			s.Width(text, narrow)
			s.Draw(&scn, text, narrow, scene.Point{}, Center, ink)
			s.DrawTurned(&scn, text, narrow, scene.Up, scene.Point{}, Left, ink)
			s.DrawStacked(&scn, text, narrow, scene.Point{}, 12, ink)
		}
	}
	frame()
	if n := testing.AllocsPerRun(100, frame); n != 0 {
		t.Errorf("%v allocations in a steady frame", n)
	}
}

// TestCacheBound: a stream of new texts, as a counter makes, does not grow the
// memory for ever, and the texts stay right when the cache starts anew.
func TestCacheBound(t *testing.T) {
	s := newSet(t)
	for i := range 2*maxShaped + 10 {
		if w := s.Width(fmt.Sprintf("%06d", i), narrow); math.Abs(w-36) > 1e-9 {
			t.Fatalf("%06d is %v wide", i, w)
		}
		if len(s.shaped) > maxShaped {
			t.Fatalf("%d texts kept", len(s.shaped))
		}
	}
}

func BenchmarkWidth(b *testing.B) {
	s := newSet(b)
	s.Width("Договор о дружбе, сотрудничестве", narrow)
	b.ReportAllocs()
	for b.Loop() {
		s.Width("Договор о дружбе, сотрудничестве", narrow)
	}
}

func BenchmarkShape(b *testing.B) {
	s := newSet(b)
	b.ReportAllocs()
	for b.Loop() {
		s.set("Договор о дружбе, сотрудничестве", Regular)
	}
}

func BenchmarkDraw(b *testing.B) {
	s := newSet(b)
	var scn scene.Scene
	b.ReportAllocs()
	for b.Loop() {
		scn.Reset(scene.Point{X: 100, Y: 100})
		s.Draw(&scn, "Договор о дружбе, сотрудничестве", narrow, scene.Point{}, Left, ink)
	}
}

func BenchmarkBreak(b *testing.B) {
	s := newSet(b)
	b.ReportAllocs()
	for b.Loop() {
		s.Break("Договор о дружбе, сотрудничестве и взаимной помощи между СССР и КНДР", "ru", narrow, 124, 3)
	}
}
