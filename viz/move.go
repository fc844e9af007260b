package viz

import (
	"rentang/viz/timescale"
)

// View is the stretch of time now in view.
func (a *App) View() timescale.Span { return a.camera.View() }

// Target is the stretch of time that will be in view when all has come to rest.
func (a *App) Target() timescale.Span { return a.camera.Target() }

// Whole is the story's whole stretch of time.
func (a *App) Whole() timescale.Span { return a.figureNow().Whole() }

// SetView moves to a stretch of time, fitted into the story; animate lets it
// travel there. It reports whether span was a stretch of time at all.
func (a *App) SetView(span timescale.Span, animate bool) bool {
	a.interrupt()
	if !(span.Len() > 0) || span.Len() > 1e9 {
		return false
	}
	if animate {
		a.fly(span)
	} else {
		a.cut(span)
	}
	return true
}

// Zoom magnifies the view about its middle, eased: a factor of 2 shows half as
// much time. Calls on the way multiply. What is no positive number does nothing.
func (a *App) Zoom(factor float64) {
	a.interrupt()
	if to := a.camera.Target(); factor > 0 && factor < 1e9 {
		a.fly(to.Zoom(1/factor, to.Mid()))
	}
}

// PanBy moves the view by a share of its length, eased: 1 is the next full view.
// Calls on the way add up.
func (a *App) PanBy(share float64) {
	a.interrupt()
	a.camera.PanBy(share)
	a.calm()
}

// Fit shows the whole story, eased.
func (a *App) Fit() {
	a.interrupt()
	a.fly(a.Whole())
}

// interrupt is what everything that a reader does begins with: the opening ends,
// Play pauses.
func (a *App) interrupt() {
	a.figureNow() // the camera must know the present pixels
	a.opening.end()
	a.Pause()
}

// fly travels to a view, or cuts to it where motion is reduced.
func (a *App) fly(to timescale.Span) {
	if a.reduced {
		if a.camera.Fit(to) != a.camera.View() {
			a.told.cut = true
		}
		a.camera.Cut(to)
		return
	}
	a.camera.Fly(to)
}

// cut shows a view at once, its labels too.
func (a *App) cut(to timescale.Span) {
	a.camera.Cut(to)
	a.labels.reset()
}

// calm ends a motion at its target where motion is reduced.
func (a *App) calm() {
	if a.reduced && a.camera.Busy() {
		a.camera.Cut(a.camera.Target())
	}
}
