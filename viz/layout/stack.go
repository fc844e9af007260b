package layout

import (
	"rentang/viz/civil"
	"rentang/viz/story"
	"rentang/viz/theme"
	"rentang/viz/timescale"
)

// The three readings of a flow.
const (
	qLow = iota
	qCentral
	qHigh
	quantities
)

// cell is half a year of one kind. A kind without a row in that year is absent.
type cell struct {
	present bool
	firm    bool // documented or derived, drawn solid
	q       [quantities]cubic
}

// kindStack is one kind of a direction, cut into half-years.
type kindStack struct {
	id      string
	label   string
	unknown string // the sign of a stretch that is not known, with the kind's name
	colors  theme.Band
	cells   []cell
	rows    []*story.Flow // by year; nil where there is none
	gaps    []gapMark
}

// gapMark is a stretch of years whose amount is not known.
type gapMark struct {
	from, to int // years, both included
}

// stack is one direction: its kinds from the lane outwards.
type stack struct {
	id    string
	label string
	side  story.Side
	kinds []kindStack
	first int       // the year of cell 0
	start []float64 // first instant of each year, and of the year after the last
	peak  float64   // largest sum of the high readings, in transformed units
}

// newStack builds a direction's curves. transform turns a flow into what the
// thickness is proportional to.
func newStack(in Input, d story.Direction, colors []theme.Band, transform func(float64) float64) *stack {
	s := in.Story
	first, last := s.Start.Year, s.End.Year
	n := last - first + 1
	st := &stack{id: d.ID, label: d.Label.In(in.Lang.Code), side: d.Side, first: first, start: make([]float64, n+1)}
	for i := range st.start {
		st.start[i] = civil.Date{Year: first + i}.Start()
	}
	for i, k := range d.Kinds {
		ks := kindStack{id: k.ID, label: k.Label.In(in.Lang.Code), colors: colors[i],
			cells: make([]cell, 2*n), rows: make([]*story.Flow, n)}
		ks.unknown = "? " + ks.label
		for j := range s.Flows {
			fl := &s.Flows[j]
			if fl.Direction == d.ID && fl.Kind == k.ID && fl.Year >= first && fl.Year <= last {
				ks.rows[fl.Year-first] = fl
			}
		}
		ks.curves(s, d.ID, st, transform)
		st.kinds = append(st.kinds, ks)
	}
	st.findPeak()
	return st
}

// meaningOf is the gap that covers a year of a kind.
func meaningOf(s *story.Story, dir, kind string, year int) (story.Meaning, bool) {
	for _, g := range s.Gaps {
		if g.Direction == dir && g.Kind == kind && year >= g.From && year <= g.To {
			return g.Meaning, true
		}
	}
	return story.NoneFound, false
}

// curves fills the cells of a kind run by run. A run is a stretch of years with
// rows. Beyond a year in which nothing was found the band begins at nothing, on
// the first day of its own year, so that no other year gets any. Where the year
// beside it is unknown, or counted inside another kind, or outside the story, the
// band is cut and holds its value: it did not go to zero.
func (ks *kindStack) curves(s *story.Story, dir string, st *stack, transform func(float64) float64) {
	n := len(ks.rows)
	held := func(i int) bool {
		if i < 0 || i >= n {
			return true
		}
		m, known := meaningOf(s, dir, ks.id, st.first+i)
		return known && m != story.NoneFound
	}
	for i := 0; i < n; {
		if ks.rows[i] == nil {
			i++
			continue
		}
		j := i
		for j < n && ks.rows[j] != nil {
			j++
		}
		ks.run(st, i, j, held(i-1), held(j), transform)
		i = j
	}
	for i := 0; i < n; i++ {
		m, known := meaningOf(s, dir, ks.id, st.first+i)
		if !known || m != story.Unknown || ks.rows[i] != nil {
			continue
		}
		g := gapMark{from: st.first + i, to: st.first + i}
		for i+1 < n && ks.rows[i+1] == nil {
			if m, known := meaningOf(s, dir, ks.id, st.first+i+1); !known || m != story.Unknown {
				break
			}
			i++
			g.to++
		}
		ks.gaps = append(ks.gaps, g)
	}
}

