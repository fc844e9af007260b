package fontsub

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/golang/freetype/truetype"
	"golang.org/x/image/font"
	"golang.org/x/image/math/fixed"
)

func asset(tb testing.TB, name string) []byte {
	tb.Helper()
	b, err := os.ReadFile(filepath.Join("..", "..", "assets", "fonts", name))
	if err != nil {
		tb.Fatal(err)
	}
	return b
}

var files = []string{"RentangSans-Regular.ttf", "RentangSans-SemiBold.ttf", "RentangSansKR-Regular.ttf", "RentangSansKR-SemiBold.ttf"}

// TestSubset: every character that is kept looks and measures as before.
func TestSubset(t *testing.T) {
	runes := []rune("Москва AVTo «Г.А» 1950–53 éö № 한국어 핥 、")
	for _, name := range files {
		full := asset(t, name)
		small, err := Subset(full, runes)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if len(small) > 20000 || len(small) < 500 {
			t.Errorf("%s: %d bytes for %d characters", name, len(small), len(runes))
		}
		a, err := truetype.Parse(full)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		b, err := truetype.Parse(small)
		if err != nil {
			t.Fatalf("subset of %s: %v", name, err)
		}
		em := fixed.Int26_6(a.FUnitsPerEm())
		for _, r := range append(runes, 'z', '뷁') {
			i, j := a.Index(r), b.Index(r)
			if !slices.Contains(runes, r) {
				if j != 0 {
					t.Errorf("%s: %c was not asked for", name, r)
				}
				continue
			}
			if (i == 0) != (j == 0) {
				t.Errorf("%s: %c is glyph %d, then %d", name, r, i, j)
				continue
			}
			if a.HMetric(em, i) != b.HMetric(em, j) {
				t.Errorf("%s: %c measures %v, then %v", name, r, a.HMetric(em, i), b.HMetric(em, j))
			}
			var p, q truetype.GlyphBuf
			if err := p.Load(a, em, i, font.HintingNone); err != nil {
				t.Fatal(err)
			}
			if err := q.Load(b, em, j, font.HintingNone); err != nil {
				t.Fatal(err)
			}
			if !slices.Equal(p.Points, q.Points) || !slices.Equal(p.Ends, q.Ends) {
				t.Errorf("%s: the outline of %c changed", name, r)
			}
			for _, s := range runes {
				if x, y := a.Kern(em, i, a.Index(s)), b.Kern(em, j, b.Index(s)); i != 0 && a.Index(s) != 0 && x != y {
					t.Errorf("%s: %c%c is kerned by %d, then %d", name, r, s, x, y)
				}
			}
		}
	}
}

func TestSubsetDeterministic(t *testing.T) {
	full := asset(t, files[0])
	a, err := Subset(full, []rune("Kim Il Sung"))
	if err != nil {
		t.Fatal(err)
	}
	b, err := Subset(full, []rune("gnuS lI miKKK한"))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(a, b) {
		t.Error("order, repetitions and characters that the font lacks change the bytes")
	}
	again, err := Subset(a, []rune("Kim Il Sung"))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(a, again) {
		t.Error("a subset of a subset differs")
	}
}

// TestAssets: the fonts of the picture are what this package writes, whole.
func TestAssets(t *testing.T) {
	for _, name := range files {
		full := asset(t, name)
		f, err := Parse(full)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		cmap, err := f.Cmap()
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		var runes []rune
		for r := range cmap {
			runes = append(runes, r)
		}
		again, err := Subset(full, runes)
		if err != nil || !bytes.Equal(full, again) {
			t.Errorf("%s: %v, %d bytes, then %d", name, err, len(full), len(again))
		}
		if sum := checksum(full); sum != 0xB1B0AFBA {
			t.Errorf("%s: checksum %08x of the file", name, sum)
		}
		for _, tag := range []string{"GPOS", "GSUB", "fpgm", "prep", "cvt "} {
			if _, ok := f.Tables[tag]; ok {
				t.Errorf("%s: still has %s", name, tag)
			}
		}
		// The licence reserves the word for unchanged versions.
		if family := utf16Bytes("IBM Plex"); bytes.Contains(f.Tables["name"][:6+12*12], family) {
			t.Errorf("%s: the reserved name", name)
		}
		if !bytes.Contains(f.Tables["name"], utf16Bytes("Rentang Sans")) {
			t.Errorf("%s: has not got its own name", name)
		}
		if !bytes.Contains(f.Tables["name"], utf16Bytes("IBM Corp")) {
			t.Errorf("%s: the copyright notice is gone", name)
		}
	}
}

