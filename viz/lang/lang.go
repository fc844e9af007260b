// Package lang is how each language words the page, writes dates and counts. A
// language is a file of data: a fifth one needs no code.
//
//	ko, err := lang.Load("ko.json", data)
//	ko.Word(lang.Play)           // "재생"
//	ko.Date(civil.Date{2024, 6, 19}) // "2024년 6월 19일"
//	ko.Amount(318e6)             // "3억 1,800만"
//
// Forms follow CLDR 48, but for a few choices of the house; which, the language
// files say by what they hold. A space that must not become a line break is a
// no-break space (U+00A0), a hyphen that must not is U+2011.
package lang

// Language is one language's words and forms. It is never changed after Load, so
// that several goroutines may use it.
type Language struct {
	Code string // BCP 47, "ko"
	Name string // its own name, "한국어"

	words   map[Key]string
	counts  map[Key]map[string]string // by plural category
	forms   map[form]string
	plural  string // name of the plural rule
	full    [12]string
	of      [12]string
	short   [12]string
	numbers numbers

	years string     // "100010011002…2999", so that years of the axis need no memory
	days  [31]string // labels of days on the axis
}

// Word is the wording of a key such as Play; the key itself where the language
// lacks it.
func (l *Language) Word(key Key) string {
	if w, ok := l.words[key]; ok {
		return w
	}
	return key
}

// Fill is Word with {name} places filled: Fill(Of, "n", "3", "all", "83"). Places
// that pairs do not name stay as they are, and places inside the values too: a
// value may come from anywhere.
func (l *Language) Fill(key Key, pairs ...string) string {
	return expand(l.Word(key), func(name string) (string, bool) {
		for i := 0; i+1 < len(pairs); i += 2 {
			if pairs[i] == name {
				return pairs[i+1], true
			}
		}
		return "", false
	})
}

// Kind is the name of an event kind such as "treaty"; the kind itself where the
// language has no name for it.
func (l *Language) Kind(kind string) string { return l.named("kind_", kind) }

// Basis is the name of how well a figure is known: "documented", "derived",
// "interpolated", "placeholder"; any other one is returned as it is.
func (l *Language) Basis(basis string) string { return l.named("basis_", basis) }

// Gap is the name of why there is no figure: "none_found", "unknown",
// "inside_other"; any other one is returned as it is.
func (l *Language) Gap(meaning string) string { return l.named("gap_", meaning) }

func (l *Language) named(prefix, name string) string {
	if w, ok := l.words[prefix+name]; ok {
		return w
	}
	return name
}

// Words returns all wordings by key, for the page's script. The map is the
// caller's own.
func (l *Language) Words() map[string]string {
	out := make(map[string]string, len(l.words))
	for k, w := range l.words {
		out[k] = w
	}
	return out
}
