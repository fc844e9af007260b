package main

import (
	"fmt"
	"image"
	"slices"
	"strings"

	"rentang/internal/studio"
	"rentang/viz/layout"
	"rentang/viz/render/still"
	"rentang/viz/state"
)

// shot is one picture of the gallery.
type shot struct {
	name    string
	says    string // what it is, in a few words
	request studio.Request
	time    string  // stretch of time as a link says it, 1985..1995; empty for the whole story
	scale   float64 // device pixels per CSS pixel
}

// find is the place of a shot in the list; -1 when it is not there.
func find(all []shot, name string) int {
	return slices.IndexFunc(all, func(s shot) bool { return s.name == name })
}

func (s *shot) file() string { return s.name + ".png" }

// draw makes the picture.
func (s *shot) draw(st *studio.Studio) (*image.RGBA, error) {
	r := s.request
	if s.time != "" {
		span, err := state.ParseTime(s.time, st.Whole())
		if err != nil {
			return nil, err
		}
		r.Span = &span
	}
	sc, err := st.Scene(r)
	if err != nil {
		return nil, err
	}
	return still.Raster(sc, st.Resources(r), s.scale)
}

// command is what makes the picture, typed in the root of the tree. The command
// line draws finished stills; the page's own canvas is drawn by this program alone.
func (s *shot) command() string {
	r := s.request
	if r.Page {
		return "go run ./internal/gallery -o . -only " + s.name
	}
	var c strings.Builder
	fmt.Fprintf(&c, "go run ./cmd/rentang still -o %s", s.file())
	if r.Preset != "" {
		fmt.Fprintf(&c, " -preset %s", r.Preset)
	} else {
		fmt.Fprintf(&c, " -size %gx%g", r.Size.X, r.Size.Y)
	}
	fmt.Fprintf(&c, " -lang %s", r.Lang)
	if r.Theme != "" {
		fmt.Fprintf(&c, " -theme %s", r.Theme)
	}
	if s.time != "" {
		fmt.Fprintf(&c, " -time %s", s.time)
	}
	if r.Event != "" {
		fmt.Fprintf(&c, " -event %s", r.Event)
	}
	if r.Mode == layout.Sqrt {
		c.WriteString(" -mode sqrt")
	}
	if s.scale != 1 {
		fmt.Fprintf(&c, " -scale %g", s.scale)
	}
	return c.String()
}
