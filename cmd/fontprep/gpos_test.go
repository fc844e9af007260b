package main

import (
	"encoding/binary"
	"slices"
	"testing"
)

// words writes 16-bit numbers.
func words(vs ...int) []byte {
	var b []byte
	for _, v := range vs {
		b = binary.BigEndian.AppendUint16(b, uint16(v))
	}
	return b
}

// table makes a GPOS table whose feature 'kern' has one lookup of the given kind
// with the given subtables; a second lookup belongs to another feature.
func table(kind int, subtables ...[]byte) []byte {
	features := words(2)
	features = append(features, "kern"...)
	features = append(features, words(14)...)
	features = append(features, "mark"...)
	features = append(features, words(20)...)
	features = append(features, words(0, 1, 0)...) // kern: lookup 0
	features = append(features, words(0, 1, 1)...) // mark: lookup 1

	lookup := words(kind, 0, len(subtables))
	at := 6 + 2*len(subtables)
	for _, s := range subtables {
		lookup = append(lookup, words(at)...)
		at += len(s)
	}
	for _, s := range subtables {
		lookup = append(lookup, s...)
	}
	list := words(2, 6, 6)
	list = append(list, lookup...)

	out := words(1, 0, 0, 10, 10+len(features))
	out = append(out, features...)
	return append(out, list...)
}

// singles kerns glyph 1 before glyph 2 by -50 and before glyph 3 by 0.
func singles() []byte {
	b := words(1, 18, 4, 0, 1, 24, 0, 0, 0) // three words of nothing keep the offsets plain
	b = append(b, words(1, 1, 1)...)        // coverage: glyph 1
	return append(b, words(2, 2, -50, 3, 0)...)
}

// classed kerns glyphs 1 and 2 before class 1 (glyph 3) by -10; glyph 4 has no class.
func classed() []byte {
	b := words(2, 24, 4, 0, 34, 42, 1, 2, 0, -10, 0, 0)
	b = append(b, words(2, 1, 1, 2, 0)...) // coverage: the range 1 to 2
	b = append(b, words(2, 1, 2, 0)...)    // classes of the first: none, with a word of filling
	return append(b, words(1, 3, 1, 1)...) // classes of the second, format 1: glyph 3 has class 1
}

var letters = map[rune]uint16{'A': 1, 'T': 2, 'V': 3, 'o': 4}

func TestKerning(t *testing.T) {
	extension := append(words(1, 2, 0, 8), classed()...)
	for _, tc := range []struct {
		name  string
		table []byte
		want  []runePair
	}{
		{"no table", nil, nil},
		{"pairs of glyphs", table(2, singles()), []runePair{{'A', 'T', -50}}},
		{"pairs of classes", table(2, classed()), []runePair{{'A', 'V', -10}, {'T', 'V', -10}}},
		{"by extension", table(9, extension), []runePair{{'A', 'V', -10}, {'T', 'V', -10}}},
		{"the first subtable that knows a pair decides, with zero too", table(2, singles(), classed()),
			[]runePair{{'A', 'T', -50}, {'T', 'V', -10}}},
		{"no class passes the pair on", table(2, classed(), singles()),
			[]runePair{{'A', 'T', -50}, {'A', 'V', -10}, {'T', 'V', -10}}},
		{"another kind of lookup", table(4, singles()), nil},
	} {
		got, err := kerning(tc.table, letters, []rune("ATVo"))
		if err != nil || !slices.Equal(got, tc.want) {
			t.Errorf("%s: %v, %v, want %v", tc.name, got, err, tc.want)
		}
	}
	if got, _ := kerning(table(2, singles()), letters, []rune("AVo")); len(got) != 0 {
		t.Errorf("pairs with a character outside the subset: %v", got)
	}
}

func TestPlausible(t *testing.T) {
	in := []runePair{
		{'A', 'V', -41},
		{'A', 'Д', -60}, // two scripts
		{'a', 'Ž', -60}, // a capital of another language after a small letter
		{'c', 'C', -9},  // McCarthy
		{'o', 'e', 3},   // too small to be seen
		{'Ą', 'Ž', -90}, // both letters of other languages
		{'Ą', 'V', -30},
		{'Г', 'А', -83},
	}
	for n, want := range map[int][]runePair{
		10: {{'A', 'V', -41}, {'c', 'C', -9}, {'Ą', 'V', -30}, {'Ą', 'Ž', -90}, {'Г', 'А', -83}},
		3:  {{'A', 'V', -41}, {'c', 'C', -9}, {'Г', 'А', -83}},
		1:  {{'Г', 'А', -83}},
	} {
		if got := plausible(in, n); !slices.Equal(got, want) {
			t.Errorf("at most %d: %v, want %v", n, got, want)
		}
	}
}

func TestNames(t *testing.T) {
	old := names(nil, "Old", "Regular", "nothing")
	got := names(old, "Rentang Sans", "SemiBold", "IBM Plex Sans")
	for id, want := range map[uint16]string{
		1:  "Rentang Sans SemiBold", // old programs know four styles only
		2:  "Regular",
		6:  "RentangSans-SemiBold",
		16: "Rentang Sans",
		17: "SemiBold",
		99: "",
	} {
		if s := oldName(got, id); s != want {
			t.Errorf("name %d: %q, want %q", id, s, want)
		}
	}
	oldName(got[:len(got)/2], 17) // half a table must not be read past its end
}

func TestRunes(t *testing.T) {
	korean := koreanRunes()
	if n := len(ksx1001()); n != 2350 {
		t.Errorf("%d syllables in KS X 1001, want 2350", n)
	}
	for _, c := range "가힣값앉읽삶핥읊없쩡" {
		if !slices.Contains(korean, c) {
			t.Errorf("%c is not in the Korean font", c)
		}
	}
	if !slices.IsSorted(korean) {
		t.Error("not in order")
	}
	sans := sansRunes()
	for _, c := range "AzéŽЁяҚ–—‑“”„«»…\u00a0\u202f•←↓−×₽₩≈°′″·№" {
		if !slices.Contains(sans, c) {
			t.Errorf("%c (%U) is not in the Latin font", c, c)
		}
	}
}
