package layout

import (
	"math"
	"math/bits"

	"rentang/viz/story"
)

// profile is how far the bands, the fringe and the marks of unknown years reach
// from the lane on one side, in CSS pixels, over equal steps of the story's time.
type profile struct {
	start, step float64     // days
	reach       []float64   // by step
	tops        [][]float64 // tops[k][i] is the farthest of the 2^k steps from i on
}

// profileSteps is how many steps a year is cut into: fine enough that the flank of
// a single year's peak does not keep labels from the years beside it.
const profileSteps = 16

// profileOf is the profile of a side to a reading, measured when first asked for.
func (f *Figure) profileOf(side story.Side, q int) *profile {
	p := &f.profiles[side][q]
	if p.reach == nil {
		*p = f.newProfile(side, q)
	}
	return p
}

// gapsOnly asks for a profile of nothing but the marks of unknown years.
const gapsOnly = quantities

// newProfile measures one side to a reading of the flows.
func (f *Figure) newProfile(side story.Side, q int) profile {
	years := f.whole.Len() / year
	n := max(1, int(math.Ceil(years*profileSteps)))
	p := profile{start: f.whole.Start, step: f.whole.Len() / float64(n), reach: make([]float64, n)}
	for _, st := range f.stacks {
		if st.side != side {
			continue
		}
		for i := range p.reach {
			if q == gapsOnly {
				break
			}
			// The largest of the step's two ends and its middle.
			for h := 0.0; h <= 1; h += 0.5 {
				t := p.start + (float64(i)+h)*p.step
				c := st.cellAt(t)
				sp := st.cellSpan(c)
				u := min(1, max(0, (t-sp.Start)/sp.Len()))
				p.reach[i] = max(p.reach[i], st.total(c, u, q)*f.perUnit)
			}
		}
		for k := range st.kinds {
			for _, g := range st.kinds[k].gaps {
				a := p.index(st.start[g.from-st.first])
				b := p.index(st.start[g.to-st.first+1])
				for i := max(0, a); i <= min(b, n-1); i++ {
					p.reach[i] = max(p.reach[i], 14*f.unit())
				}
			}
		}
	}
	p.tops = [][]float64{p.reach}
	for k := 1; 1<<k <= n; k++ {
		below, half := p.tops[k-1], 1<<(k-1)
		top := make([]float64, n-1<<k+1)
		for i := range top {
			top[i] = max(below[i], below[i+half])
		}
		p.tops = append(p.tops, top)
	}
	return p
}

func (p *profile) index(t float64) int { return int(math.Floor((t - p.start) / p.step)) }

// most is the farthest reach between two instants; 0 outside the story.
func (p *profile) most(a, b float64) float64 {
	i, j := max(0, p.index(a)), min(len(p.reach)-1, p.index(b))
	if i > j {
		return 0
	}
	k := bits.Len(uint(j-i+1)) - 1 // two stretches of 2^k steps cover it
	return max(p.tops[k][i], p.tops[k][j-1<<k+1])
}

// least is the smallest reach between two instants; 0 where they leave the story.
func (p *profile) least(a, b float64) float64 {
	i, j := p.index(a), p.index(b)
	if i < 0 || j >= len(p.reach) {
		return 0
	}
	m := math.Inf(1)
	for ; i <= j; i++ {
		m = min(m, p.reach[i])
	}
	return m
}
