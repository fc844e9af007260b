// Package theme holds the colours, sizes and type ramp of the picture. Every
// value was measured: contrast, and distance in normal vision and three
// simulated colour-vision deficiencies; the tests repeat the measurement.
package theme

import "image/color"

// Theme is one complete set of colours. All of them are opaque.
type Theme struct {
	Name string // light, dark, contrast, print
	Dark bool   // the ground is darker than the ink

	Background color.RGBA // the paper
	Ink        color.RGBA // titles, important labels
	Muted      color.RGBA // subtitle, years, notes
	Grid       color.RGBA // decade lines through the field
	Line       color.RGBA // the two rules of the lane
	Leader     color.RGBA // from a label to its date
	Gap        color.RGBA // the open bracket and "?" of an unknown year

	StripA, StripB, StripText color.RGBA // neighbouring spans of a strip take A and B in turn
	Card, CardBorder, Link    color.RGBA

	Sea, Land, Coast color.RGBA // of a card's map, on which marks, ink and muted text stand

	MarkerHalo, Focus, FocusGap color.RGBA // round marks: 1 px; 2 px ring outside a 2 px gap
	HoverRing, HoverLeader      color.RGBA // what the pointer is on
	HoverTint                   color.RGBA // laid over a band under the pointer; see Hovered

	FringeUpper, FringeLower [3]color.RGBA // range of estimates, from the band outwards
	FringeEdge               color.RGBA    // dotted outer edge of the range, FringeDash
	Low                      color.RGBA    // low estimate: broken line inside a band, LowDash
	Separator                color.RGBA    // between bands that touch

	Plate         *color.RGBA // behind text on a band; nil where none is needed
	BandEdge      *color.RGBA // outline of bands; nil for none
	BandEdgeWidth float64     // CSS pixels, points in print; 0 where BandEdge is nil

	HatchPeriod, HatchStroke float64 // CSS pixels, points in print; lines at 45 degrees

	bands [bandCount]Band
	marks [familyCount]color.RGBA
}

// Lengths that every theme shares, in CSS pixels.
const (
	SeparatorWidth = 1.0
	HaloWidth      = 1.0
	FocusWidth     = 2.0
	FocusGapWidth  = 2.0
	HoverRingWidth = 1.5
	HoverScale     = 1.25 // a mark under the pointer, times its size
	FringeEdgeLine = 1.0
	LowLine        = 1.0
	HatchEdge      = 1.25 // solid outer edge of a hatched band, in the band's colour
)

// FringeDash is the dots of the range's outer edge, on and off, in CSS pixels.
func FringeDash() [2]float64 { return [2]float64{1, 3} }

// LowDash is the dashes of the low estimate, on and off, in CSS pixels.
func LowDash() [2]float64 { return [2]float64{4, 2} }

// hoverShare is how much of HoverTint a band under the pointer takes on.
const hoverShare = 0.1

// Hovered is a band colour under the pointer: mixed a tenth of the way to
// HoverTint, opaque, since the scene knows no transparency.
func (t *Theme) Hovered(c color.RGBA) color.RGBA {
	mix := func(a, b uint8) uint8 { return uint8(float64(a) + (float64(b)-float64(a))*hoverShare + 0.5) }
	return color.RGBA{mix(c.R, t.HoverTint.R), mix(c.G, t.HoverTint.G), mix(c.B, t.HoverTint.B), 255}
}

// Get returns a theme by name; ok is false for an unknown one. Each call returns
// a theme of its own.
func Get(name string) (t *Theme, ok bool) {
	switch name {
	case "light":
		return light(), true
	case "dark":
		return dark(), true
	case "contrast":
		return contrast(), true
	case "print":
		return printed(), true
	}
	return nil, false
}

// Names lists the themes, the default first.
func Names() []string { return []string{"light", "dark", "contrast", "print"} }

// rgb is the opaque colour 0xrrggbb.
func rgb(v uint32) color.RGBA {
	return color.RGBA{uint8(v >> 16), uint8(v >> 8), uint8(v), 255}
}

func ptr(c color.RGBA) *color.RGBA { return &c }
