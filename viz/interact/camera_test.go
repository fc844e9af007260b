package interact

import (
	"math"
	"math/rand/v2"
	"testing"

	"rentang/viz/timescale"
)

// The built-in story's stretch, 1945 to the end of 2026, in days.
var story = timescale.Span{Start: -9131, End: 20819}

func camera(view timescale.Span) *Camera {
	return NewCamera(view, Limits{Bounds: story, Least: 1, Overhang: .04}, 100, 1100)
}

// run steps until rest and returns the milliseconds it took.
func run(t *testing.T, c *Camera, each func(ms float64)) float64 {
	t.Helper()
	ms := 0.0
	for c.Busy() {
		c.Step(16)
		ms += 16
		if each != nil {
			each(ms)
		}
		if ms > 5000 {
			t.Fatal("the camera does not come to rest")
		}
	}
	return ms
}

func check(t *testing.T, c *Camera) {
	t.Helper()
	s, l := c.View(), c.Limits()
	over := l.Overhang*s.Len() + 1e-6
	if !proper(s) || s.Len() < l.Least*(1-1e-9) || s.Len() > l.Bounds.Len() ||
		s.Start < l.Bounds.Start-over || s.End > l.Bounds.End+over+max(l.Covered, c.flight.covered)*s.Len() {
		t.Fatalf("view %v (%v days) outside limits %+v", s, s.Len(), l)
	}
}

func TestFit(t *testing.T) {
	for _, c := range []struct {
		why      string
		in, want timescale.Span
		covered  float64
	}{
		{"inside stays to the last bit", timescale.Span{Start: .1, End: 1000.7}, timescale.Span{Start: .1, End: 1000.7}, 0},
		{"longer than the story", story.Zoom(3, 0), story, 0},
		{"too short grows about its middle", timescale.Span{Start: 100, End: 100.5}, timescale.Span{Start: 99.75, End: 100.75}, 0},
		{"past the end comes back but for the overhang", timescale.Span{Start: 30000, End: 31000}, timescale.Span{Start: story.End - 960, End: story.End + 40}, 0},
		{"a sheet lets the end come further in", timescale.Span{Start: 30000, End: 31000}, timescale.Span{Start: story.End - 460, End: story.End + 540}, .5},
		{"the whole under a sheet", story.Pan(9e9), story.Pan(story.Len() / 2), .5},
	} {
		cam := camera(story)
		cam.SetCovered(c.covered)
		got := cam.Fit(c.in)
		if math.Abs(got.Start-c.want.Start) > 1e-6 || math.Abs(got.End-c.want.End) > 1e-6 {
			t.Errorf("%s: %v, want %v", c.why, got, c.want)
		}
	}
	cam := camera(timescale.Span{Start: 0, End: 100})
	for _, bad := range []timescale.Span{{Start: math.NaN(), End: 1}, {Start: 0, End: math.Inf(1)}, {Start: 5, End: 5}, {Start: 6, End: 5}} {
		if got := cam.Fit(bad); got != cam.View() {
			t.Errorf("%v became %v, want the present view", bad, got)
		}
	}
}

func TestWheelKeepsInstant(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		n := math.Exp(r.Float64()*math.Log(10000)) + 1
		start := story.Start + 8000 + r.Float64()*(story.Len()-16000-n)
		c := camera(timescale.Span{Start: start, End: start + n})
		px := 100 + 1000*r.Float64()
		at := c.Scale().At(px)
		// Zooming in can meet no bound, so the instant must stay throughout.
		for range 1 + r.IntN(4) {
			c.Wheel(.5+r.Float64()*.5, px)
			for range 1 + r.IntN(5) {
				c.Step(1 + 40*r.Float64())
				if d := math.Abs(c.Scale().At(px) - at); d > 1e-6*c.View().Len() {
					t.Fatalf("view %v: the instant at %v px moved by %v days", c.View(), px, d)
				}
			}
		}
		run(t, c, func(float64) { check(t, c) })
		if d := math.Abs(c.Scale().At(px) - at); d > 1e-6*c.View().Len() {
			t.Fatalf("at rest the instant at %v px moved by %v days", px, d)
		}
	}
}

