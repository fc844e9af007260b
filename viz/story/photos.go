package story

import (
	"io/fs"
	"strings"
)

// CheckPhotos reports the photos that a story names and its folder does not have. It
// is apart from Decode because the program in a page has the words before the
// pictures.
func CheckPhotos(dir fs.FS, s *Story) Problems {
	var problems Problems
	for i := range s.Events {
		e := &s.Events[i]
		if e.Photo == nil || e.Photo.File == "" {
			continue
		}
		info, err := fs.Stat(dir, e.Photo.File)
		if err == nil && info.Mode().IsRegular() {
			continue
		}
		p := Problem{File: eventsFile, Line: e.Line, Field: e.ID + ".photo.file", What: "no file " + quote(e.Photo.File)}
		if folder, name, found := strings.Cut(e.Photo.File, "/"); found {
			p.Expected = "expected " + quote(name) + " in the folder " + quote(folder)
		}
		problems = append(problems, p)
	}
	return problems
}
