package mesh

import "image"

// The atlas is square: it starts at atlasMin pixels a side and doubles up to atlasMax.
const (
	atlasMin = 512
	atlasMax = 2048
	// white is the middle of the white patch, from which plain colour is read.
	white = 2
	// gap keeps masks apart, should a driver sample a hair beside the pixel.
	gap = 1
)

// entry is the place of a mask in the atlas. Left and top lead from the whole
// pixel of its origin to its upper left corner. A blank mask has no width.
type entry struct {
	x, y, w, h int16
	left, top  int16
}

// atlas holds the masks of glyphs and small shapes in one texture, packed on
// shelves. When it can grow no more it starts again with the next frame; what
// does not fit until then is drawn without it.
type atlas struct {
	size   int
	pix    []byte // coverage, one byte a pixel
	dirty  image.Rectangle
	full   bool
	x, y   int // where the next mask goes
	shelf  int // height of the shelf at work
	glyphs map[glyphKey]entry
	shapes map[shapeKey]entry
}

// Atlas is the texture of a mesh: how much of each pixel is white. As a colour
// texture, every channel has that value.
type Atlas struct {
	Size  int             // pixels a side
	Pix   []byte          // Size*Size bytes, valid until the next Build
	Dirty image.Rectangle // what has changed since the last call of Atlas
}

// Atlas returns the texture that the last Build refers to, and takes note that
// the caller has it. A texture of another size than before is blank outside Dirty.
func (b *Builder) Atlas() Atlas {
	a := &b.atlas
	out := Atlas{Size: a.size, Pix: a.pix, Dirty: a.dirty}
	a.dirty = image.Rectangle{}
	return out
}

// reset empties the atlas down to its white patch.
func (a *atlas) reset(size int) {
	if a.size != size {
		a.size, a.pix = size, make([]byte, size*size)
	} else {
		clear(a.pix)
	}
	a.full = false
	a.x, a.y, a.shelf = 2*white+gap, 0, 2*white
	a.glyphs, a.shapes = map[glyphKey]entry{}, map[shapeKey]entry{}
	for y := range 2 * white {
		for x := range 2 * white {
			a.pix[y*size+x] = 255
		}
	}
	a.dirty = image.Rect(0, 0, 2*white, 2*white) // of what else was there nothing is read
}

// frame begins a frame: an atlas that has overflown starts again.
func (a *atlas) frame() {
	if a.full {
		a.reset(a.size)
	}
}

// put stores a mask; ok is false when there is no room in this frame.
func (a *atlas) put(pix []byte, w, h, left, top int) (e entry, ok bool) {
	if w == 0 || h == 0 {
		return entry{}, true
	}
	for !a.place(w, h) {
		if !a.grow() {
			a.full = true
			return entry{}, false
		}
	}
	for y := range h {
		copy(a.pix[(a.y+y)*a.size+a.x:], pix[y*w:y*w+w])
	}
	a.dirty = a.dirty.Union(image.Rect(a.x, a.y, a.x+w, a.y+h))
	e = entry{int16(a.x), int16(a.y), int16(w), int16(h), int16(left), int16(top)}
	a.x += w + gap
	a.shelf = max(a.shelf, h)
	return e, true
}

// place moves to where a mask of that size fits; false when none is left.
func (a *atlas) place(w, h int) bool {
	if a.x+w > a.size {
		a.x, a.y, a.shelf = 0, a.y+a.shelf+gap, 0
	}
	return a.x+w <= a.size && a.y+h <= a.size
}

// grow doubles the atlas and leaves every mask where it is.
func (a *atlas) grow() bool {
	if a.size >= atlasMax {
		return false
	}
	size := 2 * a.size
	pix := make([]byte, size*size)
	for y := range a.size {
		copy(pix[y*size:], a.pix[y*a.size:(y+1)*a.size])
	}
	a.dirty = image.Rect(0, 0, a.size, a.size)
	a.size, a.pix = size, pix
	return true
}
