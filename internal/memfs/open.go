package memfs

import (
	"bytes"
	"io"
	"io/fs"
)

// opened is an open file.
type opened struct {
	*bytes.Reader
	info info
}

func (o *opened) Stat() (fs.FileInfo, error) { return o.info, nil }
func (o *opened) Close() error               { return nil }

// openedFolder is an open folder; its list is what has not been read of it yet.
type openedFolder struct {
	info info
	list []fs.DirEntry
}

func (o *openedFolder) Stat() (fs.FileInfo, error) { return o.info, nil }
func (o *openedFolder) Close() error               { return nil }
func (o *openedFolder) Read([]byte) (int, error) {
	return 0, &fs.PathError{Op: "read", Path: o.info.name, Err: fs.ErrInvalid}
}

// ReadDir implements fs.ReadDirFile.
func (o *openedFolder) ReadDir(n int) ([]fs.DirEntry, error) {
	if n <= 0 || n > len(o.list) {
		if n > 0 && len(o.list) == 0 {
			return nil, io.EOF
		}
		n = len(o.list)
	}
	list := o.list[:n:n]
	o.list = o.list[n:]
	return list, nil
}
