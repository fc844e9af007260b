package main

import (
	"bytes"
	"errors"
	"io/fs"
	"syscall/js"
	"time"

	"rentang/viz"
	"rentang/viz/lang"
	"rentang/viz/render/screen"
	"rentang/viz/scene"
	"rentang/viz/state"
	"rentang/viz/story"
	"rentang/viz/theme"
	"rentang/viz/timescale"
	"rentang/viz/typeset"
)

// start takes the page's configuration and lets the loop begin. The answer is
// {ok: true}, or {ok: false, problems: [...]} for a story that cannot be drawn.
func (b *bridge) start(config js.Value) any {
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
		Mode: modeOf(text(config.Get("mode"))), View: spanOf(config), Select: text(config.Get("select")),
		Opening: config.Get("opening").Truthy(), Reduced: config.Get("reduced").Truthy(), Still: config.Get("still").Truthy(),
	})
	b.game = newGame(b.app, screen.New(b.faces))
	b.game.tell, b.game.rested = b.tell, b.rested
	b.started <- b.game
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
// page's address; nil for the whole story or what is neither.
func spanOf(config js.Value) *timescale.Span {
	if v := config.Get("view"); v.Type() == js.TypeObject && v.Length() == 2 {
		if s := (timescale.Span{Start: number(v.Index(0)), End: number(v.Index(1))}); s.Len() > 0 {
			return &s
		}
	}
	// The camera fits a span into the story: far beyond stands for its ends.
	beyond := timescale.Span{Start: -1e6, End: 1e6}
	if s, err := state.ParseTime(text(config.Get("time")), beyond); err == nil {
		return &s
	}
	return nil
}

// addFonts adds the page's fonts, a list of {weight, name, data}, in order of
// fallback. A font that was added before is passed over.
func (b *bridge) addFonts(list js.Value) error {
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

// folder is a story's files by name.
type folder map[string][]byte

// folderOf takes an object of Uint8Arrays.
func folderOf(v js.Value) folder {
	out := folder{}
	if v.Type() != js.TypeObject {
		return out
	}
	names := js.Global().Get("Object").Call("keys", v)
	for i := range names.Length() {
		name := names.Index(i).String()
		out[name] = bytesOf(v.Get(name))
	}
	return out
}

// Open implements fs.FS.
func (f folder) Open(name string) (fs.File, error) {
	data, ok := f[name]
	if !ok {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return &opened{bytes.NewReader(data), name}, nil
}

// opened is an open file of a folder, and its own description.
type opened struct {
	*bytes.Reader
	name string
}

func (o *opened) Stat() (fs.FileInfo, error) { return o, nil }
func (o *opened) Close() error               { return nil }
func (o *opened) Name() string               { return o.name }
func (o *opened) Mode() fs.FileMode          { return 0o444 }
func (o *opened) ModTime() time.Time         { return time.Time{} }
func (o *opened) IsDir() bool                { return false }
func (o *opened) Sys() any                   { return nil }
