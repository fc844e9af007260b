package vision

import (
	"image/color"
	"math"
)

// Contrast is the contrast ratio of WCAG 2.2, 1 (the same) to 21 (black on
// white); the order of the colours does not matter.
func Contrast(a, b color.RGBA) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// luminance is relative luminance as WCAG 2.2 defines it, 0 to 1.
func luminance(c color.RGBA) float64 {
	l := decode(c)
	return 0.2126*l[0] + 0.7152*l[1] + 0.0722*l[2]
}

// Lightness is the readability of text on a ground by APCA (version 0.1.9), as a
// positive number: 60 is wanted for text of 16 px and up, 75 for body text. WCAG's
// ratio overrates light text on near-black grounds; this measure does not.
func Lightness(text, ground color.RGBA) float64 {
	y := func(c color.RGBA) float64 {
		p := func(v uint8) float64 { return math.Pow(float64(v)/255, 2.4) }
		y := 0.2126729*p(c.R) + 0.7151522*p(c.G) + 0.0721750*p(c.B)
		if y < 0.022 {
			y += math.Pow(0.022-y, 1.414)
		}
		return y
	}
	t, g := y(text), y(ground)
	if math.Abs(t-g) < 0.0005 {
		return 0
	}
	var c float64
	if g > t {
		c = (math.Pow(g, 0.56) - math.Pow(t, 0.57)) * 1.14
	} else {
		c = (math.Pow(t, 0.62) - math.Pow(g, 0.65)) * 1.14
	}
	if c < 0.1 {
		return 0
	}
	return (c - 0.027) * 100
}
