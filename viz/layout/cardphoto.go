package layout

import (
	"math"

	"rentang/viz/scene"
	"rentang/viz/theme"
	"rentang/viz/typeset"
)

// cardPhoto is the photo of a card, in its own proportions. Its credit stands right
// under it: in a column of their own beside the text, or above the caption, where
// the credit is one of the card's parts.
type cardPhoto struct {
	beside      bool
	aspect      float64    // width over height
	h           float64    // height, in CSS pixels
	least, most float64    // of the height
	column      float64    // width of the column
	credit      block      // in the column
	area        scene.Rect // in the picture
}

// Sizes of a photo in a card.
const (
	photoShare    = 0.45  // of the card's height, the most
	photoLeast    = 0.22  // of the height that a card beside the figure may have
	photoPortrait = 0.24  // of the whole picture's height, the most below the figure
	photoGap      = 6.0   // between the photo and its credit, in CSS pixels
	photoColumn   = 0.46  // of the text's width, the most beside it
	photoSlim     = 0.32  // the same in a narrow column
	photoNarrow   = 130.0 // least width of the column, for the credit, in CSS pixels
	photoBetween  = 20.0  // between the text and the column, in CSS pixels
	photoSmallest = 60.0  // height that a photo beside the text has at least, where its column has it, in CSS pixels

	photoBesideFrom = 340.0 // least width of the card's text for a column, in CSS pixels
)

// photographed reports whether the card shows the event's photo.
func (f *Figure) photographed() bool {
	p := f.card.mark.ev.Photo
	return f.in.Photo.X > 0 && f.in.Photo.Y > 0 && p != nil && p.File != "" && !p.NoExport
}

// sizePhoto gives the photo the least height that does it justice in a card's text
// width: never more than its own pixels. height is the card's, 0 where it is not
// limited.
func (f *Figure) sizePhoto(width, height float64) {
	f.card.photo = nil
	if !f.photographed() {
		return
	}
	p := &cardPhoto{aspect: f.in.Photo.X / f.in.Photo.Y}
	p.most = min(width/p.aspect, f.in.Photo.Y)
	p.least = min(p.most, photoLeast*height)
	p.h = p.least
	f.card.photo = p
}

// sizePhotoBeside gives the photo a column of its own and returns the width that
// stays for the text.
func (f *Figure) sizePhotoBeside(width, height float64, narrow bool) float64 {
	u, share := f.unit(), photoColumn
	if narrow {
		share = photoSlim
	}
	p := &cardPhoto{beside: true, aspect: f.in.Photo.X / f.in.Photo.Y}
	p.h = math.Floor(min(share*width/p.aspect, photoShare*(height+2*cardPadY*u), f.in.Photo.Y))
	p.column = max(p.h*p.aspect, photoNarrow*u)
	f.card.photo = p
	return width - p.column - photoBetween*u
}

// trimPhoto keeps a photo beside little text from being most of a low card.
func (k *card) trimPhoto(u float64) {
	p := k.photo
	rest := k.body(u) + k.span(u, partBody, partSources) + 2*cardPadY*u
	p.h = max(math.Floor(min(p.h, photoShare*rest)), min(p.h, photoSmallest*u))
}

// photoCredit breaks the credit to the photo's column.
func (f *Figure) photoCredit(font theme.Font) {
	k := f.card
	lines, _ := f.in.Type.Break(f.creditLine(k.mark.ev), f.in.Lang.Code, style(font, typeset.Regular), k.photo.column, 0)
	k.photo.credit = f.newBlock(lines, font, typeset.Regular)
}

// growPhoto gives the photo what room there is: all of it, as long as it does not
// become most of the card.
func (k *card) growPhoto(room, u float64) {
	p := k.photo
	if p == nil || p.beside {
		return
	}
	rest := k.height(u) - p.h + 2*cardPadY*u
	p.h = math.Floor(max(p.least, min(p.most, p.h+room, rest*photoShare/(1-photoShare))))
}

// photoRoom is the height that the photo takes between the head and the body.
func (k *card) photoRoom(u float64) float64 {
	if k.photo == nil || k.photo.beside {
		return 0
	}
	return k.photo.h + photoGap*u
}

// photoHeight is the height of a photo's column, 0 without one.
func (k *card) photoHeight(u float64) float64 {
	if k.photo == nil || !k.photo.beside {
		return 0
	}
	return 2*u + k.photo.h + photoGap*u + k.photo.credit.h
}

// photoCost is what it costs that a photo is smaller than it could be in a card of
// the first width.
func (f *Figure) photoCost(first, height float64) float64 {
	p := f.card.photo
	if p == nil {
		return 0
	}
	whole := min(first/p.aspect, photoShare*height, f.in.Photo.Y)
	return costPhoto * (1 - min(1, p.h/whole))
}

// placePhoto gives the photo its place, when the card has one.
func (f *Figure) placePhoto() {
	k, u := f.card, f.unit()
	p := k.photo
	if p == nil {
		return
	}
	at := scene.Point{X: k.area.Min.X + k.inset(u), Y: math.Round(k.area.Min.Y + cardPadY*u + k.body(u) - k.photoRoom(u))}
	if p.beside {
		at = scene.Point{X: math.Round(k.area.Max.X - 16*u - p.column), Y: math.Round(k.area.Min.Y + (cardPadY+2)*u)}
	}
	p.area = scene.R(at.X, at.Y, p.h*p.aspect, p.h)
}

// drawPhoto draws the card's photo, and its credit where the two have a column.
func (f *Figure) drawPhoto(dst *scene.Scene) {
	p := f.card.photo
	if p == nil {
		return
	}
	dst.Picture(f.card.mark.ev.Photo.File, scene.R(0, 0, f.in.Photo.X, f.in.Photo.Y), p.area)
	if p.beside {
		f.drawBlock(dst, p.credit, p.area.Min.X, p.area.Max.Y+photoGap*f.unit(), typeset.Left, f.in.Theme.Ink)
	}
}
