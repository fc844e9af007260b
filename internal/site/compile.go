package site

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// compile builds one of the browser's programs with the go command. Paths and
// versions of the machine are left out, so that two machines get the same bytes.
func compile(ctx context.Context, root, program string) ([]byte, error) {
	dir, err := os.MkdirTemp("", "rentang-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	file := filepath.Join(dir, "program.wasm")
	args := append([]string{"build", "-trimpath", "-buildvcs=false", "-ldflags=-s -w -buildid="}, inlining(program)...)
	if program == "wasmpreview" {
		args = append(args, "-tags=nostills")
	}
	cmd := exec.CommandContext(ctx, "go", append(args, "-o", file, "rentang/cmd/"+program)...)
	cmd.Dir = root
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "GOFLAGS=")
	if err := run(cmd); err != nil {
		return nil, fmt.Errorf("compiling %s: %w", program, err)
	}
	return os.ReadFile(file)
}

// inlining turns inlining off except where frames are made. Ebiten links a shader
// compiler with Go's parser, templates and big numbers, which run once or never:
// without their inlined copies the viewer is 170 kB smaller over the wire (brotli
// 2.21 to 2.04 MB, Go 1.26, Ebiten 2.9.10).
//
// The viewer for a 2D canvas leaves triangles and pixels to the browser, so that
// few places are hot. With the list of the other viewer it has 1.06 MB after brotli
// and takes about 7.0 ms of the main thread a frame, with nothing inlined 0.96 MB and
// 7.9 ms, with its own list 0.97 MB and 7.4 ms. Of that 0.39 MB is Go's runtime, and
// 0.14 MB what fmt brings, which freetype and encoding/csv need.
//
// The program that makes stills keeps all of it: it computes for a second or more,
// takes up to twice as long without, and would be 7 % smaller.
func inlining(program string) []string {
	if program == "wasmstill" {
		return nil
	}
	hot := []string{
		"rentang/...", "math", "math/bits", "slices", "sort", "strings", "unicode/utf8", "image/color", "sync/atomic",
		"runtime", "internal/runtime/...", "golang.org/x/image/...", "github.com/golang/freetype/...",
	}
	if program == "wasmpreview" { // reads a folder once
		hot = nil
	}
	if program == "wasm2d" {
		hot = []string{"rentang/viz/scene", "rentang/viz/render/canvas2d", "math", "math/bits"}
	}
	flags := []string{"-gcflags=all=-l"}
	for _, hot := range hot {
		flags = append(flags, "-gcflags="+hot+"=")
	}
	return flags
}

// wasmExec is Go's own loader. Its version must be the compiler's.
func wasmExec(ctx context.Context) ([]byte, error) {
	var out bytes.Buffer
	cmd := exec.CommandContext(ctx, "go", "env", "GOROOT")
	cmd.Stdout = &out
	if err := run(cmd); err != nil {
		return nil, err
	}
	return os.ReadFile(filepath.Join(strings.TrimSpace(out.String()), "lib", "wasm", "wasm_exec.js"))
}

// run runs a command; what it says on stderr becomes the error.
func run(cmd *exec.Cmd) error {
	var says bytes.Buffer
	cmd.Stderr = &says
	err := cmd.Run()
	if err == nil {
		return nil
	}
	if errors.Is(err, exec.ErrNotFound) {
		return errors.New("the go command is needed and was not found")
	}
	return fmt.Errorf("%s: %w\n%s", strings.Join(cmd.Args, " "), err, bytes.TrimSpace(says.Bytes()))
}
