package layout

import (
	"fmt"
	"math"
	"testing"

	"rentang/viz/scene"
	"rentang/viz/timescale"
)

// heightAt is a usual height of the picture for a width.
func heightAt(w float64) float64 {
	if w < portraitBelow {
		return math.Round(1.9 * w)
	}
	return max(440, math.Round(0.5625*w))
}

// windows are views from the whole story to days: at each zoom a pan across it.
func windows(whole timescale.Span, n int) []timescale.Span {
	var out []timescale.Span
	zooms := 20
	for z := range zooms {
		length := whole.Len() * math.Pow(2/whole.Len(), float64(z)/float64(zooms-1)) // to two days
		pans := n / zooms
		for p := range pans {
			at := whole.Start + (whole.Len()-length)*float64(p)/float64(max(1, pans-1))
			out = append(out, timescale.Span{Start: at, End: at + length})
		}
	}
	return out
}

// sweepFigure draws windows of a figure and reports what is wrong in any of them.
func sweepFigure(t *testing.T, name string, f *Figure, spans []timescale.Span) (scenes, labels int) {
	t.Helper()
	var dst scene.Scene
	wrong := 0
	for i, sp := range spans {
		f.Draw(View{Span: sp, Grow: 1, Fade: 1, From: -1}, &dst)
		c := &collector{set: f.in.Type}
		dst.Replay(c)
		scenes++
		fail := func(format string, args ...any) {
			if wrong++; wrong <= 6 {
				t.Errorf("%s window %d (%.0f days): %s", name, i, sp.Len(), fmt.Sprintf(format, args...))
			}
		}
		if c.bad != "" {
			fail("not a number: %s", c.bad)
		}
		for _, o := range overlaps(c.texts) {
			fail("texts overlap: %s", o)
		}
		year := false
		for _, b := range c.texts {
			if b.r.Min.X < -0.5 || b.r.Min.Y < -0.5 || b.r.Max.X > f.in.Size.X+0.5 || b.r.Max.Y > f.in.Size.Y+0.5 {
				fail("text is cut by the edge: %q", b.text)
			}
			if b.size < 12-1e-9 {
				fail("text of %.1f px: %q", b.size, b.text)
			}
			year = year || f.onAxis(b)
		}
		if !year {
			fail("no year on the axis")
		}
		for _, o := range f.crossings(sp, c.texts) {
			fail("leader crosses text: %s", o)
		}
		if near := tooNear(dst.Zones); near != "" {
			fail("targets for a finger: %s", near)
		}
		labels += f.shown(sp)
	}
	if wrong > 6 {
		t.Errorf("%s: %d findings in all", name, wrong)
	}
	return scenes, labels
}

// tooNear names two targets of the lane that a finger cannot tell apart: less than
// 24 px from each other and not joined.
func tooNear(zones []scene.Zone) string {
	joined := map[string]bool{}
	for _, z := range zones {
		if z.Role == scene.RoleCrowd {
			for _, id := range z.Members {
				joined[id] = true
			}
		}
	}
	var targets []scene.Zone
	for _, z := range zones {
		lane := z.Role == scene.RolePile || z.Role == scene.RoleEvent && z.Area.Has(z.At)
		if z.Role == scene.RoleCrowd || lane && !joined[z.ID] {
			targets = append(targets, z)
		}
	}
	for i := range targets {
		for j := i + 1; j < len(targets); j++ {
			a, b := targets[i], targets[j]
			if a.Role == scene.RoleCrowd || b.Role == scene.RoleCrowd {
				if a.Area.Grow(-0.5).Overlaps(b.Area.Grow(-0.5)) {
					return a.ID + " and " + b.ID
				}
				continue
			}
			if math.Hypot(a.At.X-b.At.X, a.At.Y-b.At.Y) < 24-0.01 {
				return a.ID + " and " + b.ID
			}
		}
	}
	return ""
}

