package interact

import (
	"math"

	"rentang/viz/timescale"
)

// Limits are where a camera may go.
type Limits struct {
	Bounds timescale.Span // the story
	Least  float64        // the shortest view, in days
	// Overhang is how far a view may look past the story's ends, as a share of
	// its own length, so that what stands at an end is not cut. The whole story
	// has none.
	Overhang float64
	// Covered is the share of the view at its end that something hides, such as a
	// sheet: the view may look that much further, to bring the last years out.
	Covered float64
}

// motion is what a camera does by itself.
type motion uint8

const (
	atRest motion = iota
	held          // a hand holds it
	gliding
	flying
	flinging
)

// Camera is the view and its motion. Every motion can be interrupted by any
// other, and keeps its speed where it can.
type Camera struct {
	lim    Limits
	p0, p1 float64
	span   timescale.Span

	motion motion
	glide  glide
	flight flight
	fling  fling
	grip   struct{ about, length, spread float64 }

	du, dlnw float64 // speed of the last step: days, and logarithm of length, a millisecond
}

// NewCamera shows a view within limits, on pixels p0 to p1.
func NewCamera(view timescale.Span, lim Limits, p0, p1 float64) *Camera {
	c := &Camera{lim: lim, p1: 1, span: lim.Bounds}
	c.SetRange(p0, p1)
	c.Cut(view)
	return c
}

// View is the span now in view.
func (c *Camera) View() timescale.Span { return c.span }

// Scale maps the view onto the pixels.
func (c *Camera) Scale() timescale.Scale {
	return timescale.Scale{Span: c.span, P0: c.p0, P1: c.p1}
}

// Busy reports whether the camera moves by itself.
func (c *Camera) Busy() bool { return c.motion > held }

// Flinging reports whether the camera moves by momentum.
func (c *Camera) Flinging() bool { return c.motion == flinging }

// SetLimits sets new limits and keeps the view, as far as they let it.
func (c *Camera) SetLimits(lim Limits) {
	if lim != c.lim {
		c.lim = lim
		c.span = c.Fit(c.span)
	}
}

// Limits are the camera's limits.
func (c *Camera) Limits() Limits { return c.lim }

// SetCovered changes Limits.Covered and leaves the view as it is, until it moves.
func (c *Camera) SetCovered(share float64) { c.lim.Covered = min(max(share, 0), .95) }

// SetRange sets the pixels that the view lies on. A range that is none is ignored.
func (c *Camera) SetRange(p0, p1 float64) {
	if finite(p0, p1) && p1 > p0 {
		c.p0, c.p1 = p0, p1
	}
}

// Fit moves and shortens a span until it lies within the limits. A span that is
// no stretch of time (NaN, infinite, empty, reversed) becomes the present view.
func (c *Camera) Fit(s timescale.Span) timescale.Span { return c.fit(s, c.lim.Covered) }

func (c *Camera) fit(s timescale.Span, covered float64) timescale.Span {
	if !proper(s) {
		return c.span
	}
	b := c.lim.Bounds
	n := min(max(s.Len(), c.lim.Least), b.Len())
	if n > b.Len()*(1-1e-9) {
		if n = b.Len(); covered == 0 {
			return b
		}
	}
	over := min(c.lim.Overhang*n, (b.Len()-n)/2)
	first, last := b.Start-over, b.End-n*(1-covered)+over
	at := s.Start
	if n != s.Len() {
		at = s.Mid() - n/2
	}
	at = min(max(at, first), max(first, last))
	if at == s.Start && n == s.Len() {
		return s // to the last bit
	}
	return timescale.Span{Start: at, End: at + n}
}

// Target is where the present motion will end.
func (c *Camera) Target() timescale.Span {
	switch c.motion {
	case gliding:
		return c.Fit(c.glide.span(c.glide.place.to, c.glide.length.to))
	case flying:
		return c.flight.to
	case flinging:
		return c.Fit(c.span.Pan(-c.fling.rest() * c.perPixel()))
	}
	return c.span
}

// Step moves the camera on by dt milliseconds and reports whether the view changed.
func (c *Camera) Step(dt float64) bool {
	if c.motion <= held || !(dt > 0) {
		return false
	}
	was := c.span
	switch c.motion {
	case gliding:
		c.stepGlide(dt)
	case flying:
		c.span = c.fit(c.flight.step(dt), max(c.lim.Covered, c.flight.covered))
		if c.flight.done() {
			c.Stop()
		}
	case flinging:
		to := c.span.Pan(-c.fling.step(dt) * c.perPixel())
		c.span = c.Fit(to)
		if c.fling.done() || c.span != to {
			c.Stop()
		}
	}
	if c.motion > held {
		c.du = (c.span.Mid() - was.Mid()) / dt
		c.dlnw = math.Log(c.span.Len()/was.Len()) / dt
	}
	return c.span != was
}

// Stop ends the present motion where it is.
func (c *Camera) Stop() { c.motion, c.du, c.dlnw = atRest, 0, 0 }

// Cut shows a view at once.
func (c *Camera) Cut(to timescale.Span) {
	c.Stop()
	c.span = c.Fit(to)
}

// Fly moves to a view along the smooth path, in 350 to 900 milliseconds by distance.
func (c *Camera) Fly(to timescale.Span) { c.FlyFor(to, 0, Standard) }

// FlyFor is Fly in ms milliseconds; ms 0 chooses by distance.
func (c *Camera) FlyFor(to timescale.Span, ms float64, ease Ease) {
	to = c.Fit(to)
	if to == c.span {
		c.Stop()
		return
	}
	f := flight{path: newPath(c.span, to), to: to, ease: ease, ms: ms}
	if !(ms > 0) {
		f.ms = f.duration()
	}
	f.carryMS = min(carryMS, f.ms)
	// What was covered may just have been uncovered: the view then comes back
	// with the flight, not before it.
	f.covered = min(max(0, (c.span.End-c.lim.Bounds.End)/c.span.Len()), 1)
	if c.Busy() {
		most := c.span.Len() / 100
		f.du = min(max(c.du, -most), most)
		f.dlnw = min(max(c.dlnw, -.01), .01)
	}
	c.flight, c.motion = f, flying
}

func (c *Camera) perPixel() float64 {
	return c.span.Len() / (c.p1 - c.p0)
}

func proper(s timescale.Span) bool { return finite(s.Start, s.End) && s.End > s.Start }
