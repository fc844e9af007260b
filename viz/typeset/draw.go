package typeset

import (
	"unicode"

	"rentang/viz/scene"
)

// Draw sets one line on dst with its anchor on the baseline at at: the start of
// the line for Left, its middle for Center, its end for Right. Each part that one
// face sets becomes one glyph run. A character that no face has is drawn as the box of the first face.
func (s *Set) Draw(dst scene.Painter, text string, st Style, at scene.Point, align Align, c scene.Color) {
	s.DrawTurned(dst, text, st, scene.Level, at, align, c)
}

// DrawTurned is Draw for a line that reads upwards (turned a quarter
// anticlockwise) or downwards (clockwise); at is on its baseline, and align counts
// along the direction in which it reads.
func (s *Set) DrawTurned(dst scene.Painter, text string, st Style, turn scene.Turn, at scene.Point, align Align, c scene.Color) {
	t := s.shape(text, st.Weight)
	start := 0.0
	switch align {
	case Center:
		start = -t.width * st.Size / 2
	case Right:
		start = -t.width * st.Size
	}
	for i := range t.runs {
		r := &t.runs[i]
		glyphs := s.run.Glyphs[:0]
		for j := r.from; j < r.to; j++ {
			ch := &t.chars[j]
			if !ch.ink {
				continue
			}
			d := start + ch.x*st.Size
			p := at
			switch turn {
			case scene.Up:
				p.Y -= d
			case scene.Down:
				p.Y += d
			default:
				p.X += d
			}
			glyphs = append(glyphs, scene.Glyph{ID: ch.glyph, At: p})
		}
		s.run = scene.GlyphRun{Face: r.face, Size: st.Size, Turn: turn, Text: r.text, Glyphs: glyphs}
		dst.Glyphs(&s.run, c)
	}
}

// hangulMiddle is how far, in ems, the middle of a syllable lies above the
// baseline: the mean over all syllables of the font, in both weights.
const hangulMiddle = 0.31

// middle is how far the middle of a character lies above the baseline, in ems.
func middle(r rune) float64 {
	if unicode.Is(unicode.Hangul, r) {
		return hangulMiddle
	}
	return CapHeight / 2
}

// DrawStacked sets a text upright, one character under another, as Korean does in
// a narrow column, and returns its height: StackedHeight. at is the middle of the
// column at its top, step the height of one character in CSS pixels. Spaces take half a step.
func (s *Set) DrawStacked(dst scene.Painter, text string, st Style, at scene.Point, step float64, c scene.Color) float64 {
	t := s.shape(text, st.Weight)
	y, k := at.Y, 0
	for i := range t.runs {
		r := &t.runs[i]
		glyphs := s.run.Glyphs[:0]
		for ; k < r.to; k++ {
			ch := &t.chars[k]
			if ch.ink {
				glyphs = append(glyphs, scene.Glyph{ID: ch.glyph, At: scene.Point{
					X: at.X - ch.advance*st.Size/2,
					Y: y + step/2 + middle(ch.r)*st.Size,
				}})
			}
			y += stackedStep(ch.r, step)
		}
		s.run = scene.GlyphRun{Face: r.face, Size: st.Size, Text: r.text, Glyphs: glyphs}
		dst.Glyphs(&s.run, c)
	}
	return StackedHeight(text, step)
}

// StackedHeight is the height of a text that DrawStacked sets with the same step.
func StackedHeight(text string, step float64) float64 {
	var h float64
	for _, r := range text {
		h += stackedStep(r, step)
	}
	return h
}

// stackedStep is the height of one character in a stack.
func stackedStep(r rune, step float64) float64 {
	switch {
	case invisible(r):
		return 0
	case unicode.IsSpace(r):
		return step / 2
	}
	return step
}
