package theme

import (
	"image/color"
	"math"
	"testing"

	"rentang/viz/theme/vision"
)

// Wanted distances, CIEDE2000.
const (
	wantNormal  = 15.0 // any two bands, normal vision
	wantLacking = 10.0 // any two bands, one sort of cone missing
	wantSecond  = 8.0  // the second model
	wantMarks   = 8.0  // families of marks, worst of all eyes
)

// colourful is the themes that tell bands apart by colour; print has greys only.
func colourful(t *testing.T) []*Theme {
	var out []*Theme
	for _, th := range themes(t) {
		if th.Name != "print" {
			out = append(out, th)
		}
	}
	return out
}

func pairs(fn func(a, b string)) {
	names := swatches()
	for i, a := range names {
		for _, b := range names[i+1:] {
			fn(a, b)
		}
	}
}

func seen(a, b color.RGBA, e vision.Eye) float64 {
	return vision.Distance(vision.Simulate(a, e), vision.Simulate(b, e))
}

func TestBandsDiffer(t *testing.T) {
	for _, th := range colourful(t) {
		least := [4]float64{99, 99, 99, 99}
		pairs(func(a, b string) {
			x, y := th.Band(a, 0, 0).Fill, th.Band(b, 0, 0).Fill
			for _, e := range vision.Eyes() {
				want := wantLacking
				if e == vision.Normal {
					want = wantNormal
				}
				got := seen(x, y, e)
				least[e] = min(least[e], got)
				if got < want {
					t.Errorf("%s: %s and %s, %v: %.1f, want %.0f", th.Name, a, b, e, got, want)
				}
			}
			for _, e := range []vision.Eye{vision.Protan, vision.Deutan} {
				if got := vision.Distance(vision.SimulateVienot(x, e), vision.SimulateVienot(y, e)); got < wantSecond {
					t.Errorf("%s: %s and %s, second model, %v: %.1f, want %.0f", th.Name, a, b, e, got, wantSecond)
				}
			}
		})
		t.Logf("%s: least distance %.1f, without one cone %.1f %.1f %.1f", th.Name, least[0], least[1], least[2], least[3])
	}
}

// The study's table, to notice a colour that was mistyped but still passes. Within
// 1, since simulated colours are rounded to eight bits here and were not there.
func TestBandsAsStudied(t *testing.T) {
	for _, row := range []struct {
		theme, a, b string
		want        [4]float64
	}{
		{"light", "military", "arms", [4]float64{19.5, 12.9, 13.5, 35}},
		{"light", "economic", "arms", [4]float64{35, 20, 12.5, 47}},
		{"light", "energy", "food", [4]float64{34, 13.0, 21, 43}},
		{"light", "economic", "food", [4]float64{28, 31, 32, 14.2}},
		{"dark", "military", "unsplit", [4]float64{22, 21, 22, 19.9}},
		{"dark", "energy", "food", [4]float64{24, 11.5, 15.5, 30}},
		{"contrast", "economic", "arms", [4]float64{35, 22, 13.5, 51}},
		{"contrast", "energy", "unsplit", [4]float64{22, 21, 21, 16.4}},
	} {
		th, _ := Get(row.theme)
		for _, e := range vision.Eyes() {
			got := seen(th.Band(row.a, 0, 0).Fill, th.Band(row.b, 0, 0).Fill, e)
			if math.Abs(got-row.want[e]) > 1 {
				t.Errorf("%s: %s and %s, %v: %.1f, the study has %.1f", row.theme, row.a, row.b, e, got, row.want[e])
			}
		}
	}
}

// Bands that touch in the built-in story, in every theme: in print, greys too.
func TestTouchingBandsDiffer(t *testing.T) {
	for _, th := range themes(t) {
		for _, p := range [][2]string{{"military", "economic"}, {"economic", "energy"}, {"economic", "food"}, {"energy", "food"}, {"energy", "unsplit"}} {
			if got := vision.Distance(th.Band(p[0], 0, 0).Fill, th.Band(p[1], 0, 0).Fill); got < wantNormal {
				t.Errorf("%s: %s and %s touch: %.1f, want %.0f", th.Name, p[0], p[1], got, wantNormal)
			}
		}
	}
}

// Bands of kinds that nobody knows: neighbours in the stack keep the distance,
// however many there are, in every theme.
func TestPlacesKeepDistance(t *testing.T) {
	for _, th := range themes(t) {
		for side := range 2 {
			for i := range 13 {
				a, b := th.Band("?", side, i).Fill, th.Band("?", side, i+1).Fill
				if got := vision.Distance(a, b); got < wantNormal {
					t.Errorf("%s: side %d, places %d and %d: %.1f, want %.0f", th.Name, side, i, i+1, got, wantNormal)
				}
			}
		}
	}
}

func TestMarkFamiliesDiffer(t *testing.T) {
	for _, th := range colourful(t) {
		for _, p := range [][2]string{{"treaty", "war"}, {"treaty", "aid"}, {"war", "aid"}} {
			for _, e := range vision.Eyes() {
				if got := seen(th.Marker(p[0]), th.Marker(p[1]), e); got < wantMarks {
					t.Errorf("%s: %s and %s, %v: %.1f, want %.0f", th.Name, p[0], p[1], e, got, wantMarks)
				}
			}
		}
	}
}

// No band wears a flag: none is red, none a strong blue (hue and chroma in Lab).
func TestNoFlagColours(t *testing.T) {
	for _, th := range colourful(t) {
		for _, k := range swatches() {
			c := vision.ToLab(th.Band(k, 0, 0).Fill)
			chroma, hue := math.Hypot(c.A, c.B), math.Mod(math.Atan2(c.B, c.A)*180/math.Pi+360, 360)
			if chroma > 30 && (hue < 50 || hue > 345) {
				t.Errorf("%s: %s is red: hue %.0f, chroma %.0f", th.Name, k, hue, chroma)
			}
			if chroma > 40 && hue > 240 && hue < 305 {
				t.Errorf("%s: %s is a strong blue: hue %.0f, chroma %.0f", th.Name, k, hue, chroma)
			}
		}
	}
}