// onAxis reports whether a text is a year in the axis's row or column.
func (f *Figure) onAxis(b textBox) bool {
	digits := 0
	for _, r := range b.text {
		if r >= '0' && r <= '9' {
			digits++
		}
	}
	if digits < 4 && (digits == 0 || f.in.Story.Start.Year >= 1000) {
		return false
	}
	if f.portrait {
		return b.r.Min.X < f.frame.axis+40 && b.r.Min.Y > f.frame.plot.Min.Y-30
	}
	return b.r.Center().Y > f.frame.axis && b.r.Center().Y < f.frame.axis+f.ramp.Axis.Line+6
}

// shown counts the labels that are wholly in view.
func (f *Figure) shown(sp timescale.Span) int {
	n := 0
	sol := f.solution(f.Level(sp))
	sc := f.Scale(sp)
	for i := range sol.list {
		if x := sc.Px(f.events[sol.list[i].ev].at); x >= sc.P0 && x <= sc.P1 {
			n++
		}
	}
	return n
}

// crossings lists the leaders of a landscape view that run through a text other
// than those at their own end.
func (f *Figure) crossings(sp timescale.Span, texts []textBox) []string {
	if f.portrait {
		return nil
	}
	var out []string
	sol := f.solution(f.Level(sp))
	sc := f.Scale(sp)
	for i := range sol.list {
		l := &sol.list[i]
		x := sc.Px(f.events[l.ev].at)
		a, b := x+leaderGap, x+leaderGap+l.w
		if l.left {
			a, b = x-leaderGap-l.w, x-leaderGap
		}
		_, none := f.overhang()
		if x < sc.P0 || x > sc.P1 || a < sc.P0-none || b > sc.P1+none {
			continue
		}
		y0, y1 := f.lane1, f.lane1+rowsFrom+float64(l.bottom()+1)*f.pitch()-4
		if l.above {
			y0, y1 = f.lane0-rowsFrom-float64(l.bottom()+1)*f.pitch()+4, f.lane0
		}
		line := scene.Rect{Min: scene.Point{X: snap(x) - 0.5, Y: y0}, Max: scene.Point{X: snap(x) + 0.5, Y: y1}}
		for _, b := range texts {
			if line.Overlaps(b.r) {
				out = append(out, fmt.Sprintf("%s through %q", f.events[l.ev].ev.ID, b.text))
			}
		}
	}
	return out
}

// Over languages, widths and windows: no two texts overlap, none is cut by an edge
// or smaller than 12 px, no leader crosses a text, and a year is on the axis.
func TestSweep(t *testing.T) {
	widths := []float64{320, 375, 450, 650, 800, 1200, 1920}
	scenes := 0
	for _, code := range []string{"id", "en", "ko", "ru"} {
		for _, themeName := range []string{"light", "dark", "contrast", "print"} {
			if testing.Short() && themeName != "light" {
				continue
			}
			line := ""
			for _, w := range widths {
				f := New(input(t, code, themeName, w, heightAt(w)))
				s, l := sweepFigure(t, fmt.Sprintf("%s %s %.0f", code, themeName, w), f, windows(f.Whole(), 200))
				scenes += s
				line += fmt.Sprintf(" %.0f:%.1f", w, float64(l)/float64(s))
			}
			t.Logf("%s %s: mean labels by width%s", code, themeName, line)
		}
	}
	t.Logf("%d scenes", scenes)
}

// The whole story carries at least so many labels.
func TestWholeViewLabels(t *testing.T) {
	for _, code := range []string{"id", "en", "ko", "ru"} {
		for _, c := range []struct {
			w, h  float64
			least int
		}{{1200, 675, 24}, {360, 640, 9}} {
			f := New(input(t, code, "light", c.w, c.h))
			n := f.shown(f.Whole())
			t.Logf("%s %.0fx%.0f: %d labels", code, c.w, c.h, n)
			if n < c.least {
				t.Errorf("%s %.0fx%.0f: %d labels, want at least %d", code, c.w, c.h, n, c.least)
			}
		}
	}
}
