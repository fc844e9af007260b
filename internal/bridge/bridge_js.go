// Package bridge is the way between the page's script and the picture: functions
// that the page calls, and emit for what it should know. Both browser programs
// have it in common; they differ in how a scene gets onto the screen, and bring a
// Loop for that.
//
// It is built for js alone.
package bridge

import (
	"syscall/js"

	"rentang/viz"
	"rentang/viz/civil"
	"rentang/viz/interact"
	"rentang/viz/lang"
	"rentang/viz/scene"
	"rentang/viz/theme"
	"rentang/viz/timescale"
	"rentang/viz/typeset"
)

// Loop shows the picture: it calls App.Update when it is due, draws what that
// gives, calls Bridge.Tell after each step, and Bridge.Rested each time
// everything has come to rest.
type Loop interface {
	// Wake lets a resting loop go on with the next animation frame, so that a row
	// of events costs one frame.
	Wake()
	// WakeNow lets a resting loop go on before the page is shown again: after a
	// change of size anything else would show an empty canvas.
	WakeNow()
	// Stats is what the loop has measured.
	Stats() Stats
}

// Stats is what a loop measures.
type Stats struct {
	Frames            int     // drawn since the start
	LayoutMS, PaintMS float64 // of the last frame, in milliseconds
}

// Program is what a browser program brings.
type Program struct {
	Renderer string // its name in stats()
	// Begin makes the loop, once, when the page has started the picture with a good
	// configuration. It must not call into the bridge.
	Begin func(app *viz.App, faces *typeset.Set, config js.Value) Loop
}

// Bridge holds the picture. Before start its functions do nothing.
type Bridge struct {
	program Program
	app     *viz.App
	loop    Loop
	faces   *typeset.Set
	fonts   map[fontKey]bool // those in faces
	events  int
	heard   js.Value // the page's emit(type, data)
	ready   bool     // told so
	cursor  string   // told last
	idle    []js.Value
	promise js.Value
}

// New makes the bridge of a program.
func New(p Program) *Bridge {
	return &Bridge{program: p, promise: js.Global().Get("Promise")}
}

// Offer hands the page the object of functions that it calls, as
// globalThis.rentangCore and as the argument of globalThis.rentangBoot, if there
// is one.
func (b *Bridge) Offer() {
	core := b.core()
	js.Global().Set("rentangCore", core)
	if boot := js.Global().Get("rentangBoot"); boot.Type() == js.TypeFunction {
		boot.Invoke(core)
	}
}

// core is the object of functions that the page calls.
func (b *Bridge) core() js.Value {
	core := js.Global().Get("Object").New()
	set := func(name string, f func(a args) any) {
		core.Set(name, js.FuncOf(func(_ js.Value, in []js.Value) any { return f(in) }))
	}
	// verb is a function that acts on a running picture, which then wakes up.
	verb := func(name string, f func(a args) any) {
		set(name, func(a args) any {
			if b.app == nil {
				return nil
			}
			out := f(a)
			b.loop.Wake()
			return out
		})
	}
	set("start", func(a args) any { return b.start(a.at(0)) })
	set("idle", func(args) any { return b.whenIdle() })
	set("stats", func(args) any { return b.stats() })
	set("zones", func(args) any { return b.zones() })
	set("view", func(args) any { return b.view() })
	set("playing", func(args) any { return b.app != nil && b.app.Playing() })
	b.settings(verb)
	b.input(verb)
	b.motion(verb)
	return core
}

// settings are the verbs that change how the picture is set.
func (b *Bridge) settings(verb func(string, func(args) any)) {
	verb("resize", func(a args) any {
		b.app.Resize(scene.Point{X: a.num(0), Y: a.num(1)})
		b.loop.WakeNow()
		return nil
	})
	verb("language", func(a args) any {
		l, err := lang.Load(a.str(0)+".json", bytesOf(a.at(1)))
		if err == nil {
			err = b.addFonts(a.at(2))
		}
		if err != nil {
			b.Emit("error", map[string]any{"message": err.Error()})
			return nil
		}
		b.app.SetLang(l, b.faces)
		return nil
	})
	verb("theme", func(a args) any {
		if t, ok := theme.Get(a.str(0)); ok {
			b.app.SetTheme(t)
		}
		return nil
	})
	verb("mode", func(a args) any { b.app.SetMode(modeOf(a.str(0))); return nil })
	verb("reduced", func(a args) any { b.app.SetReduced(a.truth(0)); return nil })
	verb("visible", func(a args) any { b.app.SetVisible(a.truth(0)); return nil })
}

// input are the verbs that carry what a reader's hands do; each reports whether
// it was used.
func (b *Bridge) input(verb func(string, func(args) any)) {
	verb("pointer", func(a args) any {
		phase, ok := phaseOf(a.str(0))
		if !ok {
			return false
		}
		return b.app.Pointer(interact.Pointer{
			Phase: phase, ID: int(a.num(1)), At: scene.Point{X: a.num(2), Y: a.num(3)}, Buttons: int(a.num(4)),
			Mods: interact.Mods(a.num(5)), Device: deviceOf(a.str(6)), Time: a.num(7),
		})
	})
	verb("wheel", func(a args) any {
		return b.app.Wheel(interact.Wheel{
			At: scene.Point{X: a.num(0), Y: a.num(1)}, DX: a.num(2), DY: a.num(3), Mods: interact.Mods(a.num(4)), Time: a.num(5),
		})
	})
	verb("dblclick", func(a args) any {
		return b.app.DoubleClick(scene.Point{X: a.num(0), Y: a.num(1)}, interact.Mods(a.num(2)))
	})
	verb("key", func(a args) any { return b.app.Key(a.str(0), interact.Mods(a.num(1))) })
}

// motion are the verbs that move the view, open events and run Play.
func (b *Bridge) motion(verb func(string, func(args) any)) {
	verb("zoom", func(a args) any { b.app.Zoom(a.num(0)); return nil })
	verb("pan", func(a args) any { b.app.PanBy(a.num(0)); return nil })
	verb("fit", func(args) any { b.app.Fit(); return nil })
	verb("setView", func(a args) any {
		start, err1 := civil.Parse(a.str(0))
		end, err2 := civil.Parse(a.str(1))
		if err1 != nil || err2 != nil {
			return false
		}
		return b.app.SetView(timescale.Span{Start: start.Start(), End: until(end)}, a.truth(2))
	})
	verb("select", func(a args) any { return b.app.Select(a.str(0), a.at(1).Truthy() && a.at(1).Get("reveal").Truthy()) })
	verb("step", func(a args) any {
		if id := b.app.Step(int(a.num(0))); id != "" {
			return id
		}
		return nil
	})
	verb("play", func(a args) any {
		var o viz.PlayOptions
		if in := a.at(0); in.Truthy() {
			o.Speed = number(in.Get("speed"))
			o.Set = interact.ParseSet(text(in.Get("set")))
			o.From = text(in.Get("from"))
		}
		b.app.Play(o)
		return nil
	})
	verb("pause", func(args) any { b.app.Pause(); return nil })
	verb("read", func(a args) any { return b.app.ReadYear(int(a.num(0))) })
	verb("readStep", func(a args) any { return b.app.ReadStep(int(a.num(0))) })
	verb("speed", func(a args) any { b.app.SetSpeed(a.num(0)); return nil })
}
