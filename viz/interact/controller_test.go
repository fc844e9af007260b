package interact

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"rentang/viz/scene"
)

// ev writes a pointer event briefly: a touch unless changed.
func ev(ph Phase, id int, x, y, t float64) Pointer {
	return Pointer{Phase: ph, ID: id, At: scene.Point{X: x, Y: y}, Buttons: 1, Device: Touch, Time: t}
}

func mouse(e Pointer) Pointer { e.Device = Mouse; return e }

func unpressed(e Pointer) Pointer { e.Buttons = 0; return e }

func (v Verb) name() string {
	return [...]string{"-", "press", "grab", "drag", "release", "tap", "doubletap", "hover", "unhover",
		"zoomat", "scroll", "step", "pan", "zoom", "whole", "open", "close", "read", "play"}[v]
}

func TestGestures(t *testing.T) {
	for _, c := range []struct {
		why  string
		in   []Pointer
		want string
	}{
		{"a click", []Pointer{mouse(ev(Down, 1, 10, 10, 0)), mouse(ev(Up, 1, 10, 10, 80))}, "press tap"},
		{"a mouse that trembles by less than 4 px still clicks",
			[]Pointer{mouse(ev(Down, 1, 10, 10, 0)), mouse(ev(Move, 1, 13, 12, 20)), mouse(ev(Up, 1, 13, 12, 80))}, "press - tap"},
		{"a finger that rolls by less than 8 px still taps",
			[]Pointer{ev(Down, 1, 10, 10, 0), ev(Move, 1, 15, 15, 20), ev(Up, 1, 15, 15, 80)}, "press - tap"},
		{"the same way is a drag for a mouse",
			[]Pointer{mouse(ev(Down, 1, 10, 10, 0)), mouse(ev(Move, 1, 15, 15, 20)), mouse(ev(Up, 1, 15, 15, 80))}, "press grab release"},
		{"back at the start a drag is still a drag",
			[]Pointer{ev(Down, 1, 0, 0, 0), ev(Move, 1, 30, 0, 20), ev(Move, 1, 0, 0, 40), ev(Up, 1, 0, 0, 60)}, "press grab drag release"},
		{"two taps at one place", []Pointer{ev(Down, 1, 0, 0, 0), ev(Up, 1, 0, 0, 50), ev(Down, 2, 3, 0, 150), ev(Up, 2, 3, 0, 200)}, "press tap press doubletap"},
		{"a third tap begins anew", []Pointer{ev(Down, 1, 0, 0, 0), ev(Up, 1, 0, 0, 50), ev(Down, 2, 3, 0, 150), ev(Up, 2, 3, 0, 200),
			ev(Down, 3, 3, 0, 300), ev(Up, 3, 3, 0, 350)}, "press tap press doubletap press tap"},
		{"two taps too far apart in time", []Pointer{ev(Down, 1, 0, 0, 0), ev(Up, 1, 0, 0, 50), ev(Down, 2, 3, 0, 400), ev(Up, 2, 3, 0, 450)}, "press tap press tap"},
		{"two taps too far apart in space", []Pointer{ev(Down, 1, 0, 0, 0), ev(Up, 1, 0, 0, 50), ev(Down, 2, 60, 0, 150), ev(Up, 2, 60, 0, 200)}, "press tap press tap"},
		{"a mouse's double click comes from the browser", []Pointer{mouse(ev(Down, 1, 0, 0, 0)), mouse(ev(Up, 1, 0, 0, 50)),
			mouse(ev(Down, 1, 0, 0, 150)), mouse(ev(Up, 1, 0, 0, 200))}, "press tap press tap"},
		{"a pinch, then the finger that stays drags", []Pointer{ev(Down, 1, 0, 0, 0), ev(Down, 2, 100, 0, 10), ev(Move, 2, 120, 0, 20),
			ev(Up, 1, 0, 0, 30), ev(Move, 2, 130, 0, 40), ev(Up, 2, 130, 0, 50)}, "press grab drag grab drag release"},
		{"two fingers that do not move are no tap", []Pointer{ev(Down, 1, 0, 0, 0), ev(Down, 2, 100, 0, 10), ev(Up, 2, 100, 0, 20), ev(Up, 1, 0, 0, 30)},
			"press grab grab release"},
		{"a third finger is ignored", []Pointer{ev(Down, 1, 0, 0, 0), ev(Down, 2, 100, 0, 10), ev(Down, 3, 50, 0, 20), ev(Move, 3, 90, 0, 30), ev(Up, 3, 90, 0, 40)},
			"press grab - - -"},
		{"the page takes the gesture to scroll", []Pointer{ev(Down, 1, 0, 0, 0), ev(Move, 1, 0, 20, 10), ev(Cancel, 1, 0, 20, 20), ev(Up, 1, 0, 20, 30)}, "press grab release -"},
		{"cancelled before it moved: no tap", []Pointer{ev(Down, 1, 0, 0, 0), ev(Cancel, 1, 0, 0, 20)}, "press -"},
		{"hovering", []Pointer{mouse(unpressed(ev(Move, 1, 5, 5, 0))), mouse(unpressed(ev(Leave, 1, 5, 5, 9)))}, "hover unhover"},
		{"a finger does not hover", []Pointer{ev(Move, 7, 5, 5, 0)}, "-"},
		{"the button was let go outside the window", []Pointer{mouse(ev(Down, 1, 0, 0, 0)), mouse(ev(Move, 1, 30, 0, 10)),
			mouse(unpressed(ev(Move, 1, 60, 0, 20))), mouse(unpressed(ev(Move, 1, 61, 0, 30)))}, "press grab release hover"},
		{"leaving in a captured drag changes nothing", []Pointer{mouse(ev(Down, 1, 0, 0, 0)), mouse(ev(Move, 1, 30, 0, 10)), mouse(ev(Leave, 1, 60, 0, 20)),
			mouse(ev(Move, 1, 70, 0, 30))}, "press grab - drag"},
		{"the right button is the browser's", []Pointer{{Phase: Down, Buttons: 2}, {Phase: Up}}, "- -"},
		{"an Up that was lost", []Pointer{ev(Down, 1, 0, 0, 0), ev(Down, 1, 50, 0, 500), ev(Up, 1, 50, 0, 550)}, "press press tap"},
		{"no number", []Pointer{ev(Down, 1, math.NaN(), 0, 0), ev(Up, 1, 0, 0, 10)}, "- -"},
	} {
		var ctl Controller
		var got []string
		for _, e := range c.in {
			got = append(got, ctl.Pointer(e).Do.name())
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.why, s, c.want)
		}
	}
}

