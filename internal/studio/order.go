package studio

import (
	"fmt"
	"io"
	"slices"

	"rentang/viz/layout"
	"rentang/viz/render/still"
	"rentang/viz/scene"
	"rentang/viz/state"
)

// MaxScale is the largest number of device pixels in a CSS pixel that can be ordered.
const MaxScale = 16

// Formats lists the formats of a file.
func Formats() []string { return []string{"png", "svg", "pdf"} }

// Order asks for a still as a file, in the words of a command line or of a page's
// menu. The same order of the same story gives the same bytes, natively and in a
// browser.
type Order struct {
	Format string      // one of Formats
	Scale  float64     // device pixels in a CSS pixel, for PNG alone; 0 is 1
	Lang   string      // "" is the story's default language
	Theme  string      // "" is light
	Preset string      // "" is the first; not used when Size is set
	Size   scene.Point // CSS pixels
	Mode   string      // linear or sqrt; "" is linear
	Time   string      // as in addresses, 1985..1995; "" is the whole story
	Event  string      // id of the event that is shown with its card; "" for none
}

// TimeError says that an order's stretch of time cannot be understood.
type TimeError struct {
	Text string
	Err  error
}

func (e *TimeError) Error() string { return e.Err.Error() }

// Unwrap is what is wrong with it.
func (e *TimeError) Unwrap() error { return e.Err }

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

// request is the picture that an order asks for.
func (s *Studio) request(o Order) (Request, error) {
	r := Request{Lang: o.Lang, Theme: o.Theme, Preset: o.Preset, Size: o.Size, Event: o.Event}
	switch o.Mode {
	case "", "linear":
	case "sqrt":
		r.Mode = layout.Sqrt
	default:
		return r, unknown("mode", o.Mode, []string{"linear", "sqrt"})
	}
	if o.Time != "" {
		span, err := state.ParseTime(o.Time, s.Whole())
		if err != nil {
			return r, &TimeError{o.Time, err}
		}
		r.Span = &span
	}
	return r, nil
}
