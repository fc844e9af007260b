package layout

import (
	"strings"

	"rentang/viz/scene"
	"rentang/viz/typeset"
)

// label is the text of one event at one level: where it stands relative to its
// event never depends on where the view stands.
type label struct {
	ev     int
	above  bool     // in the field above the lane (portrait: left of it)
	left   bool     // the text ends at its leader instead of beginning there
	row    int      // landscape: the row nearest the lane that it takes, 0 at the lane
	shift  float64  // portrait: its middle lies so many CSS pixels after its event
	plate  bool     // portrait: lies on a band, on a ground of its own
	date   string   // set in muted before the first line
	dateW  float64  // with the gap after it
	lines  []string // the title
	extra  string   // the caption's first line, under the title
	w      float64  // of the whole block
	weight typeset.Weight
	x, px  float64 // scratch of the placer: the event on the level's axis
}

// rows is how many rows the block takes.
func (l *label) rows() int {
	n := len(l.lines)
	if l.extra != "" {
		n++
	}
	return n
}

// bottom is the row farthest from the lane.
func (l *label) bottom() int { return l.row + l.rows() - 1 }

// labels is the solution of one level.
type labels struct {
	detail detail
	list   []label // in order of time
	names  []bandName
}

const (
	leaderGap = 5.0  // between a leader and its text
	textGap   = 10.0 // between a text and the next text or leader
	rowsFrom  = 7.0  // from the lane to the first row
	dateGap   = 6.0
	captionW  = 300.0 // the longest first line of a caption
)

// pitch is the distance from row to row.
func (f *Figure) pitch() float64 { return f.ramp.Label.Line + 0.8*f.unit() }

// shortTitle as a width asks compose for the short title on one line.
const shortTitle = -1

// composed keys the words of a label, which are the same at every level that asks
// for them.
type composed struct {
	ev    int
	d     detail
	width float64
}

// compose sets the words of an event's label for a detail, the title in lines of at
// most width; 0 asks for one line, shortTitle for the short title.
func (f *Figure) compose(ev int, d detail, width float64) label {
	key := composed{ev, d, width}
	l, ok := f.words[key]
	if !ok {
		l = f.setWords(ev, d, width)
		f.words[key] = l
	}
	return l
}

func (f *Figure) setWords(ev int, d detail, width float64) label {
	m := &f.events[ev]
	u := f.unit()
	l := label{ev: ev, date: m.year}
	if d >= withDate {
		l.date = f.in.Lang.DateShort(m.ev.When.From)
	}
	if m.ev.Importance >= 5 {
		l.weight = typeset.SemiBold
	}
	ts := f.in.Type
	l.dateW = ts.Width(l.date, style(f.ramp.Year, typeset.Regular)) + dateGap*u
	st := style(f.ramp.Label, l.weight)
	switch width {
	case 0:
		l.lines = []string{m.title}
	case shortTitle:
		l.lines = []string{m.short}
	default:
		l.lines, _ = ts.Break(m.title, f.in.Lang.Code, st, width, 0)
	}
	for _, s := range l.lines {
		l.w = max(l.w, ts.Width(s, st))
	}
	if d == withCaption {
		l.extra = f.captionLine(m.ev.Caption.In(f.in.Lang.Code), max(l.w, captionW*u))
		if l.extra != "" {
			l.w = max(l.w, ts.Width(l.extra, style(f.ramp.Year, typeset.Regular)))
		}
	}
	l.w += l.dateW
	return l
}

// captionLine is as much of a caption as one line holds.
func (f *Figure) captionLine(caption string, width float64) string {
	caption = strings.TrimSpace(caption)
	// Breaking costs by the length of the text, of which one line is wanted: no
	// letter of the family is narrower than a fifth of its size.
	most := int(width/(f.ramp.Year.Size*0.2)) + 1
	for i := range caption {
		if most--; most == 0 {
			caption = caption[:i]
			break
		}
	}
	if caption == "" {
		return ""
	}
	lines, _ := f.in.Type.Break(caption, f.in.Lang.Code, style(f.ramp.Year, typeset.Regular), width, 1)
	if len(lines) == 0 {
		return ""
	}
	return lines[0]
}

// drawLabelText sets the words of a label at full or partial strength. x is the
// edge at the leader, top the top of the block.
func (f *Figure) drawLabelText(dst *scene.Scene, l *label, x, top, strength float64) {
	t := f.in.Theme
	ink := scene.Mix(t.Background, t.Ink, strength)
	muted := scene.Mix(t.Background, t.Muted, strength)
	ts := f.in.Type
	st, yearSt := style(f.ramp.Label, l.weight), style(f.ramp.Year, typeset.Regular)
	pitch := f.pitch()
	if f.portrait {
		pitch = f.ramp.Label.Line
	}
	y := baseline(top, f.ramp.Label)
	for i, s := range l.lines {
		at := scene.Point{X: x, Y: y + float64(i)*pitch}
		if l.left {
			ts.Draw(dst, s, st, at, typeset.Right, ink)
			if i == 0 {
				at.X -= ts.Width(s, st) + dateGap*f.unit()
				ts.Draw(dst, l.date, yearSt, at, typeset.Right, muted)
			}
			continue
		}
		if i == 0 {
			ts.Draw(dst, l.date, yearSt, at, typeset.Left, muted)
		}
		at.X += l.dateW
		ts.Draw(dst, s, st, at, typeset.Left, ink)
	}
	if l.extra == "" {
		return
	}
	at := scene.Point{X: x, Y: y + float64(len(l.lines))*pitch}
	if l.left {
		ts.Draw(dst, l.extra, yearSt, at, typeset.Right, muted)
		return
	}
	at.X += l.dateW
	ts.Draw(dst, l.extra, yearSt, at, typeset.Left, muted)
}
