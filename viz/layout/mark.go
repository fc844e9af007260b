package layout

import (
	"cmp"
	"math"
	"math/bits"
	"slices"
	"sort"

	"rentang/viz/civil"
	"rentang/viz/scene"
	"rentang/viz/story"
	"rentang/viz/timescale"
)

// mark is an event as the lane shows it.
type mark struct {
	ev      *story.Event
	at      float64        // instant at which the mark stands
	vague   timescale.Span // the month, year, decade or century of a date that is no more exact; empty otherwise
	unsure  bool           // the date is approximate or uncertain
	lasting timescale.Span // from start to end of an event that lasted; empty otherwise
	tail    timescale.Span // within which it ended, where the end is no more exact than a decade or not sure; empty otherwise
	trails  bool           // it lasted, until when is not known
	color   scene.Color
	size    float64
	full    bool
	title   string
	short   string // a shorter title; empty when there is none
	year    string
	rank    int // place in the order in which labels are tried
}

// measureEvents prepares the marks, in order of time. A day stands at its middle; a
// coarse date at the middle of its month, year, decade or century.
func (f *Figure) measureEvents() {
	in := &f.in
	order := make([]*story.Event, len(in.Story.Events))
	for i := range order {
		order[i] = &in.Story.Events[i]
	}
	slices.SortStableFunc(order, func(a, b *story.Event) int { return cmp.Compare(a.When.From.Middle(), b.When.From.Middle()) })
	f.events = make([]mark, 0, len(order))
	for i, e := range order {
		from := e.When.From
		m := mark{ev: e, color: in.Theme.Marker(e.Kind), size: f.markSize(e.Importance), full: e.Importance >= 4}
		m.at, m.unsure, m.trails = from.Middle(), !from.Sure(), e.When.Unknown
		if from.Precision() != civil.ToDay {
			m.vague = timescale.Span{Start: from.Start(), End: from.End()}
		}
		if e.When.Lasting() {
			m.lasting = timescale.Span{Start: m.at, End: min(e.When.End(), f.whole.End)}
			if to := e.When.To; e.When.HasEnd && !to.Plain() {
				m.tail = timescale.Span{Start: max(m.at, to.Start()), End: max(m.at, to.End())}
				m.lasting.End = min(m.tail.Start, f.whole.End)
			}
		}
		m.title = e.Title.In(in.Lang.Code)
		m.short = e.Short.In(in.Lang.Code)
		if f.portrait && m.short != "" {
			m.title = m.short
		}
		m.year = in.Lang.Date(from.InYear())
		f.events = append(f.events, m)
		if m.lasting.Len() > 0 || m.vague.Len() > 0 || m.tail.Len() > 0 || m.trails {
			f.long = append(f.long, i)
			if m.vague.Len() > 0 {
				f.longLead = max(f.longLead, m.at-m.vague.Start)
			}
			f.longEnd = append(f.longEnd, max(m.at, m.lasting.End, m.vague.End, m.tail.End))
			if n := len(f.longEnd); n > 1 {
				f.longEnd[n-1] = max(f.longEnd[n-1], f.longEnd[n-2])
			}
		}
	}
	f.rankEvents()
}

// spreadLimit is the number of events of one importance up to which the order of
// labels is found by looking for the farthest event; it costs the square of it.
const spreadLimit = 600

// rankEvents orders the events for labelling: by importance, then the event
// farthest in time from those chosen before, so that labels spread over the story.
func (f *Figure) rankEvents() {
	rank := 0
	far := make([]float64, len(f.events)) // distance to the nearest event chosen so far
	for i := range far {
		far[i] = math.Inf(1)
	}
	choose := func(i int, update bool) {
		f.events[i].rank = rank
		rank++
		if !update {
			return
		}
		for j := range f.events {
			far[j] = min(far[j], math.Abs(f.events[j].at-f.events[i].at))
		}
	}
	for importance := 5; importance >= 1; importance-- {
		var class []int
		for i := range f.events {
			if f.events[i].ev.Importance == importance {
				class = append(class, i)
			}
		}
		if len(class) > spreadLimit {
			for _, i := range spread(class) {
				choose(i, false)
			}
			continue
		}
		for len(class) > 0 {
			best := 0
			for k, i := range class {
				if far[i] > far[class[best]] {
					best = k
				}
			}
			choose(class[best], true)
			class = append(class[:best], class[best+1:]...)
		}
	}
}

// spread orders indices so that every beginning of the order is spread over all of
// them: by the bit-reversed place (van der Corput's sequence).
func spread(class []int) []int {
	width := bits.Len(uint(len(class) - 1))
	out := make([]int, 0, len(class))
	for i := range 1 << width {
		if r := int(bits.Reverse64(uint64(i)) >> (64 - width)); r < len(class) {
			out = append(out, class[r])
		}
	}
	return out
}

