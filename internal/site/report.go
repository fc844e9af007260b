//go:build !nostills

package site

import (
	"fmt"
	"io"
	"strconv"
)

// File is one file of the built folder.
type File struct {
	Path   string // from the folder, with slashes
	Size   int    // bytes
	Packed int    // bytes after brotli; Size where that saves nothing, 0 where nothing was packed
	Gzip   int    // the same after gzip
	Hash   string // SHA-256 in hexadecimal
}

// Report lists the files of a build by path, without their packed twins.
type Report struct {
	Files []File

	files, bytes int // of everything that was written
}

// Written is how many files were written, packed ones too, and of how many bytes.
func (r Report) Written() (files, bytes int) { return r.files, r.bytes }

// report lists the files.
func (b *builder) report() Report {
	var r Report
	for _, name := range b.names() {
		data := b.files[name]
		f := File{Path: name, Size: len(data), Hash: hash(data)}
		if b.Pack {
			f.Packed, f.Gzip = f.Size, f.Size
			if br, ok := b.packed[name+".br"]; ok {
				f.Packed = len(br)
			}
			if gz, ok := b.packed[name+".gz"]; ok {
				f.Gzip = len(gz)
			}
		}
		r.Files = append(r.Files, f)
		r.files, r.bytes = r.files+1, r.bytes+len(data)
	}
	for _, data := range b.packed {
		r.files, r.bytes = r.files+1, r.bytes+len(data)
	}
	return r
}

// WriteTable prints one line a file and a last one with the sums.
func (r Report) WriteTable(w io.Writer) error {
	width, size, gz, br := len("total"), 0, 0, 0
	for _, f := range r.Files {
		width = max(width, len(f.Path))
		size += f.Size
		gz += f.Gzip
		br += f.Packed
	}
	line := func(name, size, gz, br string) error {
		_, err := fmt.Fprintf(w, "%-*s %12s %12s %12s\n", width, name, size, gz, br)
		return err
	}
	if err := line("file", "bytes", "gzip", "brotli"); err != nil {
		return err
	}
	for _, f := range r.Files {
		if err := line(f.Path, strconv.Itoa(f.Size), strconv.Itoa(f.Gzip), strconv.Itoa(f.Packed)); err != nil {
			return err
		}
	}
	return line("total", strconv.Itoa(size), strconv.Itoa(gz), strconv.Itoa(br))
}
