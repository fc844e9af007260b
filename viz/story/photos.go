package story

import (
	"io/fs"
	"strings"
)

// CheckPhotos reports the photos that a story names and its folder does not have,
// or has only as a link: a link can lead out of the folder. It is apart from Decode
// because the program in a page has the words before the pictures.
func CheckPhotos(dir fs.FS, s *Story) Problems {
	var problems Problems
	for i := range s.Events {
		e := &s.Events[i]
		if e.Photo == nil || e.Photo.File == "" {
			continue
		}
		files := []string{e.Photo.File}
		for _, size := range e.Photo.Sizes {
			if size.File != e.Photo.File {
				files = append(files, size.File)
			}
		}
		for j, file := range files {
			field := ".photo.file"
			if j > 0 {
				field = ".photo.sizes"
			}
			if what, expected := fileFlaw(dir, file); what != "" {
				problems = append(problems, Problem{File: eventsName(dir), Line: e.Line, Field: e.ID + field, What: what, Expected: expected})
			}
		}
	}
	return problems
}

// fileFlaw is what keeps a path from leading to a file of the folder; empty for a
// sound one.
func fileFlaw(dir fs.FS, name string) (what, expected string) {
	for at := 0; at < len(name); {
		next := strings.IndexByte(name[at:], '/')
		if next < 0 {
			next = len(name) - at
		}
		part := name[:at+next]
		if info, err := fs.Lstat(dir, part); err == nil && info.Mode()&fs.ModeSymlink != 0 {
			return quote(part) + " is a link", "expected the file itself, inside the story folder"
		}
		at += next + 1
	}
	info, err := fs.Stat(dir, name)
	if err == nil && info.Mode().IsRegular() {
		return "", ""
	}
	if folder, base, found := strings.Cut(name, "/"); found {
		expected = "expected " + quote(base) + " in the folder " + quote(folder)
	}
	return "no file " + quote(name), expected
}
