package lang

import (
	"strconv"
	"strings"

	"rentang/viz/civil"
)

// century is the number of the century that holds the years of d, before year 1
// counted backwards: 20 for 19XX, 5 for -04XX, which is 500 to 401 BC.
func century(d civil.Date) int {
	if d.Year < 0 {
		return (1 - d.Year) / 100
	}
	return d.Year/100 + 1
}

// ordinal is an English ordinal in figures: "1st", "12th", "22nd".
func ordinal(n int) string {
	suffix := "th"
	if n%100 < 11 || n%100 > 13 {
		switch n % 10 {
		case 1:
			suffix = "st"
		case 2:
			suffix = "nd"
		case 3:
			suffix = "rd"
		}
	}
	return strconv.Itoa(n) + suffix
}

// roman is a number above zero in Roman numerals.
func roman(n int) string {
	var b strings.Builder
	for _, r := range [...]struct {
		value int
		sign  string
	}{{100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for ; n >= r.value; n -= r.value {
			b.WriteString(r.sign)
		}
	}
	return b.String()
}
