//go:build browser

package browser

import (
	"context"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"rentang/internal/serve"
)

// serveFolder serves a folder for as long as the test runs.
func serveFolder(t *testing.T, folder fs.FS) string {
	t.Helper()
	server := httptest.NewServer(serve.New(folder))
	t.Cleanup(server.Close)
	return server.URL
}

// hindered serves the built folder, except that f answers requests for the program.
func hindered(t *testing.T, f http.HandlerFunc) string {
	t.Helper()
	all := serve.New(os.DirFS(lab.dist))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasSuffix(r.URL.Path, ".wasm") {
			f(w, r)
			return
		}
		all.ServeHTTP(w, r)
	}))
	t.Cleanup(server.Close)
	return server.URL
}

// Whatever becomes of the program, the document and the still stay, events open,
// and a quiet word says so.
func TestWithoutTheProgram(t *testing.T) {
	s := theStudio(t)
	english, err := s.Language("en")
	if err != nil {
		t.Fatal(err)
	}
	half := func(w http.ResponseWriter, r *http.Request) {
		data, err := os.ReadFile(filepath.Join(lab.dist, filepath.FromSlash(r.URL.Path)))
		if err != nil {
			t.Error(err)
			return
		}
		w.Header().Set("Content-Type", "application/wasm")
		w.Header().Set("Content-Length", strconv.Itoa(len(data)))
		w.Write(data[:len(data)/2])
		panic(http.ErrAbortHandler)
	}
	for _, c := range []struct {
		name, before string
		answer       http.HandlerFunc
		word         string
		retry        bool
	}{
		{"no WebAssembly", `delete globalThis.WebAssembly`, nil, "program_unsupported", false},
		{"the program is missing", "", http.NotFound, "program_failed", true},
		{"refused", "", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusForbidden) }, "program_failed", true},
		{"cut off half-way", "", half, "program_failed", true},
		{"something else in its place", "", func(w http.ResponseWriter, _ *http.Request) { w.Write([]byte("<!doctype html>")) }, "program_failed", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			base := lab.address
			if c.answer != nil {
				base = hindered(t, c.answer)
			}
			p := load(t, desk, base+"/en/", c.before)
			p.wait("the page says so", `!document.querySelector('#word').hidden`)
			if said, want := p.text("#word"), english.Word(c.word); !strings.HasPrefix(said, want) {
				t.Errorf("the page says %q, want %q", said, want)
			}
			if got := eval[bool](p, `Boolean(document.querySelector('#word button'))`); got != c.retry {
				t.Errorf("offers to try again: %v, want %v", got, c.retry)
			}
			if eval[bool](p, `document.querySelector('#first').hidden`) {
				t.Error("the still is gone")
			}
			if got := eval[string](p, `rentang.stats().renderer`); got != "static" {
				t.Errorf("stats say %q", got)
			}
			id := s.Story.Events[3].ID
			p.run(`rentang.select(` + quoted(id) + `)`)
			p.wait("the card opens all the same", `!document.querySelector('#card').hidden`)
			if card, want := p.text("#card"), s.Story.Events[3].Title.In("en"); !strings.Contains(squeeze(card), squeeze(want)) {
				t.Errorf("the card does not say %q", want)
			}
		})
	}
}

// A program that comes at the second try draws.
func TestRetry(t *testing.T) {
	asked := 0
	all := serve.New(os.DirFS(lab.dist))
	p := load(t, desk, hindered(t, func(w http.ResponseWriter, r *http.Request) {
		if asked++; asked <= 2 { // the page tries twice by itself
			http.NotFound(w, r)
			return
		}
		all.ServeHTTP(w, r)
	})+"/en/")
	p.wait("the page says so", `!document.querySelector('#word').hidden`)
	p.run(`document.querySelector('#word button').click()`)
	p.wait("the program draws", `document.documentElement.classList.contains('running')`)
	if !eval[bool](p, `document.querySelector('#word').hidden`) {
		t.Error("the word still stands")
	}
}

// Without script everything is readable, links work, and nothing pretends to be a
// control.
func TestWithoutScript(t *testing.T) {
	s := theStory(t)
	p := load(t, desk, "embed.js")
	call(p, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	p.do(chromedp.Navigate(lab.address + "/en/#event-hard-currency-1991"))
	p.wait("the article is in view", `(({top, bottom}) => top >= -1 && top < innerHeight)(document.querySelector('#event-hard-currency-1991').getBoundingClientRect())`)
	if n := eval[int](p, `[...document.querySelectorAll('article.event')].filter((e) => e.innerText.length > 40).length`); n != len(s.Events) {
		t.Errorf("%d events to read, want %d", n, len(s.Events))
	}
	if seen := eval[[]string](p, `[...document.querySelectorAll('#figure button, #figure select, #overlay')].filter((e) => e.offsetParent).map((e) => e.outerHTML.slice(0, 80))`); len(seen) > 0 {
		t.Errorf("controls without script: %q", seen)
	}
	if !eval[bool](p, `document.querySelector('#first img').naturalWidth > 0`) {
		t.Error("the still is missing")
	}
	if got, want := p.text("noscript"), "JavaScript"; !strings.Contains(got, want) {
		t.Errorf("the page says %q", got)
	}
}

// A browser that has no graphics at all but a 2D canvas draws the same.
func TestWithoutWebGL(t *testing.T) {
	o := append(options(), chromedp.Flag("use-angle", false), chromedp.Flag("enable-unsafe-swiftshader", false), chromedp.Flag("ignore-gpu-blocklist", false),
		chromedp.Flag("disable-gpu", true), chromedp.Flag("disable-software-rasterizer", true), chromedp.Flag("disable-3d-apis", true))
	allocator, stop := chromedp.NewExecAllocator(context.Background(), o...)
	defer stop()
	browser, end := chromedp.NewContext(allocator)
	defer end()
	defer chromedp.Cancel(browser)
	if err := chromedp.Do(browser); err != nil {
		t.Fatal(err)
	}
	p := loadIn(t, browser, desk, lab.address+"/en/")
	if eval[bool](p, `Boolean(document.createElement('canvas').getContext('webgl2'))`) {
		t.Fatal("this browser has WebGL: the flags have changed")
	}
	p.wait("the program draws", `document.documentElement.classList.contains('running')`)
	p.idle()
	if got := eval[string](p, `rentang.stats().renderer`); got != "canvas2d" {
		t.Errorf("drawn with %s", got)
	}
	p.run(`rentang.read(1953)`)
	p.wait("a year is read", `!document.querySelector('#readout').hidden`)
	if c := p.complaints(); len(c) > 0 {
		t.Errorf("complaints: %q", c)
	}
}
