package layout

import (
	"math"
	"sort"
	"strings"

	"rentang/viz/scene"
	"rentang/viz/story"
	"rentang/viz/typeset"
)

// column is one side of the lane in portrait: labels in order of date, each as near
// to its event as the others allow.
type column struct {
	f *Figure
	stretch
	left  bool
	close bool // close by: labels carry dates and may lie on plates
	prof  *profile
	width float64 // of the text
	list  []label
	want  []float64 // scratch
	half  []float64
}

// How far a label may stand from its event, in CSS pixels.
const (
	farthest      = 64.0
	farthestTop   = 130.0 // the most important events
	farthestClose = 36.0  // close by, where a plate can take it nearer
	columnGap     = 3.0   // between labels
	plateGap      = 26.0  // between two plates: the band they lie on must be seen
	leastColumn   = 92.0  // narrower columns carry no labels
	leftTextEdge  = 4.0
)

// solvePortrait places the labels of a stretch: to the right of the lane where the
// bands leave room, else to the left of it.
func (f *Figure) solvePortrait(part stretch, out *labels) {
	u := f.unit()
	right := &column{f: f, stretch: part, close: out.detail >= withDate, prof: f.profileOf(story.Below, qHigh), width: f.frame.labels1 - f.frame.labels0}
	left := &column{f: f, stretch: part, left: true, close: out.detail >= withDate, prof: f.profileOf(story.Above, qHigh), width: f.lane0 - f.frame.axis - 24*u}
	order := f.candidates(part)
	for _, ev := range order {
		if right.try(ev, out.detail, false) || left.width >= leastColumn*u && left.try(ev, out.detail, false) {
			continue
		}
		// Close by, a band may fill the column: the label then lies on it, on a plate.
		if out.detail >= withDate {
			right.try(ev, out.detail, true)
		}
	}
	out.list = append(out.list, right.list...)
	out.list = append(out.list, left.list...)
	sort.SliceStable(out.list, func(i, j int) bool { return out.list[i].ev < out.list[j].ev })
}

// compose sets an event's label for the column: at most three lines.
func (c *column) compose(ev int, d detail) (label, bool) {
	f := c.f
	l := f.compose(ev, min(d, withDate), 0)
	st := style(f.ramp.Label, l.weight)
	m := &f.events[ev]
	if d >= withDate { // the date has a line of its own
		l.date = f.in.Lang.DateShort(m.ev.When.From)
		l.dateW = 0
	}
	w := c.width - l.dateW
	if !f.wordsFit(m.title, st, w) { // the title hangs under the year, where it has the whole column
		l.dateW, w = 0, c.width
		if !f.wordsFit(m.title, st, w) {
			return l, false
		}
	}
	lines, cut := f.in.Type.Break(m.title, f.in.Lang.Code, st, w, 3)
	if cut {
		return l, false
	}
	l.lines, l.left, l.above = lines, c.left, c.left
	l.w = 0
	for _, s := range lines {
		l.w = max(l.w, f.in.Type.Width(s, st))
	}
	l.w += l.dateW
	if l.dateW == 0 {
		l.w = max(l.w, f.in.Type.Width(l.date, style(f.ramp.Year, typeset.Regular)))
	}
	return l, true
}

// wordsFit reports whether no word of a title is wider than width: none is ever
// broken inside.
func (f *Figure) wordsFit(title string, st typeset.Style, width float64) bool {
	for _, w := range strings.Fields(title) {
		if f.in.Type.Width(w, st) > width {
			return false
		}
	}
	return true
}

// height of a label's block.
func (c *column) height(l *label) float64 {
	n := len(l.lines)
	if l.dateW == 0 {
		n++
	}
	return float64(n) * c.f.ramp.Label.Line
}

// try adds an event to the column when every label then stays near its event,
// inside the column and off the bands.
func (c *column) try(ev int, d detail, plate bool) bool {
	l, ok := c.compose(ev, d)
	if !ok {
		return false
	}
	l.plate = plate
	l.px = c.sc.Px(c.f.events[ev].at)
	at := sort.Search(len(c.list), func(k int) bool { return c.list[k].ev > ev })
	before := append([]label(nil), c.list...)
	c.list = append(c.list, label{})
	copy(c.list[at+1:], c.list[at:])
	c.list[at] = l
	if c.settle(at) {
		return true
	}
	c.list = before
	return false
}

