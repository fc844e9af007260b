package mesh

import (
	"math"

	"rentang/viz/scene"
)

// ribbon paints a stroke whose corners are all gentle as a ribbon of triangles
// along it, with ramps one pixel wide at its sides and ends. It reports false for
// a line that is not of that kind.
func (b *Builder) ribbon(line []scene.Point, closed bool, half float64) bool {
	if n := len(line); !gentle(line, closed) || n == 2 && (line[0].X == line[1].X || line[0].Y == line[1].Y) {
		return false
	}
	if !b.visible(bounds(line).Grow(half + 1)) {
		return true
	}
	if !closed {
		line = longEnds(line)
	}
	n := len(line)
	r := ribbon{to: b, inner: math.Abs(half - 0.5), outer: half + 0.5, a: min(1, 2*half)}
	if closed {
		first := r.corner(line[n-1], line[0], line[1])
		last := first
		for i := 1; i < n; i++ {
			next := r.corner(line[i-1], line[i], line[(i+1)%n])
			r.join(last, next)
			last = next
		}
		r.join(last, first)
		return true
	}
	d, l := towards(line[0], line[1])
	k := 1.0
	in := 0.5 // how far within the end its ramp ends
	if n == 2 {
		k, in = min(1, l), min(0.5, l-0.5)
	}
	last := r.end(line[0], d, -0.5, in, k)
	for i := 1; i < n-1; i++ {
		next := r.corner(line[i-1], line[i], line[i+1])
		r.join(last, next)
		last = next
	}
	d, l = towards(line[n-1], line[n-2])
	if n == 2 {
		in = min(0.5, l-max(0.5, l-0.5))
	}
	// The far end looks back: its sides are the other way round.
	r.flip = true
	r.join(last, r.end(line[n-1], d, -0.5, in, k))
	return true
}

// ribbon holds the measures of a stroke across it, in pixels: no coverage at
// outer, a from inner inwards.
type ribbon struct {
	to              *Builder
	inner, outer, a float64
	flip            bool
}

// cross adds the four vertices of a cut through p with normal m and returns the first.
func (r *ribbon) cross(p, m scene.Point, a float64) uint32 {
	if r.flip {
		m = scene.Point{X: -m.X, Y: -m.Y}
	}
	at := func(t, a float64) uint32 { return r.to.vertex(float32(p.X+m.X*t), float32(p.Y+m.Y*t), float32(a)) }
	first := at(-r.outer, 0)
	at(-r.inner, a)
	at(r.inner, a)
	at(r.outer, 0)
	return first
}

// corner adds the cut at p, half-way between the directions to either side.
func (r *ribbon) corner(before, p, after scene.Point) uint32 {
	d, _ := towards(before, p)
	e, _ := towards(p, after)
	k := 1 / (1 + d.X*e.X + d.Y*e.Y)
	return r.cross(p, scene.Point{X: -(d.Y + e.Y) * k, Y: (d.X + e.X) * k}, r.a)
}

// end adds the ramp at an end: from nothing at out to full at in, both measured
// from p in direction d. Where two ramps meet, coverage is their product: that
// needs a vertex in the middle. It returns the inner cut.
func (r *ribbon) end(p, d scene.Point, out, in, k float64) uint32 {
	m := scene.Point{X: -d.Y, Y: d.X}
	zero := r.cross(scene.Point{X: p.X + d.X*out, Y: p.Y + d.Y*out}, m, 0)
	full := r.cross(scene.Point{X: p.X + d.X*in, Y: p.Y + d.Y*in}, m, r.a*k)
	b := r.to
	b.Indices = append(b.Indices, zero+1, full+1, zero+2, full+1, full+2, zero+2)
	for _, i := range [2]uint32{0, 2} {
		va, vd := &b.Vertices[zero+i], &b.Vertices[full+i+1]
		c := b.vertex((va.DstX+vd.DstX)/2, (va.DstY+vd.DstY)/2, float32(r.a*k/4))
		b.Indices = append(b.Indices, c, zero+i, full+i, c, full+i, full+i+1, c, full+i+1, zero+i+1, c, zero+i+1, zero+i)
	}
	return full
}

// join fills between two cuts.
func (r *ribbon) join(from, to uint32) {
	for i := range uint32(3) {
		r.to.Indices = append(r.to.Indices, from+i, to+i, from+i+1, to+i, to+i+1, from+i+1)
	}
}

// longEnds drops corners right behind the ends, where the ends' ramps lie.
func longEnds(line []scene.Point) []scene.Point {
	const room = 0.6 // pixels
	for len(line) > 2 && within(room, line[0], line[1]) {
		line[1] = line[0]
		line = line[1:]
	}
	for n := len(line); n > 2 && within(room, line[n-1], line[n-2]); n-- {
		line[n-2] = line[n-1]
		line = line[:n-1]
	}
	return line
}

func within(d float64, p, q scene.Point) bool {
	x, y := p.X-q.X, p.Y-q.Y
	return x*x+y*y < d*d
}

// gentle reports whether a line nowhere turns by more than some 25 degrees.
func gentle(line []scene.Point, closed bool) bool {
	const least = 0.9 // cosine
	n := len(line)
	from, to := 1, n-1
	if closed {
		from, to = 0, n
	}
	for i := from; i < to; i++ {
		d, _ := towards(line[(i+n-1)%n], line[i])
		e, _ := towards(line[i], line[(i+1)%n])
		if d.X*e.X+d.Y*e.Y < least {
			return false
		}
	}
	return n > 1
}
