package fontsub

import (
	"encoding/binary"
	"errors"
	"fmt"
	"sort"
)

// Font is a TrueType file taken apart into its tables, by their four-letter tags.
type Font struct {
	Tables map[string][]byte
}

// errShort says that a table ends before what it promises.
var errShort = errors.New("fontsub: table ends too early")

// be is the byte order of every number in a font.
var be = binary.BigEndian

// Parse reads the table directory of a TrueType file (version 0x00010000, glyf
// outlines). The tables share memory with ttf. Files with CFF outlines, WOFF and
// collections are refused.
func Parse(ttf []byte) (*Font, error) {
	r := reader{b: ttf}
	if v := r.u32(0); v != 0x00010000 {
		return nil, fmt.Errorf("fontsub: not a TrueType file: version 0x%08x", v)
	}
	f := &Font{Tables: make(map[string][]byte)}
	n := int(r.u16(4))
	for i := range n {
		at := 12 + 16*i
		tag := string(r.slice(at, 4))
		f.Tables[tag] = r.slice(int(r.u32(at+8)), int(r.u32(at+12)))
	}
	if r.bad {
		return nil, errShort
	}
	for _, tag := range []string{"cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp"} {
		if _, ok := f.Tables[tag]; !ok {
			return nil, fmt.Errorf("fontsub: no %s table", tag)
		}
	}
	return f, nil
}

// Bytes writes the font: tables in the order of their tags, each on a multiple
// of four bytes, with all checksums. The same tables give the same bytes.
func (f *Font) Bytes() []byte {
	tags := make([]string, 0, len(f.Tables))
	size := 12
	for tag, t := range f.Tables {
		tags = append(tags, tag)
		size += 16 + (len(t)+3)&^3
	}
	sort.Strings(tags)

	power, log := 1, 0
	for power*2 <= len(tags) {
		power, log = power*2, log+1
	}
	out := make([]byte, 0, size)
	out = be.AppendUint32(out, 0x00010000)
	out = be.AppendUint16(out, uint16(len(tags)))
	out = be.AppendUint16(out, uint16(power*16))
	out = be.AppendUint16(out, uint16(log))
	out = be.AppendUint16(out, uint16(16*len(tags)-16*power))
	at := 12 + 16*len(tags)
	headAt := -1
	for _, tag := range tags {
		t := f.Tables[tag]
		if tag == "head" && len(t) == 54 {
			t = append([]byte(nil), t...)
			be.PutUint32(t[8:], 0) // the checksum of head is that of a head without it
			f.Tables[tag] = t
			headAt = at
		}
		out = append(out, tag...)
		out = be.AppendUint32(out, checksum(t))
		out = be.AppendUint32(out, uint32(at))
		out = be.AppendUint32(out, uint32(len(t)))
		at += (len(t) + 3) &^ 3
	}
	for _, tag := range tags {
		out = append(out, f.Tables[tag]...)
		for len(out)%4 != 0 {
			out = append(out, 0)
		}
	}
	if headAt >= 0 {
		be.PutUint32(out[headAt+8:], 0xB1B0AFBA-checksum(out))
	}
	return out
}

// checksum is the sum of a table's big-endian words, the last one filled with zeros.
func checksum(t []byte) uint32 {
	var sum uint32
	for len(t) >= 4 {
		sum += be.Uint32(t)
		t = t[4:]
	}
	var last [4]byte
	copy(last[:], t)
	return sum + be.Uint32(last[:])
}

// reader reads numbers at offsets. A read outside the bytes gives zero and is
// remembered in bad, so that one test at the end covers a whole table.
type reader struct {
	b   []byte
	bad bool
}

func (r *reader) slice(at, n int) []byte {
	if at < 0 || n < 0 || at > len(r.b) || n > len(r.b)-at {
		r.bad = true
		return nil
	}
	return r.b[at : at+n]
}

func (r *reader) u16(at int) uint16 {
	if s := r.slice(at, 2); s != nil {
		return be.Uint16(s)
	}
	return 0
}

func (r *reader) i16(at int) int16 { return int16(r.u16(at)) }

func (r *reader) u32(at int) uint32 {
	if s := r.slice(at, 4); s != nil {
		return be.Uint32(s)
	}
	return 0
}
