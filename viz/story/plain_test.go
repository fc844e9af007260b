package story

import (
	"strings"
	"testing"
)

func TestWellFormedLanguage(t *testing.T) {
	for tag, want := range map[string]bool{
		"en": true, "ko": true, "fil": true, "pt-BR": true, "zh-Hant": true, "sr-Latn-RS": true, "es-419": true, "de-1996": true,
		"": false, "e": false, "EN": false, "english": false, "en_GB": false, "en-": false, "-en": false, "e1": false, "кo": false,
		"en-abcdefghi": false, "en-x-" + strings.Repeat("a-", 20) + "a": false,
	} {
		if got := wellFormedLanguage(tag); got != want {
			t.Errorf("%q: %v", tag, got)
		}
	}
}

func TestWellFormedID(t *testing.T) {
	for id, want := range map[string]bool{
		"a": true, "parallel-38-1945": true, "38": true, "": false, "-a": false, "a-": false, "A": false, "a_b": false,
		"a b": false, "é": false, strings.Repeat("a", MaxID): true, strings.Repeat("a", MaxID+1): false,
	} {
		if got := wellFormedID(id, false); got != want {
			t.Errorf("%q: %v", id, got)
		}
	}
	if !wellFormedID("to_dprk", true) || wellFormedID("_a", true) {
		t.Error("underscores")
	}
}

func TestAddressFlaw(t *testing.T) {
	for address, sound := range map[string]bool{
		"https://example.org":                     true,
		"HTTP://example.org/a,b?c=d&e#f":          true,
		"https://example.org/@name/post":          true,
		"https://пример.рф/страница":              true, // browsers open it
		"mailto:desk@example.org":                 true,
		"mailto:desk":                             false,
		"https:example.org":                       false,
		"https://":                                false,
		"//example.org":                           false,
		"/local":                                  false,
		"":                                        false,
		"JavaScript:alert(1)":                     false,
		" javascript:alert(1)":                    false,
		"java\nscript:alert(1)":                   false,
		"vbscript:x":                              false,
		"file:///etc/passwd":                      false,
		"https://user:secret@example.org/":        false,
		"https://example.org/a b":                 false,
		"https://example.org/\u202e":              false,
		"https://example.org\\@evil.example/":     false,
		"https://example.org/<script>":            false,
		"https://" + strings.Repeat("a", MaxLine): false,
	} {
		if what, expected := addressFlaw(address); (what == "") != sound || what != "" && expected == "" {
			t.Errorf("%.60q: %q, %q", address, what, expected)
		}
	}
}

func TestNearest(t *testing.T) {
	names := EventKinds()
	for got, want := range map[string]string{
		"diplomatic": "diplomacy", "Treaty": "treaty", "wra": "war", "nuklear": "nuclear", "econmy": "economy",
		"": "", "party": "", "x": "", strings.Repeat("war", 100): "",
	} {
		if guess := nearest(got, names); guess != want {
			t.Errorf("%.20q: %q, want %q", got, guess, want)
		}
	}
	for _, c := range []struct {
		a, b string
		want int
	}{{"", "", 0}, {"abc", "", 3}, {"", "abc", 3}, {"abc", "abc", 0}, {"abc", "acb", 1}, {"abc", "ab", 1}, {"kitten", "sitting", 3}} {
		if n := slips(c.a, c.b); n != c.want {
			t.Errorf("slips(%q, %q) = %d, want %d", c.a, c.b, n, c.want)
		}
	}
}

func TestQuote(t *testing.T) {
	for s, want := range map[string]string{
		"a\nb":                   `"a\nb"`,
		"\u202e":                 `"\u202e"`,
		strings.Repeat("조", 100): `"` + strings.Repeat("조", 40) + `…"`,
		"조약":                     `"조약"`,
	} {
		if got := quote(s); got != want {
			t.Errorf("%q: %s", s, got)
		}
	}
}
