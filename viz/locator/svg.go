package locator

import (
	"math"
	"strconv"

	"rentang/viz/scene"
)

// slack is how far, in CSS pixels, the outline of a path may lie from the true one.
const slack = 0.35

// PathData is the land as the d attribute of an SVG path, in tenths of CSS pixels
// relative to the upper left corner of the map's rectangle, in the shortest form. Maps
// with the same window give the same text, so that a page can hold it once. Draw it
// over a ground in the colour of the sea, fill-rule nonzero, and cut it at the edges
// of the rectangle; At gives the places.
func (v *View) PathData() string {
	var out []byte
	var line []scene.Point
	for i := range v.land.Ends {
		contour, _ := v.land.Contour(i)
		line = straighten(line[:0], contour)
		pts := line
		if len(pts) < 3 {
			continue
		}
		start := len(out)
		x0, y0 := tenths(pts[0].X-v.rect.Min.X), tenths(pts[0].Y-v.rect.Min.Y)
		out = append(out, 'M')
		out = number(out, x0, true)
		out = number(out, y0, false)
		x, y, n := x0, y0, 0
		for _, p := range pts[1:] {
			px, py := tenths(p.X-v.rect.Min.X), tenths(p.Y-v.rect.Min.Y)
			if px == x && py == y {
				continue
			}
			if n == 0 {
				out = append(out, 'l')
			}
			out = number(out, px-x, n == 0)
			out = number(out, py-y, false)
			x, y = px, py
			n++
		}
		if n < 2 {
			out = out[:start]
			continue
		}
		out = append(out, 'z')
	}
	return string(out)
}

// straighten appends the corners of a closed contour that it cannot do without. After
// D. H. Douglas and T. K. Peucker, "Algorithms for the reduction of the number of
// points required to represent a digitized line or its caricature", The Canadian
// Cartographer 10 (1973), from the first point to the one farthest from it and back.
func straighten(out, pts []scene.Point) []scene.Point {
	far, most := 0, 0.0
	for i, p := range pts {
		if d := math.Hypot(p.X-pts[0].X, p.Y-pts[0].Y); d > most {
			far, most = i, d
		}
	}
	if most < 2*slack { // a speck
		return out
	}
	out = append(out, pts[0])
	out = between(out, pts, 0, far)
	out = append(out, pts[far])
	return between(out, append(pts[far:len(pts):len(pts)], pts[0]), 0, len(pts)-far)
}

// between appends what is needed of the points after a and before b.
func between(out, pts []scene.Point, a, b int) []scene.Point {
	from, to := pts[a], pts[b]
	dx, dy := to.X-from.X, to.Y-from.Y
	length := math.Hypot(dx, dy)
	at, most := -1, slack
	for i := a + 1; i < b; i++ {
		p := pts[i]
		d := math.Hypot(p.X-from.X, p.Y-from.Y)
		if length > 0 { // from the segment, not from its line
			t := min(1, max(0, ((p.X-from.X)*dx+(p.Y-from.Y)*dy)/(length*length)))
			d = math.Hypot(p.X-from.X-t*dx, p.Y-from.Y-t*dy)
		}
		if d > most {
			at, most = i, d
		}
	}
	if at < 0 {
		return out
	}
	out = between(out, pts, a, at)
	out = append(out, pts[at])
	return between(out, pts, at, b)
}

func tenths(v float64) int { return int(math.Round(v * 10)) }

// number appends a number given in tenths. After another number a space parts them
// unless a sign does.
func number(out []byte, v int, first bool) []byte {
	if !first && v >= 0 {
		out = append(out, ' ')
	}
	if v < 0 {
		out = append(out, '-')
		v = -v
	}
	if v >= 10 || v%10 == 0 {
		out = strconv.AppendInt(out, int64(v/10), 10)
	}
	if v%10 != 0 {
		out = append(out, '.', byte('0'+v%10))
	}
	return out
}
