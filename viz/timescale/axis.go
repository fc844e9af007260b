package timescale

import (
	"math"

	"rentang/viz/civil"
)

// Tick is one mark of the axis.
type Tick struct {
	At   float64
	Date civil.Date // precision is the grain's unit
}

// Axis is what an axis shows: labelled ticks of one grain, unlabelled ones of a
// finer grain between them, and the context (years when ticks are months, months
// of a year when they are days) that keeps the year readable.
type Axis struct {
	Grain, Fine, Context   Grain // Context.Step is 0 when the ticks are years, Fine.Step when no finer grain has room
	Ticks, Minor, Contexts []Tick
}

// MinorRoom is the least distance between unlabelled ticks, in pixels.
const MinorRoom = 6

// Ticks chooses the finest grain whose labels fit and lists the ticks within the
// scale's span, both ends included. room returns how many pixels a label of the
// grain needs, gap included; less than 1 counts as 1. It is asked about labels of
// ticks only: a caller whose contexts are wide asks for more room for months and
// days. Where not even the coarsest grain fits, nothing is listed, and nothing is
// outside the years civil.MinYear to civil.MaxYear.
//
// Which instants are ticks depends on the pixels per day alone, never on where
// the span starts, so that panning moves the ticks and changes none of them.
//
// Contexts are those that begin within the span and the one before it, whose At
// lies before the span unless the span starts with a context: something always
// says which year it is. Slices of dst are reused.
func Ticks(dst *Axis, s Scale, room func(Grain) float64) {
	dst.Grain, dst.Fine, dst.Context = Grain{}, Grain{}, Grain{}
	dst.Ticks, dst.Minor, dst.Contexts = dst.Ticks[:0], dst.Minor[:0], dst.Contexts[:0]
	per := s.PerDay()
	if !(per > 0) || math.IsInf(per, 1) || !(s.Len() > 0) || math.IsInf(s.Len(), 1) {
		return
	}
	all := grains()
	at := -1
	for i, g := range all {
		if !fits(g, per, max(1, room(g))) {
			continue
		}
		at = i
	}
	if at < 0 {
		return
	}
	dst.Grain = all[at]
	dst.Ticks = list(dst.Ticks, dst.Grain, s.Span)
	for _, f := range all[at+1:] {
		if dst.Grain.Holds(f) && fits(f, per, MinorRoom) {
			dst.Fine = f
		}
	}
	if dst.Fine.Step > 0 {
		dst.Minor = between(list(dst.Minor, dst.Fine, s.Span), dst.Ticks)
	}
	if dst.Grain.Unit != Years {
		dst.Context = Grain{dst.Grain.Unit - 1, 1}
		first := dst.Context.floor(s.Start)
		if first.Start() < s.Start {
			dst.Contexts = append(dst.Contexts, Tick{first.Start(), first})
		}
		dst.Contexts = list(dst.Contexts, dst.Context, s.Span)
	}
}

// fits reports whether ticks of the grain are always at least room pixels apart.
// The slack keeps a grain that fits exactly from flickering while the span moves
// and its length changes in the last bits.
func fits(g Grain, per, room float64) bool { return g.Least()*per*(1+1e-9) >= room }

// list appends the ticks of a grain within a span.
func list(dst []Tick, g Grain, s Span) []Tick {
	for d := g.floor(s.Start); d.Year <= civil.MaxYear; d = g.next(d) {
		at := d.Start()
		if at > s.End {
			break
		}
		if at >= s.Start && d.Year >= civil.MinYear {
			dst = append(dst, Tick{at, d})
		}
	}
	return dst
}

// between removes from minor, in place, the instants that have a labelled tick.
// Both run in order of time, and every labelled instant is among the minor ones.
func between(minor, ticks []Tick) []Tick {
	out, i := minor[:0], 0
	for _, m := range minor {
		if i < len(ticks) && ticks[i].At == m.At {
			i++
			continue
		}
		out = append(out, m)
	}
	return out
}
