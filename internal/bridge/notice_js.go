package bridge

import (
	"syscall/js"

	"rentang/viz"
)

// Emit tells the page something.
func (b *Bridge) Emit(kind string, data map[string]any) {
	if b.heard.Type() == js.TypeFunction {
		b.heard.Invoke(kind, data)
	}
}

// Tell passes on what has happened since the last step. The page hears that the
// picture is ready once a frame has been drawn.
func (b *Bridge) Tell() {
	if !b.ready && b.loop.Stats().Frames > 0 {
		b.ready = true
		b.Emit("ready", map[string]any{})
	}
	for _, n := range b.app.Events() {
		switch n.Kind {
		case viz.ViewChanged:
			b.Emit("view", viewOf(n.Span))
		case viz.SelectChanged:
			b.Emit("select", map[string]any{"id": orNull(n.ID), "ax": n.At.X, "ay": n.At.Y})
		case viz.PlayChanged:
			b.Emit("play", map[string]any{"playing": n.Playing, "id": orNull(n.ID), "index": n.Index, "count": n.Count, "year": n.Year})
		case viz.HoverChanged:
			b.Emit("hover", map[string]any{"id": orNull(n.ID), "ax": n.At.X, "ay": n.At.Y, "label": n.Label})
		case viz.ReadChanged:
			b.Emit("read", readOf(n.Reading, n.Pinned))
		case viz.Cut:
			b.Emit("cut", map[string]any{})
		}
	}
	if c := b.app.Cursor(); c != b.cursor {
		b.cursor = c
		b.Emit("cursor", map[string]any{"cursor": c})
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
func (b *Bridge) whenIdle() any {
	var f js.Func
	f = js.FuncOf(func(_ js.Value, in []js.Value) any {
		b.idle = append(b.idle, in[0])
		f.Release()
		return nil
	})
	p := b.promise.New(f)
	if b.loop != nil {
		b.loop.Wake()
	}
	return p
}

// Rested keeps the promises of whenIdle.
func (b *Bridge) Rested() {
	for _, resolve := range b.idle {
		resolve.Invoke()
	}
	b.idle = b.idle[:0]
}
