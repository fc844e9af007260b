package mesh

import (
	"math"

	"rentang/viz/scene"
)

// outline is the closed contours of a shape in device pixels.
type outline struct {
	pts  []scene.Point
	ends []int
	line []scene.Point // the polyline being stroked
}

func (o *outline) reset() { o.pts, o.ends = o.pts[:0], o.ends[:0] }

// contour returns the points of contour i.
func (o *outline) contour(i int) []scene.Point {
	from := 0
	if i > 0 {
		from = o.ends[i-1]
	}
	return o.pts[from:o.ends[i]]
}

func (o *outline) add(p scene.Point) { o.pts = append(o.pts, p) }

// end closes the contour at work.
func (o *outline) end() { o.ends = append(o.ends, len(o.pts)) }

// fill takes a path to be filled.
func (o *outline) fill(p *scene.Path, scale float64) {
	o.reset()
	for _, q := range p.Points {
		o.add(scene.Point{X: q.X * scale, Y: q.Y * scale})
	}
	o.ends = append(o.ends, p.Ends...)
}

// bounds is the smallest box around pts; infinite and inside out for none.
func bounds(pts []scene.Point) scene.Rect {
	b := scene.Rect{Min: scene.Point{X: math.Inf(1), Y: math.Inf(1)}, Max: scene.Point{X: math.Inf(-1), Y: math.Inf(-1)}}
	for _, p := range pts {
		b.Min.X, b.Min.Y = lower(b.Min.X, p.X), lower(b.Min.Y, p.Y)
		b.Max.X, b.Max.Y = upper(b.Max.X, p.X), upper(b.Max.Y, p.Y)
	}
	return b
}

// area is twice the signed area of a closed contour; positive when it runs
// clockwise on screen.
func area(pts []scene.Point) float64 {
	if len(pts) < 3 {
		return 0
	}
	// Relative to the first point, so that far away shapes lose no digits.
	sum, o := 0.0, pts[0]
	for i := 1; i+1 < len(pts); i++ {
		sum += (pts[i].X-o.X)*(pts[i+1].Y-o.Y) - (pts[i+1].X-o.X)*(pts[i].Y-o.Y)
	}
	return sum
}

// finite reports whether no coordinate is NaN or infinite.
func finite(b scene.Rect) bool {
	sum := b.Min.X + b.Min.Y + b.Max.X + b.Max.Y
	return !math.IsNaN(sum) && !math.IsInf(sum, 0)
}
