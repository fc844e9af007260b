// Command wasm is the browser's program. It offers its functions to the page as
// globalThis.rentangCore, waits until the page starts it with a story, and draws.
// It takes no input of its own: the page's layer above the canvas does.
package main

import (
	"syscall/js"

	"github.com/hajimehoshi/ebiten/v2"

	"rentang/internal/bridge"
	"rentang/viz"
	"rentang/viz/render/screen"
	"rentang/viz/typeset"
)

func main() {
	adoptCanvas()
	var b *bridge.Bridge
	started := make(chan *game, 1)
	b = bridge.New(bridge.Program{Renderer: "webgl", Begin: func(app *viz.App, faces *typeset.Set, _ js.Value) bridge.Loop {
		g := newGame(app, screen.New(faces))
		g.tell, g.rested = b.Tell, b.Rested
		started <- g
		return g
	}})
	b.Offer()
	g := <-started

	ebiten.SetScreenClearedEveryFrame(false) // a frame without Draw shows the one before
	ebiten.SetTPS(ebiten.SyncWithFPS)        // one Update for each frame, however late it comes
	err := ebiten.RunGameWithOptions(g, &ebiten.RunGameOptions{
		InitUnfocused:     true, // the focus stays where the reader has it
		ScreenTransparent: true, // the still shows through until the first frame
	})
	message := "the picture ended"
	if err != nil {
		message = err.Error()
	}
	b.Emit("error", map[string]any{"message": message})
}

// adoptCanvas moves the canvas, which Ebiten appends to the body before main runs,
// into the stage, and keeps it out of the way: a focused canvas would swallow keys,
// and its tabindex of 1 would make it the first stop of the page (Ebiten 2.9,
// internal/ui/ui_js.go).
func adoptCanvas() {
	document := js.Global().Get("document")
	all := document.Call("querySelectorAll", "body > canvas")
	if all.Length() == 0 {
		return
	}
	canvas := all.Index(all.Length() - 1)
	canvas.Set("tabIndex", -1)
	canvas.Call("setAttribute", "aria-hidden", "true")
	if stage := document.Call("getElementById", "stage"); stage.Truthy() {
		stage.Call("prepend", canvas)
	}
}
