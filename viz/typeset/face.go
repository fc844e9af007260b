package typeset

import (
	"errors"
	"fmt"

	"github.com/golang/freetype/truetype"
	"golang.org/x/image/font"
	"golang.org/x/image/math/fixed"
)

// face is one font. freetype indexes into damaged tables without looking
// (golang/freetype/truetype: parseCmap, Index, Kern, Load), so everything that
// reads a font goes through here, where a panic becomes an error or a zero. The
// answers are cached by the callers; the nets cost nothing in a steady frame.
type face struct {
	name     string
	font     *truetype.Font
	units    float64 // per em
	em       fixed.Int26_6
	outlines map[uint16]*Outline
}

// parse reads a font.
func parse(name string, ttf []byte) (f *face, err error) {
	defer func() {
		if r := recover(); r != nil {
			f, err = nil, fmt.Errorf("typeset: font %q: damaged file: %v", name, r)
		}
	}()
	t, err := truetype.Parse(ttf)
	if err != nil {
		return nil, fmt.Errorf("typeset: font %q: %w", name, err)
	}
	em := t.FUnitsPerEm()
	if em <= 0 {
		return nil, fmt.Errorf("typeset: font %q: %w", name, errors.New("no units per em"))
	}
	// freetype looks at the kern table's own length only when it is asked.
	t.Kern(fixed.Int26_6(em), 0, 0)
	return &face{name: name, font: t, units: float64(em), em: fixed.Int26_6(em), outlines: make(map[uint16]*Outline)}, nil
}

// index is the glyph of a character, 0 if the face has none.
func (f *face) index(r rune) (glyph uint16) {
	defer func() { _ = recover() }()
	return uint16(f.font.Index(r))
}

// advance is a glyph's advance, in ems.
func (f *face) advance(glyph uint16) (em float64) {
	defer func() { _ = recover() }()
	return float64(f.font.HMetric(f.em, truetype.Index(glyph)).AdvanceWidth) / f.units
}

// kern is what two neighbouring glyphs move apart, in ems; mostly it is negative.
func (f *face) kern(left, right uint16) (em float64) {
	defer func() { _ = recover() }()
	return float64(f.font.Kern(f.em, truetype.Index(left), truetype.Index(right))) / f.units
}

// load reads a glyph's outline into buf; a damaged one counts as blank.
func (f *face) load(buf *truetype.GlyphBuf, glyph uint16) (ok bool) {
	defer func() {
		if recover() != nil {
			ok = false
		}
	}()
	return buf.Load(f.font, f.em, truetype.Index(glyph), font.HintingNone) == nil
}
