package viz

import (
	"math"
	"testing"

	"rentang/viz/interact"
)

func TestPlayVisitsItsStops(t *testing.T) {
	r := newRide(t, Config{})
	r.rest()
	r.Play(PlayOptions{Speed: 2})
	var seen []string
	last := math.Inf(-1)
	for r.Playing() {
		r.frame(16)
		if r.Playing() {
			if at := r.player.Instant(); at < last {
				t.Fatalf("the counter went from %v to %v", last, at)
			}
			last = r.player.Instant()
		}
		if n := len(seen); r.Selected() != "" && (n == 0 || seen[n-1] != r.Selected()) {
			seen = append(seen, r.Selected())
			r.mark(r.Selected())
		}
		if r.now > 1e6 {
			t.Fatal("Play does not end")
		}
	}
	want := []string{"e1948-10-12", "e1950-06-25", "e1961-07-06", "e1990-09-30", "e2024-06-19"}
	if len(seen) != len(want) {
		t.Fatalf("stopped at %v, want %v", seen, want)
	}
	for i := range want {
		if seen[i] != want[i] {
			t.Fatalf("stopped at %v, want %v", seen, want)
		}
	}
	r.rest()
	if math.IsInf(r.Wait(), 1) == false || r.Busy() {
		t.Error("after the end something moves")
	}
	r.Play(PlayOptions{})
	r.frame(16)
	if s, i, _ := r.player.At(); i != 0 {
		t.Errorf("played again it begins at %v", s)
	}
}

func TestPlayWaitsQuietly(t *testing.T) {
	r := newRide(t, Config{})
	r.rest()
	r.Play(PlayOptions{})
	for range 120 { // past the way to the first stop
		r.frame(16)
	}
	w := r.Wait()
	// 1 s + (30 + 42 characters) / 14, less what has passed
	if w < 3500 || w > 6143 {
		t.Fatalf("waits for %v ms", w)
	}
	if r.frame(w/2) || !r.Busy() {
		t.Error("while a stop is shown nothing is drawn, but Play runs")
	}
	before := r.View()
	r.frame(r.Wait() + 1) // due: it departs ...
	r.frame(16)
	if d := math.Abs(r.View().Start - before.Start); d > 200 {
		t.Errorf("... and jumps %v days", d)
	}
}

func TestTouchPausesPlay(t *testing.T) {
	for why, touch := range map[string]func(r *ride){
		"a press":    func(r *ride) { r.mouse(interact.Down, 5, 5, 1) },
		"a wheel":    func(r *ride) { r.Wheel(interact.Wheel{DY: 5}) },
		"a pan":      func(r *ride) { r.PanBy(.5) },
		"fit":        func(r *ride) { r.Fit() },
		"the key":    func(r *ride) { r.Key(" ", 0) },
		"an opening": func(r *ride) { r.Select("e1991", true) },
	} {
		r := newRide(t, Config{})
		r.rest()
		r.Play(PlayOptions{})
		r.frame(16)
		r.frame(16)
		if touch(r); r.Playing() {
			t.Errorf("%s does not pause Play", why)
		}
	}
	r := newRide(t, Config{})
	r.rest()
	r.Play(PlayOptions{})
	r.mouse(interact.Move, 300, 300, 0)
	if r.frame(16); !r.Playing() {
		t.Error("a pointer that passes by pauses Play")
	}
	r.Pause()
	v := r.View()
	r.frame(500)
	r.frame(500)
	if r.View() != v {
		t.Error("after a pause something moves")
	}
}

func TestEchoDoesNotPausePlay(t *testing.T) {
	r := newRide(t, Config{})
	r.rest()
	r.Play(PlayOptions{})
	for r.Selected() == "" {
		r.frame(16)
	}
	if r.Select(r.Selected(), true); !r.Playing() {
		t.Error("selecting the event that Play has opened pauses it")
	}
}

func TestPlayStepsAndNotices(t *testing.T) {
	r := newRide(t, Config{})
	r.rest()
	r.take()
	r.Play(PlayOptions{Set: interact.Main})
	r.frame(16)
	if got := r.take(); got != " play:true:e1945-08:1/7" {
		t.Errorf("started:%s", got)
	}
	if id := r.Step(1); id != "e1948-10-12" || !r.Playing() {
		t.Errorf("forward: %s, playing %v", id, r.Playing())
	}
	r.frame(16)
	if got := r.take(); got != " play:true:e1948-10-12:2/7" {
		t.Errorf("forward:%s", got)
	}
	r.Pause()
	r.frame(16)
	if got := r.take(); got != " play:false:e1948-10-12:2/7" {
		t.Errorf("paused:%s", got)
	}
	r.Select("e1990-09-30", true) // the reader moves on by hand
	r.rest()
	r.Play(PlayOptions{Set: interact.Main})
	if s, _, _ := r.player.At(); s.ID != "e1990-09-30" {
		t.Errorf("goes on at %s, want the open event", s.ID)
	}
}

func TestReducedPlayCuts(t *testing.T) {
	r := newRide(t, Config{Reduced: true})
	r.rest()
	r.take()
	r.Play(PlayOptions{})
	r.frame(16)
	v := r.View()
	for range 20 {
		if r.frame(16); r.View() != v {
			t.Fatal("the camera travels")
		}
	}
	if got := r.take(); got != " cut play:true:e1948-10-12:1/5 select:e1948-10-12" {
		t.Errorf("notices:%s", got)
	}
}

func TestPlayWithoutEvents(t *testing.T) {
	s := testStory()
	s.Events = nil
	r := newRide(t, Config{Story: s})
	r.rest()
	r.Play(PlayOptions{})
	r.rest()
	if r.Playing() || r.Step(1) != "" {
		t.Error("there is nothing to play")
	}
}
