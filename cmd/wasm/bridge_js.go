package main

import (
	"math"
	"runtime"
	"syscall/js"

	"rentang/viz"
	"rentang/viz/civil"
	"rentang/viz/interact"
	"rentang/viz/lang"
	"rentang/viz/layout"
	"rentang/viz/scene"
	"rentang/viz/theme"
	"rentang/viz/timescale"
	"rentang/viz/typeset"
)

// bridge is the way between the page's script and the picture: functions that the
// page calls, and emit for what it should know. Before start the functions do nothing.
type bridge struct {
	app     *viz.App
	game    *game
	faces   *typeset.Set
	fonts   map[fontKey]bool // those in faces
	events  int
	started chan *game
	heard   js.Value // the page's emit(type, data)
	ready   bool     // told so
	cursor  string   // told last
	idle    []js.Value
	promise js.Value
}

func newBridge() *bridge {
	return &bridge{started: make(chan *game, 1), promise: js.Global().Get("Promise")}
}

// core is the object of functions that the page calls.
func (b *bridge) core() js.Value {
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
			b.game.wake()
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
func (b *bridge) settings(verb func(string, func(args) any)) {
	verb("resize", func(a args) any {
		b.app.Resize(scene.Point{X: a.num(0), Y: a.num(1)})
		b.game.wakeNow()
		return nil
	})
	verb("language", func(a args) any {
		l, err := lang.Load(a.str(0)+".json", bytesOf(a.at(1)))
		if err == nil {
			err = b.addFonts(a.at(2))
		}
		if err != nil {
			b.emit("error", map[string]any{"message": err.Error()})
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
func (b *bridge) input(verb func(string, func(args) any)) {
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
func (b *bridge) motion(verb func(string, func(args) any)) {
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
	verb("speed", func(a args) any { b.app.SetSpeed(a.num(0)); return nil })
}

// until is the instant that an end in words means: the end of a year or a month,
// but the beginning of a day, so that what view says can be given to setView.
func until(d civil.Date) float64 {
	if d.Day > 0 {
		return d.Start()
	}
	return d.End()
}

// view is the visible stretch of time; null before start.
func (b *bridge) view() any {
	if b.app == nil {
		return nil
	}
	return viewOf(b.app.View())
}

func viewOf(s timescale.Span) map[string]any {
	day := func(t float64) string { return civil.FromDays(math.Round(t)).String() }
	return map[string]any{"start": day(s.Start), "end": day(s.End), "days": []any{s.Start, s.End}}
}

// zones is what can be pointed at in the present scene, topmost first.
func (b *bridge) zones() any {
	out := []any{}
	if b.app == nil {
		return out
	}
	for _, z := range b.app.Scene().Zones {
		if z.Role != scene.RoleEvent && z.Role != scene.RolePile {
			continue
		}
		role, members := "event", []any{}
		if z.Role == scene.RolePile {
			role = "pile"
		}
		for _, m := range z.Members {
			members = append(members, m)
		}
		out = append(out, map[string]any{
			"role": role, "id": z.ID, "members": members, "label": z.Label, "ax": z.At.X, "ay": z.At.Y,
			"x": z.Area.Min.X, "y": z.Area.Min.Y, "w": z.Area.W(), "h": z.Area.H(),
		})
	}
	return out
}

// stats is what can be measured from within. wasmBytes is the memory that the
// program has taken from the browser.
func (b *bridge) stats() any {
	out := map[string]any{"renderer": "webgl", "frames": 0, "layoutMs": 0.0, "paintMs": 0.0, "events": b.events}
	if g := b.game; g != nil {
		out["frames"], out["layoutMs"], out["paintMs"] = g.frames, g.layoutMS, g.paint
	}
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	out["wasmBytes"] = float64(m.Sys)
	return out
}

func modeOf(name string) layout.Mode {
	if name == "sqrt" {
		return layout.Sqrt
	}
	return layout.Linear
}

func phaseOf(name string) (p interact.Phase, ok bool) {
	switch name {
	case "down":
		return interact.Down, true
	case "move":
		return interact.Move, true
	case "up":
		return interact.Up, true
	case "cancel":
		return interact.Cancel, true
	case "leave":
		return interact.Leave, true
	}
	return 0, false
}

func deviceOf(kind string) interact.Device {
	switch kind {
	case "touch":
		return interact.Touch
	case "pen":
		return interact.Pen
	}
	return interact.Mouse
}
