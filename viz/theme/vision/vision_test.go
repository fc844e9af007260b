package vision

import (
	"image/color"
	"math"
	"testing"
)

// The pairs published with the implementation notes of Sharma, Wu and Dalal;
// many of them sit on a discontinuity of the formula.
func TestDifferencePublishedPairs(t *testing.T) {
	for i, p := range [][7]float64{
		{50, 2.6772, -79.7751, 50, 0, -82.7485, 2.0425},
		{50, 3.1571, -77.2803, 50, 0, -82.7485, 2.8615},
		{50, 2.8361, -74.0200, 50, 0, -82.7485, 3.4412},
		{50, -1.3802, -84.2814, 50, 0, -82.7485, 1.0000},
		{50, -1.1848, -84.8006, 50, 0, -82.7485, 1.0000},
		{50, -0.9009, -85.5211, 50, 0, -82.7485, 1.0000},
		{50, 0, 0, 50, -1, 2, 2.3669},
		{50, -1, 2, 50, 0, 0, 2.3669},
		{50, 2.49, -0.001, 50, -2.49, 0.0009, 7.1792},
		{50, 2.49, -0.001, 50, -2.49, 0.0010, 7.1792},
		{50, 2.49, -0.001, 50, -2.49, 0.0011, 7.2195},
		{50, 2.49, -0.001, 50, -2.49, 0.0012, 7.2195},
		{50, -0.001, 2.49, 50, 0.0009, -2.49, 4.8045},
		{50, -0.001, 2.49, 50, 0.0010, -2.49, 4.8045},
		{50, -0.001, 2.49, 50, 0.0011, -2.49, 4.7461},
		{50, 2.5, 0, 50, 0, -2.5, 4.3065},
		{50, 2.5, 0, 73, 25, -18, 27.1492},
		{50, 2.5, 0, 61, -5, 29, 22.8977},
		{50, 2.5, 0, 56, -27, -3, 31.9030},
		{50, 2.5, 0, 58, 24, 15, 19.4535},
		{50, 2.5, 0, 50, 3.1736, 0.5854, 1.0000},
		{50, 2.5, 0, 50, 3.2972, 0, 1.0000},
		{50, 2.5, 0, 50, 1.8634, 0.5757, 1.0000},
		{50, 2.5, 0, 50, 3.2592, 0.3350, 1.0000},
		{60.2574, -34.0099, 36.2677, 60.4626, -34.1751, 39.4387, 1.2644},
		{63.0109, -31.0961, -5.8663, 62.8187, -29.7946, -4.0864, 1.2630},
		{61.2901, 3.7196, -5.3901, 61.4292, 2.2480, -4.9620, 1.8731},
		{35.0831, -44.1164, 3.7933, 35.0232, -40.0716, 1.5901, 1.8645},
		{22.7233, 20.0904, -46.6940, 23.0331, 14.9730, -42.5619, 2.0373},
		{36.4612, 47.8580, 18.3852, 36.2715, 50.5065, 21.2231, 1.4146},
		{90.8027, -2.0831, 1.4410, 91.1528, -1.6435, 0.0447, 1.4441},
		{90.9257, -0.5406, -0.9208, 88.6381, -0.8985, -0.7239, 1.5381},
		{6.7747, -0.2908, -2.4247, 5.8714, -0.0985, -2.2286, 0.6377},
		{2.0776, 0.0795, -1.1350, 0.9033, -0.0636, -0.5514, 0.9082},
	} {
		a, b := Lab{p[0], p[1], p[2]}, Lab{p[3], p[4], p[5]}
		if got := Difference(a, b); math.Abs(got-p[6]) > 0.00005 {
			t.Errorf("pair %d: %.4f, want %.4f", i+1, got, p[6])
		}
		if there, back := Difference(a, b), Difference(b, a); math.Abs(there-back) > 1e-9 {
			t.Errorf("pair %d: %.6f one way, %.6f the other", i+1, there, back)
		}
	}
}

func TestToLab(t *testing.T) {
	for _, c := range []struct {
		name string
		in   color.RGBA
		want Lab
	}{
		{"white", color.RGBA{255, 255, 255, 255}, Lab{100, 0, 0}},
		{"black", color.RGBA{0, 0, 0, 255}, Lab{0, 0, 0}},
		{"red", color.RGBA{255, 0, 0, 255}, Lab{53.241, 80.092, 67.203}},
		{"blue", color.RGBA{0, 0, 255, 255}, Lab{32.297, 79.188, -107.860}},
	} {
		got := ToLab(c.in)
		if math.Abs(got.L-c.want.L) > 0.02 || math.Abs(got.A-c.want.A) > 0.02 || math.Abs(got.B-c.want.B) > 0.02 {
			t.Errorf("%s: %+v, want %+v", c.name, got, c.want)
		}
	}
}

func TestContrast(t *testing.T) {
	white, black := color.RGBA{255, 255, 255, 255}, color.RGBA{0, 0, 0, 255}
	for _, c := range []struct {
		name string
		a, b color.RGBA
		want float64
	}{
		{"black on white", black, white, 21},
		{"order does not matter", white, black, 21},
		{"the same", white, white, 1},
		{"the grey that just passes 4.5", color.RGBA{0x76, 0x76, 0x76, 255}, white, 4.54},
	} {
		if got := Contrast(c.a, c.b); math.Abs(got-c.want) > 0.005 {
			t.Errorf("%s: %.3f, want %.3f", c.name, got, c.want)
		}
	}
}

func TestLightness(t *testing.T) {
	white, black := color.RGBA{255, 255, 255, 255}, color.RGBA{0, 0, 0, 255}
	grey := color.RGBA{0x88, 0x88, 0x88, 255}
	for _, c := range []struct {
		name         string
		text, ground color.RGBA
		want         float64
	}{ // the values published with APCA
		{"grey on white", grey, white, 63.056},
		{"white on grey", white, grey, 68.541},
		{"black on light grey", black, color.RGBA{0xaa, 0xaa, 0xaa, 255}, 58.146},
		{"light grey on black", color.RGBA{0xaa, 0xaa, 0xaa, 255}, black, 56.241},
		{"the same", grey, grey, 0},
	} {
		if got := Lightness(c.text, c.ground); math.Abs(got-c.want) > 0.01 {
			t.Errorf("%s: %.3f, want %.3f", c.name, got, c.want)
		}
	}
}

// A copy of the matrices with a wrong sign is in circulation: rows that do not
// sum to 1 would tint greys.
func TestSimulateKeepsGreys(t *testing.T) {
	for _, e := range Eyes() {
		for v := 0; v < 256; v += 5 {
			g := color.RGBA{uint8(v), uint8(v), uint8(v), 255}
			if got := Simulate(g, e); got != g {
				t.Errorf("%v: grey %d became %v", e, v, got)
			}
			if got := SimulateVienot(g, e); got != g {
				t.Errorf("Vienot, %v: grey %d became %v", e, v, got)
			}
		}
	}
}

func TestSimulateConfuses(t *testing.T) {
	red, green := color.RGBA{200, 60, 40, 255}, color.RGBA{110, 130, 40, 255}
	normal := Distance(red, green)
	for _, e := range []Eye{Protan, Deutan} {
		if got := Distance(Simulate(red, e), Simulate(green, e)); got > normal*0.6 {
			t.Errorf("%v still parts red from green: %.1f of %.1f", e, got, normal)
		}
	}
	if got := Distance(Simulate(red, Tritan), Simulate(green, Tritan)); got < normal*0.7 {
		t.Errorf("tritan mixes up red and green: %.1f of %.1f", got, normal)
	}
}
