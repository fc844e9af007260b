package mesh

import (
	"math"

	"rentang/viz/scene"
)

const (
	// maskSide is the longest side, in device pixels, of a shape that is kept as a mask.
	maskSide = 64
	// maskPoints is how many points make a shape worth keeping. Ticks and dashes
	// have fewer, and would only crowd the atlas.
	maskPoints = 9
	// tinySide is the side below which a contour is not worth a ramp.
	tinySide = 12
)

// fill paints a shape in device pixels, each part by the cheapest way that is
// right for it.
func (b *Builder) fill(o *outline) {
	box := bounds(o.pts)
	if len(o.ends) == 0 || !finite(box) || !b.visible(box) {
		return
	}
	if len(o.ends) == 1 && isRect(o.pts, box) {
		b.rect(box)
		return
	}
	if len(o.pts) >= maskPoints && box.W() <= maskSide && box.H() <= maskSide && b.shape(o, box) {
		return
	}
	if !oneWay(o) || touching(o) { // only the sum of all contours is right
		for i := range o.ends {
			b.exact(o.contour(i))
		}
	} else {
		for i := range o.ends {
			b.contour(o.contour(i))
		}
	}
	b.flush()
}

// contour paints one contour of several that run the same way round.
func (b *Builder) contour(pts []scene.Point) {
	box := bounds(pts)
	switch {
	case !b.visible(box):
	case isRect(pts, box):
		b.rect(box)
	case box.W() < tinySide && box.H() < tinySide:
		b.exact(pts)
	case box.W() >= box.H():
		if !b.strip(pts, false) && !b.strip(pts, true) {
			b.exact(pts)
		}
	default:
		if !b.strip(pts, true) && !b.strip(pts, false) {
			b.exact(pts)
		}
	}
}

// exact leaves a contour to the cells.
func (b *Builder) exact(pts []scene.Point) {
	last := pts[len(pts)-1]
	for _, p := range pts {
		b.cells.line(last.X, last.Y, p.X, p.Y)
		last = p
	}
}

// flush turns what the cells hold into quads.
func (b *Builder) flush() {
	b.quads.to = b
	b.cells.sweep(&b.quads)
	b.quads.flush()
}

func (b *Builder) visible(r scene.Rect) bool {
	return r.Min.X < float64(b.width) && r.Max.X > 0 && r.Min.Y < float64(b.height) && r.Max.Y > 0
}

// oneWay reports whether all contours run the same way round, so that none is a hole.
func oneWay(o *outline) bool {
	if len(o.ends) == 1 {
		return true
	}
	var right, left bool
	for i := range o.ends {
		a := area(o.contour(i))
		right, left = right || a > 0, left || a < 0
	}
	return !right || !left
}

// touching reports whether contours of a shape of a few lie over each other, as the
// arms of a scale bar do. Of many it is not asked: they are dashes and hatches.
func touching(o *outline) bool {
	const few = 8
	if len(o.ends) > few {
		return false
	}
	var boxes [few]scene.Rect
	for i := range o.ends {
		boxes[i] = bounds(o.contour(i))
		for _, b := range boxes[:i] {
			if b.Overlaps(boxes[i]) {
				return true
			}
		}
	}
	return false
}

// isRect reports whether a contour is the rectangle box itself.
func isRect(pts []scene.Point, box scene.Rect) bool {
	n := len(pts)
	if n == 5 && pts[4] == pts[0] {
		n = 4
	}
	if n != 4 {
		return false
	}
	// A right angle at each corner, up to what rounding leaves of it.
	flat := func(p, q scene.Point) bool { return math.Abs(p.X-q.X) < 1e-6 || math.Abs(p.Y-q.Y) < 1e-6 }
	for i := range 4 {
		p, q := pts[i], pts[(i+1)%4]
		if !flat(p, q) || pts[i] != corner(p, box) {
			return false
		}
	}
	return pts[0] != pts[2] && pts[1] != pts[3]
}

// corner is the corner of box nearest to p when p is one of them up to rounding.
func corner(p scene.Point, box scene.Rect) scene.Point {
	if math.Abs(p.X-box.Min.X) > 1e-6 && math.Abs(p.X-box.Max.X) > 1e-6 ||
		math.Abs(p.Y-box.Min.Y) > 1e-6 && math.Abs(p.Y-box.Max.Y) > 1e-6 {
		return scene.Point{X: math.NaN()}
	}
	return p
}

// side is a stretch of pixels of one direction that a rectangle covers evenly.
type side struct {
	from, to float64
	a        float32
}

// sides cuts a stretch at the pixels it covers in part; at most three remain.
func sides(from, to float64, out *[3]side) []side {
	first, last := math.Floor(from), math.Ceil(to)
	if last-first <= 1 {
		out[0] = side{first, last, float32(to - from)}
		return out[:1]
	}
	n := 0
	if from > first {
		out[n] = side{first, first + 1, float32(first + 1 - from)}
		first++
		n++
	}
	whole := math.Floor(to)
	if whole > first {
		out[n] = side{first, whole, 1}
		n++
	}
	if to > whole {
		out[n] = side{whole, whole + 1, float32(to - whole)}
		n++
	}
	return out[:n]
}

// rect paints an axis-aligned rectangle: nine quads at most, each evenly covered.
func (b *Builder) rect(r scene.Rect) {
	x0, x1 := max(r.Min.X, 0), min(r.Max.X, float64(b.width))
	y0, y1 := max(r.Min.Y, 0), min(r.Max.Y, float64(b.height))
	if x1 <= x0 || y1 <= y0 {
		return
	}
	var xbuf, ybuf [3]side
	xs := sides(x0, x1, &xbuf)
	for _, y := range sides(y0, y1, &ybuf) {
		for _, x := range xs {
			b.quad(float32(x.from), float32(y.from), float32(x.to), float32(y.to), x.a*y.a)
		}
	}
}