// laneMiddle is the middle of the lane, across time.
func (f *Figure) laneMiddle() float64 { return (f.lane0 + f.lane1) / 2 }

// drawLane draws the lane's ground and rules, the bars of what lasted and the
// whiskers of dates that are not exact.
func (f *Figure) drawLane(dst *scene.Scene) {
	t, u := f.in.Theme, f.unit()
	sc := f.drawn
	f.path.Reset()
	f.path.Rect(f.rect(sc.P0, sc.P1, f.lane0, f.lane1))
	dst.Fill(&f.path, t.Background)
	f.path.Reset()
	for _, c := range [2]float64{f.lane0, f.lane1} {
		f.move(&f.path, sc.P0, c)
		f.line(&f.path, sc.P1, c)
	}
	dst.Stroke(&f.path, scene.Pen{Width: 1, Color: t.Line})
	mid := f.laneMiddle()
	for _, i := range f.longInView() {
		m := &f.events[i]
		if m.lasting.Len() <= 0 || m.at > f.until {
			continue
		}
		a, b := max(sc.Px(m.lasting.Start), sc.P0), min(sc.Px(min(m.lasting.End, f.until)), sc.P1)
		if b-a < 1 {
			continue
		}
		f.path.Reset()
		f.path.Rect(f.rect(a, b, mid-1.5*u, mid+1.5*u))
		dst.Fill(&f.path, scene.Mix(t.Background, m.color, 0.42))
	}
	f.drawWhiskers(dst, mid)
}

// longInView lists the events that take more of the lane than their mark and may
// reach into the view, in order of time.
func (f *Figure) longInView() []int {
	margin := 2 * trailing * f.unit() / f.drawn.PerDay()
	i := sort.SearchFloat64s(f.longEnd, f.drawn.Start-margin)
	j := sort.Search(len(f.long), func(k int) bool { return f.events[f.long[k]].at-f.longLead > f.drawn.End+margin })
	return f.long[min(i, j):j]
}

// Lengths of the broken lines that say that a date is not sure, in CSS pixels.
const (
	whiskerOn  = 4.0
	whiskerOff = 3.0
	trailing   = 18.0 // what is drawn of an event whose end is not known
)

// drawWhiskers draws a date that is known to the month, year, decade or century as
// wide as it is, broken where it is approximate or uncertain, and the ends of what
// lasted nobody knows exactly how long.
func (f *Figure) drawWhiskers(dst *scene.Scene, mid float64) {
	sc, u := f.drawn, f.unit()
	for _, i := range f.longInView() {
		m := &f.events[i]
		if m.at > f.until {
			continue
		}
		f.path.Reset()
		if m.vague.Len() > 0 && m.vague.Len()*sc.PerDay() >= m.size+6*u {
			f.whisker(sc.Px(m.vague.Start)+1, sc.Px(m.vague.End)-1, mid, m.unsure)
		}
		if m.tail.Len() > 0 && m.tail.Start < f.until {
			f.whisker(sc.Px(m.tail.Start), sc.Px(min(m.tail.End, f.until))-1, mid, true)
		}
		if m.trails {
			at := sc.Px(m.at) + m.size/2
			f.whisker(at, at+trailing*u, mid, true)
		}
		if f.path.Empty() {
			continue
		}
		c := m.color
		if m.ev.When.From.Precision() > civil.ToYear { // long enough to lie on others, which are better known
			c = scene.Mix(f.in.Theme.Background, c, 0.6)
		}
		dst.Stroke(&f.path, scene.Pen{Width: 1.25 * u, Color: c})
	}
}

// whisker adds a line along time from a to b, with a bar at each end. A broken one
// has none, since nobody knows its limits; its dashes count from a, wherever the view
// is, so that they stand still while the view moves.
func (f *Figure) whisker(a, b, mid float64, broken bool) {
	sc, u := f.drawn, f.unit()
	ca, cb := max(a, sc.P0), min(b, sc.P1)
	if ca >= cb {
		return
	}
	if broken {
		period := (whiskerOn + whiskerOff) * u
		for at := a + math.Floor((ca-a)/period)*period; at < cb; at += period {
			if end := min(at+whiskerOn*u, cb); end > ca {
				f.move(&f.path, max(at, ca), mid)
				f.line(&f.path, end, mid)
			}
		}
		return
	}
	f.move(&f.path, ca, mid)
	f.line(&f.path, cb, mid)
	for _, e := range [2]float64{a, b} {
		if e >= sc.P0 && e <= sc.P1 {
			f.move(&f.path, e, mid-4*u)
			f.line(&f.path, e, mid+4*u)
		}
	}
}
