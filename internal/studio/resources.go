//go:build !nostills

package studio

import (
	"bytes"
	"fmt"
	"image/jpeg"
	"io/fs"
	"strings"

	"rentang/internal/photo"
	"rentang/viz/lang"
	"rentang/viz/render/still"
	"rentang/viz/scene"
	"rentang/viz/story"
)

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
	if e, err := s.event(r.Event); err == nil && e != nil && !r.Page && s.photoSize(e) != (scene.Point{}) {
		m.Credits = e.Photo.Credit
		m.Licence = s.withPhoto(e.Photo, code)
	}
	return m
}

// withPhoto is the rights in a still that shows a photo: the licence of the story
// does not cover the photo.
func (s *Studio) withPhoto(p *story.Photo, code string) string {
	all := p.Credit
	for _, more := range []string{p.Holder, p.Usage} {
		if more != "" {
			all = strings.TrimSuffix(all, ".") + ". " + more
		}
	}
	l, err := s.Language(code)
	if err != nil { // Scene says so
		return all
	}
	all = l.Fill(lang.PhotoCredit, "credit", all)
	if s.Story.Licence == "" {
		return all
	}
	return l.Word(lang.Licence) + ": " + strings.TrimSuffix(s.Story.Licence, ".") + ". " + all
}

// picture reads a photo of the story; the id is its file.
func (s *Studio) picture(id string) (still.Picture, error) {
	data, err := fs.ReadFile(s.dir, id)
	if err != nil {
		return still.Picture{}, err
	}
	h, err := photo.ReadHeader(bytes.NewReader(data), id)
	if err != nil {
		return still.Picture{}, fmt.Errorf("%s: %w", id, err)
	}
	img, err := photo.Decode(bytes.NewReader(data), h)
	if err != nil {
		return still.Picture{}, fmt.Errorf("%s: %w", id, err)
	}
	if h.Format == photo.WebP { // neither SVG nor PDF may hold one
		var b bytes.Buffer
		if err := jpeg.Encode(&b, img, &jpeg.Options{Quality: 90}); err != nil {
			return still.Picture{}, fmt.Errorf("%s: %w", id, err)
		}
		data = b.Bytes()
	}
	return still.Picture{Bytes: data, Image: img}, nil
}
