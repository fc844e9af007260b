package interact

import (
	"math"

	"rentang/viz/timescale"
)

// Stiffness of a glide: the inverse of a time in milliseconds. A glide is nearly
// over after seven such times.
const (
	glideQuick = 1. / 45 // follows a wheel
	glideSoft  = 1. / 65 // a key, a double click
)

// glide zooms about one instant, which it keeps at one place of the view, and
// may move that place. Length and place follow their targets as critically
// damped springs, solved exactly, so that a new target only bends the motion and
// the size of a step does not change its course. While the place has no target
// of its own it is a constant: the instant under the pointer stays fixed by
// construction.
type glide struct {
	about  float64 // the instant
	place  spring  // where in the view it stands, 0 to 1
	length spring  // logarithm of the view's length in days
	stiff  float64
}

// spring is a value on its way to a target.
type spring struct{ x, to, v float64 }

func (s *spring) step(dt, stiff float64) {
	d := s.x - s.to
	k := s.v + stiff*d
	fall := math.Exp(-stiff * dt)
	s.x = s.to + (d+k*dt)*fall
	s.v = (s.v - stiff*k*dt) * fall
}

func (s *spring) rest() { s.x, s.v = s.to, 0 }

func (s *spring) near(eps, stiff float64) bool {
	return math.Abs(s.x-s.to) < eps && math.Abs(s.v) < eps*stiff
}

// span is the view for a place and a logarithm of length.
func (g *glide) span(place, length float64) timescale.Span {
	w := math.Exp(length)
	return timescale.Span{Start: g.about - place*w, End: g.about + (1-place)*w}
}

// step moves on; done reports that the target is reached.
func (g *glide) step(dt float64) (s timescale.Span, done bool) {
	if g.place.x != g.place.to || g.place.v != 0 {
		g.place.step(dt, g.stiff)
	}
	g.length.step(dt, g.stiff)
	// A ten-thousandth of the view is a tenth of a pixel: the last jump is not seen.
	const eps = 1e-4
	if g.length.near(eps, g.stiff) && g.place.near(eps, g.stiff) {
		g.length.rest()
		g.place.rest()
		done = true
	}
	return g.span(g.place.x, g.length.x), done
}
