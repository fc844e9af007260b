package photo

import (
	"fmt"
	"io"
	"io/fs"
	"strings"

	"rentang/viz/story"
)

// Check reports the photos of a story that a page or a still could not show: files
// that are missing, of another kind than their name says, damaged at their
// beginning, too large, or of another size than the story says. Story.Decode has
// seen to credits and alt texts.
func Check(dir fs.FS, s *story.Story) story.Problems {
	problems := story.CheckPhotos(dir, s)
	events := "events.json"
	if _, err := fs.Stat(dir, events); err != nil {
		events = "events.csv"
	}
	missing := map[string]bool{}
	for _, p := range problems {
		id, _, _ := strings.Cut(p.Field, ".photo")
		missing[id] = true
	}
	for i := range s.Events {
		e := &s.Events[i]
		if e.Photo == nil || e.Photo.File == "" || missing[e.ID] {
			continue
		}
		say := func(severity story.Severity, field, what, expected string) {
			problems = append(problems, story.Problem{Severity: severity, File: events, Line: e.Line, Field: e.ID + ".photo." + field, What: what, Expected: expected})
		}
		listed := false
		for j, size := range e.Photo.Sizes {
			h, err := headerOf(dir, size.File)
			field := fmt.Sprintf("sizes[%d]", j)
			listed = listed || size.File == e.Photo.File
			switch {
			case err != nil:
				say(story.Error, field+".file", size.File+": "+err.Error(), "")
			case h.Width != size.Width || h.Height != size.Height:
				say(story.Error, field, fmt.Sprintf("%s has %dx%d pixels, not %dx%d", size.File, h.Width, h.Height, size.Width, size.Height), "expected what rentang photo add wrote")
			}
		}
		if listed {
			continue
		}
		switch h, err := headerOf(dir, e.Photo.File); {
		case err != nil:
			say(story.Error, "file", e.Photo.File+": "+err.Error(), "")
		case e.Photo.Sizes != nil:
			say(story.Error, "file", e.Photo.File+" is none of the sizes", "expected the widest of them")
		case h.Width*h.Height > Heavy:
			say(story.Warning, "file", fmt.Sprintf("%s has %s megapixels, which every reader would load", e.Photo.File, mega(h.Width*h.Height)), "make sizes of it: rentang photo add")
		}
	}
	return problems
}

// Size is how large a photo of a story is, in pixels, by the story or else by the
// header of its file.
func Size(dir fs.FS, p *story.Photo) (width, height int, err error) {
	for _, s := range p.Sizes {
		if s.File == p.File {
			return s.Width, s.Height, nil
		}
	}
	h, err := headerOf(dir, p.File)
	if err != nil {
		return 0, 0, err
	}
	return h.Width, h.Height, nil
}

// headerOf reads the header of a file in a story folder.
func headerOf(dir fs.FS, name string) (*Header, error) {
	r, err := open(dir, name)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return ReadHeader(r, name)
}

// seeker is a file that can be read twice.
type seeker interface {
	io.ReadSeeker
	io.Closer
}

func open(dir fs.FS, name string) (seeker, error) {
	f, err := dir.Open(name)
	if err != nil {
		return nil, err
	}
	s, ok := f.(seeker)
	if !ok {
		f.Close()
		return nil, fmt.Errorf("%s cannot be read twice", name)
	}
	return s, nil
}
