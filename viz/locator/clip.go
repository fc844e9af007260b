package locator

import "rentang/viz/scene"

// clipper cuts polygons to an upright rectangle, one edge of it after another. After
// I. E. Sutherland and G. W. Hodgman, "Reentrant polygon clipping", Communications of
// the ACM 17 (1974). Pieces of a polygon stay joined along the edge of the cut, which
// encloses nothing.
type clipper struct {
	pts, next []scene.Point
}

func (c *clipper) begin() { c.pts, c.next = c.pts[:0], c.next[:0] }

func (c *clipper) add(x, y float64) { c.pts = append(c.pts, scene.Point{X: x, Y: y}) }

// clip cuts to x0..x1, y0..y1.
func (c *clipper) clip(x0, y0, x1, y1 float64) {
	c.half(false, 1, x0)
	c.half(false, -1, -x1)
	c.half(true, 1, y0)
	c.half(true, -1, -y1)
}

// half keeps the side on which sign times the coordinate is at least limit.
func (c *clipper) half(vertical bool, sign, limit float64) {
	c.next = c.next[:0]
	depth := func(p scene.Point) float64 {
		if vertical {
			return sign*p.Y - limit
		}
		return sign*p.X - limit
	}
	for i, p := range c.pts {
		q := c.pts[(i+1)%len(c.pts)]
		a, b := depth(p), depth(q)
		if a >= 0 {
			c.next = append(c.next, p)
		}
		if a >= 0 == (b >= 0) {
			continue
		}
		t := a / (a - b)
		at := scene.Point{X: p.X + (q.X-p.X)*t, Y: p.Y + (q.Y-p.Y)*t}
		if vertical { // exactly on the edge
			at.Y = sign * limit
		} else {
			at.X = sign * limit
		}
		c.next = append(c.next, at)
	}
	c.pts, c.next = c.next, c.pts[:0]
}

// trace draws a line, of which only the part inside a rectangle is kept.
type trace struct {
	rect scene.Rect
	path *scene.Path
	last scene.Point
	down bool // last is set
	pen  bool // the path ends at last
}

// lift ends the line.
func (w *trace) lift() { w.down, w.pen = false, false }

// to continues the line to a point.
func (w *trace) to(p scene.Point) {
	from := w.last
	w.last = p
	if !w.down {
		w.down = true
		return
	}
	if from == p {
		return
	}
	t0, t1, ok := within(w.rect, from, p)
	if !ok {
		w.pen = false
		return
	}
	at := func(t float64) scene.Point {
		return scene.Point{X: from.X + (p.X-from.X)*t, Y: from.Y + (p.Y-from.Y)*t}
	}
	if !w.pen || t0 > 0 {
		a := at(t0)
		w.path.MoveTo(a.X, a.Y)
	}
	b := at(t1)
	w.path.LineTo(b.X, b.Y)
	w.pen = t1 == 1
}

// within is the part of the line from a to b, as shares of its length, that lies in
// a rectangle. After Y.-D. Liang and B. A. Barsky, "A new concept and method for line
// clipping", ACM Transactions on Graphics 3 (1984).
func within(r scene.Rect, a, b scene.Point) (t0, t1 float64, ok bool) {
	t0, t1 = 0, 1
	for _, e := range [4][2]float64{ // direction against the edge, distance to it
		{a.X - b.X, a.X - r.Min.X}, {b.X - a.X, r.Max.X - a.X},
		{a.Y - b.Y, a.Y - r.Min.Y}, {b.Y - a.Y, r.Max.Y - a.Y},
	} {
		switch {
		case e[0] == 0 && e[1] < 0:
			return 0, 0, false
		case e[0] < 0:
			t0 = max(t0, e[1]/e[0])
		case e[0] > 0:
			t1 = min(t1, e[1]/e[0])
		}
	}
	return t0, t1, t0 < t1
}
