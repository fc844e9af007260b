package locator

import (
	"math"
	"testing"
)

// There and back again, over the whole sphere but the point opposite the centre.
func TestRoundTrip(t *testing.T) {
	for _, proj := range []projection{newAzimuthal(lonLat{84, 53}), newAzimuthal(lonLat{0, 0}), newAzimuthal(lonLat{-170, -89}), cylindrical{137}} {
		for lat := -88.0; lat <= 88; lat += 11 {
			for lon := -179.0; lon <= 180; lon += 13 {
				p, ok := proj.inverse(proj.forward(lonLat{lon, lat}))
				if !ok || math.Abs(near(p.lon-lon, 0)) > 1e-6 || math.Abs(p.lat-lat) > 1e-6 {
					t.Errorf("%+v: %g, %g came back as %+v, %v", proj, lon, lat, p, ok)
				}
			}
		}
	}
}

func TestAzimuthal(t *testing.T) {
	a := newAzimuthal(lonLat{0, 0})
	for _, c := range []struct {
		why  string
		p    lonLat
		want plane
	}{
		{"the centre", lonLat{0, 0}, plane{0, 0}},
		{"a quarter turn lies at the square root of 2: the disc has the area of the hemisphere, 2 pi", lonLat{90, 0}, plane{math.Sqrt2, 0}},
		{"a pole", lonLat{0, 90}, plane{0, math.Sqrt2}},
		{"a sixth of a turn is a chord of 1", lonLat{-60, 0}, plane{-1, 0}},
	} {
		if q := a.forward(c.p); math.Hypot(q.x-c.want.x, q.y-c.want.y) > 1e-12 {
			t.Errorf("%s: %v, want %v", c.why, q, c.want)
		}
	}
	if _, ok := a.inverse(plane{2.001, 0}); ok {
		t.Error("a point outside the disc has a place")
	}
	if q := a.forward(lonLat{180, 0}); math.IsNaN(q.x) || math.IsInf(q.x, 0) || math.IsNaN(q.y) || math.IsInf(q.y, 0) {
		t.Errorf("the point opposite the centre: %v", q)
	}
}

// Equal areas: a small square of the sphere keeps its size anywhere on the map.
func TestAzimuthalKeepsAreas(t *testing.T) {
	a := newAzimuthal(lonLat{84, 53})
	const d = 0.01
	for _, p := range []lonLat{{84, 53}, {37.6, 55.8}, {125.7, 39}, {84, -10}, {-100, 60}} {
		o, e, n := a.forward(p), a.forward(lonLat{p.lon + d, p.lat}), a.forward(lonLat{p.lon, p.lat + d})
		got := (e.x-o.x)*(n.y-o.y) - (e.y-o.y)*(n.x-o.x)
		want := d * rad * d * rad * math.Cos(p.lat*rad)
		if math.Abs(got/want-1) > 1e-3 {
			t.Errorf("%v: area %g, want %g", p, got, want)
		}
	}
}

// Miller's map: the parallel of a latitude stands at 1.25 times Mercator's height of
// four fifths of it.
func TestCylindrical(t *testing.T) {
	c := cylindrical{10}
	for _, lat := range []float64{-90, -45, 0, 30, 60, 90} {
		q := c.forward(lonLat{55, lat})
		want := 1.25 * math.Asinh(math.Tan(0.8*lat*rad))
		if math.Abs(q.x-45*rad) > 1e-12 || math.Abs(q.y-want) > 1e-12 {
			t.Errorf("latitude %g: %v, want height %g", lat, q, want)
		}
	}
}
