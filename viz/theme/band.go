package theme

import "image/color"

// Band is the colours of one kind of flow.
type Band struct {
	Fill        color.RGBA // the band; also the lines of its hatch
	OnBand      color.RGBA // text in the band (on the plate where the theme has one)
	Label       color.RGBA // the kind's name beside the band, on the background
	HatchGround color.RGBA // between the lines of the hatch
}

// swatch is one of the six measured sets of band colours. Each carries the name
// of the kind that it was made for.
type swatch uint8

const (
	military swatch = iota
	economic
	energy
	food
	unsplit
	arms
	bandCount
)

// swatchOf is the swatch of a kind that the palette names.
func swatchOf(kind string) (s swatch, ok bool) {
	switch kind {
	case "military":
		return military, true
	case "economic":
		return economic, true
	case "energy":
		return energy, true
	case "food":
		return food, true
	case "unsplit":
		return unsplit, true
	case "arms":
		return arms, true
	}
	return 0, false
}

// byPlace is the swatch for a place in the stack. In the colour themes every pair
// of swatches keeps the wanted distance; in print only some do, and this order
// alternates dark and light greys so that neighbours do, the last and the first
// included. Below the lane it runs backwards, so that two short stacks share nothing.
func byPlace(side, index int) swatch {
	order := [bandCount]swatch{economic, military, food, energy, unsplit, arms}
	i := index % len(order)
	if i < 0 {
		i += len(order)
	}
	if side == 1 {
		i = len(order) - 1 - i
	}
	return order[i]
}

// Band returns the colours of a kind. Kinds that the palette does not name take
// the colour of their place: side 0 (above) or 1 (below), index from the lane
// outwards. Bands is the better question where a story mixes both sorts.
func (t *Theme) Band(kind string, side, index int) Band {
	if s, ok := swatchOf(kind); ok {
		return t.bands[s]
	}
	return t.bands[byPlace(side, index)]
}

// Bands returns the colours of a story's kinds, from the lane outwards. Kinds
// that the palette names keep their colours; the others take the colour of their
// place or, where that is taken, the next free one. Up to six kinds of different
// names get six different colours; from the seventh on colours repeat, but never
// between neighbours of one stack. A kind that stands on both sides has one colour.
func (t *Theme) Bands(above, below []string) (up, down []Band) {
	var used [bandCount]int
	given := map[string]swatch{}
	for _, k := range append(append([]string(nil), above...), below...) {
		if s, ok := swatchOf(k); ok {
			if _, again := given[k]; !again {
				used[s]++
			}
			given[k] = s
		}
	}
	side := func(kinds []string, n int) []Band {
		out := make([]Band, len(kinds))
		for i, k := range kinds {
			s, ok := given[k]
			if !ok {
				s = free(&used, n, i, neighbours(kinds, i, given))
				used[s]++
				given[k] = s
			}
			out[i] = t.bands[s]
		}
		return out
	}
	return side(above, 0), side(below, 1)
}

// neighbours is the swatches that the kinds beside place i already have.
func neighbours(kinds []string, i int, given map[string]swatch) (taken [bandCount]bool) {
	for _, j := range []int{i - 1, i + 1} {
		if j < 0 || j >= len(kinds) {
			continue
		}
		if s, ok := given[kinds[j]]; ok {
			taken[s] = true
		}
	}
	return taken
}

// free is the swatch least used so far that no neighbour has, searched from the
// place's own one in the order of the places.
func free(used *[bandCount]int, side, index int, taken [bandCount]bool) swatch {
	best, found := byPlace(side, index), false
	for i := range int(bandCount) {
		s := byPlace(side, index+i)
		if taken[s] {
			continue
		}
		if !found || used[s] < used[best] {
			best, found = s, true
		}
	}
	return best
}
