package locator

import "rentang/viz/scene"

// Side is where a label stands, seen from its place.
type Side uint8

// The sides, the best one first.
const (
	Right Side = iota
	Left
	Above
	Below
	AboveRight
	BelowRight
	AboveLeft
	BelowLeft
	sides
)

// Label is the room of a place's label.
type Label struct {
	Place int        // index into Map.Places
	Side  Side       // of the place
	Box   scene.Rect // of the size that was asked for
}

// Lengths around a label, in CSS pixels.
const (
	labelGap  = 3.0 // from its mark
	labelEdge = 4.0 // from the edge of the map
)

// Labels finds room for the labels of the places that have one. size gives a label's
// width and height in CSS pixels; unit is as in Style. The boxes stay in the
// rectangle and meet neither each other nor a mark. As many labels as possible get a
// place, on the best sides and where they cover little of the coast; one without a
// place is left out. Every combination is tried, so places with labels must be few.
func (v *View) Labels(unit float64, size func(label string) (w, h float64)) []Label {
	if unit == 0 {
		unit = 1
	}
	s := search{view: v, unit: unit, inner: v.rect.Grow(-labelEdge * unit)}
	for i, p := range v.places {
		if p.Label != "" {
			w, h := size(p.Label)
			s.want = append(s.want, wanted{i, w, h})
		}
		if r := v.reach(i, unit); r > 0 {
			s.marks = append(s.marks, scene.R(v.at[i].X-r, v.at[i].Y-r, 2*r, 2*r))
		}
	}
	s.bestCost = int(^uint(0) >> 1)
	s.from(0, 0)
	return s.best
}

// wanted is a label that needs room.
type wanted struct {
	place int
	w, h  float64
}

// search tries every combination of sides: a map has two or three labels.
type search struct {
	view     *View
	unit     float64
	inner    scene.Rect
	want     []wanted
	marks    []scene.Rect
	set      []Label
	best     []Label
	bestCost int
}

// The costs of a label.
const (
	costSide = 3    // for each side that is better
	coastMax = 12   // for the coast under it, at most: 1 for each corner
	without  = 1000 // of leaving it out: more than all others together
)

// covered is how much coast a label would hide.
func (v *View) covered(box scene.Rect) int {
	n := 0
	for _, p := range v.coast.Points {
		if box.Has(p) {
			n++
		}
	}
	return min(n, coastMax)
}

// from places the labels from index i on; cost is that of those before.
func (s *search) from(i, cost int) {
	if cost >= s.bestCost {
		return
	}
	if i == len(s.want) {
		s.best, s.bestCost = append([]Label(nil), s.set...), cost
		return
	}
	for side := range sides {
		l := Label{s.want[i].place, side, s.view.beside(s.want[i], side, s.unit)}
		if !s.fits(l.Box) {
			continue
		}
		s.set = append(s.set, l)
		s.from(i+1, cost+costSide*int(side)+s.view.covered(l.Box))
		s.set = s.set[:len(s.set)-1]
	}
	s.from(i+1, cost+without)
}

func (s *search) fits(box scene.Rect) bool {
	if !s.inner.Has(box.Min) || !s.inner.Has(box.Max) {
		return false
	}
	for _, m := range s.marks {
		if m.Overlaps(box) {
			return false
		}
	}
	for i := range s.set {
		if s.set[i].Box.Overlaps(box) {
			return false
		}
	}
	return true
}

// beside is the box of a label at a side of its place.
func (v *View) beside(l wanted, side Side, unit float64) scene.Rect {
	at, r := v.at[l.place], v.reach(l.place, unit)
	off := r + labelGap*unit
	x, y := at.X-l.w/2, at.Y-l.h/2
	switch side {
	case Right:
		x = at.X + off
	case Left:
		x = at.X - off - l.w
	case Above, Below:
	default: // beside the corner of the mark
		x = at.X + r
		if side == AboveLeft || side == BelowLeft {
			x = at.X - r - l.w
		}
	}
	switch side {
	case Above, AboveRight, AboveLeft:
		y = at.Y - r - l.h
	case Below, BelowRight, BelowLeft:
		y = at.Y + r
	}
	return scene.R(x, y, l.w, l.h)
}
