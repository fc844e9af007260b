package viz

import (
	"math"

	"rentang/viz/scene"
	"rentang/viz/timescale"
)

const (
	sheetShare = .47 // of a portrait picture's height, under the sheet of an open event
	edgeShare  = .08 // of the visible part: a mark nearer to its edge is not in view
	placeShare = .4  // of the visible part: where a mark that was out of view is put
)

// Select opens an event, or closes the open one with "". reveal brings its mark
// into view; under a sheet that happens in any case. It reports whether there is
// such an event. Play pauses, except where the event is open already: a page that
// echoes a notice must not stop what it was told of.
func (a *App) Select(id string, reveal bool) bool {
	if _, known := a.order[id]; !known && id != "" {
		return false
	}
	if id == a.selected && (id == "" || !reveal || a.player.Running()) {
		return true
	}
	a.interrupt()
	a.choose(id)
	a.reveal(reveal, false)
	return true
}

// openAtStart opens an event before the first frame: without travel.
func (a *App) openAtStart(id string) {
	if _, known := a.order[id]; known {
		a.choose(id)
		a.reveal(true, true)
	}
}

// choose sets the open event.
func (a *App) choose(id string) {
	a.selected = id
	a.cover()
}

// SetFocus says which event has the keyboard's focus, "" for none, and brings its
// mark into view. An unknown id is none.
func (a *App) SetFocus(id string) {
	at, known := a.at(id)
	if !known {
		id = ""
	}
	if a.focus != id {
		a.focus = id
		if known {
			a.interrupt()
			a.bring(at, false)
		}
	}
}

// Step opens the event n places after the open one in order of time (before, if n
// is negative), stays at the ends, and returns its id. With nothing open it begins
// at the focused event, else at the edge of the view. While Play runs it goes to
// the next or the previous stop. "" means that there are no events.
func (a *App) Step(n int) string {
	if a.player.Running() {
		return a.stepStop(n)
	}
	if len(a.moments) == 0 {
		return ""
	}
	to, ok := a.order[a.selected]
	if !ok {
		to, ok = a.order[a.focus]
	}
	if ok {
		to += n
	} else {
		to = a.edge(n)
	}
	to = min(max(to, 0), len(a.moments)-1)
	a.Select(a.moments[to].id, true)
	return a.selected
}

// edge is the first event in view, or the last one when going backwards.
func (a *App) edge(n int) int {
	v := a.camera.View()
	if n < 0 {
		for i := len(a.moments) - 1; i > 0; i-- {
			if a.moments[i].at <= v.End {
				return i
			}
		}
		return 0
	}
	for i, m := range a.moments {
		if m.at >= v.Start {
			return i
		}
	}
	return len(a.moments) - 1
}

// cover tells the camera how much of the view's end a sheet hides.
func (a *App) cover() {
	share := 0.0
	fig := a.fig
	if fig.Portrait() && !a.in.Still && (a.selected != "" || a.player.Running()) {
		px := a.covered
		if math.IsNaN(px) {
			px = sheetShare * a.in.Size.Y
		}
		sc := fig.Scale(a.camera.View())
		share = (sc.P1 - (a.in.Size.Y - px)) / (sc.P1 - sc.P0)
	}
	a.camera.SetCovered(share)
}

// reveal moves the view so that the open event's mark can be seen. Where nothing
// is covered it does so only if asked.
func (a *App) reveal(asked, cut bool) {
	if at, open := a.at(a.selected); open && (asked || a.camera.Limits().Covered > 0) {
		a.bring(at, cut)
	} else if to := a.camera.Target(); a.camera.Fit(to) != to {
		a.fly(to) // the sheet is gone: back within the story
	}
}

// bring moves the view so that an instant can be seen, as little as it takes when
// it is just out of view.
func (a *App) bring(at float64, cut bool) {
	v := a.camera.Target()
	seen := v.Len() * (1 - a.camera.Limits().Covered)
	edge := edgeShare * seen
	lo, hi := v.Start+edge, v.Start+seen-edge
	to := v
	switch {
	case at < v.Start-seen/2 || at > v.Start+1.5*seen:
		to = v.Pan(at - placeShare*seen - v.Start)
	case at < lo:
		to = v.Pan(at - lo)
	case at > hi:
		to = v.Pan(at - hi)
	}
	switch to = a.camera.Fit(to); {
	case to == v:
	case cut:
		a.cut(to)
	default:
		a.fly(to)
	}
}

const (
	pileMargin = 1.6 // the view of a pile is so many times as long as the pile
	pileGap    = 30  // CSS pixels that its members should then stand apart
	pileLeast  = 0.9 // of the present view: a zoom by less would look like nothing
)

// openPile zooms to the members of a pile and reports true; or, where no zoom can
// tell them apart, opens the first.
func (a *App) openPile(z scene.Zone) (zoomed bool) {
	a.interrupt()
	first, last, gap := math.Inf(1), math.Inf(-1), math.Inf(1)
	before := math.NaN()
	for _, id := range z.Members {
		at, ok := a.at(id)
		if !ok {
			continue
		}
		if d := at - before; d > 0 {
			gap = min(gap, d)
		}
		first, last, before = min(first, at), max(last, at), at
	}
	v := a.camera.View()
	sc := a.fig.Scale(v)
	length := pileMargin * (last - first)
	length = max(length, min(gap*(sc.P1-sc.P0)/pileGap, v.Len()/2), leastDays)
	if !(last > first) || length > pileLeast*v.Len() {
		if len(z.Members) > 0 {
			a.Select(z.Members[0], true)
		}
		return false
	}
	mid := first + (last-first)/2
	a.fly(timescale.Span{Start: mid - length/2, End: mid + length/2})
	return true
}
