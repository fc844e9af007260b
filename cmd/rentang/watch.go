package main

import (
	"context"
	"fmt"
	"hash/fnv"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"time"

	"rentang/internal/serve"
	"rentang/internal/site"
)

// watchEvery is how often the story folder is looked at. Looking costs a few
// stats; asking the system to tell is different on each.
const watchEvery = 300 * time.Millisecond

// watch builds again whenever the story folder changes. A story with errors is
// told about, and the former build stays up.
func (v *serveVerb) watch(ctx context.Context, m *Main, h *serve.Handler, place string) {
	program := builtProgram(place)
	tick := time.NewTicker(watchEvery)
	defer tick.Stop()
	for seen := fingerprint(os.DirFS(v.Story)); ; {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
		now := fingerprint(os.DirFS(v.Story))
		if now == seen {
			continue
		}
		seen = now
		program.Out = place
		if err := v.build(ctx, m, program); err != nil {
			if err = m.told(err); err != errTold {
				m.log(err.Error())
			}
			continue
		}
		h.Show(os.DirFS(place))
		m.log("built again")
	}
}

// builtProgram is the program of a build, to be used again: a story that changes
// does not change it, and compiling is the slow part. What is missing is compiled.
func builtProgram(place string) (o site.Options) {
	read := func(pattern string) []byte {
		found, err := filepath.Glob(filepath.Join(place, "app", pattern))
		if err != nil || len(found) != 1 {
			return nil
		}
		data, err := os.ReadFile(found[0])
		if err != nil {
			return nil
		}
		return data
	}
	o.Wasm, o.Wasm2D, o.Stills, o.Exec = read("viewer.*.wasm"), read("viewer2d.*.wasm"), read("stills.*.wasm"), read("wasm_exec.*.js")
	return o
}

// fingerprint changes when a file of the folder does: its name, size or time.
// Names that begin with a dot are an editor's own.
func fingerprint(dir fs.FS) uint64 {
	sum := fnv.New64a()
	// An error is part of the state: the folder may be gone, and come back.
	err := fs.WalkDir(dir, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			fmt.Fprintln(sum, name, err)
			return nil
		}
		if base := path.Base(name); base[0] == '.' && base != "." {
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if info, err := d.Info(); err == nil && !d.IsDir() {
			fmt.Fprintln(sum, name, info.Size(), info.ModTime().UnixNano())
		}
		return nil
	})
	fmt.Fprintln(sum, err)
	return sum.Sum64()
}
