package locator

import (
	"math"

	"rentang/viz/scene"
)

// Place is a place on a map, in degrees, east and north positive.
type Place struct {
	Lon, Lat float64 // -180 to 180 and -90 to 90
	Label    string  // empty: the place gets no label
	Capital  bool    // orients the reader: a small dot
	Here     bool    // where the event happened: a ring around a dot
}

// Map is what a map shows. Places with neither Capital nor Here are kept in view but
// get no mark.
type Map struct {
	Land   *Land // nil: no land, only sea
	Places []Place
}

// Window sizes.
const (
	leastKm = 3000.0 // width of the smallest window, or height of a tall one
	insetX  = 0.19   // share of the width that stays free of places on either side
	insetY  = 0.22   // share of the height
	samples = 32     // points on each edge of a window whose place is found
	// Where a window reaches farther from its centre than this, or holds a pole and
	// is not small, a reader would not recognise the continents; and where north turns
	// by more than this between the middle and a place, not what lies north of what.
	farthest   = 75 * rad
	polarWide  = 40 * rad
	mostTurn   = 48.0 // degrees
	markInside = 14.0 // CSS pixels between an event and the window's edge
)

// View is a map laid out in a rectangle. It does not change.
type View struct {
	rect   scene.Rect
	places []Place
	at     []scene.Point // of the places
	proj   projection
	middle plane   // what stands in the middle of the rectangle
	scale  float64 // radians of arc in a CSS pixel, at the map's centre
	land   scene.Path
	coast  scene.Path
}

// Fit lays a map out in a rectangle. Its window holds every place with a margin, and
// is the one of the capitals alone as long as the event lies in it: events of one
// story then share one map, and what moves from card to card is the mark. A place
// alone is shown in a window 3000 km wide. North is up in the middle.
// An empty rectangle is a programmer's mistake.
func (m *Map) Fit(rect scene.Rect) *View {
	if rect.Empty() {
		panic("locator: an empty rectangle")
	}
	v := &View{rect: rect, places: m.Places}
	var capitals []lonLat
	all := make([]lonLat, len(m.Places))
	for i, p := range m.Places {
		all[i] = lonLat{p.Lon, p.Lat}
		if p.Capital {
			capitals = append(capitals, all[i])
		}
	}
	v.choose(capitals)
	if len(capitals) == 0 || !v.holds(m.Places) {
		v.choose(all)
	}
	v.at = make([]scene.Point, len(m.Places))
	for i, p := range all {
		v.at[i] = v.pixel(v.proj.forward(v.turned(p)))
	}
	if m.Land != nil {
		v.draw(m.Land)
	}
	return v
}

// holds reports whether every place stands well inside the rectangle.
func (v *View) holds(places []Place) bool {
	inner := v.rect.Grow(-min(markInside, v.rect.W()/4, v.rect.H()/4))
	for _, p := range places {
		if !inner.Has(v.pixel(v.proj.forward(v.turned(lonLat{p.Lon, p.Lat})))) {
			return false
		}
	}
	return true
}

// turned is a place with the longitude at which it stands nearest to the middle.
func (v *View) turned(p lonLat) lonLat {
	if c, ok := v.proj.(cylindrical); ok {
		p.lon = near(p.lon, c.lon0)
	}
	return p
}

// pixel puts a projected point into the rectangle.
func (v *View) pixel(q plane) scene.Point {
	c := v.rect.Center()
	return scene.Point{X: c.X + (q.x-v.middle.x)/v.scale, Y: c.Y - (q.y-v.middle.y)/v.scale}
}

// back is the projected point of a pixel.
func (v *View) back(p scene.Point) plane {
	c := v.rect.Center()
	return plane{v.middle.x + (p.X-c.X)*v.scale, v.middle.y - (p.Y-c.Y)*v.scale}
}

// choose finds the projection and the window for some places; for none, the world.
func (v *View) choose(places []lonLat) {
	if len(places) > 0 && v.continent(places) {
		return
	}
	v.world(places)
}

// continent tries the azimuthal projection about the middle of the places' box.
func (v *View) continent(places []lonLat) bool {
	var sum [3]float64
	for _, p := range places {
		u := unit(p)
		for i := range sum {
			sum[i] += u[i]
		}
	}
	if math.Hypot(math.Hypot(sum[0], sum[1]), sum[2]) < 1e-6 {
		return false // opposite each other
	}
	centre := lonLat{math.Atan2(sum[1], sum[0]) / rad, math.Atan2(sum[2], math.Hypot(sum[0], sum[1])) / rad}
	var box [2]plane
	for range 8 { // moving the centre changes the box a little
		a := newAzimuthal(centre)
		box = bounds(a, places)
		c, ok := a.inverse(plane{(box[0].x + box[1].x) / 2, (box[0].y + box[1].y) / 2})
		if !ok {
			return false
		}
		centre = lonLat{near(c.lon, 0), c.lat}
	}
	a := newAzimuthal(centre)
	v.proj = a
	v.frame(bounds(a, places), leastKm/earthKm)
	corner := 0.0
	for _, p := range [2]scene.Point{v.rect.Min, v.rect.Max} {
		q := v.back(p)
		corner = max(corner, math.Hypot(q.x, q.y))
	}
	if corner > 2*math.Sin(farthest/2) {
		return false
	}
	if corner > 2*math.Sin(polarWide/2) {
		for _, p := range places {
			if math.Abs(near(p.lon-centre.lon, 0)*math.Sin(centre.lat*rad)) > mostTurn {
				return false
			}
		}
	}
	return corner <= 2*math.Sin(polarWide/2) || !v.hasPole(90) && !v.hasPole(-90)
}

