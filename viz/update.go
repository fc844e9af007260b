package viz

import (
	"math"

	"rentang/viz/interact"
	"rentang/viz/layout"
)

// Longest steps of a motion, in milliseconds. A late frame must not tear a
// motion, and the first frame of one must not swallow its beginning, however long
// the picture was at rest before.
const (
	longestStep = 50
	firstStep   = 1000. / 60
)

// Update lets the time nowMs come: it moves what moves and draws the scene anew
// if that changed anything. dirty reports that it did. nowMs counts from any
// origin and should not run backwards; if it does, no time passes. In a steady
// state Update allocates nothing.
func (a *App) Update(nowMs float64) (dirty bool) {
	gone := 0.0
	if a.begun && nowMs > a.now {
		gone = nowMs - a.now
	}
	if !math.IsNaN(nowMs) {
		a.now, a.begun = nowMs, true
	}
	if a.hidden {
		return false
	}
	step := min(gone, longestStep)
	if !a.moving {
		step = min(step, firstStep)
	}
	fig := a.figureNow()
	a.stepPlay(gone, step)
	if a.player.Travelling() {
		a.camera.Step(step * a.player.Speed())
	} else {
		a.camera.Step(step)
	}
	a.opening.step(step)
	span := a.camera.View()
	from, fade := a.labels.step(fig.Level(span), span.Len(), step)

	view := layout.View{Span: span, Selected: a.selected, Hover: a.hover.ID, Focus: a.focus,
		Year: a.read.year, Grow: a.opening.grow(), From: from, Fade: fade}
	if !a.fresh || view != a.drawn {
		fig.Draw(view, &a.scene)
		a.drawn, a.fresh, dirty = view, true, true
	}
	if !a.camera.Busy() {
		a.rehover()
	}
	if dirty {
		a.reread()
	}
	a.moving = a.Busy()
	a.tell(dirty)
	return dirty
}

// Busy reports whether anything moves or is still to be drawn, so that Update
// must be called at the next frame. Play counts as moving from start to pause.
func (a *App) Busy() bool { return a.Wait() == 0 || a.player.Running() }

// Wait is how many milliseconds may pass before Update must be called again if
// nothing happens meanwhile: 0 while something moves, what is left of the present
// stop of Play, +Inf at rest.
func (a *App) Wait() float64 {
	switch {
	case a.hidden:
		return math.Inf(1)
	case a.stale || !a.fresh || a.camera.Busy() || a.opening.running || a.labels.busy() || a.pending():
		return 0
	case a.player.Running():
		return a.player.Wait()
	}
	return math.Inf(1)
}

// pending reports whether the scene shows something other than what holds now,
// because a verb was called since.
func (a *App) pending() bool {
	d := &a.drawn
	return d.Year != a.read.year || d.Selected != a.selected || d.Hover != a.hover.ID || d.Focus != a.focus ||
		d.Span != a.camera.View() || d.Grow != a.opening.grow()
}

// openingMS is how long the bands take to grow.
const openingMS = 2000

// opening is the growth of the bands at the first sight of the picture.
type opening struct {
	running bool
	t       float64
}

func (o *opening) step(dt float64) {
	if o.running {
		o.t += dt
		o.running = o.t < openingMS
	}
}

func (o *opening) end() { o.running = false }

// grow is the share of the story's time that has grown.
func (o *opening) grow() float64 {
	if !o.running {
		return 1
	}
	return interact.Growth.At(o.t / openingMS)
}
