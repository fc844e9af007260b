package viz

import (
	"math"
	"testing"

	"rentang/viz/interact"
	"rentang/viz/scene"
)

func TestWheelKeepsInstantUnderPointer(t *testing.T) {
	r := newRide(t, Config{})
	r.rest()
	at := scene.Point{X: 700, Y: 300}
	want := r.fig.Scale(r.View()).At(700)
	for range 12 {
		if !r.Wheel(interact.Wheel{At: at, DY: -120, Time: r.now}) {
			t.Fatal("a wheel is used")
		}
		r.frame(16)
		if d := math.Abs(r.fig.Scale(r.fig.last.Span).At(700) - want); d > 1e-6*r.View().Len() {
			t.Fatalf("the instant moved by %v days", d)
		}
	}
}

func TestDragAndFling(t *testing.T) {
	r := newRide(t, Config{})
	v := years(1960, 1980)
	r.SetView(v, false)
	r.rest()
	r.mouse(interact.Down, 500, 300, 1)
	for x := 500.0; x >= 400; x -= 10 {
		r.now += 8
		r.mouse(interact.Move, x, 300, 1)
	}
	if got, want := r.View().Start-v.Start, v.Len()/1000*90; math.Abs(got-want) > 1 {
		t.Errorf("dragged 90 px past the slop: %v days, want %v", got, want)
	}
	held := r.View().Start
	r.mouse(interact.Up, 400, 300, 0)
	r.rest()
	if r.View().Start-held < 50 {
		t.Error("no momentum")
	}
	if r.take() != "" {
		t.Error("a drag is no click")
	}
}

func TestTapCatchesFling(t *testing.T) {
	r := newRide(t, Config{})
	r.SetView(years(1945, 1970), false)
	r.rest()
	r.mouse(interact.Down, 400, 300, 1)
	for x := 400.0; x >= 300; x -= 20 {
		r.now += 8
		r.mouse(interact.Move, x, 300, 1)
	}
	r.mouse(interact.Up, 300, 300, 0)
	r.frame(16)
	r.click(r.mark("e1953-07-27"))
	r.rest()
	if r.Selected() != "" {
		t.Errorf("the tap that stopped a fling opened %s", r.Selected())
	}
}

func TestClickOpensAndCloses(t *testing.T) {
	r := newRide(t, Config{})
	r.rest()
	r.click(r.mark("e1953-07-27"))
	r.rest()
	if got := r.take(); got != " select:e1953-07-27" {
		t.Errorf("opened:%s", got)
	}
	r.now += 500
	r.click(scene.Point{X: 700, Y: 560})
	r.rest()
	if got := r.take(); got != " select:" {
		t.Errorf("closed:%s", got)
	}
}

func TestPileZoomsUntilItCannot(t *testing.T) {
	r := newRide(t, Config{})
	r.rest()
	for range 12 {
		z, ok := r.Scene().Hit(r.mark("e1950-06-28"), 24)
		if !ok || z.Role != scene.RolePile {
			break
		}
		before := r.View().Len()
		r.now += 1000
		r.click(z.At)
		r.frame(16)
		r.click(z.At) // the second click of a double click changes nothing
		r.DoubleClick(z.At, 0)
		r.rest()
		if r.Selected() != "" || r.View().Len() >= before*pileLeast {
			t.Fatalf("from %v to %v days, opened %q", before, r.View().Len(), r.Selected())
		}
		for _, id := range []string{"e1950-06-25", "e1950-06-28", "e1950-07-10"} {
			r.mark(id)
		}
	}
	if z, _ := r.Scene().Hit(r.mark("e1950-06-28"), 24); z.Role == scene.RolePile {
		t.Error("three days apart are never told apart")
	}
	r.SetView(years(1961, 1962), false)
	r.rest()
	r.now += 1000
	r.click(r.mark("twin"))
	r.rest()
	if r.Selected() != "e1961-07-06" {
		t.Errorf("two events of one day: opened %q", r.Selected())
	}
}

func TestKeys(t *testing.T) {
	r := newRide(t, Config{})
	r.rest()
	for _, c := range []struct {
		key  string
		used bool
		then func() bool
		why  string
	}{
		{"+", true, func() bool { return r.View().Len() < wholeStory.Len()*.7 }, "zooms in"},
		{"ArrowRight", true, func() bool { return r.View().Start > wholeStory.Start+5000 }, "pans"},
		{"Home", true, func() bool { return r.View() == wholeStory }, "shows all"},
		{"Enter", false, func() bool { return r.Selected() == "" }, "opens nothing"},
		{"n", true, func() bool { return r.Selected() == "e1945-08" }, "opens the first"},
		{"ArrowRight", true, func() bool { return r.Selected() == "e1948-10-12" }, "walks"},
		{"ArrowLeft", true, func() bool { return r.Selected() == "e1945-08" }, "walks back"},
		{"Escape", true, func() bool { return r.Selected() == "" }, "closes"},
		{"Escape", false, func() bool { return r.Selected() == "" }, "is the page's again"},
		{"Tab", false, func() bool { return true }, "is never ours"},
		{" ", true, func() bool { return r.Playing() }, "plays"},
		{" ", true, func() bool { return !r.Playing() }, "pauses"},
	} {
		if used := r.Key(c.key, 0); used != c.used {
			t.Errorf("%q %s: used %v", c.key, c.why, used)
		}
		r.rest()
		if !c.then() {
			t.Errorf("%q does not do what it should: %s (view %v, open %q)", c.key, c.why, r.View(), r.Selected())
		}
	}
	r.SetFocus("e1991")
	r.rest()
	if r.Key("Enter", 0); r.Selected() != "e1991" {
		t.Errorf("Enter opened %q, want the focused event", r.Selected())
	}
}

func TestHover(t *testing.T) {
	r := newRide(t, Config{})
	r.rest()
	at := r.mark("e1953-07-27")
	r.mouse(interact.Move, at.X+3, at.Y+2, 0)
	r.rest()
	if r.take() != " hover:e1953-07-27" || r.Cursor() != "pointer" || r.fig.last.Hover != "e1953-07-27" {
		t.Errorf("hover %q, cursor %s", r.fig.last.Hover, r.Cursor())
	}
	r.mouse(interact.Move, 700, 200, 0)
	r.rest()
	if r.take() != " hover:" || r.Cursor() != "grab" {
		t.Errorf("away: hover %q, cursor %s", r.fig.last.Hover, r.Cursor())
	}
	r.mouse(interact.Leave, 700, 200, 0)
	if r.Cursor() != "default" {
		t.Errorf("outside: cursor %s", r.Cursor())
	}
}

func TestDoubleClickZoomsAboutThePoint(t *testing.T) {
	r := newRide(t, Config{})
	r.rest()
	at := scene.Point{X: 700, Y: 500}
	want := r.fig.Scale(r.View()).At(at.X)
	r.click(at)
	r.click(at)
	if !r.DoubleClick(at, 0) {
		t.Fatal("not used")
	}
	r.rest()
	if got := r.fig.Scale(r.View()).At(at.X); math.Abs(got-want) > .01 || math.Abs(r.View().Len()*2-wholeStory.Len()) > .01 {
		t.Errorf("zoomed to %v days, the instant moved by %v", r.View().Len(), got-want)
	}
	r.DoubleClick(at, interact.Shift)
	r.rest()
	if r.View() != wholeStory {
		t.Errorf("with shift it came to %v", r.View())
	}
	r.click(r.mark("e1953-07-27"))
	if r.DoubleClick(r.mark("e1953-07-27"), 0) {
		t.Error("a double click on a mark opens it, no more")
	}
}
