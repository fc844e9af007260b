package interact

import "math"

// A fling loses its speed exponentially. It ends after flingMS, or sooner when
// it has become too slow to see.
const (
	flingMS    = 1200
	flingDecay = 300  // milliseconds in which the speed falls to 1/e
	flingLeast = 0.05 // CSS pixels a millisecond: slower starts no fling
	flingMost  = 8
	flingStop  = 0.02
)

// fling is a motion by momentum, along, in CSS pixels.
type fling struct {
	speed, t float64 // pixels a millisecond at the start; milliseconds gone
}

// step returns how far the fling moves in dt.
func (f *fling) step(dt float64) float64 {
	t := min(f.t+dt, flingMS)
	d := f.speed * flingDecay * (math.Exp(-f.t/flingDecay) - math.Exp(-t/flingDecay))
	f.t = t
	return d
}

// rest is how far it will still move.
func (f *fling) rest() float64 {
	return f.speed * flingDecay * (math.Exp(-f.t/flingDecay) - math.Exp(-flingMS/float64(flingDecay)))
}

func (f *fling) done() bool {
	return f.t >= flingMS || math.Abs(f.speed)*math.Exp(-f.t/flingDecay) < flingStop
}
