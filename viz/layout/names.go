package layout

import (
	"math"

	"rentang/viz/civil"
	"rentang/viz/scene"
	"rentang/viz/story"
	"rentang/viz/timescale"
	"rentang/viz/typeset"
)

// bandName is the name of a kind in or beside its band, placed once for each level
// and before any label, which then keeps off it.
type bandName struct {
	lines  []string
	above  bool
	inside bool // in the band; beside it otherwise
	align  typeset.Align
	color  scene.Color
	at     float64 // instant of the anchor
	shift  float64 // from the anchor to the text's edge or middle, CSS pixels along time
	w      float64 // of the text
	off    float64 // from the lane to the nearest edge of the text, CSS pixels
	h      float64
}

// span is the stretch of the axis that the text takes.
func (n *bandName) span(sc timescale.Scale) (a, b float64) {
	x := sc.Px(n.at) + n.shift
	switch n.align {
	case typeset.Right:
		return x - n.w, x
	case typeset.Center:
		return x - n.w/2, x + n.w/2
	}
	return x, x + n.w
}

// namesFrom is the shortest stretch of time in view, in years, at which the bands
// carry their names in fixed places; nearer, names stay in view and values show.
const namesFrom = 20

// narrow is the length in CSS pixels along time up to which a band is a needle: its
// name stands beside it, with its largest year.
const narrow = 70.0

// nameBands places the names of the kinds: inside the band where it is thick
// enough, beside a needle, else over the fringe where the kind is outermost.
func (f *Figure) nameBands(sc timescale.Scale) []bandName {
	shown := f.whole.Len() * f.frame.plot.W() / (sc.P1 - sc.P0)
	if f.portrait || shown < namesFrom*year {
		return nil
	}
	var names []bandName
	var s samples
	for _, st := range f.stacks {
		f.sample(st, sc, math.Inf(1), &s)
		if len(s.px) == 0 {
			continue
		}
		for k := range st.kinds {
			n, ok := f.nameNeedle(st, &s, sc, k)
			if !ok {
				n, ok = f.nameInside(st, &s, sc, k)
			}
			if !ok {
				n, ok = f.nameOver(st, &s, sc, k)
			}
			if ok && f.roomFor(&n, names, sc) {
				names = append(names, n)
			}
		}
	}
	return names
}

// roomFor reports whether a name stays inside the plot and its field and meets no other.
func (f *Figure) roomFor(n *bandName, names []bandName, sc timescale.Scale) bool {
	a, b := n.span(sc)
	room := f.lane0 - f.frame.field0
	if !n.above {
		room = f.frame.field1 - f.lane1
	}
	if a < sc.P0 || b > sc.P1 || n.off+n.h > room {
		return false
	}
	for i := range names {
		o := &names[i]
		c, d := o.span(sc)
		if o.above == n.above && a < d+8 && c < b+8 && n.off < o.off+o.h && o.off < n.off+n.h {
			return false
		}
	}
	return true
}

// nameNeedle names a band that is short and thick, with its largest year.
func (f *Figure) nameNeedle(st *stack, s *samples, sc timescale.Scale, k int) (n bandName, ok bool) {
	ks, u := &st.kinds[k], f.unit()
	first, last, peak := -1, -1, -1
	for y, r := range ks.rows {
		if r == nil {
			continue
		}
		if first < 0 {
			first = y
		}
		last = y
		if peak < 0 || r.Central > ks.rows[peak].Central {
			peak = y
		}
	}
	const thick = 12
	if peak < 0 || sc.Px(st.start[last+1])-sc.Px(st.start[first]) > narrow*u || f.thickness(ks.rows[peak].Central) < thick*u {
		return n, false
	}
	font := f.ramp.Legend
	n = bandName{above: st.side == story.Above, color: ks.colors.Label, align: typeset.Right, lines: f.nameLines(ks)}
	if r := ks.rows[peak]; r.Basis.Firm() && f.in.Story.Amount.In(f.in.Lang.Code) != "" && f.thickness(r.Central) > 60*u {
		p := f.in.Story.Amount.In(f.in.Lang.Code)
		m := f.in.Story.Scale
		n.lines = append(n.lines, f.in.Lang.Date(civil.Date{Year: r.Year})+": "+f.in.Lang.Range(p, r.Low*m, r.Central*m, r.High*m))
	}
	for i, l := range n.lines {
		n.w = max(n.w, f.in.Type.Width(l, style(font, f.nameWeight(i))))
	}
	n.h = float64(len(n.lines)) * font.Line
	reach := 0.0
	if n.above { // before the block, over what little is there: above it labels need the room
		n.at, n.shift = st.start[first], -4*u
		a := s.index(sc.Px(st.start[first]) - n.w - 6*u)
		for i := a; i < len(s.px) && s.px[i] < sc.Px(st.start[first]); i++ {
			reach = max(reach, s.high[i])
		}
		n.off = max(reach, 16*u) + 3*u // clear of the marks of unknown years
		return n, true
	}
	// Beside the tip, left of the fringe there.
	mid := (st.start[peak] + st.start[peak+1]) / 2
	n.off = max(20*u, f.thickness(ks.rows[peak].High)-n.h)
	n.at = mid
	edge := 0.0
	for i := range s.px {
		if s.px[i] < sc.Px(mid) && s.high[i] > n.off-6*u {
			edge = max(edge, sc.Px(mid)-s.px[i])
		}
	}
	n.shift = -edge - 8*u
	return n, true
}

