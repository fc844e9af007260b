package bridge

import (
	"bytes"
	"io/fs"
	"syscall/js"
	"time"
)

// folder is a story's files by name.
type folder map[string][]byte

// folderOf takes an object of Uint8Arrays.
func folderOf(v js.Value) folder {
	out := folder{}
	if v.Type() != js.TypeObject {
		return out
	}
	names := js.Global().Get("Object").Call("keys", v)
	for i := range names.Length() {
		name := names.Index(i).String()
		out[name] = bytesOf(v.Get(name))
	}
	return out
}

// Open implements fs.FS.
func (f folder) Open(name string) (fs.File, error) {
	data, ok := f[name]
	if !ok {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return &opened{bytes.NewReader(data), name}, nil
}

// opened is an open file of a folder, and its own description.
type opened struct {
	*bytes.Reader
	name string
}

func (o *opened) Stat() (fs.FileInfo, error) { return o, nil }
func (o *opened) Close() error               { return nil }
func (o *opened) Name() string               { return o.name }
func (o *opened) Mode() fs.FileMode          { return 0o444 }
func (o *opened) ModTime() time.Time         { return time.Time{} }
func (o *opened) IsDir() bool                { return false }
func (o *opened) Sys() any                   { return nil }
