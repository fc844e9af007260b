package typeset

import (
	"math"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// narrow is a style in which a figure is 6 px wide.
var narrow = Style{Regular, 10}

func TestBreak(t *testing.T) {
	s := newSet(t)
	for _, tc := range []struct {
		name, lang, text string
		width            float64 // in px, or 0 for the width of the first line wanted
		want             []string
	}{
		{"empty", "en", "", 100, nil},
		{"blank", "en", " \n ", 100, nil},
		{"fits exactly", "en", "Korean War", 0, []string{"Korean War"}},
		{"the last line counts in a label", "en", "aa bb cc dd ee ff gg", 85, []string{"aa bb cc", "dd ee ff gg"}},
		{"white space at the ends and between", "en", "  one   two  ", 20, []string{"one", "two"}},
		{"a line feed", "en", "one\ntwo", 500, []string{"one", "two"}},
		{"a number keeps its unit", "en", "It lent 1,500 million dollars", 75, []string{"It lent", "1,500 million", "dollars"}},
		{"a dash hangs", "en", "Moscow aaa — Pyongyang", 60, []string{"Moscow", "aaa —", "Pyongyang"}},

		{"Indonesian reduplication stays whole", "id", "para kata-kata itu", 55, []string{"para", "kata-kata", "itu"}},
		{"a word that is too wide opens at its hyphen first", "id", "kata-kata", 35, []string{"kata-", "kata"}},
		{"and else between letters", "id", "persahabatan", 30, []string{"pers", "ahab", "atan"}},

		{"Korean breaks at spaces only", "ko", "소련군이 평양에 들어오다", 50, []string{"소련군이", "평양에", "들어오다"}},
		{"no last line of one syllable", "ko", "모스크바가 평양에 보낸 것", 100, []string{"모스크바가", "평양에 보낸 것"}},
		{"a middle dot starts no line", "ko", "조선 · 소련 우호", 35, []string{"조선 ·", "소련", "우호"}},
		{"an opening mark ends none", "ko", "소련의 「 우호 」 조약", 50, []string{"소련의", "「 우호 」", "조약"}},
		{"a figure keeps its unit", "ko", "약 15억 달러 규모", 45, []string{"약", "15억 달러", "규모"}},

		{"a small word goes to the next line where there is a choice", "id", "Korea dibelah di garis lintang", 100, []string{"Korea dibelah", "di garis lintang"}},
		{"Russian preposition", "ru", "Визит в Пхеньян", 70, []string{"Визит", "в Пхеньян"}},
		{"and conjunction with an opening quote", "ru", "Договор «о дружбе»", 63, []string{"Договор", "«о дружбе»"}},
		{"before a dash", "ru", "Москва — столица", 60, []string{"Москва —", "столица"}},
		{"groups of a number", "ru", "около 12 500 тонн", 80, []string{"около", "12 500 тонн"}},
		{"no-break spaces", "ru", "в\u00a02024\u202fг.", 20, nil},
		{"zero width space", "en", "Mos\u200bcow", 25, []string{"Mos", "cow"}},
	} {
		width := tc.width
		if width == 0 {
			width = s.Width(tc.want[0], narrow)
		}
		got, cut := s.Break(tc.text, tc.lang, narrow, width, 0)
		if cut {
			t.Errorf("%s: cut without a limit", tc.name)
		}
		if tc.want == nil && strings.ContainsFunc(tc.text, unicode.IsLetter) {
			for _, line := range got {
				if r, _ := utf8.DecodeRuneInString(line); glue(r) {
					t.Errorf("%s: broken at a no-break space: %q", tc.name, got)
				}
			}
			continue
		}
		if !slices.Equal(got, tc.want) {
			t.Errorf("%s: %q in %v px:\n got %q\nwant %q", tc.name, tc.text, width, got, tc.want)
		}
	}
}

func TestBreakCut(t *testing.T) {
	s := newSet(t)
	for _, tc := range []struct {
		name, lang, text string
		width            float64
		most             int
		want             []string
		cut              bool
	}{
		{"enough lines", "en", "one two three", 40, 3, []string{"one two", "three"}, false},
		{"one line", "en", "one two three four", 60, 1, []string{"one two…"}, true},
		{"no comma before the dots", "en", "one two, three four five", 60, 1, []string{"one two…"}, true},
		{"not after a preposition", "ru", "Визит в Пхеньянский округ", 65, 1, []string{"Визит…"}, true},
		{"not even a word", "en", "Transsiberian railway", 30, 1, []string{"Tran…"}, true},
		{"not even a letter", "en", "Transsiberian railway", 1, 1, []string{"…"}, true},
	} {
		got, cut := s.Break(tc.text, tc.lang, narrow, tc.width, tc.most)
		if !slices.Equal(got, tc.want) || cut != tc.cut {
			t.Errorf("%s:\n got %q, cut %v\nwant %q, cut %v", tc.name, got, cut, tc.want, tc.cut)
		}
	}
}

func TestBalance(t *testing.T) {
	s := newSet(t)
	for _, tc := range []struct {
		name, lang, text string
		share            float64 // of the width of the whole in one line
		want             []string
	}{
		{"one line", "en", "What Moscow sent", 1, []string{"What Moscow sent"}},
		{"halves", "en", "one two one two one two", 0.8, []string{"one two one", "two one two"}},
		{"after the comma, though the other break is more even", "ko", "모스크바가 평양에 보낸 것, 그리고 돌아온 것", 0.7,
			[]string{"모스크바가 평양에 보낸 것,", "그리고 돌아온 것"}},
		{"after the comma in Russian", "ru", "Что Москва отправляла в Пхеньян и что получала", 0.7,
			[]string{"Что Москва отправляла", "в Пхеньян и что получала"}},
		{"not for a comma far from the middle", "en", "Yes, what Moscow sent to Pyongyang", 0.7,
			[]string{"Yes, what Moscow", "sent to Pyongyang"}},
		{"Indonesian", "id", "Apa yang dikirim Moskwa, dan apa yang kembali", 0.7,
			[]string{"Apa yang dikirim Moskwa,", "dan apa yang kembali"}},
		{"three lines", "en", "aaaa bbbb cccc dddd eeee ffff", 0.4, []string{"aaaa bbbb", "cccc dddd", "eeee ffff"}},
	} {
		st := Style{SemiBold, 26}
		if got := s.Balance(tc.text, tc.lang, st, tc.share*s.Width(tc.text, st)); !slices.Equal(got, tc.want) {
			t.Errorf("%s:\n got %q\nwant %q", tc.name, got, tc.want)
		}
	}
}

// denseLines is what dense lines hold together. It looks at them one by one, as
// bytes of a damaged text may form a character when they are put together.
func denseLines(lines []string) string {
	var b strings.Builder
	for _, line := range lines {
		b.WriteString(dense(line))
	}
	return b.String()
}

// dense is a text without the white space at which lines may end.
func dense(s string) string {
	return strings.Map(func(r rune) rune {
		if breakable(r) {
			return -1
		}
		return r
	}, s)
}

func FuzzBreak(f *testing.F) {
	s := newSet(f)
	for _, text := range []string{"", "kata-kata", "в 1950 г. — 1,5 млрд", "모스크바가 평양에 보낸 것, 그리고", "a\u00a0b\u2060\u202f", "\xff\xfe", "«(„", "1\n\n2", strings.Repeat("x", 200), "e\u0301\u0301"} {
		for _, lang := range []string{"id", "en", "ko", "ru", ""} {
			f.Add(text, lang, 60.0, 0)
			f.Add(text, lang, 12.5, 2)
		}
	}
	f.Fuzz(func(t *testing.T, text, lang string, width float64, most int) {
		lines, cut := s.Break(text, lang, narrow, width, most)
		if most > 0 && len(lines) > most {
			t.Fatalf("%d lines, at most %d", len(lines), most)
		}
		if !cut && denseLines(lines) != dense(text) {
			t.Fatalf("lost text: %q became %q", text, lines)
		}
		if cut && (len(lines) == 0 || !strings.HasSuffix(lines[len(lines)-1], "…")) {
			t.Fatalf("cut without an ellipsis: %q", lines)
		}
		for _, line := range lines {
			// Only a part without a place to break may be wider than the line.
			if w := s.Width(line, narrow); w > width+1e-6 && width > 0 && line != "…" && parts(line, lang) > 1 {
				t.Fatalf("%q is %v wide, more than %v", line, w, width)
			}
			if r, _ := utf8.DecodeRuneInString(line); breakable(r) {
				t.Fatalf("a line starts with white space: %q", line)
			}
		}
		if even := s.Balance(text, lang, narrow, width); denseLines(even) != dense(text) {
			t.Fatalf("lost text: %q became %q", text, even)
		} else if most == 0 && len(even) != len(lines) {
			t.Fatalf("%d lines balanced, %d broken", len(even), len(lines))
		}
	})
}

// parts counts into how many lines a text can be broken at the most.
func parts(line, lang string) int {
	b := &breaker{t: &shaped{}, text: line, rules: rulesFor(lang)}
	for at, r := range line {
		b.t.chars = append(b.t.chars, char{r: r, at: at, x: float64(at), advance: 1})
	}
	b.split(0)
	return len(b.atoms)
}

func TestBreakDegenerate(t *testing.T) {
	s := newSet(t)
	for _, width := range []float64{0, -5, math.NaN(), math.Inf(1), math.Inf(-1), 1e-300, math.MaxFloat64} {
		for _, size := range []float64{0, 13, math.NaN(), -1} {
			lines, _ := s.Break("Kim Il Sung", "en", Style{Regular, size}, width, 0)
			if denseLines(lines) != "KimIlSung" {
				t.Errorf("width %v, size %v: %q", width, size, lines)
			}
			s.Balance("Kim Il Sung", "en", Style{Regular, size}, width)
		}
	}
}
