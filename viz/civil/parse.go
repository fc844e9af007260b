package civil

import "strconv"

// DateError is why something is not a date, and what is expected instead.
type DateError struct {
	What     string // as in "month 13 does not exist"
	Expected string // as in "expected 01 to 12"
}

func (e *DateError) Error() string { return e.What + ", " + e.Expected }

// forms is what the errors say about the form.
const forms = "expected 1945, 1945-08 or 1945-08-09; 194X for a decade, 19XX for a century; ? behind it when uncertain, ~ when approximate"

// Parse reads "1945", "1945-08" or "1945-08-09": a year of four digits, and a month
// and a day of two. Years before year 0 carry a minus sign, "-0043". An X stands for
// a digit that is not known: "197X" is a decade, "19XX" a century, "1956-XX" the
// year 1956, "1956-05-XX" its May. Behind a date "?" says that it is uncertain, "~"
// that it is approximate, "%" that it is both. A date that does not exist is an
// error, a *DateError.
func Parse(s string) (Date, error) {
	if s == "" {
		return Date{}, &DateError{"the date is empty", forms}
	}
	d, rest := qualifier(s)
	negative := rest != "" && rest[0] == '-'
	if negative {
		rest = rest[1:]
	}
	known, ok := digits(rest, 4)
	if !ok || known < 2 {
		return Date{}, wrongForm(s)
	}
	d.Unspecified = uint8(4 - known)
	d.Year, _ = number(rest, known)
	if d.Year == 0 && negative && known == 4 {
		return Date{}, &DateError{"-0000 is not a year", "expected 0000 for the year before year 1"}
	}
	d.Year *= d.width()
	if negative { // counting backwards, the first year is the one with the largest digits
		d.Year = -(d.Year + d.width() - 1)
	}
	if rest = rest[4:]; rest == "" {
		return d, nil
	}
	if d.Unspecified > 0 {
		return Date{}, &DateError{short(s) + " has a month, though its year is not known", "expected a decade or a century alone, such as 194X or 19XX"}
	}
	if err := d.parseMonth(rest, s); err != nil {
		return Date{}, err
	}
	if err := d.Check(); err != nil {
		return Date{}, err
	}
	return d, nil
}

// parseMonth reads "-08" or "-08-09"; either part may be "-XX", the second must be if
// the first is.
func (d *Date) parseMonth(rest, whole string) error {
	month, blankMonth, ok := dashed(rest)
	if !ok {
		return wrongForm(whole)
	}
	day, blankDay := 0, false
	if rest = rest[3:]; rest != "" {
		if day, blankDay, ok = dashed(rest); !ok || len(rest) != 3 {
			return wrongForm(whole)
		}
		if day == 0 && !blankDay {
			return &DateError{"day 00 does not exist", "leave the day out when only the month is known"}
		}
		if blankMonth && !blankDay {
			return &DateError{"a day without a month", forms}
		}
	}
	switch {
	case month == 0 && !blankMonth:
		return &DateError{"month 00 does not exist", "leave the month out when only the year is known"}
	case month >= 21 && month <= 41 && day == 0:
		return &DateError{short(whole) + " is a season", "expected its months as start and end, since they depend on the place"}
	}
	d.Month, d.Day = month, day
	return nil
}

// qualifier takes what stands behind a date off it.
func qualifier(s string) (Date, string) {
	front := s[:len(s)-1]
	switch s[len(s)-1] {
	case '?':
		return Date{Uncertain: true}, front
	case '~':
		return Date{Approximate: true}, front
	case '%':
		return Date{Uncertain: true, Approximate: true}, front
	}
	return Date{}, s
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
	case d.Unspecified > 2:
		return &DateError{strconv.Itoa(int(d.Unspecified)) + " unspecified digits", "expected at most two, as in 19XX"}
	case d.Unspecified > 0 && d.Month != 0:
		return &DateError{"a month without a year", forms}
	case d.Unspecified > 0 && d.Year != d.firstYear():
		return &DateError{"year " + strconv.Itoa(d.Year) + " is not the first of its decade or century", "expected " + strconv.Itoa(d.firstYear())}
	}
	if last := DaysIn(d.Year, d.Month); d.Day < 0 || d.Day > last {
		month := Date{Year: d.Year, Month: d.Month}
		return &DateError{"day " + strconv.Itoa(d.Day) + " does not exist",
			month.String() + " has " + strconv.Itoa(last) + " days"}
	}
	return nil
}

// firstYear is the first year of the decade or century that holds the year, in the
// digits of its written form.
func (d Date) firstYear() int {
	w := d.width()
	if d.Year < 0 {
		return -(-d.Year/w*w + w - 1)
	}
	return d.Year / w * w
}

// digits counts the digits at the front of s, of which the last ones of n may be X.
func digits(s string, n int) (known int, ok bool) {
	if len(s) < n {
		return 0, false
	}
	for known < n && s[known] >= '0' && s[known] <= '9' {
		known++
	}
	for _, c := range []byte(s[known:n]) {
		if c != 'X' {
			return 0, false
		}
	}
	return known, true
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

// dashed reads a dash and two digits, or two X, at the front of s.
func dashed(s string) (value int, blank, ok bool) {
	if len(s) < 3 || s[0] != '-' {
		return 0, false, false
	}
	if s[1:3] == "XX" {
		return 0, true, true
	}
	value, ok = number(s[1:], 2)
	return value, false, ok
}

// wrongForm says what is known to go wrong; anything else is quoted.
func wrongForm(s string) error {
	const withoutClock = "expected the day alone, without clock and time zone"
	switch {
	case len(s) > 11 && (s[10] == 'T' || s[11] == 'T'):
		return &DateError{short(s) + " is not a date", withoutClock}
	case len(s) > 1 && s[0] == 'Y':
		return &DateError{short(s) + " is not a date", "expected a year from -9999 to 9999, in four digits"}
	}
	if i, n := slashes(s); n == 1 && i >= 4 {
		return &DateError{short(s) + " is not a date", "expected one date; the two ends of a span are start and end"}
	}
	return &DateError{short(s) + " is not a date", forms}
}

// slashes is where the first slash stands and how many there are.
func slashes(s string) (first, count int) {
	for i := range len(s) {
		if s[i] != '/' {
			continue
		}
		if count == 0 {
			first = i
		}
		count++
	}
	return first, count
}

// short quotes at most the first 40 bytes, since s may be anything.
func short(s string) string {
	if len(s) > 40 {
		s = s[:40]
	}
	return strconv.Quote(s)
}
