package serve

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/andybalholm/brotli"
)

func folder() fstest.MapFS {
	page := &fstest.MapFile{Data: bytes.Repeat([]byte("<p>words</p>\n"), 100)}
	return fstest.MapFS{
		"index.html":             page,
		"ko/index.html":          page,
		"viewer.3f9a12c4aa.wasm": {Data: bytes.Repeat([]byte{0, 'a', 's', 'm'}, 500)},
		"still/og.png":           {Data: []byte("\x89PNG")},
		"empty/x.txt":            {Data: nil},
		".git/config":            {Data: []byte("secret")},
		"still/.og.png":          {Data: []byte("an editor's")},
	}
}

func get(t *testing.T, h http.Handler, method, target string, header map[string]string) *http.Response {
	t.Helper()
	r := httptest.NewRequest(method, target, nil)
	for k, v := range header {
		r.Header.Set(k, v)
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w.Result()
}

func TestAnswers(t *testing.T) {
	h := New(folder())
	for _, c := range []struct {
		name, method, target, accept string
		status                       int
		header                       map[string]string
	}{
		{"page", "GET", "/", "", 200, map[string]string{"Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-cache", "X-Content-Type-Options": "nosniff"}},
		{"a hashed name never changes", "GET", "/viewer.3f9a12c4aa.wasm", "br", 200,
			map[string]string{"Content-Type": "application/wasm", "Content-Encoding": "br", "Cache-Control": "public, max-age=31536000, immutable"}},
		{"gzip where brotli is refused", "GET", "/", "gzip, br;q=0", 200, map[string]string{"Content-Encoding": "gzip", "Vary": "Accept-Encoding"}},
		{"a PNG is packed already", "GET", "/still/og.png", "br, gzip", 200, map[string]string{"Content-Type": "image/png", "Content-Encoding": ""}},
		{"a folder needs its slash, and keeps the query", "GET", "/ko?time=1985..1995", "", 301, map[string]string{"Location": "./ko/?time=1985..1995"}},
		{"language folder", "GET", "/ko/", "", 200, nil},
		{"folder without a page", "GET", "/empty/", "", 404, nil},
		{"missing", "GET", "/nothing.js", "", 404, nil},
		{"nobody listens to what is not told", "GET", "/-/reload", "", 404, nil},
		{"an editor's own file", "GET", "/.git/config", "", 404, nil},
		{"in a hidden folder", "GET", "/still/.og.png", "", 404, nil},
		{"a page says what it may do", "GET", "/", "", 200, map[string]string{"Content-Security-Policy": Policy}},
		{"no way out of the folder", "GET", "/../../etc/passwd", "", 404, nil},
		{"nothing can be written", "POST", "/", "", 405, map[string]string{"Allow": "GET, HEAD"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			res := get(t, h, c.method, c.target, map[string]string{"Accept-Encoding": c.accept})
			if res.StatusCode != c.status {
				t.Fatalf("status %d, want %d", res.StatusCode, c.status)
			}
			for k, want := range c.header {
				if got := res.Header.Get(k); got != want {
					t.Errorf("%s: %q, want %q", k, got, want)
				}
			}
		})
	}
}

func TestEncodingsHoldTheSameBytes(t *testing.T) {
	dir := folder()
	h := New(dir)
	want := dir["index.html"].Data
	for encoding, open := range map[string]func(io.Reader) (io.Reader, error){
		"br":   func(r io.Reader) (io.Reader, error) { return brotli.NewReader(r), nil },
		"gzip": func(r io.Reader) (io.Reader, error) { return gzip.NewReader(r) },
		"":     func(r io.Reader) (io.Reader, error) { return r, nil },
	} {
		res := get(t, h, "GET", "/", map[string]string{"Accept-Encoding": encoding})
		r, err := open(res.Body)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := io.ReadAll(r); err != nil || !bytes.Equal(got, want) {
			t.Errorf("%q: %d bytes, error %v; want %d bytes", encoding, len(got), err, len(want))
		}
	}
}

func TestNotModified(t *testing.T) {
	dir := folder()
	h := New(dir)
	tag := get(t, h, "GET", "/", nil).Header.Get("ETag")
	if res := get(t, h, "GET", "/", map[string]string{"If-None-Match": tag}); res.StatusCode != http.StatusNotModified {
		t.Errorf("status %d, want 304", res.StatusCode)
	}
	if res := get(t, h, "GET", "/", map[string]string{"If-None-Match": tag, "Accept-Encoding": "br"}); res.StatusCode != 200 {
		t.Errorf("another encoding is another entity: status %d, want 200", res.StatusCode)
	}
	dir["index.html"].Data = []byte("changed") // a file that changes under the server is served as it is now
	if res := get(t, h, "GET", "/", map[string]string{"If-None-Match": tag}); res.StatusCode != 200 {
		t.Errorf("after a change: status %d, want 200", res.StatusCode)
	}
}

func TestListen(t *testing.T) {
	h := New(folder())
	if res := get(t, h, "GET", ListenPath, nil); res.StatusCode != http.StatusNotFound {
		t.Errorf("status %d of a handler that was told nothing, want 404", res.StatusCode)
	}
	h.Tell([]byte(`{"build":"1"}`))
	server := httptest.NewServer(h)
	defer server.Close()
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, "GET", server.URL+ListenPath, nil)
	if err != nil {
		t.Fatal(err)
	}
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	var heard []string
	for lines := bufio.NewScanner(res.Body); lines.Scan(); {
		data, ok := strings.CutPrefix(lines.Text(), "data: ")
		if !ok {
			continue
		}
		heard = append(heard, data)
		switch len(heard) {
		case 1: // what stood when it began to listen
			h.Tell([]byte(`{"build":"2"}`))
		case 2:
			h.Close() // ends the stream, so the loop ends
		}
	}
	if want := []string{`{"build":"1"}`, `{"build":"2"}`}; !slices.Equal(heard, want) || ctx.Err() != nil {
		t.Errorf("heard %q, want %q; stream ended by itself: %v", heard, want, ctx.Err() == nil)
	}
}
