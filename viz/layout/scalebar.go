package layout

import (
	"math"

	"rentang/viz/lang"
	"rentang/viz/scene"
	"rentang/viz/typeset"
)

// scaleBar says how thick an amount is. It stands for a y axis: thickness is what counts.
type scaleBar struct {
	length float64 // CSS pixels, across time
	text   block
	at     scene.Point // landscape: upper end of the bar; portrait: left end
}

// barMost is the greatest length of the bar in landscape, in CSS pixels.
const barMost = 48.0

// barRoom is the width kept free at the right of the header for the scale bar.
func (f *Figure) barRoom() float64 {
	if len(f.stacks) == 0 {
		return 0
	}
	return 150 * f.unit()
}

// placeScaleBar chooses a round amount whose bar is easy to compare with and puts
// it where it is always in view.
func (f *Figure) placeScaleBar() {
	b := &f.header.bar
	*b = scaleBar{} // rooms are arranged more than once
	if f.perUnit <= 0 {
		return
	}
	u := f.unit()
	most := barMost * u
	least := 14 * u
	if f.portrait {
		most = 40 * u
	}
	amount := f.roundAmount(least, most)
	b.length = f.thickness(amount)
	words := f.in.Lang.Fill(lang.LegendEquals, "amount", f.amount(amount))
	font := f.ramp.Key
	if f.portrait {
		b.text = f.newBlock([]string{words}, font, typeset.Regular)
		f.placeBarPortrait()
		return
	}
	lines := f.in.Type.Balance(words, f.in.Lang.Code, style(font, typeset.Regular), f.barRoom()-22*u)
	b.text = f.newBlock(lines, font, typeset.Regular)
	c := f.frame.content
	h := max(b.length, b.text.h)
	b.at = scene.Point{X: c.Max.X - b.text.w - 14*u, Y: f.header.y0 + 6*u + (h-b.length)/2}
}

// placeBarPortrait puts the horizontal bar at the end of the key's last row; where
// that is full it asks for a row of its own.
func (f *Figure) placeBarPortrait() {
	b, u := &f.header.bar, f.unit()
	c := f.frame.content
	b.at = scene.Point{X: c.Min.X + 4*u, Y: f.header.y1 + 4*u}
	if n := len(f.header.items); n > 0 {
		last := f.header.items[n-1]
		x := last.at.X + last.w + f.itemGap()
		if x+b.length+6*u+b.text.w <= c.Max.X {
			b.at = scene.Point{X: x, Y: last.at.Y + f.ramp.Legend.Line/2}
			return
		}
	}
	b.at.Y = f.header.y1 + f.ramp.Legend.Line/2
	f.header.barRow = true
}

// thickness is how many CSS pixels an amount, in the story's unit, takes.
func (f *Figure) thickness(amount float64) float64 {
	if f.in.Mode == Sqrt {
		amount = math.Sqrt(amount)
	}
	return amount * f.perUnit
}

// roundAmount is the largest amount of the form 1, 2 or 5 times a power of ten
// whose bar is at most most CSS pixels long, preferring 1 when its bar is at least
// least long.
func (f *Figure) roundAmount(least, most float64) float64 {
	limit := most / f.perUnit
	if f.in.Mode == Sqrt {
		limit *= limit
	}
	p := math.Pow(10, math.Floor(math.Log10(limit)))
	if f.thickness(p) >= least {
		return p
	}
	for _, m := range []float64{5, 2, 1} {
		if m*p <= limit {
			return m * p
		}
	}
	return p
}

// amount writes an amount in the story's unit as the story words it.
func (f *Figure) amount(v float64) string {
	s, l := f.in.Story, f.in.Lang
	if p := s.Amount.In(l.Code); p != "" {
		return l.AmountOf(p, v*s.Scale)
	}
	return l.Amount(v) + "\u00a0" + s.Unit.In(l.Code)
}

// drawScaleBar draws the bar with its two ends and its words.
func (f *Figure) drawScaleBar(dst *scene.Scene) {
	b, t, u := &f.header.bar, f.in.Theme, f.unit()
	if b.length <= 0 {
		return
	}
	f.path.Reset()
	if f.portrait {
		x0, y := snap(b.at.X), snap(b.at.Y)
		x1 := x0 + b.length
		f.path.MoveTo(x0, y)
		f.path.LineTo(x1, y)
		for _, x := range [2]float64{x0, x1} {
			f.path.MoveTo(x, y-4*u)
			f.path.LineTo(x, y+4*u)
		}
		dst.Stroke(&f.path, scene.Pen{Width: 1.5 * u, Color: t.Ink})
		f.drawBlock(dst, b.text, x1+6*u, y-b.text.font.Line/2, typeset.Left, t.Ink)
		return
	}
	x, y0 := snap(b.at.X), snap(b.at.Y)
	y1 := y0 + b.length
	f.path.MoveTo(x, y0)
	f.path.LineTo(x, y1)
	for _, y := range [2]float64{y0, y1} {
		f.path.MoveTo(x-4*u, y)
		f.path.LineTo(x+4*u, y)
	}
	dst.Stroke(&f.path, scene.Pen{Width: 1.5 * u, Color: t.Ink})
	f.drawBlock(dst, b.text, x+10*u, (y0+y1)/2-b.text.h/2, typeset.Left, t.Ink)
}
