package preview

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"io/fs"
	"strings"
)

// isZip reports whether a file is an archive, by its first bytes.
func isZip(f File) bool {
	return bytes.HasPrefix(f.Data, []byte("PK\x03\x04")) || bytes.HasPrefix(f.Data, []byte("PK\x05\x06"))
}

// unzip reads an archive. Sizes are believed only to refuse: what is unpacked is
// counted as it comes, so that a small archive cannot become more than a story may
// have.
func unzip(data []byte) ([]File, error) {
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) { // within names the path and the reason
		return nil, refuse("the zip cannot be read: %v", err)
	}
	if len(r.File) > MaxFiles {
		return nil, refuse("%d files; a story may have %d", len(r.File), MaxFiles)
	}
	var files []File
	left := int64(MaxBytes)
	for _, f := range r.File {
		if strings.HasSuffix(f.Name, "/") && f.UncompressedSize64 == 0 {
			continue // a folder
		}
		if err := within(f.Name); err != nil {
			return nil, err
		}
		switch mode := f.Mode(); {
		case mode.Type() == fs.ModeSymlink:
			return nil, refuse("%q is a link; only files are read", f.Name)
		case !mode.IsRegular():
			return nil, refuse("%q is not a file", f.Name)
		case f.Flags&1 != 0:
			return nil, refuse("%q is encrypted", f.Name)
		case own(f.Name):
			continue
		case f.UncompressedSize64 > uint64(left):
			return nil, tooLarge()
		}
		one, err := unpack(f, left)
		if err != nil {
			return nil, err
		}
		left -= int64(len(one))
		files = append(files, File{f.Name, one})
	}
	return files, nil
}

// unpack reads one file of an archive, of at most left bytes.
func unpack(f *zip.File, left int64) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, refuse("%q cannot be unpacked: %v", f.Name, err)
	}
	defer r.Close()
	data, err := io.ReadAll(io.LimitReader(r, left+1))
	switch {
	case int64(len(data)) > left:
		return nil, tooLarge()
	case err != nil:
		return nil, refuse("%q cannot be unpacked: %v", f.Name, err)
	}
	return data, nil
}
