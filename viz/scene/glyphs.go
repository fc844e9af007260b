package scene

// FaceID names one font face of the typeset.Set that made the run.
type FaceID uint8

// Turn is the direction in which a run of glyphs reads.
type Turn uint8

// The turns. Up reads from bottom to top, Down from top to bottom.
const (
	Level Turn = iota
	Up
	Down
)

// Glyph is one placed glyph: its index in the face and its origin on the
// baseline, in CSS pixels.
type Glyph struct {
	ID uint16
	At Point
}

// GlyphRun is text that has been placed: every glyph has its final position, so
// that backends draw outlines and never lay text out again.
type GlyphRun struct {
	Face   FaceID
	Size   float64 // em size in CSS pixels
	Turn   Turn
	Text   string // the words drawn, for the dump, for search and for reading aloud
	Glyphs []Glyph
}
