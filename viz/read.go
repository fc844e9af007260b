package viz

import (
	"rentang/viz/civil"
	"rentang/viz/layout"
	"rentang/viz/scene"
)

// reading is the year whose values are being read; zero when none is.
type reading struct {
	year   int
	side   scene.Point // where the pointer is, for the side that is meant
	keyed  bool        // asked for by a key or a tap: it stays when the pointer leaves
	latest layout.Reading
}

// pointAt reads the year under a point of the bands, or none where the point is in
// the lane, outside the plot, or an event is meant.
func (a *App) pointAt(at scene.Point, keyed bool) bool {
	r, ok := a.figureNow().Read(a.drawn, at)
	if !ok {
		return false
	}
	a.read = reading{year: r.Year, side: at, keyed: keyed, latest: r}
	return true
}

// stopReading ends a reading.
func (a *App) stopReading() { a.read = reading{} }

// ReadStep reads the values of the year n after the one being read; with none it
// begins in the middle of the view. It brings the year into view and reports
// whether there is such a year.
func (a *App) ReadStep(n int) bool {
	a.figureNow()
	if a.read.year == 0 {
		view := a.camera.View()
		return a.ReadYear(yearOf((view.Start + view.End) / 2))
	}
	return a.ReadYear(a.read.year + n)
}

// ReadYear reads the values of a year, or ends the reading for 0. It brings the
// year into view and reports whether there is such a year.
func (a *App) ReadYear(year int) bool {
	if year == 0 {
		a.stopReading()
		return true
	}
	r, ok := a.figureNow().ReadYear(a.drawn, year)
	if !ok {
		return false
	}
	a.interrupt()
	a.read = reading{year: year, keyed: true, latest: r}
	a.bring(middleOf(year), false)
	return true
}

// Reading is what is being read; ok is false when nothing is.
func (a *App) Reading() (r layout.Reading, ok bool) {
	if a.read.year == 0 {
		return r, false
	}
	return a.read.latest, true
}

// reread keeps the reading's place right after the view has changed.
func (a *App) reread() {
	if a.read.year == 0 {
		return
	}
	if !a.read.keyed {
		if a.pointing && a.hover.ID == "" && !a.control.Active() && a.pointAt(a.pointer, false) {
			return
		}
		a.stopReading()
		return
	}
	if r, ok := a.fig.ReadYear(a.drawn, a.read.year); ok {
		for i, row := range a.read.latest.Rows { // the same kinds in the same order
			r.Rows[i].Pointed = row.Pointed
		}
		a.read.latest = r
	}
}

// yearOf is the year that holds an instant.
func yearOf(t float64) int { return civil.FromDays(t).Year }

// middleOf is the middle of a year.
func middleOf(year int) float64 {
	d := civil.Date{Year: year}
	return (d.Start() + d.End()) / 2
}
