package timelinejs

import (
	"bytes"
	"io"
	"io/fs"
	"time"
)

// folder is files in memory, to be read as a story folder is.
type folder map[string][]byte

var _ fs.FS = folder(nil)

// Open opens a file of the folder; the folder itself cannot be listed.
func (f folder) Open(name string) (fs.File, error) {
	data, ok := f[name]
	if !ok {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return &memory{Reader: bytes.NewReader(data), name: name}, nil
}

// memory is an open file and its own description.
type memory struct {
	*bytes.Reader
	name string
}

var (
	_ io.Reader   = (*memory)(nil)
	_ fs.FileInfo = (*memory)(nil)
)

func (m *memory) Stat() (fs.FileInfo, error) { return m, nil }
func (m *memory) Close() error               { return nil }
func (m *memory) Name() string               { return m.name }
func (m *memory) Mode() fs.FileMode          { return 0o444 }
func (m *memory) ModTime() time.Time         { return time.Time{} }
func (m *memory) IsDir() bool                { return false }
func (m *memory) Sys() any                   { return nil }

// carriedFiles are the files that an export to JSON takes along as they are. Those
// of the head and the events are what the export is made of.
func carriedFiles() []string {
	return []string{"flows.csv", "gaps.csv", "sources.csv", "series.csv", "deflator.csv", "METHOD.md"}
}

// filesOf is the files that a former export carried along.
func filesOf(n *node) map[string]string {
	files := map[string]string{}
	for _, name := range carriedFiles() {
		if m := get(n, name); m != nil && m.Kind == text("").Kind {
			files[name] = m.Text
		}
	}
	return files
}