// settle finds the positions of the labels around index at: least squares with
// minimum distances in a given order, solved exactly by pooling adjacent violators
// (Barlow et al., "Statistical inference under order restrictions", 1972). Labels
// beyond a free stretch are not touched.
func (c *column) settle(at int) bool {
	f, u := c.f, c.f.unit()
	n := len(c.list)
	reach := 3 * farthestTop * u
	i, j := at, at+1
	for i > 0 && c.list[at].px-c.list[i-1].px < reach {
		i--
	}
	for j < n && c.list[j].px-c.list[at].px < reach {
		j++
	}
	lo, hi := c.p0, c.p1
	if i > 0 {
		p := &c.list[i-1]
		lo = p.px + p.shift + c.height(p)/2 + columnGap*u
	}
	if j < n {
		p := &c.list[j]
		hi = p.px + p.shift - c.height(p)/2 - columnGap*u
	}
	c.want, c.half = c.want[:0], c.half[:0]
	for k := i; k < j; k++ {
		c.want = append(c.want, c.anchor(&c.list[k]))
		half := c.height(&c.list[k])/2 + columnGap*u/2
		if c.list[k].plate {
			half += plateGap / 2 * u
		}
		c.half = append(c.half, half)
	}
	pos := spreadOut(c.want, c.half, lo, hi)
	if pos == nil {
		return false
	}
	for k := i; k < j; k++ {
		l := &c.list[k]
		l.shift = pos[k-i] - l.px
		most := farthest * u
		if f.events[l.ev].ev.Importance >= 5 {
			most = farthestTop * u
		}
		if c.close && !l.plate {
			most = farthestClose * u
		}
		if math.Abs(l.shift) > most || !c.clear(l) {
			return false
		}
	}
	return true
}

// anchor is where a label would stand: at its event, or beside the nearest end of
// a stretch in which the bands leave no room.
func (c *column) anchor(l *label) float64 {
	u := c.f.unit()
	h := c.height(l) / 2
	if c.free(l, l.px-h, l.px+h) {
		return l.px
	}
	for d := 2 * u; d <= farthestTop*u; d += 2 * u {
		if c.free(l, l.px-d-h, l.px-d+h) {
			return l.px - d
		}
		if c.free(l, l.px+d-h, l.px+d+h) {
			return l.px + d
		}
	}
	return l.px
}

// clear reports whether a label's block stands off the bands.
func (c *column) clear(l *label) bool {
	h := c.height(l) / 2
	m := l.px + l.shift
	return c.free(l, m-h, m+h)
}

// free reports whether the bands leave the label's width free between two pixels.
func (c *column) free(l *label, a, b float64) bool {
	f, u := c.f, c.f.unit()
	if a < c.p0-1 || b > c.p1+1 {
		return false
	}
	if l.plate {
		return true
	}
	reach := c.prof.most(c.sc.At(a-2), c.sc.At(b+2))
	if c.left {
		return reach+14*u+l.w+leftTextEdge*u <= f.lane0-f.frame.axis-4*u
	}
	return f.lane1+reach+4*u <= f.frame.labels0
}

// spreadOut returns positions nearest to want, in order, at least half[i]+half[i+1]
// apart, within lo and hi; nil where they do not fit.
func spreadOut(want, half []float64, lo, hi float64) []float64 {
	n := len(want)
	off := make([]float64, n) // distance of i from the first when packed
	for i := 1; i < n; i++ {
		off[i] = off[i-1] + half[i-1] + half[i]
	}
	if n == 0 {
		return want
	}
	if lo+half[0]+off[n-1]+half[n-1] > hi+1e-6 {
		return nil
	}
	type pool struct {
		sum   float64
		count int
	}
	var pools []pool
	for i := range want {
		pools = append(pools, pool{want[i] - off[i], 1})
		for k := len(pools) - 1; k > 0; k-- {
			a, b := pools[k-1], pools[k]
			if a.sum/float64(a.count) <= b.sum/float64(b.count) {
				break
			}
			pools[k-1] = pool{a.sum + b.sum, a.count + b.count}
			pools = pools[:k]
		}
	}
	out := make([]float64, 0, n)
	first, last := lo+half[0], hi-half[n-1]-off[n-1]
	for _, p := range pools {
		v := min(last, max(first, p.sum/float64(p.count)))
		for range p.count {
			out = append(out, v+off[len(out)])
		}
	}
	return out
}

