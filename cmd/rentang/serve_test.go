package main

import (
	"bufio"
	"context"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"rentang/internal/site"
)

// builtFolder is a folder that looks built.
func builtFolder(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "dist")
	err := os.CopyFS(dir, fstest.MapFS{
		"index.html":                  {Data: []byte("<p>a page</p>")},
		"app/viewer.0123456789.wasm":  {Data: []byte("\x00asm")},
		"app/wasm_exec.0123456789.js": {Data: []byte("// exec")},
	})
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

func TestServeUntilInterrupted(t *testing.T) {
	ctx, interrupt := context.WithCancel(t.Context())
	out, in := io.Pipe()
	code := make(chan int, 1)
	go func() {
		m := Main{Stdout: in, Stderr: io.Discard}
		code <- m.Run(ctx, []string{"serve", "-dist", builtFolder(t), "-addr", "127.0.0.1:0"})
		in.Close()
	}()
	line, err := bufio.NewReader(out).ReadString('\n')
	address := strings.TrimSpace(line)
	if err != nil || !strings.HasPrefix(address, "http://127.0.0.1:") {
		t.Fatalf("first line %q, %v", line, err)
	}
	for name, want := range map[string]string{"": "text/html; charset=utf-8", "app/viewer.0123456789.wasm": "application/wasm"} {
		res, err := http.Get(address + name)
		if err != nil {
			t.Fatal(err)
		}
		res.Body.Close()
		if got := res.Header.Get("Content-Type"); res.StatusCode != 200 || got != want {
			t.Errorf("/%s: status %d, type %q, want %q", name, res.StatusCode, got, want)
		}
	}
	interrupt()
	select {
	case c := <-code:
		if c != good {
			t.Errorf("exit %d after an interrupt", c)
		}
	case <-time.After(10 * time.Second):
		t.Fatal("does not stop when interrupted")
	}
	if _, err := http.Get(address); err == nil {
		t.Error("still serves after it stopped")
	}
}

// Whoever opens the server to others is told.
func TestServeWarnsWhenOthersCanReachIt(t *testing.T) {
	for address, warned := range map[string]bool{"127.0.0.1:0": false, "localhost:0": false, "0.0.0.0:0": true} {
		ctx, stop := context.WithCancel(t.Context())
		stop() // it ends as soon as it serves
		var errs strings.Builder
		m := Main{Stdout: io.Discard, Stderr: &errs}
		if code := m.Run(ctx, []string{"serve", "-dist", builtFolder(t), "-addr", address}); code != good {
			t.Errorf("%s: exit %d\n%s", address, code, errs.String())
		}
		if got := strings.Contains(errs.String(), "can read what is served"); got != warned {
			t.Errorf("%s: warned %v, want %v:\n%s", address, got, warned, errs.String())
		}
	}
}

func TestFingerprint(t *testing.T) {
	at := time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)
	dir := fstest.MapFS{"events.json": {Data: []byte("[]"), ModTime: at}}
	before := fingerprint(dir)
	if fingerprint(dir) != before {
		t.Error("changes by itself")
	}
	dir[".events.json.swp"] = &fstest.MapFile{Data: []byte("x"), ModTime: at}
	if fingerprint(dir) != before {
		t.Error("an editor's own file counts")
	}
	dir["events.json"] = &fstest.MapFile{Data: []byte("[]"), ModTime: at.Add(time.Second)}
	saved := fingerprint(dir)
	if saved == before {
		t.Error("a saved file does not count")
	}
	dir["photos/a.jpg"] = &fstest.MapFile{Data: []byte("x"), ModTime: at}
	if fingerprint(dir) == saved {
		t.Error("a new file in a folder does not count")
	}
}

func TestBudget(t *testing.T) {
	viewer := site.File{Path: "app/viewer.0123456789.wasm", Size: 11e6, Packed: 2_100_000}
	viewer2D := site.File{Path: "app/viewer2d.0123456789.wasm", Size: 5e6, Packed: 970_000}
	other := site.File{Path: "still/og.png", Size: 9e6, Packed: 9e6}
	for _, c := range []struct {
		budget, budget2D float64
		ok               bool
	}{{0, 0, true}, {2.2, 1, true}, {2.0, 1, false}, {2.2, 0.9, false}, {2.2, 0, true}} {
		v := buildVerb{Budget: c.budget, Budget2D: c.budget2D}
		if err := v.checkBudget(site.Report{Files: []site.File{other, viewer, viewer2D}}); (err == nil) != c.ok {
			t.Errorf("budgets %v and %v: %v", c.budget, c.budget2D, err)
		}
	}
}
