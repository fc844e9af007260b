package typeset

import (
	"bytes"
	"encoding/binary"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"rentang/internal/fontsub"
	"rentang/viz/scene"
)

// fontFiles are the fonts of the picture, in the order of their chains.
var fontFiles = []struct {
	weight Weight
	name   string
}{
	{Regular, "RentangSans-Regular"},
	{Regular, "RentangSansKR-Regular"},
	{SemiBold, "RentangSans-SemiBold"},
	{SemiBold, "RentangSansKR-SemiBold"},
}

func fontData(tb testing.TB, name string) []byte {
	tb.Helper()
	b, err := os.ReadFile(filepath.Join("..", "..", "assets", "fonts", name+".ttf"))
	if err != nil {
		tb.Fatal(err)
	}
	return b
}

// newSet makes the set that the picture uses.
func newSet(tb testing.TB) *Set {
	tb.Helper()
	s := new(Set)
	for _, f := range fontFiles {
		if _, err := s.Add(f.weight, f.name, fontData(tb, f.name)); err != nil {
			tb.Fatal(err)
		}
	}
	return s
}

func TestMetrics(t *testing.T) {
	s := newSet(t)
	for w, name := range map[Weight]string{Regular: "regular", SemiBold: "semibold"} {
		for r := '0'; r <= '9'; r++ {
			if got := s.Width(string(r), Style{w, 1}); got != 0.6 {
				t.Errorf("%s %c: %v em, want 0.600: figures stand under one another without a tabular form", name, r, got)
			}
		}
		if av, a, v := s.Width("AV", Style{w, 1000}), s.Width("A", Style{w, 1000}), s.Width("V", Style{w, 1000}); av >= a+v {
			t.Errorf("%s: AV is %v wide, A and V %v: no kerning", name, av, a+v)
		}
		if av, a, v := s.Width("ГА", Style{w, 1000}), s.Width("Г", Style{w, 1000}), s.Width("А", Style{w, 1000}); av >= a+v {
			t.Errorf("%s: ГА is %v wide, Г and А %v: no kerning", name, av, a+v)
		}
		if got := height(s, w, 'H'); got != CapHeight {
			t.Errorf("%s: H is %v em high, CapHeight %v", name, got, CapHeight)
		}
		if got := height(s, w, 'x'); math.Abs(got-XHeight) > 0.0061 { // semibold: 0.522
			t.Errorf("%s: x is %v em high, XHeight %v", name, got, XHeight)
		}
	}
}

// height is the height of a flat-topped letter, in ems.
func height(s *Set, w Weight, r rune) float64 {
	id, g, _ := s.find(r, w)
	o := s.Outline(id, g)
	var h float64
	for _, c := range o.Contours {
		for _, seg := range c.Segs {
			h = max(h, seg.P.Y)
		}
	}
	return h / o.UnitsPerEm
}

// TestWidthIsSum holds the width to what the font's own tables say.
func TestWidthIsSum(t *testing.T) {
	s := newSet(t)
	for _, text := range []string{"", "A", "AVATAR To Wa", "Герб Удмуртии: ГАУ", "1950년 6월 25일", "한국 KOREA", "100 %", "«Ту-154»"} {
		for _, w := range []Weight{Regular, SemiBold} {
			var want float64
			var prevFace scene.FaceID
			prev := uint16(0)
			for i, r := range text {
				id, g, ok := s.find(r, w)
				if !ok {
					t.Fatalf("%q: %q is missing", text, r)
				}
				if i > 0 && prevFace == id {
					want += 1000 * s.faces[id].kern(prev, g)
				}
				want += 1000 * s.faces[id].advance(g)
				prev, prevFace = g, id
			}
			if got := s.Width(text, Style{w, 1000}); math.Abs(got-want) > 1e-6 {
				t.Errorf("%q weight %d: %v font units, want %v", text, w, got, want)
			}
			if a, b := s.Width(text, Style{w, 26}), 2*s.Width(text, Style{w, 13}); a != b {
				t.Errorf("%q weight %d: %v at 26 px, twice %v at 13 px: widths must not be rounded", text, w, a, b/2)
			}
		}
	}
}

// TestCoverage: every character of the built-in story and of the languages' words
// has a glyph in both weights.
func TestCoverage(t *testing.T) {
	s := newSet(t)
	files := 0
	for _, dir := range []string{"story", "lang"} {
		root := filepath.Join("..", "..", "assets", dir)
		err := filepath.WalkDir(root, func(path string, d os.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			switch filepath.Ext(path) {
			case ".json", ".csv", ".toml", ".txt":
			default:
				return nil
			}
			b, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			files++
			for _, w := range []Weight{Regular, SemiBold} {
				if m := s.Missing(string(b), w); len(m) > 0 {
					t.Errorf("%s, weight %d: no glyph for %q", path, w, m)
				}
			}
			return nil
		})
		if err != nil && !os.IsNotExist(err) {
			t.Fatal(err)
		}
	}
	if files == 0 {
		t.Skip("no story in this copy of the tree")
	}
}

