package layout

import (
	"math"
	"sort"

	"rentang/viz/story"
	"rentang/viz/timescale"
)

// placer finds rows for labels beside the lane on the whole axis of one level. The
// model is panorama labelling (Gemsa, Haunert and Nöllenburg, "Multirow boundary-
// labeling algorithms for panorama images", 2015): points on a line, labels of unit
// height in rows, vertical leaders that touch no other label. With weights and two
// sides it is NP-hard, so events are tried in order of importance and one that
// finds no place stays a mark.
type placer struct {
	f      *Figure
	sc     timescale.Scale // the whole axis at the level's coarse end
	prof   [2]profile      // below, above: with the fringe
	bands  [2]profile      // the bands alone
	rows   [2]int
	byX    [2][]*label // placed, in order of x, for each field
	widest float64
	saved  []saved // rows to restore when an attempt fails
	budget int     // pushes left in this attempt
}

// throughBand is how much of a band, in CSS pixels, a leader may cut through.
const throughBand = 70.0

type saved struct {
	l   *label
	row int
}

func field(above bool) int {
	if above {
		return 1
	}
	return 0
}

// solveLandscape places the labels of a level.
func (f *Figure) solveLandscape(level int) *labels {
	p := &placer{f: f, sc: f.levelScale(level)}
	out := &labels{detail: f.detailAt(level)}
	u := f.unit()
	p.prof[0], p.prof[1] = f.newProfile(story.Below, qHigh), f.newProfile(story.Above, qHigh)
	p.bands[0], p.bands[1] = f.newProfile(story.Below, qCentral), f.newProfile(story.Above, qCentral)
	p.rows[0] = int((f.frame.field1 - f.lane1 - rowsFrom*u) / f.pitch())
	p.rows[1] = int((f.lane0 - f.frame.field0 - rowsFrom*u) / f.pitch())
	order := make([]int, len(f.events))
	for i := range f.events {
		order[f.events[i].rank] = i
	}
	for _, ev := range order {
		p.try(ev, out.detail)
	}
	for i := range p.byX {
		for _, l := range p.byX[i] {
			out.list = append(out.list, *l)
		}
	}
	sort.SliceStable(out.list, func(i, j int) bool { return out.list[i].ev < out.list[j].ev })
	out.names = f.nameBands(p.sc, out.list)
	return out
}

// try places an event's label in the first way that works: on one line before two,
// below the lane before above it, to the right of its leader before to the left.
// Beside the end of the story the text goes to the left.
func (p *placer) try(ev int, d detail) bool {
	x := p.sc.Px(p.f.events[ev].at)
	one := p.f.compose(ev, d, 0)
	var two label
	for _, wrapped := range [2]bool{false, true} {
		l := one
		if wrapped {
			title := one.w - one.dateW
			if title < 120*p.f.unit() || one.extra != "" {
				return false
			}
			two = p.f.compose(ev, d, title*0.62)
			if len(two.lines) != 2 {
				return false
			}
			l = two
		}
		for _, way := range [4]struct{ above, left bool }{{false, false}, {true, false}, {false, true}, {true, true}} {
			c := l
			c.above, c.left, c.x = way.above, way.left, x
			if p.bands[field(way.above)].most(p.f.events[ev].at-1, p.f.events[ev].at+1) > throughBand*p.f.unit() {
				continue
			}
			if p.throughSign(&c) {
				continue
			}
			if p.place(&c) {
				return true
			}
		}
	}
	return false
}

// throughSign reports whether the label's leader would cross the question mark of a
// stretch that is not known.
func (p *placer) throughSign(l *label) bool {
	for _, st := range p.f.stacks {
		if (st.side == story.Above) != l.above {
			continue
		}
		for k := range st.kinds {
			for _, g := range st.kinds[k].gaps {
				mid := (p.sc.Px(st.start[g.from-st.first]) + p.sc.Px(st.start[g.to-st.first+1])) / 2
				if math.Abs(mid-l.x) < 8*p.f.unit() {
					return true
				}
			}
		}
	}
	return false
}

