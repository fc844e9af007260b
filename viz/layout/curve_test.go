package layout

import (
	"math"
	"math/rand"
	"testing"

	"rentang/viz/civil"
	"rentang/viz/story"
)

// randomStory makes flows of two kinds with gaps of every meaning between them.
func randomStory(r *rand.Rand) *story.Story {
	s := &story.Story{Start: civil.Date{Year: 1945}, End: civil.Date{Year: 1984},
		Directions: []story.Direction{{ID: "to", Side: story.Above, Kinds: []story.Kind{{ID: "a"}, {ID: "b"}}}}}
	for _, kind := range []string{"a", "b"} {
		for y := 1945; y <= 1984; y++ {
			switch r.Intn(6) {
			case 0:
				s.Gaps = append(s.Gaps, story.Gap{Direction: "to", Kind: kind, From: y, To: y, Meaning: story.Meaning(r.Intn(3))})
			case 1: // a year without a word
			default:
				low := math.Floor(r.ExpFloat64() * 100)
				central := low + math.Floor(r.ExpFloat64()*300)
				s.Flows = append(s.Flows, story.Flow{Year: y, Direction: "to", Kind: kind, Low: low, Central: central,
					High: central + math.Floor(r.ExpFloat64()*500), Basis: story.Basis(r.Intn(4))})
			}
		}
	}
	return s
}

// Over random flows the curve passes through every year's value at the middle of
// the year, stays between the values of neighbouring years, never falls below
// nothing, and gives nothing to a year without a row.
func TestCurvesNeverOvershoot(t *testing.T) {
	r := rand.New(rand.NewSource(7))
	checked := 0
	for range 300 {
		s := randomStory(r)
		in := testInput(t, s)
		st := newStack(in, s.Directions[0], bandColors(in)[0], func(v float64) float64 { return v })
		for k := range st.kinds {
			ks := &st.kinds[k]
			for y, row := range ks.rows {
				if row == nil {
					if ks.cells[2*y].present || ks.cells[2*y+1].present {
						t.Fatalf("kind %s has a band in %d, of which nothing is known", ks.id, st.first+y)
					}
					continue
				}
				for q, want := range [quantities]float64{row.Low, row.Central, row.High} {
					if got := ks.cells[2*y].q[q].at(1); math.Abs(got-want) > 1e-6*(1+want) {
						t.Fatalf("%d: reading %d is %g at the middle of the year, want %g", row.Year, q, got, want)
					}
					lo, hi := 0.0, want // the year beside may be nothing
					if y > 0 && ks.rows[y-1] != nil {
						v := [quantities]float64{ks.rows[y-1].Low, ks.rows[y-1].Central, ks.rows[y-1].High}[q]
						lo, hi = min(want, v), max(want, v)
					}
					for u := 0.0; u <= 1; u += 1.0 / 64 {
						v := ks.cells[2*y].q[q].at(u)
						if v < lo-1e-6*(1+hi) || v > hi+1e-6*(1+hi) {
							t.Fatalf("%d: reading %d is %g before the middle of the year, outside %g to %g", row.Year, q, v, lo, hi)
						}
						checked++
					}
				}
			}
		}
	}
	t.Logf("%d points checked", checked)
}

// A band is cut, and holds its value, beside a year that is unknown or counted
// elsewhere; it begins at nothing beside a year in which nothing was found.
func TestCurveEnds(t *testing.T) {
	flow := story.Flow{Year: 1950, Direction: "to", Kind: "a", Low: 50, Central: 100, High: 200}
	for _, c := range []struct {
		name    string
		meaning story.Meaning
		start   float64 // central value on the first of January
	}{
		{"nothing found before", story.NoneFound, 0},
		{"unknown before", story.Unknown, 100},
		{"counted in another kind before", story.InsideOther, 100},
	} {
		s := &story.Story{Start: civil.Date{Year: 1945}, End: civil.Date{Year: 1955}, Flows: []story.Flow{flow},
			Directions: []story.Direction{{ID: "to", Kinds: []story.Kind{{ID: "a"}}}},
			Gaps:       []story.Gap{{Direction: "to", Kind: "a", From: 1945, To: 1949, Meaning: c.meaning}}}
		in := testInput(t, s)
		st := newStack(in, s.Directions[0], bandColors(in)[0], func(v float64) float64 { return v })
		if got := st.kinds[0].cells[10].q[qCentral].at(0); got != c.start {
			t.Errorf("%s: the band begins at %g, want %g", c.name, got, c.start)
		}
	}
}
