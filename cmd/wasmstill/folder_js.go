package main

import (
	"bytes"
	"cmp"
	"errors"
	"io/fs"
	"slices"
	"strings"
	"syscall/js"
	"time"
)

// folder is files by name, and a function of the page for those that it has not
// brought along.
type folder struct {
	files  map[string][]byte
	read   js.Value
	failed error // the first that read had; a still must not lack a photo because a line was down
}

// folderOf takes an object of Uint8Arrays.
func folderOf(v js.Value) *folder {
	f := &folder{files: map[string][]byte{}}
	if v.Type() == js.TypeObject {
		names := js.Global().Get("Object").Call("keys", v)
		for i := range names.Length() {
			name := names.Index(i).String()
			f.files[name] = bytesOf(v.Get(name))
		}
	}
	return f
}

// bytesOf copies a Uint8Array; nil for anything else.
func bytesOf(v js.Value) []byte {
	if !v.InstanceOf(js.Global().Get("Uint8Array")) {
		return nil
	}
	out := make([]byte, v.Length())
	js.CopyBytesToGo(out, v)
	return out
}

// Open implements fs.FS. A file that the page has to bring is waited for and kept.
func (f *folder) Open(name string) (fs.File, error) {
	data, ok := f.files[name]
	if !ok && f.read.Type() == js.TypeFunction && fs.ValidPath(name) && photo(name) {
		got, err := await(f.read.Invoke(name))
		if err != nil {
			err = &fs.PathError{Op: "open", Path: name, Err: err}
			if f.failed == nil {
				f.failed = err
			}
			return nil, err
		}
		data, ok = bytesOf(got), true
		f.files[name] = data
	}
	if !ok {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return &opened{bytes.NewReader(data), name}, nil
}

// photo reports whether a file is a picture. The others have all been brought: what
// is not there does not exist, and need not be asked for.
func photo(name string) bool {
	for _, ending := range []string{".jpg", ".jpeg", ".png", ".webp"} {
		if len(name) > len(ending) && strings.EqualFold(name[len(name)-len(ending):], ending) {
			return true
		}
	}
	return false
}

// ReadDir implements fs.ReadDirFS for the folder itself, which has no folders in it.
func (f *folder) ReadDir(name string) ([]fs.DirEntry, error) {
	if name != "." {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	var all []fs.DirEntry
	for name, data := range f.files {
		all = append(all, fs.FileInfoToDirEntry(&opened{bytes.NewReader(data), name}))
	}
	slices.SortFunc(all, func(a, b fs.DirEntry) int { return cmp.Compare(a.Name(), b.Name()) })
	return all, nil
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

// await waits for a promise. It must not be called from a callback.
func await(promise js.Value) (js.Value, error) {
	type answer struct {
		value js.Value
		err   error
	}
	answers := make(chan answer, 1)
	kept := js.FuncOf(func(_ js.Value, in []js.Value) any { answers <- answer{value: at(in, 0)}; return nil })
	broken := js.FuncOf(func(_ js.Value, in []js.Value) any {
		answers <- answer{err: errors.New(js.Global().Get("String").Invoke(at(in, 0)).String())}
		return nil
	})
	defer kept.Release()
	defer broken.Release()
	promise.Call("then", kept, broken)
	a := <-answers
	return a.value, a.err
}
