package serve

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"io/fs"
	"mime"
	"net/http"
	"path"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/andybalholm/brotli"
)

// MediaType is the type of what a built folder holds. The machine's own
// table is not asked: it differs from machine to machine, and a wrong type for
// .wasm costs the page its streaming start.
func MediaType(name string) string {
	switch path.Ext(name) {
	case ".html":
		return "text/html; charset=utf-8"
	case ".js", ".mjs":
		return "text/javascript; charset=utf-8"
	case ".css":
		return "text/css; charset=utf-8"
	case ".json", ".map":
		return "application/json; charset=utf-8"
	case ".csv":
		return "text/csv; charset=utf-8"
	case ".md", ".txt":
		return "text/plain; charset=utf-8"
	case ".svg":
		return "image/svg+xml"
	case ".wasm":
		return "application/wasm"
	case ".ttf":
		return "font/ttf"
	case ".bin":
		return "application/octet-stream"
	case ".woff2":
		return "font/woff2"
	case ".webmanifest":
		return "application/manifest+json"
	}
	if t := mime.TypeByExtension(path.Ext(name)); t != "" { // images, PDF: the same everywhere
		return t
	}
	return "application/octet-stream"
}

// Packs reports whether compressing a file of this type is worth it.
func Packs(mediaType string) bool {
	for _, p := range []string{"text/", "application/json", "application/wasm", "application/manifest", "image/svg", "font/ttf"} {
		if strings.HasPrefix(mediaType, p) {
			return true
		}
	}
	return false
}

// site is one state of a folder; its files are read and compressed once.
type site struct {
	dir   fs.FS
	files sync.Map // name to *file
}

// file is one file in the encodings that were asked for.
type file struct {
	name, mediaType, tag string
	raw                  []byte
	size                 int64
	time                 time.Time // of its last change; zero where the folder has no times
	brotli, gzip         func() []byte
}

// file reads a file, or finds it as it was read before if it has not changed since.
func (s *site) file(name string, info fs.FileInfo) (*file, error) {
	if old, ok := s.files.Load(name); ok && old.(*file).size == info.Size() && old.(*file).time.Equal(info.ModTime()) {
		return old.(*file), nil
	}
	raw, err := fs.ReadFile(s.dir, name)
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(raw)
	f := &file{name: name, mediaType: MediaType(name), tag: hex.EncodeToString(sum[:8]), raw: raw, size: int64(len(raw)), time: info.ModTime()}
	f.brotli = sync.OnceValue(func() []byte { return s.packed(f, brotliEncoding()) })
	f.gzip = sync.OnceValue(func() []byte { return s.packed(f, gzipEncoding()) })
	s.files.Store(name, f)
	return f, nil
}

// packed is a file as the build packed it, at its leisure, or packed now. What lies
// beside a file must hold the same: the file may have been changed since.
func (s *site) packed(f *file, e encoding) []byte {
	if data, err := fs.ReadFile(s.dir, f.name+e.ending); err == nil {
		if r, err := e.unpack(bytes.NewReader(data)); err == nil {
			if whole, err := io.ReadAll(io.LimitReader(r, f.size+1)); err == nil && bytes.Equal(whole, f.raw) {
				return data
			}
		}
	}
	return e.pack(f.raw)
}

// encoding is a way to pack a file, and the ending of files that are packed so.
type encoding struct {
	ending string
	pack   func(raw []byte) []byte
	unpack func(packed io.Reader) (io.Reader, error)
}

func brotliEncoding() encoding {
	return encoding{".br", packBrotli, func(r io.Reader) (io.Reader, error) { return brotli.NewReader(r), nil }}
}

func gzipEncoding() encoding {
	return encoding{".gz", packGzip, func(r io.Reader) (io.Reader, error) { return gzip.NewReader(r) }}
}

// packBrotli compresses at a level that is quick enough to wait for: a tenth
// larger than the best, fifty times faster.
func packBrotli(raw []byte) []byte {
	var b bytes.Buffer
	w := brotli.NewWriterLevel(&b, 5)
	w.Write(raw) // a bytes.Buffer takes everything
	w.Close()
	return b.Bytes()
}

func packGzip(raw []byte) []byte {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	w.Write(raw)
	w.Close()
	return b.Bytes()
}

// send answers with the smallest encoding that the request accepts.
func (f *file) send(w http.ResponseWriter, r *http.Request) {
	head := w.Header()
	head.Set("Content-Type", f.mediaType)
	if policy := PolicyOf(f.mediaType); policy != "" {
		head.Add("Content-Security-Policy", policy) // beside one that a handler around this one asks for
	}
	body, encoding := f.raw, ""
	if Packs(f.mediaType) {
		head.Set("Vary", "Accept-Encoding")
		switch accepts := r.Header.Get("Accept-Encoding"); {
		case accepted(accepts, "br"):
			body, encoding = f.brotli(), "br"
		case accepted(accepts, "gzip"):
			body, encoding = f.gzip(), "gzip"
		}
	}
	tag := `"` + f.tag + encoding + `"`
	head.Set("ETag", tag)
	if strings.Contains(r.Header.Get("If-None-Match"), tag) {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	if encoding != "" {
		head.Set("Content-Encoding", encoding)
	}
	head.Set("Content-Length", strconv.Itoa(len(body)))
	if r.Method != http.MethodHead {
		w.Write(body) // the reader may have left; nothing to be done about it
	}
}

// PolicyOf is the policy for a file that can run something: as a page, as a worker,
// as a picture on its own. Other files go without: some viewers of PDF stumble over one.
func PolicyOf(mediaType string) string {
	switch {
	case strings.HasPrefix(mediaType, "text/html"), strings.HasPrefix(mediaType, "text/javascript"):
		return Policy
	case mediaType == "image/svg+xml":
		return "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
	}
	return ""
}

// accepted reports whether an Accept-Encoding header allows an encoding.
func accepted(header, encoding string) bool {
	for part := range strings.SplitSeq(header, ",") {
		name, q, _ := strings.Cut(strings.TrimSpace(part), ";")
		if strings.TrimSpace(name) != encoding {
			continue
		}
		weight, found := strings.CutPrefix(strings.ReplaceAll(q, " ", ""), "q=")
		v, err := strconv.ParseFloat(weight, 64)
		return !found || err == nil && v > 0
	}
	return false
}
