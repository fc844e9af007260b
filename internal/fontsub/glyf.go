package fontsub

import "fmt"

// Flags of a component in a composite glyph.
const (
	argsAreWords   = 0x0001
	haveScale      = 0x0008
	moreComponents = 0x0020
	haveXYScale    = 0x0040
	have2x2        = 0x0080
	haveCode       = 0x0100
)

// outlines is the glyf table with its index.
type outlines struct {
	glyf []byte
	loca []byte
	long bool
	n    int
}

func (f *Font) outlines() (outlines, error) {
	head, maxp := reader{b: f.Tables["head"]}, reader{b: f.Tables["maxp"]}
	o := outlines{glyf: f.Tables["glyf"], loca: f.Tables["loca"], long: head.u16(50) == 1, n: int(maxp.u16(4))}
	if head.bad || maxp.bad {
		return o, errShort
	}
	return o, nil
}

// glyph returns the bytes of one glyph; none for a blank.
func (o *outlines) glyph(id uint16) ([]byte, error) {
	if int(id) >= o.n {
		return nil, fmt.Errorf("fontsub: glyph %d of %d", id, o.n)
	}
	l, g := reader{b: o.loca}, reader{b: o.glyf}
	var from, to int
	if o.long {
		from, to = int(l.u32(4*int(id))), int(l.u32(4*int(id)+4))
	} else {
		from, to = 2*int(l.u16(2*int(id))), 2*int(l.u16(2*int(id)+2))
	}
	b := g.slice(from, to-from)
	if l.bad || g.bad || len(b) > 0 && len(b) < 10 {
		return nil, errShort
	}
	return b, nil
}

// composite reports whether a glyph is made of others.
func composite(g []byte) bool { return len(g) >= 10 && g[0]&0x80 != 0 }

// components calls do with the offset of each component in a composite glyph and
// returns the offset after the last one.
func components(g []byte, do func(at int)) (int, error) {
	r := reader{b: g}
	at := 10
	for {
		flags := r.u16(at)
		r.u16(at + 2)
		if r.bad {
			return 0, errShort
		}
		do(at)
		at += 4 + 2
		if flags&argsAreWords != 0 {
			at += 2
		}
		switch {
		case flags&haveScale != 0:
			at += 2
		case flags&haveXYScale != 0:
			at += 4
		case flags&have2x2 != 0:
			at += 8
		}
		if flags&moreComponents == 0 {
			break
		}
	}
	if at > len(g) {
		return 0, errShort
	}
	return at, nil
}

// strip returns a copy of the glyph without hinting instructions and with its
// components renumbered.
func strip(g []byte, renumber map[uint16]uint16) ([]byte, error) {
	if len(g) == 0 {
		return nil, nil
	}
	if composite(g) {
		out := append([]byte(nil), g...)
		end, err := components(out, func(at int) {
			be.PutUint16(out[at:], be.Uint16(out[at:])&^haveCode)
			be.PutUint16(out[at+2:], renumber[be.Uint16(out[at+2:])])
		})
		return out[:end], err
	}
	r := reader{b: g}
	code := 10 + 2*int(r.u16(0))
	rest := code + 2 + int(r.u16(code))
	if r.bad || rest > len(g) {
		return nil, errShort
	}
	out := append([]byte(nil), g[:code]...)
	out = append(out, 0, 0)
	return append(out, g[rest:]...), nil
}
