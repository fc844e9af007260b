package viz

import (
	"math"
	"strings"
	"testing"

	"rentang/viz/interact"
	"rentang/viz/lang"
	"rentang/viz/layout"
	"rentang/viz/scene"
	"rentang/viz/theme"
	"rentang/viz/timescale"
	"rentang/viz/typeset"
)

func years(a, b float64) timescale.Span {
	return timescale.Span{Start: (a - 1970) * 365.2425, End: (b - 1970) * 365.2425}
}

func TestRestIsRest(t *testing.T) {
	r := newRide(t, Config{})
	if !r.frame(16) {
		t.Fatal("the first frame draws")
	}
	drawn := r.fig.drawn
	for range 100 {
		if r.frame(100) || r.Busy() || !math.IsInf(r.Wait(), 1) {
			t.Fatal("at rest nothing may be drawn or awaited")
		}
	}
	if r.fig.drawn != drawn {
		t.Errorf("drew %d times at rest", r.fig.drawn-drawn)
	}
}

func TestSteadyFramesAllocateNothing(t *testing.T) {
	r := newRide(t, Config{})
	r.rest()
	at := scene.Point{X: 300, Y: 300}
	wheel := -30.0
	for range 5 {
		r.Wheel(interact.Wheel{At: at, DY: wheel, Time: r.now})
		r.frame(16)
	}
	if n := testing.AllocsPerRun(200, func() {
		r.now += 16
		r.Wheel(interact.Wheel{At: at, DY: wheel, Time: r.now})
		wheel = -wheel
		r.Pointer(interact.Pointer{Phase: interact.Move, At: at, Time: r.now})
		r.Update(r.now)
		r.Events()
	}); n != 0 {
		t.Errorf("a zooming frame allocates %v times", n)
	}
	r.rest()
	if n := testing.AllocsPerRun(200, func() { r.now += 16; r.Update(r.now); r.Events() }); n != 0 {
		t.Errorf("a frame at rest allocates %v times", n)
	}
}

func TestOpening(t *testing.T) {
	r := newRide(t, Config{Opening: true})
	r.frame(16)
	last := -1.0
	for ms := 0.0; r.Busy(); ms += 16 {
		if r.frame(16); r.fig.last.Grow < last {
			t.Fatalf("the bands shrink from %v to %v", last, r.fig.last.Grow)
		}
		if last = r.fig.last.Grow; ms > 2100 {
			t.Fatal("the opening does not end")
		}
		if ms < 1500 && last >= 1 {
			t.Fatalf("the opening ended after %v ms", ms)
		}
	}
	if last != 1 {
		t.Errorf("it ended with %v grown", last)
	}
	for why, end := range map[string]func(r *ride){
		"a press":  func(r *ride) { r.mouse(interact.Down, 5, 5, 1) },
		"a wheel":  func(r *ride) { r.Wheel(interact.Wheel{DY: 1}) },
		"a key":    func(r *ride) { r.Key("+", 0) },
		"a choice": func(r *ride) { r.Select("e1991", false) },
		"reduced":  func(r *ride) { r.SetReduced(true) },
	} {
		r := newRide(t, Config{Opening: true})
		r.frame(16)
		r.frame(16)
		if r.fig.last.Grow == 1 {
			t.Fatal("no opening")
		}
		end(r)
		if r.frame(16); r.fig.last.Grow != 1 {
			t.Errorf("%s does not end the opening", why)
		}
	}
	for _, c := range []Config{{Opening: true, Reduced: true}, {Opening: true, Still: true}, {}} {
		r := newRide(t, c)
		if r.frame(16); r.fig.last.Grow != 1 {
			t.Errorf("%+v: begins with %v grown", c, r.fig.last.Grow)
		}
	}
}

func TestFirstFrameAfterRest(t *testing.T) {
	r := newRide(t, Config{})
	r.rest()
	r.Zoom(16)
	r.frame(60000) // a minute at rest must not count as motion
	if left := r.View().Len() / wholeStory.Len(); left < .9 {
		t.Errorf("the first frame of a flight went to %v of the whole", left)
	}
	before := r.View()
	r.frame(60000) // nor may a late frame tear it
	if r.View() == r.Target() || r.View() == before {
		t.Errorf("a late frame went to %v", r.View())
	}
	r.frame(-500) // a clock that runs backwards moves nothing
	r.frame(math.NaN())
	r.now = 130000
	r.rest()
	if want := wholeStory.Len() / 16; math.Abs(r.View().Len()-want) > 1e-6 {
		t.Errorf("came to rest at %v days, want %v", r.View().Len(), want)
	}
}

func TestStepWalksAllInOrder(t *testing.T) {
	for _, c := range []struct {
		why  string
		size scene.Point
		hi   float64 // the lowest pixel along that may be used
	}{
		{"landscape", scene.Point{X: 1080, Y: 600}, 1040},
		{"portrait keeps the mark above the sheet", scene.Point{X: 390, Y: 844}, .53 * 844},
	} {
		r := newRide(t, Config{Size: c.size})
		r.SetView(years(1945, 1955), false)
		r.rest()
		for i, m := range r.fig.marks {
			if id := r.Step(1); id != m.id {
				t.Fatalf("%s: step %d came to %s, want %s", c.why, i, id, m.id)
			}
			r.rest()
			at := r.mark(m.id)
			along, lo := at.X, 40.0
			if r.Portrait() {
				along, lo = at.Y, 100
			}
			if along < lo || along > c.hi {
				t.Errorf("%s: %s stands at %v, want %v to %v", c.why, m.id, along, lo, c.hi)
			}
		}
		if id := r.Step(1); id != "e2024-06-19" {
			t.Errorf("%s: past the end: %s", c.why, id)
		}
		for range 20 {
			r.Step(-1)
		}
		r.rest()
		if r.Selected() != "e1945-08" {
			t.Errorf("%s: back at %s", c.why, r.Selected())
		}
		r.Select("", false)
		r.rest()
		if v := r.View(); v.End > wholeStory.End+overhang*v.Len()+1e-6 {
			t.Errorf("%s: with the sheet gone the view ends at %v", c.why, v.End)
		}
	}
}

