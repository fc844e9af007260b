package layout

import (
	"strings"

	"rentang/viz/lang"
	"rentang/viz/scene"
	"rentang/viz/story"
	"rentang/viz/typeset"
)

// foot is what stands below the figure: the key to the marks and, in a finished
// figure, the note, the sources and the licence.
type foot struct {
	items []keyItem
	note  block
	lines block // sources, licence, credits
	h     float64
	keyH  float64
}

// markItems lists the entries of the key to the marks that this story needs.
func (f *Figure) markItems() []keyItem {
	var items []keyItem
	t, l := f.in.Theme, f.in.Lang
	used := map[string]bool{}
	lesser, lasting := false, false
	for i := range f.events {
		m := &f.events[i]
		used[m.ev.Kind] = true
		lesser = lesser || !m.full
		lasting = lasting || m.lasting.Len() > 0
	}
	for _, k := range story.EventKinds() {
		if used[k] {
			items = append(items, keyItem{sign: signMark, kind: k, color: t.Marker(k), text: l.Kind(k), font: f.ramp.Key})
		}
	}
	add := func(show bool, sign keySign, key lang.Key, c scene.Color) {
		if show {
			items = append(items, keyItem{sign: sign, color: c, text: l.Word(key), font: f.ramp.Key, muted: true})
		}
	}
	if f.spare >= shortKey {
		return items
	}
	add(lesser, signOutline, lang.LegendLesser, t.Ink)
	add(lasting, signLasting, lang.LegendLasting, scene.Mix(t.Background, t.Ink, 0.42))
	add(len(f.events) > 2, signPile, lang.LegendPile, t.Ink)
	return items
}

// measureFoot sets the foot and returns its height.
func (f *Figure) measureFoot() float64 {
	ft, in, u := &f.foot, &f.in, f.unit()
	c := f.frame.content
	code := in.Lang.Code
	*ft = foot{}
	if f.spare < noMarkKey {
		ft.items = f.markItems()
		ft.keyH = f.flow(ft.items, c.Min.X, 0, c.W(), f.ramp.Key.Line+1*u)
	}
	ft.h = ft.keyH
	if ft.keyH > 0 && in.Still {
		ft.keyH += 4 * u // the note stands apart from the key
		ft.h = ft.keyH
	}
	if !in.Still {
		return ft.h + 2*u
	}
	small := style(f.ramp.Note, typeset.Regular)
	if f.spare < noNote {
		if s := in.Story.Note.In(code); s != "" {
			lines, _ := in.Type.Break(s, code, small, c.W(), 0)
			ft.note = f.newBlock(lines, f.ramp.Note, typeset.Regular)
			ft.h += ft.note.h + 3*u
		}
	}
	parts := []string{in.Story.SourceLine.In(code)}
	if in.Story.Licence != "" {
		parts = append(parts, in.Story.Licence)
	}
	text := strings.Join(parts, ". ")
	lines, _ := in.Type.Break(text, code, small, c.W(), 0)
	ft.lines = f.newBlock(lines, f.ramp.Note, typeset.Regular)
	ft.h += ft.lines.h
	return ft.h + 4*u
}

// drawFoot draws the key to the marks, the note and the sources.
func (f *Figure) drawFoot(dst *scene.Scene) {
	ft, t, u := &f.foot, f.in.Theme, f.unit()
	x, y := f.frame.content.Min.X, f.frame.foot+4*u
	for i := range ft.items {
		it := ft.items[i]
		it.at.Y += y
		f.drawKeyItem(dst, &it)
	}
	y += ft.keyH
	if len(ft.note.lines) > 0 {
		f.drawBlock(dst, ft.note, x, y, typeset.Left, t.Muted)
		y += ft.note.h + 3*u
	}
	f.drawBlock(dst, ft.lines, x, y, typeset.Left, t.Muted)
}
