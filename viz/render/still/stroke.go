package still

import (
	"math"

	"rentang/viz/scene"
)

// miterLimit is how far a mitre may reach, as a multiple of the pen's width: the
// same in all formats, and SVG's own default.
const miterLimit = 4

// outline adds the area that a pen covers to dst, as closed contours for the
// non-zero rule. canvas can do it too, but settles every outline with a sweep
// over all intersections; with a few hundred hatch lines that takes longer than
// all the rest. Contours without length leave no mark.
func outline(dst, path *scene.Path, pen scene.Pen) {
	var s stroker
	for i := range path.Ends {
		pts, closed := path.Contour(i)
		s.load(pts, closed)
		switch n := len(s.pts); {
		case n < 2:
		case s.closed:
			s.side(dst, pen.Width/2)
			s.reverse()
			s.side(dst, pen.Width/2)
		default:
			s.open(dst, pen)
		}
	}
}

// stroker holds one contour without repeated points, and the unit directions of
// its segments.
type stroker struct {
	pts    []scene.Point
	dirs   []scene.Point // dirs[i] leads from pts[i] to the next
	closed bool
}

// tiny is the length, in CSS pixels, below which a segment has no direction.
const tiny = 1e-6

func (s *stroker) load(pts []scene.Point, closed bool) {
	s.pts = s.pts[:0]
	for _, q := range pts {
		if n := len(s.pts); n == 0 || apart(s.pts[n-1], q) {
			s.pts = append(s.pts, q)
		}
	}
	if closed {
		for n := len(s.pts); n > 1 && !apart(s.pts[n-1], s.pts[0]); n-- {
			s.pts = s.pts[:n-1]
		}
	}
	s.closed = closed && len(s.pts) > 2
	s.aim()
}

func apart(a, b scene.Point) bool { return math.Hypot(a.X-b.X, a.Y-b.Y) > tiny }

func (s *stroker) aim() {
	s.dirs = s.dirs[:0]
	for i, a := range s.pts {
		b := s.pts[(i+1)%len(s.pts)]
		d := math.Hypot(b.X-a.X, b.Y-a.Y)
		s.dirs = append(s.dirs, scene.Point{X: (b.X - a.X) / d, Y: (b.Y - a.Y) / d})
	}
}

func (s *stroker) reverse() {
	for i, j := 0, len(s.pts)-1; i < j; i, j = i+1, j-1 {
		s.pts[i], s.pts[j] = s.pts[j], s.pts[i]
	}
	s.aim()
}

// side adds the left-hand border of a closed contour.
func (s *stroker) side(dst *scene.Path, half float64) {
	start := len(dst.Ends)
	n := len(s.pts)
	for i := range s.pts {
		s.corner(dst, start, s.dirs[(i+n-1)%n], s.dirs[i], s.pts[i], half, i)
	}
	dst.Close()
}

// open adds the outline of a line with two ends: out along one border, round the
// end, and back along the other.
func (s *stroker) open(dst *scene.Path, pen scene.Pen) {
	start, half := len(dst.Ends), pen.Width/2
	for range 2 {
		last := len(s.pts) - 1
		first := off(s.pts[0], s.dirs[0], half)
		to(dst, start, first.X, first.Y)
		for i := 1; i < last; i++ {
			s.corner(dst, start, s.dirs[i-1], s.dirs[i], s.pts[i], half, i)
		}
		d := s.dirs[last-1]
		end := off(s.pts[last], d, half)
		to(dst, start, end.X, end.Y)
		if pen.Cap == scene.Round {
			a := math.Atan2(d.Y, d.X) - math.Pi/2
			dst.Arc(s.pts[last].X, s.pts[last].Y, half, a, a+math.Pi)
		}
		s.reverse()
	}
	dst.Close()
}

// off is a point of the left-hand border: half a width from q, square to d.
func off(q, d scene.Point, half float64) scene.Point {
	return scene.Point{X: q.X + d.Y*half, Y: q.Y - d.X*half}
}

// to moves or draws, depending on whether the contour has begun.
func to(dst *scene.Path, start int, x, y float64) {
	if len(dst.Ends) == start {
		dst.MoveTo(x, y)
	} else {
		dst.LineTo(x, y)
	}
}

// corner adds the border at point i, where the direction turns from a to b.
func (s *stroker) corner(dst *scene.Path, start int, a, b, q scene.Point, half float64, i int) {
	cross, dot := a.X*b.Y-a.Y*b.X, a.X*b.X+a.Y*b.Y
	p, r := off(q, a, half), off(q, b, half)
	// The two borders meet half*reach away from q, on the bisector.
	half2 := math.Sqrt(max(0, (1+dot)/2)) // the cosine of half the turn
	switch {
	case half2 > 0.9999999: // straight on
		to(dst, start, r.X, r.Y)
		return
	case cross > 0 && half2*miterLimit >= 1: // outer side: y is down, so a turn with cross > 0 is to the right
		x, y := meet(q, a, b, half, half2)
		to(dst, start, x, y)
		return
	case cross > 0 || half2 < 1e-9: // outer, too pointed; or the way back
		to(dst, start, p.X, p.Y)
		to(dst, start, r.X, r.Y)
		return
	}
	// Inner side. Where both segments are long enough the borders simply cross.
	need := half * math.Sqrt(max(0, 1-half2*half2)) / half2
	if s.length(i-1) >= need && s.length(i) >= need {
		x, y := meet(q, a, b, half, half2)
		to(dst, start, x, y)
		return
	}
	// Otherwise by way of the point itself: the little loop winds the same way as
	// the outline, so that the non-zero rule keeps it filled.
	to(dst, start, p.X, p.Y)
	to(dst, start, q.X, q.Y)
	to(dst, start, r.X, r.Y)
}

// meet is where two borders cross: on the bisector of the normals.
func meet(q, a, b scene.Point, half, cos float64) (x, y float64) {
	nx, ny := a.Y+b.Y, -a.X-b.X // twice the cosine long
	k := half / (2 * cos * cos)
	return q.X + nx*k, q.Y + ny*k
}

// length is the length of segment i, which begins at point i.
func (s *stroker) length(i int) float64 {
	n := len(s.pts)
	a, b := s.pts[(i+n)%n], s.pts[(i+n+1)%n]
	return math.Hypot(b.X-a.X, b.Y-a.Y)
}
