package layout

import (
	"rentang/viz/civil"
	"rentang/viz/scene"
	"rentang/viz/timescale"
	"rentang/viz/typeset"
)

// drawAxis draws the grid lines, the ticks and their labels. Where ticks are months
// or days the year stays readable: it takes the place of its first tick's label, and
// stands at the edge while its beginning is out of view.
func (f *Figure) drawAxis(dst *scene.Scene) {
	timescale.Ticks(&f.ticks, f.drawn, f.tickRoom)
	f.drawGrid(dst)
	f.drawHeads(dst)
	f.drawTickLabels(dst)
}

// tickRoom is how many CSS pixels along time a label of the grain needs.
func (f *Figure) tickRoom(g timescale.Grain) float64 {
	u := f.unit()
	if f.portrait {
		if g.Unit == timescale.Years && g.Step < 10 {
			return 26 * u
		}
		return 40 * u
	}
	if g.Unit == timescale.Years {
		return 92 * u // decades at the whole: years are read between their lines
	}
	sample := civil.Date{Year: 2000}
	switch g.Unit {
	case timescale.Months:
		sample.Month = 9
	case timescale.Days:
		sample.Month, sample.Day = 9, 28
	}
	w := f.in.Type.Width(f.in.Lang.Tick(g, sample), style(f.ramp.Axis, typeset.Regular))
	return max(w+18*u, 34*u)
}

// drawGrid draws a faint line through both fields at every labelled tick.
func (f *Figure) drawGrid(dst *scene.Scene) {
	fr := &f.frame
	c0, c1 := fr.plot.Min.Y, fr.plot.Max.Y
	if f.portrait { // the lines serve the bands; they would strike through the labels
		c0, c1 = fr.axis+3*f.unit(), f.lane0
	}
	f.path.Reset()
	grid := func(ticks []timescale.Tick) {
		for i := range ticks {
			if p := f.drawn.Px(ticks[i].At); p >= f.drawn.P0-0.5 && p <= f.drawn.P1+0.5 {
				f.move(&f.path, snap(p), c0)
				f.line(&f.path, snap(p), c1)
			}
		}
	}
	grid(f.ticks.Ticks)
	grid(f.ticks.Contexts)
	dst.Stroke(&f.path, scene.Pen{Width: 1, Color: f.in.Theme.Grid})
	if f.portrait {
		return
	}
	f.path.Reset()
	for i := range f.ticks.Minor {
		if p := f.drawn.Px(f.ticks.Minor[i].At); p >= f.drawn.P0 && p <= f.drawn.P1 {
			f.move(&f.path, snap(p), fr.axis-3)
			f.line(&f.path, snap(p), fr.axis+1)
		}
	}
	dst.Stroke(&f.path, scene.Pen{Width: 1, Color: f.in.Theme.Leader})
}

// drawTickLabels labels the contexts first, then the ticks that keep clear of them.
func (f *Figure) drawTickLabels(dst *scene.Scene) {
	t, u := f.in.Theme, f.unit()
	bold, plain := style(f.ramp.Axis, typeset.SemiBold), style(f.ramp.Axis, typeset.Regular)
	gap := 8 * u
	f.taken = f.taken[:0]
	ctx := f.ticks.Contexts
	for i := range ctx {
		p := f.drawn.Px(ctx[i].At)
		sticky := p < f.drawn.P0
		if sticky {
			if i+1 < len(ctx) {
				// The next context pushes the sticky one out of the picture.
				if q := f.drawn.Px(ctx[i+1].At); q < f.drawn.P0+f.tickExtent(f.contextText(ctx[i]), bold)+gap {
					continue
				}
			}
			p = f.drawn.P0
		}
		if p > f.drawn.P1 {
			continue
		}
		f.tickLabel(dst, f.contextText(ctx[i]), p, bold, t.Ink, sticky, gap)
	}
	for i := range f.ticks.Ticks {
		// A tick at the very end names an instant that is no longer in view.
		p := f.drawn.Px(f.ticks.Ticks[i].At)
		if p >= f.drawn.P0-0.5 && p < f.drawn.P1-0.5 && !f.dropped(f.ticks.Ticks[i].Date) {
			f.tickLabel(dst, f.in.Lang.Tick(f.ticks.Grain, f.ticks.Ticks[i].Date), p, plain, t.Muted, false, gap)
		}
	}
}

