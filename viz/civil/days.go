package civil

import "math"

// Leap reports whether a year has a 29 February.
func Leap(year int) bool {
	return year%4 == 0 && (year%100 != 0 || year%400 == 0)
}

// DaysIn is the number of days of a month (1 to 12) of a year; 0 for any other month.
func DaysIn(year, month int) int {
	switch month {
	case 1, 3, 5, 7, 8, 10, 12:
		return 31
	case 4, 6, 9, 11:
		return 30
	case 2:
		if Leap(year) {
			return 29
		}
		return 28
	}
	return 0
}

// FromDays is the day that holds instant t. Instants outside the years MinYear to
// MaxYear give the nearest day inside them, and NaN gives 1 January 1970, so that
// a camera that has run away never makes a date that Parse would refuse.
func FromDays(t float64) Date {
	if math.IsNaN(t) {
		t = 0
	}
	first, last := Date{Year: MinYear, Month: 1, Day: 1}, Date{Year: MaxYear, Month: 12, Day: 31}
	switch {
	case t < first.Start():
		return first
	case t >= last.End():
		return last
	}
	return date(int(math.Floor(t)))
}

// A month counts from March here, so that the leap day is the last day of the
// counted year and the lengths of the months follow one formula; years are grouped
// in eras of 400, after which the Gregorian calendar repeats. Both functions are
// days_from_civil and civil_from_days of Howard Hinnant, "chrono-Compatible
// Low-Level Date Algorithms", 2013, which is in the public domain.

const (
	daysPerEra = 400*365 + 97
	epoch      = 719468 // days from 1 March of the year 0 to 1 January 1970
)

// days is the number of days from 1 January 1970 to a day.
func days(year, month, day int) int {
	if month <= 2 {
		year--
		month += 12
	}
	era := floorDiv(year, 400)
	yearOfEra := year - era*400
	dayOfYear := (153*(month-3)+2)/5 + day - 1
	dayOfEra := yearOfEra*365 + yearOfEra/4 - yearOfEra/100 + dayOfYear
	return era*daysPerEra + dayOfEra - epoch
}

// date is the day that lies n days after 1 January 1970.
func date(n int) Date {
	n += epoch
	era := floorDiv(n, daysPerEra)
	dayOfEra := n - era*daysPerEra
	yearOfEra := (dayOfEra - dayOfEra/1460 + dayOfEra/36524 - dayOfEra/146096) / 365
	dayOfYear := dayOfEra - (365*yearOfEra + yearOfEra/4 - yearOfEra/100)
	fromMarch := (5*dayOfYear + 2) / 153
	d := Date{
		Year:  era*400 + yearOfEra,
		Month: fromMarch + 3,
		Day:   dayOfYear - (153*fromMarch+2)/5 + 1,
	}
	if d.Month > 12 {
		d.Month -= 12
		d.Year++
	}
	return d
}

// floorDiv divides and rounds towards minus infinity.
func floorDiv(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}
