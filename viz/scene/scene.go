// Package scene is the one drawing language of rentang. A scene says four
// things only - fill, stroke, glyphs, picture - in final coordinates, with
// curves already flattened. What it cannot say cannot differ between the
// screen, the PNG, the SVG and the PDF.
//
//	var s scene.Scene
//	s.Reset(scene.Point{X: 1200, Y: 675})
//	var p scene.Path
//	p.Rect(scene.R(10, 10, 80, 20))
//	s.Fill(&p, ink)
//	s.Replay(painter)
package scene

// Painter is what a backend must do; nothing else may be asked of it. The
// arguments are only valid during the call.
type Painter interface {
	// Fill paints the inside of p by the non-zero rule. Open contours are closed.
	Fill(p *Path, c Color)
	// Stroke draws along p. Open contours end as pen.Cap says; corners are mitred
	// up to four times the width, then bevelled.
	Stroke(p *Path, pen Pen)
	// Glyphs draws a placed run of text.
	Glyphs(run *GlyphRun, c Color)
	// Picture draws the part src (in picture pixels) of a picture into dst.
	Picture(id string, src, dst Rect)
}

// Cap is the form of a stroke's ends.
type Cap uint8

// The caps.
const (
	Butt Cap = iota
	Round
)

// Pen is how a stroke is drawn. Width is in CSS pixels; dashes are made by
// whoever builds the path.
type Pen struct {
	Width float64
	Color Color
	Cap   Cap
}

// opKind says which verb an op holds.
type opKind uint8

const (
	opFill opKind = iota
	opStroke
	opGlyphs
	opPicture
)

// op is one recorded call; its points, contours or glyphs lie in the scene's arrays.
type op struct {
	kind           opKind
	color          Color
	width          float64
	cap            Cap
	face           FaceID
	turn           Turn
	size           float64
	text           string // words, or the picture's id
	from, to       int    // points or glyphs
	endFrom, endTo int    // contours
	src, dst       Rect
}

// Scene is one finished picture in CSS pixels, y down, drawn in order. It is
// itself a Painter that records. The zero Scene is empty; Reset keeps its memory,
// so that a steady frame allocates nothing.
type Scene struct {
	Size        Point
	Background  Color  // painted by the backend under everything
	Title, Desc string // accessible name and description: SVG title and desc, PDF information
	Lang        string // BCP 47 tag of the texts
	Zones       []Zone // what can be pointed at, topmost first

	ops    []op
	points []Point
	ends   []int // relative to the op's first point
	closed []bool
	glyphs []Glyph
	path   Path // handed to painters during Replay
	run    GlyphRun
}

var _ Painter = (*Scene)(nil)

// Reset empties the scene for a picture of the given size and keeps its memory.
func (s *Scene) Reset(size Point) {
	s.Size = size
	s.Zones = s.Zones[:0]
	s.ops, s.points, s.ends, s.closed, s.glyphs = s.ops[:0], s.points[:0], s.ends[:0], s.closed[:0], s.glyphs[:0]
}

// Len is the number of drawing operations recorded.
func (s *Scene) Len() int { return len(s.ops) }

func (s *Scene) record(o op, p *Path) {
	o.from, o.endFrom = len(s.points), len(s.ends)
	s.points = append(s.points, p.Points...)
	s.ends = append(s.ends, p.Ends...)
	s.closed = append(s.closed, p.Closed...)
	o.to, o.endTo = len(s.points), len(s.ends)
	s.ops = append(s.ops, o)
}

// Fill records a fill. An empty path records nothing.
func (s *Scene) Fill(p *Path, c Color) {
	if !p.Empty() {
		s.record(op{kind: opFill, color: c}, p)
	}
}

// Stroke records a stroke. An empty path or a width of zero records nothing.
func (s *Scene) Stroke(p *Path, pen Pen) {
	if !p.Empty() && pen.Width > 0 {
		s.record(op{kind: opStroke, color: pen.Color, width: pen.Width, cap: pen.Cap}, p)
	}
}

// Glyphs records a run of text. An empty run records nothing.
func (s *Scene) Glyphs(run *GlyphRun, c Color) {
	if len(run.Glyphs) == 0 {
		return
	}
	from := len(s.glyphs)
	s.glyphs = append(s.glyphs, run.Glyphs...)
	s.ops = append(s.ops, op{kind: opGlyphs, color: c, face: run.Face, size: run.Size, turn: run.Turn,
		text: run.Text, from: from, to: len(s.glyphs)})
}

// Picture records a picture. An empty place records nothing.
func (s *Scene) Picture(id string, src, dst Rect) {
	if !dst.Empty() && !src.Empty() {
		s.ops = append(s.ops, op{kind: opPicture, text: id, src: src, dst: dst})
	}
}

// Replay draws the scene, in order. The paths and runs that the painter gets are
// reused from call to call.
func (s *Scene) Replay(to Painter) {
	for i := range s.ops {
		o := &s.ops[i]
		switch o.kind {
		case opFill, opStroke:
			s.path = Path{Points: s.points[o.from:o.to:o.to], Ends: s.ends[o.endFrom:o.endTo:o.endTo], Closed: s.closed[o.endFrom:o.endTo:o.endTo]}
			if o.kind == opFill {
				to.Fill(&s.path, o.color)
			} else {
				to.Stroke(&s.path, Pen{Width: o.width, Color: o.color, Cap: o.cap})
			}
		case opGlyphs:
			s.run = GlyphRun{Face: o.face, Size: o.size, Turn: o.turn, Text: o.text, Glyphs: s.glyphs[o.from:o.to:o.to]}
			to.Glyphs(&s.run, o.color)
		case opPicture:
			to.Picture(o.text, o.src, o.dst)
		}
	}
}
