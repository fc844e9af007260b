package layout

import (
	"rentang/viz/scene"
	"rentang/viz/story"
	"rentang/viz/timescale"
	"rentang/viz/typeset"
)

// side maps an offset from the lane, in CSS pixels outwards, to the pixel across time.
func (f *Figure) side(above bool, offset float64) float64 {
	if above {
		return f.lane0 - offset
	}
	return f.lane1 + offset
}

// ribbon adds the area between two edges over the samples [i, j).
func (f *Figure) ribbon(p *scene.Path, above bool, px, inner, outer []float64, i, j int) {
	f.move(p, px[i], f.side(above, inner[i]))
	for k := i; k < j; k++ {
		f.line(p, px[k], f.side(above, outer[k]))
	}
	for k := j - 1; k > i; k-- {
		f.line(p, px[k], f.side(above, inner[k]))
	}
	p.Close()
}

// edgeLine adds an edge over the samples [i, j) as a line.
func (f *Figure) edgeLine(p *scene.Path, above bool, px, edge []float64, i, j int) {
	f.move(p, px[i], f.side(above, edge[i]))
	for k := i + 1; k < j; k++ {
		f.line(p, px[k], f.side(above, edge[k]))
	}
}

// drawStack draws one direction: the fringe, the bands from the lane outwards, the
// lines between them, the low reading and the marks of what is not known.
func (f *Figure) drawStack(dst *scene.Scene, st *stack, s *samples, sc timescale.Scale) {
	above := st.side == story.Above
	if len(s.px) > 0 {
		f.drawFringe(dst, st, s, above)
		for k := range st.kinds {
			f.drawKind(dst, st, s, k, above, sc)
		}
		f.drawSeparators(dst, st, s, above)
		f.drawLow(dst, st, s, above, sc)
	}
	f.drawGaps(dst, st, sc, above)
}

// drawFringe fills the range from the central to the high sum in three pale steps,
// each a third, the outermost first, so that no seam shows between them, and dots
// its edge. Hard outlines make readers take a range for a fact.
func (f *Figure) drawFringe(dst *scene.Scene, st *stack, s *samples, above bool) {
	t := f.in.Theme
	steps := t.FringeUpper
	if !above {
		steps = t.FringeLower
	}
	central := s.edge[len(st.kinds)-1]
	for step := 2; step >= 0; step-- {
		f.outer = f.outer[:0]
		for i := range s.px {
			f.outer = append(f.outer, central[i]+(s.high[i]-central[i])*float64(step+1)/3)
		}
		f.eachPresent(s, f.outer, func(i, j int) {
			f.path.Reset()
			f.ribbon(&f.path, above, s.px, s.zero, f.outer, i, j)
			dst.Fill(&f.path, steps[step])
		})
	}
	way := chord{q: qHigh}
	f.eachPresent(s, s.high, func(i, j int) {
		f.path.Reset()
		f.dashEdge(&f.path, above, s, s.high, i, j, 1, 3, st, &way)
		dst.Stroke(&f.path, scene.Pen{Width: 1, Color: t.FringeEdge})
	})
}

// eachPresent calls fn for every run of samples in which the edge stands off the
// lane, the sample before and after included.
func (f *Figure) eachPresent(s *samples, edge []float64, fn func(i, j int)) {
	const least = 0.02
	for i := 0; i < len(edge); {
		if edge[i] < least {
			i++
			continue
		}
		j := i
		for j < len(edge) && edge[j] >= least {
			j++
		}
		a, b := i, j
		if a > 0 && s.px[a-1] < s.px[a] {
			a--
		}
		if b < len(edge) && s.px[b] > s.px[b-1] {
			b++
		}
		if b-a > 1 {
			fn(a, b)
		}
		i = j
	}
}

// drawKind fills one kind, solid where it is documented or derived, hatched where
// it is interpolated or a placeholder.
func (f *Figure) drawKind(dst *scene.Scene, st *stack, s *samples, k int, above bool, sc timescale.Scale) {
	ks := &st.kinds[k]
	inner, outer := s.inner(k), s.edge[k]
	s.stretches(st, k, func(i, j int, firm bool) {
		if j-i < 2 {
			return
		}
		f.path.Reset()
		f.ribbon(&f.path, above, s.px, inner, outer, i, j)
		if firm {
			dst.Fill(&f.path, ks.colors.Fill)
			f.drawBandEdge(dst, above, s, inner, outer, i, j)
			return
		}
		dst.Fill(&f.path, ks.colors.HatchGround)
		f.path.Reset()
		f.hatch(&f.path, above, s, inner, outer, i, j, sc)
		dst.Stroke(&f.path, scene.Pen{Width: f.in.Theme.HatchStroke, Color: ks.colors.Fill})
		f.path.Reset()
		f.edgeLine(&f.path, above, s.px, outer, i, j)
		dst.Stroke(&f.path, scene.Pen{Width: 1.25, Color: ks.colors.Fill})
		f.drawBandEdge(dst, above, s, inner, outer, i, j)
	})
}