// dropped reports whether ticks of that day of the month have no room beside the
// names of the months: a day is labelled in every month or in none.
func (f *Figure) dropped(d civil.Date) bool {
	if f.portrait || f.ticks.Grain.Unit != timescale.Days || f.ticks.Grain.Step < 2 {
		return false
	}
	const widest = 31
	room := f.tickExtent(f.contextText(timescale.Tick{Date: civil.Date{Year: d.Year, Month: d.Month}}), style(f.ramp.Axis, typeset.SemiBold))/2 + f.tickRoom(f.ticks.Grain)/2
	at := float64(d.Day-1) * f.drawn.PerDay()
	after := float64(widest-d.Day) * f.drawn.PerDay()
	return at < room || after < room
}

// contextText is the label of a context.
func (f *Figure) contextText(k timescale.Tick) string {
	return f.in.Lang.Context(f.ticks.Context, k.Date)
}

// tickExtent is how much a label takes along time.
func (f *Figure) tickExtent(text string, st typeset.Style) float64 {
	if f.portrait {
		return st.Size
	}
	return f.in.Type.Width(text, st)
}

// taken is a stretch along time that a label of the axis has.
type taken struct{ a, b float64 }

// tickLabel sets one label of the axis unless it would meet another or be cut.
func (f *Figure) tickLabel(dst *scene.Scene, text string, p float64, st typeset.Style, c scene.Color, sticky bool, gap float64) {
	e := f.tickExtent(text, st)
	a := p - e/2
	if sticky {
		a = p
	}
	lo, hi := f.drawn.P0-16*f.unit(), f.drawn.P1+12*f.unit()
	if !f.portrait && p-f.drawn.P0 < e {
		a = max(a, f.drawn.P0) // the first label stands at the edge rather than over it
	}
	if f.portrait {
		lo, hi = f.drawn.P0-2, f.drawn.P1+2
		if a < lo && a > lo-e {
			a = lo
		}
	}
	if a < lo || a+e > hi {
		return
	}
	for _, k := range f.taken {
		if a < k.b+gap && k.a < a+e+gap {
			return
		}
	}
	f.taken = append(f.taken, taken{a, a + e})
	if f.portrait {
		x := f.frame.axis
		if w := f.in.Type.Width(text, st); w > x-f.frame.plot.Min.X {
			x = f.frame.plot.Min.X + w
		}
		f.in.Type.Draw(dst, text, st, scene.Point{X: x, Y: a + e/2 + st.Size*typeset.CapHeight/2}, typeset.Right, c)
		return
	}
	f.in.Type.Draw(dst, text, st, scene.Point{X: a, Y: baseline(f.frame.axis+2*f.unit(), f.ramp.Axis)}, typeset.Left, c)
}

// drawHeads names the two directions over their fields in portrait; in landscape
// the key does.
func (f *Figure) drawHeads(dst *scene.Scene) {
	if !f.portrait {
		return
	}
	t, fr, u := f.in.Theme, &f.frame, f.unit()
	above, below := f.headAbove(), f.headBelow()
	st := style(f.ramp.Key, typeset.SemiBold)
	y := baseline(fr.heads, f.ramp.Key)
	x := f.lane1
	if above != "" {
		w := f.in.Type.Width(above, st)
		at := max(f.lane0, fr.content.Min.X+w)
		f.in.Type.Draw(dst, above, st, scene.Point{X: at, Y: y}, typeset.Right, t.Muted)
		if at > f.lane0 { // pushed over the lane: the other begins after it
			x = max(x, at+8*u)
		}
	}
	if below != "" {
		f.in.Type.Draw(dst, below, st, scene.Point{X: x, Y: y}, typeset.Left, t.Muted)
	}
}
