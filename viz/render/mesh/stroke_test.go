package mesh

import (
	"image"
	"image/color"
	"math"
	"testing"

	"rentang/viz/scene"
)

func line(xy ...float64) *scene.Path {
	p := polygon(xy...)
	p.Closed[0] = false
	return p
}

// piece is one segment of a stroke, with the one that follows at its end.
type piece struct {
	a, b, c scene.Point
	joined  bool // c goes on from b
	ends    bool // a or b is an end of the line
	box     scene.Rect
}

// exactStroke samples a stroke 16 by 16 times a pixel. It knows segments, round
// caps, and corners as the mitre of two half planes.
func exactStroke(p *scene.Path, pen scene.Pen, w, h int) *image.Alpha {
	var pieces []piece
	for i := range p.Ends {
		pts, closed := p.Contour(i)
		n := len(pts)
		for k := range n {
			if k+1 == n && !closed {
				break
			}
			q := piece{a: pts[k], b: pts[(k+1)%n], c: pts[(k+2)%n], joined: closed || k+2 < n, ends: !closed && (k == 0 || k+2 == n)}
			q.box = bounds([]scene.Point{q.a, q.b}).Grow(2*pen.Width + 1)
			pieces = append(pieces, q)
		}
	}
	out := image.NewAlpha(image.Rect(0, 0, w, h))
	var near []piece
	const n = 16
	for y := range h {
		for x := range w {
			near = near[:0]
			for _, q := range pieces {
				if q.box.Has(scene.Point{X: float64(x), Y: float64(y)}) {
					near = append(near, q)
				}
			}
			hits := 0
			for i := range n * n {
				at := scene.Point{X: float64(x) + (float64(i%n)+0.5)/n, Y: float64(y) + (float64(i/n)+0.5)/n}
				for k := range near {
					if near[k].covers(at, pen) {
						hits++
						break
					}
				}
			}
			out.SetAlpha(x, y, color.Alpha{uint8(255 * hits / (n * n))})
		}
	}
	return out
}

func (q *piece) covers(p scene.Point, pen scene.Pen) bool {
	half := pen.Width / 2
	d, l := towards(q.a, q.b)
	along, across := (p.X-q.a.X)*d.X+(p.Y-q.a.Y)*d.Y, (p.X-q.a.X)*d.Y-(p.Y-q.a.Y)*d.X
	if along >= 0 && along <= l && math.Abs(across) <= half {
		return true
	}
	if q.joined && along > l && math.Abs(across) <= half {
		e, _ := towards(q.b, q.c)
		if (p.X-q.b.X)*e.X+(p.Y-q.b.Y)*e.Y < 0 && math.Abs((p.X-q.b.X)*e.Y-(p.Y-q.b.Y)*e.X) <= half {
			return true
		}
	}
	return q.ends && pen.Cap == scene.Round && (within(half, p, q.a) || within(half, p, q.b))
}

func TestStroke(t *testing.T) {
	const w, h = 160, 100
	sine := shape(func(p *scene.Path) {
		for x := 5.3; x < 150; x += 2.5 {
			p.LineTo(x, 50+30*math.Sin(x/25))
		}
	})
	dashes := shape(func(p *scene.Path) {
		for x := 5.0; x < 150; x += 5 {
			p.MoveTo(x, 50+30*math.Sin(x/25))
			p.LineTo(x+3, 50+30*math.Sin((x+3)/25))
		}
	})
	for _, c := range []struct {
		name string
		path *scene.Path
		pen  scene.Pen
	}{
		{"hairline across", line(5.5, 20.5, 150.25, 20.5), scene.Pen{Width: 1}},
		{"hairline between rows", line(5.5, 20.25, 150.25, 20.25), scene.Pen{Width: 0.5}},
		{"hairline down", line(20.5, 3, 20.5, 90.5), scene.Pen{Width: 1}},
		{"slanted", line(10, 10, 150, 60), scene.Pen{Width: 1.5}},
		{"steep", line(10, 10, 30, 95), scene.Pen{Width: 1.5}},
		{"round caps", line(20, 20, 140, 70), scene.Pen{Width: 9, Cap: scene.Round}},
		{"dot", line(30, 30, 30.5, 30), scene.Pen{Width: 5, Cap: scene.Round}},
		{"elbow", line(10.5, 10, 10.5, 60.5, 120, 60.5), scene.Pen{Width: 1}},
		{"bracket, small", line(30, 10.25, 20.25, 10.25, 20.25, 40.75, 30, 40.75), scene.Pen{Width: 1.5}},
		{"scale bar", shape(func(p *scene.Path) {
			for _, l := range [][4]float64{{50.5, 10.25, 50.5, 80.75}, {45.25, 10.25, 55.75, 10.25}, {45.25, 80.75, 55.75, 80.75}} {
				p.MoveTo(l[0], l[1])
				p.LineTo(l[2], l[3])
			}
		}), scene.Pen{Width: 1.5}},
		{"frame", polygon(10.3, 10.3, 150.3, 10.3, 150.3, 80.3, 10.3, 80.3), scene.Pen{Width: 1.5}},
		{"zigzag", line(10, 80, 40, 20, 70, 80, 100, 20, 130, 80), scene.Pen{Width: 5}},
		{"curve", sine, scene.Pen{Width: 1}},
		{"thick curve", sine, scene.Pen{Width: 4}},
		{"fine curve", sine, scene.Pen{Width: 0.6}},
		{"dashed curve", dashes, scene.Pen{Width: 1}},
		{"circle", shape(func(p *scene.Path) { p.Circle(80.3, 50.2, 40) }), scene.Pen{Width: 2}},
		{"small circle", shape(func(p *scene.Path) { p.Circle(80.375, 50.25, 6) }), scene.Pen{Width: 1.5}},
	} {
		for _, v := range []struct {
			name string
			path *scene.Path
			w, h int
		}{{"", c.path, w, h}, {" turned", turned(c.path), h, w}} {
			t.Run(c.name+v.name, func(t *testing.T) {
				b := New(nil)
				var s scene.Scene
				s.Reset(scene.Point{X: float64(v.w), Y: float64(v.h)})
				s.Background = paper
				c.pen.Color = ink
				s.Stroke(v.path, c.pen)
				compare(t, b, &s, 1, exactStroke(v.path, c.pen, v.w, v.h), 32)
			})
		}
	}
}
