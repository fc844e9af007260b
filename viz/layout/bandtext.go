package layout

import (
	"math"

	"rentang/viz/scene"
	"rentang/viz/story"
	"rentang/viz/typeset"
)

// drawBandTexts writes the names of the kinds or, where a year is wide enough, the
// years' values into the bands.
func (f *Figure) drawBandTexts(dst *scene.Scene, v View) {
	if v.Grow < 1 {
		return
	}
	sol := f.solution(f.Level(v.Span))
	f.drawNames(dst, sol.names)
	if f.drawn.PerDay()*year < f.valueRoom() {
		return
	}
	for si, st := range f.stacks {
		s := &f.samp[si]
		if len(s.px) == 0 {
			continue
		}
		for k := range st.kinds {
			f.taken = f.taken[:0]
			if len(sol.names) == 0 {
				f.stickyName(dst, sol, st, s, k)
			} else {
				f.takeNames(sol, st.side == story.Above)
			}
			f.drawValues(dst, sol, st, s, k)
		}
	}
}

// takeNames keeps values off the names of the level.
func (f *Figure) takeNames(sol *labels, above bool) {
	for i := range sol.names {
		if n := &sol.names[i]; n.inside && n.above == above {
			a, b := n.span(f.drawn)
			f.taken = append(f.taken, taken{a, b})
		}
	}
}

// bandText sets a line centred on p inside a band, on a plate in themes that ask for it.
func (f *Figure) bandText(dst *scene.Scene, text string, st typeset.Style, p scene.Point, c scene.Color) {
	if plate := f.in.Theme.Plate; plate != nil {
		f.plate(dst, text, st, p, *plate)
	}
	f.in.Type.Draw(dst, text, st, scene.Point{X: p.X, Y: p.Y + st.Size*typeset.CapHeight/2}, typeset.Center, c)
}

// plate fills the ground of a line centred on p.
func (f *Figure) plate(dst *scene.Scene, text string, st typeset.Style, p scene.Point, c scene.Color) {
	w := f.in.Type.Width(text, st)
	f.path.Reset()
	f.path.Rect(scene.R(p.X-w/2-3, p.Y-st.Size*0.62, w+6, st.Size*1.24))
	dst.Fill(&f.path, c)
}

// valueRoom is how many CSS pixels a year takes from which on the bands carry their
// values.
func (f *Figure) valueRoom() float64 {
	if f.portrait {
		return 30 * f.unit()
	}
	return 44 * f.unit()
}

// slot is the room for a text inside a band between two pixels along time: the
// offset of its middle from the lane. A text never stands on the line of the low
// reading, under a leader, or on another text of the band.
func (f *Figure) slot(sol *labels, st *stack, s *samples, k int, a, b, need float64) (off float64, ok bool) {
	for _, t := range f.taken {
		if a < t.b+4 && t.a < b+4 {
			return 0, false
		}
	}
	if a < f.drawn.P0 || b > f.drawn.P1 || !f.portrait && f.leaderIn(sol.list, st.side == story.Above, a, b) {
		return 0, false
	}
	if f.plateIn(sol.list, st.side == story.Above, a, b) {
		return 0, false
	}
	if a < s.px[0] || b > s.px[len(s.px)-1] { // the view looks past an end of the story
		return 0, false
	}
	inner, outer := s.inner(k), s.edge[k]
	cells := st.kinds[k].cells
	lo, hi := 0.0, math.Inf(1)
	low0, low1 := math.Inf(1), 0.0
	for i := max(0, s.index(a)-1); i < len(s.px) && s.px[i] <= b; i++ {
		if !cells[s.cell[i]].present {
			return 0, false
		}
		lo, hi = max(lo, inner[i]), min(hi, outer[i])
		low0, low1 = min(low0, s.low[i]), max(low1, s.low[i])
	}
	if low0 < hi && low1 > lo {
		if low0-lo > hi-low1 {
			hi = low0 - 1
		} else {
			lo = low1 + 1
		}
	}
	return (lo + hi) / 2, hi-lo >= need
}

// plateIn reports whether a label on a plate lies between two pixels along time.
func (f *Figure) plateIn(list []label, above bool, a, b float64) bool {
	c := column{f: f}
	for i := range list {
		l := &list[i]
		if !l.plate || l.above != above {
			continue
		}
		lo := f.drawn.Px(f.events[l.ev].at)
		hi := lo
		switch {
		case f.portrait:
			h := c.height(l) / 2
			lo, hi = lo+l.shift-h, lo+l.shift+h
		case l.left:
			lo -= l.w + 12*f.unit()
		default:
			hi += l.w + 12*f.unit()
		}
		if hi > a-2 && lo < b+2 {
			return true
		}
	}
	return false
}

