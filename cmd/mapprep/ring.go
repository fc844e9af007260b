package main

import (
	"cmp"
	"math"
	"slices"
)

// kmPerDegree is the length of a degree of a great circle on a sphere of
// 6371 km radius.
const kmPerDegree = 6371 * math.Pi / 180

// seam is how far, in degrees, the ends of a ring around a pole overlap.
const seam = 0.1

// unwrap makes a ring's longitudes continuous: one that crosses the antimeridian
// runs on beyond 180 instead of jumping to -180. A ring around a pole does not
// close that way; it is closed along the pole, so that it encloses its land on the
// plane of longitude and latitude too.
func unwrap(ring []point) []point {
	out := make([]point, 0, len(ring)+4)
	out = append(out, ring[0])
	last := ring[0]
	for _, p := range ring[1:] {
		p.lon = last.lon + turn(p.lon-last.lon)
		out = append(out, p)
		last = p
	}
	around := last.lon + turn(ring[0].lon-last.lon) - ring[0].lon // 0, 360 or -360
	if math.Abs(around) > 180 {
		pole := math.Copysign(90, ring[0].lat)
		over := math.Copysign(seam, around)
		start, end := ring[0].lon-over, ring[0].lon+around+over
		out = append(out, point{end, ring[0].lat}, point{end, pole}, point{start, pole}, point{start, ring[0].lat})
	}
	// The middle of every ring lies within -180 to 180.
	lo, hi := math.Inf(1), math.Inf(-1)
	for _, p := range out {
		lo, hi = min(lo, p.lon), max(hi, p.lon)
	}
	shift := 360 * math.Round((lo+hi)/2/360)
	for i := range out {
		out[i].lon -= shift
	}
	return out
}

// turn is a difference of longitudes by the shorter way.
func turn(d float64) float64 { return d - 360*math.Round(d/360) }

// triangle is the area of a small triangle in square kilometres, on a plane that
// keeps areas at its middle latitude; negative when it runs clockwise.
func triangle(a, b, c point) float64 {
	k := math.Cos((a.lat + b.lat + c.lat) / 3 * math.Pi / 180)
	return ((b.lon-a.lon)*(c.lat-a.lat) - (c.lon-a.lon)*(b.lat-a.lat)) / 2 * k * kmPerDegree * kmPerDegree
}

// area is what a ring encloses, in square kilometres: on a sphere the area under an
// edge is the difference of longitude times the sine of its latitude.
func area(ring []point) float64 {
	sum := 0.0
	last := ring[len(ring)-1]
	for _, p := range ring {
		sum += (p.lon - last.lon) * math.Pi / 180 * math.Sin((p.lat+last.lat)/2*math.Pi/180)
		last = p
	}
	return math.Abs(sum) * 6371 * 6371
}

// counts says what is in a packed file.
type counts struct{ rings, points int }

// prepare turns rings as they stand in the source into the packed file. The largest
// ring comes first.
func prepare(rings [][]point, s settings) ([]byte, counts) {
	type sized struct {
		area float64
		ring [][2]int
	}
	var kept []sized
	for _, ring := range rings {
		ring = unwrap(ring)
		a := area(ring)
		if math.Abs(ring[0].lat) > polar {
			a /= polarShare
		}
		if a < s.island {
			continue
		}
		if r := round(simplify(ring, s.detail), s.grid); len(r) >= 3 {
			kept = append(kept, sized{a, r})
		}
	}
	slices.SortStableFunc(kept, func(a, b sized) int { return cmp.Compare(b.area, a.area) })
	var n counts
	grids := make([][][2]int, len(kept))
	for i, k := range kept {
		grids[i] = k.ring
		n.points += len(k.ring)
	}
	n.rings = len(kept)
	return pack(grids, s.grid), n
}

// round puts a ring on the grid and drops the points that fall together.
func round(ring []point, grid int) [][2]int {
	var out [][2]int
	for _, p := range ring {
		q := [2]int{int(math.Round(p.lon * float64(grid))), int(math.Round(p.lat * float64(grid)))}
		if len(out) == 0 || out[len(out)-1] != q {
			out = append(out, q)
		}
	}
	for len(out) > 1 && out[0] == out[len(out)-1] {
		out = out[:len(out)-1]
	}
	return out
}
