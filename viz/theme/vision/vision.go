// Package vision measures colours as eyes see them: contrast of light and dark,
// distance between two colours, and how a colour looks to people who lack one
// sort of cone. The themes are held to these measures by their tests.
//
// Colours are opaque sRGB; alpha is ignored.
package vision

import (
	"image/color"
	"math"
)

// linear is a colour in linear light, each channel 0 to 1.
type linear [3]float64

// decode undoes the transfer curve of sRGB (IEC 61966-2-1).
func decode(c color.RGBA) linear {
	f := func(v uint8) float64 {
		x := float64(v) / 255
		if x <= 0.04045 {
			return x / 12.92
		}
		return math.Pow((x+0.055)/1.055, 2.4)
	}
	return linear{f(c.R), f(c.G), f(c.B)}
}

// encode is the nearest sRGB colour; light outside the gamut is clamped.
func (l linear) encode() color.RGBA {
	f := func(x float64) uint8 {
		x = min(1, max(0, x))
		if x <= 0.0031308 {
			x *= 12.92
		} else {
			x = 1.055*math.Pow(x, 1/2.4) - 0.055
		}
		return uint8(math.Round(x * 255))
	}
	return color.RGBA{f(l[0]), f(l[1]), f(l[2]), 255}
}

// matrix works on linear light.
type matrix [3][3]float64

func (m matrix) mul(l linear) linear {
	var out linear
	for i, row := range m {
		out[i] = row[0]*l[0] + row[1]*l[1] + row[2]*l[2]
	}
	return out
}
