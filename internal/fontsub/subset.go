// Package fontsub cuts a TrueType font down to the characters that a story
// needs. Outlines, advances and kerning pairs stay exactly as they were; hinting
// and layout tables go. The result is a plain, valid font file: freetype reads
// it in the program and a browser reads it on the page.
//
//	small, err := fontsub.Subset(ttf, []rune("Москва 1950"))
package fontsub

import (
	"fmt"
	"sort"
)

// Subset returns the font with the glyphs of the given characters, with those
// they are made of, and with the box that stands for a missing glyph. Characters that the
// font lacks are left out silently: another font of the chain may have them. The
// order of runes and repetitions do not matter; equal sets give equal bytes.
// It fails if the font is damaged or has no glyf outlines.
func Subset(ttf []byte, runes []rune) ([]byte, error) {
	f, err := Parse(ttf)
	if err != nil {
		return nil, err
	}
	have, err := f.Cmap()
	if err != nil {
		return nil, err
	}
	o, err := f.outlines()
	if err != nil {
		return nil, err
	}
	want := make(map[rune]uint16)
	for _, c := range runes {
		if g, ok := have[c]; ok {
			want[c] = g
		}
	}
	order, renumber, err := closure(&o, want)
	if err != nil {
		return nil, err
	}
	for c, g := range want {
		want[c] = renumber[g]
	}
	pairs, err := f.Kern()
	if err != nil {
		return nil, err
	}
	kept := pairs[:0]
	for _, p := range pairs {
		l, okL := renumber[p.Left]
		r, okR := renumber[p.Right]
		if okL && okR {
			kept = append(kept, Pair{l, r, p.Value})
		}
	}

	out := &Font{Tables: map[string][]byte{"cmap": writeCmap(want)}}
	if err := out.SetKern(kept); err != nil {
		return nil, err
	}
	box, err := out.setOutlines(&o, order, renumber)
	if err != nil {
		return nil, err
	}
	if err := out.setMetrics(f, order, box); err != nil {
		return nil, err
	}
	out.setRest(f, want)
	return out.Bytes(), nil
}

// closure lists the glyphs to keep in their new order: the missing glyph, the
// glyphs of the characters in the order of the characters, then components.
func closure(o *outlines, want map[rune]uint16) ([]uint16, map[uint16]uint16, error) {
	runes := make([]rune, 0, len(want))
	for c := range want {
		runes = append(runes, c)
	}
	sort.Slice(runes, func(i, j int) bool { return runes[i] < runes[j] })
	order := []uint16{0}
	renumber := map[uint16]uint16{0: 0}
	add := func(g uint16) {
		if _, ok := renumber[g]; !ok {
			renumber[g] = uint16(len(order))
			order = append(order, g)
		}
	}
	for _, c := range runes {
		add(want[c])
	}
	for i := 0; i < len(order); i++ {
		g, err := o.glyph(order[i])
		if err != nil {
			return nil, nil, err
		}
		if composite(g) {
			if _, err := components(g, func(at int) { add(be.Uint16(g[at+2:])) }); err != nil {
				return nil, nil, err
			}
		}
	}
	return order, renumber, nil
}

// bounds is the box round all outlines, in font units.
type bounds struct{ xMin, yMin, xMax, yMax int16 }

// setOutlines writes glyf and loca.
func (f *Font) setOutlines(o *outlines, order []uint16, renumber map[uint16]uint16) (bounds, error) {
	var glyf []byte
	var box bounds
	ends := make([]int, 0, len(order)+1)
	for _, id := range order {
		ends = append(ends, len(glyf))
		g, err := o.glyph(id)
		if err != nil {
			return box, err
		}
		g, err = strip(g, renumber)
		if err != nil {
			return box, fmt.Errorf("glyph %d: %w", id, err)
		}
		if len(g) > 0 {
			r := reader{b: g}
			box.xMin, box.yMin = min(box.xMin, r.i16(2)), min(box.yMin, r.i16(4))
			box.xMax, box.yMax = max(box.xMax, r.i16(6)), max(box.yMax, r.i16(8))
		}
		glyf = append(glyf, g...)
		for len(glyf)%4 != 0 {
			glyf = append(glyf, 0)
		}
	}
	ends = append(ends, len(glyf))
	var loca []byte
	for _, at := range ends {
		if longIndex(glyf) {
			loca = be.AppendUint32(loca, uint32(at))
		} else {
			loca = be.AppendUint16(loca, uint16(at/2))
		}
	}
	f.Tables["glyf"], f.Tables["loca"] = glyf, loca
	return box, nil
}

