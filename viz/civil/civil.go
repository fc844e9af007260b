// Package civil holds calendar dates as people write them: a year, a month of a
// year, or a day, without clock and without time zone, so that a date is the same
// everywhere on Earth. Dates follow the proleptic Gregorian calendar.
//
// Instants on the time axis are plain float64 days since 1 January 1970: whole
// numbers are midnights.
//
//	d, err := civil.Parse("1945-08")  // August 1945, known to the month
//	d.Start(), d.End()                // its first instant, the first one after it
package civil

import "strconv"

// MinYear and MaxYear bound the years that Parse reads.
const (
	MinYear = -9999
	MaxYear = 9999
)

// Date is a calendar date with its precision. Month 0 means known to the year
// only; Day 0 means known to the month only. Year 0 is the year before year 1, as
// in ISO 8601. The zero Date is the year 0.
type Date struct{ Year, Month, Day int }

// Precision says how exactly a date is known.
type Precision uint8

// The precisions, from fine to coarse.
const (
	ToDay Precision = iota
	ToMonth
	ToYear
)

// Precision says how exactly d is known.
func (d Date) Precision() Precision {
	switch {
	case d.Month == 0:
		return ToYear
	case d.Day == 0:
		return ToMonth
	}
	return ToDay
}

// Start is the first instant of d, in days.
func (d Date) Start() float64 {
	return float64(days(d.Year, max(d.Month, 1), max(d.Day, 1)))
}

// End is the first instant after d, in days: the next midnight, month or year.
func (d Date) End() float64 {
	switch d.Precision() {
	case ToYear:
		return float64(days(d.Year+1, 1, 1))
	case ToMonth:
		if d.Month == 12 {
			return float64(days(d.Year+1, 1, 1))
		}
		return float64(days(d.Year, d.Month+1, 1))
	}
	return d.Start() + 1
}

// Before reports whether d starts before e.
func (d Date) Before(e Date) bool { return d.Start() < e.Start() }

// String is the form that Parse reads: "1945", "1945-08", "1945-08-09", "-0043".
func (d Date) String() string {
	b := make([]byte, 0, 11)
	year := d.Year
	if year < 0 {
		b = append(b, '-')
		year = -year
	}
	for unit := 1000; unit > year && unit > 1; unit /= 10 {
		b = append(b, '0')
	}
	b = strconv.AppendInt(b, int64(year), 10)
	for _, part := range [...]int{d.Month, d.Day} {
		if part == 0 {
			break
		}
		b = append(b, '-')
		if part < 10 {
			b = append(b, '0')
		}
		b = strconv.AppendInt(b, int64(part), 10)
	}
	return string(b)
}
