package site

import (
	"context"
	"io/fs"

	"rentang/assets"
	"rentang/internal/studio"
)

// appFiles is where the parts of the page lie in the folder.
type appFiles struct {
	style, script string
	live          string // listens for changes; "" in a folder to publish
	exec          string
	programs      map[string]configProgram // by renderer
	stills        configStills
	preview       string   // what shows a reader's own story
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
	return b.addPreviewConfig()
}

// Compile compiles the programs that the options lack, with the go command. A
// program does not change with the story: whoever builds a story again and again
// compiles once.
func (o *Options) Compile(ctx context.Context) error {
	for _, p := range []struct {
		source string
		wasm   *[]byte
	}{{"wasm", &o.Wasm}, {"wasm2d", &o.Wasm2D}, {"wasmstill", &o.Stills}, {"wasmpreview", &o.Preview}} {
		if *p.wasm != nil {
			continue
		}
		if o.Log != nil {
			o.Log("compiling cmd/" + p.source)
		}
		var err error
		if *p.wasm, err = compile(ctx, o.Root, p.source); err != nil {
			return err
		}
	}
	if o.Exec != nil {
		return nil
	}
	var err error
	o.Exec, err = wasmExec(ctx)
	return err
}

// addProgram adds the viewers and what starts them.
func (b *builder) addProgram() error {
	if err := b.Compile(b.ctx); err != nil {
		return err
	}
	b.app.programs = map[string]configProgram{}
	for _, p := range []struct {
		renderer, name string
		wasm           []byte
	}{{"webgl", "app/viewer.wasm", b.Wasm}, {"canvas2d", "app/viewer2d.wasm", b.Wasm2D}} {
		var err error
		if b.app.programs[p.renderer], err = b.program(p.name, p.wasm); err != nil {
			return err
		}
	}
	b.app.exec = b.addHashed("app/wasm_exec.js", b.Exec)
	if err := b.addStillProgram(); err != nil {
		return err
	}
	return b.addPreview()
}

// program adds a program.
func (b *builder) program(name string, wasm []byte) (configProgram, error) {
	file, err := b.addFetched(name, wasm)
	return configProgram{file, len(wasm)}, err
}

// addStillProgram adds the program that makes files of the picture, and what it
// draws with: every font of the page, since a still may show any text of the story.
func (b *builder) addStillProgram() error {
	worker, err := join(b.Web, "js", "worker.js")
	if err != nil {
		return err
	}
	s := &b.app.stills
	if s.Program, err = b.program("app/stills.wasm", b.Stills); err != nil {
		return err
	}
	s.Worker = b.addHashed("app/worker.js", worker)
	if s.Land, err = b.addFetched("app/land.bin", assets.Map()); err != nil {
		return err
	}
	for _, f := range b.faces {
		s.Fonts = append(s.Fonts, configFile{f.name + ".ttf", f.ttf})
	}
	for _, p := range studio.Presets() {
		s.Presets = append(s.Presets, configPreset{p.Name, hundredths(p.Size.X), hundredths(p.Size.Y)})
	}
	return nil
}
