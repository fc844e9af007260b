package studio

import (
	"bytes"
	"fmt"
	"image/jpeg"
	"image/png"
	"io/fs"
	"strings"

	"rentang/viz/render/still"
	"rentang/viz/timescale"
)

// Whole is the story's whole stretch of time.
func (s *Studio) Whole() timescale.Span {
	return timescale.Span{Start: s.Story.Start.Start(), End: s.Story.End.End()}
}

// Resources is what a still of the request needs beside its scene: the letters,
// the photos, and what the file says about itself.
func (s *Studio) Resources(r Request) still.Resources {
	return still.Resources{Type: s.Type, Pictures: s.picture, Meta: s.meta(r)}
}

// meta is what a still of the request says about itself. Title and description
// are the scene's own.
func (s *Studio) meta(r Request) still.Meta {
	code := r.Lang
	if code == "" {
		code = s.Story.Languages[0]
	}
	m := still.Meta{Lang: code, Source: s.Story.SourceLine.In(code), Licence: s.Story.Licence}
	if e, err := s.event(r.Event); err == nil && e != nil && e.Photo != nil && e.Photo.File != "" {
		m.Credits = e.Photo.Credit
	}
	return m
}

// picture reads a photo of the story; the id is its file.
func (s *Studio) picture(id string) (still.Picture, error) {
	name := strings.TrimPrefix(id, "./")
	data, err := fs.ReadFile(s.dir, name)
	if err != nil {
		return still.Picture{}, err
	}
	decode := jpeg.Decode
	if bytes.HasPrefix(data, []byte("\x89PNG")) {
		decode = png.Decode
	}
	img, err := decode(bytes.NewReader(data))
	if err != nil {
		return still.Picture{}, fmt.Errorf("%s: %w", name, err)
	}
	return still.Picture{Bytes: data, Image: img}, nil
}
