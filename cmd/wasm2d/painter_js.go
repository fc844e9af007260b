package main

import (
	"math"
	"syscall/js"
	"unsafe"

	"rentang/viz/render/canvas2d"
	"rentang/viz/scene"
	"rentang/viz/typeset"
)

// painter hands each frame to the page's painter in one piece. That is an object
// of two functions: room(n) gives a Uint8Array of at least n bytes, and draw(n)
// draws what n numbers in it say.
type painter struct {
	encoder *canvas2d.Encoder
	page    js.Value
	room    js.Value
	bytes   int // that room holds
}

func newPainter(faces *typeset.Set, page js.Value) *painter {
	return &painter{encoder: canvas2d.New(faces), page: page}
}

// paint draws s at the screen's density, which follows the browser's zoom.
func (p *painter) paint(s *scene.Scene) {
	dpr := js.Global().Get("devicePixelRatio").Float()
	w, h := int(math.Round(s.Size.X*dpr)), int(math.Round(s.Size.Y*dpr))
	list := p.encoder.Encode(s, dpr, w, h)
	data := unsafe.Slice((*byte)(unsafe.Pointer(unsafe.SliceData(list))), 4*len(list)) // both sides are little-endian
	if len(data) > p.bytes {
		p.bytes = 2 * len(data)
		p.room = p.page.Call("room", p.bytes)
	}
	js.CopyBytesToJS(p.room, data)
	p.page.Call("draw", len(list))
}
