package viz

import (
	"testing"

	"rentang/viz/interact"
	"rentang/viz/scene"
)

// reads fetches the notices and returns the year last told of; -1 for no notice.
func (r *ride) reads() int {
	year := -1
	for _, n := range r.seen {
		if n.Kind == ReadChanged {
			year = n.Reading.Year
		}
	}
	r.seen = nil
	return year
}

// A pointer over the bands reads their year and nothing once it leaves; a key reads
// on from there and stays until Escape.
func TestReading(t *testing.T) {
	r := newRide(t, Config{Size: scene.Point{X: 1000, Y: 600}})
	r.rest()
	r.seen = nil
	sc := r.fig.Scale(r.View())
	at := scene.Point{X: sc.Px(middleOf(1970)), Y: 120}
	r.mouse(interact.Move, at.X, at.Y, 0)
	r.rest()
	if y := r.reads(); y != 1970 {
		t.Fatalf("pointing at 1970 reads %d", y)
	}
	r.mouse(interact.Leave, 0, 0, 0)
	r.rest()
	if y := r.reads(); y != 0 {
		t.Errorf("after the pointer left the reading is of %d, want none", y)
	}
	for _, c := range []struct {
		key  string
		year int
	}{{"]", yearOf((r.View().Start + r.View().End) / 2)}, {"]", 0}, {"[", 0}} {
		before, _ := r.Reading()
		if !r.Key(c.key, 0) {
			t.Fatalf("key %q is not used", c.key)
		}
		r.rest()
		now, ok := r.Reading()
		switch {
		case !ok:
			t.Fatalf("key %q reads nothing", c.key)
		case c.year != 0 && now.Year != c.year:
			t.Errorf("key %q reads %d, want %d", c.key, now.Year, c.year)
		case c.key == "]" && c.year == 0 && now.Year != before.Year+1, c.key == "[" && now.Year != before.Year-1:
			t.Errorf("key %q goes from %d to %d", c.key, before.Year, now.Year)
		}
	}
	if !r.Key("Escape", 0) {
		t.Error("Escape does not end the reading")
	}
	r.rest()
	if _, ok := r.Reading(); ok {
		t.Error("the reading goes on after Escape")
	}
}
