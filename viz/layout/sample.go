package layout

import (
	"math"
	"sort"

	"rentang/viz/timescale"
)

// samples is a direction evaluated along the visible stretch: for every sample the
// pixel along time and, for each kind, the outer edge of the stack in CSS pixels
// from the lane. At a turn of the year there are two samples, one for each side,
// so that a band can end in a vertical cut. It is scratch memory of a figure.
type samples struct {
	px        []float64
	cell      []int
	edge      [][]float64 // [kind][sample], outer edge; its inner edge is that of the kind before
	low, high []float64
	zero      []float64 // all zero: the lane's edge
}

func (s *samples) reset(kinds int) {
	s.px, s.cell, s.low, s.high, s.zero = s.px[:0], s.cell[:0], s.low[:0], s.high[:0], s.zero[:0]
	for len(s.edge) < kinds {
		s.edge = append(s.edge, nil)
	}
	s.edge = s.edge[:kinds]
	for i := range s.edge {
		s.edge[i] = s.edge[i][:0]
	}
}

// inner is the inner edge of a kind.
func (s *samples) inner(kind int) []float64 {
	if kind == 0 {
		return s.zero
	}
	return s.edge[kind-1]
}

// sampleStep is the distance between samples in CSS pixels along time: at this step
// the polyline of a half-year of 7 px, the overview's, still follows the curve to
// a few hundredths of a pixel, as the curve is a single cubic there.
const sampleStep = 2.0

// sample evaluates a stack over the part of its time that lies in sc, up to the
// instant until.
func (f *Figure) sample(st *stack, sc timescale.Scale, until float64, s *samples) {
	s.reset(len(st.kinds))
	if len(st.kinds) == 0 || len(st.kinds[0].cells) == 0 {
		return
	}
	from := max(sc.Start, st.start[0])
	to := min(sc.End, until, st.start[len(st.start)-1])
	if from >= to {
		return
	}
	last := st.cellAt(math.Nextafter(to, from))
	for c := st.cellAt(from); c <= last; c++ {
		sp := st.cellSpan(c)
		u0, u1 := 0.0, 1.0
		if from > sp.Start {
			u0 = (from - sp.Start) / sp.Len()
		}
		if to < sp.End {
			u1 = (to - sp.Start) / sp.Len()
		}
		n := int(math.Ceil(sp.Len() * (u1 - u0) * sc.PerDay() / sampleStep))
		n = min(48, max(2, n))
		for i := 0; i <= n; i++ {
			u := u0 + (u1-u0)*float64(i)/float64(n)
			s.px = append(s.px, sc.Px(sp.Start+u*sp.Len()))
			s.cell = append(s.cell, c)
			sum := [quantities]float64{}
			for k := range st.kinds {
				if cl := &st.kinds[k].cells[c]; cl.present {
					for q := range sum {
						sum[q] += cl.q[q].at(u)
					}
				}
				s.edge[k] = append(s.edge[k], sum[qCentral]*f.perUnit)
			}
			s.low = append(s.low, sum[qLow]*f.perUnit)
			s.high = append(s.high, sum[qHigh]*f.perUnit)
			s.zero = append(s.zero, 0)
		}
	}
}

// stretches calls fn for every longest run of samples [i, j) in which the kind is
// present with one firmness.
func (s *samples) stretches(st *stack, kind int, fn func(i, j int, firm bool)) {
	cells := st.kinds[kind].cells
	for i := 0; i < len(s.px); {
		c := &cells[s.cell[i]]
		if !c.present {
			i++
			continue
		}
		j := i
		for j < len(s.px) && cells[s.cell[j]].present && cells[s.cell[j]].firm == c.firm {
			j++
		}
		fn(i, j, c.firm)
		i = j
	}
}

// index is the first sample at or after pixel p.
func (s *samples) index(p float64) int {
	return sort.SearchFloat64s(s.px, p)
}

// between interpolates a sampled edge at pixel p.
func (s *samples) between(edge []float64, p float64) float64 {
	i := s.index(p)
	switch {
	case len(edge) == 0:
		return 0
	case i == 0:
		return edge[0]
	case i >= len(edge):
		return edge[len(edge)-1]
	}
	a, b := s.px[i-1], s.px[i]
	if b <= a {
		return max(edge[i-1], edge[i])
	}
	return edge[i-1] + (edge[i]-edge[i-1])*(p-a)/(b-a)
}
