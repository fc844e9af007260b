package bridge

import (
	"errors"
	"syscall/js"

	"rentang/viz"
	"rentang/viz/lang"
	"rentang/viz/scene"
	"rentang/viz/state"
	"rentang/viz/story"
	"rentang/viz/theme"
	"rentang/viz/timescale"
	"rentang/viz/typeset"
)

// start takes the page's configuration and lets the loop begin. The answer is
// {ok: true}, or {ok: false, problems: [...]} for a story that cannot be drawn.
func (b *Bridge) start(config js.Value) any {
	if b.app != nil {
		return refusal(story.Problem{File: "viewer", What: "started twice"})
	}
	if config.Type() != js.TypeObject {
		return refusal(story.Problem{File: "viewer", What: "no configuration"})
	}
	s, problems := story.Decode(folderOf(config.Get("story")))
	if problems.Errors() {
		return refusal(problems...)
	}
	words := config.Get("lang")
	if words.Type() != js.TypeObject {
		return refusal(story.Problem{File: "viewer", What: "no language"})
	}
	name := text(words.Get("code")) + ".json"
	l, err := lang.Load(name, bytesOf(words.Get("data")))
	if err != nil {
		return refusal(story.Problem{File: name, What: err.Error()})
	}
	b.faces, b.fonts = &typeset.Set{}, map[fontKey]bool{}
	if err := b.addFonts(config.Get("fonts")); err != nil {
		return refusal(story.Problem{File: "fonts", What: err.Error()})
	}
	t, ok := theme.Get(text(config.Get("theme")))
	if !ok {
		t, _ = theme.Get("light")
	}
	b.heard = config.Get("emit")
	b.events = len(s.Events)
	b.app = viz.NewApp(viz.Config{
		Story: s, Lang: l, Theme: t, Type: b.faces,
		Size: scene.Point{X: number(config.Get("width")), Y: number(config.Get("height"))},
		Mode: modeOf(text(config.Get("mode"))), View: spanOf(config, timescale.Span{Start: s.Start.Start(), End: s.End.End()}), Select: text(config.Get("select")),
		Opening: config.Get("opening").Truthy(), Reduced: config.Get("reduced").Truthy(), Still: config.Get("still").Truthy(),
	})
	b.loop = b.program.Begin(b.app, b.faces, config)
	b.loop.Wake()
	return map[string]any{"ok": true}
}

// refusal is start's answer to a story with errors.
func refusal(problems ...story.Problem) any {
	list := []any{}
	for _, p := range problems {
		severity := "error"
		if p.Severity == story.Warning {
			severity = "warning"
		}
		list = append(list, map[string]any{"severity": severity, "file": p.File, "line": p.Line, "field": p.Field,
			"what": p.What, "expected": p.Expected, "text": p.String()})
	}
	return map[string]any{"ok": false, "problems": list}
}

// spanOf is the stretch of time to begin with: view in days, or time as in the
// page's address, whose earliest and latest are the ends of the whole; nil for the
// whole story or what is neither.
func spanOf(config js.Value, whole timescale.Span) *timescale.Span {
	if v := config.Get("view"); v.Type() == js.TypeObject && v.Length() == 2 {
		if s := (timescale.Span{Start: number(v.Index(0)), End: number(v.Index(1))}); s.Len() > 0 {
			return &s
		}
	}
	if s, err := state.ParseTime(text(config.Get("time")), whole); err == nil {
		return &s
	}
	return nil
}

// addFonts adds the page's fonts, a list of {weight, name, data}, in order of
// fallback. A font that was added before is passed over.
func (b *Bridge) addFonts(list js.Value) error {
	if list.Type() != js.TypeObject {
		return nil
	}
	for i := range list.Length() {
		f := list.Index(i)
		w, name := typeset.Regular, text(f.Get("name"))
		if text(f.Get("weight")) == "semibold" {
			w = typeset.SemiBold
		}
		if b.fonts[fontKey{w, name}] {
			continue
		}
		if _, err := b.faces.Add(w, name, bytesOf(f.Get("data"))); err != nil {
			return errors.New(name + ": " + err.Error())
		}
		b.fonts[fontKey{w, name}] = true
	}
	return nil
}

// fontKey is by what a font is known again.
type fontKey struct {
	weight typeset.Weight
	name   string
}
