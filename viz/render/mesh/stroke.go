package mesh

import (
	"math"
	"slices"

	"rentang/viz/scene"
)

// miterLimit is the length of a mitre, in widths, beyond which a corner is
// bevelled: what scene.Painter promises.
const miterLimit = 4

// Stroke implements scene.Painter.
func (b *Builder) Stroke(p *scene.Path, pen scene.Pen) {
	b.setColor(pen.Color)
	half := pen.Width * b.scale / 2
	o := &b.path
	o.reset()
	box := p.Bounds().Grow(pen.Width / 2)
	if !finite(box) {
		return
	}
	small := box.W()*b.scale <= maskSide && box.H()*b.scale <= maskSide
	for i := range p.Ends {
		pts, closed := p.Contour(i)
		closed = o.take(pts, closed, b.scale)
		if n := len(o.line); small || pen.Cap != scene.Butt || n < 2 || !b.ribbon(o.line, closed, half) {
			o.stroke(half, closed, pen.Cap)
		}
	}
	b.fill(o)
}

// take puts a contour into o.line, in device pixels and without points that fall
// together. It reports whether the line is a closed one.
func (o *outline) take(pts []scene.Point, closed bool, scale float64) bool {
	o.line = o.line[:0]
	for _, q := range pts {
		q = scene.Point{X: q.X * scale, Y: q.Y * scale}
		if n := len(o.line); n == 0 || far(o.line[n-1], q) {
			o.line = append(o.line, q)
		}
	}
	if n := len(o.line); closed && n > 1 && !far(o.line[0], o.line[n-1]) {
		o.line = o.line[:n-1]
	}
	return closed && len(o.line) > 2
}

// stroke adds the outline of the stroked line: of an open one one contour around
// it, of a closed one a ring of two.
func (o *outline) stroke(half float64, closed bool, c scene.Cap) {
	switch n := len(o.line); {
	case closed:
		o.ring(half)
	case n > 1:
		o.around(half, c)
	case n == 1 && c == scene.Round:
		o.add(scene.Point{X: o.line[0].X + half, Y: o.line[0].Y})
		o.turn(o.line[0], scene.Point{X: half}, 2*math.Pi)
		o.end()
	}
}

// far reports whether two points are apart enough for a direction between them.
func far(p, q scene.Point) bool {
	return math.Abs(p.X-q.X) > 1e-3 || math.Abs(p.Y-q.Y) > 1e-3
}

// around adds the outline of the open polyline in o.line.
func (o *outline) around(half float64, c scene.Cap) {
	n := len(o.line)
	for range 2 {
		d, _ := towards(o.line[0], o.line[1])
		o.add(beside(o.line[0], d, half))
		for i := 1; i < n-1; i++ {
			o.corner(o.line[i-1], o.line[i], o.line[i+1], half)
		}
		d, _ = towards(o.line[n-2], o.line[n-1])
		o.add(beside(o.line[n-1], d, half))
		if c == scene.Round {
			o.turn(o.line[n-1], scene.Point{X: -d.Y * half, Y: d.X * half}, -math.Pi)
		}
		slices.Reverse(o.line) // and back along the other side
	}
	o.end()
}

// ring adds the two sides of the closed polyline in o.line.
func (o *outline) ring(half float64) {
	n, length := len(o.line), 0.0
	for i := range o.line {
		_, l := towards(o.line[i], o.line[(i+1)%n])
		length += l
	}
	size := area(o.line)
	for k := range 2 {
		// The right side of a clockwise contour is its inner side. A pen wider
		// than the shape leaves no hole.
		if inner := (size > 0) == (k == 0); !inner || math.Abs(size) > half*length {
			for i := range o.line {
				o.corner(o.line[(i+n-1)%n], o.line[i], o.line[(i+1)%n], half)
			}
			o.end()
		}
		slices.Reverse(o.line)
	}
}

// corner adds the right side of the corner at p.
func (o *outline) corner(before, p, after scene.Point, half float64) {
	d, l := towards(before, p)
	e, m := towards(p, after)
	dot, cross := d.X*e.X+d.Y*e.Y, d.X*e.Y-d.Y*e.X
	miter := func() {
		k := half / (1 + dot)
		o.add(scene.Point{X: p.X - (d.Y+e.Y)*k, Y: p.Y + (d.X+e.X)*k})
	}
	switch outer := cross < 0; {
	case outer && 2 <= miterLimit*miterLimit*(1+dot):
		miter()
	case !outer && dot > -0.99 && half*math.Sqrt((1-dot)/(1+dot)) <= min(l, m):
		miter()
	case outer:
		o.add(beside(p, d, half))
		o.add(beside(p, e, half))
	default: // the sides do not meet within the segments
		o.add(beside(p, d, half))
		o.add(p)
		o.add(beside(p, e, half))
	}
}

// turn adds the points of an arc about c that starts at c+r, both ends left out.
func (o *outline) turn(c, r scene.Point, angle float64) {
	const flat = 0.03 // device pixels
	n := 4
	if l := math.Hypot(r.X, r.Y); l > flat {
		n = max(4, int(math.Abs(angle)/(2*math.Acos(1-flat/l)))+1)
	}
	for i := 1; i < n; i++ {
		sin, cos := math.Sincos(angle * float64(i) / float64(n))
		o.add(scene.Point{X: c.X + r.X*cos - r.Y*sin, Y: c.Y + r.X*sin + r.Y*cos})
	}
}

// towards is the unit vector from p to q, and their distance.
func towards(p, q scene.Point) (d scene.Point, length float64) {
	x, y := q.X-p.X, q.Y-p.Y
	length = math.Sqrt(x*x + y*y)
	return scene.Point{X: x / length, Y: y / length}, length
}

// beside is the point right of p, seen in direction d.
func beside(p, d scene.Point, half float64) scene.Point {
	return scene.Point{X: p.X - d.Y*half, Y: p.Y + d.X*half}
}
