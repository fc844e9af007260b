package lang

import (
	"strings"

	"rentang/viz/civil"
)

// Span is a span in full: "8–18 October 2024", "1 November 1950 – 27 July 1953",
// "since 17 December 2011", "c. 1950 – 1953?". What both ends share is said once. A
// span of one date is that date; one that goes on from a date that is vague or not
// sure is "c. 1950 –", one whose end is not known "1950 – ?".
func (l *Language) Span(s civil.Span) string {
	from, to := s.From, s.To
	switch {
	case s.Open && from.Plain():
		return l.since(from)
	case s.Open:
		return strings.TrimSpace(l.join(l.InText(from), ""))
	case s.Unknown:
		return l.join(l.InText(from), "?")
	case !s.HasEnd || from == to:
		return l.Date(from)
	}
	p := from.Precision()
	if p != to.Precision() || !from.Plain() || !to.Plain() {
		return l.between(from, to)
	}
	switch {
	case p == civil.ToYear:
		return l.Years(from.Year, to.Year)
	case from.Year != to.Year:
		return l.between(from, to)
	case p == civil.ToMonth:
		return l.date(formMonths, from, to)
	case from.Month == to.Month:
		return l.date(formDaysOfMonth, from, to)
	}
	return l.date(formDaysOfYear, from, to)
}

// Years is a span of years: "1950–1953", "1950~1953년", "50–44 BC"; one year alone
// where they are the same.
func (l *Language) Years(from, to int) string {
	switch {
	case from == to:
		return l.Year(from)
	case from < 1 && to >= 1:
		return l.between(civil.Date{Year: from}, civil.Date{Year: to})
	}
	return l.date(formYears, civil.Date{Year: from}, civil.Date{Year: to})
}

// between joins two dates that share nothing.
func (l *Language) between(from, to civil.Date) string {
	return l.join(l.InText(from), l.InText(to))
}

// join joins the two ends of a span, which are given in words.
func (l *Language) join(from, to string) string {
	return expand(l.forms[formSpan], func(place string) (string, bool) {
		switch place {
		case "from":
			return from, true
		case "to":
			return to, true
		}
		return "", false
	})
}

// since says that a span has not ended.
func (l *Language) since(from civil.Date) string {
	switch from.Precision() {
	case civil.ToDay:
		return l.date(formSinceDay, from, civil.Date{})
	case civil.ToMonth:
		return l.date(formSinceMonth, from, civil.Date{})
	}
	return l.date(formSinceYear, from, civil.Date{})
}
