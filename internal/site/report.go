package site

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/andybalholm/brotli"
)

// File is one file of the built folder.
type File struct {
	Path   string // from the folder, with slashes
	Size   int    // bytes
	Packed int    // bytes after brotli; Size where that saves nothing, 0 where it was not asked for
	Hash   string // SHA-256 in hexadecimal
}

// Report lists the files of a build by path.
type Report struct{ Files []File }

// report lists the files and packs each to learn its size on the wire.
func (b *builder) report() (Report, error) {
	var r Report
	for _, name := range b.names() {
		data := b.files[name]
		f := File{Path: name, Size: len(data), Hash: hash(data)}
		if b.Quality > 0 {
			n, err := packedSize(data, f.Hash, b.Quality)
			if err != nil {
				return Report{}, err
			}
			f.Packed = min(n, f.Size)
		}
		r.Files = append(r.Files, f)
		if err := b.ctx.Err(); err != nil {
			return Report{}, err
		}
	}
	return r, nil
}

// WriteTable prints one line a file and a last one with the sums.
func (r Report) WriteTable(w io.Writer) error {
	width, size, packed := len("total"), 0, 0
	for _, f := range r.Files {
		width = max(width, len(f.Path))
		size += f.Size
		packed += f.Packed
	}
	line := func(name, size, packed string) error {
		_, err := fmt.Fprintf(w, "%-*s %12s %12s\n", width, name, size, packed)
		return err
	}
	if err := line("file", "bytes", "brotli"); err != nil {
		return err
	}
	for _, f := range r.Files {
		if err := line(f.Path, strconv.Itoa(f.Size), strconv.Itoa(f.Packed)); err != nil {
			return err
		}
	}
	return line("total", strconv.Itoa(size), strconv.Itoa(packed))
}

// packedSize is how large data is after brotli. The best quality takes some
// twenty seconds for the viewer, so the answer is kept in the user's cache folder.
func packedSize(data []byte, hash string, quality int) (int, error) {
	var keep string
	if dir, err := os.UserCacheDir(); err == nil {
		keep = filepath.Join(dir, "rentang", "brotli", hash+"-"+strconv.Itoa(quality))
		if text, err := os.ReadFile(keep); err == nil {
			if n, err := strconv.Atoi(strings.TrimSpace(string(text))); err == nil && n > 0 {
				return n, nil
			}
		}
	}
	var n counter
	w := brotli.NewWriterLevel(&n, quality)
	if _, err := w.Write(data); err != nil {
		return 0, err
	}
	if err := w.Close(); err != nil {
		return 0, err
	}
	// Small files are packed again sooner than looked up; without a cache all are.
	if keep != "" && len(data) > 1<<16 && os.MkdirAll(filepath.Dir(keep), 0o755) == nil {
		_ = os.WriteFile(keep, []byte(strconv.Itoa(int(n))), 0o644)
	}
	return int(n), nil
}

// counter counts what is written to it.
type counter int

func (c *counter) Write(p []byte) (int, error) {
	*c += counter(len(p))
	return len(p), nil
}
