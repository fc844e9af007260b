package layout

import (
	"rentang/viz/scene"
	"rentang/viz/theme"
	"rentang/viz/typeset"
)

// style is a font of the ramp in a weight.
func style(f theme.Font, w typeset.Weight) typeset.Style {
	return typeset.Style{Weight: w, Size: f.Size}
}

// baseline is where the baseline of a line of the font that starts at y stands, so
// that capitals are centred in the line.
func baseline(y float64, f theme.Font) float64 {
	return y + f.Line/2 + f.Size*typeset.CapHeight/2
}

// block is text broken into lines, with its size.
type block struct {
	lines []string
	font  theme.Font
	style typeset.Style
	w, h  float64
}

// newBlock measures lines.
func (f *Figure) newBlock(lines []string, font theme.Font, w typeset.Weight) block {
	b := block{lines: lines, font: font, style: style(font, w), h: float64(len(lines)) * font.Line}
	for _, l := range lines {
		b.w = max(b.w, f.in.Type.Width(l, b.style))
	}
	return b
}

// drawBlock sets the block with its upper left corner at x, y (upper right for Right).
func (f *Figure) drawBlock(dst *scene.Scene, b block, x, y float64, align typeset.Align, c scene.Color) {
	for i, l := range b.lines {
		f.in.Type.Draw(dst, l, b.style, scene.Point{X: x, Y: baseline(y+float64(i)*b.font.Line, b.font)}, align, c)
	}
}
