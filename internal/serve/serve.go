// Package serve is a static web server for a built folder: the right types,
// compressed, and with the headers that a careful host sets. It is meant for the
// desk beside the editor; the folder itself needs no server of its own.
package serve

import (
	"io/fs"
	"net/http"
	"net/url"
	"path"
	"regexp"
	"strings"
	"sync/atomic"
)

// Handler serves a folder. Show changes the folder while it serves.
type Handler struct {
	site atomic.Pointer[site]
	hub  hub
}

// New returns a handler for a folder. A folder of the disk is best opened with
// os.Root, which follows no link that leads out of it.
func New(dir fs.FS) *Handler {
	h := new(Handler)
	h.Show(dir)
	return h
}

// Show serves another folder from now on.
func (h *Handler) Show(dir fs.FS) { h.site.Store(&site{dir: dir}) }

// Tell tells every page that listens at ListenPath, now and later, how things
// stand. A handler that was never told anything has no such path.
func (h *Handler) Tell(state []byte) { h.hub.tell(state) }

// Close ends the connections that listen, so that a server can shut down.
func (h *Handler) Close() { h.hub.close() }

// hashed is a name that carries a hash of its content, such as viewer.3f9a12c4.wasm.
var hashed = regexp.MustCompile(`[.-][0-9a-f]{8,}\.[a-z0-9.]+$`)

// Immutable reports whether a file's name changes with its content, so that it may
// be kept for ever.
func Immutable(name string) bool { return hashed.MatchString(name) }

// ServeHTTP implements http.Handler.
func (h *Handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	head := w.Header()
	for _, one := range Headers() {
		head.Set(one.Name, one.Value)
	}
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		head.Set("Allow", "GET, HEAD")
		http.Error(w, "only GET and HEAD", http.StatusMethodNotAllowed)
		return
	}
	if r.URL.Path == ListenPath && h.hub.used() {
		h.hub.listen(w, r)
		return
	}
	name := strings.TrimPrefix(path.Clean("/"+r.URL.Path), "/")
	if name == "" {
		name = "."
	}
	if hidden(name) {
		http.NotFound(w, r)
		return
	}
	s := h.site.Load()
	info, err := fs.Stat(s.dir, name)
	if err == nil && info.IsDir() {
		if !strings.HasSuffix(r.URL.Path, "/") {
			redirect(w, r)
			return
		}
		name = path.Join(name, "index.html")
		info, err = fs.Stat(s.dir, name)
	}
	if err != nil || !info.Mode().IsRegular() {
		http.NotFound(w, r)
		return
	}
	f, err := s.file(name, info)
	if err != nil {
		http.Error(w, "the file cannot be read", http.StatusInternalServerError)
		return
	}
	if Immutable(name) {
		head.Set("Cache-Control", Forever)
	} else {
		head.Set("Cache-Control", Revalidate)
	}
	f.send(w, r)
}

// hidden reports whether a path leads to or through a name that begins with a dot:
// an editor's own file, or what a version control keeps.
func hidden(name string) bool {
	for part := range strings.SplitSeq(name, "/") {
		if part != "." && strings.HasPrefix(part, ".") {
			return true
		}
	}
	return false
}

// redirect adds the slash that a folder's relative addresses need. The target is
// relative too, so that it holds behind any prefix.
func redirect(w http.ResponseWriter, r *http.Request) {
	to := url.URL{Path: "./" + path.Base(path.Clean(r.URL.Path)) + "/", RawQuery: r.URL.RawQuery}
	w.Header().Set("Location", to.String())
	w.WriteHeader(http.StatusMovedPermanently)
}
