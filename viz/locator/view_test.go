package locator

import (
	"fmt"
	"math"
	"testing"

	"rentang/viz/scene"
)

func moscow() Place { return Place{Lon: 37.6173, Lat: 55.7558, Label: "Moscow", Capital: true} }
func pyongyang() Place {
	return Place{Lon: 125.7381, Lat: 39.0194, Label: "Pyongyang", Capital: true}
}
func here(lon, lat float64) Place { return Place{Lon: lon, Lat: lat, Here: true} }

func rectOf(w, h float64) scene.Rect { return scene.R(20, 30, w, h) }

// sound fits a map and checks what holds for every map.
func sound(t *testing.T, m *Map, r scene.Rect) *View {
	t.Helper()
	v := m.Fit(r)
	for i := range m.Places {
		if at := v.At(i); !r.Grow(1e-6).Has(at) {
			t.Errorf("place %d of %+v at %v is outside %v", i, m.Places, at, r)
		}
	}
	for what, p := range map[string]*scene.Path{"land": &v.land, "coast": &v.coast} {
		for _, q := range p.Points {
			if !r.Grow(1e-6).Has(q) { // also not a number
				t.Fatalf("%s of %+v at %v is outside %v", what, m.Places, q, r)
			}
		}
	}
	return v
}

// Two places anywhere, and a third: everything stays inside, in wide and tall maps.
func TestFitAnywhere(t *testing.T) {
	land := world(t)
	places := []lonLat{{0, 0}, {37.6, 55.8}, {125.7, 39}, {-74, 40.7}, {180, -17}, {-180, 66}, {0, 90}, {10, -90}, {-122.4, 37.8}, {-142.4, -55.8}, {15.6, 78.2}}
	for i, a := range places {
		for j, b := range places[:i+1] {
			m := Map{Land: land, Places: []Place{{Lon: a.lon, Lat: a.lat, Capital: true}, {Lon: b.lon, Lat: b.lat, Capital: true},
				here(places[(i+j)%len(places)].lon, places[(i+j)%len(places)].lat)}}
			sound(t, &m, rectOf(290, 130))
			sound(t, &m, rectOf(120, 260))
		}
	}
}

// What is seen on the map of the built-in story's cards.
func TestFitCapitals(t *testing.T) {
	land, r := world(t), rectOf(300, 135)
	base := (&Map{Land: land, Places: []Place{moscow(), pyongyang()}}).Fit(r)
	for _, c := range []struct {
		where    string
		lon, lat float64
		same     bool // the window of the capitals alone
	}{
		{"in a capital", 37.6175, 55.752, true},
		{"80 km from a capital", 125.755, 39.7972, true},
		{"Vladivostok", 131.8855, 43.1155, true},
		{"Krasnoyarsk", 92.8932, 56.0153, true},
		{"Kyiv", 30.5234, 50.4501, true},
		{"London", -0.0886, 51.5134, false},
		{"New York", -73.968, 40.7489, false},
		{"San Francisco", -122.4103, 37.7924, false},
	} {
		v := sound(t, &Map{Land: land, Places: []Place{moscow(), pyongyang(), here(c.lon, c.lat)}}, r)
		if got := v.PathData() == base.PathData(); got != c.same {
			t.Errorf("%s: same window %v, want %v", c.where, got, c.same)
		}
		// East is right on every one of them, and both capitals are apart.
		if d := v.At(1).X - v.At(0).X; d < 60 {
			t.Errorf("%s: Pyongyang stands %.0f px right of Moscow", c.where, d)
		}
	}
	if _, flat := base.proj.(azimuthal); !flat {
		t.Error("Moscow to Pyongyang is not shown as a continent")
	}
	if v := (&Map{Places: []Place{moscow(), pyongyang(), here(-0.09, 51.5)}}).Fit(r); v.At(2).Y < v.At(0).Y {
		t.Error("London stands north of Moscow") // as on a map whose meridians turn too far
	}
}

// A place alone is shown with its region, 3000 km wide, whatever the rectangle.
func TestFitAlone(t *testing.T) {
	for _, w := range []float64{100, 290, 900} {
		v := (&Map{Places: []Place{here(125.755, 39.7972)}}).Fit(rectOf(w, 0.45*w))
		a, _ := v.proj.inverse(v.back(scene.Point{X: v.rect.Min.X, Y: v.rect.Center().Y}))
		b, _ := v.proj.inverse(v.back(scene.Point{X: v.rect.Max.X, Y: v.rect.Center().Y}))
		ua, ub := unit(a), unit(b)
		km := earthKm * math.Acos(ua[0]*ub[0]+ua[1]*ub[1]+ua[2]*ub[2])
		if math.Abs(km-leastKm) > 0.01*leastKm {
			t.Errorf("%g px show %.0f km", w, km)
		}
		if c := v.rect.Center(); math.Hypot(v.At(0).X-c.X, v.At(0).Y-c.Y) > 1e-6 {
			t.Errorf("the place stands at %v, not in the middle %v", v.At(0), c)
		}
	}
}

