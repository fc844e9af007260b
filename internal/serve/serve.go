// Package serve is a static web server for a built folder: the right types,
// compressed, and with the headers that a careful host sets. It is meant for the
// desk beside the editor; the folder itself needs no server of its own.
package serve

import (
	"io/fs"
	"net/http"
	"path"
	"regexp"
	"strings"
	"sync/atomic"
)

// Handler serves a folder. Show changes the folder while it serves.
type Handler struct {
	site   atomic.Pointer[site]
	reload hub
}

// New returns a handler for a folder.
func New(dir fs.FS) *Handler {
	h := new(Handler)
	h.Show(dir)
	return h
}

// Show serves another folder from now on and tells every page that listens at
// ReloadPath to load again.
func (h *Handler) Show(dir fs.FS) {
	h.site.Store(&site{dir: dir})
	h.reload.tell()
}

// Close ends the connections that wait for a reload, so that a server can shut down.
func (h *Handler) Close() { h.reload.close() }

// hashed is a name that carries a hash of its content, such as viewer.3f9a12c4.wasm.
var hashed = regexp.MustCompile(`[.-][0-9a-f]{8,}\.[a-z0-9.]+$`)

// ServeHTTP implements http.Handler.
func (h *Handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	head := w.Header()
	head.Set("X-Content-Type-Options", "nosniff")
	head.Set("Referrer-Policy", "strict-origin-when-cross-origin")
	head.Set("Permissions-Policy", "camera=(), microphone=(), geolocation=()")
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		head.Set("Allow", "GET, HEAD")
		http.Error(w, "only GET and HEAD", http.StatusMethodNotAllowed)
		return
	}
	if r.URL.Path == ReloadPath {
		h.reload.listen(w, r)
		return
	}
	name := strings.TrimPrefix(path.Clean("/"+r.URL.Path), "/")
	if name == "" {
		name = "."
	}
	s := h.site.Load()
	info, err := fs.Stat(s.dir, name)
	if err != nil {
		http.NotFound(w, r)
		return
	}
	if info.IsDir() {
		if !strings.HasSuffix(r.URL.Path, "/") {
			redirect(w, r)
			return
		}
		name = path.Join(name, "index.html")
	}
	f, err := s.file(name)
	if err != nil {
		http.NotFound(w, r)
		return
	}
	if hashed.MatchString(name) {
		head.Set("Cache-Control", "public, max-age=31536000, immutable")
	} else {
		head.Set("Cache-Control", "no-cache")
	}
	f.send(w, r)
}

// redirect adds the slash that a folder's relative addresses need. The target is
// relative too, so that it holds behind any prefix.
func redirect(w http.ResponseWriter, r *http.Request) {
	to := path.Base(r.URL.Path) + "/"
	if r.URL.RawQuery != "" {
		to += "?" + r.URL.RawQuery
	}
	w.Header().Set("Location", "./"+to)
	w.WriteHeader(http.StatusMovedPermanently)
}
