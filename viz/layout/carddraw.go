package layout

import (
	"rentang/viz/scene"
	"rentang/viz/typeset"
)

// inset is where the card's text begins, from its left edge: behind the rule.
func (k *card) inset(u float64) float64 { return 20 * u }

// drawCard draws the card with a rule in the colour of its kind.
func (f *Figure) drawCard(dst *scene.Scene) {
	k := f.card
	if k == nil {
		return
	}
	t, u := f.in.Theme, f.unit()
	f.path.Reset()
	f.path.RoundRect(k.area, 4*u)
	dst.Fill(&f.path, t.Card)
	dst.Stroke(&f.path, scene.Pen{Width: 1, Color: t.CardBorder})
	f.path.Reset()
	f.path.Rect(scene.R(k.area.Min.X, k.area.Min.Y, 4*u, k.area.H()))
	dst.Fill(&f.path, k.mark.color)
	if k.locator != nil {
		f.drawMap(dst)
	}
	f.drawPhoto(dst)
	x, y := k.area.Min.X+k.inset(u), k.area.Min.Y+cardPadY*u
	for i, p := range k.parts() {
		if i == partBody {
			y = k.area.Min.Y + cardPadY*u + k.body(u)
		}
		if len(p.b.lines) == 0 {
			continue
		}
		c := t.Ink
		at := x
		switch i {
		case partDate:
			c = t.Muted
			f.drawCardKind(dst, x, y)
		case partPlace:
			c = t.Muted
			if k.locator != nil {
				f.drawHere(dst, scene.Point{X: x + 6*u, Y: y + p.b.font.Line/2})
				at += k.indent(u)
			}
		case partSources:
			c = t.Muted
		}
		f.drawBlock(dst, p.b, at, y, typeset.Left, c)
		y += p.b.h + p.gap*u
	}
}

// drawCardKind draws the event's mark and the name of its kind behind the date, where the
// line has room.
func (f *Figure) drawCardKind(dst *scene.Scene, x, y float64) {
	k, u := f.card, f.unit()
	b := k.date
	at := x + b.w + 18*u
	end := k.area.Max.X
	if k.locator != nil && k.locator.beside {
		end = k.locator.view.Rect().Min.X
	}
	if k.photo != nil && k.photo.beside {
		end = k.photo.area.Min.X
	}
	if len(b.lines) != 1 || at+11*u+f.in.Type.Width(k.kind, b.style)+10*u >= end {
		return
	}
	f.drawShape(dst, k.mark.ev.Kind, true, scene.Point{X: at, Y: y + b.h/2}, 12*u, k.mark.color)
	f.in.Type.Draw(dst, k.kind, style(b.font, typeset.Regular), scene.Point{X: at + 11*u, Y: baseline(y, b.font)}, typeset.Left, f.in.Theme.Muted)
}