// drawBandEdge outlines a stretch of a band in the themes that ask for it.
func (f *Figure) drawBandEdge(dst *scene.Scene, above bool, s *samples, inner, outer []float64, i, j int) {
	t := f.in.Theme
	if t.BandEdge == nil {
		return
	}
	f.path.Reset()
	f.edgeLine(&f.path, above, s.px, outer, i, j)
	dst.Stroke(&f.path, scene.Pen{Width: t.BandEdgeWidth, Color: *t.BandEdge})
}

// drawSeparators parts bands that touch by a line in the background's colour.
func (f *Figure) drawSeparators(dst *scene.Scene, st *stack, s *samples, above bool) {
	const least = 0.75 // thinner bands are left whole: a line of one pixel would hide them
	for k := 0; k+1 < len(st.kinds); k++ {
		outermost := s.edge[len(st.kinds)-1]
		edge, inner := s.edge[k], s.inner(k)
		touch := func(i int) bool { return edge[i]-inner[i] > least && outermost[i]-edge[i] > least }
		for i := 0; i < len(s.px); {
			if !touch(i) {
				i++
				continue
			}
			j := i
			for j < len(s.px) && touch(j) {
				j++
			}
			if j-i > 1 {
				f.path.Reset()
				f.edgeLine(&f.path, above, s.px, edge, i, j)
				dst.Stroke(&f.path, scene.Pen{Width: 1, Color: f.in.Theme.Separator})
			}
			i = j
		}
	}
}

// drawLow draws the sum of the low readings as a fine broken line inside the bands.
func (f *Figure) drawLow(dst *scene.Scene, st *stack, s *samples, above bool, sc timescale.Scale) {
	const least = 1.5 // nearer to the lane or to the edge the line says nothing
	outermost := s.edge[len(st.kinds)-1]
	show := func(i int) bool { return s.low[i] > least && outermost[i]-s.low[i] > least }
	way := chord{q: qLow}
	for i := 0; i < len(s.px); {
		if !show(i) {
			i++
			continue
		}
		j := i
		for j < len(s.px) && show(j) {
			j++
		}
		if j-i > 1 {
			f.path.Reset()
			f.dashEdge(&f.path, above, s, s.low, i, j, 3, 2.5, st, &way)
			dst.Stroke(&f.path, scene.Pen{Width: 0.9, Color: f.in.Theme.Low})
		}
		i = j
	}
}

// leastBracket is the least length in CSS pixels of the mark of an unknown stretch.
const leastBracket = 11.0

// drawGaps marks the years of which the amount is not known: an open bracket,
// broken, and a question mark. It never tapers to zero.
func (f *Figure) drawGaps(dst *scene.Scene, st *stack, sc timescale.Scale, above bool) {
	t, kinds := f.in.Theme, st.kinds
	for k := range kinds {
		for _, g := range kinds[k].gaps {
			a := sc.Px(st.start[g.from-st.first])
			b := sc.Px(st.start[g.to-st.first+1])
			if b < sc.P0 || a > sc.P1 || st.start[g.from-st.first] > f.until {
				continue
			}
			const h = 13.0
			a, b = a+1, b-1
			if short := leastBracket*f.unit() - (b - a); short > 0 {
				a, b = a-short/2, b+short/2
			}
			ca, cb := max(a, sc.P0), min(b, sc.P1)
			if cb-ca < 2 {
				continue
			}
			base, top := f.side(above, 1.5), f.side(above, h)
			f.path.Reset()
			if a >= sc.P0 {
				f.dash(&f.path, f.pt(a, base), f.pt(a, top), 2, 2)
			}
			f.dash(&f.path, f.pt(ca, top), f.pt(cb, top), 2, 2)
			if b <= sc.P1 {
				f.dash(&f.path, f.pt(b, top), f.pt(b, base), 2, 2)
			}
			dst.Stroke(&f.path, scene.Pen{Width: 1, Color: t.Gap})
			st := typeset.Style{Weight: typeset.SemiBold, Size: 12}
			// The sign stands in the middle of the stretch, where no leader passes,
			// or nowhere: it must not wander as the view moves.
			mid := (a + b) / 2
			sign := "?"
			if named := kinds[k].unknown; !f.portrait && cb-ca > f.in.Type.Width(named, st)+20*f.unit() {
				sign = named // close by, what is not known is named
			}
			if w := f.in.Type.Width(sign, st) + 2; cb-ca < w || mid-w/2 < ca || mid+w/2 > cb {
				continue
			}
			at := f.pt(mid, (base+top)/2)
			at.Y += st.Size * typeset.CapHeight / 2
			f.in.Type.Draw(dst, sign, st, at, typeset.Center, t.Gap)
		}
	}
}
