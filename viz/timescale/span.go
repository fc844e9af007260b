package timescale

import "math"

// Span is a stretch of time, in days; immutable, its verbs return a new one.
type Span struct{ Start, End float64 }

// Len is the length in days.
func (s Span) Len() float64 { return s.End - s.Start }

// Mid is the instant half-way.
func (s Span) Mid() float64 { return s.Start + s.Len()/2 }

// Has reports whether instant t lies in the span, both ends included.
func (s Span) Has(t float64) bool { return t >= s.Start && t <= s.End }

// Overlaps reports whether two spans share more than an instant.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }

// Pan moves the span by d days.
func (s Span) Pan(d float64) Span { return Span{s.Start + d, s.End + d} }

// Zoom makes the span ratio times as long and keeps instant about where it is in
// the view. A ratio under 1 zooms in. A ratio that is not a positive finite number
// changes nothing.
func (s Span) Zoom(ratio, about float64) Span {
	if !(ratio > 0) || math.IsInf(ratio, 1) {
		return s
	}
	return Span{about - (about-s.Start)*ratio, about + (s.End-about)*ratio}
}

// Fit moves the span, and shortens it if it must, until it lies within bounds;
// it is then at least least days long, bounds permitting. A span that is not two
// finite instants becomes bounds.
func (s Span) Fit(bounds Span, least float64) Span {
	n := s.Len()
	if math.IsNaN(n) || math.IsInf(n, 0) {
		return bounds
	}
	want := min(max(n, least), bounds.Len())
	if want == bounds.Len() {
		return bounds
	}
	if want != n {
		mid := s.Mid()
		s = Span{mid - want/2, mid + want/2}
	}
	// The end that is out of bounds is set, not moved, so that it is met exactly.
	switch {
	case s.Start < bounds.Start:
		return Span{bounds.Start, bounds.Start + want}
	case s.End > bounds.End:
		return Span{bounds.End - want, bounds.End}
	}
	return s
}

// Lerp is the span a share t of the way to o, both ends on their own line; for
// motion, where t runs from 0 to 1.
func (s Span) Lerp(o Span, t float64) Span {
	return Span{s.Start + (o.Start-s.Start)*t, s.End + (o.End-s.End)*t}
}
