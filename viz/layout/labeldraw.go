package layout

import (
	"slices"

	"rentang/viz/scene"
	"rentang/viz/story"
)

// drawLabels draws the labels of the view's level; while the level changes, what
// only the old one shows fades out first, then what only the new one shows fades in.
func (f *Figure) drawLabels(dst *scene.Scene, v View) {
	level := f.Level(v.Span)
	now := f.solution(level)
	if v.Fade >= 1 || v.From == level || v.From < 0 {
		for i := range now.list {
			f.drawLabel(dst, &now.list[i], 1, v)
		}
		return
	}
	old := f.solution(v.From)
	for i := range old.list {
		if same(now, &old.list[i]) {
			f.drawLabel(dst, &old.list[i], 1, v)
		} else if v.Fade < 0.5 {
			f.drawLabel(dst, &old.list[i], 1-2*v.Fade, v)
		}
	}
	for i := range now.list {
		if !same(old, &now.list[i]) && v.Fade > 0.5 {
			f.drawLabel(dst, &now.list[i], 2*v.Fade-1, v)
		}
	}
}

// same reports whether a solution has the label in the same place with the same words.
func same(s *labels, l *label) bool {
	lo, hi := 0, len(s.list)
	for lo < hi {
		if m := (lo + hi) / 2; s.list[m].ev < l.ev {
			lo = m + 1
		} else {
			hi = m
		}
	}
	if lo == len(s.list) || s.list[lo].ev != l.ev {
		return false
	}
	o := &s.list[lo]
	return o.above == l.above && o.left == l.left && o.row == l.row && o.date == l.date &&
		slices.Equal(o.lines, l.lines) && o.extra == l.extra && o.shift == l.shift && o.plate == l.plate
}

// overhang is how far, in CSS pixels, a label's text may stand over the edge of the
// plot at full strength, and where it has faded: before the edge of the picture.
func (f *Figure) overhang() (full, none float64) {
	left, right, _, _ := f.margins()
	none = min(left, right) - 4
	return min(8*f.unit(), none/2), none
}

// drawLabel draws a label and its leader, weaker as its text runs over the edge of
// the plot; a text that would be cut is not drawn at all.
func (f *Figure) drawLabel(dst *scene.Scene, l *label, strength float64, v View) {
	m := &f.events[l.ev]
	if m.at > f.until {
		return
	}
	sc, u := f.drawn, f.unit()
	at := sc.Px(m.at)
	if at < sc.P0-0.5 || at > sc.P1+0.5 {
		return
	}
	if f.portrait {
		f.drawLabelPortrait(dst, l, at, strength, v)
		return
	}
	x := snap(at)
	tx := x + leaderGap*u
	a, b := tx, tx+l.w
	if l.left {
		tx = x - leaderGap*u
		a, b = tx-l.w, tx
	}
	full, none := f.overhang()
	if over := max(sc.P0-a, b-sc.P1); over > full {
		strength *= 1 - (over-full)/(none-full)
	}
	if strength <= 0.02 {
		return
	}
	pitch := f.pitch()
	top := f.lane1 + rowsFrom*u + float64(l.row)*pitch
	end := top + float64(l.rows())*pitch - pitch*0.22
	lane := f.lane1
	if l.above {
		lane = f.lane0
		top = f.lane0 - rowsFrom*u - float64(l.bottom()+1)*pitch
		end = top + pitch*0.18
	}
	f.drawLeader(dst, l, x, lane, end, strength, v)
	if l.plate {
		f.path.Reset()
		f.path.Rect(scene.Rect{Min: scene.Point{X: a - 3*u, Y: top}, Max: scene.Point{X: b + 3*u, Y: top + float64(l.rows())*pitch}})
		dst.Fill(&f.path, f.in.Theme.Background)
	}
	f.drawLabelText(dst, l, tx, top, strength)
	dst.Zones = append(dst.Zones, scene.Zone{Role: scene.RoleEvent, ID: m.ev.ID, Label: m.title,
		Area: scene.Rect{Min: scene.Point{X: a - 2, Y: top}, Max: scene.Point{X: b + 2, Y: top + float64(l.rows())*pitch}},
		At:   scene.Point{X: at, Y: f.laneMiddle()}})
}

// drawLeader draws the vertical from the lane to a label; over a band it takes the
// background's colour.
func (f *Figure) drawLeader(dst *scene.Scene, l *label, x, lane, end, strength float64, v View) {
	t := f.in.Theme
	c := t.Leader
	if f.events[l.ev].ev.Importance >= 5 {
		c = t.Muted
	}
	if id := f.events[l.ev].ev.ID; id == v.Hover || id == v.Selected {
		c = t.Ink
	}
	c = scene.Mix(t.Background, c, strength)
	from := lane
	if reach := f.bandReach(l.above, x); reach > 1 {
		from = f.side(l.above, reach)
		if (end-from)*(end-lane) < 0 {
			from = end
		}
		f.path.Reset()
		f.path.MoveTo(x, lane)
		f.path.LineTo(x, from)
		dst.Stroke(&f.path, scene.Pen{Width: 1, Color: t.Separator})
	}
	f.path.Reset()
	f.path.MoveTo(x, from)
	f.path.LineTo(x, end)
	dst.Stroke(&f.path, scene.Pen{Width: 1, Color: c})
}

// bandReach is how far the drawn bands reach from the lane at a pixel along time.
func (f *Figure) bandReach(above bool, p float64) float64 {
	reach := 0.0
	for i, st := range f.stacks {
		if (st.side == story.Above) == above && len(st.kinds) > 0 {
			s := &f.samp[i]
			reach = max(reach, s.between(s.edge[len(st.kinds)-1], p))
		}
	}
	return reach
}
