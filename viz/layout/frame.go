package layout

import (
	"rentang/viz/scene"
	"rentang/viz/story"
)

// frame is the rooms of the picture, in CSS pixels.
type frame struct {
	content scene.Rect // between the margins
	plot    scene.Rect // pans and zooms: along time its whole length, across it both fields and the lane
	field0  float64    // outer limit of the field above the lane, across time
	field1  float64    // outer limit of the field below
	axis    float64    // across time: landscape, top of the row of years; portrait, right edge of their column
	strip0  scene.Rect // strip on the side above; empty when the story has none
	strip1  scene.Rect
	heads   float64 // landscape: height of the rows that name the directions; portrait: top of their row
	labels0 float64 // portrait: left edge of the label column
	labels1 float64 // portrait: its right edge
	foot    float64 // top of the foot
}

// Sizes shared by both orientations, in CSS pixels.
const (
	laneWide   = 26.0
	stripThick = 18.0
	bandsClear = 8.0 // between the tallest fringe and the limit of its field
)

// hasStrip reports whether the story has a strip on a side.
func (f *Figure) hasStrip(side story.Side) bool {
	for _, s := range f.in.Story.Strips {
		if s.Side == side && len(s.Spans) > 0 {
			return true
		}
	}
	return false
}

// arrange gives every room its place.
func (f *Figure) arrange() {
	size := f.in.Size
	fr := &f.frame
	left, right, top, bottom := f.margins()
	fr.content = scene.Rect{Min: scene.Point{X: left, Y: top}, Max: scene.Point{X: size.X - right, Y: size.Y - bottom}}
	for f.spare = nothingSpared; ; f.spare++ {
		f.header.barRow = false
		f.arrangeFrom(f.measureHeader())
		if f.header.barRow { // the scale bar found no room: once more, with a row for it
			f.arrangeFrom(f.measureHeader())
		}
		if f.spare == mostSpared || f.figureShare() >= leastFigure {
			return
		}
	}
}

// spare is how much of what surrounds the figure a small picture does without.
type spare uint8

// What is left out, one more thing at each step. The title, the key to the bands,
// the scale bar and the sources always stay.
const (
	nothingSpared spare = iota
	shortKey            // the key to the marks lists the kinds alone
	oneStrip            // no strip below
	noMarkKey           // no key to the marks
	noNote              // no note
	mostSpared    = noNote
)

// leastFigure is the share of the picture's height that the plot should have.
const leastFigure = 0.46

func (f *Figure) figureShare() float64 {
	fr := &f.frame
	if f.portrait {
		return fr.plot.H() / f.in.Size.Y
	}
	return (fr.field1 - fr.field0) / f.in.Size.Y
}

// arrangeFrom divides what lies below y, the end of the header.
func (f *Figure) arrangeFrom(y float64) {
	fr := &f.frame
	fr.foot = fr.content.Max.Y - f.measureFoot()
	f.reserveCard(y)
	if f.portrait {
		f.arrangePortrait(y)
	} else {
		f.arrangeLandscape(y)
	}
	f.placeScaleBar()
}

// margins are the empty edges of the picture.
func (f *Figure) margins() (left, right, top, bottom float64) {
	u := f.unit()
	if f.portrait {
		return 10 * u, 10 * u, 12 * u, 8 * u
	}
	if f.in.Size.X < 900 {
		return 18 * u, 16 * u, 14 * u, 8 * u
	}
	return 40 * u, 24 * u, 18 * u, 10 * u
}

// unit is how much larger than the design sizes lengths are drawn: 1 up to 1920
// CSS pixels of width (portrait: 640), then in step with the type.
func (f *Figure) unit() float64 { return max(1, f.ramp.Label.Size/13) }