func TestWheelAddsUp(t *testing.T) {
	c := camera(timescale.Span{Start: 0, End: 5000})
	for range 3 {
		c.Wheel(.8, 500)
		c.Step(16)
	}
	want := 5000 * math.Pow(.8, 3)
	if got := c.Target().Len(); math.Abs(got-want) > 1e-6 {
		t.Errorf("three steps of .8 aim at %v days, want %v", got, want)
	}
	if ms := run(t, c, nil); ms > 700 {
		t.Errorf("a wheel's motion took %v ms", ms)
	}
	if got := c.View().Len(); math.Abs(got-want) > 1e-6 {
		t.Errorf("came to rest at %v days, want %v", got, want)
	}
}

func TestStepSizeDoesNotMatter(t *testing.T) {
	a, b := camera(timescale.Span{Start: 0, End: 5000}), camera(timescale.Span{Start: 0, End: 5000})
	a.Wheel(.5, 300)
	b.Wheel(.5, 300)
	a.Step(48)
	for range 48 {
		b.Step(1)
	}
	if d := math.Abs(a.View().Len() - b.View().Len()); d > 1e-6 {
		t.Errorf("one step of 48 ms and 48 of 1 ms differ by %v days", d)
	}
}

func TestZoomOutEndsAtWhole(t *testing.T) {
	c := camera(timescale.Span{Start: story.Start + 10, End: story.Start + 20})
	for range 60 {
		c.Wheel(1.5, 900)
		c.Step(16)
		check(t, c)
	}
	run(t, c, func(float64) { check(t, c) })
	if c.View() != story {
		t.Errorf("zoomed out to %v, want %v exactly", c.View(), story)
	}
}

func TestDragAndPinchKeepInstants(t *testing.T) {
	c := camera(timescale.Span{Start: 0, End: 4000})
	c.Grab(400, 1)
	at := c.Scale().At(400)
	for px := 400.0; px > 200; px -= 7 {
		c.Drag(px, 1)
		if d := c.Scale().At(px) - at; math.Abs(d) > 1e-6 {
			t.Fatalf("drag lost its instant by %v days", d)
		}
	}
	c.Release(0)
	a0, b0 := 300.0, 500.0
	c.Grab((a0+b0)/2, b0-a0)
	ta, tb := c.Scale().At(a0), c.Scale().At(b0)
	for i := range 50 {
		a, b := a0-3*float64(i), b0+5*float64(i)
		c.Drag((a+b)/2, b-a)
		if da, db := c.Scale().At(a)-ta, c.Scale().At(b)-tb; math.Abs(da) > 1e-6 || math.Abs(db) > 1e-6 {
			t.Fatalf("pinch lost its instants by %v and %v days", da, db)
		}
	}
}

func TestDragComesBackFromBound(t *testing.T) {
	c := camera(timescale.Span{Start: story.Start, End: story.Start + 1000})
	c.Grab(500, 1)
	c.Drag(1050, 1) // far past the first day
	check(t, c)
	c.Drag(500, 1)
	if got := c.View().Start; math.Abs(got-story.Start) > 1e-6 {
		t.Errorf("back under the hand the view starts at %v, want %v", got, story.Start)
	}
}

func TestFlingEnds(t *testing.T) {
	for _, v := range []float64{.06, -.5, 3, -80, 1e300, math.Inf(1), math.NaN(), 0} {
		c := camera(timescale.Span{Start: 5000, End: 5400})
		c.Grab(500, 1)
		c.Release(v)
		last, lastStep := c.View(), math.Inf(1)
		ms := run(t, c, func(float64) {
			check(t, c)
			d := math.Abs(c.View().Start - last.Start)
			if d > lastStep*(1+1e-9) {
				t.Fatalf("speed %v: it gathers speed", v)
			}
			last, lastStep = c.View(), d
		})
		if ms > 1200+16 {
			t.Errorf("speed %v: stopped after %v ms", v, ms)
		}
		if moved := c.View().Start - 5000; v == 3 && moved >= 0 {
			t.Errorf("flung to the right, the view moved by %v days", moved)
		}
	}
}

