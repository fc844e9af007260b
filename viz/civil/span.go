package civil

import "math"

// Span is a stretch of dates. A span without an end is one date (HasEnd false)
// or, when Open, still going on or, when Unknown, one that has ended nobody knows
// when.
type Span struct {
	From    Date
	To      Date // meaningful only when HasEnd
	HasEnd  bool
	Open    bool
	Unknown bool // it lasted beyond its first date, until when is not known
}

// Start is the first instant of the span.
func (s Span) Start() float64 { return s.From.Start() }

// End is the first instant after the span as far as it is known; +Inf for an open
// one. The last date is part of the span as a whole: a span to "1990" ends where
// 1991 begins.
func (s Span) End() float64 {
	switch {
	case s.Open:
		return math.Inf(1)
	case s.HasEnd:
		return s.To.End()
	}
	return s.From.End()
}

// Lasting reports whether the span is known to cover time after its first date.
func (s Span) Lasting() bool { return s.End() > s.From.End() }

// String is the span as in "1945-08-09..1945-08-26", "1945-08", "2012.." for an open
// one, or "1944..?" for one whose end is not known.
func (s Span) String() string {
	switch {
	case s.Open:
		return s.From.String() + ".."
	case s.HasEnd:
		return s.From.String() + ".." + s.To.String()
	case s.Unknown:
		return s.From.String() + "..?"
	}
	return s.From.String()
}
