//go:build !nostills

package studio

import (
	"fmt"
	"io"
	"slices"

	"rentang/viz/render/still"
)

// Write draws an order. Nothing is written before the picture is complete. An
// error of a name is a *NameError, of a time a *TimeError, of a size or a scale
// one that wraps still.ErrSize.
func (s *Studio) Write(w io.Writer, o Order) error {
	if !slices.Contains(Formats(), o.Format) {
		return unknown("format", o.Format, Formats())
	}
	r, err := s.request(o)
	if err != nil {
		return err
	}
	sc, err := s.Scene(r)
	if err != nil {
		return err
	}
	switch o.Format {
	case "svg":
		return still.SVG(w, sc, s.Resources(r))
	case "pdf":
		return still.PDF(w, sc, s.Resources(r))
	}
	if o.Scale < 0 || o.Scale > MaxScale || o.Scale != o.Scale {
		return fmt.Errorf("scale %g: %w: more than 0 and at most %d", o.Scale, still.ErrSize, MaxScale)
	}
	return still.PNG(w, sc, s.Resources(r), still.PNGOptions{Scale: o.Scale})
}
