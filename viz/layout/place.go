package layout

import (
	"math"
	"sort"

	"rentang/viz/story"
	"rentang/viz/typeset"
)

// placer finds rows for labels beside the lane on the whole axis of one level. The
// model is panorama labelling (Gemsa, Haunert and Nöllenburg, "Multirow boundary-
// labeling algorithms for panorama images", 2015): points on a line, labels of unit
// height in rows, vertical leaders that touch no other label. With weights and two
// sides it is NP-hard, so events are tried in order of importance and one that
// finds no place stays a mark.
type placer struct {
	f *Figure
	stretch
	prof  [2]*profile // below, above: with the fringe
	gaps  [2]*profile // the marks of unknown years alone
	bands [2]*profile // the bands alone
	rows  [2]int
	names []bandName
	has   []bool // events of the stretch that have their label
	// filling is the second round, for what found no place: text to the left
	// anywhere, but nothing that stands is pushed.
	filling bool
	// plates is the third round, close by: text may lie on a band, on a ground of
	// its own.
	plates bool
	byX    [2][]*label // placed, in order of x, for each field
	widest float64
	saved  []saved // rows to restore when an attempt fails
	budget int     // pushes left in this attempt
}

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

// solveLandscape places the labels of a stretch.
func (f *Figure) solveLandscape(part stretch, out *labels) {
	p := &placer{f: f, stretch: part, has: make([]bool, part.to-part.from), names: out.names}
	u := f.unit()
	p.prof[0], p.prof[1] = f.profileOf(story.Below, qHigh), f.profileOf(story.Above, qHigh)
	p.gaps[0], p.gaps[1] = f.profileOf(story.Below, gapsOnly), f.profileOf(story.Above, gapsOnly)
	p.bands[0], p.bands[1] = f.profileOf(story.Below, qCentral), f.profileOf(story.Above, qCentral)
	p.rows[0] = int((f.frame.field1 - f.lane1 - rowsFrom*u) / f.pitch())
	p.rows[1] = int((f.lane0 - f.frame.field0 - rowsFrom*u) / f.pitch())
	order := f.candidates(part)
	rounds := 2
	if out.detail >= withDate {
		rounds = 3 // close by every event is named, on a band if need be
	}
	for r := range rounds {
		p.filling, p.plates = r > 0, r > 1
		for _, ev := range order {
			if has := &p.has[ev-part.from]; !*has {
				*has = p.try(ev, out.detail)
			}
		}
	}
	for i := range p.byX {
		for _, l := range p.byX[i] {
			out.list = append(out.list, *l)
		}
	}
	sort.SliceStable(out.list, func(i, j int) bool { return out.list[i].ev < out.list[j].ev })
}

// try places an event's label in the first way that works: on one line before two
// and before its short title, below the lane before above it, to the right of its
// leader before to the left. Text to the left is for the end of the story and for
// the most important events: elsewhere it drives the others outwards.
func (p *placer) try(ev int, d detail) bool {
	f := p.f
	m := &f.events[ev]
	x := p.sc.Px(m.at)
	late := x > p.sc.P0+(p.sc.P1-p.sc.P0)*0.8 || !p.last && x > p.p1-2*labelLength*p.f.unit()
	for form := range forms {
		l, ok := p.form(ev, d, form)
		if !ok {
			continue
		}
		for _, way := range [4]struct{ above, left bool }{{false, false}, {true, false}, {false, true}, {true, true}} {
			if way.left && !late && m.ev.Importance < 5 && !p.filling {
				continue
			}
			c := l
			c.above, c.left, c.x, c.plate = way.above, way.left, x, p.plates
			if p.cuts(&c) || p.throughSign(&c) {
				continue
			}
			if p.place(&c) {
				return true
			}
		}
	}
	return false
}

// forms is how many forms of its words a label may take.
const forms = 3

