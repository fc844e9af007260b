package layout

import (
	"math"

	"rentang/viz/scene"
	"rentang/viz/story"
	"rentang/viz/timescale"
	"rentang/viz/typeset"
)

// bandName is the name of a kind inside its band, placed once for each level.
type bandName struct {
	stack, kind int
	at          float64 // instant of the text's middle
	offset      float64 // from the lane to the text's middle, CSS pixels
}

// namesFrom is the shortest stretch of time in view, in years, at which the bands
// carry their names; nearer, they carry their values.
const namesFrom = 20

// nameBands finds for every kind the place inside its band where its name has most
// room, away from hatching and from leaders.
func (f *Figure) nameBands(sc timescale.Scale, list []label) []bandName {
	if f.portrait || f.whole.Len()/(sc.P1-sc.P0)*(f.frame.plot.W()) < namesFrom*year {
		return nil
	}
	var names []bandName
	var s samples
	for si, st := range f.stacks {
		f.sample(st, sc, math.Inf(1), &s)
		for k := range st.kinds {
			if n, ok := f.nameBand(st, &s, sc, list, k); ok {
				n.stack = si
				names = append(names, n)
			}
		}
	}
	return names
}

func (f *Figure) nameBand(st *stack, s *samples, sc timescale.Scale, list []label, k int) (bandName, bool) {
	u := f.unit()
	text := style(f.ramp.Legend, typeset.SemiBold)
	w := f.in.Type.Width(st.kinds[k].label, text) + 8*u
	best := bandName{kind: k}
	room := f.ramp.Legend.Size * 1.25
	inner, outer := s.inner(k), s.edge[k]
	s.stretches(st, k, func(i, j int, firm bool) {
		if !firm {
			return
		}
		for a := i; a < j; a++ {
			b := s.index(s.px[a] + w)
			if b >= j {
				return
			}
			lo, hi := 0.0, math.Inf(1)
			for x := a; x <= b; x++ {
				lo, hi = max(lo, inner[x]), min(hi, outer[x])
			}
			if hi-lo <= room || f.leaderIn(sc, list, st.side == story.Above, s.px[a], s.px[a]+w) {
				continue
			}
			room = hi - lo
			best.at, best.offset = sc.At(s.px[a]+w/2), (lo+hi)/2
		}
	})
	return best, best.offset > 0
}

// leaderIn reports whether a leader of the field passes between two pixels.
func (f *Figure) leaderIn(sc timescale.Scale, list []label, above bool, a, b float64) bool {
	for i := range list {
		if l := &list[i]; l.above == above {
			if x := sc.Px(f.events[l.ev].at); x > a-3 && x < b+3 {
				return true
			}
		}
	}
	return false
}

// drawBandTexts writes the names of the kinds, or the years' values where a year is
// wide enough, into the bands.
func (f *Figure) drawBandTexts(dst *scene.Scene, v View) {
	if v.Grow < 1 {
		return
	}
	sol := f.solution(f.Level(v.Span))
	if f.drawn.PerDay()*year >= f.valueRoom() {
		f.drawValues(dst, sol)
		return
	}
	for _, n := range sol.names {
		k := &f.stacks[n.stack].kinds[n.kind]
		at := f.drawn.Px(n.at)
		st := style(f.ramp.Legend, typeset.SemiBold)
		w := f.in.Type.Width(k.label, st)
		if at-w/2 < f.drawn.P0 || at+w/2 > f.drawn.P1 {
			continue
		}
		p := f.pt(at, f.side(f.stacks[n.stack].side == story.Above, n.offset))
		f.bandText(dst, k.label, st, p, k.colors.OnBand)
	}
}

// valueRoom is how many CSS pixels a year takes from which on the bands carry their
// values instead of their names.
func (f *Figure) valueRoom() float64 {
	if f.portrait {
		return 30 * f.unit()
	}
	return 44 * f.unit()
}

// bandText sets a line centred on p inside a band, on a plate in themes that ask for it.
func (f *Figure) bandText(dst *scene.Scene, text string, st typeset.Style, p scene.Point, c scene.Color) {
	if plate := f.in.Theme.Plate; plate != nil {
		w := f.in.Type.Width(text, st)
		f.path.Reset()
		f.path.Rect(scene.R(p.X-w/2-3, p.Y-st.Size*0.62, w+6, st.Size*1.24))
		dst.Fill(&f.path, *plate)
	}
	f.in.Type.Draw(dst, text, st, scene.Point{X: p.X, Y: p.Y + st.Size*typeset.CapHeight/2}, typeset.Center, c)
}

// drawValues writes each year's central value into its band where year and band
// have room for it and no leader passes.
func (f *Figure) drawValues(dst *scene.Scene, sol *labels) {
	st := style(f.ramp.Key, typeset.Regular)
	for si, sk := range f.stacks {
		s := &f.samp[si]
		if len(s.px) == 0 {
			continue
		}
		for k := range sk.kinds {
			ks := &sk.kinds[k]
			first, last := sk.cellAt(f.drawn.Start)/2, sk.cellAt(f.drawn.End)/2
			for y := first; y <= last; y++ {
				if ks.rows[y] != nil {
					f.drawValue(dst, sol, sk, s, k, y, st)
				}
			}
		}
	}
}

// drawValue writes one year's value, at the middle of the year.
func (f *Figure) drawValue(dst *scene.Scene, sol *labels, sk *stack, s *samples, k, y int, st typeset.Style) {
	u := f.unit()
	row := sk.kinds[k].rows[y]
	text := f.in.Lang.Number(row.Central, 0)
	w := f.in.Type.Width(text, st)
	mid := f.drawn.Px((sk.start[y] + sk.start[y+1]) / 2)
	along, across := w+8*u, st.Size*1.2
	if f.portrait {
		along, across = across, along
	}
	a, b := mid-along/2, mid+along/2
	if a < f.drawn.P0 || b > f.drawn.P1 {
		return
	}
	inner, outer := s.inner(k), s.edge[k]
	lo, hi := 0.0, math.Inf(1)
	low0, low1 := math.Inf(1), 0.0 // the low reading's line, which a figure must not stand on
	for i := max(0, s.index(a)-1); i < len(s.px) && s.px[i] <= b; i++ {
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
	above := sk.side == story.Above
	if hi-lo < across || (!f.portrait && f.leaderIn(f.drawn, sol.list, above, a, b)) {
		return
	}
	p := f.pt(mid, f.side(above, (lo+hi)/2))
	colors := &sk.kinds[k].colors
	if !row.Basis.Firm() {
		f.path.Reset()
		f.path.Rect(scene.R(p.X-w/2-3*u, p.Y-st.Size*0.62, w+6*u, st.Size*1.24))
		dst.Fill(&f.path, colors.HatchGround)
		f.in.Type.Draw(dst, text, st, scene.Point{X: p.X, Y: p.Y + st.Size*typeset.CapHeight/2}, typeset.Center, f.in.Theme.Ink)
		return
	}
	f.bandText(dst, text, st, p, colors.OnBand)
}
