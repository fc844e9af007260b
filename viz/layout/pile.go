package layout

import (
	"strconv"

	"rentang/viz/scene"
	"rentang/viz/typeset"
)

// pile is a group of marks that stand too close to be told apart: one mark alone,
// two side by side across the lane, or a count.
type pile struct {
	i, j   int     // the events
	a, b   float64 // extent along time, CSS pixels
	pill   bool
	center float64
}

// nearest is the distance in CSS pixels under which marks form a group.
const nearest = 7.0

// findPiles groups the marks of the view. The groups depend on the scale alone, not
// on where the view stands: every group begins at the same event while it pans.
func (f *Figure) findPiles() {
	sc, u := f.drawn, f.unit()
	f.piles = f.piles[:0]
	i, j := f.visible(sc, 400*u)
	for k := i; k < j; k++ {
		m := &f.events[k]
		if m.at > f.until {
			break
		}
		x := sc.Px(m.at)
		p := pile{i: k, j: k + 1, center: x}
		if n := len(f.piles); n > 0 {
			last := &f.piles[n-1]
			if x-sc.Px(f.events[last.j-1].at) < nearest*u {
				last.j = k + 1
				f.shapePile(last)
				f.mergePiles()
				continue
			}
		}
		f.shapePile(&p)
		f.piles = append(f.piles, p)
		f.mergePiles()
	}
}

// shapePile gives a group its extent.
func (f *Figure) shapePile(p *pile) {
	u := f.unit()
	x0, x1 := f.drawn.Px(f.events[p.i].at), f.drawn.Px(f.events[p.j-1].at)
	p.center = (x0 + x1) / 2
	p.pill = p.j-p.i > 2
	half := (x1-x0)/2 + 5*u
	if p.pill {
		half = max(half, f.pillHalf(p.j-p.i))
	}
	p.a, p.b = p.center-half, p.center+half
	if p.pill { // a pill stays inside the lane
		if over := f.drawn.Px(f.whole.Start) - p.a; over > 0 {
			p.a, p.b, p.center = p.a+over, p.b+over, p.center+over
		}
		if over := p.b - f.drawn.Px(f.whole.End); over > 0 {
			p.a, p.b, p.center = p.a-over, p.b-over, p.center-over
		}
	}
}

// pillHalf is half the least length of a pill with a count.
func (f *Figure) pillHalf(n int) float64 {
	if f.portrait {
		return 9.5 * f.unit()
	}
	if n > 99 {
		return 17 * f.unit()
	}
	return 12.5 * f.unit()
}

// mergePiles joins the last group with those before it that it would cover.
func (f *Figure) mergePiles() {
	for n := len(f.piles); n > 1; n-- {
		last, before := &f.piles[n-1], &f.piles[n-2]
		if last.a >= before.b-2*f.unit() || (!last.pill && !before.pill) {
			return
		}
		before.j = last.j
		f.shapePile(before)
		f.piles = f.piles[:n-1]
	}
}

// drawMarks draws the marks and counts of the lane and declares their zones.
func (f *Figure) drawMarks(dst *scene.Scene, v View) {
	f.findPiles()
	mid, u := f.laneMiddle(), f.unit()
	for k := range f.piles {
		p := &f.piles[k]
		if p.pill && !f.clampPile(p) {
			continue
		}
		if p.center < f.drawn.P0-2*u || p.center > f.drawn.P1+2*u {
			continue
		}
		switch {
		case p.pill:
			f.drawPile(dst, p, v)
		case p.j-p.i == 2:
			d := 5.75 * u
			f.drawMark(dst, p.i, mid-d, v)
			f.drawMark(dst, p.i+1, mid+d, v)
		default:
			f.drawMark(dst, p.i, mid, v)
		}
	}
}

// clampPile cuts a pill to the part of the lane in view; it reports false when what
// is left cannot hold the count.
func (f *Figure) clampPile(p *pile) bool {
	u := f.unit()
	a, b := max(p.a, f.drawn.P0-4*u), min(p.b, f.drawn.P1+4*u)
	if b-a < 2*f.pillHalf(p.j-p.i)-0.5 {
		return false
	}
	p.a, p.b, p.center = a, b, (a+b)/2
	return true
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

// drawPile draws a group of three or more as a pill with their number.
func (f *Figure) drawPile(dst *scene.Scene, p *pile, v View) {
	u := f.unit()
	mid := f.laneMiddle()
	c := 10 * u
	r := f.rect(p.a, p.b, mid-c, mid+c)
	n := p.j - p.i
	lit := false
	for k := p.i; k < p.j; k++ {
		id := f.events[k].ev.ID
		lit = lit || id == v.Selected || id == v.Hover || id == v.Focus
	}
	if lit {
		f.path.Reset()
		f.path.RoundRect(r.Grow(2*u), 12*u)
		dst.Stroke(&f.path, scene.Pen{Width: 1.5 * u, Color: f.in.Theme.Ink})
	}
	f.drawPill(dst, r, strconv.Itoa(n))
	dst.Zones = append(dst.Zones, scene.Zone{Role: scene.RolePile, ID: f.events[p.i].ev.ID, Members: f.pileMembers(p),
		Area: r.Grow(2 * u), At: r.Center(), Label: strconv.Itoa(n)})
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
