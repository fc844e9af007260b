package layout

import (
	"strings"

	"rentang/viz/lang"
	"rentang/viz/scene"
	"rentang/viz/story"
	"rentang/viz/theme"
	"rentang/viz/typeset"
)

// card is an event's card as a part of the picture: what a reader sees when the
// event is open, set beside the figure (below it in portrait).
type card struct {
	area                                      scene.Rect
	mark                                      *mark
	kind                                      string
	date, title, place, text, credit, sources block
	photo                                     *cardPhoto // nil without a photo
	locator                                   *cardMap   // nil without a map
}

// Lengths of a card, in CSS pixels.
const (
	cardWide    = 330.0 // beside the figure, where the text has room
	cardPadX    = 18.0  // half of the room beside the text, beside the figure
	cardPadY    = 14.0  // above the text
	cardGap     = 16.0  // between the figure and the card
	placeIndent = 19.0  // of the place's name behind the sign of its mark on the map
)

// reserveCard measures the card of the event that Input.Card names and takes its
// room from the figure. fr.content still spans the whole picture.
func (f *Figure) reserveCard(y float64) {
	f.card = nil
	for i := range f.events {
		if f.in.Card != "" && f.events[i].ev.ID == f.in.Card {
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
		f.measureBelow(w - 32*u)
		h := f.card.height(u) + 30*u
		f.card.area = scene.Rect{Min: scene.Point{X: c.Min.X, Y: fr.foot - h - 4*u}, Max: scene.Point{X: c.Max.X, Y: fr.foot - 4*u}}
	} else {
		most := fr.foot - 6*u - y
		w := f.measureBeside(most - 32*u)
		h := min(f.card.height(u)+32*u, most)
		f.card.area = scene.Rect{Min: scene.Point{X: c.Max.X - w, Y: y}, Max: scene.Point{X: c.Max.X, Y: y + h}}
	}
	f.placeMap()
	f.placePhoto()
}

// measureBelow sets the card below the figure. The map stands beside the card's head,
// where it takes no height from the figure but what longer titles need.
func (f *Figure) measureBelow(width float64) {
	mode := mapNone
	if f.mappable() && width >= mapFrom*f.unit() {
		mode = mapBeside
	}
	f.measureAs(width, 0, mode, 0)
	if p := f.card.photo; p != nil {
		p.most = min(p.most, photoPortrait*f.in.Size.Y)
		f.card.growPhoto(p.most, f.unit())
	}
}

// measureCard breaks the card's head and the rest of its texts to their widths.
func (f *Figure) measureCard(head, width float64, caption theme.Font) {
	k, in := f.card, &f.in
	e, code := k.mark.ev, in.Lang.Code
	set := func(text string, weight typeset.Weight, font theme.Font, width float64) block {
		if text == "" {
			return block{font: font}
		}
		lines, _ := in.Type.Break(text, code, style(font, weight), width, 0)
		return f.newBlock(lines, font, weight)
	}
	k.kind = in.Lang.Kind(e.Kind)
	k.date = set(in.Lang.Span(e.When), typeset.SemiBold, f.ramp.Credit, head)
	k.title = set(e.Title.In(code), typeset.SemiBold, f.ramp.CardTitle, head)
	if e.Place != nil {
		k.place = set(e.Place.Name.In(code), typeset.Regular, f.ramp.Credit, head-k.indent(f.unit()))
	}
	k.text = set(e.Caption.In(code), typeset.Regular, caption, width)
	if k.photo != nil && k.photo.beside {
		k.credit = block{font: f.ramp.Credit}
		f.photoCredit(f.ramp.Credit)
	} else {
		k.credit = set(f.creditLine(e), typeset.Regular, f.ramp.Credit, width)
	}
	k.sources = set(f.sourceLine(e), typeset.Regular, f.ramp.Note, width)
}

// indent is how far the place's name is moved in for the sign before it.
func (k *card) indent(u float64) float64 {
	if k.locator == nil {
		return 0
	}
	return placeIndent * u
}

// creditLine is the photo credit of an event, and that the photo is not shown where
// the story has no file of it, or has one that is not to be passed on.
func (f *Figure) creditLine(e *story.Event) string {
	if e.Photo == nil {
		return ""
	}
	key := lang.PhotoAbsent
	if f.photographed() {
		key = lang.PhotoCredit
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

// part is one text of a card and the gap after it.
type part struct {
	b   block
	gap float64
}

// The parts of a card, from the top. The head is those up to the place; the body
// begins with the caption, or with the credit where it stands under its photo.
const (
	partDate = iota
	partTitle
	partPlace
	partBody
	partMiddle
	partSources
	cardParts
)

// parts are the blocks of the card from the top.
func (k *card) parts() [cardParts]part {
	if k.photo != nil && !k.photo.beside {
		return [cardParts]part{{k.date, 6}, {k.title, 6}, {k.place, 8}, {k.credit, 10}, {k.text, 10}, {k.sources, 0}}
	}
	return [cardParts]part{{k.date, 6}, {k.title, 6}, {k.place, 8}, {k.text, 10}, {k.credit, 6}, {k.sources, 0}}
}

// head is the height of what stands above the caption.
func (k *card) head(u float64) float64 { return k.span(u, partDate, partPlace) }

// span is the height of the parts from one to another.
func (k *card) span(u float64, from, to int) float64 {
	h := 0.0
	for i, p := range k.parts() {
		if i < from || i > to || len(p.b.lines) == 0 {
			continue
		}
		h += p.b.h
		if i < to {
			h += p.gap * u
		}
	}
	return h
}

// height of the card's texts, its map and its photo.
func (k *card) height(u float64) float64 {
	return max(k.body(u)+k.span(u, partBody, partSources), k.photoHeight(u))
}

// body is where the parts under the head, the map and the photo begin, below the
// top of the text.
func (k *card) body(u float64) float64 {
	h, m := k.head(u)+k.photoRoom(u), k.locator
	switch {
	case m != nil && m.beside:
		h = max(h, m.h+k.photoRoom(u))
	case m != nil:
		h += 6*u + m.h
	}
	if m != nil {
		return h + mapGap*u
	}
	return h + 8*u
}
