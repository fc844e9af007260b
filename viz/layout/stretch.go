package layout

import (
	"math"
	"sort"

	"rentang/viz/timescale"
)

// A story of many events is not solved for its whole axis at every level: close by,
// most of the axis is never seen. The level is cut into stretches of equal length,
// each solved for itself when it first comes into view, and no text crosses from one
// to the next. Where a stretch begins depends on the level alone, so that panning
// still changes nothing.
const (
	solvedWhole  = 300 // up to so many events a level is one stretch
	stretchViews = 2   // the length of a stretch, in plots
	// A stretch tries so many events for each label that its rows could hold at most; what
	// ranks behind them finds no place between them.
	triedPerPlace = 1
	labelLength   = 110.0 // of a short label along time, in CSS pixels
	solvedKept    = 96    // solved stretches after which all are let go
	wordsKept     = 20000 // composed labels, likewise
)

// stretch is the part of a level's axis that is solved at one time.
type stretch struct {
	sc       timescale.Scale // the whole axis at the level's coarse end
	p0, p1   float64         // the part, in its pixels
	from, to int             // the events in it
	first    bool            // it begins with the axis
	last     bool            // it ends with it
}

// stretchKey names a stretch.
type stretchKey struct{ level, index int }

// stretches is how many stretches a level has.
func (f *Figure) stretches(level int) int {
	if len(f.events) <= solvedWhole {
		return 1
	}
	return max(1, int(math.Pow(levelStep, float64(level))/stretchViews))
}

// stretchAt is one stretch of a level.
func (f *Figure) stretchAt(level, index int) stretch {
	n := f.stretches(level)
	s := stretch{sc: f.levelScale(level), first: index == 0, last: index == n-1}
	length := (s.sc.P1 - s.sc.P0) / float64(n)
	s.p0, s.p1 = s.sc.P0+float64(index)*length, s.sc.P0+float64(index+1)*length
	begins := func(p float64) int {
		return sort.Search(len(f.events), func(i int) bool { return s.sc.Px(f.events[i].at) >= p })
	}
	s.to = len(f.events)
	if !s.first {
		s.from = begins(s.p0)
	}
	if !s.last {
		s.to = begins(s.p1)
	}
	return s
}

// candidates lists the events of a stretch that are tried, the most important first.
func (f *Figure) candidates(s stretch) []int {
	across := (f.frame.field1 - f.frame.field0) / f.pitch()
	along := (s.p1 - s.p0) / (labelLength * f.unit())
	if f.portrait {
		across, along = 2, (s.p1-s.p0)/f.ramp.Label.Line
	}
	most := min(s.to-s.from, int(triedPerPlace*across*along)+solvedWhole)
	if f.order == nil {
		f.order = make([]int, len(f.events))
		for i := range f.events {
			f.order[f.events[i].rank] = i
		}
	}
	if most == len(f.events) {
		return f.order
	}
	list := make([]int, 0, most)
	for _, ev := range f.order {
		if len(list) == most {
			break
		}
		if ev >= s.from && ev < s.to {
			list = append(list, ev)
		}
	}
	return list
}

// solution returns the labels of a level in the stretches that the drawn view
// touches, each solved when it first comes into view.
func (f *Figure) solution(level int) *labels {
	n := f.stretches(level)
	index := func(t float64) int {
		return min(n-1, max(0, int((t-f.whole.Start)/f.whole.Len()*float64(n))))
	}
	i, j := index(f.drawn.Start), index(f.drawn.End)
	if i == j {
		return f.solved(stretchKey{level, i})
	}
	key := joinedKey{level, i, j}
	if s, ok := f.joined[key]; ok {
		return s
	}
	s := &labels{}
	for ; i <= j; i++ {
		part := f.solved(stretchKey{level, i})
		s.detail, s.names = part.detail, part.names
		s.list = append(s.list, part.list...)
	}
	f.joined[key] = s
	return s
}

// joinedKey names a run of stretches.
type joinedKey struct{ level, from, to int }

// solved is one solved stretch.
func (f *Figure) solved(key stretchKey) *labels {
	if s, ok := f.levels[key]; ok {
		return s
	}
	if len(f.levels) >= solvedKept {
		clear(f.levels)
		clear(f.joined)
	}
	if len(f.words) >= wordsKept {
		clear(f.words)
	}
	s := &labels{detail: f.detailAt(key.level)}
	if part := f.stretchAt(key.level, key.index); f.portrait {
		f.solvePortrait(part, s)
	} else {
		s.names = f.levelNames(key.level)
		f.solveLandscape(part, s)
	}
	f.levels[key] = s
	return s
}

// levelNames is the names of the bands at a level, the same in all its stretches.
func (f *Figure) levelNames(level int) []bandName {
	n, ok := f.bandNames[level]
	if !ok {
		n = f.nameBands(f.levelScale(level))
		f.bandNames[level] = n
	}
	return n
}
