package interact

import "math"

// wheelBurst is the pause, in milliseconds, after which a wheel may mean
// something else: a trackpad's sideways tremor must not turn a zoom into a pan.
const wheelBurst = 150

type wheelMemory struct {
	last  float64
	known bool
	pans  bool
}

// Wheel reads one wheel event: it zooms about the pointer, or pans when shift is
// held or the wheel turns mostly sideways.
func (c *Controller) Wheel(e Wheel) Intent {
	if !finite(e.At.X, e.At.Y, e.DX, e.DY, e.Time) || (e.DX == 0 && e.DY == 0) {
		return Intent{}
	}
	w := &c.wheel
	if gap := e.Time - w.last; !w.known || gap < 0 || gap > wheelBurst {
		w.pans = math.Abs(e.DX) > math.Abs(e.DY)
	}
	w.last, w.known = e.Time, true
	if e.Mods&Shift != 0 || (w.pans && e.Mods&(Ctrl|Meta) == 0) {
		d := e.DX
		if e.Mods&Shift != 0 && d == 0 { // browsers differ: some turn it sideways themselves
			d = e.DY
		}
		if d == 0 {
			return Intent{}
		}
		return Intent{Do: Scroll, At: e.At, Px: -d}
	}
	if e.DY == 0 {
		return Intent{}
	}
	return Intent{Do: ZoomAt, At: e.At, Ratio: wheelRatio(e.DY, e.Mods&Ctrl != 0)}
}

// wheelRatio is how much longer the view gets. The step grows with the logarithm
// of the delta, so that one notch of a mouse (100 px and more at once) and a
// trackpad's stream of small deltas both feel right. A pinch on a trackpad comes
// as small deltas with ctrl held, and is steeper.
func wheelRatio(d float64, pinch bool) float64 {
	gain, knee := .2, 50.0
	if pinch {
		gain, knee = .15, 15
	}
	step := min(gain*math.Log1p(math.Abs(d)/knee), 1)
	return math.Exp(math.Copysign(step, d))
}