func TestFlingSpeed(t *testing.T) {
	drag := func(up float64, xs ...float64) float64 {
		var c Controller
		c.Pointer(ev(Down, 1, xs[0], 0, 0))
		for i, x := range xs[1:] {
			c.Pointer(ev(Move, 1, x, 0, float64(i+1)*10))
		}
		in := c.Pointer(ev(Up, 1, xs[len(xs)-1], 0, up))
		if in.Do != Release {
			t.Fatalf("ended in %s", in.Do.name())
		}
		return in.Speed
	}
	for _, c := range []struct {
		why       string
		got, want float64
	}{
		{"even", drag(50, 0, 10, 20, 30, 40, 50), 1},
		{"only the last 80 ms count", drag(200, 0, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 510, 520, 530, 540, 550, 560, 570, 580, 590, 600), 1},
		{"a pointer that rested has no speed", drag(500, 0, 10, 20, 30), 0},
		{"backwards", drag(30, 100, 80, 60, 40), -2},
	} {
		if math.Abs(c.got-c.want) > 1e-9 {
			t.Errorf("%s: %v px/ms, want %v", c.why, c.got, c.want)
		}
	}
}

func TestPortraitTurns(t *testing.T) {
	c := Controller{Portrait: true}
	c.Pointer(ev(Down, 1, 0, 0, 0))
	if in := c.Pointer(ev(Move, 1, 5, 40, 10)); in.Do != Grab || in.Mid != 40 {
		t.Errorf("got %+v, want a grab at y = 40", in)
	}
}

func TestPinchSpread(t *testing.T) {
	for _, c := range []struct {
		why         string
		bx, by      float64
		mid, spread float64
	}{
		{"along time: distance along", 100, 40, 50, 100},
		{"across time: plain distance", 0, 100, 0, 100},
		{"fingers together: a floor", 3, 0, 1.5, leastGrip},
	} {
		var ctl Controller
		ctl.Pointer(ev(Down, 1, 0, 0, 0))
		in := ctl.Pointer(ev(Down, 2, c.bx, c.by, 1))
		if in.Do != Grab || in.Mid != c.mid || in.Spread != c.spread {
			t.Errorf("%s: %+v", c.why, in)
		}
	}
}

