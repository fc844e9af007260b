// Package memfs is a folder in memory: files by their path, as fs.FS has them. A
// file may be made when it is first read.
package memfs

import (
	"bytes"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"
	"time"
)

// Folder is files by path. The zero folder is empty and ready for use; it may be
// used by several goroutines at once.
type Folder struct {
	mu    sync.Mutex
	files map[string]*file
}

type file struct {
	data []byte
	make func() ([]byte, error) // nil once data is there
}

// Of is a folder of files that are there. The bytes are not copied.
func Of(files map[string][]byte) *Folder {
	f := new(Folder)
	for name, data := range files {
		f.Add(name, data)
	}
	return f
}

// Add puts a file into the folder, in place of one of the same name.
func (f *Folder) Add(name string, data []byte) { f.put(name, &file{data: data}) }

// AddLater puts a file into the folder that is made when it is first read. The
// folder makes one file at a time; make must not read the folder. After an error
// the next reader tries again.
func (f *Folder) AddLater(name string, make func() ([]byte, error)) { f.put(name, &file{make: make}) }

func (f *Folder) put(name string, one *file) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.files == nil {
		f.files = map[string]*file{}
	}
	f.files[name] = one
}

// Names is the paths of all files, in order.
func (f *Folder) Names() []string {
	f.mu.Lock()
	defer f.mu.Unlock()
	names := make([]string, 0, len(f.files))
	for name := range f.files {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// Open implements fs.FS.
func (f *Folder) Open(name string) (fs.File, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	}
	if data, ok, err := f.read(name); err != nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: err}
	} else if ok {
		return &opened{bytes.NewReader(data), info{path.Base(name), int64(len(data)), false}}, nil
	}
	list := f.list(name)
	if len(list) == 0 && name != "." {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return &openedFolder{info{path.Base(name), 0, true}, list}, nil
}

// read is a file's content, made if it has not been.
func (f *Folder) read(name string) (data []byte, ok bool, err error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	one, ok := f.files[name]
	if !ok {
		return nil, false, nil
	}
	if one.make != nil {
		data, err := one.make()
		if err != nil {
			return nil, true, err
		}
		one.data, one.make = data, nil
	}
	return one.data, true, nil
}

// list is what lies in a folder, in order.
func (f *Folder) list(dir string) []fs.DirEntry {
	prefix := dir + "/"
	if dir == "." {
		prefix = ""
	}
	seen := map[string]bool{}
	var list []fs.DirEntry
	for _, name := range f.Names() {
		rest, within := strings.CutPrefix(name, prefix)
		if !within {
			continue
		}
		base, _, deeper := strings.Cut(rest, "/")
		if !seen[base] {
			seen[base] = true
			list = append(list, entry{f, name, info{base, 0, deeper}})
		}
	}
	return list
}

// entry is a file or folder in a list. A file is made only when somebody asks how
// large it is.
type entry struct {
	folder *Folder
	path   string // of the file
	info
}

func (e entry) Type() fs.FileMode { return e.Mode().Type() }
func (e entry) Info() (fs.FileInfo, error) {
	if !e.folderish {
		data, _, err := e.folder.read(e.path)
		e.size = int64(len(data))
		return e.info, err
	}
	return e.info, nil
}

// info describes a file or folder. They have no time: what is in memory has no age.
type info struct {
	name      string
	size      int64
	folderish bool
}

func (i info) Name() string       { return i.name }
func (i info) Size() int64        { return i.size }
func (i info) ModTime() time.Time { return time.Time{} }
func (i info) IsDir() bool        { return i.folderish }
func (i info) Sys() any           { return nil }
func (i info) Mode() fs.FileMode {
	if i.folderish {
		return fs.ModeDir | 0o555
	}
	return 0o444
}
