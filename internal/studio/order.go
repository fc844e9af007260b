package studio

import (
	"rentang/viz/layout"
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