// longIndex reports whether glyf is too large for an index of 16-bit halves.
func longIndex(glyf []byte) bool { return len(glyf) > 2*0xFFFF }

// setMetrics writes head, hhea, hmtx and maxp for the glyphs that are left.
func (f *Font) setMetrics(from *Font, order []uint16, box bounds) error {
	if len(from.Tables["head"]) != 54 || len(from.Tables["hhea"]) != 36 || len(from.Tables["maxp"]) != 32 {
		return fmt.Errorf("fontsub: head, hhea or maxp has an unexpected length")
	}
	head := append([]byte(nil), from.Tables["head"]...)
	be.PutUint16(head[16:], be.Uint16(head[16:])&^0x1C) // no instruction changes sizes or advances any more
	for i, v := range []int16{box.xMin, box.yMin, box.xMax, box.yMax} {
		be.PutUint16(head[36+2*i:], uint16(v))
	}
	be.PutUint16(head[50:], 0)
	if longIndex(f.Tables["glyf"]) {
		be.PutUint16(head[50:], 1)
	}

	hhea := append([]byte(nil), from.Tables["hhea"]...)
	full := int(be.Uint16(hhea[34:]))
	r := reader{b: from.Tables["hmtx"]}
	type metric struct {
		advance uint16
		bearing int16
	}
	metrics := make([]metric, len(order))
	for i, id := range order {
		g := int(id)
		if g < full {
			metrics[i] = metric{r.u16(4 * g), r.i16(4*g + 2)}
		} else {
			metrics[i] = metric{r.u16(4*full - 4), r.i16(4*full + 2*(g-full))}
		}
	}
	if r.bad {
		return errShort
	}
	// Glyphs at the end that share one advance, as syllables do, need it only once.
	n := len(metrics)
	for n > 1 && metrics[n-2].advance == metrics[len(metrics)-1].advance {
		n--
	}
	be.PutUint16(hhea[34:], uint16(n))
	var hmtx []byte
	for i, m := range metrics {
		if i < n {
			hmtx = be.AppendUint16(hmtx, m.advance)
		}
		hmtx = be.AppendUint16(hmtx, uint16(m.bearing))
	}

	maxp := append([]byte(nil), from.Tables["maxp"]...)
	be.PutUint16(maxp[4:], uint16(len(order)))
	be.PutUint16(maxp[14:], 1) // one zone of points: no instructions, no twilight
	clear(maxp[16:28])         // twilight points, storage, functions, instructions, stack, code
	f.Tables["head"], f.Tables["hhea"], f.Tables["hmtx"], f.Tables["maxp"] = head, hhea, hmtx, maxp
	return nil
}

// setRest copies what identifies the font: its names as they are, OS/2 with the
// first and last character, post without glyph names.
func (f *Font) setRest(from *Font, chars map[rune]uint16) {
	if t, ok := from.Tables["name"]; ok {
		f.Tables["name"] = t
	}
	if t := from.Tables["OS/2"]; len(t) >= 68 {
		t = append([]byte(nil), t...)
		first, last := rune(0xFFFF), rune(0)
		for c := range chars {
			first, last = min(first, c), max(last, min(c, 0xFFFF))
		}
		be.PutUint16(t[64:], uint16(first))
		be.PutUint16(t[66:], uint16(last))
		f.Tables["OS/2"] = t
	}
	if t := from.Tables["post"]; len(t) >= 32 {
		t = append([]byte(nil), t[:32]...)
		be.PutUint32(t, 0x00030000)
		f.Tables["post"] = t
	}
}
