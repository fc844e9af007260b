package main

import (
	"bytes"
	"errors"
	"syscall/js"

	"rentang/internal/studio"
	"rentang/viz/scene"
)

// maker makes files of one story.
type maker struct {
	studio *studio.Studio // nil before the first order
	story  *folder        // that it is of
	turn   chan struct{}  // holds one: orders that come together are made one after another
}

// promise makes an order and promises its bytes.
func (m *maker) promise(kit, order js.Value) js.Value {
	var begin js.Func
	begin = js.FuncOf(func(_ js.Value, in []js.Value) any {
		begin.Release()
		keep, deny := in[0], in[1]
		// In a goroutine of its own, which may wait for a photo.
		go func() {
			m.turn <- struct{}{}
			defer func() { <-m.turn }()
			data, err := m.make(kit, order)
			if err != nil {
				deny.Invoke(js.Global().Get("Error").New(err.Error()))
				return
			}
			out := js.Global().Get("Uint8Array").New(len(data))
			js.CopyBytesToJS(out, data)
			keep.Invoke(out)
		}()
		return nil
	})
	return js.Global().Get("Promise").New(begin)
}

func (m *maker) make(kit, order js.Value) ([]byte, error) {
	if kit.Type() != js.TypeObject || order.Type() != js.TypeObject {
		return nil, errors.New("no kit or no order")
	}
	if m.studio == nil {
		with := studio.Kit{Fonts: folderOf(kit.Get("fonts")), Lang: folderOf(kit.Get("lang")), Land: bytesOf(kit.Get("land"))}
		m.story = folderOf(kit.Get("story"))
		m.story.read = kit.Get("read")
		s, problems := with.Open(m.story)
		if s == nil {
			return nil, problems
		}
		m.studio = s
	}
	m.story.failed = nil
	var out bytes.Buffer
	if err := m.studio.Write(&out, orderOf(order)); err != nil {
		return nil, err
	}
	return out.Bytes(), m.story.failed
}

// orderOf reads an order.
func orderOf(v js.Value) studio.Order {
	text := func(name string) string {
		if p := v.Get(name); p.Type() == js.TypeString {
			return p.String()
		}
		return ""
	}
	number := func(name string) float64 {
		if p := v.Get(name); p.Type() == js.TypeNumber {
			return p.Float()
		}
		return 0
	}
	return studio.Order{
		Format: text("format"), Scale: number("scale"), Lang: text("lang"), Theme: text("theme"), Preset: text("preset"),
		Size: scene.Point{X: number("width"), Y: number("height")}, Mode: text("mode"), Time: text("time"), Event: text("event"),
	}
}

// at is an argument; undefined where there are not so many.
func at(in []js.Value, i int) js.Value {
	if i >= len(in) {
		return js.Undefined()
	}
	return in[i]
}
