package layout

import (
	"math"

	"rentang/viz/theme"
	"rentang/viz/typeset"
)

// mapMode is where in a card the map stands.
type mapMode uint8

const (
	mapBelow  mapMode = iota // under the place
	mapBeside                // right of the head
	mapNone
	photoBeside // no map, and a photo in a column of its own
	photoAside  // the same in a narrow one
	mapModes
)

// A card beside the figure is set in every form that may do, and the cheapest of
// those that hold the whole text is taken. The prices were found by looking: giving up
// the map is worth a quarter of the picture's width, smaller type a fourteenth.
const (
	cardShare   = 0.36 // of the picture's width, the most that a card takes at first
	cardMost    = 0.64 // and at last
	cardStep    = 28.0 // CSS pixels from one width to the next
	costWidth   = 10.0 // of the whole width of the picture
	costSmall   = 0.7
	costBeside  = 0.3
	costLow     = 0.4 // of a map that is as low as it may be
	costPhoto   = 4.0 // of a photo that has no height at all
	costMapless = 1.0 // costWithout where there is a photo
	costColumn  = 1.2 // of a photo beside the text
	costNarrow  = 1.8 // of one in a narrow column
	costWithout = 2.5
)

// modes is what each mode costs; less than zero where it cannot be.
func (f *Figure) modes() [mapModes]float64 {
	costs := [mapModes]float64{mapBelow: 0, mapBeside: costBeside, mapNone: costWithout, photoBeside: -1, photoAside: -1}
	if !f.mappable() {
		costs[mapBelow], costs[mapBeside] = -1, -1
	}
	if f.photographed() {
		costs[mapNone], costs[photoBeside], costs[photoAside] = costMapless, costColumn, costNarrow
	}
	return costs
}

// measureBeside sets the card in a height and returns the width it takes. A caption
// that no form holds is cut.
func (f *Figure) measureBeside(height float64) float64 {
	u, whole := f.unit(), f.frame.content.W()
	first := min(cardWide*u, whole*cardShare)
	best, cheapest := func() {}, -1.0
	width := whole * cardMost
	for w := first; w <= whole*cardMost; w += cardStep * u {
		inner := w - 2*cardPadX*u
		for mode, price := range f.modes() {
			mode := mapMode(mode)
			if price < 0 || mode == mapBeside && inner < mapBesideFrom*u || mode >= photoBeside && inner < photoBesideFrom*u {
				continue
			}
			for size := range cardSizes {
				cost := costWidth*(w-first)/whole + price
				cost += costSmall * float64(size)
				if cheapest >= 0 && cost >= cheapest {
					continue
				}
				f.measureAs(inner, size, mode, height)
				room := height - f.card.height(u)
				if room < 0 {
					continue
				}
				f.card.growPhoto(room, u)
				room = height - f.card.height(u)
				cost += f.photoCost(first-2*cardPadX*u, height)
				if mode == mapBelow {
					cost += costLow * max(0, 1-room/((mapMost-mapLeast)*inner))
				}
				if cheapest < 0 || cost < cheapest {
					cheapest, width = cost, w
					best = func() { f.measureAs(inner, size, mode, height) }
				}
			}
		}
	}
	if cheapest < 0 {
		f.measureAs(width-2*cardPadX*u, cardSizes-1, mapNone, height)
		f.cutCaption(width-2*cardPadX*u, height)
		return width
	}
	best()
	f.card.growPhoto(height-f.card.height(u), u)
	if m := f.card.locator; m != nil && !m.beside {
		m.h = min(mapMost*m.w, m.h+height-f.card.height(u))
	}
	return width
}

// measureAs sets the card's texts to a width, with room for the map and the photo;
// a map below the head and a photo are as low as they may be. height is the card's,
// 0 where it is not limited.
func (f *Figure) measureAs(width float64, size int, mode mapMode, height float64) {
	u := f.unit()
	f.sizePhoto(width, height)
	font := f.cardType(size)
	switch mode {
	case mapBelow:
		f.card.locator = &cardMap{w: width, h: mapLeast * width}
		f.measureCard(width, width, font)
	case mapBeside:
		m := &cardMap{w: snap(width * mapShare), beside: true}
		f.card.locator = m
		f.measureCard(width-m.w-mapAside*u, width, font)
		m.h = max(mapMost*m.w, f.card.head(u))
	case photoBeside, photoAside:
		f.card.locator = nil
		width = f.sizePhotoBeside(width, height, mode == photoAside)
		f.measureCard(width, width, font)
		f.card.trimPhoto(u)
	default:
		f.card.locator = nil
		f.measureCard(width, width, font)
	}
}

// cardSizes is how many sizes of type a caption may be set in.
const cardSizes = 3

// cardType is the type of a card's caption, from the ramp's down.
func (f *Figure) cardType(size int) theme.Font {
	k := [cardSizes]theme.Font{{Size: 1, Line: 1}, {Size: 0.94, Line: 0.88}, {Size: 0.87, Line: 0.8}}[size]
	font := f.ramp.CardText
	return theme.Font{Size: max(leastType, font.Size*k.Size), Line: font.Line * k.Line}
}

// leastType is the smallest type of the picture, in CSS pixels.
const leastType = 12.0

// cutCaption shortens the caption to the lines that a height holds: at least one.
func (f *Figure) cutCaption(width, height float64) {
	b := &f.card.text
	over := f.card.height(f.unit()) - height
	if over <= 0 || len(b.lines) < 2 {
		return
	}
	n := max(1, len(b.lines)-int(math.Ceil(over/b.font.Line)))
	code := f.in.Lang.Code
	lines, _ := f.in.Type.Break(f.card.mark.ev.Caption.In(code), code, style(b.font, typeset.Regular), width, n)
	*b = f.newBlock(lines, b.font, typeset.Regular)
}