func TestMissing(t *testing.T) {
	s := newSet(t)
	for _, tc := range []struct{ text, want, why string }{
		{"Москва, 평양, Kim Il Sung", "", ""},
		{"1\u202f000\u00a0км\u2011\u2060x", "", "no-break spaces and hyphens, and a joiner that no font has but that is never drawn"},
		{"line\nfeed\ttab", "", "white space"},
		{"漢字 漢", "漢字", "once each, in order"},
		{"\u0007bell", "\u0007", "a control character would be drawn as a box"},
		{"a\u00adb", "", "a soft hyphen is not drawn"},
	} {
		if got := string(s.Missing(tc.text, Regular)); got != tc.want {
			t.Errorf("%q: missing %q, want %q: %s", tc.text, got, tc.want, tc.why)
		}
	}
}

func TestAddRefuses(t *testing.T) {
	good := fontData(t, "RentangSans-Regular")
	otto := append([]byte("OTTO"), good[4:]...)
	for _, tc := range []struct {
		name string
		data []byte
	}{
		{"nothing", nil},
		{"a page", []byte("<!doctype html><title>404</title>")},
		{"CFF outlines", otto},
		{"half a file", good[:len(good)/2]},
		{"a head only", good[:200]},
		{"noise", bytes.Repeat([]byte{0, 1, 0, 0, 0, 99}, 50)},
		{"a character map without segments", withTable(good, "cmap", []byte{0, 0, 0, 1, 0, 3, 0, 1, 0, 0, 0, 12, 0, 4, 0, 32, 0, 0, 0, 80})},
		{"kern of another form", withTable(good, "kern", make([]byte, 24))},
	} {
		var s Set
		if _, err := s.Add(Regular, tc.name, tc.data); err == nil {
			t.Errorf("%s: no error", tc.name)
		}
		if s.Faces() != 0 {
			t.Errorf("%s: the face was kept", tc.name)
		}
	}
}

// withTable overwrites the start of a table, and its length, in a copy of a font.
func withTable(ttf []byte, tag string, data []byte) []byte {
	b := bytes.Clone(ttf)
	for i := range int(binary.BigEndian.Uint16(b[4:])) {
		r := b[12+16*i:]
		if string(r[:4]) == tag {
			copy(b[binary.BigEndian.Uint32(r[8:]):], data)
			binary.BigEndian.PutUint32(r[12:], uint32(len(data)))
		}
	}
	return b
}

func FuzzAdd(f *testing.F) {
	small, err := fontsub.Subset(fontData(f, "RentangSans-Regular"), []rune("AVé"))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(small)
	f.Add([]byte{0, 1, 0, 0})
	f.Fuzz(func(t *testing.T, ttf []byte) {
		var s Set
		id, err := s.Add(Regular, "fuzz", ttf)
		if err != nil {
			return
		}
		const text = "AVя한 \u00e9"
		if w := s.Width(text, Style{Regular, 12}); math.IsNaN(w) {
			t.Fatal("width is not a number")
		}
		for g := range uint16(20) {
			s.Outline(id, g)
		}
	})
}

func TestOutline(t *testing.T) {
	s := newSet(t)
	for _, r := range "HoФ한ö" { // the last is made of two glyphs
		id, g, ok := s.find(r, Regular)
		o := s.Outline(id, g)
		if !ok || len(o.Contours) == 0 || o.UnitsPerEm != 1000 {
			t.Fatalf("%c: %d contours, %v units", r, len(o.Contours), o.UnitsPerEm)
		}
		for _, c := range o.Contours {
			if end := c.Segs[len(c.Segs)-1].P; end != c.Start {
				t.Errorf("%c: a contour starts at %v and ends at %v", r, c.Start, end)
			}
		}
		if s.Outline(id, g) != o {
			t.Errorf("%c: the outline is not cached", r)
		}
	}
	if n := len(s.Outline(0, 0).Contours); n == 0 {
		t.Error("the missing glyph is blank: a reader would not see that a letter is missing")
	}
	if n := len(s.Outline(0, 65535).Contours) + len(s.Outline(99, 1).Contours); n != 0 {
		t.Errorf("glyphs that do not exist have %d contours", n)
	}
}

// TestSyllables: what Korean writes today is there, in both weights.
func TestSyllables(t *testing.T) {
	s := newSet(t)
	const pangram = "키스의 고유조건은 입술끼리 만나야 하고 특별한 기술은 필요치 않다"
	for _, w := range []Weight{Regular, SemiBold} {
		if m := s.Missing(pangram+"、。「」『』《》〈〉·ㆍ～〜ㄱㅏ", w); len(m) > 0 {
			t.Errorf("weight %d: no glyph for %q", w, m)
		}
	}
	var have int
	for r := rune(0xAC00); r <= 0xD7A3; r++ {
		if len(s.Missing(string(r), Regular)) == 0 {
			have++
		}
	}
	if have < 2350 {
		t.Errorf("%d syllables, want those of KS X 1001 at least", have)
	}
	if strings.ContainsFunc(pangram, unicode.IsControl) {
		t.Error("the pangram is damaged")
	}
}