// world is the cylindrical projection, cut where the places leave the widest gap.
func (v *View) world(places []lonLat) {
	if len(places) == 0 {
		places = []lonLat{{-140, -50}, {0, 70}, {140, 70}}
	}
	start, width := places[0].lon, 360.0
	for _, p := range places { // the narrowest range that begins at a place and holds all
		w := 0.0
		for _, q := range places {
			d := math.Mod(q.lon-p.lon+720, 360)
			w = max(w, d)
		}
		if w < width {
			start, width = p.lon, w
		}
	}
	c := cylindrical{near(start+width/2, 0)}
	turned := make([]lonLat, len(places))
	for i, p := range places {
		turned[i] = lonLat{near(p.lon, c.lon0), p.lat}
	}
	v.proj = c
	v.frame(bounds(c, turned), leastKm/earthKm)
	// No wider than the world, unless the places need the height: then the land
	// repeats at the sides. And not beyond a pole, unless higher than the world.
	box := bounds(c, turned)
	v.scale = min(v.scale, max(2*math.Pi/v.rect.W(), (box[1].y-box[0].y)/(v.rect.H()*(1-2*insetY))))
	top := c.forward(lonLat{0, 90}).y
	room := max(0, top-v.rect.H()/2*v.scale)
	v.middle.y = min(room, max(-room, v.middle.y))
}

// bounds is the box of some places on a projection.
func bounds(proj projection, places []lonLat) [2]plane {
	lo, hi := plane{math.Inf(1), math.Inf(1)}, plane{math.Inf(-1), math.Inf(-1)}
	for _, p := range places {
		q := proj.forward(p)
		lo = plane{min(lo.x, q.x), min(lo.y, q.y)}
		hi = plane{max(hi.x, q.x), max(hi.y, q.y)}
	}
	return [2]plane{lo, hi}
}

// frame puts a box into the rectangle with the margins, least radians of arc wide at
// least along the rectangle's longer side.
func (v *View) frame(box [2]plane, least float64) {
	w, h := v.rect.W(), v.rect.H()
	v.middle = plane{(box[0].x + box[1].x) / 2, (box[0].y + box[1].y) / 2}
	v.scale = max(least/max(w, h), (box[1].x-box[0].x)/(w*(1-2*insetX)), (box[1].y-box[0].y)/(h*(1-2*insetY)))
}

// hasPole reports whether a pole is in the window.
func (v *View) hasPole(lat float64) bool {
	_, ok := v.proj.(azimuthal)
	return ok && v.rect.Has(v.pixel(v.proj.forward(lonLat{0, lat})))
}

// window is the range of longitude and latitude that holds everything in the
// rectangle. Away from the poles both are greatest and least on its edges.
func (v *View) window() (lo, hi lonLat) {
	const spare = 1.0 // degrees; between two samples the edge bulges
	lo, hi = lonLat{math.Inf(1), math.Inf(1)}, lonLat{math.Inf(-1), math.Inf(-1)}
	last := math.NaN()
	edge := func(a, b scene.Point) {
		for i := range samples {
			t := float64(i) / samples
			p, ok := v.proj.inverse(v.back(scene.Point{X: a.X + (b.X-a.X)*t, Y: a.Y + (b.Y-a.Y)*t}))
			if !ok { // beyond a pole
				p.lat = min(90, max(-90, p.lat))
			}
			if !math.IsNaN(last) {
				if _, ok := v.proj.(azimuthal); ok {
					p.lon = near(p.lon, last)
				}
			}
			last = p.lon
			lo = lonLat{min(lo.lon, p.lon), min(lo.lat, p.lat)}
			hi = lonLat{max(hi.lon, p.lon), max(hi.lat, p.lat)}
		}
	}
	a, c := v.rect.Min, v.rect.Max
	b, d := scene.Point{X: c.X, Y: a.Y}, scene.Point{X: a.X, Y: c.Y}
	edge(a, b)
	edge(b, c)
	edge(c, d)
	edge(d, a)
	lo, hi = lonLat{lo.lon - spare, max(-90, lo.lat-spare)}, lonLat{hi.lon + spare, min(90, hi.lat+spare)}
	for _, pole := range [2]float64{-90, 90} {
		if !v.hasPole(pole) {
			continue
		}
		// All the way round; the halves overlap a little behind the pole, so that no
		// light falls through the seam.
		mid := v.proj.(azimuthal).centre.lon
		lo.lon, hi.lon = mid-180.1, mid+180.1
		lo.lat, hi.lat = min(lo.lat, pole), max(hi.lat, pole)
	}
	return lo, hi
}
