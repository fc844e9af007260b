package studio

import (
	"rentang/internal/photo"
	"rentang/viz/scene"
	"rentang/viz/story"
	"rentang/viz/timescale"
)

// Whole is the story's whole stretch of time.
func (s *Studio) Whole() timescale.Span {
	return timescale.Span{Start: s.Story.Start.Start(), End: s.Story.End.End()}
}

// photoSize is the size of an event's photo in pixels; zero when there is none that
// a still may show.
func (s *Studio) photoSize(e *story.Event) scene.Point {
	if e.Photo == nil || e.Photo.File == "" || e.Photo.NoExport {
		return scene.Point{}
	}
	w, h, err := photo.Size(s.dir, e.Photo)
	if err != nil { // the check reports it; a story in a page may come without its photos
		return scene.Point{}
	}
	return scene.Point{X: float64(w), Y: float64(h)}
}
