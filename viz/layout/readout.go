package layout

import (
	"rentang/viz/scene"
	"rentang/viz/story"
)

// Reading is what the bands say of one year: the rows of every kind, never a value
// between two years.
type Reading struct {
	Year int
	Rows []ReadingRow
	Area scene.Rect  // of the year in the plot, CSS pixels
	At   scene.Point // where a readout points: the outer edge of the pointed side
}

// ReadingRow is one kind of a direction in that year. Flow is nil where the year
// has no row; Gap then says why, when the story does.
type ReadingRow struct {
	Direction, Kind string // as the reader sees them
	Side            story.Side
	Color           scene.Color
	Flow            *story.Flow
	Gap             *story.Gap
	Pointed         bool // the point lies in this kind's band
}

// Read is the reading of the year at p in a view; ok is false outside the plot, in
// the lane, and in a story without flows.
func (f *Figure) Read(v View, p scene.Point) (r Reading, ok bool) {
	along, across := p.X, p.Y
	if f.portrait {
		along, across = p.Y, p.X
	}
	if len(f.stacks) == 0 || !f.frame.plot.Has(p) || across > f.lane0 && across < f.lane1 {
		return r, false
	}
	sc := f.Scale(v.Span)
	return f.reading(v, sc.At(along), across, sc.At(along) >= f.whole.Start && sc.At(along) < f.whole.End)
}

// ReadYear is the reading of a year, for the keyboard: no kind is pointed.
func (f *Figure) ReadYear(v View, year int) (r Reading, ok bool) {
	if len(f.stacks) == 0 {
		return r, false
	}
	st := f.stacks[0]
	i := year - st.first
	if i < 0 || i+1 >= len(st.start) {
		return r, false
	}
	r, ok = f.reading(v, (st.start[i]+st.start[i+1])/2, f.lane0, true)
	for k := range r.Rows {
		r.Rows[k].Pointed = false
	}
	return r, ok
}

func (f *Figure) reading(v View, t, across float64, inside bool) (r Reading, ok bool) {
	if !inside {
		return r, false
	}
	sc := f.Scale(v.Span)
	y := f.stacks[0].cellAt(t) / 2
	r.Year = f.stacks[0].first + y
	a := max(sc.P0, sc.Px(f.stacks[0].start[y]))
	b := min(sc.P1, sc.Px(f.stacks[0].start[y+1]))
	r.Area = f.rect(a, b, f.frame.field0, f.frame.field1)
	above := across <= f.lane0
	reach := 0.0
	for _, st := range f.stacks {
		inner := 0.0
		c := st.cellAt(t)
		sp := st.cellSpan(c)
		u := min(1, max(0, (t-sp.Start)/sp.Len()))
		for k := range st.kinds {
			ks := &st.kinds[k]
			row := ReadingRow{Direction: st.label, Kind: ks.label, Side: st.side, Color: ks.colors.Fill, Flow: ks.rows[y]}
			if row.Flow == nil {
				row.Gap = f.gapOf(st, ks.id, r.Year)
			}
			outer := inner
			if cl := &ks.cells[c]; cl.present {
				outer += cl.q[qCentral].at(u) * f.perUnit
			}
			off := f.lane0 - across
			if st.side == story.Below {
				off = across - f.lane1
			}
			row.Pointed = off >= inner && off < outer
			inner = outer
			r.Rows = append(r.Rows, row)
		}
		if (st.side == story.Above) == above {
			reach = max(reach, inner)
		}
	}
	r.At = f.pt((a+b)/2, f.side(above, reach))
	return r, true
}

// gapOf is the gap of a year and kind in a direction; nil where the story has none.
func (f *Figure) gapOf(st *stack, kind string, year int) *story.Gap {
	for i := range f.in.Story.Gaps {
		g := &f.in.Story.Gaps[i]
		if g.Direction == st.id && g.Kind == kind && year >= g.From && year <= g.To {
			return g
		}
	}
	return nil
}

// drawYear marks the year that is being read by two fine lines at its turns.
func (f *Figure) drawYear(dst *scene.Scene, v View) {
	if v.Year == 0 || len(f.stacks) == 0 {
		return
	}
	st := f.stacks[0]
	i := v.Year - st.first
	if i < 0 || i+1 >= len(st.start) {
		return
	}
	f.path.Reset()
	for _, t := range [2]float64{st.start[i], st.start[i+1]} {
		if p := f.drawn.Px(t); p >= f.drawn.P0 && p <= f.drawn.P1 {
			f.move(&f.path, snap(p), f.frame.field0)
			f.line(&f.path, snap(p), f.lane0)
			f.move(&f.path, snap(p), f.lane1)
			f.line(&f.path, snap(p), f.frame.field1)
		}
	}
	dst.Stroke(&f.path, scene.Pen{Width: 1, Color: f.in.Theme.HoverRing})
}
