package vision

import (
	"image/color"
	"math"
)

// Lab is a colour in CIELAB under D65.
type Lab struct{ L, A, B float64 }

// ToLab converts a colour to CIELAB (white point D65, 2 degrees).
func ToLab(c color.RGBA) Lab {
	xyz := matrix{
		{0.4124564, 0.3575761, 0.1804375},
		{0.2126729, 0.7151522, 0.0721750},
		{0.0193339, 0.1191920, 0.9503041},
	}.mul(decode(c))
	f := func(t float64) float64 {
		if t > 216.0/24389 {
			return math.Cbrt(t)
		}
		return (24389.0/27*t + 16) / 116
	}
	x, y, z := f(xyz[0]/0.95047), f(xyz[1]), f(xyz[2]/1.08883)
	return Lab{116*y - 16, 500 * (x - y), 200 * (y - z)}
}

// Distance is the CIEDE2000 difference of two colours: 0 for the same, about 1
// at the edge of the visible, above 15 for colours nobody mixes up.
func Distance(a, b color.RGBA) float64 { return Difference(ToLab(a), ToLab(b)) }

// Difference is CIEDE2000 with all weights 1, after Sharma, Wu and Dalal,
// "The CIEDE2000 color-difference formula: implementation notes" (2005).
func Difference(p, q Lab) float64 {
	const pow25 = 6103515625 // 25^7
	bleach := func(c float64) float64 { c7 := math.Pow(c, 7); return math.Sqrt(c7 / (c7 + pow25)) }
	g := 0.5 * (1 - bleach((math.Hypot(p.A, p.B)+math.Hypot(q.A, q.B))/2))
	a1, a2 := p.A*(1+g), q.A*(1+g)
	c1, c2 := math.Hypot(a1, p.B), math.Hypot(a2, q.B)
	h1, h2 := hue(a1, p.B), hue(a2, q.B)

	dh, hm := h2-h1, h1+h2
	switch {
	case c1*c2 == 0: // a grey has no hue: no difference, and the sum counts as the mean
		dh = 0
	case math.Abs(h2-h1) <= 180:
		hm /= 2
	default: // the short way round the circle
		if dh > 0 {
			dh -= 360
		} else {
			dh += 360
		}
		if hm < 360 {
			hm = (hm + 360) / 2
		} else {
			hm = (hm - 360) / 2
		}
	}
	lm, cm := (p.L+q.L)/2, (c1+c2)/2
	t := 1 - 0.17*cos(hm-30) + 0.24*cos(2*hm) + 0.32*cos(3*hm+6) - 0.20*cos(4*hm-63)
	l50 := (lm - 50) * (lm - 50)
	dl := (q.L - p.L) / (1 + 0.015*l50/math.Sqrt(20+l50))
	dc := (c2 - c1) / (1 + 0.045*cm)
	dH := 2 * math.Sqrt(c1*c2) * sin(dh/2) / (1 + 0.015*cm*t)
	turn := (hm - 275) / 25
	rt := -sin(60*math.Exp(-turn*turn)) * 2 * bleach(cm)
	return math.Sqrt(dl*dl + dc*dc + dH*dH + rt*dc*dH)
}

// hue is the angle in degrees, 0 to 360; 0 for a grey.
func hue(a, b float64) float64 {
	if a == 0 && b == 0 {
		return 0
	}
	h := math.Atan2(b, a) * 180 / math.Pi
	if h < 0 {
		h += 360
	}
	return h
}

func cos(deg float64) float64 { return math.Cos(deg * math.Pi / 180) }
func sin(deg float64) float64 { return math.Sin(deg * math.Pi / 180) }