// nameLines is the name of a kind and, on a line of its own, the remark on it.
func (f *Figure) nameLines(ks *kindStack) []string {
	for _, r := range f.in.Story.Remarks {
		if r.Kind == ks.id {
			return []string{ks.label + ":", r.Text.In(f.in.Lang.Code)}
		}
	}
	return []string{ks.label}
}

// nameWeight is the weight of a name's line: the name stands out, its figure does not.
func (f *Figure) nameWeight(line int) typeset.Weight {
	if line == 0 {
		return typeset.SemiBold
	}
	return typeset.Regular
}

// nameInside finds the place inside a solid stretch of the band where the name has
// most room.
func (f *Figure) nameInside(st *stack, s *samples, sc timescale.Scale, k int) (n bandName, ok bool) {
	u := f.unit()
	text := style(f.ramp.Legend, typeset.SemiBold)
	w := f.in.Type.Width(st.kinds[k].label, text) + 8*u
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
			if hi-lo > room {
				room, ok = hi-lo, true
				n.at, n.off = sc.At(s.px[a]+w/2), (lo+hi)/2-f.ramp.Legend.Size*0.62
			}
		}
	})
	n.inside, n.above, n.align = true, st.side == story.Above, typeset.Center
	n.lines, n.w, n.h = []string{st.kinds[k].label}, w-8*u, f.ramp.Legend.Size*1.24
	n.color = st.kinds[k].colors.OnBand
	return n, ok
}

// nameOver finds the place over the fringe, as near to the lane as it goes, along
// which the kind is the outermost band and thick enough to be meant.
func (f *Figure) nameOver(st *stack, s *samples, sc timescale.Scale, k int) (n bandName, ok bool) {
	u := f.unit()
	text := style(f.ramp.Legend, typeset.SemiBold)
	w := f.in.Type.Width(st.kinds[k].label, text)
	const thick = 10
	outermost := s.edge[len(st.kinds)-1]
	fits := func(i int) bool {
		return outermost[i]-s.edge[k][i] < 0.5 && s.edge[k][i]-s.inner(k)[i] >= thick*u
	}
	best := math.Inf(1)
	for a := range s.px {
		b := s.index(s.px[a] + w)
		if b >= len(s.px) {
			break
		}
		reach := 0.0
		for x := a; x <= b && reach >= 0; x++ {
			reach = max(reach, s.high[x])
			if !fits(x) {
				reach = -1
			}
		}
		if reach > 0 && reach < best {
			best, ok = reach, true
			n.at = sc.At(s.px[a] + w/2)
		}
	}
	n.above, n.align, n.color = st.side == story.Above, typeset.Center, st.kinds[k].colors.Label
	n.lines, n.w, n.h, n.off = []string{st.kinds[k].label}, w, f.ramp.Legend.Line, best+3*u
	return n, ok
}

// drawNames sets the names of the view's level.
func (f *Figure) drawNames(dst *scene.Scene, names []bandName) {
	font := f.ramp.Legend
	for i := range names {
		n := &names[i]
		a, b := n.span(f.drawn)
		if a < f.drawn.P0-4 || b > f.drawn.P1+4 {
			continue
		}
		x := f.drawn.Px(n.at) + n.shift
		if n.inside {
			f.bandText(dst, n.lines[0], style(font, typeset.SemiBold), scene.Point{X: x, Y: f.side(n.above, n.off+n.h/2)}, n.color)
			continue
		}
		top := f.side(n.above, n.off)
		if n.above {
			top -= n.h
		}
		for k, l := range n.lines {
			c := n.color
			if k > 0 {
				c = f.in.Theme.Muted
			}
			f.in.Type.Draw(dst, l, style(font, f.nameWeight(k)), scene.Point{X: x, Y: baseline(top+float64(k)*font.Line, font)}, n.align, c)
		}
	}
}
