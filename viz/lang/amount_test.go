package lang

import (
	"math"
	"math/rand/v2"
	"strings"
	"testing"
)

func TestAmounts(t *testing.T) {
	amount := func(v float64) func(*Language) string { return func(l *Language) string { return l.Amount(v) } }
	about := func(v float64) func(*Language) string { return func(l *Language) string { return l.About(v) } }
	check4(t, []row{
		{"1.5 billion", amount(1.5e9), "1,5_miliar", "1.5_billion", "15억", "1,5_млрд"},
		{"318 million", amount(318e6), "318_juta", "318_million", "3억_1,800만", "318_млн"},
		{"2,275 million", amount(2275e6), "2.275_juta", "2,275_million", "22억_7,500만", "2275_млн"},
		{"a round billion, as on the scale bar", amount(1e9), "1_miliar", "1_billion", "10억", "1_млрд"},
		{"half a billion", amount(5e8), "500_juta", "500_million", "5억", "500_млн"},
		{"a few million with a decimal", amount(3.4e6), "3,4_juta", "3.4_million", "340만", "3,4_млн"},
		{"tens of million", amount(35e6), "35_juta", "35_million", "3,500만", "35_млн"},
		{"too long to be exact in the lower unit", amount(12345678901), "12_miliar", "12_billion", "120억", "12_млрд"},
		{"neither unit is exact", amount(2275.4e6), "2,3_miliar", "2.3_billion", "23억", "2,3_млрд"},
		{"rounding climbs a unit", amount(999.6e6), "1_miliar", "1_billion", "10억", "1_млрд"},
		{"a trillion", amount(1.2e12), "1,2_triliun", "1.2_trillion", "1조_2,000억", "1,2_трлн"},
		{"beyond the last unit", amount(5e15), "5.000_triliun", "5,000_trillion", "5,000조", "5000_трлн"},
		{"under a million", amount(950000), "950.000", "950,000", "95만", "950_000"},
		{"five figures are grouped in Russian, four are not", amount(9500), "9.500", "9,500", "9,500", "9500"},
		{"a group of ones in Korean", amount(12345), "12.345", "12,345", "1만_2,345", "12_345"},
		{"small", amount(3.5), "3,5", "3.5", "3.5", "3,5"},
		{"smaller than one", amount(0.05), "0,05", "0.05", "0.05", "0,05"},
		{"nothing", amount(0), "0", "0", "0", "0"},
		{"negative", amount(-1.5e9), "−1,5_miliar", "−1.5_billion", "−15억", "−1,5_млрд"},
		{"about, where the amount is exact", about(4620e6), "4,6_miliar", "4.6_billion", "46억", "4,6_млрд"},
		{"about, hundreds stay whole", about(318.4e6), "318_juta", "318_million", "3억_1,800만", "318_млн"},
	})
}

func TestAmountOf(t *testing.T) {
	dollars := map[string]string{"id": "US${n}", "en": "${n} a year", "ko": "연간 {n} 달러", "ru": "{n} долларов"}
	check4(t, []row{
		{"1.5 billion dollars", func(l *Language) string { return l.AmountOf(dollars[l.Code], 1.5e9) },
			"US$1,5_miliar", "$1.5_billion a year", "연간 15억 달러", "1,5_млрд долларов"},
		{"no pattern", func(l *Language) string { return l.AmountOf("", 1.5e9) }, "1,5_miliar", "1.5_billion", "15억", "1,5_млрд"},
		{"range", func(l *Language) string { return l.Range(dollars[l.Code], 3360e6, 4620e6, 5880e6) },
			"US$4,6_miliar (3,4–5,9)", "$4.6_billion a year (3.4–5.9)", "연간 46억 달러(34억~59억)", "4,6_млрд долларов (3,4–5,9)"},
		{"range from nothing", func(l *Language) string { return l.Range("", 0, 35e6, 157e6) },
			"35_juta (0–157)", "35_million (0–157)", "3,500만(0~1억_5,700만)", "35_млн (0–157)"},
		{"a low that would vanish in billions", func(l *Language) string { return l.Range("", 34e6, 1200e6, 1500e6) },
			"1.200_juta (34–1.500)", "1,200_million (34–1,500)", "12억(3,400만~15억)", "1200_млн (34–1500)"},
		{"a low that would vanish in millions", func(l *Language) string { return l.Range("", 40e3, 2e6, 3e6) },
			"2.000.000 (40.000–3.000.000)", "2,000,000 (40,000–3,000,000)", "200만(4만~300만)", "2_000_000 (40_000–3_000_000)"},
		{"central is nothing", func(l *Language) string { return l.Range("", 0, 0, 3e6) }, "0_juta (0–3)", "0_million (0–3)", "0(0~300만)", "0_млн (0–3)"},
		{"no range", func(l *Language) string { return l.Range("", 35e6, 35e6, 35e6) }, "35_juta", "35_million", "3,500만", "35_млн"},
	})
}

