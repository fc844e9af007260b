// Package civil holds calendar dates as people write them: a century, a decade, a
// year, a month of a year, or a day, without clock and without time zone, so that a
// date is the same everywhere on Earth, and with how sure it is. Dates follow the
// proleptic Gregorian calendar; their written form is the Extended Date/Time Format
// (EDTF, ISO 8601-2), levels 0 and 1, without clocks, seasons and years of more than
// four digits.
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
// in ISO 8601, so that 44 BC is the year -43. The zero Date is the year 0.
type Date struct {
	Year, Month, Day int
	// Unspecified is how many digits at the end of the year are not known: 1 for a
	// decade, "197X", 2 for a century, "19XX". Year is then the first year, and
	// there is no month.
	Unspecified uint8
	Uncertain   bool // "1956?": it may be another date
	Approximate bool // "1955~": it is near this date; "1955%" is both
}

// Precision says how exactly a date is known.
type Precision uint8

// The precisions, from fine to coarse.
const (
	ToDay Precision = iota
	ToMonth
	ToYear
	ToDecade
	ToCentury
)

// Precision says how exactly d is known. Whether it is known surely is another
// matter; see Sure.
func (d Date) Precision() Precision {
	switch {
	case d.Unspecified > 1:
		return ToCentury
	case d.Unspecified == 1:
		return ToDecade
	case d.Month == 0:
		return ToYear
	case d.Day == 0:
		return ToMonth
	}
	return ToDay
}

// Sure reports whether d is neither uncertain nor approximate.
func (d Date) Sure() bool { return !d.Uncertain && !d.Approximate }

// Plain reports whether d is a sure year, month or day: what ISO 8601 can write
// without its extensions.
func (d Date) Plain() bool { return d.Sure() && d.Precision() <= ToYear }

// InYear is d without its month and day, with all else: what is left of a date where
// there is room for its year alone.
func (d Date) InYear() Date {
	d.Month, d.Day = 0, 0
	return d
}

// Start is the first instant of d, in days.
func (d Date) Start() float64 {
	return float64(days(d.Year, max(d.Month, 1), max(d.Day, 1)))
}

// End is the first instant after d, in days: the next midnight, month, year, decade
// or century.
func (d Date) End() float64 {
	switch d.Precision() {
	case ToCentury, ToDecade, ToYear:
		return float64(days(d.LastYear()+1, 1, 1))
	case ToMonth:
		if d.Month == 12 {
			return float64(days(d.Year+1, 1, 1))
		}
		return float64(days(d.Year, d.Month+1, 1))
	}
	return d.Start() + 1
}

// Middle is the instant in the middle of d, where a mark for it stands.
func (d Date) Middle() float64 { return (d.Start() + d.End()) / 2 }

// LastYear is the last year of a decade or a century; of any other date its year.
// The decade and the century before year 0 end with year -1, since "-000X" names
// the years -9 to -1.
func (d Date) LastYear() int {
	last := d.Year + d.width() - 1
	if d.Year < 0 {
		return min(last, -1)
	}
	return last
}

// width is how many years the known digits of the year stand for.
func (d Date) width() int {
	switch d.Precision() {
	case ToCentury:
		return 100
	case ToDecade:
		return 10
	}
	return 1
}

// Before reports whether d starts before e.
func (d Date) Before(e Date) bool { return d.Start() < e.Start() }

// String is the form that Parse reads: "1945", "1945-08", "1945-08-09", "-0043",
// "197X", "1955~". A date that Parse reads from another form, such as "1956-XX", has
// its shortest one here.
func (d Date) String() string {
	b := make([]byte, 0, 12)
	year := d.Year
	if year < 0 {
		b = append(b, '-')
		year = -year
	}
	blank := int(min(d.Unspecified, 2))
	year /= d.width()
	for unit := 1000 / d.width(); unit > year && unit > 1; unit /= 10 {
		b = append(b, '0')
	}
	b = strconv.AppendInt(b, int64(year), 10)
	b = append(b, "XX"[:blank]...)
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
	switch {
	case d.Uncertain && d.Approximate:
		b = append(b, '%')
	case d.Uncertain:
		b = append(b, '?')
	case d.Approximate:
		b = append(b, '~')
	}
	return string(b)
}
