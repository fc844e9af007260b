package scene

import "math"

// Flatness is how far, in CSS pixels, a flattened curve may lie from the true one.
const Flatness = 0.02

// Path is a list of polylines in CSS pixels. Curves are flattened as they are
// added, so that no backend has to agree with another about curves.
// The zero Path is empty and ready to use; Reset keeps its memory.
type Path struct {
	Points []Point
	Ends   []int // for each contour, the index after its last point in Points
	Closed []bool
}

// Reset empties the path and keeps its memory.
func (p *Path) Reset() {
	p.Points, p.Ends, p.Closed = p.Points[:0], p.Ends[:0], p.Closed[:0]
}

// Empty reports whether nothing has been added.
func (p *Path) Empty() bool { return len(p.Points) == 0 }

// Contour returns the points of contour i and whether it is closed.
func (p *Path) Contour(i int) ([]Point, bool) {
	from := 0
	if i > 0 {
		from = p.Ends[i-1]
	}
	return p.Points[from:p.Ends[i]], p.Closed[i]
}

// MoveTo starts a new contour.
func (p *Path) MoveTo(x, y float64) {
	p.Points = append(p.Points, Point{x, y})
	p.Ends = append(p.Ends, len(p.Points))
	p.Closed = append(p.Closed, false)
}

// LineTo adds a straight line to the open contour; on an empty path it starts one.
func (p *Path) LineTo(x, y float64) {
	if len(p.Ends) == 0 {
		p.MoveTo(x, y)
		return
	}
	p.Points = append(p.Points, Point{x, y})
	p.Ends[len(p.Ends)-1] = len(p.Points)
}

// Close ends the contour where it began.
func (p *Path) Close() {
	if n := len(p.Closed); n > 0 {
		p.Closed[n-1] = true
	}
}

// last is the pen's place.
func (p *Path) last() Point {
	if len(p.Points) == 0 {
		return Point{}
	}
	return p.Points[len(p.Points)-1]
}

// QuadTo adds a quadratic Bezier curve, flattened to Flatness. The number of
// pieces follows from the bound on the second derivative.
func (p *Path) QuadTo(cx, cy, x, y float64) {
	a := p.last()
	dd := math.Hypot(a.X-2*cx+x, a.Y-2*cy+y)
	n := max(1, int(math.Ceil(math.Sqrt(dd/(4*Flatness)))))
	for i := 1; i <= n; i++ {
		t := float64(i) / float64(n)
		u := 1 - t
		p.LineTo(u*u*a.X+2*u*t*cx+t*t*x, u*u*a.Y+2*u*t*cy+t*t*y)
	}
}

// CubeTo adds a cubic Bezier curve, flattened to Flatness.
func (p *Path) CubeTo(ax, ay, bx, by, x, y float64) {
	s := p.last()
	d := max(math.Hypot(s.X-2*ax+bx, s.Y-2*ay+by), math.Hypot(ax-2*bx+x, ay-2*by+y))
	n := max(1, int(math.Ceil(math.Sqrt(0.75*d/Flatness))))
	for i := 1; i <= n; i++ {
		t := float64(i) / float64(n)
		u := 1 - t
		p.LineTo(u*u*u*s.X+3*u*u*t*ax+3*u*t*t*bx+t*t*t*x, u*u*u*s.Y+3*u*u*t*ay+3*u*t*t*by+t*t*t*y)
	}
}

// Arc adds a part of a circle from angle a to angle b, in radians, clockwise on
// screen when b > a; it draws a line to the arc's first point unless the path is empty.
func (p *Path) Arc(cx, cy, r, a, b float64) {
	n := 2
	if r > Flatness {
		n = max(2, int(math.Ceil(math.Abs(b-a)/(2*math.Acos(1-Flatness/r)))))
	}
	for i := 0; i <= n; i++ {
		t := a + (b-a)*float64(i)/float64(n)
		p.LineTo(cx+r*math.Cos(t), cy+r*math.Sin(t))
	}
}

// Circle adds a full circle as a contour of its own.
func (p *Path) Circle(cx, cy, r float64) {
	p.MoveTo(cx+r, cy)
	n := 8
	if r > Flatness {
		n = max(8, int(math.Ceil(math.Pi/math.Acos(1-Flatness/r))))
	}
	for i := 1; i < n; i++ {
		t := 2 * math.Pi * float64(i) / float64(n)
		p.LineTo(cx+r*math.Cos(t), cy+r*math.Sin(t))
	}
	p.Close()
}

// Rect adds a rectangle as a contour of its own.
func (p *Path) Rect(r Rect) {
	p.MoveTo(r.Min.X, r.Min.Y)
	p.LineTo(r.Max.X, r.Min.Y)
	p.LineTo(r.Max.X, r.Max.Y)
	p.LineTo(r.Min.X, r.Max.Y)
	p.Close()
}

// RoundRect adds a rectangle with corners of radius c, at most half the shorter side.
func (p *Path) RoundRect(r Rect, c float64) {
	c = min(c, r.W()/2, r.H()/2)
	if c <= 0 {
		p.Rect(r)
		return
	}
	p.MoveTo(r.Min.X+c, r.Min.Y)
	p.LineTo(r.Max.X-c, r.Min.Y)
	p.Arc(r.Max.X-c, r.Min.Y+c, c, -math.Pi/2, 0)
	p.Arc(r.Max.X-c, r.Max.Y-c, c, 0, math.Pi/2)
	p.Arc(r.Min.X+c, r.Max.Y-c, c, math.Pi/2, math.Pi)
	p.Arc(r.Min.X+c, r.Min.Y+c, c, math.Pi, 3*math.Pi/2)
	p.Close()
}

// Bounds is the smallest rectangle that holds every point; the zero Rect for an empty path.
func (p *Path) Bounds() Rect {
	if len(p.Points) == 0 {
		return Rect{}
	}
	b := Rect{p.Points[0], p.Points[0]}
	for _, q := range p.Points[1:] {
		b.Min.X, b.Min.Y = min(b.Min.X, q.X), min(b.Min.Y, q.Y)
		b.Max.X, b.Max.Y = max(b.Max.X, q.X), max(b.Max.Y, q.Y)
	}
	return b
}
