package main

import (
	"sort"
	"unicode"

	"rentang/internal/fontsub"
)

// minKern is the smallest kerning worth a pair, in font units of a thousandth of
// the em: at 13 px it moves a letter by a twentieth of a pixel.
const minKern = 4

// plausible chooses at most n pairs. Out go first those that no text contains: a
// Latin letter beside a Cyrillic one, a capital after a small letter except in
// the built-in languages. What is left is ranked: pairs of the four built-in languages
// come before pairs of others, larger moves before smaller ones.
func plausible(pairs []runePair, n int) []runePair {
	var out []runePair
	for _, p := range pairs {
		if abs(p.value) >= minKern && meet(p.left, p.right) {
			out = append(out, p)
		}
	}
	sort.SliceStable(out, func(i, j int) bool {
		a, b := out[i], out[j]
		if x, y := rank(a), rank(b); x != y {
			return x < y
		}
		return abs(a.value) > abs(b.value)
	})
	out = out[:min(n, len(out))]
	sort.Slice(out, func(i, j int) bool {
		a, b := out[i], out[j]
		return a.left < b.left || a.left == b.left && a.right < b.right
	})
	return out
}

// meet reports whether two characters can stand side by side in a text.
func meet(l, r rune) bool {
	if unicode.Is(unicode.Latin, l) && unicode.Is(unicode.Cyrillic, r) ||
		unicode.Is(unicode.Cyrillic, l) && unicode.Is(unicode.Latin, r) {
		return false
	}
	if unicode.IsLower(l) && unicode.IsUpper(r) {
		return everyday(l) && everyday(r) // McCarthy, GmbH
	}
	return true
}

// rank is 0 for a pair of characters of the built-in languages, 1 for a pair
// with one of another language, 2 for a pair of two such.
func rank(p runePair) int {
	n := 0
	for _, c := range []rune{p.left, p.right} {
		if !everyday(c) {
			n++
		}
	}
	return n
}

// everyday reports whether a character belongs to Indonesian, English or Russian
// or to the punctuation that they use.
func everyday(c rune) bool {
	switch {
	case c < 0x7F, c >= 0x0410 && c <= 0x044F, c == 'Ё', c == 'ё':
		return true
	case c == '«', c == '»', c == '°', c == '·', c == '×':
		return true
	}
	return c >= 0x2010 && c <= 0x2026 || c == 0x2212 || c == '№'
}

func abs(v int) int { return max(v, -v) }

// glyphPairs turns characters into glyphs. Two characters may share a glyph, so
// that a pair may come up twice, with the same value.
func glyphPairs(pairs []runePair, cmap map[rune]uint16) []fontsub.Pair {
	seen := make(map[[2]uint16]bool)
	var out []fontsub.Pair
	for _, p := range pairs {
		l, r := cmap[p.left], cmap[p.right]
		if !seen[[2]uint16{l, r}] {
			seen[[2]uint16{l, r}] = true
			out = append(out, fontsub.Pair{Left: l, Right: r, Value: int16(p.value)})
		}
	}
	return out
}
