package viz

import (
	"rentang/viz/interact"
	"rentang/viz/scene"
)

const (
	reach       = 24  // CSS pixels from a mark within which a pointer means it
	doubleZoom  = 0.5 // ratio of a double click
	doubleClick = 350 // milliseconds within which a second click belongs to the first
)

// Pointer takes one pointer event and reports whether it was used: the page then
// keeps the browser from using it as well.
func (a *App) Pointer(e interact.Pointer) (used bool) {
	a.figureNow()
	in := a.control.Pointer(e)
	switch in.Do {
	case interact.Press:
		a.press(e.Time)
	case interact.Grab:
		a.interrupt()
		a.hover, a.pointing = scene.Zone{}, false
		a.camera.Grab(in.Mid, in.Spread)
	case interact.Drag:
		a.camera.Drag(in.Mid, in.Spread)
	case interact.Release:
		if a.reduced {
			in.Speed = 0
		}
		a.camera.Release(in.Speed)
	case interact.Tap:
		a.tap(in.At, e.Time, in.Device == interact.Touch)
	case interact.DoubleTap:
		a.doubleAt(in.At, doubleZoom)
	case interact.Hover:
		a.pointer, a.pointing = in.At, true
		a.rehover()
		return false
	case interact.Unhover:
		a.pointing, a.hover = false, scene.Zone{}
		if !a.read.keyed {
			a.stopReading()
		}
		return false
	}
	return in.Do != interact.Nothing || a.control.Active()
}

// press stops what moves, unless it is the second click of a double click on a
// pile, whose flight must not end half-way.
func (a *App) press(time float64) {
	a.caught = a.camera.Flinging()
	a.interrupt()
	if !a.justPiled(time) {
		a.camera.Stop()
	}
}

func (a *App) justPiled(time float64) bool {
	return time >= a.pileAt && time-a.pileAt < doubleClick
}

// tap opens what is under it, or closes the open event where nothing is. A tap
// that caught a fling has done its work.
func (a *App) tap(at scene.Point, time float64, finger bool) {
	if a.acted = true; a.caught || a.justPiled(time) {
		return
	}
	hit := a.scene.Hit
	if finger {
		hit = a.scene.Touch
	}
	z, ok := hit(at, reach)
	switch {
	case ok && z.Role == scene.RoleCrowd:
		a.openCrowd(at)
	case ok && z.Role == scene.RolePile:
		if a.openPile(z) {
			a.pileAt = time
		}
	case ok:
		a.Select(z.ID, false)
	default:
		// On the bands a tap reads the year; a second one on the same year ends it.
		was := a.read
		a.acted = a.pointAt(at, true) && !(was.keyed && was.year == a.read.year)
		if !a.acted {
			a.stopReading()
		}
		a.Select("", false)
	}
}

// crowdRatio is how much a tap on a long crowd of marks zooms in about the finger.
const crowdRatio = 1. / 3

// openCrowd zooms in where a finger meant several marks at once, until it can tell
// them apart; where no zoom helps it opens the nearest.
func (a *App) openCrowd(at scene.Point) {
	a.interrupt()
	v := a.camera.View()
	if near, ok := a.scene.Hit(at, reach); ok && v.Len()*crowdRatio < leastDays {
		a.Select(near.ID, false)
		return
	}
	a.camera.ZoomAbout(crowdRatio, a.along(at))
	a.calm()
}

// DoubleClick takes a mouse's double click and zooms in about the point, with
// shift out. It reports whether it was used: not where the first click opened
// something.
func (a *App) DoubleClick(at scene.Point, mods interact.Mods) (used bool) {
	if mods&interact.Shift != 0 {
		return a.doubleAt(at, 1/doubleZoom)
	}
	return a.doubleAt(at, doubleZoom)
}

func (a *App) doubleAt(at scene.Point, ratio float64) bool {
	if a.acted {
		return false
	}
	a.interrupt()
	a.camera.ZoomAbout(ratio, a.along(at))
	a.calm()
	return true
}

// Wheel takes one wheel event and reports whether it was used.
func (a *App) Wheel(e interact.Wheel) (used bool) {
	in := a.control.Wheel(e)
	switch in.Do {
	case interact.ZoomAt:
		a.interrupt()
		a.camera.Wheel(in.Ratio, a.along(in.At))
		a.calm()
	case interact.Scroll:
		a.interrupt()
		a.camera.Scroll(in.Px)
	}
	return in.Do != interact.Nothing
}

// along is the pixel of a point on the axis of time, held within the plot.
func (a *App) along(p scene.Point) float64 {
	sc := a.figureNow().Scale(a.camera.View())
	v := p.X
	if a.fig.Portrait() {
		v = p.Y
	}
	return min(max(v, sc.P0), sc.P1)
}

// rehover finds what is under a hovering pointer now.
func (a *App) rehover() {
	if !a.pointing || a.control.Active() {
		return
	}
	z, ok := a.scene.Hit(a.pointer, reach)
	if !ok {
		z = scene.Zone{}
	}
	a.hover = z
	switch {
	case a.read.keyed:
	case ok || !a.pointAt(a.pointer, false):
		a.stopReading()
	}
}

// Key takes a key by its KeyboardEvent.key and reports whether it was used.
func (a *App) Key(key string, mods interact.Mods) (used bool) {
	walking := a.selected != "" || a.focus != ""
	in := interact.Command(key, mods, a.Portrait(), walking)
	switch in.Do {
	case interact.StepBy:
		return a.Step(in.N) != ""
	case interact.PanBy:
		a.PanBy(in.Ratio)
	case interact.ZoomBy:
		a.Zoom(1 / in.Ratio)
	case interact.Whole:
		a.Fit()
	case interact.OpenIt:
		return a.openPointed()
	case interact.Close:
		return a.escape()
	case interact.ReadBy:
		return a.ReadStep(in.N)
	case interact.PlayStop:
		if a.player.Running() {
			a.Pause()
		} else {
			a.Play(PlayOptions{Set: a.set})
		}
	}
	return in.Do != interact.Nothing
}

// openPointed opens the event that has the keyboard's focus, else what is under
// the pointer.
func (a *App) openPointed() bool {
	switch {
	case a.focus != "":
		return a.Select(a.focus, true)
	case a.hover.ID == "":
		return false
	case a.hover.Role == scene.RolePile:
		a.openPile(a.hover)
		return true
	}
	return a.Select(a.hover.ID, true)
}

// escape pauses Play and closes the open event.
func (a *App) escape() bool {
	running := a.player.Running()
	a.Pause()
	if a.read.keyed {
		a.stopReading()
		return true
	}
	if a.selected != "" {
		a.Select("", false)
		return true
	}
	return running
}
