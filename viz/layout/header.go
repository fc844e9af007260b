package layout

import (
	"strings"

	"rentang/viz/lang"
	"rentang/viz/scene"
	"rentang/viz/story"
	"rentang/viz/theme"
	"rentang/viz/typeset"
)

// header is what stands above the figure: title, subtitle and the key to the bands.
type header struct {
	title, subtitle block
	items           []keyItem
	desc            string
	y0, y1          float64 // top of the title, bottom of the key
	bar             scaleBar
	barRow          bool // portrait: the scale bar has a row of its own
}

// keySign is the little drawing before an entry of the key.
type keySign uint8

const (
	signFill keySign = iota
	signHatch
	signRange
	signUnknown
	signBar
	signMark
	signOutline
	signLasting
	signPile
	signNone
)

// keyItem is one entry of a key: a sign, its words and their place.
type keyItem struct {
	sign   keySign
	color  scene.Color
	kind   string // of a mark
	text   string
	font   theme.Font
	muted  bool
	bold   bool
	newRow bool        // begins a row
	at     scene.Point // upper left corner of its row
	w      float64
}

func (it *keyItem) weight() typeset.Weight {
	if it.bold {
		return typeset.SemiBold
	}
	return typeset.Regular
}

const (
	signWide = 14.0
	signGap  = 6.0
)

// itemGap is the distance between the entries of a key, in CSS pixels.
func (f *Figure) itemGap() float64 {
	if f.portrait {
		return 12 * f.unit()
	}
	return 18 * f.unit()
}

// keyItems lists the entries of the key to the bands that this story needs, with or
// without the remarks on kinds.
func (f *Figure) keyItems(remarks bool) []keyItem {
	var items []keyItem
	l, t := f.in.Lang, f.in.Theme
	hatched, ranged, unknown := false, false, false
	for _, st := range f.stacks {
		if !f.portrait && st.label != "" {
			arrow := "↑ "
			if st.side == story.Below {
				arrow = "↓ "
			}
			items = append(items, keyItem{sign: signNone, text: arrow + st.label, font: f.ramp.Legend, bold: true, muted: true, newRow: true})
		}
		for i := range st.kinds {
			k := &st.kinds[i]
			items = append(items, keyItem{sign: signFill, color: k.colors.Fill, text: f.kindWords(k, remarks), font: f.ramp.Legend})
			unknown = unknown || len(k.gaps) > 0
			for _, r := range k.rows {
				if r != nil {
					hatched = hatched || !r.Basis.Firm()
					ranged = ranged || r.High > r.Central
				}
			}
		}
	}
	add := func(show bool, sign keySign, key lang.Key, c scene.Color) {
		if show {
			items = append(items, keyItem{sign: sign, color: c, text: l.Word(key), font: f.ramp.Key, muted: true})
		}
	}
	add(hatched, signHatch, lang.LegendInterpolated, t.Muted)
	add(ranged, signRange, lang.LegendRange, t.FringeUpper[1])
	add(unknown, signUnknown, lang.LegendUnknown, t.Gap)
	if f.in.Mode == Sqrt && len(items) > 0 {
		items = append(items, keyItem{sign: signNone, text: l.Word(lang.LegendSqrt), font: f.ramp.Key, muted: true})
	}
	return items
}

// kindWords names a kind in the key, with the remark that a reader must not miss
// where a row has room for it.
func (f *Figure) kindWords(k *kindStack, remarks bool) string {
	if !remarks {
		return k.label
	}
	for _, r := range f.in.Story.Remarks {
		if r.Kind != k.id {
			continue
		}
		words := k.label + " (" + r.Text.In(f.in.Lang.Code) + ")"
		if open, ok := strings.CutSuffix(k.label, ")"); ok {
			words = open + ", " + r.Text.In(f.in.Lang.Code) + ")"
		}
		if (signWide+signGap)*f.unit()+f.in.Type.Width(words, style(f.ramp.Legend, typeset.Regular)) <= f.frame.content.W() {
			return words
		}
	}
	return k.label
}

// flow sets the entries in rows no wider than width from the given corner and
// returns the y below the last row. A row is line high.
func (f *Figure) flow(items []keyItem, x, y, width, line float64) float64 {
	u := f.unit()
	at := x
	for i := range items {
		it := &items[i]
		sign := (signWide + signGap) * u
		if it.sign == signNone {
			sign = 0
		}
		if it.sign == signPile {
			sign += 8 * u
		}
		it.w = sign + f.in.Type.Width(it.text, style(it.font, it.weight()))
		if at > x && (it.newRow || at+it.w > x+width) {
			at, y = x, y+line
		}
		it.at = scene.Point{X: at, Y: y}
		at += it.w + f.itemGap()
	}
	if len(items) == 0 {
		return y
	}
	return y + line
}

// keyBesideCard is the least height in CSS pixels of a picture that has room for a
// key above a figure with a card beside it.
const keyBesideCard = 500.0

// measureHeader sets the header and returns the y at which the figure begins.
func (f *Figure) measureHeader() float64 {
	in, h, u := &f.in, &f.header, f.unit()
	c := f.frame.content
	code := in.Lang.Code
	h.desc = in.Story.Subtitle.In(code) + ". " + in.Story.Note.In(code)
	y := c.Min.Y
	h.y0 = y
	width := c.W()
	if !f.portrait {
		width -= f.barRoom()
	}
	h.title = f.newBlock(in.Type.Balance(in.Story.Title.In(code), code, style(f.ramp.Title, typeset.SemiBold), width), f.ramp.Title, typeset.SemiBold)
	y += h.title.h + 2*u
	lines, _ := in.Type.Break(in.Story.Subtitle.In(code), code, style(f.ramp.Subtitle, typeset.Regular), width, 0)
	h.subtitle = f.newBlock(lines, f.ramp.Subtitle, typeset.Regular)
	y += h.subtitle.h + 5*u
	h.items = f.keyItems(true)
	if f.in.Card != "" && !f.portrait && f.in.Size.Y < keyBesideCard*u {
		h.items = nil // the card's words need the room more
		h.y1 = y
		return y + 2*u
	}
	line := f.ramp.Legend.Line
	if !f.portrait {
		line += 1 * u
	}
	if y > c.Min.Y+barMost*u+12*u {
		width = c.W() // the key begins below the scale bar
	}
	end := f.flow(h.items, c.Min.X, y, width, line)
	if plain := f.keyItems(false); !f.portrait {
		// The remarks stand beside the bands, too: the key has them where they cost no row.
		if e := f.flow(plain, c.Min.X, y, width, line); e < end {
			end, h.items = e, plain
		}
	}
	y = end
	h.y1 = y
	if h.barRow {
		y += line
	}
	return y + 6*u
}

// drawHeader draws title, subtitle, key and scale bar.
func (f *Figure) drawHeader(dst *scene.Scene) {
	h, t := &f.header, f.in.Theme
	x := f.frame.content.Min.X
	f.drawBlock(dst, h.title, x, h.y0, typeset.Left, t.Ink)
	f.drawBlock(dst, h.subtitle, x, h.y0+h.title.h+2*f.unit(), typeset.Left, t.Muted)
	for i := range h.items {
		f.drawKeyItem(dst, &h.items[i])
	}
	f.drawScaleBar(dst)
}
