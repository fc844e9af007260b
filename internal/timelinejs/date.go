package timelinejs

import (
	"strconv"

	"rentang/viz/civil"
)

// dateParts are the numbers of a date, from coarse to fine. A story keeps the first
// three.
var dateParts = [...]string{"year", "month", "day", "hour", "minute", "second", "millisecond"}

// The years of a timeline have no zero: -1 is the year before 1. A story counts as
// ISO 8601 does, where 0 is that year and -1 the one before. So 44 BCE is -44 in a
// timeline and -0043 in a story.
const (
	firstYear = civil.MinYear - 1
	lastYear  = civil.MaxYear
)

// toCivil is a timeline's year as a story counts it.
func toCivil(year int) int {
	if year < 0 {
		return year + 1
	}
	return year
}

// fromCivil is a story's year as a timeline counts it.
func fromCivil(year int) int {
	if year <= 0 {
		return year - 1
	}
	return year
}

// date reads a date. What is wrong with the month or the day costs the precision,
// never the date, and is noted; why says why there is no date at all. A month of 13
// stays what it is, a mistake: it does not roll over into the next year.
func (d *deriver) date(n *node, path string) (date civil.Date, why string) {
	if !isObject(n) {
		return date, "there is no date"
	}
	year := str(n.Member("year"))
	switch {
	case year == "":
		return date, "the date has no year"
	case !digits(year, true):
		return date, "year " + quote(year) + " is not a whole number"
	case len(year) > 6: // years in between are sorted out below
		return date, beyond(year)
	}
	y, _ := strconv.Atoi(year)
	if y < firstYear || y > lastYear {
		return date, beyond(year)
	}
	if y == 0 {
		d.note(n.Member("year").Line, path+".year", "there is no year 0 in a timeline; it is read as 1 BCE")
	}
	date.Year = toCivil(y)
	month := d.part(n, path, "month", 12)
	day := d.part(n, path, "day", 31)
	switch {
	case month == 0 && day != 0:
		d.note(n.Line, path+".day", "a day without a month; the date is read as "+date.String())
	case month != 0:
		date.Month = month
		if last := civil.DaysIn(date.Year, month); day > last {
			d.note(n.Member("day").Line, path+".day", "day "+strconv.Itoa(day)+" does not exist, "+date.String()+
				" has "+strconv.Itoa(last)+" days; the date is read as "+date.String())
			day = 0
		}
		date.Day = day
	}
	return date, ""
}

// part reads a month or a day; 0 when it is blank or cannot be one.
func (d *deriver) part(n *node, path, name string, most int) int {
	s := str(n.Member(name))
	if s == "" {
		return 0
	}
	v, err := strconv.Atoi(s)
	if err != nil || v < 1 || v > most {
		d.note(n.Member(name).Line, path+"."+name, name+" "+quote(s)+" does not exist, expected 1 to "+strconv.Itoa(most)+
			"; the date is read without it")
		return 0
	}
	return v
}

func beyond(year string) string {
	return "year " + cut(year, 20) + " is beyond what a story can hold, " + strconv.Itoa(firstYear) + " to " + strconv.Itoa(lastYear)
}

// repeats reports whether every part of the start is repeated in the end, in which
// case TimelineJS drops the end.
func repeats(start, end *node) bool {
	for _, name := range dateParts {
		if str(get(start, name)) != str(get(end, name)) {
			return false
		}
	}
	return true
}

// dateNode is a story's date as a timeline writes it.
func dateNode(d civil.Date) node {
	n := object()
	set(&n, "year", whole(fromCivil(d.Year)))
	if d.Month != 0 {
		set(&n, "month", whole(d.Month))
	}
	if d.Day != 0 {
		set(&n, "day", whole(d.Day))
	}
	return n
}
