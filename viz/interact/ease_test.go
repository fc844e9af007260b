package interact

import (
	"math"
	"testing"
)

func TestEase(t *testing.T) {
	for e := Linear; e <= Growth; e++ {
		if e.At(0) != 0 || e.At(1) != 1 || e.At(-1) != 0 || e.At(2) != 1 || e.At(math.NaN()) != 0 {
			t.Errorf("ease %d: ends at %v and %v", e, e.At(0), e.At(1))
		}
		last := 0.0
		for i := 1; i <= 1000; i++ {
			v := e.At(float64(i) / 1000)
			if v < last || v > 1 {
				t.Fatalf("ease %d falls or overshoots at %d/1000: %v after %v", e, i, v, last)
			}
			last = v
		}
	}
}

// At s = 1/2 both coordinates of a cubic Bezier are (3a + 3b + 1) / 8.
func TestEaseValues(t *testing.T) {
	for _, c := range []struct {
		e       Ease
		t, want float64
	}{
		{Linear, .3, .3},
		{Decelerate, .125, .5}, // x = 1/8, y = 4/8
		{Accelerate, (3*.3 + 3*1 + 1) / 8, .5},
		{EmphasizedDecelerate, (3*.05 + 3*.1 + 1) / 8, .7625},
		{EmphasizedAccelerate, (3*.3 + 3*.8 + 1) / 8, .18125},
		{Growth, (3*.58 + 1) / 8, .5},
		{Standard, (3*.2 + 1) / 8, .5},
		{Travel, (3*.4 + 3*.2 + 1) / 8, .5},
	} {
		if got := c.e.At(c.t); math.Abs(got-c.want) > 1e-9 {
			t.Errorf("ease %d at %v: %v, want %v", c.e, c.t, got, c.want)
		}
	}
}
