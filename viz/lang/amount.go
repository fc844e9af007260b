package lang

import (
	"math"
	"strings"
)

// Amount writes a large number in words as the language does: 1.5e9 is "1.5
// billion", "15억". It is exact where that is short - one decimal, or at most four
// figures of the next lower unit: 2.275e9 is "2,275 million". Otherwise it is
// rounded as in About. The same number is said in every language.
func (l *Language) Amount(v float64) string {
	if !short(v) {
		v = rounded(v)
	}
	return l.inWords(v)
}

// About is Amount rounded to whole units of its largest unit, or to one decimal
// where that leaves less than two figures: 4.62e9 is "4.6 billion", "46억".
func (l *Language) About(v float64) string { return l.inWords(rounded(v)) }

// AmountOf is Amount in a pattern of the story such as "${n} a year", where it
// takes the place of {n}; a pattern without that place, or an empty one, gives
// the amount alone.
func (l *Language) AmountOf(pattern string, v float64) string {
	return withUnit(pattern, l.Amount(v))
}

// Range is a rounded amount with its range: "$4.6 billion (3.4–5.9)",
// "46억 달러(34억~59억)". pattern is as in AmountOf. Low and high are in the unit of
// central, or a lower one where low would vanish in it. Where low, central and
// high are the same it is the amount alone.
func (l *Language) Range(pattern string, low, central, high float64) string {
	if low == central && central == high {
		return withUnit(pattern, l.About(central))
	}
	n, a, b := l.About(central), l.About(low), l.About(high)
	if l.numbers.System != myriads {
		u := l.commonUnit(low, central, high)
		n, a, b = one(u.Text, "n", l.within(u, central)), l.within(u, low), l.within(u, high)
	}
	return expand(l.numbers.Range, func(place string) (string, bool) {
		switch place {
		case "amount":
			return withUnit(pattern, n), true
		case "low":
			return a, true
		case "high":
			return b, true
		}
		return "", false
	})
}

func withUnit(pattern, n string) string {
	if !strings.Contains(pattern, "{n}") {
		return n
	}
	return one(pattern, "n", n)
}

// The systems of large numbers: words for every third or every fourth power of ten.
const (
	thousands = "thousands"
	myriads   = "myriads"
)

// scale is the unit that rounding goes by, in every language alike: 1, 1e6, 1e9
// or 1e12, the largest that v holds.
func scale(v float64) float64 {
	s := 1.0
	for _, next := range [...]float64{1e6, 1e9, 1e12} {
		if math.Abs(v) >= next {
			s = next
		}
	}
	return s
}

// rounded keeps whole units of v's scale, one decimal under ten, and two figures
// where v is under 1.
func rounded(v float64) float64 {
	s := scale(v)
	x := math.Abs(v / s)
	switch {
	case v == 0 || math.IsNaN(v) || math.IsInf(v, 0):
		return v
	case x >= 9.95:
		return math.Round(v/s) * s
	case x >= 1:
		return math.Round(v/s*10) / 10 * s
	}
	p := math.Pow10(1 - int(math.Floor(math.Log10(x))))
	return math.Round(v*p) / p
}

// short reports whether v in full takes few figures: one decimal of its scale, or
// four figures of the next lower one.
func short(v float64) bool {
	if same(v, rounded(v)) {
		return true
	}
	s := scale(v)
	if s < 1e9 {
		return false
	}
	x := v / (s / 1e3)
	return math.Abs(x) < 1e4 && same(x, math.Round(x))
}

// inWords writes v exactly, up to the smallest unit that has a word.
func (l *Language) inWords(v float64) string {
	if l.numbers.System == myriads {
		return l.inMyriads(v)
	}
	s := scale(v)
	x := v / s
	if s >= 1e9 && !same(x*10, math.Round(x*10)) {
		s /= 1e3
		x = v / s
	}
	n := l.Number(x, decimalsOf(x, 12))
	for _, u := range l.numbers.Units {
		if s == math.Pow10(u.Power) {
			return one(u.Text, "n", n)
		}
	}
	return n
}

// inMyriads writes v in groups of four digits: 3억 1,800만.
func (l *Language) inMyriads(v float64) string {
	units := l.numbers.Units
	if math.Abs(v) < math.Pow10(units[0].Power) || math.IsNaN(v) || math.IsInf(v, 0) {
		return l.Number(v, decimalsOf(v, 12))
	}
	var groups []string
	rest := math.Round(math.Abs(v))
	for i := len(units) - 1; i >= 0; i-- {
		s := math.Pow10(units[i].Power)
		if n := math.Floor(rest / s); n > 0 {
			groups = append(groups, one(units[i].Text, "n", l.Number(n, 0)))
			rest -= n * s
		}
	}
	if rest > 0 {
		groups = append(groups, l.Number(rest, 0))
	}
	if v < 0 {
		groups[0] = minus + groups[0]
	}
	return strings.Join(groups, l.numbers.Join)
}

// commonUnit is the unit in which low, central and high are written side by side.
func (l *Language) commonUnit(low, central, high float64) unit {
	lead := central
	if lead == 0 {
		lead = high
	}
	s := scale(rounded(lead))
	for s > 1 && low != 0 && math.Abs(low) < s/10 {
		if s /= 1e3; s < 1e6 {
			s = 1
		}
	}
	for _, u := range l.numbers.Units {
		if s == math.Pow10(u.Power) {
			return u
		}
	}
	return unit{Text: "{n}"}
}

// within writes v in a unit: whole, or with one decimal under ten.
func (l *Language) within(u unit, v float64) string {
	x := v / math.Pow10(u.Power)
	if math.Abs(x) >= 9.95 {
		return l.Number(x, 0)
	}
	x = math.Round(x*10) / 10
	return l.Number(x, decimalsOf(x, 1))
}
