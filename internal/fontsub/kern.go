package fontsub

import (
	"fmt"
	"sort"
)

// Pair is the kerning of two neighbouring glyphs in font units; negative moves
// them together.
type Pair struct {
	Left, Right uint16
	Value       int16
}

// MaxPairs is how many pairs a kern table can hold: its 16-bit length counts 6
// bytes for each and 14 for its head.
const MaxPairs = (1<<16 - 1 - 14) / 6

// Kern reads a version 0 kern table of one horizontal subtable. A font without
// the table has no pairs.
func (f *Font) Kern() ([]Pair, error) {
	t, ok := f.Tables["kern"]
	if !ok {
		return nil, nil
	}
	r := reader{b: t}
	if version, coverage := r.u16(0), r.u16(8); version != 0 || coverage != 1 {
		return nil, fmt.Errorf("fontsub: kern version %d, coverage 0x%04x are not supported", version, coverage)
	}
	n := int(r.u16(10))
	pairs := make([]Pair, n)
	for i := range pairs {
		at := 18 + 6*i
		pairs[i] = Pair{r.u16(at), r.u16(at + 2), r.i16(at + 4)}
	}
	if r.bad {
		return nil, errShort
	}
	return pairs, nil
}

// SetKern replaces the kern table by the one form that freetype accepts: version
// 0, one subtable, coverage 0x0001, pairs sorted, an exact length. No pairs
// removes the table.
func (f *Font) SetKern(pairs []Pair) error {
	delete(f.Tables, "kern")
	n := len(pairs)
	if n == 0 {
		return nil
	}
	if n > MaxPairs {
		return fmt.Errorf("fontsub: %d kerning pairs, at most %d", n, MaxPairs)
	}
	pairs = append([]Pair(nil), pairs...)
	sort.Slice(pairs, func(i, j int) bool {
		a, b := pairs[i], pairs[j]
		return a.Left < b.Left || a.Left == b.Left && a.Right < b.Right
	})
	power, log := 1, 0
	for power*2 <= n {
		power, log = power*2, log+1
	}
	var out []byte
	for _, v := range []int{0, 1, 0, 14 + 6*n, 1, n, 6 * power, log, 6*n - 6*power} {
		out = be.AppendUint16(out, uint16(v))
	}
	for _, p := range pairs {
		out = be.AppendUint16(out, p.Left)
		out = be.AppendUint16(out, p.Right)
		out = be.AppendUint16(out, uint16(p.Value))
	}
	f.Tables["kern"] = out
	return nil
}
