package main

import (
	"sort"

	"golang.org/x/text/encoding/korean"
)

// block is a range of characters, ends included.
type block struct{ from, to rune }

// sansRunes are the characters of the Latin and Cyrillic font.
func sansRunes() []rune {
	return runesOf([]block{
		{0x0020, 0x007E},                   // Basic Latin
		{0x00A0, 0x00AC}, {0x00AE, 0x00FF}, // Latin-1 without the soft hyphen, which is never drawn
		{0x0100, 0x017F}, // Latin Extended-A
		{0x0192, 0x0192},
		{0x0218, 0x021B},                   // Romanian
		{0x02C6, 0x02C7}, {0x02D8, 0x02DD}, // spacing accents, in transliterations
		{0x02BC, 0x02BC},                                     // the apostrophe of transliterations
		{0x0300, 0x0304}, {0x0306, 0x0308}, {0x030C, 0x030C}, // combining accents, for stress in Russian
		{0x0400, 0x045F}, {0x0490, 0x0491}, // Cyrillic: Russian, Ukrainian, Belarusian, Bulgarian, Serbian, Macedonian
		{0x0492, 0x0493}, {0x049A, 0x049B}, {0x04A2, 0x04A3}, {0x04AE, 0x04B1}, {0x04BA, 0x04BB}, {0x04D8, 0x04D9}, {0x04E8, 0x04E9}, // Kazakh, Tatar, Mongolian
		{0x1E9E, 0x1E9E},
		{0x2000, 0x200A}, {0x202F, 0x202F}, // spaces
		{0x2010, 0x2015},                                                       // hyphens and dashes
		{0x2018, 0x201A}, {0x201C, 0x201E}, {0x2020, 0x2022}, {0x2026, 0x2026}, // quotes, daggers, bullet, ellipsis
		{0x2030, 0x2030}, {0x2032, 0x2033}, {0x2039, 0x203A}, {0x2044, 0x2044},
		{0x2070, 0x2070}, {0x2074, 0x2079}, {0x2080, 0x2089}, // raised and lowered figures
		{0x20A1, 0x20A1}, {0x20A4, 0x20A4}, {0x20A6, 0x20A6}, {0x20A8, 0x20AE}, {0x20B1, 0x20B2}, {0x20B4, 0x20B5}, {0x20B8, 0x20BA}, {0x20BD, 0x20BD}, {0x20BF, 0x20BF}, // currencies, the rouble and the won among them
		{0x2113, 0x2113}, {0x2116, 0x2116}, {0x2122, 0x2122}, // №, ™
		{0x2150, 0x2151}, {0x2153, 0x215E}, // fractions
		{0x2190, 0x2199}, // arrows
		{0x2202, 0x2202}, {0x2206, 0x2206}, {0x2211, 0x2212}, {0x2215, 0x2215}, {0x2219, 0x221A}, {0x221E, 0x221E},
		{0x2248, 0x2248}, {0x2260, 0x2260}, {0x2264, 0x2265},
		{0x25CA, 0x25CA}, // lozenge; other geometric shapes are drawn as paths
	})
}

// koreanRunes are the characters of the Korean font: syllables, single letters
// and East Asian punctuation. Latin letters come from the other font, which
// stands first in the chain.
func koreanRunes() []rune {
	blocks := []block{
		{0x3001, 0x3003}, {0x300A, 0x3011}, {0x3014, 0x3015}, // 、 。 《 》 「 」 『 』 【 】
		{0x318D, 0x318D}, // the Korean middle dot; U+00B7 comes from the other font
		{0x3131, 0x3163}, // single letters
		{0x203B, 0x203B}, // ※
	}
	return runesOf(append(append(blocks, simpleSyllables()...), ksx1001()...))
}

// simpleSyllables are those that end in a vowel or in one consonant, doubled ones
// included. Syllables that end in two different consonants are few in the
// language and all in KS X 1001; the 4,000 others of that kind exist on paper only.
func simpleSyllables() []block {
	const finals = 28 // none and 27 others, for each pair of an initial and a vowel
	clusters := map[rune]bool{3: true, 5: true, 6: true, 9: true, 10: true, 11: true, 12: true, 13: true, 14: true, 15: true, 18: true}
	var out []block
	for c := rune(0xAC00); c <= 0xD7A3; c++ {
		if !clusters[(c-0xAC00)%finals] {
			out = append(out, block{c, c})
		}
	}
	return out
}

// ksx1001 decodes the rows of Hangul in the old two-byte code.
func ksx1001() []block {
	dec := korean.EUCKR.NewDecoder()
	var out []block
	for row := 0xB0; row <= 0xC8; row++ {
		for cell := 0xA1; cell <= 0xFE; cell++ {
			b, err := dec.Bytes([]byte{byte(row), byte(cell)})
			if err != nil {
				continue
			}
			for _, c := range string(b) {
				if c >= 0xAC00 && c <= 0xD7A3 {
					out = append(out, block{c, c})
				}
			}
		}
	}
	return out
}

// runesOf lists the characters of the blocks once each, in order.
func runesOf(blocks []block) []rune {
	seen := make(map[rune]bool)
	var out []rune
	for _, b := range blocks {
		for c := b.from; c <= b.to; c++ {
			if !seen[c] {
				seen[c] = true
				out = append(out, c)
			}
		}
	}
	sort.Slice(out, func(i, j int) bool { return out[i] < out[j] })
	return out
}
