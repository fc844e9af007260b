package layout

import (
	"math"

	"rentang/viz/scene"
	"rentang/viz/timescale"
)

// hatch adds lines at 45 degrees over the area between two edges, each cut to the
// area by walking along the edges. Their phase is tied to the time axis, so that
// the pattern does not swim while the view pans.
func (f *Figure) hatch(p *scene.Path, above bool, s *samples, inner, outer []float64, i, j int, sc timescale.Scale) {
	period := f.in.Theme.HatchPeriod * math.Sqrt2 // along the axis, for lines at 45 degrees
	anchor := sc.Px(f.whole.Start)
	peak := 0.0
	for k := i; k < j; k++ {
		peak = max(peak, outer[k])
	}
	// A line is all points with along - offset = c.
	first := math.Ceil((s.px[i]-peak-anchor)/period)*period + anchor
	for c := first; c < s.px[j-1]; c += period {
		f.hatchLine(p, above, s, inner, outer, i, j, c, peak)
	}
}

// hatchLine adds the parts of one line that lie inside the area; above peak there
// is nothing more to meet.
func (f *Figure) hatchLine(p *scene.Path, above bool, s *samples, inner, outer []float64, i, j int, c, peak float64) {
	inside := func(k int) (d float64) { // positive inside
		y := s.px[k] - c
		return min(y-inner[k], outer[k]-y)
	}
	k := max(i, s.index(c)-1)
	open := false
	for ; k < j; k++ {
		y := s.px[k] - c
		d := inside(k)
		if k > i && (d > 0) != open {
			// The line enters or leaves between two samples.
			e := inside(k - 1)
			t := 0.5
			if e != d {
				t = e / (e - d)
			}
			x := s.px[k-1] + (s.px[k]-s.px[k-1])*t
			if d > 0 {
				f.move(p, x, f.side(above, x-c))
			} else {
				f.line(p, x, f.side(above, x-c))
			}
			open = d > 0
		} else if k == i && d > 0 {
			f.move(p, s.px[k], f.side(above, y))
			open = true
		}
		if open && k == j-1 {
			f.line(p, s.px[k], f.side(above, y))
		}
		if !open && y > peak {
			return
		}
	}
}
