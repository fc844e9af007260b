// Package layout turns a story, a view and a size into a scene. It is pure: no
// clock, no globals, no I/O; the same input gives the same scene, byte for byte.
package layout

import (
	"rentang/viz/lang"
	"rentang/viz/locator"
	"rentang/viz/scene"
	"rentang/viz/story"
	"rentang/viz/theme"
	"rentang/viz/timescale"
	"rentang/viz/typeset"
)

// Mode is how a flow becomes a thickness.
type Mode uint8

// The modes. Sqrt keeps small flows visible; the legend says so.
const (
	Linear Mode = iota
	Sqrt
)

// Input is everything that does not change while a reader moves about.
type Input struct {
	Story *story.Story
	Lang  *lang.Language
	Theme *theme.Theme
	Type  *typeset.Set
	Size  scene.Point // CSS pixels
	Mode  Mode
	// Still makes a finished figure: note, sources and licence are part of the
	// picture. Without it they are left to the page around the picture.
	Still bool
	// Card is the id of an event whose card is part of the picture; "" for none.
	Card string
	// Photo is the size, in pixels, of the photo of that event; zero: it is not shown.
	// A photo that must not be in stills is not shown either.
	Photo scene.Point
	// Land makes the card show on a map where its event happened; nil: no map.
	Land *locator.Land
}

// View is what the reader chose and where the motion stands.
type View struct {
	Span     timescale.Span // visible stretch of time
	Selected string         // id of the event whose card is open; "" for none
	Hover    string         // id of the event or pile under the pointer
	Focus    string         // id of the event with keyboard focus
	Year     int            // year whose values are being read; 0 for none
	Grow     float64        // opening: share of the story's time that has grown, 0 to 1
	// Labels come from one solution per zoom level. While the level changes the
	// old solution fades: From is its level and Fade runs from 0 (old) to 1 (new).
	// A Fade of 1, or From equal to the span's own level, shows one solution.
	From int
	Fade float64
}
