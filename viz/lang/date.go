package lang

import (
	"strconv"
	"strings"

	"rentang/viz/civil"
)

// Date is a date in full at its own precision: "19 June 2024", "June 2024",
// "2024", "1970s", "20th century"; "c. 1950" when it is approximate and "1956?" when
// it is uncertain. A year stands alone; see InText.
func (l *Language) Date(d civil.Date) string {
	if !d.Sure() {
		return l.InText(d)
	}
	switch d.Precision() {
	case civil.ToDay:
		return l.date(formDay, d, civil.Date{})
	case civil.ToMonth:
		return l.date(formMonth, d, civil.Date{})
	case civil.ToYear:
		return l.Year(d.Year)
	}
	return l.vague(d)
}

// DateShort is a date for tight places: "19 Jun 2024", "19.06.2024".
func (l *Language) DateShort(d civil.Date) string {
	switch d.Precision() {
	case civil.ToDay:
		return l.unsure(d, l.date(formDayShort, d, civil.Date{}))
	case civil.ToMonth:
		return l.unsure(d, l.date(formMonthShort, d, civil.Date{}))
	}
	return l.Date(d)
}

// InText is Date as it stands in running text: a year by itself is "1950", but
// "1950년" in Korean and "1950 г." in Russian.
func (l *Language) InText(d civil.Date) string {
	switch d.Precision() {
	case civil.ToDay:
		return l.unsure(d, l.date(formDay, d, civil.Date{}))
	case civil.ToMonth:
		return l.unsure(d, l.date(formMonth, d, civil.Date{}))
	case civil.ToYear:
		return l.unsure(d, l.date(formYearInText, d, civil.Date{}))
	}
	return l.unsure(d, l.vague(d))
}

// Circa is a date that is not sure: "c. 1950", "약 1950년". The date need not be
// marked as approximate.
func (l *Language) Circa(d civil.Date) string {
	d.Approximate = true
	return l.InText(d)
}

// unsure says of a date, which is given in words, that it is approximate, uncertain
// or both: "c. 1950", "1956?", "c. 1956?".
func (l *Language) unsure(d civil.Date, words string) string {
	if d.Uncertain {
		words = l.Fill(Uncertain, "date", words)
	}
	if d.Approximate {
		words = l.Fill(About, "date", words)
	}
	return words
}

// vague is a decade or a century. What "50s BC" would say is 59 to 50 BC, but the
// digits of a date that counts year 0 say another ten years: early decades are
// spelt out.
func (l *Language) vague(d civil.Date) string {
	switch {
	case d.Precision() == civil.ToDecade && d.Year >= 10:
		return l.Decade(d.Year)
	case d.Precision() == civil.ToDecade:
		return l.Years(d.Year, d.LastYear())
	case d.Year < 0:
		return l.date(formCenturyBC, d, civil.Date{})
	}
	return l.date(formCentury, d, civil.Date{})
}

// Decade is the decade that holds a year: "1990s".
func (l *Language) Decade(year int) string {
	return l.date(formDecade, civil.Date{Year: year - mod(year, 10)}, civil.Date{})
}

// Month is the name of a month, 1 to 12, as it stands alone: "June", "июнь". It
// panics for any other number.
func (l *Language) Month(m int) string { return l.full[index(m)] }

// MonthShort is the short name of a month, 1 to 12: "Jun", "июнь", "янв.". It
// panics for any other number.
func (l *Language) MonthShort(m int) string { return l.short[index(m)] }

func index(month int) int {
	if month < 1 || month > 12 {
		panic("lang: no month " + strconv.Itoa(month))
	}
	return month - 1
}

// The years that the table of years holds.
const (
	firstYear = 1000
	lastYear  = 2999
)

// Year is a year by itself: "1950", "44 BC". The years 1000 to 2999 take no memory.
func (l *Language) Year(year int) string {
	if year >= firstYear && year <= lastYear {
		i := (year - firstYear) * 4
		return l.years[i : i+4]
	}
	if year > 0 {
		return strconv.Itoa(year)
	}
	return one(l.forms[formYearBefore], "year", strconv.Itoa(1-year))
}

// date fills a form from a date and, where the form is a span, its last date. What
// says that a year is before year 1 goes round the whole: "15 марта 44 г. до н. э.",
// "50–44 BC". Both ends are before year 1 or neither is.
func (l *Language) date(f form, from, to civil.Date) string {
	if from.Year < 1 && strings.Contains(l.forms[f], "{year}") {
		from.Year, to.Year = 1-from.Year, 1-to.Year
		return one(l.forms[formYearBefore], "year", l.date(f, from, to))
	}
	return expand(l.forms[f], func(place string) (string, bool) {
		switch place {
		case "year":
			return l.Year(from.Year), true
		case "year_to":
			return l.Year(to.Year), true
		case "century":
			return strconv.Itoa(century(from)), true
		case "century_th":
			return ordinal(century(from)), true
		case "century_roman":
			return roman(century(from)), true
		case "month":
			return l.Month(from.Month), true
		case "month_to":
			return l.Month(to.Month), true
		case "month_of":
			return l.of[index(from.Month)], true
		case "month_of_to":
			return l.of[index(to.Month)], true
		case "month_short":
			return l.MonthShort(from.Month), true
		case "month_number":
			return strconv.Itoa(from.Month), true
		case "month_two":
			return two(from.Month), true
		case "day":
			return strconv.Itoa(from.Day), true
		case "day_two":
			return two(from.Day), true
		case "day_to":
			return strconv.Itoa(to.Day), true
		}
		return "", false
	})
}

// two writes a number in two digits.
func two(n int) string {
	if n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}

// mod is the remainder that is never negative.
func mod(a, b int) int { return ((a % b) + b) % b }
