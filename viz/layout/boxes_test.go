package layout

import (
	"fmt"
	"math"
	"strings"

	"rentang/viz/scene"
	"rentang/viz/typeset"
)

// textBox is the ink of one drawn text.
type textBox struct {
	text string
	r    scene.Rect
	size float64
}

// collector is a painter that measures what it is given.
type collector struct {
	set   *typeset.Set
	texts []textBox
	bad   string // the first coordinate that is not a number
}

func (c *collector) check(p scene.Point, what string) {
	if math.IsNaN(p.X) || math.IsNaN(p.Y) || math.IsInf(p.X, 0) || math.IsInf(p.Y, 0) {
		if c.bad == "" {
			c.bad = fmt.Sprintf("%s at %v", what, p)
		}
	}
}

func (c *collector) Fill(p *scene.Path, _ scene.Color) {
	for _, q := range p.Points {
		c.check(q, "fill")
	}
}

func (c *collector) Stroke(p *scene.Path, _ scene.Pen) {
	for _, q := range p.Points {
		c.check(q, "stroke")
	}
}

func (c *collector) Picture(string, scene.Rect, scene.Rect) {}

// Glyphs measures the outlines' boxes. The runs of one line join by being adjacent.
func (c *collector) Glyphs(run *scene.GlyphRun, _ scene.Color) {
	box := scene.Rect{Min: scene.Point{X: math.Inf(1), Y: math.Inf(1)}, Max: scene.Point{X: math.Inf(-1), Y: math.Inf(-1)}}
	for _, g := range run.Glyphs {
		c.check(g.At, "glyph of "+run.Text)
		o := c.set.Outline(run.Face, g.ID)
		k := run.Size / o.UnitsPerEm
		grow := func(p scene.Point) {
			x, y := p.X*k, -p.Y*k
			switch run.Turn {
			case scene.Up:
				x, y = y, -x
			case scene.Down:
				x, y = -y, x
			}
			box.Min.X, box.Min.Y = min(box.Min.X, g.At.X+x), min(box.Min.Y, g.At.Y+y)
			box.Max.X, box.Max.Y = max(box.Max.X, g.At.X+x), max(box.Max.Y, g.At.Y+y)
		}
		for _, ct := range o.Contours {
			grow(ct.Start)
			for _, s := range ct.Segs {
				grow(s.P)
			}
		}
	}
	if box.Empty() || strings.TrimSpace(run.Text) == "" {
		return
	}
	c.texts = append(c.texts, textBox{run.Text, box, run.Size})
}

// overlaps lists pairs of texts whose ink meets.
func overlaps(texts []textBox) []string {
	var out []string
	for i := range texts {
		for j := i + 1; j < len(texts); j++ {
			if texts[i].r.Overlaps(texts[j].r) {
				out = append(out, fmt.Sprintf("%q %.0f,%.0f meets %q %.0f,%.0f", texts[i].text, texts[i].r.Min.X, texts[i].r.Min.Y, texts[j].text, texts[j].r.Min.X, texts[j].r.Min.Y))
			}
		}
	}
	return out
}