// drawLabelPortrait draws a label of the column and its leader: out of the lane,
// across the channel, into the text. Leaders between two parallel lines in the same
// order cannot cross.
func (f *Figure) drawLabelPortrait(dst *scene.Scene, l *label, at, strength float64, v View) {
	m, t, u := &f.events[l.ev], f.in.Theme, f.unit()
	c := column{f: f}
	h := c.height(l)
	mid := at + l.shift
	// Beyond the plot stand the names of the directions: a label fades at once.
	if over := max(f.drawn.P0-(mid-h/2), mid+h/2-f.drawn.P1); over > 0.5 {
		strength *= 1 - over/(3*u)
	}
	if strength <= 0.02 {
		return
	}
	col := t.Leader
	if m.ev.Importance >= 5 {
		col = t.Muted
	}
	if id := m.ev.ID; id == v.Hover || id == v.Selected {
		col = t.Ink
	}
	top := mid - h/2
	first := top + f.ramp.Label.Line/2
	x0, x1, x2, x3 := f.lane1, f.lane1+4*u, f.frame.labels0-6*u, f.frame.labels0-3*u
	tx := f.frame.labels0
	if l.left {
		reach := f.bandReach(true, at)
		x0 = f.lane0 - reach
		x1, x2, x3 = x0-1*u, f.lane0-reach-8*u, f.lane0-reach-10*u
		tx = x3 - 3*u
	}
	f.path.Reset()
	f.path.MoveTo(x0, at)
	f.path.LineTo(x1, at)
	f.path.LineTo(x2, first)
	f.path.LineTo(x3, first)
	a, b := tx, tx+l.w
	if l.left {
		a, b = tx-l.w, tx
	}
	if f.bandReach(false, at) > 3*u || l.plate { // over a band the line has a border of the ground
		dst.Stroke(&f.path, scene.Pen{Width: 3, Color: t.Background})
	}
	dst.Stroke(&f.path, scene.Pen{Width: 1, Color: scene.Mix(t.Background, col, strength)})
	if l.plate {
		f.path.Reset()
		f.path.Rect(scene.R(a-3*u, top, b-a+6*u, h))
		dst.Fill(&f.path, t.Background)
	}
	f.drawColumnText(dst, l, tx, top, strength)
	dst.Zones = append(dst.Zones, scene.Zone{Role: scene.RoleEvent, ID: m.ev.ID, Label: m.title,
		Area: scene.Rect{Min: scene.Point{X: a, Y: top}, Max: scene.Point{X: b, Y: top + h}},
		At:   scene.Point{X: f.laneMiddle(), Y: at}})
}

// drawColumnText sets the words of a label in the column: the date beside the first
// line, or on a line of its own.
func (f *Figure) drawColumnText(dst *scene.Scene, l *label, x, top, strength float64) {
	if l.dateW > 0 {
		f.drawLabelText(dst, l, x, top, strength)
		return
	}
	t, ts := f.in.Theme, f.in.Type
	align := typeset.Left
	if l.left {
		align = typeset.Right
	}
	y := baseline(top, f.ramp.Label)
	ts.Draw(dst, l.date, style(f.ramp.Year, typeset.Regular), scene.Point{X: x, Y: y}, align, scene.Mix(t.Background, t.Muted, strength))
	for i, s := range l.lines {
		ts.Draw(dst, s, style(f.ramp.Label, l.weight), scene.Point{X: x, Y: y + float64(i+1)*f.ramp.Label.Line}, align, scene.Mix(t.Background, t.Ink, strength))
	}
}
