package site

import (
	"io/fs"
)

// appFiles is where the parts of the page lie in the folder.
type appFiles struct {
	style, script string
	viewer, exec  string
	viewerSize    int      // bytes, before any compression
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
	return nil
}

// addProgram adds the viewer and what starts it.
func (b *builder) addProgram() error {
	wasm, exec := b.Wasm, b.Exec
	var err error
	if wasm == nil {
		if wasm, err = compile(b.ctx, b.Root); err != nil {
			return err
		}
	}
	if exec == nil {
		if exec, err = wasmExec(b.ctx); err != nil {
			return err
		}
	}
	b.app.viewerSize = len(wasm)
	b.app.viewer = b.addHashed("app/viewer.wasm", wasm)
	b.app.exec = b.addHashed("app/wasm_exec.js", exec)
	return nil
}
