package bridge

import (
	"math"
	"runtime"

	"rentang/viz/civil"
	"rentang/viz/interact"
	"rentang/viz/layout"
	"rentang/viz/scene"
	"rentang/viz/timescale"
)

// until is the instant that an end in words means: the end of a year or a month,
// but the beginning of a day, so that what view says can be given to setView.
func until(d civil.Date) float64 {
	if d.Day > 0 {
		return d.Start()
	}
	return d.End()
}

// view is the visible stretch of time; null before start.
func (b *Bridge) view() any {
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
func (b *Bridge) zones() any {
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
func (b *Bridge) stats() any {
	var s Stats
	if b.loop != nil {
		s = b.loop.Stats()
	}
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return map[string]any{"renderer": b.program.Renderer, "frames": s.Frames, "layoutMs": s.LayoutMS, "paintMs": s.PaintMS,
		"wasmBytes": float64(m.Sys), "events": b.events}
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