func TestUncoveredViewComesBack(t *testing.T) {
	r := newRide(t, Config{Size: scene.Point{X: 390, Y: 844}, Select: "e2024-06-19"})
	r.rest()
	if at := r.mark("e2024-06-19"); at.Y > .53*844 {
		t.Errorf("opened from a link the mark stands at %v, under the sheet", at.Y)
	}
	r.Key("Escape", 0)
	r.frame(16)
	if r.View() == wholeStory {
		t.Error("it jumped back")
	}
	r.rest()
	if r.View() != wholeStory {
		t.Errorf("came back to %v", r.View())
	}
}

func TestSetView(t *testing.T) {
	r := newRide(t, Config{})
	r.rest()
	nan := math.NaN()
	for _, bad := range []timescale.Span{{Start: nan, End: 5}, {Start: 5, End: 1}, {Start: 0, End: math.Inf(1)}} {
		if r.SetView(bad, false) {
			t.Errorf("%v is no view", bad)
		}
	}
	v := years(1985, 1995)
	if !r.SetView(v, true) || r.View() == v {
		t.Error("an animated view is not there at once")
	}
	r.rest()
	if r.View() != v {
		t.Errorf("came to %v, want %v", r.View(), v)
	}
	r.SetView(years(1990, 1991), false)
	if r.frame(16); r.View() != years(1990, 1991) || r.fig.last.Fade != 1 {
		t.Error("a view without animation is there at once, with its labels")
	}
}

func TestResizeBuildsOnce(t *testing.T) {
	r := newRide(t, Config{})
	r.SetView(years(1985, 1995), false)
	r.rest()
	built := r.built
	for x := 1000.0; x > 700; x -= 10 {
		r.Resize(scene.Point{X: x, Y: 600})
	}
	r.SetMode(layout.Sqrt)
	if !r.frame(16) || r.built != built+1 {
		t.Errorf("built %d times", r.built-built)
	}
	if r.View() != years(1985, 1995) {
		t.Errorf("the view became %v", r.View())
	}
	for _, odd := range []scene.Point{{}, {X: -5, Y: math.NaN()}, {X: math.Inf(1), Y: 1e9}} {
		r.Resize(odd)
		r.frame(16)
		if s := r.fig.in.Size; !(s.X >= 64 && s.X <= 16384 && s.Y >= 64 && s.Y <= 16384) {
			t.Errorf("size %v became %v", odd, s)
		}
	}
}

func TestReducedMotionCuts(t *testing.T) {
	r := newRide(t, Config{Reduced: true})
	r.rest()
	r.Zoom(4)
	if r.View() != r.Target() {
		t.Error("a button's zoom travels")
	}
	r.rest()
	r.Key("ArrowRight", 0)
	r.Wheel(interact.Wheel{At: scene.Point{X: 500}, DY: -100})
	if r.View() != r.Target() {
		t.Error("keys and wheel travel")
	}
	if !strings.Contains(r.take(), "cut") {
		t.Error("the page is not told of the cut")
	}
}

func TestHiddenRunsNothing(t *testing.T) {
	r := newRide(t, Config{})
	r.rest()
	r.Play(PlayOptions{})
	r.frame(16)
	r.SetVisible(false)
	if r.frame(16) || r.Busy() || r.Playing() {
		t.Error("hidden, something runs")
	}
	r.SetVisible(true)
	r.rest()
	if r.Playing() {
		t.Error("Play starts by itself")
	}
}

func TestThingsThatBuildAnew(t *testing.T) {
	r := newRide(t, Config{})
	r.rest()
	for why, change := range map[string]func(){
		"theme":    func() { r.SetTheme(&theme.Theme{Name: "dark"}) },
		"language": func() { r.SetLang(&lang.Language{Code: "ko"}, &typeset.Set{}) },
	} {
		drawn := r.fig.drawn
		if change(); !r.frame(16) || r.fig.drawn != drawn+1 {
			t.Errorf("%s: drawn %d times", why, r.fig.drawn-drawn)
		}
	}
	built := r.built
	r.SetTheme(nil)
	r.SetLang(nil, nil)
	r.Resize(r.fig.in.Size)
	if r.frame(16) || r.built != built {
		t.Error("nothing changed, yet it was built anew")
	}
}

func TestLanguageChangesTheTimesOfPlay(t *testing.T) {
	r := newRide(t, Config{})
	r.rest()
	r.Play(PlayOptions{})
	r.SetLang(&lang.Language{Code: "ko"}, &typeset.Set{})
	if s, _, n := r.player.At(); !r.Playing() || n != 5 || s.Dwell != 3000 {
		t.Errorf("stop %+v of %d, playing %v", s, n, r.Playing()) // no Korean text: the least time
	}
}

// A page that never asks must not make the notices pile up.
func TestNoticesDoNotPileUp(t *testing.T) {
	r := newRide(t, Config{})
	for i := range 200 {
		r.Select(r.fig.ids[i%len(r.fig.ids)], true)
		r.Update(float64(i) * 16)
	}
	if n := len(r.Events()); n > 5 {
		t.Errorf("%d notices", n)
	}
}