// text is the stretch of the axis that a label's text takes, gaps included.
func (p *placer) text(l *label) (a, b float64) {
	u := p.f.unit()
	if l.left {
		return l.x - leaderGap*u - l.w - textGap*u, l.x - 2
	}
	return l.x + 2, l.x + leaderGap*u + l.w + textGap*u
}

// covers reports whether a label's text would be crossed by a leader at x.
func (p *placer) covers(l *label, x float64) bool {
	a, b := p.text(l)
	return x > a && x < b
}

// floor is the first row in which the label's text clears the bands.
func (p *placer) floor(l *label) int {
	u := p.f.unit()
	a, b := l.x+leaderGap*u-3*u, l.x+leaderGap*u+l.w+3*u
	if l.left {
		a, b = l.x-leaderGap*u-l.w-3*u, l.x-leaderGap*u+3*u
	}
	reach := p.prof[field(l.above)].most(p.sc.At(a), p.sc.At(b))
	if reach == 0 {
		return 0
	}
	return max(0, int(math.Ceil((reach+4*u-rowsFrom*u)/p.f.pitch())))
}

// place puts a label into its field, pushing others outwards where their text would
// be crossed; it reports false, and changes nothing, when there is no room.
func (p *placer) place(l *label) bool {
	f := p.f
	i := field(l.above)
	if p.rows[i] < l.rows() {
		return false
	}
	a, b := p.text(l)
	u := f.unit()
	full, _ := f.overhang()
	if l.left && a+textGap*u < p.sc.P0-full || !l.left && b-textGap*u > p.sc.P1+full {
		return false
	}
	p.saved, p.budget = p.saved[:0], 64
	own := *l
	p.widest = max(p.widest, own.w+30*u)
	// Pushed labels look at those in the list alone, so the new one is checked again.
	if !p.settle(&own, p.floor(&own)) || !p.near(&own, func(o *label) bool { return !p.overlap(&own, o) }) {
		p.restore()
		return false
	}
	list := p.byX[i]
	at := sort.Search(len(list), func(k int) bool { return list[k].x > own.x })
	list = append(list, nil)
	copy(list[at+1:], list[at:])
	list[at] = &own
	p.byX[i] = list
	return true
}

// near calls fn for the placed labels of the field that can meet l, until it
// returns false; near reports whether it never did.
func (p *placer) near(l *label, fn func(o *label) bool) bool {
	list := p.byX[field(l.above)]
	from := sort.Search(len(list), func(k int) bool { return list[k].x >= l.x-2*p.widest })
	for _, o := range list[from:] {
		if o.x > l.x+2*p.widest {
			break
		}
		if o != l && !fn(o) {
			return false
		}
	}
	return true
}

// settle gives l the first row from least on in which it clears the leaders under
// its text and shares no row with a text that it meets; then it pushes outwards the
// labels whose text l's own leader would cross.
func (p *placer) settle(l *label, least int) bool {
	if p.budget--; p.budget < 0 {
		return false
	}
	row := least
	if !p.near(l, func(o *label) bool {
		if p.covers(l, o.x) {
			if p.covers(o, l.x) {
				return false // each would cross the other
			}
			row = max(row, o.bottom()+1)
		}
		return true
	}) {
		return false
	}
	last := p.rows[field(l.above)] - l.rows()
	for ; row <= last; row++ {
		l.row = row
		if p.near(l, func(o *label) bool { return p.covers(o, l.x) || !p.overlap(l, o) }) {
			break
		}
	}
	if row > last {
		return false
	}
	return p.near(l, func(o *label) bool {
		if !p.covers(o, l.x) || o.row > l.bottom() {
			return true
		}
		p.saved = append(p.saved, saved{o, o.row})
		return p.settle(o, max(p.floor(o), l.bottom()+1))
	})
}

// overlap reports whether two labels of a field share a row and a stretch of it.
func (p *placer) overlap(l, o *label) bool {
	if l.row > o.bottom() || o.row > l.bottom() {
		return false
	}
	a0, b0 := p.text(l)
	a1, b1 := p.text(o)
	return a0 < b1 && a1 < b0
}

// restore takes back the rows of a failed attempt, the last change first.
func (p *placer) restore() {
	for i := len(p.saved) - 1; i >= 0; i-- {
		p.saved[i].l.row = p.saved[i].row
	}
}
