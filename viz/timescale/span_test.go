package timescale

import (
	"math"
	"math/rand/v2"
	"testing"
)

func TestZoom(t *testing.T) {
	for _, c := range []struct {
		name         string
		span         Span
		ratio, about float64
		want         Span
	}{
		{"in by half about the middle", Span{0, 100}, 0.5, 50, Span{25, 75}},
		{"in about the left edge", Span{0, 100}, 0.5, 0, Span{0, 50}},
		{"in about the right edge", Span{0, 100}, 0.25, 100, Span{75, 100}},
		{"out about a quarter", Span{0, 100}, 2, 25, Span{-25, 175}},
		{"about an instant that is out of view", Span{0, 100}, 0.5, 200, Span{100, 150}},
		{"a ratio of nothing", Span{0, 100}, 0, 50, Span{0, 100}},
		{"a negative ratio would turn time round", Span{0, 100}, -1, 50, Span{0, 100}},
		{"NaN", Span{0, 100}, math.NaN(), 50, Span{0, 100}},
		{"infinite", Span{0, 100}, math.Inf(1), 50, Span{0, 100}},
	} {
		if got := c.span.Zoom(c.ratio, c.about); got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

// However a reader zooms and pans, the instant under the pointer stays there.
func TestZoomKeepsInstant(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		s := Span{Start: r.Float64()*60000 - 30000}
		s.End = s.Start + 1 + r.Float64()*30000
		sc := Scale{s, 40, 40 + 200 + r.Float64()*3000}
		px := sc.P0 + r.Float64()*(sc.P1-sc.P0)
		about := sc.At(px)
		for range 5 {
			sc.Span = sc.Zoom(0.5+r.Float64(), about)
			if got := sc.Px(about); math.Abs(got-px) > 1e-6 {
				t.Fatalf("%v under %v moved to %v", about, px, got)
			}
		}
		if back := s.Zoom(3, about).Zoom(1.0/3, about); math.Abs(back.Start-s.Start) > 1e-6 || math.Abs(back.End-s.End) > 1e-6 {
			t.Fatalf("%v zoomed out and in is %v", s, back)
		}
	}
}

func TestFit(t *testing.T) {
	bounds := Span{0, 1000}
	for _, c := range []struct {
		name   string
		span   Span
		bounds Span
		least  float64
		want   Span
	}{
		{"inside stays", Span{10, 20}, bounds, 1, Span{10, 20}},
		{"pushed in from the left", Span{-50, 50}, bounds, 1, Span{0, 100}},
		{"pushed in from the right", Span{950, 1050}, bounds, 1, Span{900, 1000}},
		{"far outside", Span{5000, 5100}, bounds, 1, Span{900, 1000}},
		{"longer than the bounds", Span{-500, 5000}, bounds, 1, bounds},
		{"exactly the bounds", bounds, bounds, 1, bounds},
		{"too short grows about its middle", Span{500, 500.5}, bounds, 1, Span{499.75, 500.75}},
		{"too short at the edge", Span{0, 0.5}, bounds, 1, Span{0, 1}},
		{"the least is longer than the bounds", Span{3, 4}, Span{0, 10}, 50, Span{0, 10}},
		{"ends the wrong way round", Span{20, 10}, bounds, 2, Span{14, 16}},
		{"NaN", Span{math.NaN(), 10}, bounds, 1, bounds},
		{"infinite", Span{0, math.Inf(1)}, bounds, 1, bounds},
	} {
		if got := c.span.Fit(c.bounds, c.least); got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestFitProperties(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 5000 {
		b := Span{Start: r.Float64()*1000 - 500}
		b.End = b.Start + 1 + r.Float64()*1000
		s := Span{Start: r.Float64()*4000 - 2000}
		s.End = s.Start + r.Float64()*2000
		least := r.Float64() * 20
		got := s.Fit(b, least)
		if got.Start < b.Start || got.End > b.End {
			t.Fatalf("%v in %v: %v is not inside", s, b, got)
		}
		if got.Len() < min(least, b.Len())-1e-9 {
			t.Fatalf("%v in %v: %v is shorter than %v", s, b, got, least)
		}
		if again := got.Fit(b, least); math.Abs(again.Start-got.Start) > 1e-9 || math.Abs(again.End-got.End) > 1e-9 {
			t.Fatalf("fitting twice: %v, then %v", got, again)
		}
	}
}

func TestScale(t *testing.T) {
	for _, c := range []struct {
		name   string
		scale  Scale
		at, px float64
		perDay float64
	}{
		{"left edge", Scale{Span{0, 100}, 40, 240}, 0, 40, 2},
		{"right edge", Scale{Span{0, 100}, 40, 240}, 100, 240, 2},
		{"out of view", Scale{Span{0, 100}, 40, 240}, -10, 20, 2},
		{"running backwards", Scale{Span{0, 100}, 240, 40}, 25, 190, 2},
	} {
		if got := c.scale.Px(c.at); got != c.px {
			t.Errorf("%s: Px %v, want %v", c.name, got, c.px)
		}
		if got := c.scale.At(c.px); got != c.at {
			t.Errorf("%s: At %v, want %v", c.name, got, c.at)
		}
		if got := c.scale.PerDay(); got != c.perDay {
			t.Errorf("%s: PerDay %v, want %v", c.name, got, c.perDay)
		}
	}
	empty := Scale{Span{7, 7}, 40, 240}
	if empty.Px(9) != 40 || empty.At(40) != 7 || empty.PerDay() != 0 {
		t.Error("an empty span must not divide by zero")
	}
	if flat := (Scale{Span{7, 9}, 40, 40}); flat.At(50) != 7 {
		t.Error("no pixels must not divide by zero")
	}
}

func TestSpanParts(t *testing.T) {
	s := Span{10, 20}
	if s.Len() != 10 || s.Mid() != 15 || !s.Has(20) || s.Has(20.5) {
		t.Error("length, middle, inside")
	}
	if s.Pan(5) != (Span{15, 25}) || s.Lerp(Span{20, 40}, 0.5) != (Span{15, 30}) {
		t.Error("moves")
	}
	if s.Overlaps(Span{20, 30}) || !s.Overlaps(Span{19, 30}) || s.Overlaps(Span{0, 10}) {
		t.Error("touching spans do not overlap")
	}
}
