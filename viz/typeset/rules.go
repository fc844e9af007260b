package typeset

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// rules is what breaking depends on besides width.
type rules struct {
	korean   bool
	russian  bool // and other languages in Cyrillic letters
	units    string
	lowQuote bool // quotes are „…“, so that “ closes
}

// sharedUnits are words and signs that never leave the number before them in any
// language; each stands between two spaces.
const sharedUnits = " % ‰ ° °C km m cm mm kg t g MW kW GW MWh kWh USD US$ EUR RUB KRW ₽ ₩ € $ £ ¥ "

// unitsOf are those of one language.
func unitsOf(base string) string {
	switch base {
	case "ko":
		return " 년 월 일 년대 명 개 톤 원 달러 루블 억 만 조 천 퍼센트 킬로미터 시 분 차 회 "
	case "ru", "uk", "be", "bg":
		return " г. гг. в. вв. г гг млн млрд трлн тыс. млн. млрд. кг км м т ц га руб. долл. чел. лет год года году годов тонн тонны тонна долларов доллара рублей рубля человек "
	case "id":
		return " juta miliar triliun ribu ton dolar rubel orang tahun persen "
	case "en":
		return " million billion trillion thousand tonnes tons dollars roubles percent years people "
	}
	return ""
}

// unit reports whether a word is a unit.
func (l *rules) unit(word string) bool { return listed(sharedUnits, word) || listed(l.units, word) }

// listed reports whether a word stands in a list between spaces.
func listed(list, word string) bool {
	for word != "" {
		i := strings.Index(list, word)
		if i < 0 {
			return false
		}
		if end := i + len(word); i > 0 && list[i-1] == ' ' && list[end] == ' ' {
			return true
		}
		list = list[i+len(word):]
	}
	return false
}

// rulesFor returns the rules of a language, by its BCP 47 tag.
func rulesFor(lang string) rules {
	base, _, _ := strings.Cut(lang, "-")
	base = strings.ToLower(base)
	r := rules{units: unitsOf(base)}
	switch base {
	case "ko":
		r.korean = true
	case "ru", "uk", "be", "bg":
		r.russian, r.lowQuote = true, true
	case "de", "cs", "sk", "hr", "sl", "lt", "sr", "mk":
		r.lowQuote = true
	}
	return r
}

// breakable reports white space at which a line may end. The no-break spaces
// U+00A0, U+202F and U+2007 are not among them.
func breakable(r rune) bool {
	switch r {
	case ' ', '\t', '\n', '\v', '\f', '\r', 0x85, 0x1680, 0x200B, 0x2028, 0x2029, 0x205F, 0x3000:
		return true
	}
	return r >= 0x2000 && r <= 0x200A && r != 0x2007
}

// mustBreak reports characters that end a line whatever the width.
func mustBreak(r rune) bool {
	switch r {
	case '\n', '\v', '\f', 0x85, 0x2028, 0x2029:
		return true
	}
	return false
}

// glue reports characters at which no line ever breaks, neither before nor after.
func glue(r rune) bool {
	switch r {
	case 0x00A0, 0x202F, 0x2007, 0x2011, 0x2060, 0xFEFF, 0x200D:
		return true
	}
	return false
}

// opening reports marks that never end a line.
func (l *rules) opening(r rune) bool {
	switch r {
	case '«', '„', '‚', '‘', '(', '[', '{', '「', '『', '《', '〈', '【', '（', '№', '#':
		return true
	case '“':
		return !l.lowQuote
	}
	return false
}

// closing reports marks that never start a line.
func (l *rules) closing(r rune) bool {
	switch r {
	case '»', '”', '’', ')', ']', '}', '」', '』', '》', '〉', '】', '）',
		',', '.', ';', ':', '!', '?', '…', '、', '。', '，', '．', '！', '？', '：', '；',
		'·', 'ㆍ', '・', '‧', '%', '‰', '°', '′', '″', '/', '-', '‐', '–', '—', '~', '～', '〜':
		return true
	case '“':
		return l.lowQuote
	}
	return false
}

// attached reports characters that belong to the one before: combining marks and
// what selects a form.
func attached(r rune) bool {
	return unicode.Is(unicode.M, r) || invisible(r) && r != 0x200B
}

// spaceCloses reports whether the white space between two words must not become
// a line's end by the rules of the language.
func (l *rules) spaceCloses(before, after string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	first, n := utf8.DecodeRuneInString(after)
	switch {
	case l.opening(last), l.closing(first) && first != '-':
		// A dash that stands alone hangs on the word before it, as Russian asks
		// and no language minds.
		return true
	case first == '-' && n == len(after):
		return true
	case l.number(before) && (l.unit(after) || l.unit(strings.TrimRightFunc(after, l.trails))):
		return true
	case l.russian && unicode.IsDigit(last) && unicode.IsDigit(first) && thousands(before, after):
		return true
	case l.russian && oneLetter(strings.TrimLeftFunc(before, l.opening)):
		return true
	}
	return false
}

// number reports whether a word ends in a figure, or in a Korean one with its
// power of ten, as in 15억.
func (l *rules) number(word string) bool {
	if l.korean {
		word = strings.TrimRight(word, "천만억조")
	}
	r, _ := utf8.DecodeLastRuneInString(word)
	return unicode.IsDigit(r)
}

// trails reports marks that may follow a unit.
func (l *rules) trails(r rune) bool { return l.closing(r) && r != '%' && r != '‰' && r != '°' }

// oneLetter reports a word of a single letter: the Russian prepositions and
// conjunctions that never stay behind at a line's end.
func oneLetter(w string) bool {
	r, n := utf8.DecodeRuneInString(w)
	return n > 0 && n == len(w) && unicode.Is(unicode.Cyrillic, r) && unicode.IsLetter(r)
}

// thousands reports whether two words are the groups of one number: one to three
// digits, then three.
func thousands(before, after string) bool {
	i := len(before)
	for i > 0 && before[i-1] >= '0' && before[i-1] <= '9' {
		i--
	}
	head := len(before) - i
	j := 0
	for j < len(after) && after[j] >= '0' && after[j] <= '9' {
		j++
	}
	return head >= 1 && head <= 3 && j == 3
}
