package canvas2d

import (
	"rentang/viz/scene"
	"rentang/viz/typeset"
)

// The commands.
const (
	opFill = 1 + iota
	opStroke
	opGlyphs
	opGlyph
)

// Outliner gives glyph outlines; *typeset.Set is one.
type Outliner interface {
	Outline(face scene.FaceID, glyph uint16) *typeset.Outline
}

var _ Outliner = (*typeset.Set)(nil)

// Encoder writes lists. It keeps its memory and knows which outlines it has
// written before; a frame without new ones allocates nothing. It is not safe for
// concurrent use.
type Encoder struct {
	faces         Outliner
	out           []float32
	known         map[glyphKey]glyph
	scale         float64
	width, height float64 // device pixels
}

var _ scene.Painter = (*Encoder)(nil)

// glyphKey names an outline.
type glyphKey struct {
	face scene.FaceID
	id   uint16
}

// glyph is an outline that has been written. Those without ink have no number.
type glyph struct {
	number float32
	blank  bool
}

// New makes an Encoder that takes its glyphs from faces.
func New(faces Outliner) *Encoder {
	return &Encoder{faces: faces, known: map[glyphKey]glyph{}}
}

// Encode returns the list of s for a target of width and height device pixels, at
// scale device pixels per CSS pixel. The list is valid until the next call.
func (e *Encoder) Encode(s *scene.Scene, scale float64, width, height int) []float32 {
	e.scale, e.width, e.height = scale, float64(width), float64(height)
	e.out = append(e.out[:0], float32(width), float32(height), color(s.Background))
	s.Replay(e)
	return e.out
}

// Fill implements scene.Painter. What is out of sight is left to the canvas, which
// looks at the bounds of everything anyway.
func (e *Encoder) Fill(p *scene.Path, c scene.Color) {
	e.out = append(e.out, opFill, color(c), float32(len(p.Ends)))
	for i := range p.Ends {
		points, _ := p.Contour(i)
		e.out = append(e.out, float32(len(points)))
		e.points(points)
	}
}

// Stroke implements scene.Painter.
func (e *Encoder) Stroke(p *scene.Path, pen scene.Pen) {
	e.out = append(e.out, opStroke, color(pen.Color), float32(pen.Width*e.scale), float32(pen.Cap), float32(len(p.Ends)))
	for i := range p.Ends {
		points, closed := p.Contour(i)
		n := float32(len(points))
		if closed {
			n = -n
		}
		e.out = append(e.out, n)
		e.points(points)
	}
}

// Picture implements scene.Painter. Pictures are shown by the page, beside the
// canvas.
func (e *Encoder) Picture(string, scene.Rect, scene.Rect) {}

func (e *Encoder) points(points []scene.Point) {
	for _, p := range points {
		e.out = append(e.out, float32(p.X*e.scale), float32(p.Y*e.scale))
	}
}

// color is a colour as one number, which a float32 holds exactly.
func color(c scene.Color) float32 { return float32(int(c.R)<<16 | int(c.G)<<8 | int(c.B)) }