// run fills the cells of years i to j-1, all of which have rows.
func (ks *kindStack) run(st *stack, i, j int, holdStart, holdEnd bool, transform func(float64) float64) {
	n := j - i
	t, v, m := make([]float64, n+2), make([]float64, n+2), make([]float64, n+2)
	t[0], t[n+1] = st.start[i], st.start[j]
	for y := i; y < j; y++ {
		t[y-i+1] = (st.start[y] + st.start[y+1]) / 2
	}
	for q := range quantities {
		for y := i; y < j; y++ {
			r := ks.rows[y]
			v[y-i+1] = transform([quantities]float64{r.Low, r.Central, r.High}[q])
		}
		v[0], v[n+1] = 0, 0
		if holdStart {
			v[0] = v[1]
		}
		if holdEnd {
			v[n+1] = v[n]
		}
		monotone(t, v, m)
		for y := i; y < j; y++ {
			k := y - i
			for half := range 2 {
				c := &ks.cells[2*y+half]
				c.present, c.firm = true, ks.rows[y].Basis.Firm()
				c.q[q] = halfYear(t, v, m, k, half, st.start[y+half])
			}
		}
	}
}

// halfYear cuts the curve through the knots into the two halves of the run's year
// k. The knots are the run's start, the middles of its years and its end, so a
// half is the piece of an interval between a middle and a turn of the year.
func halfYear(t, v, m []float64, k, half int, turn float64) cubic {
	a := k + half // the interval from knot a to knot a+1
	h := t[a+1] - t[a]
	full := cubic{v[a], v[a+1], m[a] * h, m[a+1] * h}
	u := (turn - t[a]) / h
	if half == 0 {
		return full.part(u, 1)
	}
	return full.part(0, u)
}

// part is the piece of the curve between u0 and u1, as a curve of its own.
func (c cubic) part(u0, u1 float64) cubic {
	slope := func(u float64) float64 {
		return c.v0*(6*u*u-6*u) + c.m0*(3*u*u-4*u+1) + c.v1*(6*u-6*u*u) + c.m1*(3*u*u-2*u)
	}
	d := u1 - u0
	return cubic{c.at(u0), c.at(u1), slope(u0) * d, slope(u1) * d}
}

// findPeak finds the largest sum of the high readings, sampled in every half-year.
func (st *stack) findPeak() {
	if len(st.kinds) == 0 {
		return
	}
	for c := range st.kinds[0].cells {
		for i := 0; i <= 8; i++ {
			st.peak = max(st.peak, st.total(c, float64(i)/8, qHigh))
		}
	}
}

// total is the sum of a reading over all kinds, in transformed units.
func (st *stack) total(c int, u float64, q int) float64 {
	sum := 0.0
	for i := range st.kinds {
		if k := &st.kinds[i].cells[c]; k.present {
			sum += k.q[q].at(u)
		}
	}
	return sum
}

// cellSpan is the stretch of time of a half-year.
func (st *stack) cellSpan(c int) timescale.Span {
	y := c / 2
	mid := (st.start[y] + st.start[y+1]) / 2
	if c%2 == 0 {
		return timescale.Span{Start: st.start[y], End: mid}
	}
	return timescale.Span{Start: mid, End: st.start[y+1]}
}

// cellAt is the half-year that holds instant t, clamped to those there are.
func (st *stack) cellAt(t float64) int {
	n := len(st.start) - 1
	if n <= 0 {
		return 0
	}
	// A guess by the mean length of a year is at most one year off.
	y := int((t - st.start[0]) / (st.start[n] - st.start[0]) * float64(n))
	y = min(n-1, max(0, y))
	for y > 0 && t < st.start[y] {
		y--
	}
	for y < n-1 && t >= st.start[y+1] {
		y++
	}
	if t >= (st.start[y]+st.start[y+1])/2 {
		return 2*y + 1
	}
	return 2 * y
}
