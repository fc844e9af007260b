package state

import (
	"errors"
	"fmt"
	"strings"

	"rentang/viz/civil"
	"rentang/viz/timescale"
)

// Words for the story's own ends.
const (
	earliest = "earliest"
	latest   = "latest"
)

// Bound is one end of a range: a date, or the story's own end.
type Bound struct {
	Date  civil.Date
	Given bool // false: the story's own end
}

// Range is a stretch of time as a reader writes it: "1985..1995", "1985-03..latest".
// Both ends are part of it. The zero Range is the whole story.
type Range struct{ From, To Bound }

// Whole reports whether the range is the whole story.
func (r Range) Whole() bool { return !r.From.Given && !r.To.Given }

// String is the form that ParseRange reads.
func (r Range) String() string {
	return r.From.or(earliest) + ".." + r.To.or(latest)
}

func (b Bound) or(word string) string {
	if b.Given {
		return b.Date.String()
	}
	return word
}

// ParseRange reads "A..B". A and B are dates, as precise as wanted, or "earliest"
// for A and "latest" for B; a single date stands for itself. Errors say what is
// expected.
func ParseRange(s string) (Range, error) {
	from, to, two := strings.Cut(s, "..")
	if !two {
		to = from
		if from == earliest || from == latest {
			return Range{}, errors.New("two ends, as in 1985..1995")
		}
	}
	a, err := parseBound(from, earliest)
	if err != nil {
		return Range{}, err
	}
	b, err := parseBound(to, latest)
	if err != nil {
		return Range{}, err
	}
	if a.Given && b.Given && a.Date.Start() >= b.Date.End() {
		return Range{}, errors.New("the earlier date first")
	}
	return Range{a, b}, nil
}

func parseBound(s, word string) (Bound, error) {
	if s == word {
		return Bound{}, nil
	}
	d, err := civil.Parse(s)
	if err != nil {
		return Bound{}, fmt.Errorf("a date such as 1985 or 1985-03-01, or %s", word)
	}
	return Bound{Date: d, Given: true}, nil
}

// Span is the range within a story: from the first instant of From to the last of
// To, cut to the story's bounds. ok is false when nothing of it lies within.
func (r Range) Span(bounds timescale.Span) (s timescale.Span, ok bool) {
	s = bounds
	if r.From.Given {
		s.Start = max(s.Start, r.From.Date.Start())
	}
	if r.To.Given {
		s.End = min(s.End, r.To.Date.End())
	}
	if s.End <= s.Start {
		return bounds, false
	}
	return s, true
}

// ParseTime reads a range as a stretch of a story's time.
func ParseTime(s string, bounds timescale.Span) (timescale.Span, error) {
	r, err := ParseRange(s)
	if err != nil {
		return timescale.Span{}, fmt.Errorf("time %q: expected %w", s, err)
	}
	span, ok := r.Span(bounds)
	if !ok {
		last := civil.FromDays(bounds.End - 1)
		return timescale.Span{}, fmt.Errorf("time %q: expected dates within %s..%s", s, civil.FromDays(bounds.Start), last)
	}
	return span, nil
}

// RangeOf is the range of a view, to the day, in the shortest words: whole years
// and months are written as such, and the story's own ends are not written. A view
// a hair off a midnight counts from that midnight.
func RangeOf(view, bounds timescale.Span) Range {
	const hair = 1e-3
	from := civil.FromDays(view.Start + hair)
	to := civil.FromDays(view.End - hair)
	if to.Before(from) {
		to = from
	}
	var r Range
	if from.Start() > bounds.Start {
		r.From = Bound{Date: from, Given: true}
	}
	if to.End() < bounds.End {
		r.To = Bound{Date: to, Given: true}
	}
	r.From.Date, r.To.Date = shorten(r.From, r.To)
	return r
}

// shorten writes both ends as years, or as months, where that says the same.
func shorten(a, b Bound) (from, to civil.Date) {
	for _, cut := range []func(civil.Date) civil.Date{
		func(d civil.Date) civil.Date { return civil.Date{Year: d.Year} },
		func(d civil.Date) civil.Date { return civil.Date{Year: d.Year, Month: d.Month} },
	} {
		from, to = cut(a.Date), cut(b.Date)
		if (!a.Given || from.Start() == a.Date.Start()) && (!b.Given || to.End() == b.Date.End()) {
			if !a.Given {
				from = a.Date
			}
			if !b.Given {
				to = b.Date
			}
			return from, to
		}
	}
	return a.Date, b.Date
}