// arrangeLandscape divides what is left below the header. From the top: strip,
// field, lane, field, years, strip, foot.
func (f *Figure) arrangeLandscape(y float64) {
	fr, u := &f.frame, f.unit()
	x0, x1 := fr.content.Min.X, fr.content.Max.X
	if f.card != nil {
		x1 = f.card.area.Min.X - 16*u
	}
	if f.hasStrip(story.Above) {
		fr.strip0 = scene.R(x0, y, x1-x0, stripThick*u)
		y += stripThick * u
	}
	low := fr.foot - 4*u
	fr.strip1 = scene.Rect{}
	if f.hasStrip(story.Below) && f.spare < oneStrip {
		fr.strip1 = scene.R(x0, low-stripThick*u, x1-x0, stripThick*u)
		low -= stripThick * u
	}
	fr.axis = low - f.ramp.Axis.Line - 3*u
	fr.plot = scene.Rect{Min: scene.Point{X: x0, Y: y}, Max: scene.Point{X: x1, Y: fr.axis}}
	above, below := f.peaks()
	fr.field0, fr.field1 = y+4*u, fr.axis-8*u
	room := fr.field1 - fr.field0 - laneWide*u
	share := 0.36 // without flows: more room for labels below, where most of them hang
	if above+below > 0 {
		share = min(0.62, max(0.30, above/(above+below)))
	}
	f.lane0 = snap(fr.field0 + room*share)
	f.lane1 = f.lane0 + laneWide*u
	f.setThickness(above, below, f.lane0-fr.field0-bandsClear*u, fr.field1-f.lane1-bandsClear*u)
}

// setThickness finds the largest scale at which both sides fit their fields; one
// scale serves both.
func (f *Figure) setThickness(above, below, room0, room1 float64) {
	k := 0.0
	if above > 0 {
		k = room0 / above
	}
	if below > 0 && (k == 0 || room1/below < k) {
		k = room1 / below
	}
	f.perUnit = max(0, k)
}

// headAbove and headBelow name the directions on the two sides; empty without one.
func (f *Figure) headAbove() string { return f.head(story.Above) }
func (f *Figure) headBelow() string { return f.head(story.Below) }

func (f *Figure) head(side story.Side) string {
	for _, st := range f.stacks {
		if st.side == side {
			return st.label
		}
	}
	return ""
}

// arrangePortrait divides the width. From the left: strip, years, bands of the
// direction above (they grow left), lane, channel for leaders, labels (the bands of
// the direction below grow right over them), strip.
func (f *Figure) arrangePortrait(y float64) {
	fr, u := &f.frame, f.unit()
	x0, x1 := fr.content.Min.X, fr.content.Max.X
	fr.heads = y
	if f.headAbove() != "" || f.headBelow() != "" {
		y += f.ramp.Key.Line + 5*u
	}
	low := fr.foot - 4*u
	if f.card != nil {
		low = f.card.area.Min.Y - 8*u
	}
	left, right := x0, x1
	if f.hasStrip(story.Above) {
		fr.strip0 = scene.Rect{Min: scene.Point{X: x0, Y: y}, Max: scene.Point{X: x0 + 16*u, Y: low}}
		left += 16*u + 4*u
	}
	if f.hasStrip(story.Below) {
		fr.strip1 = scene.Rect{Min: scene.Point{X: x1 - 16*u, Y: y}, Max: scene.Point{X: x1, Y: low}}
		right -= 16*u + 5*u
	}
	fr.plot = scene.Rect{Min: scene.Point{X: left, Y: y}, Max: scene.Point{X: right, Y: low}}
	fr.axis = left + 30*u
	wide := laneWide*u + 4*u
	f.lane0 = snap(x0 + (x1-x0)*0.36)
	f.lane1 = f.lane0 + wide
	fr.field0 = fr.axis + 4*u
	fr.labels0 = f.lane1 + 18*u
	fr.labels1 = right
	fr.field1 = right
	above, below := f.peaks()
	f.setThickness(above, below, f.lane0-fr.field0-2*u, fr.field1-f.lane1-4*u)
}
