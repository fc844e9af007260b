package main

import (
	"syscall/js"

	"rentang/viz"
)

// emit tells the page something.
func (b *bridge) emit(kind string, data map[string]any) {
	if b.heard.Type() == js.TypeFunction {
		b.heard.Invoke(kind, data)
	}
}

// tell passes on what has happened since the last step. It runs within Update,
// before the frame is drawn; ready waits for the frame after.
func (b *bridge) tell() {
	if !b.ready && b.game.frames > 0 {
		b.ready = true
		b.emit("ready", map[string]any{})
	}
	for _, n := range b.app.Events() {
		switch n.Kind {
		case viz.ViewChanged:
			b.emit("view", viewOf(n.Span))
		case viz.SelectChanged:
			b.emit("select", map[string]any{"id": orNull(n.ID), "ax": n.At.X, "ay": n.At.Y})
		case viz.PlayChanged:
			b.emit("play", map[string]any{"playing": n.Playing, "id": orNull(n.ID), "index": n.Index, "count": n.Count})
		case viz.HoverChanged:
			b.emit("hover", map[string]any{"id": orNull(n.ID), "ax": n.At.X, "ay": n.At.Y, "label": n.Label})
		case viz.Cut:
			b.emit("cut", map[string]any{})
		}
	}
	if c := b.app.Cursor(); c != b.cursor {
		b.cursor = c
		b.emit("cursor", map[string]any{"cursor": c})
	}
}

// orNull is what the page gets for a name; there is none for "".
func orNull(id string) any {
	if id == "" {
		return nil
	}
	return id
}

// whenIdle is a promise that is kept when nothing is left to draw.
func (b *bridge) whenIdle() any {
	var f js.Func
	f = js.FuncOf(func(_ js.Value, in []js.Value) any {
		b.idle = append(b.idle, in[0])
		f.Release()
		return nil
	})
	p := b.promise.New(f)
	if b.game != nil {
		b.game.wake()
	}
	return p
}

// rested keeps the promises of whenIdle.
func (b *bridge) rested() {
	for _, resolve := range b.idle {
		resolve.Invoke()
	}
	b.idle = b.idle[:0]
}
