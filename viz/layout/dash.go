package layout

import (
	"math"

	"rentang/viz/scene"
)

// dash adds the dashes of a straight line: on CSS pixels drawn, off left out. The
// last dash is cut where the line ends.
func (f *Figure) dash(p *scene.Path, a, b scene.Point, on, off float64) {
	l := math.Hypot(b.X-a.X, b.Y-a.Y)
	for d := 0.0; d < l; d += on + off {
		e := min(d+on, l)
		p.MoveTo(a.X+(b.X-a.X)*d/l, a.Y+(b.Y-a.Y)*d/l)
		p.LineTo(a.X+(b.X-a.X)*e/l, a.Y+(b.Y-a.Y)*e/l)
	}
}

// dashEdge adds the dashes of a sampled edge. Their phase is the length along the
// edge from the start of the story, by chords from half-year to half-year, so that
// dashes stand still on the curve while the view pans.
func (f *Figure) dashEdge(p *scene.Path, above bool, s *samples, edge []float64, i, j int, on, off float64, st *stack, way *chord) {
	period := on + off
	phase := math.Mod(f.chordTo(way, st, s, edge, i), period)
	draw := phase < on
	left := on - phase
	if !draw {
		left = period - phase
	}
	if draw {
		f.move(p, s.px[i], f.side(above, edge[i]))
	}
	for k := i + 1; k < j; k++ {
		ax, ay, bx, by := s.px[k-1], edge[k-1], s.px[k], edge[k]
		l := math.Hypot(bx-ax, by-ay)
		at := 0.0
		for l-at > left {
			at += left
			x, y := ax+(bx-ax)*at/l, ay+(by-ay)*at/l
			if draw {
				f.line(p, x, f.side(above, y))
				left = off
			} else {
				f.move(p, x, f.side(above, y))
				left = on
			}
			draw = !draw
		}
		left -= l - at
		if draw {
			f.line(p, bx, f.side(above, by))
		}
	}
}

// chord is how far an edge has been measured from the start of the story; its runs
// are measured in order, so that a frame walks along the edge once.
type chord struct {
	q    int     // the reading whose sum is the edge
	cell int     // the half-year reached
	sum  float64 // length up to it, in CSS pixels
}

// chordTo is the length along an edge from the start of the story to sample i, by
// chords between the ends of half-years; px per day is that of the samples.
func (f *Figure) chordTo(way *chord, st *stack, s *samples, edge []float64, i int) float64 {
	c, perDay := s.cell[i], f.drawn.PerDay()
	for ; way.cell < c; way.cell++ {
		dx := st.cellSpan(way.cell).Len() * perDay
		dy := (st.total(way.cell, 1, way.q) - st.total(way.cell, 0, way.q)) * f.perUnit
		way.sum += math.Hypot(dx, dy)
	}
	x0 := f.drawn.Px(st.cellSpan(c).Start)
	return way.sum + math.Hypot(s.px[i]-x0, edge[i]-st.total(c, 0, way.q)*f.perUnit)
}
