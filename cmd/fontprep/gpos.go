package main

import (
	"encoding/binary"
	"fmt"
	"sort"
)

// gpos reads kerning from a GPOS table: pair adjustments (lookup type 2) of the
// feature 'kern', directly or through an extension (type 9). Only the advance of
// the first glyph is taken; nothing else is kerning.
type gpos []byte

func (g gpos) u16(at int) int { return int(binary.BigEndian.Uint16(g[at:])) }
func (g gpos) i16(at int) int { return int(int16(binary.BigEndian.Uint16(g[at:]))) }
func (g gpos) u32(at int) int { return int(binary.BigEndian.Uint32(g[at:])) }

// lookups returns, for each lookup of the feature 'kern' in the order of the
// list, the offsets of its pair subtables. The scripts of these fonts share them.
func (g gpos) lookups() [][]int {
	features, list := g.u16(6), g.u16(8)
	use := make(map[int]bool)
	for i := range g.u16(features) {
		rec := features + 2 + 6*i
		if string(g[rec:rec+4]) != "kern" {
			continue
		}
		f := features + g.u16(rec+4)
		for j := range g.u16(f + 2) {
			use[g.u16(f+4+2*j)] = true
		}
	}
	var out [][]int
	for i := range g.u16(list) {
		if !use[i] {
			continue
		}
		l := list + g.u16(list+2+2*i)
		var subtables []int
		for j := range g.u16(l + 4) {
			s := l + g.u16(l+6+2*j)
			kind := g.u16(l)
			if kind == 9 {
				kind = g.u16(s + 2)
				s += g.u32(s + 4)
			}
			if kind == 2 {
				subtables = append(subtables, s)
			}
		}
		out = append(out, subtables)
	}
	return out
}

// covered lists the glyphs of a coverage table in the order of their index.
func (g gpos) covered(at int) []int {
	var out []int
	if g.u16(at) == 1 {
		for i := range g.u16(at + 2) {
			out = append(out, g.u16(at+4+2*i))
		}
		return out
	}
	for i := range g.u16(at + 2) {
		r := at + 4 + 6*i
		for id := g.u16(r); id <= g.u16(r+2); id++ {
			out = append(out, id)
		}
	}
	return out
}

// classes maps glyphs to their class; a glyph that is not named has class 0.
func (g gpos) classes(at int) map[int]int {
	out := make(map[int]int)
	if g.u16(at) == 1 {
		for i := range g.u16(at + 4) {
			out[g.u16(at+2)+i] = g.u16(at + 6 + 2*i)
		}
		return out
	}
	for i := range g.u16(at + 2) {
		r := at + 4 + 6*i
		for id := g.u16(r); id <= g.u16(r+2); id++ {
			out[id] = g.u16(r + 4)
		}
	}
	return out
}

// valueSize is the length of a value record of a format; advance is where the
// horizontal advance stands in it, or -1.
func valueSize(format int) (size, advance int) {
	advance = -1
	for bit := range 8 {
		if format&(1<<bit) != 0 {
			if bit == 2 {
				advance = size
			}
			size += 2
		}
	}
	return size, advance
}

// glyphPair is a pair of glyph ids.
type glyphPair struct{ left, right int }

// subtable adds a subtable's pairs among the wanted glyphs to got. As in a text
// engine, the first subtable that covers a pair decides, even when it says zero.
func (g gpos) subtable(s int, wanted []int, got map[glyphPair]int) error {
	format1, format2 := g.u16(s+4), g.u16(s+6)
	size1, advance := valueSize(format1)
	size2, _ := valueSize(format2)
	in := make(map[int]bool, len(wanted))
	for _, id := range wanted {
		in[id] = true
	}
	set := func(p glyphPair, at int) {
		if _, done := got[p]; !done && in[p.left] && in[p.right] {
			got[p] = 0
			if advance >= 0 {
				got[p] = g.i16(at + advance)
			}
		}
	}
	first := g.covered(s + g.u16(s+2))
	switch g.u16(s) {
	case 1:
		for i, left := range first {
			p := s + g.u16(s+10+2*i)
			for j := range g.u16(p) {
				rec := p + 2 + j*(2+size1+size2)
				set(glyphPair{left, g.u16(rec)}, rec+2)
			}
		}
	case 2:
		one, two := g.classes(s+g.u16(s+8)), g.classes(s+g.u16(s+10))
		n2 := g.u16(s + 14)
		for _, left := range first {
			if !in[left] {
				continue
			}
			for _, right := range wanted {
				if two[right] == 0 {
					// A second glyph of no class is not this subtable's business: text
					// engines go on to the next, and these fonts count on it.
					continue
				}
				rec := s + 16 + (one[left]*n2+two[right])*(size1+size2)
				set(glyphPair{left, right}, rec)
			}
		}
	default:
		return fmt.Errorf("GPOS: pair format %d", g.u16(s))
	}
	return nil
}

// runePair is the kerning of two characters in font units.
type runePair struct {
	left, right rune
	value       int
}

// kerning lists the pairs among the given characters that are kerned at all,
// sorted by characters.
func kerning(table []byte, cmap map[rune]uint16, runes []rune) ([]runePair, error) {
	if len(table) < 10 {
		return nil, nil
	}
	g := gpos(table)
	ids := make(map[int]bool)
	for _, r := range runes {
		if id, ok := cmap[r]; ok {
			ids[int(id)] = true
		}
	}
	wanted := make([]int, 0, len(ids))
	for id := range ids {
		wanted = append(wanted, id)
	}
	sort.Ints(wanted)
	sum := make(map[glyphPair]int)
	for _, subtables := range g.lookups() {
		got := make(map[glyphPair]int)
		for _, s := range subtables {
			if err := g.subtable(s, wanted, got); err != nil {
				return nil, err
			}
		}
		for p, v := range got {
			sum[p] += v // one lookup after another moves the glyph again
		}
	}
	var out []runePair
	for _, l := range runes {
		for _, r := range runes {
			gl, okL := cmap[l]
			gr, okR := cmap[r]
			if v := sum[glyphPair{int(gl), int(gr)}]; okL && okR && v != 0 {
				out = append(out, runePair{l, r, v})
			}
		}
	}
	return out, nil
}
