// Package timescale turns time into pixels and back, and chooses the ticks of
// the axis. Instants are float64 days since 1 January 1970, as in package civil.
package timescale

import "math"

// Scale maps a span onto pixels P0 to P1, linearly. P1 may be left of P0. A scale
// whose span is empty shows its one instant at P0.
type Scale struct {
	Span
	P0, P1 float64
}

// Px is the pixel of instant t, which may lie outside the span.
func (s Scale) Px(t float64) float64 {
	if s.Len() == 0 {
		return s.P0
	}
	return s.P0 + (t-s.Start)/s.Len()*(s.P1-s.P0)
}

// At is the instant at pixel p; the span's start where the scale has no pixels.
func (s Scale) At(p float64) float64 {
	if s.P1 == s.P0 {
		return s.Start
	}
	return s.Start + (p-s.P0)/(s.P1-s.P0)*s.Len()
}

// PerDay is how many pixels a day takes, never negative; 0 for an empty span.
func (s Scale) PerDay() float64 {
	if s.Len() == 0 {
		return 0
	}
	return math.Abs((s.P1 - s.P0) / s.Len())
}