// leaderIn reports whether a leader of the field passes between two pixels.
func (f *Figure) leaderIn(list []label, above bool, a, b float64) bool {
	for i := range list {
		if l := &list[i]; l.above == above {
			if x := f.drawn.Px(f.events[l.ev].at); x > a-3 && x < b+3 {
				return true
			}
		}
	}
	return false
}

// stickyName keeps the name of a kind in view inside its band, as far to the start
// of the view as it fits.
func (f *Figure) stickyName(dst *scene.Scene, sol *labels, st *stack, s *samples, k int) {
	u := f.unit()
	text := style(f.ramp.Key, typeset.SemiBold)
	ks := &st.kinds[k]
	along, across := f.in.Type.Width(ks.label, text)+10*u, text.Size*1.3
	if f.portrait {
		along, across = across, along
	}
	for a := f.drawn.P0 + 4*u; a+along < f.drawn.P1; a += 12 * u {
		off, ok := f.slot(sol, st, s, k, a, a+along, across)
		if !ok {
			continue
		}
		p := f.pt(a+along/2, f.side(st.side == story.Above, off))
		if ks.cells[st.cellAt(f.drawn.At(a))].firm && ks.cells[st.cellAt(f.drawn.At(a+along))].firm {
			f.bandText(dst, ks.label, text, p, ks.colors.OnBand)
		} else {
			f.plate(dst, ks.label, text, p, ks.colors.HatchGround)
			f.in.Type.Draw(dst, ks.label, text, scene.Point{X: p.X, Y: p.Y + text.Size*typeset.CapHeight/2}, typeset.Center, f.in.Theme.Ink)
		}
		f.taken = append(f.taken, taken{a, a + along})
		return
	}
}

// drawValues writes each year's central value into its band where year and band
// have room for it.
func (f *Figure) drawValues(dst *scene.Scene, sol *labels, st *stack, s *samples, k int) {
	first, last := st.cellAt(f.drawn.Start)/2, st.cellAt(f.drawn.End)/2
	for y := first; y <= last; y++ {
		if row := st.kinds[k].rows[y]; row != nil {
			f.drawValue(dst, sol, st, s, k, y, row)
		}
	}
}

// closeYear is how many CSS pixels a year takes from which on a value is written
// with its year and its unit, in whatever part of the year is in view.
const closeYear = 380.0

// drawValue writes one year's value, at the middle of the year. A year that is
// interpolated or assumed is given as about so much, to two digits.
func (f *Figure) drawValue(dst *scene.Scene, sol *labels, sk *stack, s *samples, k, y int, row *story.Flow) {
	u := f.unit()
	st := style(f.ramp.Key, typeset.Regular)
	text := f.valueText(row)
	w := f.in.Type.Width(text, st)
	ya, yb := f.drawn.Px(sk.start[y]), f.drawn.Px(sk.start[y+1])
	mid := (ya + yb) / 2
	along, across := w+8*u, st.Size*1.2
	if f.portrait {
		along, across = across, along
	}
	if yb-ya >= closeYear*u {
		lo, hi := max(ya, f.drawn.P0)+along/2+4*u, min(yb, f.drawn.P1)-along/2-4*u
		if lo > hi {
			return
		}
		mid = min(hi, max(lo, mid))
	}
	off, ok := f.slot(sol, sk, s, k, mid-along/2, mid+along/2, across)
	if !ok {
		return
	}
	p := f.pt(mid, f.side(sk.side == story.Above, off))
	colors := &sk.kinds[k].colors
	if row.Basis.Firm() {
		f.bandText(dst, text, st, p, colors.OnBand)
		return
	}
	f.plate(dst, text, st, p, colors.HatchGround)
	f.in.Type.Draw(dst, text, st, scene.Point{X: p.X, Y: p.Y + st.Size*typeset.CapHeight/2}, typeset.Center, f.in.Theme.Muted)
}

// valueText is a year's value in the story's unit or, close by, in words.
func (f *Figure) valueText(row *story.Flow) string {
	l := f.in.Lang
	v, about := row.Central, ""
	if !row.Basis.Firm() && v > 0 {
		p := math.Pow(10, math.Floor(math.Log10(v))-1)
		v, about = math.Round(v/p)*p, "≈\u202f"
	}
	if f.drawn.PerDay()*year < closeYear*f.unit() {
		return about + l.Number(v, 0)
	}
	return l.Year(row.Year) + ": " + about + f.amount(v)
}
