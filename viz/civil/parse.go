package civil

import "strconv"

// DateError is why something is not a date, and what is expected instead.
type DateError struct {
	What     string // as in "month 13 does not exist"
	Expected string // as in "expected 01 to 12"
}

func (e *DateError) Error() string { return e.What + ", " + e.Expected }

// forms is what the errors say about the form.
const forms = "expected 1945, 1945-08 or 1945-08-09"

// Parse reads "1945", "1945-08" or "1945-08-09": a year of four digits, and a month
// and a day of two. Years before year 0 carry a minus sign, "-0043". A date that
// does not exist is an error, a *DateError.
func Parse(s string) (Date, error) {
	if s == "" {
		return Date{}, &DateError{"the date is empty", forms}
	}
	rest, sign := s, 1
	if rest[0] == '-' {
		rest, sign = rest[1:], -1
	}
	year, ok := number(rest, 4)
	if !ok {
		return Date{}, wrongForm(s)
	}
	d := Date{Year: sign * year}
	if sign < 0 && year == 0 {
		return Date{}, &DateError{"-0000 is not a year", "expected 0000 for the year before year 1"}
	}
	if rest = rest[4:]; rest == "" {
		return d, nil
	}
	if d.Month, ok = dashed(rest); !ok {
		return Date{}, wrongForm(s)
	}
	if rest = rest[3:]; rest != "" {
		if d.Day, ok = dashed(rest); !ok || len(rest) != 3 {
			return Date{}, wrongForm(s)
		}
		if d.Day == 0 {
			return Date{}, &DateError{"day 00 does not exist", "leave the day out when only the month is known"}
		}
	}
	if d.Month == 0 {
		return Date{}, &DateError{"month 00 does not exist", "leave the month out when only the year is known"}
	}
	if err := d.Check(); err != nil {
		return Date{}, err
	}
	return d, nil
}

// Check reports why d is not a date of the calendar, as a *DateError, or nil. A date from Parse or
// FromDays is always one; a literal need not be.
func (d Date) Check() error {
	switch {
	case d.Year < MinYear || d.Year > MaxYear:
		return &DateError{"year " + strconv.Itoa(d.Year) + " is out of range", "expected -9999 to 9999"}
	case d.Month < 0 || d.Month > 12:
		return &DateError{"month " + strconv.Itoa(d.Month) + " does not exist", "expected 01 to 12"}
	case d.Month == 0 && d.Day != 0:
		return &DateError{"a day without a month", forms}
	}
	if last := DaysIn(d.Year, d.Month); d.Day < 0 || d.Day > last {
		month := Date{Year: d.Year, Month: d.Month}
		return &DateError{"day " + strconv.Itoa(d.Day) + " does not exist",
			month.String() + " has " + strconv.Itoa(last) + " days"}
	}
	return nil
}

// number reads exactly n digits at the front of s.
func number(s string, n int) (value int, ok bool) {
	if len(s) < n {
		return 0, false
	}
	for _, c := range []byte(s[:n]) {
		if c < '0' || c > '9' {
			return 0, false
		}
		value = value*10 + int(c-'0')
	}
	return value, true
}

// dashed reads a dash and two digits at the front of s.
func dashed(s string) (int, bool) {
	if len(s) < 3 || s[0] != '-' {
		return 0, false
	}
	return number(s[1:], 2)
}

// wrongForm quotes at most the first 40 bytes, since s may be anything.
func wrongForm(s string) error {
	if len(s) > 40 {
		s = s[:40]
	}
	return &DateError{strconv.Quote(s) + " is not a date", forms}
}
