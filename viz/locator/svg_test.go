package locator

import (
	"math"
	"regexp"
	"strconv"
	"testing"

	"rentang/viz/scene"
)

func TestNumber(t *testing.T) {
	for _, c := range []struct {
		v     int
		first bool
		want  string
	}{
		{0, true, "0"}, {0, false, " 0"}, {5, true, ".5"}, {5, false, " .5"}, {-5, false, "-.5"}, {10, false, " 1"},
		{-123, true, "-12.3"}, {-120, false, "-12"}, {1234, false, " 123.4"},
	} {
		if got := string(number(nil, c.v, c.first)); got != c.want {
			t.Errorf("%d: %q, want %q", c.v, got, c.want)
		}
	}
}

// The path read back lies on the drawn land: no corner farther from it than the slack
// and the rounding allow, and it encloses the same area.
func TestPathData(t *testing.T) {
	land := world(t)
	for name, places := range map[string][]Place{
		"continent": {moscow(), pyongyang()},
		"world":     {moscow(), pyongyang(), here(-74, 40.7)},
		"region":    {here(139.7, 35.7)},
	} {
		v := (&Map{Land: land, Places: places}).Fit(rectOf(300, 135))
		d := v.PathData()
		if n := len(d); n < 300 || n > 16_000 {
			t.Errorf("%s: %d bytes", name, n)
		}
		p := readPath(t, d)
		differ, tried := 0, 0
		for x := 0.9; x < 300; x += 5.7 {
			for y := 0.7; y < 135; y += 5.3 {
				tried++
				if inside(p, scene.Point{X: x, Y: y}) != inside(&v.land, scene.Point{X: x + 20, Y: y + 30}) {
					differ++
				}
			}
		}
		if differ > tried/100 {
			t.Errorf("%s: %d of %d points differ", name, differ, tried)
		}
		for _, q := range p.Points {
			if !rectOf(300, 135).Grow(0.06).Has(scene.Point{X: q.X + 20, Y: q.Y + 30}) {
				t.Errorf("%s: %v is outside", name, q)
			}
		}
	}
	if d := (&Map{Places: []Place{here(0, 0)}}).Fit(rectOf(300, 135)).PathData(); d != "" {
		t.Errorf("no land: %q", d)
	}
}

// readPath reads the three commands that PathData writes.
func readPath(t *testing.T, d string) *scene.Path {
	t.Helper()
	if !regexp.MustCompile(`^(M-?[\d.]+[ -][\d.]+l[\d. -]+z)*$`).MatchString(d) {
		t.Fatalf("not M, l and z alone: %.80s", d)
	}
	p := new(scene.Path)
	command, pen, pending := "", scene.Point{}, math.NaN()
	for _, token := range regexp.MustCompile(`[Mlz]|-?(?:\d+\.\d|\d+|\.\d)`).FindAllString(d, -1) {
		n, err := strconv.ParseFloat(token, 64)
		switch {
		case token == "z":
			p.Close()
		case err != nil:
			command = token
		case math.IsNaN(pending):
			pending = n
		case command == "M":
			pen = scene.Point{X: pending, Y: n}
			p.MoveTo(pen.X, pen.Y)
			pending = math.NaN()
		default:
			pen = scene.Point{X: pen.X + pending, Y: pen.Y + n}
			p.LineTo(pen.X, pen.Y)
			pending = math.NaN()
		}
	}
	return p
}

func TestClip(t *testing.T) {
	var c clipper
	for _, k := range []struct {
		why  string
		in   [][2]float64
		area float64 // of what a square of 10 holds
	}{
		{"inside", [][2]float64{{1, 1}, {9, 1}, {9, 9}, {1, 9}}, 64},
		{"around", [][2]float64{{-5, -5}, {15, -5}, {15, 15}, {-5, 15}}, 100},
		{"outside", [][2]float64{{11, 0}, {15, 0}, {15, 10}}, 0},
		{"over a corner", [][2]float64{{5, 5}, {15, 5}, {15, 15}, {5, 15}}, 25},
		{"a horseshoe open to the right", [][2]float64{{5, 0}, {20, 0}, {20, 2}, {7, 2}, {7, 8}, {20, 8}, {20, 10}, {5, 10}}, 10 + 12 + 10},
		{"two teeth, which stay joined along the edge", [][2]float64{{20, 0}, {5, 2}, {20, 4}, {20, 6}, {5, 8}, {20, 10}}, 2 * 5 * 5 * 4.0 / 15 / 2},
	} {
		c.begin()
		for _, q := range k.in {
			c.add(q[0], q[1])
		}
		c.clip(0, 0, 10, 10)
		sum := 0.0
		for i, a := range c.pts {
			b := c.pts[(i+1)%len(c.pts)]
			sum += (a.X*b.Y - b.X*a.Y) / 2
		}
		if math.Abs(math.Abs(sum)-k.area) > 1e-9 {
			t.Errorf("%s: area %g, want %g", k.why, math.Abs(sum), k.area)
		}
	}
}

func TestTrace(t *testing.T) {
	for _, c := range []struct {
		why   string
		line  [][2]float64
		parts int
		long  float64
	}{
		{"inside", [][2]float64{{1, 1}, {4, 1}, {4, 5}}, 1, 7},
		{"outside", [][2]float64{{11, 1}, {14, 1}, {14, 5}}, 0, 0},
		{"across", [][2]float64{{-5, 5}, {15, 5}}, 1, 10},
		{"out and in again", [][2]float64{{5, 5}, {15, 5}, {15, 6}, {5, 6}}, 2, 10},
		{"over a corner, from x = 0 to y = 0", [][2]float64{{-1, 2}, {2, -2}}, 1, math.Hypot(0.5, 2.0/3)},
		{"along the edge", [][2]float64{{0, 0}, {10, 0}}, 1, 10},
		{"a point twice", [][2]float64{{1, 1}, {1, 1}, {2, 1}}, 1, 1},
	} {
		var p scene.Path
		w := trace{rect: scene.R(0, 0, 10, 10), path: &p}
		for _, q := range c.line {
			w.to(scene.Point{X: q[0], Y: q[1]})
		}
		long := 0.0
		for i := range p.Ends {
			pts, _ := p.Contour(i)
			for j := range len(pts) - 1 {
				long += math.Hypot(pts[j+1].X-pts[j].X, pts[j+1].Y-pts[j].Y)
			}
		}
		if len(p.Ends) != c.parts || math.Abs(long-c.long) > 1e-9 {
			t.Errorf("%s: %d parts, %g long; want %d, %g", c.why, len(p.Ends), long, c.parts, c.long)
		}
	}
}
