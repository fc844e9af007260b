package locator

import (
	"math"

	"rentang/viz/scene"
)

const (
	// longest is the longest edge in degrees that is projected as one straight line.
	longest = 2.0
	// merge is how near, in CSS pixels, points are made one.
	merge = 0.3
)

// draw makes the paths of the land and of its coast.
func (v *View) draw(land *Land) {
	lo, hi := v.window()
	var c clipper
	for i := range land.rings {
		r := &land.rings[i]
		if r.top < lo.lat || r.bot > hi.lat {
			continue
		}
		for k := math.Ceil((lo.lon - r.hi) / 360); r.lo+360*k <= hi.lon; k++ {
			v.fill(&c, r, 360*k, lo, hi)
			v.line(r, 360*k, lo, hi)
		}
	}
}

// fill adds what the rectangle holds of a ring, moved by a number of degrees.
func (v *View) fill(c *clipper, r *ring, move float64, lo, hi lonLat) {
	c.begin()
	for _, p := range r.points {
		c.add(p.lon+move, p.lat)
	}
	c.clip(lo.lon, lo.lat, hi.lon, hi.lat)
	n := len(c.pts)
	if n < 3 {
		return
	}
	// Projected, an edge is a curve; the long edges of the cut most of all.
	for i := range n {
		a, b := c.pts[i], c.pts[(i+1)%n]
		v.curve(lonLat{a.X, a.Y}, lonLat{b.X, b.Y}, func(q scene.Point) { c.next = append(c.next, q) })
	}
	c.pts, c.next = c.next, c.pts[:0]
	c.clip(v.rect.Min.X, v.rect.Min.Y, v.rect.Max.X, v.rect.Max.Y)
	pts := thin(c.pts)
	if len(pts) < 3 {
		return
	}
	v.land.MoveTo(pts[0].X, pts[0].Y)
	for _, q := range pts[1:] {
		v.land.LineTo(q.X, q.Y)
	}
	v.land.Close()
}

// curve calls f for the start of an edge and for the points between.
func (v *View) curve(a, b lonLat, f func(scene.Point)) {
	n := max(1, int(math.Ceil(max(math.Abs(b.lon-a.lon), math.Abs(b.lat-a.lat))/longest)))
	for i := range n {
		t := float64(i) / float64(n)
		f(v.pixel(v.proj.forward(lonLat{a.lon + (b.lon-a.lon)*t, a.lat + (b.lat-a.lat)*t})))
	}
}

// line adds what the rectangle holds of a ring's coast. Edges at a pole only close
// a ring around it.
func (v *View) line(r *ring, move float64, lo, hi lonLat) {
	w := trace{rect: v.rect, path: &v.coast}
	n := len(r.points)
	for i := range n {
		a, b := r.points[i], r.points[(i+1)%n]
		a.lon, b.lon = a.lon+move, b.lon+move
		if math.Abs(a.lat) == 90 || math.Abs(b.lat) == 90 ||
			max(a.lon, b.lon) < lo.lon || min(a.lon, b.lon) > hi.lon ||
			max(a.lat, b.lat) < lo.lat || min(a.lat, b.lat) > hi.lat {
			w.lift()
			continue
		}
		v.curve(a, b, w.to)
		w.to(v.pixel(v.proj.forward(b)))
	}
}

// thin makes points that are nearer than merge one; the ends stay.
func thin(pts []scene.Point) []scene.Point {
	out := pts[:0]
	for i, p := range pts {
		if i > 0 && i < len(pts)-1 {
			q := out[len(out)-1]
			if math.Hypot(p.X-q.X, p.Y-q.Y) < merge {
				continue
			}
		}
		out = append(out, p)
	}
	return out
}
