//go:build browser

package browser

import (
	"math"
	"strconv"
	"testing"
	"time"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp/kb"
)

func number(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// tap touches a point of the stage with one finger.
func (p *tab) tap(x, y float64) {
	p.t.Helper()
	s := p.box("#stage")
	touch := func(typ input.DispatchTouchEventType, points ...*input.TouchPoint) {
		call(p, input.DispatchTouchEvent, input.DispatchTouchEventParams{Type: typ, TouchPoints: append([]*input.TouchPoint{}, points...)})
	}
	touch(input.DispatchTouchEventTypeTouchStart, &input.TouchPoint{X: s.X + x, Y: s.Y + y})
	time.Sleep(60 * time.Millisecond)
	touch(input.DispatchTouchEventTypeTouchEnd)
}

// find returns a zone by its event.
func find(zones []zone, id string) (zone, bool) {
	for _, z := range zones {
		if z.Role == "event" && z.ID == id {
			return z, true
		}
	}
	return zone{}, false
}

func TestWheelZoomsAboutThePointer(t *testing.T) {
	each(t, func(t *testing.T, on func(string) string) {
		p := open(t, desk, on(""))
		p.show("1985-01-01", "1995-12-31")
		free := p.clickable()
		if len(free) < 3 {
			t.Fatalf("only %d marks to aim at", len(free))
		}
		mark := free[len(free)/2]
		before := p.view()
		for range 3 {
			p.wheel(mark.AX, mark.AY, -100)
		}
		p.wait("the wheel zooms in", `(([a, b]) => b - a < `+number(before.length()*.8)+`)(rentang.view().days)`)
		p.idle()
		after, ok := find(p.zones(), mark.ID)
		if !ok || math.Abs(after.AX-mark.AX) > 1 {
			t.Errorf("the mark under the pointer went from x %.1f to %.1f (found %v)", mark.AX, after.AX, ok)
		}
		closer := p.view()
		p.wheel(mark.AX, mark.AY, 100)
		p.wait("the wheel zooms out", `(([a, b]) => b - a > `+number(closer.length()*1.01)+`)(rentang.view().days)`)
	})
}

func TestDragMovesWithThePointer(t *testing.T) {
	each(t, func(t *testing.T, on func(string) string) {
		p := open(t, desk, on(""))
		p.show("1985-01-01", "1995-12-31")
		free := p.clickable()
		if len(free) < 3 {
			t.Fatalf("only %d marks to follow", len(free))
		}
		mark := free[len(free)/2]
		before := p.view()
		const by = -120
		const slop = 7 // a few pixels pass before a press is known to be a drag
		p.drag(700, mark.AY+60, 700+by, mark.AY+60)
		p.idle()
		after := p.view()
		if math.Abs(after.length()-before.length()) > before.length()*1e-6 {
			t.Errorf("a drag changed the length from %v to %v days", before.length(), after.length())
		}
		if moved, ok := find(p.zones(), mark.ID); !ok || math.Abs(moved.AX-mark.AX-by) > slop {
			t.Errorf("the mark went from x %.1f to %.1f, want %d px (found %v)", mark.AX, moved.AX, by, ok)
		}
	})
}

func TestKeys(t *testing.T) {
	each(t, func(t *testing.T, on func(string) string) {
		p := open(t, desk, on(""))
		whole := p.view()
		for _, c := range []struct {
			name, key string
			want      func(before, after view) bool
		}{
			{"plus zooms in", "+", func(b, a view) bool { return a.length() < b.length()*.8 }},
			{"again", "+", func(b, a view) bool { return a.length() < b.length()*.8 }},
			{"minus zooms out", "-", func(b, a view) bool { return a.length() > b.length()*1.2 }},
			{"right goes later", kb.ArrowRight, func(b, a view) bool { return a.Days[0] > b.Days[0]+30 }},
			{"left goes earlier", kb.ArrowLeft, func(b, a view) bool { return a.Days[0] < b.Days[0]-30 }},
			{"0 shows the whole", "0", func(_, a view) bool { return a == whole }},
		} {
			before := p.view()
			p.key(c.key)
			time.Sleep(100 * time.Millisecond) // the key travels through the page to the program
			p.idle()
			if after := p.view(); !c.want(before, after) {
				t.Errorf("%s: from %v to %v", c.name, before, after)
			}
		}
	})
}

func TestZoomReachesADayAndStops(t *testing.T) {
	p := open(t, desk, "")
	p.show("2024-06-19", "2024-06-20")
	if v := p.view(); v.length() > 3 || v.length() <= 0 {
		t.Errorf("asked for one day, shows %v days", v.length())
	}
	p.show("1900-01-01", "2100-01-01")
	if v := p.view(); v.Start < "1944" || v.End > "2028" {
		t.Errorf("beyond the story: %v", v)
	}
}

func TestPlayAdvancesAndPauses(t *testing.T) {
	each(t, func(t *testing.T, on func(string) string) {
		p := open(t, desk, on(""))
		p.run(`window.seen = []; rentang.on('play', (d) => seen.push(d))`)
		p.run(`document.querySelector('[data-do="play"]').click()`)
		p.wait("Play begins", `seen.some((d) => d.playing)`)
		p.wait("Play goes from event to event", `new Set(seen.filter((d) => d.id).map((d) => d.id)).size >= 2`)
		p.run(`rentang.pause()`)
		p.wait("Play pauses", `seen.at(-1).playing === false`)
		p.idle()
		frames, events := p.frames(), eval[int](p, `seen.length`)
		time.Sleep(2 * time.Second)
		if now := p.frames(); now != frames {
			t.Errorf("paused, yet %v frames were drawn", now-frames)
		}
		if now := eval[int](p, `seen.length`); now != events {
			t.Errorf("paused, yet Play went on: %d reports", now-events)
		}
	})
}

func TestRestsWhenNothingChanges(t *testing.T) {
	each(t, func(t *testing.T, on func(string) string) {
		p := open(t, desk, on(""))
		time.Sleep(time.Second)
		frames := p.frames()
		time.Sleep(10 * time.Second)
		if now := p.frames(); now != frames || frames < 1 {
			t.Errorf("frames went from %v to %v in ten seconds of rest", frames, now)
		}
	})
}
