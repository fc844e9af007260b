package timescale

import "rentang/viz/civil"

// Unit is the calendar unit that a tick counts.
type Unit uint8

// The units.
const (
	Years Unit = iota
	Months
	Days
)

// Grain is a step between ticks: Step units. The zero Grain is none.
type Grain struct {
	Unit Unit
	Step int
}

// grains are the steps that read well, from coarse to fine. Years count from year
// 0, months from January, days from the 1st of each month.
func grains() [17]Grain {
	return [...]Grain{
		{Years, 1000}, {Years, 500}, {Years, 200}, {Years, 100}, {Years, 50}, {Years, 20}, {Years, 10}, {Years, 5}, {Years, 2}, {Years, 1},
		{Months, 6}, {Months, 3}, {Months, 1},
		{Days, 14}, {Days, 7}, {Days, 2}, {Days, 1},
	}
}

// Least is a length, in days, that any two neighbouring ticks of the grain are at
// least apart: exact for months and days, without leap days for years.
func (g Grain) Least() float64 {
	switch {
	case g.Unit == Years:
		return float64(365 * g.Step)
	case g.Unit == Months && g.Step == 6:
		return 181 // January to July of a common year
	case g.Unit == Months && g.Step == 3:
		return 90 // January to April
	case g.Unit == Months:
		return 28 // February
	}
	return float64(g.Step)
}

// Holds reports whether finer grain f can stand between the ticks of g: all ticks
// of g are among those of f, and f divides what a reader counts in g - the step
// itself or, where the step is one unit, the unit by the next finer one.
func (g Grain) Holds(f Grain) bool {
	if f.Step < 1 {
		return false
	}
	if f.Unit == g.Unit {
		return f.Step < g.Step && g.Step%f.Step == 0
	}
	return g.Step == 1 && f.Unit == g.Unit+1
}

// floor is the last tick of the grain at or before instant t.
func (g Grain) floor(t float64) civil.Date {
	d := civil.FromDays(t)
	switch g.Unit {
	case Years:
		y := d.Year - mod(d.Year, g.Step)
		return civil.Date{Year: y}
	case Months:
		return civil.Date{Year: d.Year, Month: d.Month - (d.Month-1)%g.Step}
	}
	d.Day = min(d.Day-(d.Day-1)%g.Step, g.lastDay(d.Year, d.Month))
	return d
}

// next is the tick of the grain after tick d.
func (g Grain) next(d civil.Date) civil.Date {
	switch g.Unit {
	case Years:
		d.Year += g.Step
	case Months:
		d.Year, d.Month = month(d.Year, d.Month+g.Step)
	default:
		if d.Day += g.Step; d.Day > g.lastDay(d.Year, d.Month) {
			d.Year, d.Month = month(d.Year, d.Month+1)
			d.Day = 1
		}
	}
	return d
}

// lastDay is the day of the last tick in a month: one that is a whole step away
// from the next month's first.
func (g Grain) lastDay(year, mon int) int {
	days := civil.DaysIn(year, mon)
	return days - g.Step + 1 - (days-g.Step)%g.Step
}

// month carries months beyond December into the next year.
func month(year, m int) (int, int) {
	if m > 12 {
		return year + 1, m - 12
	}
	return year, m
}

// mod is the remainder that is never negative.
func mod(a, b int) int { return ((a % b) + b) % b }
