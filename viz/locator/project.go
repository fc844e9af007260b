package locator

import "math"

const (
	rad = math.Pi / 180
	// earthKm is the radius of a sphere of the Earth's size, in kilometres.
	earthKm = 6371.0
)

// plane is a point of a projected map in radians of arc at its centre, y up.
type plane struct{ x, y float64 }

// projection maps the sphere onto a plane and back.
type projection interface {
	// forward projects a place. Longitudes are taken as they are, not turned to the
	// nearest: what runs on beyond the map's edge stays there.
	forward(p lonLat) plane
	// inverse finds the place of a point; ok is false outside the map.
	inverse(q plane) (p lonLat, ok bool)
}

// azimuthal is Lambert's azimuthal equal-area projection about a centre: true to
// area everywhere, and nearly true to shape within a continent. Formulas for a sphere:
// J. P. Snyder, "Map Projections: A Working Manual", USGS Professional Paper 1395
// (1987), chapter 24.
type azimuthal struct {
	centre   lonLat
	sin, cos float64 // of the centre's latitude
}

func newAzimuthal(centre lonLat) azimuthal {
	s, c := math.Sincos(centre.lat * rad)
	return azimuthal{centre, s, c}
}

func (a azimuthal) forward(p lonLat) plane {
	sl, cl := math.Sincos(p.lat * rad)
	sd, cd := math.Sincos((p.lon - a.centre.lon) * rad)
	k := math.Sqrt(2 / max(1e-12, 1+a.sin*sl+a.cos*cl*cd)) // the point opposite the centre is a whole circle
	return plane{k * cl * sd, k * (a.cos*sl - a.sin*cl*cd)}
}

func (a azimuthal) inverse(q plane) (lonLat, bool) {
	r := math.Hypot(q.x, q.y)
	if r > 2 {
		return lonLat{}, false
	}
	if r == 0 {
		return a.centre, true
	}
	s, c := math.Sincos(2 * math.Asin(r/2))
	lat := math.Asin(min(1, max(-1, c*a.sin+q.y*s*a.cos/r)))
	lon := math.Atan2(q.x*s, r*a.cos*c-q.y*a.sin*s)
	return lonLat{a.centre.lon + lon/rad, lat / rad}, true
}

// cylindrical is Miller's cylindrical projection: a world map that readers know at
// sight, for places that are too far apart for one continent. Snyder (as above),
// chapter 11.
type cylindrical struct{ lon0 float64 }

func (c cylindrical) forward(p lonLat) plane {
	return plane{(p.lon - c.lon0) * rad, 1.25 * math.Log(math.Tan(math.Pi/4+0.4*p.lat*rad))}
}

func (c cylindrical) inverse(q plane) (lonLat, bool) {
	lat := (2.5*math.Atan(math.Exp(0.8*q.y)) - 0.625*math.Pi) / rad
	return lonLat{c.lon0 + q.x/rad, lat}, math.Abs(lat) <= 90
}

// unit is a place on the unit sphere.
func unit(p lonLat) [3]float64 {
	sl, cl := math.Sincos(p.lat * rad)
	so, co := math.Sincos(p.lon * rad)
	return [3]float64{cl * co, cl * so, sl}
}

// near turns a longitude to within 180 degrees of another.
func near(lon, to float64) float64 { return lon - 360*math.Round((lon-to)/360) }
