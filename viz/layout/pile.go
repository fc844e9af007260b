package layout

import (
	"sort"
	"strconv"

	"rentang/viz/scene"
	"rentang/viz/typeset"
)

// pile is a group of marks that stand too close to be told apart: one mark alone,
// two side by side across the lane, or a count. Places are CSS pixels along time
// from the start of the story.
type pile struct {
	i, j   int     // the events
	x0, x1 float64 // the first and the last of them
	center float64 // of the mark or count
}

func (p *pile) pill() bool { return p.j-p.i > 2 }

// half is half of what the group's mark takes along time.
func (f *Figure) half(p *pile) float64 {
	switch {
	case !p.pill():
		return 6 * f.unit()
	case f.portrait:
		return 9.5 * f.unit()
	case p.j-p.i > 99:
		return 17 * f.unit()
	}
	return 12.5 * f.unit()
}

// Distances in CSS pixels along time.
const (
	nearest  = 7.0  // nearer marks form a group
	longest  = 40.0 // a longer group is split at its widest gap: a count is no span
	pileGap  = 2.0  // between a count and its neighbours
	joinable = 56.0 // two groups whose counts would meet become one up to this length
)

// findPiles groups the marks. The groups depend on the scale alone, not on where
// the view stands, so that nothing changes while it pans.
func (f *Figure) findPiles() {
	perDay := f.drawn.PerDay()
	if f.pileScale == perDay && f.pileUntil == f.until && len(f.piles) > 0 {
		return
	}
	f.pileScale, f.pileUntil = perDay, f.until
	f.piles = f.piles[:0]
	n := sort.Search(len(f.events), func(i int) bool { return f.events[i].at > f.until })
	if f.gaps == nil {
		at := make([]float64, len(f.events))
		for i := range f.events {
			at[i] = f.events[i].at
		}
		f.gaps = newGapTree(at)
	}
	u := f.unit()
	f.gaps.cutAll(n, func(length, gap float64) bool {
		return gap*perDay >= nearest*u || length*perDay > longest*u
	}, func(i, j int) {
		x0, x1 := f.along(i), f.along(j-1)
		f.piles = append(f.piles, pile{i: i, j: j, x0: x0, x1: x1, center: (x0 + x1) / 2})
	})
	f.partPiles()
}

// along is where an event stands, in CSS pixels from the start of the story.
func (f *Figure) along(i int) float64 { return (f.events[i].at - f.whole.Start) * f.pileScale }

// partPiles keeps counts off their neighbours: groups that would meet become one
// while that stays short, else they are moved apart.
func (f *Figure) partPiles() {
	u := f.unit()
	out := f.piles[:0]
	for _, p := range f.piles {
		for len(out) > 0 {
			last := &out[len(out)-1]
			if !last.pill() && !p.pill() {
				break
			}
			need := f.half(last) + f.half(&p) + pileGap*u
			if p.center-last.center >= need {
				break
			}
			if p.x1-last.x0 > joinable*u {
				p.center = last.center + need
				break
			}
			p = pile{i: last.i, j: p.j, x0: last.x0, x1: p.x1, center: (last.x0 + p.x1) / 2}
			out = out[:len(out)-1]
		}
		out = append(out, p)
	}
	f.piles = out
	end := f.whole.Len() * f.pileScale
	for k := range f.piles { // a count stays inside the lane
		if p := &f.piles[k]; p.pill() {
			p.center = min(end-f.half(p), max(f.half(p), p.center))
		}
	}
}

// drawMarks draws the marks and counts of the lane and declares their zones.
func (f *Figure) drawMarks(dst *scene.Scene, v View) {
	f.findPiles()
	mid, u := f.laneMiddle(), f.unit()
	start := f.drawn.Px(f.whole.Start)
	k := sort.Search(len(f.piles), func(i int) bool { return f.piles[i].center+start > f.drawn.P0-40*u })
	chosen := -1
	for ; k < len(f.piles); k++ {
		p := &f.piles[k]
		at := p.center + start
		if at > f.drawn.P1+40*u {
			break
		}
		if p.pill() {
			f.drawPile(dst, p, at, v)
			for i := p.i; i < p.j; i++ {
				if id := f.events[i].ev.ID; id == v.Selected || id == v.Focus {
					chosen = i
				}
			}
			continue
		}
		if at < f.drawn.P0-2*u || at > f.drawn.P1+2*u {
			continue
		}
		if p.j-p.i == 2 {
			d := 5.75 * u
			f.drawMark(dst, p.i, mid-d, v)
			f.drawMark(dst, p.i+1, mid+d, v)
			continue
		}
		f.drawMark(dst, p.i, mid, v)
	}
	f.joinTargets(dst, start)
	if chosen >= 0 { // an open event stands before the count that holds it
		f.drawMark(dst, chosen, mid, v)
	}
}

// target is the least distance in CSS pixels between two marks that a finger can
// tell apart (WCAG 2.2, 2.5.8).
const target = 24.0

