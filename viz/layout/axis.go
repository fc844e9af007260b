package layout

import (
	"math"

	"rentang/viz/scene"
)

// pt places a point by its pixel along time and its pixel across it: x and y in
// landscape, y and x in portrait. Everything that turns with the picture is drawn
// through it.
func (f *Figure) pt(along, across float64) scene.Point {
	if f.portrait {
		return scene.Point{X: across, Y: along}
	}
	return scene.Point{X: along, Y: across}
}

// rect is the rectangle between two places given along and across time.
func (f *Figure) rect(a0, a1, c0, c1 float64) scene.Rect {
	return scene.Rect{Min: f.pt(a0, c0), Max: f.pt(a1, c1)}
}

// move and line add points given along and across time.
func (f *Figure) move(p *scene.Path, along, across float64) {
	q := f.pt(along, across)
	p.MoveTo(q.X, q.Y)
}

func (f *Figure) line(p *scene.Path, along, across float64) {
	q := f.pt(along, across)
	p.LineTo(q.X, q.Y)
}

// snap moves a coordinate to the middle of its pixel, so that a line one pixel
// wide fills one row of pixels instead of half of two.
func snap(v float64) float64 { return math.Floor(v) + 0.5 }
