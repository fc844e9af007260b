// Command wasm2d is the browser's program where no usable GPU stands behind
// WebGL: the same picture as of command wasm, drawn on a 2D canvas by the page's
// script. It links no Ebiten, and is half as large.
package main

import (
	"syscall/js"

	"rentang/internal/bridge"
	"rentang/viz"
	"rentang/viz/typeset"
)

func main() {
	var b *bridge.Bridge
	b = bridge.New(bridge.Program{Renderer: "canvas2d", Begin: func(app *viz.App, faces *typeset.Set, config js.Value) bridge.Loop {
		return newLoop(app, newPainter(faces, config.Get("paint")), b.Tell, b.Rested)
	}})
	b.Offer()
	select {} // everything else happens in callbacks
}
