package lang

import (
	"rentang/viz/civil"
	"rentang/viz/timescale"
)

// Tick is the label of an axis tick: "1950", "Jun", "8". It takes no memory for
// years from 1000 to 2999, months and days.
func (l *Language) Tick(g timescale.Grain, d civil.Date) string {
	switch {
	case g.Unit == timescale.Months && d.Month != 0:
		return l.MonthShort(d.Month)
	case g.Unit == timescale.Days && d.Day >= 1 && d.Day <= len(l.days):
		return l.days[d.Day-1]
	}
	return l.Year(d.Year)
}

// Context is the label of an axis context: "2024", "June 2024".
func (l *Language) Context(g timescale.Grain, d civil.Date) string {
	if g.Unit == timescale.Years || d.Month == 0 {
		return l.Year(d.Year)
	}
	return l.Date(civil.Date{Year: d.Year, Month: d.Month})
}

// ContextShort is Context for tight places: "2024", "Jun 2024".
func (l *Language) ContextShort(g timescale.Grain, d civil.Date) string {
	if g.Unit == timescale.Years || d.Month == 0 {
		return l.Year(d.Year)
	}
	return l.DateShort(civil.Date{Year: d.Year, Month: d.Month})
}