// read is the value of an amount as a reader of the language would take it.
func read(l *Language, s string) float64 {
	plain := strings.NewReplacer(l.numbers.Group, "", l.numbers.Decimal, ".").Replace
	sum := 0.0
	for _, part := range strings.Split(strings.ReplaceAll(s, "\u00a0", " "), " ") {
		k := 1.0
		for _, u := range l.numbers.Units {
			word := strings.TrimSpace(strings.ReplaceAll(one(u.Text, "n", ""), "\u00a0", " "))
			if part == word { // stands by itself: it multiplies what came before
				sum *= math.Pow10(u.Power)
				part = ""
			} else if rest, ok := strings.CutSuffix(part, word); ok {
				part, k = rest, math.Pow10(u.Power)
			}
		}
		if part != "" {
			sum += number(plain(part)) * k
		}
	}
	return sum
}

func number(s string) float64 {
	v, scale := 0.0, 0.0
	for _, r := range s {
		if r == '.' {
			scale = 1
			continue
		}
		v = v*10 + float64(r-'0')
		scale *= 10
	}
	if scale > 0 {
		v /= scale
	}
	return v
}

// What is written is what was meant, within the rounding that About promises, and
// the same in every language.
func TestAmountsReadBack(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 10))
	var ls []*Language
	for _, code := range codes() {
		ls = append(ls, load(t, code))
	}
	for i := range 3000 {
		v := math.Exp(r.Float64()*24) * 1000 // 1,000 to 26 trillion
		if i%2 == 0 {
			v = float64(r.IntN(9999)) * 1e6 // figures of the story
		}
		v = math.Round(v)
		first := -1.0
		for _, l := range ls {
			text := strings.ReplaceAll(l.Amount(v), "\u00a0", " ")
			if l.numbers.Group == "\u00a0" {
				text = joinDigits(text)
			}
			got := read(l, text)
			if math.Abs(got-v) > 0.051*v {
				t.Fatalf("%s: %v reads %q = %v", l.Code, v, text, got)
			}
			if i%2 == 0 && got != v {
				t.Fatalf("%s: %v is not exact: %q = %v", l.Code, v, text, got)
			}
			if first < 0 {
				first = got
			}
			if math.Abs(got-first) > 1e-6*v {
				t.Fatalf("%s says %v (%q), the first language %v", l.Code, got, text, first)
			}
		}
	}
}

// joinDigits takes the spaces out from between digits.
func joinDigits(s string) string {
	var b strings.Builder
	for i, r := range s {
		if r == ' ' && i > 0 && i+1 < len(s) && s[i-1] >= '0' && s[i-1] <= '9' && s[i+1] >= '0' && s[i+1] <= '9' {
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

func TestNumbers(t *testing.T) {
	n := func(v float64, d int) func(*Language) string {
		return func(l *Language) string { return l.Number(v, d) }
	}
	check4(t, []row{
		{"grouped", n(1234567, 0), "1.234.567", "1,234,567", "1,234,567", "1_234_567"},
		{"decimals", n(1234.5, 1), "1.234,5", "1,234.5", "1,234.5", "1234,5"},
		{"rounded", n(0.256, 2), "0,26", "0.26", "0.26", "0,26"},
		{"negative", n(-12.5, 1), "−12,5", "−12.5", "−12.5", "−12,5"},
		{"no sign on what rounds to nothing", n(-0.001, 1), "0,0", "0.0", "0.0", "0,0"},
		{"as exact as it is", func(l *Language) string { return l.Exact(3.25) }, "3,25", "3.25", "3.25", "3,25"},
		{"exact and whole", func(l *Language) string { return l.Exact(2275) }, "2.275", "2,275", "2,275", "2275"},
		{"per cent", func(l *Language) string { return l.Percent(0.9, 0) }, "90%", "90%", "90%", "90_%"},
		{"per cent with a decimal", func(l *Language) string { return l.Percent(0.125, 1) }, "12,5%", "12.5%", "12.5%", "12,5_%"},
		{"with its range", func(l *Language) string { return l.ExactRange(0, 35, 2275) }, "35 (0–2.275)", "35 (0–2,275)", "35(0~2,275)", "35 (0–2275)"},
		{"with no range", func(l *Language) string { return l.ExactRange(35, 35, 35) }, "35", "35", "35", "35"},
		{"not a number", n(math.NaN(), 0), "NaN", "NaN", "NaN", "NaN"},
	})
}
