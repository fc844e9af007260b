package viz

import (
	"rentang/viz/interact"
	"rentang/viz/timescale"
)

// PlayOptions is how Play runs. The zero value stops at the first rank of events,
// from the open event or the beginning, at the speed set before.
type PlayOptions struct {
	Speed float64 // 0.5, 1, 1.5, 2; 0 leaves it
	Set   interact.Set
	From  string // id of the event to begin at; "" for the open one, or the first
}

// Play starts Play, or lets it go on after a pause of the same set. It never
// starts by itself.
func (a *App) Play(o PlayOptions) {
	if a.player.Running() && o.Set == a.set && o.From == "" {
		if o.Speed > 0 {
			a.player.SetSpeed(o.Speed)
		}
		return
	}
	a.interrupt()
	if o.Speed > 0 {
		a.player.SetSpeed(o.Speed)
	}
	from := o.From
	if from == "" {
		from = a.selected
	}
	if a.player.Paused() && o.Set == a.set && o.From == "" {
		s, _, _ := a.player.At()
		a.player.Resume()
		if i := a.stopOf(from); i >= 0 && from != s.ID {
			a.player.Go(i)
		}
		a.cover()
		return
	}
	a.set, a.stops = o.Set, a.planFor(o.Set)
	if len(a.stops) == 0 {
		a.player.End()
		return
	}
	first := max(a.stopOf(from), 0)
	if o.From == "" && first == len(a.stops)-1 {
		first = 0 // from the end it begins anew
	}
	a.player.Start(a.stops, first, a.stops[first].At)
	a.cover()
}

// Pause halts Play; after it nothing moves.
func (a *App) Pause() {
	if a.player.Running() {
		a.player.Pause()
		a.camera.Stop()
	}
}

// SetSpeed makes Play so many times as fast.
func (a *App) SetSpeed(v float64) { a.player.SetSpeed(v) }

// Playing reports whether Play runs.
func (a *App) Playing() bool { return a.player.Running() }

// stopOf is the number of an event's stop, -1 where it has none.
func (a *App) stopOf(id string) int {
	for i := range a.stops {
		if a.stops[i].ID == id {
			return i
		}
	}
	return -1
}

// stepStop goes n stops on while Play runs.
func (a *App) stepStop(n int) string {
	_, i, _ := a.player.At()
	a.player.Go(i + n)
	s, _, _ := a.player.At()
	return s.ID
}

// replan gives the stops the times of the present language.
func (a *App) replan() {
	if len(a.stops) > 0 {
		a.stops = a.planFor(a.set)
		a.player.Replan(a.stops)
	}
}

// stepPlay lets Play go on: gone milliseconds where it only waits, step where it
// travels, in step with the camera.
func (a *App) stepPlay(gone, step float64) {
	dt := gone
	if a.player.Travelling() {
		dt = step
	}
	switch a.player.Step(dt) {
	case interact.Depart:
		s, _, _ := a.player.At()
		if to := a.stopFrame(s.At); a.reduced {
			a.fly(to)
		} else {
			a.camera.FlyFor(to, a.player.Way(), interact.Travel)
		}
	case interact.Arrive:
		s, _, _ := a.player.At()
		a.choose(s.ID)
	case interact.Finish:
		a.cover()
	}
}

// stopFrame is the view of a stop: the denser the set, the nearer.
func (a *App) stopFrame(at float64) timescale.Span {
	parts := [...]float64{interact.First: 4, interact.Main: 7, interact.All: 16}
	n := a.fig.Whole().Len() / parts[min(a.set, interact.All)]
	start := at - placeShare*n*(1-a.camera.Limits().Covered)
	return timescale.Span{Start: start, End: start + n}
}
