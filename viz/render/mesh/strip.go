package mesh

import (
	"math"
	"slices"

	"rentang/viz/scene"
)

// spacing is how far apart, in pixels, stations of a strip are at least.
const spacing = 0.75

// strip paints a contour that runs in x (or, swapped, in y) as a strip of
// triangles with ramps along its edges; false when it does not run so. Columns
// where a ramp would be wrong go to the cells.
func (b *Builder) strip(pts []scene.Point, swap bool) bool {
	d := &b.band
	if !d.split(pts, swap) {
		return false
	}
	d.measure(b.length(swap))
	for i := 0; i < len(d.ways); {
		j := d.run(i)
		x0, x1 := float64(d.lo+i), float64(d.lo+j)
		switch d.ways[i] {
		case soft:
			b.soft(d, x0, x1)
		case across:
			d.slab(&b.slab, x0, x1)
			b.across(b.slab.pts, !swap)
		default:
			d.slab(&b.slab, x0, x1)
			b.exact(b.slab.pts)
		}
		i = j
	}
	return true
}

// length is the target's size along a band.
func (b *Builder) length(swap bool) int {
	if swap {
		return b.height
	}
	return b.width
}

// across paints a steep piece of a band as a band that runs the other way. Its
// cuts lie on whole pixels, where a ramp is exact.
func (b *Builder) across(pts []scene.Point, swap bool) {
	const short = 6 // pixels
	box := bounds(pts)
	if swap && box.H() < short || !swap && box.W() < short || !b.inner.split(pts, swap) {
		b.exact(pts)
		return
	}
	d := &b.inner
	d.measure(b.length(swap))
	for i := 0; i < len(d.ways); {
		j := i + 1
		for j < len(d.ways) && (d.ways[j] == soft) == (d.ways[i] == soft) {
			j++
		}
		x0, x1 := float64(d.lo+i), float64(d.lo+j)
		if d.ways[i] == soft {
			b.soft(d, x0, x1)
		} else {
			d.slab(&b.slab, x0, x1)
			b.exact(b.slab.pts)
		}
		i = j
	}
}

// slab makes out the contour of the part of the band between two columns.
func (d *band) slab(out *outline, x0, x1 float64) {
	out.reset()
	x0, x1 = max(x0, d.top.pts[0].X), min(x1, d.top.pts[len(d.top.pts)-1].X)
	d.along(out, &d.top, x0, x1)
	n := len(out.pts)
	d.along(out, &d.bot, x0, x1)
	slices.Reverse(out.pts[n:])
	if d.swap { // swapping turns a contour round
		slices.Reverse(out.pts)
	}
}

// along adds a stretch of a chain.
func (d *band) along(out *outline, c *chain, x0, x1 float64) {
	add := func(x, y float64) {
		if d.swap {
			x, y = y, x
		}
		out.add(scene.Point{X: x, Y: y})
	}
	add(x0, c.y(x0))
	for i := c.piece(x0) + 1; i < len(c.pts) && c.pts[i].X < x1; i++ {
		if c.pts[i].X > x0 {
			add(c.pts[i].X, c.pts[i].Y)
		}
	}
	add(x1, c.y(x1))
}

// station is a cut through the band: no coverage at y0, full at y1 to y2, none at y3.
type station struct{ x, y0, y1, y2, y3, a, spare float64 }

// cut makes the station at x. A band thinner than its ramps has a plateau as
// high as the band is thick.
func (d *band) cut(x float64) station {
	top, bot := d.top.y(x), d.bot.y(x)
	if top > bot {
		top, bot = bot, top
	}
	s, t := d.top.ramp(x), d.bot.ramp(x)
	return station{
		x: x, y0: top - s, y1: lower(top+s, bot-t), y2: upper(top+s, bot-t), y3: bot + t,
		a: lower(1, (bot-top)/(s+t)), spare: bot - top - s - t,
	}
}

// soft paints the band between two columns as a strip.
func (b *Builder) soft(d *band, x0, x1 float64) {
	last := d.cut(x0)
	from := b.cut(d, last)
	for last.x < x1 {
		x := d.station(last.x, x1)
		// Where the ramps begin to overlap the plateau has a corner.
		if s := d.cut(x); last.spare*s.spare < 0 {
			if m := last.x + (x-last.x)*last.spare/(last.spare-s.spare); m > last.x+1e-3 && m < x-1e-3 {
				x = m
			}
		}
		s := d.cut(x)
		to := b.cut(d, s)
		for i := range uint32(3) {
			b.Indices = append(b.Indices, from+i, to+i, from+i+1, to+i, to+i+1, from+i+1)
		}
		last, from = s, to
	}
}

// station is where the next station after x must stand: at the first corner at
// which an edge has turned away enough for a straight piece to show it.
func (d *band) station(x, limit float64) float64 {
	const bend = 0.06 // turn times length; a quarter of it is how far off a piece may lie
	m, n := d.top.slope[d.top.piece(x)], d.bot.slope[d.bot.piece(x)]
	at := x + spacing
	for {
		at = lower(d.top.next(at, limit), d.bot.next(at, limit))
		if limit-at < spacing {
			return limit
		}
		turn := upper(math.Abs(d.top.slope[d.top.piece(at)]-m), math.Abs(d.bot.slope[d.bot.piece(at)]-n))
		if turn*(at-x) > bend {
			return at
		}
	}
}

// cut adds the four vertices of a station and returns the first.
func (b *Builder) cut(d *band, s station) uint32 {
	first := b.point(d, s.x, s.y0, 0)
	b.point(d, s.x, s.y1, s.a)
	b.point(d, s.x, s.y2, s.a)
	b.point(d, s.x, s.y3, 0)
	return first
}

// point is vertex in the band's own directions.
func (b *Builder) point(d *band, x, y, alpha float64) uint32 {
	if d.swap {
		x, y = y, x
	}
	return b.vertex(float32(x), float32(y), float32(alpha))
}
