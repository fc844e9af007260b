package layout

import (
	"math"

	"rentang/viz/timescale"
)

// levelStep is how much longer the axis is from one level to the next. Labels are
// solved once for each level, for the whole axis at the level's coarse end; a
// solution stays legal while zooming in, as gaps only grow. So panning changes
// nothing, and a view looks the same whatever led to it.
const levelStep = 1.15

// Level is the label level of a span: 0 for the whole story, one more with each
// zoom step.
func (f *Figure) Level(s timescale.Span) int {
	if s.Len() <= 0 {
		return 0
	}
	return max(0, int(math.Floor(math.Log(f.whole.Len()/s.Len())/math.Log(levelStep)+1e-9)))
}

// levelScale is the whole axis at a level's coarse end.
func (f *Figure) levelScale(level int) timescale.Scale {
	sc := f.Scale(f.whole)
	sc.P1 = sc.P0 + (sc.P1-sc.P0)*math.Pow(levelStep, float64(level))
	return sc
}

// year is the mean length of a year, in days.
const year = 365.2425

// detail is how much a label says, by the stretch of time in view.
type detail uint8

const (
	withYear    detail = iota // year and title
	withDate                  // date and title
	withCaption               // and the first line of the caption
)

// detailAt is the detail of a level.
func (f *Figure) detailAt(level int) detail {
	span := f.whole.Len() / math.Pow(levelStep, float64(level))
	switch {
	case span <= 1.05*year:
		return withCaption
	case span <= 8*year:
		return withDate
	}
	return withYear
}
