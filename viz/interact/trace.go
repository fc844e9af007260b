package interact

// traceMS is how far back a fling's speed is measured, and how long a pointer
// may rest before it is let go without one.
const traceMS = 80

// trace remembers where a pointer was lately.
type trace struct {
	t, p [16]float64
	n    int // samples ever; the latest is at (n-1) mod 16
}

func (r *trace) reset() { r.n = 0 }

func (r *trace) add(t, p float64) {
	i := r.n % len(r.t)
	r.t[i], r.p[i] = t, p
	r.n++
}

// speed is the mean speed of the last traceMS before now, in pixels a
// millisecond; 0 when the pointer rested.
func (r *trace) speed(now float64) float64 {
	if r.n < 2 {
		return 0
	}
	last := (r.n - 1) % len(r.t)
	if now-r.t[last] > traceMS {
		return 0
	}
	first := last
	for k := 2; k <= min(r.n, len(r.t)); k++ {
		i := (r.n - k) % len(r.t)
		if r.t[last]-r.t[i] > traceMS || r.t[i] > r.t[first] {
			break
		}
		first = i
	}
	dt := r.t[last] - r.t[first]
	if dt < 1 {
		return 0
	}
	return (r.p[last] - r.p[first]) / dt
}
