package scene

import (
	"math"
	"math/rand/v2"
	"testing"
)

// farthest is the largest distance from a curve, sampled densely, to the polyline
// that stands for it.
func farthest(curve func(t float64) Point, line []Point) float64 {
	worst := 0.0
	const n = 4000
	for i := range n + 1 {
		q := curve(float64(i) / n)
		best := math.Inf(1)
		for j := 1; j < len(line); j++ {
			best = min(best, toSegment(q, line[j-1], line[j]))
		}
		worst = max(worst, best)
	}
	return worst
}

func toSegment(q, a, b Point) float64 {
	dx, dy := b.X-a.X, b.Y-a.Y
	t := 0.0
	if d := dx*dx + dy*dy; d > 0 {
		t = min(1, max(0, ((q.X-a.X)*dx+(q.Y-a.Y)*dy)/d))
	}
	return math.Hypot(q.X-a.X-t*dx, q.Y-a.Y-t*dy)
}

// slack covers the rounding of the arithmetic.
const slack = Flatness * 1e-6

func TestQuadIsFlatEnough(t *testing.T) {
	tests := []struct {
		name    string
		a, c, b Point
	}{
		{"arch", Point{0, 0}, Point{50, 100}, Point{100, 0}},
		{"a pixel", Point{0, 0}, Point{0.5, 1}, Point{1, 0}},
		{"as wide as a wall", Point{0, 0}, Point{9000, 4000}, Point{16000, -2000}},
		{"straight", Point{0, 0}, Point{10, 10}, Point{20, 20}},
		{"there and back", Point{0, 0}, Point{100, 0}, Point{0, 0}},
		{"control beyond the end", Point{0, 0}, Point{300, 5}, Point{10, 0}},
	}
	for _, test := range tests {
		var p Path
		p.MoveTo(test.a.X, test.a.Y)
		p.QuadTo(test.c.X, test.c.Y, test.b.X, test.b.Y)
		curve := func(t float64) Point {
			u := 1 - t
			return Point{u*u*test.a.X + 2*u*t*test.c.X + t*t*test.b.X, u*u*test.a.Y + 2*u*t*test.c.Y + t*t*test.b.Y}
		}
		if d := farthest(curve, p.Points); d > Flatness+slack {
			t.Errorf("%s: %g px off with %d points", test.name, d, len(p.Points))
		}
		if last := p.Points[len(p.Points)-1]; last != test.b {
			t.Errorf("%s: ends at %v, want exactly %v", test.name, last, test.b)
		}
	}
}

func TestCubeIsFlatEnough(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	point := func(scale float64) Point { return Point{r.Float64() * scale, r.Float64() * scale} }
	for i := range 60 {
		scale := []float64{2, 60, 2000}[i%3]
		a, b, c, d := point(scale), point(scale), point(scale), point(scale)
		if i%10 == 0 {
			b, c = c, a // loops and cusps
		}
		var p Path
		p.MoveTo(a.X, a.Y)
		p.CubeTo(b.X, b.Y, c.X, c.Y, d.X, d.Y)
		curve := func(t float64) Point {
			u := 1 - t
			k := [4]float64{u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t}
			return Point{k[0]*a.X + k[1]*b.X + k[2]*c.X + k[3]*d.X, k[0]*a.Y + k[1]*b.Y + k[2]*c.Y + k[3]*d.Y}
		}
		if e := farthest(curve, p.Points); e > Flatness+slack {
			t.Errorf("%v %v %v %v: %g px off with %d points", a, b, c, d, e, len(p.Points))
		}
		if last := p.Points[len(p.Points)-1]; last != d {
			t.Errorf("ends at %v, want exactly %v", last, d)
		}
	}
}

func TestArcIsFlatEnough(t *testing.T) {
	tests := []struct {
		name    string
		r, a, b float64
	}{
		{"quarter", 10, 0, math.Pi / 2},
		{"the other way", 10, math.Pi / 2, -math.Pi},
		{"full", 40, 0, 2 * math.Pi},
		{"horizon", 9000, 1, 1.5},
		{"smaller than the flatness", Flatness / 2, 0, 2 * math.Pi},
		{"as small as the flatness", Flatness, 0, 2 * math.Pi},
		{"a dot", 0.5, 0, 2 * math.Pi},
		{"no angle", 10, 1, 1},
	}
	for _, test := range tests {
		var p Path
		p.Arc(5, 6, test.r, test.a, test.b)
		curve := func(t float64) Point {
			s := test.a + (test.b-test.a)*t
			return Point{5 + test.r*math.Cos(s), 6 + test.r*math.Sin(s)}
		}
		if d := farthest(curve, p.Points); d > Flatness+slack {
			t.Errorf("%s: %g px off with %d points", test.name, d, len(p.Points))
		}
	}
}