func utf16Bytes(s string) []byte {
	var b []byte
	for _, c := range s {
		b = be.AppendUint16(b, uint16(c))
	}
	return b
}

func TestKern(t *testing.T) {
	f := &Font{Tables: map[string][]byte{}}
	pairs := []Pair{{3, 1, -5}, {1, 2, 7}, {1, 1, -32768}}
	if err := f.SetKern(pairs); err != nil {
		t.Fatal(err)
	}
	got, err := f.Kern()
	if want := []Pair{{1, 1, -32768}, {1, 2, 7}, {3, 1, -5}}; err != nil || !slices.Equal(got, want) {
		t.Errorf("%v, %v, want %v", got, err, want)
	}
	if err := f.SetKern(make([]Pair, MaxPairs+1)); err == nil {
		t.Error("more pairs than the table's 16-bit length can say")
	}
	if err := f.SetKern(nil); err != nil || len(f.Tables) != 0 {
		t.Error("a font without pairs must have no table: freetype refuses an empty one")
	}
	for name, table := range map[string][]byte{
		"too short":          {0, 0, 0, 1, 0, 0, 0, 20, 0, 1, 0, 1},
		"another version":    {0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0},
		"vertical":           {0, 0, 0, 1, 0, 0, 0, 14, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0},
		"an empty byte list": {},
	} {
		f := &Font{Tables: map[string][]byte{"kern": table}}
		if _, err := f.Kern(); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func TestCmap(t *testing.T) {
	for name, want := range map[string]map[rune]uint16{
		"nothing":                         {},
		"one span and a lonely character": {'A': 1, 'B': 2, 'C': 3, 'Z': 4},
		"neighbours with distant glyphs":  {'A': 9, 'B': 2},
		"one glyph for two characters":    {' ': 1, 0xA0: 1},
		"the last of the basic plane":     {0xFFFD: 3},
		"beyond the basic plane":          {'A': 1, 0xFFFD: 2, 0x10000: 3, 0x1F600: 4},
	} {
		f := &Font{Tables: map[string][]byte{"cmap": writeCmap(want)}}
		got, err := f.Cmap()
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if len(got) != len(want) {
			t.Errorf("%s: %v, want %v", name, got, want)
		}
		for r, g := range want {
			if got[r] != g {
				t.Errorf("%s: %U is glyph %d, want %d", name, r, got[r], g)
			}
		}
	}
}

func TestSubsetRefuses(t *testing.T) {
	good := asset(t, files[0])
	for name, b := range map[string][]byte{
		"nothing":      nil,
		"CFF outlines": append([]byte("OTTO"), good[4:]...),
		"WOFF2":        append([]byte("wOF2"), good[4:]...),
		"half a file":  good[:len(good)/2],
		"a directory":  good[:220],
	} {
		if _, err := Subset(b, []rune("A")); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func FuzzSubset(f *testing.F) {
	small, err := Subset(asset(f, files[0]), []rune("AVé"))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(small, "AVé")
	f.Add([]byte{0, 1, 0, 0, 0, 0}, "A")
	f.Fuzz(func(t *testing.T, ttf []byte, text string) {
		out, err := Subset(ttf, []rune(text))
		if err != nil {
			return
		}
		if _, err := Parse(out); err != nil {
			t.Fatalf("wrote what it cannot read: %v", err)
		}
	})
}
