package still

import (
	"errors"
	"fmt"
	"image"
	"math"

	"rentang/viz/scene"
	"rentang/viz/typeset"
)

// Limits on what is drawn. They keep a wrong number in a script from asking for
// all the memory there is.
const (
	// MaxSide is the longest side of a picture, in CSS pixels.
	MaxSide = 16384
	// MaxScale is the largest number of device pixels in a CSS pixel.
	MaxScale = 64
	// MaxPixels is the largest area of a PNG, in device pixels: 256 MB while it is drawn.
	MaxPixels = 1 << 26
)

// ErrSize is wrapped by the errors about a picture that has no area or too much.
var ErrSize = errors.New("size out of range")

// Outliner knows the shape of glyphs. *typeset.Set is one.
type Outliner interface {
	// Outline returns a glyph's contours in font units, y up. It is not changed
	// and not kept.
	Outline(face scene.FaceID, glyph uint16) *typeset.Outline
}

// Picture is a photograph or a drawing in pixels.
type Picture struct {
	Bytes []byte      // the file as it came, JPEG or PNG: SVG and PDF keep it unchanged; nil if there is none
	Image image.Image // the same, decoded
}

// Resources is what a still needs beside the scene.
type Resources struct {
	Type     Outliner                         // nil if the scene has no text
	Pictures func(id string) (Picture, error) // nil if the scene has no pictures
	Meta     Meta                             // the zero Meta writes none
}

// check refuses a scene that no format could hold.
func check(s *scene.Scene) error {
	for _, v := range []float64{s.Size.X, s.Size.Y} {
		if !(v > 0) || v > MaxSide { // the negation catches NaN
			return fmt.Errorf("still: picture of %gx%g CSS pixels: %w (0 to %d)", s.Size.X, s.Size.Y, ErrSize, MaxSide)
		}
	}
	return nil
}

// sane reports whether a coordinate can be drawn. What lies far outside of the
// picture is a mistake and would make the rasteriser walk for ever.
func sane(p scene.Point) bool {
	return math.Abs(p.X) <= 4*MaxSide && math.Abs(p.Y) <= 4*MaxSide // false for NaN
}
