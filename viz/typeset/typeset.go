package typeset

// Weight is a weight of the family.
type Weight uint8

// The weights.
const (
	Regular Weight = iota
	SemiBold
)

// Style is how a text is set: a weight and an em size in CSS pixels.
type Style struct {
	Weight Weight
	Size   float64
}

// Align is where a line stands relative to its anchor.
type Align uint8

// The alignments.
const (
	Left Align = iota
	Center
	Right
)

// CapHeight, XHeight, Ascent and Descent of the family, as shares of the em;
// Descent counts downwards. They are those of the Latin and Cyrillic font: the
// Korean one has taller vertical metrics and must not widen the lines.
const (
	CapHeight = 0.698
	XHeight   = 0.516
	Ascent    = 1.025
	Descent   = 0.275
)