func TestCircleIsFlatEnough(t *testing.T) {
	for _, r := range []float64{0.01, 0.5, 3, 12.5, 700} {
		var p Path
		p.Circle(50, 60, r)
		pts, closed := p.Contour(0)
		if !closed {
			t.Errorf("radius %g: not closed", r)
		}
		line := append(append([]Point(nil), pts...), pts[0])
		curve := func(t float64) Point {
			return Point{50 + r*math.Cos(2*math.Pi*t), 60 + r*math.Sin(2*math.Pi*t)}
		}
		if d := farthest(curve, line); d > Flatness+slack {
			t.Errorf("radius %g: %g px off with %d points", r, d, len(pts))
		}
	}
}

// Flattening is exact enough, and not finer than it need be: half the points
// would not do.
func TestFlatteningIsNotWasteful(t *testing.T) {
	var p Path
	p.MoveTo(0, 0)
	p.QuadTo(500, 1000, 1000, 0)
	curve := func(t float64) Point { u := 1 - t; return Point{2*u*t*500 + t*t*1000, 2 * u * t * 1000} }
	var half []Point
	for i, q := range p.Points {
		if i%2 == 0 || i == len(p.Points)-1 {
			half = append(half, q)
		}
	}
	if d := farthest(curve, half); d <= Flatness {
		t.Errorf("half of %d points are within %g too", len(p.Points), d)
	}
}

func TestContour(t *testing.T) {
	var p Path
	p.LineTo(1, 1) // starts a contour on an empty path
	p.LineTo(2, 1)
	p.MoveTo(5, 5)
	p.LineTo(6, 5)
	p.LineTo(6, 6)
	p.Close()
	p.MoveTo(9, 9)
	tests := []struct {
		n      int
		first  Point
		closed bool
	}{{2, Point{1, 1}, false}, {3, Point{5, 5}, true}, {1, Point{9, 9}, false}}
	if len(p.Ends) != len(tests) {
		t.Fatalf("%d contours, want %d", len(p.Ends), len(tests))
	}
	for i, test := range tests {
		pts, closed := p.Contour(i)
		if len(pts) != test.n || pts[0] != test.first || closed != test.closed {
			t.Errorf("contour %d: %v, closed %v", i, pts, closed)
		}
	}
	if got, want := p.Bounds(), R(1, 1, 8, 8); got != want {
		t.Errorf("bounds %v, want %v", got, want)
	}
	p.Reset()
	if !p.Empty() || p.Bounds() != (Rect{}) || len(p.Ends) != 0 {
		t.Error("Reset left something")
	}
	p.Close() // of nothing is nothing
	if !p.Empty() {
		t.Error("Close made a contour")
	}
}

func TestRoundRect(t *testing.T) {
	area := func(p *Path) (a float64) {
		pts, _ := p.Contour(0)
		for i, q := range pts {
			r := pts[(i+1)%len(pts)]
			a += (q.X*r.Y - r.X*q.Y) / 2
		}
		return a
	}
	for _, test := range []struct {
		name string
		c    float64
		want float64 // area
	}{
		{"no corner", 0, 800},
		{"negative", -3, 800},
		{"corners", 5, 800 - (4-math.Pi)*25},
		{"too round: half the shorter side", 99, 800 - (4-math.Pi)*100},
	} {
		var p Path
		p.RoundRect(R(10, 20, 40, 20), test.c)
		if got := area(&p); math.Abs(got-test.want) > 2 {
			t.Errorf("%s: area %.2f, want %.2f", test.name, got, test.want)
		}
		if got := p.Bounds(); math.Abs(got.W()-40) > 1e-9 || math.Abs(got.H()-20) > 1e-9 || got.Min != (Point{10, 20}) {
			t.Errorf("%s: bounds %v", test.name, got)
		}
	}
}
