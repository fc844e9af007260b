package site

import (
	"io/fs"

	"rentang/assets"
	"rentang/internal/studio"
)

// appFiles is where the parts of the page lie in the folder.
type appFiles struct {
	style, script string
	exec          string
	programs      map[string]configProgram // by renderer
	stills        configStills
	data          []string // the story's files that the program reads
}

// addApp adds the stylesheet and the script.
func (b *builder) addApp() error {
	style, err := b.style()
	if err != nil {
		return err
	}
	b.app.style = b.addHashed("app/style.css", style)
	script, err := join(b.Web, "js", "boot.js")
	if err != nil {
		return err
	}
	b.app.script = b.addHashed("app/page.js", script)
	embed, err := fs.ReadFile(b.Web, "embed.js")
	if err != nil {
		return err
	}
	b.add("embed.js", embed) // no hash: other people's pages name it
	types, err := fs.ReadFile(b.Web, "rentang.d.ts")
	if err != nil {
		return err
	}
	b.add("rentang.d.ts", types)
	return nil
}

// addProgram adds the viewers and what starts them.
func (b *builder) addProgram() error {
	b.app.programs = map[string]configProgram{}
	for _, p := range []struct {
		renderer, name, source string
		wasm                   []byte
	}{
		{"webgl", "app/viewer.wasm", "wasm", b.Wasm},
		{"canvas2d", "app/viewer2d.wasm", "wasm2d", b.Wasm2D},
	} {
		if p.wasm == nil {
			var err error
			if p.wasm, err = compile(b.ctx, b.Root, p.source); err != nil {
				return err
			}
		}
		b.app.programs[p.renderer] = configProgram{b.addHashed(p.name, p.wasm), len(p.wasm)}
	}
	exec := b.Exec
	if exec == nil {
		var err error
		if exec, err = wasmExec(b.ctx); err != nil {
			return err
		}
	}
	b.app.exec = b.addHashed("app/wasm_exec.js", exec)
	return b.addStillProgram()
}

// addStillProgram adds the program that makes files of the picture, and what it
// draws with: every font of the page, since a still may show any text of the story.
func (b *builder) addStillProgram() error {
	program := b.Stills
	if program == nil {
		var err error
		if program, err = compile(b.ctx, b.Root, "wasmstill"); err != nil {
			return err
		}
	}
	worker, err := join(b.Web, "js", "worker.js")
	if err != nil {
		return err
	}
	s := &b.app.stills
	s.Program = configProgram{b.addHashed("app/stills.wasm", program), len(program)}
	s.Worker = b.addHashed("app/worker.js", worker)
	s.Land = b.addHashed("app/land.bin", assets.Map())
	for _, f := range b.faces {
		s.Fonts = append(s.Fonts, configFile{f.name + ".ttf", f.ttf})
	}
	for _, p := range studio.Presets() {
		s.Presets = append(s.Presets, configPreset{p.Name, hundredths(p.Size.X), hundredths(p.Size.Y)})
	}
	return nil
}
