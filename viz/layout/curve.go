package layout

import "math"

// cubic is a piece of a curve over half a year, by its values and slopes (per
// piece) at both ends.
type cubic struct{ v0, v1, m0, m1 float64 }

// at evaluates the piece at u, 0 to 1 (Hermite form).
func (c cubic) at(u float64) float64 {
	u2, u3 := u*u, u*u*u
	return c.v0*(2*u3-3*u2+1) + c.m0*(u3-2*u2+u) + c.v1*(3*u2-2*u3) + c.m1*(u3-u2)
}

// monotone returns the slopes at the knots (t, v) of the curve that passes through
// every knot, is monotone between neighbours and so never overshoots a value:
// M. Steffen, "A simple method for monotonic interpolation in one dimension",
// Astronomy and Astrophysics 239 (1990), equation 11. The curve is flat at both ends.
func monotone(t, v, m []float64) {
	n := len(t)
	for i := range m {
		m[i] = 0
	}
	for i := 1; i+1 < n; i++ {
		h0, h1 := t[i]-t[i-1], t[i+1]-t[i]
		d0, d1 := (v[i]-v[i-1])/h0, (v[i+1]-v[i])/h1
		if d0*d1 <= 0 {
			continue
		}
		p := (d0*h1 + d1*h0) / (h0 + h1)
		m[i] = math.Copysign(2*min(math.Abs(d0), math.Abs(d1), 0.5*math.Abs(p)), d0)
	}
}
