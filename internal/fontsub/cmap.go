package fontsub

import (
	"fmt"
	"sort"
)

// Cmap returns the glyph of every character that the font's Unicode table names
// (formats 4 and 12). Characters that map to glyph 0 are left out.
func (f *Font) Cmap() (map[rune]uint16, error) {
	r := reader{b: f.Tables["cmap"]}
	best, rank := -1, 0
	for i := range int(r.u16(2)) {
		at := 4 + 8*i
		var k int
		switch r.u32(at) {
		case 0x0003000a, 0x00000004: // all of Unicode
			k = 2
		case 0x00030001, 0x00000003: // the basic plane
			k = 1
		}
		if k > rank {
			best, rank = int(r.u32(at+4)), k
		}
	}
	if best < 0 || r.bad {
		return nil, fmt.Errorf("fontsub: no Unicode cmap")
	}
	m := make(map[rune]uint16)
	switch v := r.u16(best); v {
	case 4:
		readCmap4(&r, best, m)
	case 12:
		readCmap12(&r, best, m)
	default:
		return nil, fmt.Errorf("fontsub: cmap format %d is not supported", v)
	}
	if r.bad {
		return nil, errShort
	}
	return m, nil
}

func readCmap4(r *reader, at int, m map[rune]uint16) {
	n := int(r.u16(at+6)) / 2
	ends, starts := at+14, at+16+2*n
	deltas, offsets := starts+2*n, starts+4*n
	for i := range n {
		end, start := int(r.u16(ends+2*i)), int(r.u16(starts+2*i))
		delta, off := r.u16(deltas+2*i), int(r.u16(offsets+2*i))
		for c := start; c <= end && c < 0xFFFF && !r.bad; c++ {
			g := uint16(c) + delta
			if off != 0 {
				if g = r.u16(offsets + 2*i + off + 2*(c-start)); g != 0 {
					g += delta
				}
			}
			if g != 0 {
				m[rune(c)] = g
			}
		}
	}
}

func readCmap12(r *reader, at int, m map[rune]uint16) {
	last := int64(-1) // groups are in order, so no table can make us read a character twice
	for i := range int(r.u32(at + 12)) {
		g := at + 16 + 12*i
		start, end, id := r.u32(g), r.u32(g+4), r.u32(g+8)
		if r.bad || end > 0x10FFFF || start > end || int64(start) <= last {
			r.bad = true
			return
		}
		last = int64(end)
		for c := start; c <= end; c++ {
			if v := id + c - start; v != 0 && v <= 0xFFFF {
				m[rune(c)] = uint16(v)
			}
		}
	}
}

// span is a run of characters whose glyphs follow one another.
type span struct {
	from, to rune
	glyph    uint16
}

// writeCmap writes a format 4 table, which freetype and every browser read, and
// a format 12 table beside it only when a character lies outside the basic plane.
func writeCmap(m map[rune]uint16) []byte {
	runes := make([]rune, 0, len(m))
	for c := range m {
		runes = append(runes, c)
	}
	sort.Slice(runes, func(i, j int) bool { return runes[i] < runes[j] })
	var spans []span
	for _, c := range runes {
		if n := len(spans) - 1; n >= 0 && spans[n].to+1 == c && c != 0x10000 &&
			int(spans[n].glyph)+int(c-spans[n].from) == int(m[c]) {
			spans[n].to = c
			continue
		}
		spans = append(spans, span{c, c, m[c]})
	}
	basic := spans
	for i, s := range spans {
		if s.from > 0xFFFF {
			basic = spans[:i]
			break
		}
	}
	four := cmap4(basic)
	tables := 1
	if len(basic) < len(spans) {
		tables = 2
	}
	out := []byte{0, 0, 0, byte(tables), 0, 3, 0, 1}
	out = be.AppendUint32(out, uint32(4+8*tables))
	if tables == 2 {
		out = append(out, 0, 3, 0, 10)
		out = be.AppendUint32(out, uint32(4+8*tables+len(four)))
	}
	out = append(out, four...)
	if tables == 2 {
		out = append(out, cmap12(spans)...)
	}
	return out
}

// cmap4 needs no glyph array: the glyphs of a span follow one another, so its
// delta says all. The table closes with the customary span at U+FFFF.
func cmap4(spans []span) []byte {
	spans = append(append([]span(nil), spans...), span{0xFFFF, 0xFFFF, 0})
	n := len(spans)
	power, log := 1, 0
	for power*2 <= n {
		power, log = power*2, log+1
	}
	var out []byte
	for _, v := range []int{4, 16 + 8*n, 0, 2 * n, 2 * power, log, 2*n - 2*power} {
		out = be.AppendUint16(out, uint16(v))
	}
	for _, s := range spans {
		out = be.AppendUint16(out, uint16(s.to))
	}
	out = be.AppendUint16(out, 0)
	for _, s := range spans {
		out = be.AppendUint16(out, uint16(s.from))
	}
	for _, s := range spans {
		out = be.AppendUint16(out, s.glyph-uint16(s.from))
	}
	for range spans {
		out = be.AppendUint16(out, 0)
	}
	return out
}

func cmap12(spans []span) []byte {
	out := []byte{0, 12, 0, 0}
	out = be.AppendUint32(out, uint32(16+12*len(spans)))
	out = be.AppendUint32(out, 0)
	out = be.AppendUint32(out, uint32(len(spans)))
	for _, s := range spans {
		out = be.AppendUint32(out, uint32(s.from))
		out = be.AppendUint32(out, uint32(s.to))
		out = be.AppendUint32(out, uint32(s.glyph))
	}
	return out
}
