package typeset

import (
	"unicode"
	"unicode/utf8"

	"rentang/viz/scene"
)

// key names a shaped text. It holds no size: glyphs are placed in font units.
type key struct {
	text   string
	weight Weight
}

// shaped is a text with a glyph for each character, in ems. Nothing in it
// depends on the size.
type shaped struct {
	chars []char
	runs  []run
	width float64
}

// char is one character and its glyph.
type char struct {
	r       rune
	at      int // byte offset in the text
	face    scene.FaceID
	glyph   uint16
	ink     bool    // it has a glyph to draw: not a space, not invisible
	x       float64 // its origin, in ems from the start of the text, kerning included
	advance float64 // in ems, without kerning
}

// end is the right edge of a character's advance.
func (c *char) end() float64 { return c.x + c.advance }

// run is a part of the text that one face sets: characters, and the bytes that they take.
type run struct {
	face     scene.FaceID
	from, to int // chars
	text     string
}

// invisible reports characters that only say how text breaks or joins. They have
// no width and no glyph, and fonts often lack them.
func invisible(r rune) bool {
	switch r {
	case 0x00AD, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF, 0xFE0E, 0xFE0F:
		return true
	}
	return false
}

// spaceLike maps white space that fonts have no glyph for to the space.
func spaceLike(r rune) rune {
	switch r {
	case '\t', '\n', '\v', '\f', '\r', 0x85, 0x2028, 0x2029:
		return ' '
	}
	return r
}

// stand returns the plain character that stands for one that the fonts lack, where
// nothing is lost by it: exotic spaces and hyphens, full-width forms, narrow
// Korean quotes.
func stand(r rune) (rune, bool) {
	switch {
	case r == 0x2010, r == 0x2011:
		return '-', true
	case r == '〜', r == '∼':
		return '~', true
	case r == '〈':
		return '‹', true
	case r == '〉':
		return '›', true
	case r >= 0xFF01 && r <= 0xFF5E:
		return r - 0xFF01 + '!', true
	case r != ' ' && unicode.Is(unicode.Zs, r):
		return ' ', true
	}
	return 0, false
}

// find looks a character up in the chain. A character that no face has gives
// glyph 0, the missing glyph, of the first face.
func (s *Set) find(r rune, w Weight) (id scene.FaceID, glyph uint16, ok bool) {
	chain := s.chain[w%weights]
	for _, id := range chain {
		if g := s.faces[id].index(r); g != 0 {
			return id, g, true
		}
	}
	if q, can := stand(r); can {
		return s.find(q, w)
	}
	if len(chain) == 0 {
		return 0, 0, false
	}
	return chain[0], 0, false
}

// shape sets a text, or finds it as it was set before.
func (s *Set) shape(text string, w Weight) *shaped {
	k := key{text, w}
	if t, ok := s.shaped[k]; ok {
		return t
	}
	if s.shaped == nil || len(s.shaped) >= maxShaped {
		s.shaped = make(map[key]*shaped)
	}
	t := s.set(text, w)
	s.shaped[k] = t
	return t
}

// set places the glyphs of a text. A space has no ink, so it places no glyph and
// never ends a run: a Korean line with spaces from the Latin face stays one run.
func (s *Set) set(text string, w Weight) *shaped {
	t := &shaped{chars: make([]char, 0, utf8.RuneCountInString(text))}
	fonts := len(s.chain[w%weights]) > 0
	var x float64
	prev := -1 // the last visible character
	for at, r := range text {
		c := char{r: r, at: at, x: x}
		if !fonts || invisible(r) {
			t.chars = append(t.chars, c)
			continue
		}
		c.face, c.glyph, _ = s.find(spaceLike(r), w)
		f := s.faces[c.face]
		c.ink = c.glyph == 0 || !unicode.IsSpace(r)
		if prev >= 0 && t.chars[prev].face == c.face {
			// The kern table is only read between glyphs of one face.
			x += f.kern(t.chars[prev].glyph, c.glyph)
		}
		c.x = x
		c.advance = f.advance(c.glyph)
		x += c.advance
		prev = len(t.chars)
		t.chars = append(t.chars, c)
	}
	t.width = x
	t.split(text)
	return t
}

// split finds the runs.
func (t *shaped) split(text string) {
	from := 0
	for i := range t.chars {
		c := &t.chars[i]
		if !c.ink {
			continue
		}
		n := len(t.runs)
		if n == 0 || t.runs[n-1].face != c.face {
			if n > 0 {
				t.runs[n-1].to, t.runs[n-1].text = i, text[from:c.at]
				from = c.at
			}
			t.runs = append(t.runs, run{face: c.face, from: i})
		}
	}
	if n := len(t.runs); n > 0 {
		t.runs[n-1].to, t.runs[n-1].text = len(t.chars), text[from:]
	}
}

// Width is the advance of a line in CSS pixels, kerning included. Spaces count
// wherever they stand.
func (s *Set) Width(text string, st Style) float64 { return s.shape(text, st.Weight).width * st.Size }

// Missing lists the characters of text that no face of the chain has, once each,
// in the order in which they appear. Control characters count, except white
// space; characters that are never drawn do not.
func (s *Set) Missing(text string, w Weight) []rune {
	var out []rune
	seen := make(map[rune]bool)
	for _, r := range text {
		if seen[r] || invisible(r) {
			continue
		}
		seen[r] = true
		if _, _, ok := s.find(spaceLike(r), w); !ok {
			out = append(out, r)
		}
	}
	return out
}
