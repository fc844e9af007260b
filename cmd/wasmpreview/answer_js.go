package main

import (
	"encoding/json"
	"syscall/js"

	"rentang/assets"
	"rentang/internal/memfs"
	"rentang/internal/preview"
	"rentang/internal/site"
	"rentang/internal/studio"
	"rentang/viz/story"
)

// answer makes the preview, or says why there is none.
func answer(kit, list js.Value) any {
	var parts site.PreviewParts
	if err := json.Unmarshal([]byte(kit.Get("parts").String()), &parts); err != nil {
		return refused(err)
	}
	fonts := map[string][]byte{}
	names := js.Global().Get("Object").Call("keys", kit.Get("fonts"))
	for i := range names.Length() {
		name := names.Index(i).String()
		fonts[name] = bytesOf(kit.Get("fonts").Get(name))
	}
	files := make([]preview.File, list.Length())
	for i := range files {
		f := list.Index(i)
		files[i] = preview.File{Name: f.Get("name").String(), Data: bytesOf(f.Get("data"))}
	}
	r, err := preview.Make(files, studio.Kit{Fonts: memfs.Of(fonts), Lang: assets.Lang(), Land: bytesOf(kit.Get("land"))}, parts)
	if err != nil {
		return refused(err)
	}
	return answerOf(r)
}

func refused(err error) any { return map[string]any{"refused": err.Error()} }

func answerOf(r *preview.Result) any {
	problems := make([]any, len(r.Problems))
	for i, p := range r.Problems {
		severity := "error"
		if p.Severity == story.Warning {
			severity = "warning"
		}
		problems[i] = map[string]any{"severity": severity, "file": p.File, "line": p.Line, "field": p.Field, "text": p.String()}
	}
	notes := make([]any, len(r.Notes))
	for i, n := range r.Notes {
		notes[i] = n
	}
	title := map[string]any{}
	for code, text := range r.Title {
		title[code] = text
	}
	out := map[string]any{"problems": problems, "notes": notes, "title": title, "main": r.Main, "files": nil}
	if r.Files != nil {
		files := js.Global().Get("Object").New()
		for name, data := range r.Files {
			v := js.Global().Get("Uint8Array").New(len(data))
			js.CopyBytesToJS(v, data)
			files.Set(name, v)
		}
		out["files"] = files
	}
	return out
}

// bytesOf copies a Uint8Array; nil for anything else.
func bytesOf(v js.Value) []byte {
	if !v.InstanceOf(js.Global().Get("Uint8Array")) {
		return nil
	}
	out := make([]byte, v.Length())
	js.CopyBytesToGo(out, v)
	return out
}