// The land covers what it should: a pixel is painted exactly where its place is dry.
func TestFillAgreesWithTheWorld(t *testing.T) {
	land := world(t)
	for name, places := range map[string][]Place{
		"continent":        {moscow(), pyongyang()},
		"world":            {moscow(), pyongyang(), here(-122.4, 37.8)},
		"antimeridian":     {here(178, 67)},
		"over the pole":    {here(0, -89)},
		"everywhere":       nil,
		"Caspian, a hole":  {here(51, 42)},
		"south, east west": {here(170, -40), here(-70, -45)},
	} {
		v := sound(t, &Map{Land: land, Places: places}, rectOf(300, 135))
		wrong, tried := 0, 0
		for x := 3.3; x < 300; x += 7.1 {
			for y := 3.7; y < 135; y += 6.9 {
				p := scene.Point{X: 20 + x, Y: 30 + y}
				at, ok := v.proj.inverse(v.back(p))
				if !ok {
					continue
				}
				tried++
				if land.dry(at.lon, at.lat) != inside(&v.land, p) {
					wrong++
				}
			}
		}
		// On a coast the two may differ: edges are projected in pieces.
		if tried < 700 || wrong > tried/100 {
			t.Errorf("%s: %d of %d pixels differ", name, wrong, tried)
		}
	}
}

// inside is the non-zero rule.
func inside(p *scene.Path, q scene.Point) bool {
	turns := 0
	for i := range p.Ends {
		pts, _ := p.Contour(i)
		for j, a := range pts {
			b := pts[(j+1)%len(pts)]
			if a.Y <= q.Y == (b.Y <= q.Y) || a.X+(b.X-a.X)*(q.Y-a.Y)/(b.Y-a.Y) <= q.X {
				continue
			}
			if b.Y > a.Y {
				turns++
			} else {
				turns--
			}
		}
	}
	return turns != 0
}

func TestLabels(t *testing.T) {
	land := world(t)
	size := func(label string) (w, h float64) { return 7 * float64(len(label)), 15 }
	for _, c := range []struct {
		why    string
		r      scene.Rect
		places []Place
		want   int
	}{
		{"a card's map", rectOf(294, 132), []Place{moscow(), pyongyang(), here(131.9, 43.1)}, 2},
		{"beside a card's head", rectOf(150, 68), []Place{moscow(), pyongyang(), here(128.3, 51.9)}, 2},
		{"the event in a capital", rectOf(294, 132), []Place{moscow(), pyongyang(), here(125.74, 39.02)}, 2},
		{"capitals 195 km apart", rectOf(294, 132), []Place{pyongyang(), {Lon: 127, Lat: 37.57, Label: "Seoul", Capital: true}, here(126.68, 37.96)}, 2},
		{"the event alone", rectOf(294, 132), []Place{{Lon: 127, Lat: 37.57, Label: "Seoul", Here: true}}, 1},
		{"a label wider than the map", rectOf(294, 132), []Place{moscow(), {Lon: 125.7, Lat: 39, Label: fmt.Sprintf("%060d", 1), Capital: true}}, 1},
		{"no room for any", rectOf(30, 30), []Place{moscow(), pyongyang()}, 0},
	} {
		v := sound(t, &Map{Land: land, Places: c.places}, c.r)
		labels := v.Labels(1, size)
		if len(labels) != c.want {
			t.Errorf("%s: %d labels, want %d", c.why, len(labels), c.want)
		}
		for i, l := range labels {
			if !c.r.Has(l.Box.Min) || !c.r.Has(l.Box.Max) {
				t.Errorf("%s: label of %s at %v is outside %v", c.why, c.places[l.Place].Label, l.Box, c.r)
			}
			for _, o := range labels[:i] {
				if o.Box.Overlaps(l.Box) {
					t.Errorf("%s: labels overlap", c.why)
				}
			}
			for j := range c.places {
				if l.Box.Has(v.At(j)) {
					t.Errorf("%s: label of %s covers place %d", c.why, c.places[l.Place].Label, j)
				}
			}
		}
	}
}

// recorder counts what is drawn in which colour.
type recorder struct {
	fills, strokes map[scene.Color]int
}

func (r recorder) Fill(_ *scene.Path, c scene.Color)      { r.fills[c]++ }
func (r recorder) Stroke(_ *scene.Path, p scene.Pen)      { r.strokes[p.Color]++ }
func (r recorder) Glyphs(*scene.GlyphRun, scene.Color)    {}
func (r recorder) Picture(string, scene.Rect, scene.Rect) {}
func gray(v uint8) scene.Color                            { return scene.Color{R: v, G: v, B: v, A: 255} }
func drawn(v *View, s Style) recorder {
	r := recorder{map[scene.Color]int{}, map[scene.Color]int{}}
	v.Draw(r, s)
	return r
}

func TestDraw(t *testing.T) {
	s := Style{Sea: gray(1), Land: gray(2), Coast: gray(3), Border: gray(4), Capital: gray(5), Here: gray(6), Halo: gray(7)}
	m := Map{Land: world(t), Places: []Place{moscow(), pyongyang(), here(131.9, 43.1)}}
	r := drawn(m.Fit(rectOf(294, 132)), s)
	if r.fills[s.Sea] != 1 || r.fills[s.Land] != 1 || r.strokes[s.Coast] != 1 || r.strokes[s.Border] != 1 ||
		r.fills[s.Capital] != 2 || r.fills[s.Here] != 1 || r.strokes[s.Here] != 1 {
		t.Errorf("drawn: %+v", r)
	}
	// The event's dot on a capital's: one dot, still a ring.
	m.Places[2] = here(125.74, 39.02)
	if r := drawn(m.Fit(rectOf(294, 132)), s); r.fills[s.Capital] != 1 || r.fills[s.Here] != 1 {
		t.Errorf("in a capital: %+v", r)
	}
	// Nothing but sea in sight, and no outlines at all.
	for _, m := range []Map{{Land: world(t), Places: []Place{here(-130, -40)}}, {Places: []Place{here(37, 55)}}} {
		if r := drawn(m.Fit(rectOf(294, 132)), s); r.fills[s.Land] != 0 || r.strokes[s.Coast] != 0 || r.fills[s.Sea] != 1 {
			t.Errorf("at sea: %+v", r)
		}
	}
}