// joinTargets declares one zone for every run of marks and counts that stand closer
// than a finger can tell apart.
func (f *Figure) joinTargets(dst *scene.Scene, start float64) {
	u := f.unit()
	mid := f.laneMiddle()
	near := func(j int) bool {
		return f.piles[j].center-f.piles[j-1].center < f.targetHalf(j)+f.targetHalf(j-1)
	}
	// The run that reaches into the view begins before it.
	i := sort.Search(len(f.piles), func(i int) bool { return f.piles[i].center+start > f.drawn.P0-target*u })
	for i > 0 && i < len(f.piles) && near(i) {
		i--
	}
	for i = max(0, i-1); i < len(f.piles) && f.piles[i].center+start < f.drawn.P1+target*u; {
		j := i + 1
		for j < len(f.piles) && near(j) {
			j++
		}
		a, b := start+f.piles[i].center-f.targetHalf(i), start+f.piles[j-1].center+f.targetHalf(j-1)
		alone := j-i == 1 && f.piles[i].j-f.piles[i].i != 2
		if !alone && b > f.drawn.P0 && a < f.drawn.P1 {
			all := pile{i: f.piles[i].i, j: f.piles[j-1].j}
			area := f.rect(max(a, f.drawn.P0-target/2*u), min(b, f.drawn.P1+target/2*u), mid-target/2*u, mid+target/2*u)
			dst.Zones = append(dst.Zones, scene.Zone{Role: scene.RoleCrowd, ID: f.events[all.i].ev.ID, Members: f.pileMembers(&all),
				Area: area, At: area.Center()})
		}
		i = j
	}
}

// targetHalf is half of what a finger needs for a mark or a count.
func (f *Figure) targetHalf(i int) float64 {
	if p := &f.piles[i]; p.pill() {
		return max(target/2, f.half(p)/f.unit()+2) * f.unit()
	}
	return target / 2 * f.unit()
}

// drawMark draws one event's mark with its state: a ring where it is hovered or
// open, the focus ring where it has the keyboard.
func (f *Figure) drawMark(dst *scene.Scene, i int, across float64, v View) {
	m, t, u := &f.events[i], f.in.Theme, f.unit()
	at := f.pt(f.drawn.Px(m.at), across)
	size := m.size
	id := m.ev.ID
	hover := v.Hover == id
	if hover {
		size *= 1.25
	}
	if across != f.laneMiddle() {
		size *= 0.88
	}
	switch {
	case v.Focus == id:
		f.ring(dst, at, size/2+4*u, 2, t.Focus)
	case hover || v.Selected == id:
		f.ring(dst, at, size/2+3.5*u, 1.5, t.Ink)
	}
	f.drawShape(dst, m.ev.Kind, m.full, at, size, m.color)
	half := 12 * u
	area := scene.Rect{Min: scene.Point{X: at.X - half, Y: at.Y - half}, Max: scene.Point{X: at.X + half, Y: at.Y + half}}
	dst.Zones = append(dst.Zones, scene.Zone{Role: scene.RoleEvent, ID: id, Area: area, At: at, Label: m.title})
}

// ring draws a circle on a disc of the background.
func (f *Figure) ring(dst *scene.Scene, at scene.Point, r, width float64, c scene.Color) {
	f.path.Reset()
	f.path.Circle(at.X, at.Y, r+width/2)
	dst.Fill(&f.path, f.in.Theme.Background)
	f.path.Reset()
	f.path.Circle(at.X, at.Y, r)
	dst.Stroke(&f.path, scene.Pen{Width: width, Color: c})
}

// drawPile draws a group of three or more as a count, with a fine line from the
// first of its events to the last.
func (f *Figure) drawPile(dst *scene.Scene, p *pile, at float64, v View) {
	t, u := f.in.Theme, f.unit()
	mid, half := f.laneMiddle(), f.half(p)
	start := f.drawn.Px(f.whole.Start)
	if a, b := max(start+p.x0, f.drawn.P0), min(start+p.x1, f.drawn.P1); b > a {
		f.path.Reset()
		f.move(&f.path, a, mid)
		f.line(&f.path, b, mid)
		for _, e := range [2]float64{a, b} {
			f.move(&f.path, e, mid-3*u)
			f.line(&f.path, e, mid+3*u)
		}
		dst.Stroke(&f.path, scene.Pen{Width: 1, Color: t.Muted})
	}
	if at-half < f.drawn.P0-4*u || at+half > f.drawn.P1+4*u {
		return
	}
	r := f.rect(at-half, at+half, mid-10*u, mid+10*u)
	lit := false
	for k := p.i; k < p.j; k++ {
		id := f.events[k].ev.ID
		lit = lit || id == v.Selected || id == v.Hover || id == v.Focus
	}
	if lit {
		f.path.Reset()
		f.path.RoundRect(r.Grow(2*u), 12*u)
		dst.Stroke(&f.path, scene.Pen{Width: 1.5 * u, Color: t.Ink})
	}
	f.drawPill(dst, r, strconv.Itoa(p.j-p.i))
	dst.Zones = append(dst.Zones, scene.Zone{Role: scene.RolePile, ID: f.events[p.i].ev.ID, Members: f.pileMembers(p),
		Area: r.Grow(2 * u), At: r.Center(), Label: strconv.Itoa(p.j - p.i)})
}

// pileMembers lists the ids of a group, from one buffer for all groups of a frame.
func (f *Figure) pileMembers(p *pile) []string {
	if len(f.zoneIDs) != len(f.events) {
		f.zoneIDs = f.zoneIDs[:0]
		for i := range f.events {
			f.zoneIDs = append(f.zoneIDs, f.events[i].ev.ID)
		}
	}
	return f.zoneIDs[p.i:p.j:p.j]
}

// drawPill draws a rounded box with a number.
func (f *Figure) drawPill(dst *scene.Scene, r scene.Rect, n string) {
	t := f.in.Theme
	radius := min(r.W(), r.H()) / 2
	f.path.Reset()
	f.path.RoundRect(r, radius)
	dst.Fill(&f.path, t.Background)
	dst.Stroke(&f.path, scene.Pen{Width: 1.5, Color: t.Ink})
	st := typeset.Style{Weight: typeset.SemiBold, Size: max(12, 12*f.unit())}
	c := r.Center()
	f.in.Type.Draw(dst, n, st, scene.Point{X: c.X, Y: c.Y + st.Size*typeset.CapHeight/2}, typeset.Center, t.Ink)
}
