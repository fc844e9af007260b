package interact

// Ease is a curve from 0 to 1 over a share of a motion's time: the cubic Bezier
// curves of the motion table, as CSS writes them.
type Ease uint8

// The curves. Standard is for what stays in view, Decelerate for what enters,
// Accelerate for what leaves, the Emphasized ones for cards and sheets, Travel
// for the long moves of Play, whose start and end are both seen, Growth for the
// opening, which Decelerate would carry half-way in an eighth of its time.
const (
	Linear               Ease = iota
	Standard                  // cubic-bezier(.2, 0, 0, 1)
	Decelerate                // cubic-bezier(0, 0, 0, 1)
	Accelerate                // cubic-bezier(.3, 0, 1, 1)
	EmphasizedDecelerate      // cubic-bezier(.05, .7, .1, 1)
	EmphasizedAccelerate      // cubic-bezier(.3, 0, .8, .15)
	Travel                    // cubic-bezier(.4, 0, .2, 1)
	Growth                    // cubic-bezier(0, 0, .58, 1)
)

// controls are the two inner control points of the curve.
func (e Ease) controls() (x1, y1, x2, y2 float64) {
	switch e {
	case Standard:
		return .2, 0, 0, 1
	case Decelerate:
		return 0, 0, 0, 1
	case Accelerate:
		return .3, 0, 1, 1
	case EmphasizedDecelerate:
		return .05, .7, .1, 1
	case EmphasizedAccelerate:
		return .3, 0, .8, .15
	case Travel:
		return .4, 0, .2, 1
	case Growth:
		return 0, 0, .58, 1
	}
	return 1. / 3, 1. / 3, 2. / 3, 2. / 3
}

// At is how far the motion has come, 0 to 1, when a share t of its time is over.
// t outside 0..1 (and NaN) counts as the nearer end (the start).
func (e Ease) At(t float64) float64 {
	switch {
	case !(t > 0):
		return 0
	case t >= 1:
		return 1
	case e == Linear:
		return t
	}
	x1, y1, x2, y2 := e.controls()
	// x(s) never falls, since x1 and x2 lie within 0..1, so halving finds its s.
	// Newton's method would stall where the slope is zero (x1 = 0).
	lo, hi := 0.0, 1.0
	for range 40 {
		mid := (lo + hi) / 2
		if bezier(mid, x1, x2) < t {
			lo = mid
		} else {
			hi = mid
		}
	}
	return bezier((lo+hi)/2, y1, y2)
}

// bezier is one coordinate of a cubic Bezier curve from 0 to 1 with inner
// control values a and b.
func bezier(s, a, b float64) float64 {
	r := 1 - s
	return 3*r*r*s*a + 3*r*s*s*b + s*s*s
}
