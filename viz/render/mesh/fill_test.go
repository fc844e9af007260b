package mesh

import (
	"math"
	"testing"

	"rentang/viz/scene"
)

func polygon(xy ...float64) *scene.Path {
	var p scene.Path
	for i := 0; i < len(xy); i += 2 {
		if i == 0 {
			p.MoveTo(xy[0], xy[1])
		} else {
			p.LineTo(xy[i], xy[i+1])
		}
	}
	p.Close()
	return &p
}

func shape(add func(p *scene.Path)) *scene.Path {
	var p scene.Path
	add(&p)
	return &p
}

// strand is a band between two functions of x.
func strand(x0, x1, step float64, top, bottom func(x float64) float64) *scene.Path {
	var p scene.Path
	for x := x0; x < x1; x += step {
		p.LineTo(x, top(x))
	}
	p.LineTo(x1, top(x1))
	for x := x1; x > x0; x -= step {
		p.LineTo(x, bottom(x))
	}
	p.LineTo(x0, bottom(x0))
	p.Close()
	return &p
}

// turned swaps x and y, as a portrait picture does.
func turned(p *scene.Path) *scene.Path {
	var q scene.Path
	q.Ends, q.Closed = p.Ends, p.Closed
	for _, a := range p.Points {
		q.Points = append(q.Points, scene.Point{X: a.Y, Y: a.X})
	}
	return &q
}

var fills = []struct {
	name  string
	path  *scene.Path
	limit float64 // levels of 255
}{
	{"rect on the grid", polygon(10, 10, 50, 10, 50, 40, 10, 40), 1},
	{"rect at fractions", polygon(10.3, 10.6, 50.7, 10.6, 50.7, 40.2, 10.3, 40.2), 1},
	{"rect within a pixel", polygon(10.3, 10.6, 10.7, 10.6, 10.7, 10.9, 10.3, 10.9), 1},
	{"hairline", polygon(0, 20.25, 160, 20.25, 160, 20.75, 0, 20.75), 1},
	{"hairline over two rows", polygon(3.5, 20.5, 150.2, 20.5, 150.2, 21.5, 3.5, 21.5), 1},
	{"rect beyond the target", polygon(-40.5, 10.5, 900, 10.5, 900, 400, -40.5, 400), 1},
	{"triangle", polygon(20, 90, 75, 12, 140, 80), 24},
	{"diamond", polygon(80, 10, 150, 50, 80, 90, 10, 50), 24},
	{"thin diagonal", polygon(10, 10, 150, 83, 149.6, 84, 9.6, 11), 24},
	{"thin steep diagonal", polygon(70, 5, 71, 5, 90, 95, 89, 95), 24},
	{"wedge", polygon(10, 50, 150, 45, 150, 58), 24},
	{"needle", polygon(10, 50, 150, 49.2, 150, 50.8), 24},
	{"circle", shape(func(p *scene.Path) { p.Circle(80.3, 50.6, 44.4) }), 32},
	{"rounded box", shape(func(p *scene.Path) { p.RoundRect(scene.R(5.3, 5.7, 130.2, 80.1), 9) }), 24},
	{"small circle", shape(func(p *scene.Path) { p.Circle(80, 50, 5) }), 24},
	{"small ring", shape(func(p *scene.Path) {
		p.Circle(80.125, 50.25, 9)
		for t := 0.0; t < 20; t++ {
			x, y := 80.125+6*math.Cos(-t*math.Pi/10), 50.25+6*math.Sin(-t*math.Pi/10)
			if t == 0 {
				p.MoveTo(x, y)
			} else {
				p.LineTo(x, y)
			}
		}
		p.Close()
	}), 24},
	{"frame with a hole", shape(func(p *scene.Path) {
		p.Rect(scene.R(10.5, 10.5, 130, 80))
		p.MoveTo(20.25, 20.25)
		p.LineTo(20.25, 80)
		p.LineTo(130, 80)
		p.LineTo(130, 20.25)
		p.Close()
	}), 2},
	{"star", polygon(80, 5, 95, 40, 140, 40, 105, 60, 120, 95, 80, 72, 40, 95, 55, 60, 20, 40, 65, 40), 2},
	{"many bars", shape(func(p *scene.Path) {
		for x := 5.25; x < 150; x += 9.7 {
			p.Rect(scene.R(x, 10.3, 4.1, 70))
		}
	}), 2},
	{"hatch", shape(func(p *scene.Path) {
		for x := 5.0; x < 120; x += 6.3 {
			p.MoveTo(x, 80)
			p.LineTo(x+30, 20)
			p.LineTo(x+32, 20)
			p.LineTo(x+2, 80)
			p.Close()
		}
	}), 24},
	{"gentle band", strand(5.3, 150.2, 3, func(x float64) float64 { return 40 + 10*math.Sin(x/20) }, func(x float64) float64 { return 60 + 5*math.Cos(x/17) }), 24},
	{"band thinner than a pixel", strand(5.3, 150.2, 3, func(x float64) float64 { return 40 + 10*math.Sin(x/20) }, func(x float64) float64 { return 40.3 + 10*math.Sin(x/20) }), 24},
	{"band of one pixel", strand(5.3, 150.2, 3, func(x float64) float64 { return 40.3 + x/9 }, func(x float64) float64 { return 41.3 + x/9 }), 24},
	{"band that swells", strand(0.5, 159.5, 2, func(x float64) float64 { return 50 - 40*math.Exp(-(x-80)*(x-80)/400) }, func(float64) float64 { return 50.5 }), 24},
	{"band with a peak", strand(0.5, 159.5, 0.7, func(x float64) float64 { return 90 - 80*math.Exp(-(x-80)*(x-80)/12) }, func(float64) float64 { return 90.5 }), 24},
	{"band in steps", polygon(10.4, 50, 40.6, 50, 40.6, 20.3, 80, 20.3, 80, 35.5, 150.7, 35.5, 150.7, 70.2, 10.4, 70.2), 2},
	{"band wider than the target", strand(-500, 900, 3, func(x float64) float64 { return 40 + 10*math.Sin(x/20) }, func(x float64) float64 { return 60 + 5*math.Cos(x/17) }), 24},
	{"spike", polygon(60, 95, 78, 60, 80, 5, 82, 60, 100, 95), 24},
}

func TestFill(t *testing.T) {
	const w, h = 160, 100
	for _, c := range fills {
		for _, v := range []struct {
			name  string
			path  *scene.Path
			w, h  int
			scale float64
		}{{"", c.path, w, h, 1}, {" turned", turned(c.path), h, w, 1}, {" at 1.5", c.path, 240, 150, 1.5}} {
			t.Run(c.name+v.name, func(t *testing.T) {
				b := New(nil)
				var s scene.Scene
				s.Reset(scene.Point{X: float64(v.w) / v.scale, Y: float64(v.h) / v.scale})
				s.Background = paper
				s.Fill(v.path, ink)
				compare(t, b, &s, v.scale, exactFill(v.path, v.scale, v.w, v.h), c.limit)
			})
		}
	}
}
