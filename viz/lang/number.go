package lang

import (
	"math"
	"strconv"
	"strings"
)

// numbers is how a language writes numbers.
type numbers struct {
	Decimal   string
	Group     string
	GroupFrom int // least number of digits that are grouped
	Percent   string
	System    string // thousands or myriads
	Join      string // between the groups of myriads
	Units     []unit // ascending
	Range     string // {amount}, {low}, {high}
}

// unit is a word for a power of ten.
type unit struct {
	Power int
	Text  string // with {n}
}

// minus is the true minus sign, as wide as a plus.
const minus = "−"

// Number writes v with the given decimals and the language's separators. A value
// that rounds to zero has no sign.
func (l *Language) Number(v float64, decimals int) string {
	digits := strconv.FormatFloat(math.Abs(v), 'f', max(0, decimals), 64)
	whole, part, _ := strings.Cut(digits, ".")
	var b strings.Builder
	if v < 0 && strings.Trim(digits, "0.") != "" {
		b.WriteString(minus)
	}
	if math.IsNaN(v) || math.IsInf(v, 0) || len(whole) < l.numbers.GroupFrom {
		b.WriteString(whole)
	} else {
		for i, r := range whole {
			if i > 0 && (len(whole)-i)%3 == 0 {
				b.WriteString(l.numbers.Group)
			}
			b.WriteRune(r)
		}
	}
	if part != "" {
		b.WriteString(l.numbers.Decimal + part)
	}
	return b.String()
}

// Exact writes v with as many decimals as it has, at most four: 3.5, 2275.
func (l *Language) Exact(v float64) string { return l.Number(v, decimalsOf(v, 4)) }

// ExactRange is Exact with its range: "35 (0–157)"; where low, central and high are
// the same it is the number alone.
func (l *Language) ExactRange(low, central, high float64) string {
	if low == central && central == high {
		return l.Exact(central)
	}
	return expand(l.numbers.Range, func(place string) (string, bool) {
		switch place {
		case "amount":
			return l.Exact(central), true
		case "low":
			return l.Exact(low), true
		case "high":
			return l.Exact(high), true
		}
		return "", false
	})
}

// Percent writes a share, 1 being all, in per cent with the given decimals.
func (l *Language) Percent(share float64, decimals int) string {
	return one(l.numbers.Percent, "n", l.Number(share*100, decimals))
}

// decimalsOf is how many decimals v has, at most most.
func decimalsOf(v float64, most int) int {
	for d := range most {
		x := v * math.Pow10(d)
		if same(x, math.Round(x)) {
			return d
		}
	}
	return most
}

// same reports whether two values differ by no more than a calculation may.
func same(a, b float64) bool { return math.Abs(a-b) <= 1e-9*math.Max(1e-3, math.Abs(a)) }