func TestWheel(t *testing.T) {
	for _, c := range []struct {
		why  string
		in   Wheel
		do   Verb
		sign float64 // of Px, or of Ratio - 1
	}{
		{"down makes the view longer", Wheel{DY: 100}, ZoomAt, 1},
		{"up makes it shorter", Wheel{DY: -100}, ZoomAt, -1},
		{"sideways pans", Wheel{DX: 30, DY: 5}, Scroll, -1},
		{"shift pans", Wheel{DY: 100, Mods: Shift}, Scroll, -1},
		{"shift that the browser turned sideways already", Wheel{DX: -100, Mods: Shift}, Scroll, 1},
		{"a pinch never pans", Wheel{DX: 9, DY: 4, Mods: Ctrl}, ZoomAt, 1},
		{"nothing", Wheel{}, Nothing, 0},
		{"no number", Wheel{DY: math.NaN()}, Nothing, 0},
		{"infinite", Wheel{DY: math.Inf(1)}, Nothing, 0},
	} {
		var ctl Controller
		in := ctl.Wheel(c.in)
		v := in.Px
		if in.Do == ZoomAt {
			v = in.Ratio - 1
		}
		if in.Do != c.do || v*c.sign < 0 || (c.sign != 0 && v == 0) {
			t.Errorf("%s: %+v", c.why, in)
		}
	}
}

func TestWheelBurst(t *testing.T) {
	var c Controller
	c.Wheel(Wheel{DY: 10, Time: 0})
	if in := c.Wheel(Wheel{DX: 9, DY: 2, Time: 16}); in.Do != ZoomAt {
		t.Errorf("a sideways tremor amid a zoom gave %s", in.Do.name())
	}
	if in := c.Wheel(Wheel{DX: 9, DY: 2, Time: 600}); in.Do != Scroll {
		t.Errorf("after a pause sideways gave %s", in.Do.name())
	}
}

func TestWheelShape(t *testing.T) {
	for _, d := range []float64{1, 4, 40, 100, 120, 400, 1e9} {
		in, out := wheelRatio(d, false), wheelRatio(-d, false)
		if math.Abs(in*out-1) > 1e-12 {
			t.Errorf("delta %v there and back again gives %v", d, in*out)
		}
		if in > math.E {
			t.Errorf("delta %v: ratio %v is more than one step should be", d, in)
		}
	}
	if r := wheelRatio(100, false); r < 1.2 || r > 1.3 {
		t.Errorf("one notch makes the view %v times as long", r)
	}
}

func TestCommand(t *testing.T) {
	for _, c := range []struct {
		key               string
		mods              Mods
		portrait, walking bool
		want              string
	}{
		{"ArrowRight", 0, false, false, "pan 0 0.15"},
		{"ArrowLeft", 0, false, false, "pan 0 -0.15"},
		{"ArrowDown", 0, false, false, "- 0 0"}, // scrolls the page
		{"ArrowDown", 0, true, false, "pan 0 0.15"},
		{"ArrowRight", 0, true, false, "- 0 0"},
		{"ArrowRight", 0, false, true, "step 1 0"},
		{"ArrowLeft", 0, true, true, "step -1 0"},
		{"ArrowUp", 0, true, true, "step -1 0"},
		{"ArrowUp", 0, false, true, "- 0 0"},
		{"PageDown", 0, false, true, "pan 0 0.9"},
		{"Home", 0, false, false, "whole 0 0"},
		{"0", 0, false, false, "whole 0 0"},
		{"1", 0, false, false, "- 0 0"},
		{"+", Shift, false, false, "zoom 0 0.6666666666666666"},
		{"-", 0, false, false, "zoom 0 1.5"},
		{"-", Ctrl, false, false, "- 0 0"},        // the browser's own zoom
		{"ArrowLeft", Alt, false, false, "- 0 0"}, // the browser's way back
		{"Enter", 0, false, false, "open 0 0"},
		{"Escape", 0, false, false, "close 0 0"},
		{" ", 0, false, false, "play 0 0"},
		{".", 0, false, false, "step 1 0"},
		{"p", 0, false, false, "step -1 0"},
		{"Tab", 0, false, false, "- 0 0"}, // never ours
		{"", 0, false, false, "- 0 0"},
	} {
		in := Command(c.key, c.mods, c.portrait, c.walking)
		if got := fmt.Sprintf("%s %d %v", in.Do.name(), in.N, in.Ratio); got != c.want {
			t.Errorf("%q mods %d portrait %v walking %v: %s, want %s", c.key, c.mods, c.portrait, c.walking, got, c.want)
		}
	}
}