func TestFlightTimesAndEnds(t *testing.T) {
	for _, c := range []struct {
		why      string
		from, to timescale.Span
		lo, hi   float64
	}{
		{"a short pan", timescale.Span{Start: 0, End: 1000}, timescale.Span{Start: 100, End: 1100}, 350, 380},
		{"a jump over forty years", timescale.Span{Start: -9000, End: -8600}, timescale.Span{Start: 6000, End: 6400}, 850, 916},
		{"the whole from a month", timescale.Span{Start: 0, End: 30}, story, 700, 916},
	} {
		cam := camera(c.from)
		cam.Fly(c.to)
		most := 0.0
		ms := run(t, cam, func(float64) { check(t, cam); most = max(most, cam.View().Len()) })
		if cam.View() != c.to {
			t.Errorf("%s: ended at %v, want %v exactly", c.why, cam.View(), c.to)
		}
		if ms < c.lo || ms > c.hi {
			t.Errorf("%s took %v ms, want %v to %v", c.why, ms, c.lo, c.hi)
		}
		if c.lo == 850 && most < 8*c.from.Len() {
			t.Errorf("%s zoomed out to %v days only", c.why, most)
		}
	}
}

func TestFlightIsSmooth(t *testing.T) {
	// In the metric of the path - the speed of the content in view lengths, and of
	// the zoom - no step may be a jolt, not even at an interruption.
	c := camera(timescale.Span{Start: 0, End: 500}) // far from the bounds, where it would rightly be bent
	c.Fly(timescale.Span{Start: 6000, End: 6300})
	was, speed := c.View(), 0.0
	for i := range 700 {
		if i == 200 {
			c.Fly(timescale.Span{Start: 1000, End: 3000}) // interrupts at full speed
		}
		c.Step(1)
		now := c.View()
		v := math.Hypot((now.Mid()-was.Mid())/was.Len(), math.Log(now.Len()/was.Len()))
		if math.Abs(v-speed) > .002 {
			t.Fatalf("at %d ms the speed jumps from %v to %v view lengths a ms", i, speed, v)
		}
		was, speed = now, v
	}
}

func TestUncoverComesBackSlowly(t *testing.T) {
	c := camera(timescale.Span{Start: 15000, End: 20000})
	c.SetCovered(.5)
	c.Cut(timescale.Span{Start: 18000, End: 23000})
	c.SetCovered(0)
	from := c.View()
	c.Fly(from)
	c.Step(8)
	if d := from.Start - c.View().Start; d < 0 || d > 200 {
		t.Errorf("the first step moved by %v days", d)
	}
	run(t, c, nil)
	check(t, c)
}

// TestRandomMotion throws everything at the camera in random order.
func TestRandomMotion(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	c := camera(story)
	odd := []float64{0, -1, 1e308, math.NaN(), math.Inf(-1), 1e-300}
	v := func(lo, hi float64) float64 {
		if r.IntN(40) == 0 {
			return odd[r.IntN(len(odd))]
		}
		return lo + (hi-lo)*r.Float64()
	}
	for range 40000 {
		switch r.IntN(13) {
		case 0:
			c.Wheel(v(.3, 3), v(0, 1200))
		case 1:
			c.ZoomAbout(v(.3, 3), v(0, 1200))
		case 2:
			c.PanBy(v(-1, 1))
		case 3:
			c.Scroll(v(-300, 300))
		case 4:
			c.Grab(v(0, 1200), v(1, 300))
		case 5:
			c.Drag(v(0, 1200), v(1, 300))
		case 6:
			c.Release(v(-9, 9))
		case 7:
			a := v(-20000, 30000)
			c.Fly(timescale.Span{Start: a, End: a + v(-5, 20000)})
		case 8:
			if r.IntN(20) == 0 {
				c.SetRange(v(0, 100), v(300, 2000))
			}
		default:
			c.Step(v(0, 50))
		}
		check(t, c)
		if s := c.Target(); !proper(s) {
			t.Fatalf("target %v", s)
		}
	}
}

func TestStepAllocatesNothing(t *testing.T) {
	c := camera(story)
	if n := testing.AllocsPerRun(100, func() {
		c.Wheel(.9, 300)
		c.Step(16)
		c.Fly(timescale.Span{Start: 0, End: 900})
		c.Step(16)
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}
