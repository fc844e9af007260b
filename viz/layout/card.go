package layout

import (
	"strings"

	"rentang/viz/lang"
	"rentang/viz/scene"
	"rentang/viz/story"
	"rentang/viz/typeset"
)

// card is an event's card as a part of the picture: what a reader sees when the
// event is open, set beside the figure (below it in portrait).
type card struct {
	area                                      scene.Rect
	mark                                      *mark
	kind                                      string
	date, title, place, text, credit, sources block
}

// cardWide is the width of a card beside the figure, in CSS pixels.
const cardWide = 330.0

// reserveCard measures the card of the event that Input.Card names and takes its
// room from the figure. fr.content still spans the whole picture.
func (f *Figure) reserveCard(y float64) {
	if f.in.Card == "" {
		return
	}
	for i := range f.events {
		if f.events[i].ev.ID == f.in.Card {
			f.card = &card{mark: &f.events[i]}
		}
	}
	if f.card == nil {
		return
	}
	u, fr := f.unit(), &f.frame
	c := fr.content
	if f.portrait {
		w := c.W()
		f.measureCard(w - 32*u)
		h := f.card.height(u) + 30*u
		f.card.area = scene.Rect{Min: scene.Point{X: c.Min.X, Y: fr.foot - h - 4*u}, Max: scene.Point{X: c.Max.X, Y: fr.foot - 4*u}}
		return
	}
	w := min(cardWide*u, c.W()*0.36)
	f.measureCard(w - 36*u)
	h := min(f.card.height(u)+32*u, fr.foot-6*u-y)
	f.card.area = scene.Rect{Min: scene.Point{X: c.Max.X - w, Y: y}, Max: scene.Point{X: c.Max.X, Y: y + h}}
}

// measureCard breaks the card's texts to a width.
func (f *Figure) measureCard(width float64) {
	k, in := f.card, &f.in
	e, code := k.mark.ev, in.Lang.Code
	set := func(text string, weight typeset.Weight, r int) block {
		font := f.ramp.CardText
		switch r {
		case 1:
			font = f.ramp.CardTitle
		case 2:
			font = f.ramp.Credit
		case 3:
			font = f.ramp.Note
		}
		if text == "" {
			return block{font: font}
		}
		lines, _ := in.Type.Break(text, code, style(font, weight), width, 0)
		return f.newBlock(lines, font, weight)
	}
	k.kind = in.Lang.Kind(e.Kind)
	k.date = set(in.Lang.Span(e.When), typeset.SemiBold, 2)
	k.title = set(e.Title.In(code), typeset.SemiBold, 1)
	if e.Place != nil {
		k.place = set(e.Place.Name.In(code), typeset.Regular, 2)
	}
	k.text = set(e.Caption.In(code), typeset.Regular, 0)
	k.credit = set(f.creditLine(e), typeset.SemiBold, 2)
	k.sources = set(f.sourceLine(e), typeset.Regular, 3)
}

// creditLine is the photo credit of an event, and that the photo is not shown where
// the story has no file of it.
func (f *Figure) creditLine(e *story.Event) string {
	if e.Photo == nil {
		return ""
	}
	key := lang.PhotoCredit
	if e.Photo.File == "" {
		key = lang.PhotoAbsent
	}
	return f.in.Lang.Fill(key, "credit", e.Photo.Credit)
}

// sourceLine names the publishers of an event's sources, each once.
func (f *Figure) sourceLine(e *story.Event) string {
	var names []string
	seen := map[string]bool{}
	for _, c := range e.Sources {
		n := c.Publisher
		if n == "" {
			n = c.Title
		}
		if n != "" && !seen[n] {
			seen[n] = true
			names = append(names, n)
		}
	}
	if len(names) == 0 {
		return ""
	}
	return f.in.Lang.Word(lang.Sources) + ": " + strings.Join(names, ", ")
}

// parts are the blocks of the card from the top, with the gap after each.
func (k *card) parts() [6]struct {
	b   block
	gap float64
} {
	return [6]struct {
		b   block
		gap float64
	}{{k.date, 6}, {k.title, 6}, {k.place, 8}, {k.text, 10}, {k.credit, 6}, {k.sources, 0}}
}

// height of the card's texts.
func (k *card) height(u float64) float64 {
	h := 0.0
	for _, p := range k.parts() {
		if len(p.b.lines) > 0 {
			h += p.b.h + p.gap*u
		}
	}
	return h
}

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
	x, y := k.area.Min.X+20*u, k.area.Min.Y+14*u
	for i, p := range k.parts() {
		if len(p.b.lines) == 0 {
			continue
		}
		c := t.Ink
		if i == 0 || i == 2 || i == 5 {
			c = t.Muted
		}
		f.drawBlock(dst, p.b, x, y, typeset.Left, c)
		if i == 0 {
			st := p.b.style
			at := x + p.b.w + 18*u
			if len(p.b.lines) == 1 && at+f.in.Type.Width(k.kind, st)+10*u < k.area.Max.X {
				f.drawShape(dst, k.mark.ev.Kind, true, scene.Point{X: at, Y: y + p.b.h/2}, 12*u, k.mark.color)
				f.in.Type.Draw(dst, k.kind, style(p.b.font, typeset.Regular), scene.Point{X: at + 11*u, Y: baseline(y, p.b.font)}, typeset.Left, t.Muted)
			}
		}
		y += p.b.h + p.gap*u
	}
}
