package mesh

import (
	"image"
	"image/color"
	"math"
	"testing"

	"golang.org/x/image/vector"

	"rentang/viz/scene"
)

// gpu is the least of a GPU: it samples triangles at the middle of each pixel,
// by the top-left rule, reads the nearest texel and blends.
type gpu struct {
	w, h int
	pix  []float64 // four a pixel, 0 to 255
	hits []int     // triangles drawn on each pixel
}

func drawMesh(b *Builder, w, h int) *gpu {
	g := &gpu{w: w, h: h, pix: make([]float64, 4*w*h), hits: make([]int, w*h)}
	a := b.Atlas()
	for i := 0; i < len(b.Indices); i += 3 {
		g.triangle(a, b.Vertices[b.Indices[i]], b.Vertices[b.Indices[i+1]], b.Vertices[b.Indices[i+2]])
	}
	return g
}

func (g *gpu) triangle(a Atlas, p, q, r Vertex) {
	// Snap to 1/256 pixel, as GPUs do.
	snap := func(v float32) float64 { return math.Round(float64(v)*256) / 256 }
	px, py, qx, qy, rx, ry := snap(p.DstX), snap(p.DstY), snap(q.DstX), snap(q.DstY), snap(r.DstX), snap(r.DstY)
	area := (qx-px)*(ry-py) - (rx-px)*(qy-py)
	if area == 0 {
		return
	}
	if area < 0 {
		q, r, qx, qy, rx, ry, area = r, q, rx, ry, qx, qy, -area
	}
	edge := func(ax, ay, bx, by, x, y float64) (float64, bool) {
		e := (bx-ax)*(y-ay) - (by-ay)*(x-ax)
		topLeft := by < ay || by == ay && bx > ax
		return e, e > 0 || e == 0 && topLeft
	}
	for y := max(0, int(min(py, qy, ry))); y < min(g.h, int(max(py, qy, ry))+1); y++ {
		for x := max(0, int(min(px, qx, rx))); x < min(g.w, int(max(px, qx, rx))+1); x++ {
			cx, cy := float64(x)+0.5, float64(y)+0.5
			u, ok1 := edge(qx, qy, rx, ry, cx, cy)
			v, ok2 := edge(rx, ry, px, py, cx, cy)
			w, ok3 := edge(px, py, qx, qy, cx, cy)
			if !ok1 || !ok2 || !ok3 {
				continue
			}
			u, v, w = u/area, v/area, w/area
			mix := func(a, b, c float32) float64 { return u*float64(a) + v*float64(b) + w*float64(c) }
			sx, sy := int(mix(p.SrcX, q.SrcX, r.SrcX)), int(mix(p.SrcY, q.SrcY, r.SrcY))
			texel := float64(a.Pix[sy*a.Size+sx]) / 255
			alpha := mix(p.ColorA, q.ColorA, r.ColorA) * texel
			for k, c := range []float64{mix(p.ColorR, q.ColorR, r.ColorR), mix(p.ColorG, q.ColorG, r.ColorG), mix(p.ColorB, q.ColorB, r.ColorB), alpha / texel} {
				d := &g.pix[(y*g.w+x)*4+k]
				*d = *d*(1-alpha) + c*texel*255
			}
			g.hits[y*g.w+x]++
		}
	}
}

// paper and ink are as far apart as colours can be, so that levels are coverage.
var (
	paper = color.RGBA{A: 255}
	ink   = color.RGBA{255, 255, 255, 255}
)

// exactFill is the coverage of a path by x/image/vector, an exact rasteriser of
// another make.
func exactFill(p *scene.Path, scale float64, w, h int) *image.Alpha {
	r := vector.NewRasterizer(max(w, 600), h) // above 512 it reckons in floats, below in coarse fixed point
	for i := range p.Ends {
		pts, _ := p.Contour(i)
		for k, q := range pts {
			if k == 0 {
				r.MoveTo(float32(q.X*scale), float32(q.Y*scale))
			} else {
				r.LineTo(float32(q.X*scale), float32(q.Y*scale))
			}
		}
		r.ClosePath()
	}
	out := image.NewAlpha(image.Rect(0, 0, w, h))
	r.Draw(out, out.Bounds(), image.Opaque, image.Point{})
	return out
}

// diff returns the largest and the mean difference in levels.
func diff(g *gpu, want *image.Alpha) (worst float64, at image.Point, mean float64) {
	for y := range g.h {
		for x := range g.w {
			d := math.Abs(g.pix[(y*g.w+x)*4] - float64(want.AlphaAt(x, y).A))
			mean += d
			if d > worst {
				worst, at = d, image.Pt(x, y)
			}
		}
	}
	return worst, at, mean / float64(g.w*g.h)
}

// compare draws s as a mesh and holds it against want.
func compare(t *testing.T, b *Builder, s *scene.Scene, scale float64, want *image.Alpha, limit float64) {
	t.Helper()
	w, h := want.Rect.Dx(), want.Rect.Dy()
	b.Build(s, scale, w, h)
	g := drawMesh(b, w, h)
	worst, at, mean := diff(g, want)
	t.Logf("worst %.1f at %v, mean %.3f, %d vertices, %d triangles", worst, at, mean, len(b.Vertices), len(b.Indices)/3)
	if worst > limit || mean > 1 {
		t.Errorf("worst %.1f levels at %v (limit %.0f), mean %.3f (limit 1)", worst, at, limit, mean)
	}
}
