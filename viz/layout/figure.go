package layout

import (
	"math"

	"rentang/viz/scene"
	"rentang/viz/story"
	"rentang/viz/theme"
	"rentang/viz/timescale"
)

// Figure is a story laid out for one size, language and theme: everything that is
// the same in every view. It keeps scratch memory and solved labels between
// drawings, so one figure must not be drawn from two goroutines at once; what it
// draws depends on its input and the view alone.
type Figure struct {
	in       Input
	ramp     theme.Ramp
	portrait bool
	whole    timescale.Span
	frame    frame
	perUnit  float64 // CSS pixels of thickness for one transformed unit
	lane0    float64 // the lane's edges across time; lane0 is the one on the side above
	lane1    float64
	stacks   []*stack
	events   []mark
	long     []int     // the events that take more of the lane than their mark
	longEnd  []float64 // when the farthest of them up to this one ends, in days
	longLead float64   // the most that one begins before its mark, in days
	spare    spare
	header   header
	foot     foot
	card     *card
	profiles [2][quantities + 1]profile

	// what was solved, for views to come
	order     []int // the events by rank; nil before it is asked for
	levels    map[stretchKey]*labels
	joined    map[joinedKey]*labels
	bandNames map[int][]bandName
	words     map[composed]label

	// scratch, reused from frame to frame
	path                 scene.Path
	outer                []float64
	samp                 []samples // one for each stack
	until                float64   // nothing after this instant is drawn: the opening's edge
	drawn                timescale.Scale
	ticks                timescale.Axis
	piles                []pile
	gaps                 *gapTree // nil before piles are asked for
	pileScale, pileUntil float64  // what the piles were found for
	taken                []taken
	zoneIDs              []string
}

// portraitBelow is the width in CSS pixels under which time runs downwards; a
// picture taller than portraitRatio times its width turns too.
const (
	portraitBelow = 640
	portraitRatio = 1.2
)

// New prepares a figure.
func New(in Input) *Figure {
	f := &Figure{in: in, levels: map[stretchKey]*labels{}, joined: map[joinedKey]*labels{}, bandNames: map[int][]bandName{}, words: map[composed]label{}}
	f.portrait = in.Size.X < portraitBelow || in.Size.Y > portraitRatio*in.Size.X
	f.ramp = theme.RampAt(in.Size.X).For(in.Lang.Code)
	f.whole = timescale.Span{Start: in.Story.Start.Start(), End: in.Story.End.End()}
	transform := func(v float64) float64 { return v }
	if in.Mode == Sqrt {
		transform = math.Sqrt
	}
	colors := bandColors(in)
	for i, d := range in.Story.Directions {
		f.stacks = append(f.stacks, newStack(in, d, colors[i], transform))
	}
	f.samp = make([]samples, len(f.stacks))
	f.measureEvents()
	f.arrange()
	return f
}

// bandColors are the colours of every direction's kinds.
func bandColors(in Input) [][]theme.Band {
	var ids [2][]string
	for _, d := range in.Story.Directions {
		for _, k := range d.Kinds {
			ids[d.Side] = append(ids[d.Side], k.ID)
		}
	}
	up, down := in.Theme.Bands(ids[story.Above], ids[story.Below])
	out := make([][]theme.Band, len(in.Story.Directions))
	for i, d := range in.Story.Directions {
		if out[i] = up; d.Side == story.Below {
			out[i] = down
		}
	}
	return out
}

// Whole is the story's whole stretch of time.
func (f *Figure) Whole() timescale.Span { return f.whole }

// Portrait reports whether time runs downwards.
func (f *Figure) Portrait() bool { return f.portrait }

// Plot is the area that pans and zooms.
func (f *Figure) Plot() scene.Rect { return f.frame.plot }

// Scale maps the view's span onto the plot: x in landscape, y in portrait.
func (f *Figure) Scale(s timescale.Span) timescale.Scale {
	p := f.frame.plot
	if f.portrait {
		return timescale.Scale{Span: s, P0: p.Min.Y, P1: p.Max.Y}
	}
	return timescale.Scale{Span: s, P0: p.Min.X, P1: p.Max.X}
}

// peaks are the largest sums of the high readings on the two sides of the lane.
func (f *Figure) peaks() (above, below float64) {
	for _, st := range f.stacks {
		if st.side == story.Above {
			above = max(above, st.peak)
		} else {
			below = max(below, st.peak)
		}
	}
	return above, below
}

// Draw draws a view into dst, which it resets. In a steady state it allocates nothing.
func (f *Figure) Draw(v View, dst *scene.Scene) {
	in := &f.in
	dst.Reset(in.Size)
	dst.Background = in.Theme.Background
	dst.Title, dst.Desc, dst.Lang = in.Story.Title.In(in.Lang.Code), f.header.desc, in.Lang.Code
	f.drawn = f.Scale(v.Span)
	f.until = math.Inf(1)
	if v.Grow < 1 {
		f.until = f.whole.Start + v.Grow*f.whole.Len()
	}
	f.drawHeader(dst)
	f.drawStrips(dst)
	f.drawAxis(dst)
	for i, st := range f.stacks {
		f.sample(st, f.drawn, f.until, &f.samp[i])
		f.drawStack(dst, st, &f.samp[i], f.drawn)
	}
	f.drawYear(dst, v)
	f.drawBandTexts(dst, v)
	f.drawLane(dst)
	f.drawLabels(dst, v)
	f.drawMarks(dst, v)
	f.drawFoot(dst)
	f.drawCard(dst)
}
