package interact

import (
	"math"

	"rentang/viz/timescale"
)

// Durations of a flight in milliseconds.
const (
	flightLeast = 350
	flightMost  = 900
	flightBase  = 250 // a flight takes this and flightPer for each unit of length
	flightPer   = 130
	carryMS     = 250 // how long the speed of an interrupted motion lives on
)

// rho weighs zooming against panning; van Wijk and Nuij's experiment found 1.42.
const rho = math.Sqrt2

// path is the shortest smooth way from one view to another: a long jump zooms
// out, travels and zooms in. It is the optimal path of J. J. van Wijk and
// W. A. A. Nuij, "Smooth and efficient zooming and panning", IEEE InfoVis 2003,
// equations 9 to 12, with the view's length for w and its middle for u.
type path struct {
	w0, u0, u1 float64 // first length; first and last middle
	w1         float64
	r0         float64
	size       float64 // S: the path's length
	still      bool    // the middle hardly moves: a plain zoom
}

func newPath(from, to timescale.Span) path {
	p := path{w0: from.Len(), w1: to.Len(), u0: from.Mid(), u1: to.Mid()}
	u := math.Abs(p.u1 - p.u0)
	if u < 1e-6*min(p.w0, p.w1) {
		p.still = true
		p.size = math.Abs(math.Log(p.w1/p.w0)) / rho
		return p
	}
	const rho2, rho4 = rho * rho, rho * rho * rho * rho
	d := p.w1*p.w1 - p.w0*p.w0
	b0 := (d + rho4*u*u) / (2 * p.w0 * rho2 * u)
	b1 := (d - rho4*u*u) / (2 * p.w1 * rho2 * u)
	// The paper's ln(-b + sqrt(b*b+1)) is -asinh(b), which keeps its digits for large b.
	p.r0 = -math.Asinh(b0)
	p.size = (-math.Asinh(b1) - p.r0) / rho
	return p
}

// at is the middle and the length of the view after a share k of the path.
func (p *path) at(k float64) (u, w float64) {
	if p.still {
		return p.u0 + (p.u1-p.u0)*k, p.w0 * math.Pow(p.w1/p.w0, k)
	}
	s := k * p.size
	c0 := math.Cosh(p.r0)
	w = p.w0 * c0 / math.Cosh(rho*s+p.r0)
	u = p.w0 / (rho * rho) * (c0*math.Tanh(rho*s+p.r0) - math.Sinh(p.r0))
	return p.u0 + math.Copysign(u, p.u1-p.u0), w
}

// duration is how long a flight along the path should take, in milliseconds.
func (p *path) duration() float64 {
	return min(flightMost, max(flightLeast, flightBase+flightPer*p.size))
}

// flight is a motion along a path. It starts from rest, and what speed the view
// had is added and dies away, so that an interruption never jolts (the aim of
// Reach and North, "Smooth, efficient, and interruptible zooming and panning",
// 2018, by simpler means).
type flight struct {
	path
	ease     Ease
	to       timescale.Span
	t, ms    float64
	carryMS  float64
	covered  float64 // Limits.Covered that the start made use of
	du, dlnw float64 // speed at the start: days, and logarithm of length, a millisecond
}

func (f *flight) done() bool { return f.t >= f.ms }

func (f *flight) step(dt float64) timescale.Span {
	f.t += dt
	if f.done() {
		return f.to
	}
	u, w := f.at(f.ease.At(f.t / f.ms))
	if f.t < f.carryMS {
		left := 1 - f.t/f.carryMS
		u += f.du * f.t * left * left
		w *= math.Exp(f.dlnw * f.t * left * left)
	}
	return around(u, w)
}

// around is the span of length w with its middle at u.
func around(u, w float64) timescale.Span { return timescale.Span{Start: u - w/2, End: u + w/2} }
