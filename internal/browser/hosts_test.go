//go:build browser

package browser

import (
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
	"testing"
)

// plain is a host that knows the types of pages and nothing else, and compresses nothing.
func plain(t *testing.T, dist, prefix string) string {
	t.Helper()
	dir := os.DirFS(dist)
	types := map[string]string{".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
	server := httptest.NewServer(http.StripPrefix(prefix, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name := strings.TrimPrefix(r.URL.Path, "/")
		if name == "" || strings.HasSuffix(name, "/") {
			name += "index.html"
		}
		data, err := fs.ReadFile(dir, name)
		if err != nil {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", "application/octet-stream")
		if known, ok := types[path.Ext(name)]; ok {
			w.Header().Set("Content-Type", known)
		}
		w.Write(data)
	})))
	t.Cleanup(server.Close)
	return server.URL + prefix + "/"
}

// The folder may lie at any path, of a host that knows little.
func TestFolderAnywhere(t *testing.T) {
	each(t, func(t *testing.T, on func(string) string) {
		p := open(t, desk, on(plain(t, lab.dist, "/2026/11/a b/graphics")+"ko/"))
		if c := p.complaints(); len(c) > 0 {
			t.Errorf("complaints: %q", c)
		}
		p.run(`await rentang.setLang('ru')`)
		if got := eval[string](p, `document.documentElement.lang`); got != "ru" {
			t.Errorf("the document is in %q", got)
		}
	})
}

// For hosts that compress nothing there is a build whose programs, fonts and words
// the page unpacks.
func TestHostThatDoesNotCompress(t *testing.T) {
	dist := filepath.Join(t.TempDir(), "dist")
	build := exec.Command("go", "run", "./cmd/rentang", "build", "-quick", "-in-page", "-o", dist)
	build.Dir = "../.."
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	each(t, func(t *testing.T, on func(string) string) {
		p := open(t, desk, on(plain(t, dist, "")+"ko/"))
		if c := p.complaints(); len(c) > 0 {
			t.Errorf("complaints: %q", c)
		}
		if kind := eval[string](p, `(async () => (await rentang.still({format: 'pdf', preset: 'a4', what: 'view'})).type)()`); kind != "application/pdf" {
			t.Errorf("a still is of type %q", kind)
		}
		type load struct {
			Name string
			Size float64
		}
		for _, l := range eval[[]load](p, `performance.getEntriesByType('resource').filter((r) => r.name.includes('/app/viewer')).map((r) => ({Name: r.name, Size: r.encodedBodySize}))`) {
			t.Logf("%s: %.0f bytes over the wire", path.Base(l.Name), l.Size)
			if !strings.HasSuffix(l.Name, ".wasm.gz") || l.Size > 4e6 {
				t.Errorf("%s has %.0f bytes over the wire", l.Name, l.Size)
			}
		}
	})
	t.Run("a server that unpacks by itself", func(t *testing.T) {
		server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if strings.HasSuffix(r.URL.Path, ".gz") { // as Apache does where it is told AddEncoding
				w.Header().Set("Content-Encoding", "gzip")
				w.Header().Set("Content-Type", "application/wasm")
			}
			http.FileServerFS(os.DirFS(dist)).ServeHTTP(w, r)
		}))
		t.Cleanup(server.Close)
		p := open(t, desk, server.URL+"/en/")
		if c := p.complaints(); len(c) > 0 {
			t.Errorf("complaints: %q", c)
		}
	})
}

// Opened as a file the folder is a document: everything told, nothing lost.
func TestFolderAsFile(t *testing.T) {
	s := theStory(t)
	p := load(t, desk, "file://"+filepath.Join(lab.dist, "en", "index.html"))
	p.wait("the page says that the program is not there, or shows it", `!document.querySelector('#word').hidden || document.documentElement.classList.contains('running')`)
	if n := eval[int](p, `document.querySelectorAll('article.event').length`); n != len(s.Events) {
		t.Errorf("%d events in the document, want %d", n, len(s.Events))
	}
	if !eval[bool](p, `(async () => { const i = document.querySelector('#first img'); await i.decode(); return i.naturalWidth > 0 && getComputedStyle(document.body).backgroundColor !== 'rgba(0, 0, 0, 0)'; })()`) {
		t.Error("the picture or the style is missing")
	}
	p.run(`rentang.select('` + s.Events[3].ID + `')`)
	p.wait("a card opens", `!document.querySelector('#card').hidden`)
	p.shot("file.png")
}