// form sets a label's words: the title on one line, on two, or the short title.
func (p *placer) form(ev int, d detail, form int) (l label, ok bool) {
	f := p.f
	one := f.compose(ev, d, 0)
	switch form {
	case 0:
		return one, true
	case 1:
		title := one.w - one.dateW
		if title < 120*f.unit() || one.extra != "" {
			return l, false
		}
		l = f.compose(ev, d, title*0.62)
		return l, len(l.lines) == 2
	}
	if f.events[ev].short == "" || f.events[ev].ev.Importance < 4 {
		return l, false
	}
	return f.compose(ev, d, shortTitle), true
}

// throughBand is how much of a short band, in CSS pixels, a leader may cut through:
// a slit in a needle looks like missing data. A longer band bears one more.
const (
	throughNeedle = 24.0
	throughBand   = 70.0
	needleLength  = 60.0
)

// cuts reports whether a label's leader would cut a band it must not.
func (p *placer) cuts(l *label) bool {
	f, u := p.f, p.f.unit()
	prof := p.bands[field(l.above)]
	at := f.events[l.ev].at
	reach := prof.most(at-1, at+1)
	if reach <= throughNeedle*u {
		return false
	}
	if reach > throughBand*u && !l.plate {
		return true
	}
	half := needleLength * u / 2 / p.sc.PerDay()
	return prof.least(at-half, at+half) < throughNeedle*u/2
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
				half := 8 * p.f.unit()
				sign := typeset.Style{Weight: typeset.SemiBold, Size: 12}
				if w := p.f.in.Type.Width(st.kinds[k].unknown, sign); (p.sc.Px(st.start[g.to-st.first+1])-p.sc.Px(st.start[g.from-st.first]))*levelStep > w+20*p.f.unit() {
					half = w/2 + 6*p.f.unit() // the sign is named at the fine end of the level
				}
				if math.Abs(mid-l.x) < half {
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
	prof := p.prof[field(l.above)]
	if l.plate {
		prof = p.gaps[field(l.above)]
	}
	a, b := l.x+leaderGap*u-3*u, l.x+leaderGap*u+l.w+3*u
	if l.left {
		a, b = l.x-leaderGap*u-l.w-3*u, l.x-leaderGap*u+3*u
	}
	reach := prof.most(p.sc.At(a), p.sc.At(b))
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
	if p.first {
		a += textGap*u + full
	}
	if p.last {
		b -= textGap*u + full
	}
	if l.left && a < p.p0 || !l.left && b > p.p1 {
		return false
	}
	p.saved, p.budget = p.saved[:0], 64
	if p.filling {
		p.budget = 1
	}
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
		if p.onName(l) || l.plate && !p.plateFits(l) {
			continue
		}
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

// plateFits reports whether a label's plate leaves the band around it to be seen, or
// stands clear of it: a plate that cut a band off would look like missing data.
func (p *placer) plateFits(l *label) bool {
	f, u := p.f, p.f.unit()
	near := rowsFrom*u + float64(l.row)*f.pitch()
	far := rowsFrom*u + float64(l.bottom()+1)*f.pitch()
	a, b := p.text(l)
	i, t0, t1 := field(l.above), p.sc.At(a), p.sc.At(b)
	return far+8*u <= p.bands[i].least(t0, t1) || near >= p.prof[i].most(t0, t1)+4*u
}

// onName reports whether a label's text or leader would meet the name of a band.
func (p *placer) onName(l *label) bool {
	f, u := p.f, p.f.unit()
	near := rowsFrom*u + float64(l.row)*f.pitch()
	far := rowsFrom*u + float64(l.bottom()+1)*f.pitch()
	a, b := p.text(l)
	for i := range p.names {
		n := &p.names[i]
		if n.above != l.above {
			continue
		}
		c, d := n.span(p.sc)
		if a < d+6*u && c < b+6*u && near < n.off+n.h+3*u && n.off-3*u < far {
			return true
		}
		if l.x > c-4*u && l.x < d+4*u && far > n.off {
			return true
		}
	}
	return false
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
