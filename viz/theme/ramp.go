package theme

import "math"

// Font is a size and line height in CSS pixels.
type Font struct{ Size, Line float64 }

// Ramp is the type ramp at one width of the picture. Title, band names, the
// labels of importance 5, card titles and the counter are set in weight 600, all
// else in 400.
type Ramp struct {
	Title, Subtitle, Legend, Key, Label, Year, Axis, Strip, CardTitle, CardText, Credit, Note, Counter Font
}

// stop is a font at one width of the picture.
type stop struct{ width, size, line float64 }

// Widths between which the ramp is tabled. Narrower pictures take the first
// column; wider ones grow in proportion, as stills of 3840 do.
const (
	narrowest = 320
	widest    = 1920
)

// RampAt interpolates the ramp for a picture of the given width in CSS pixels;
// nothing is below 12. Beyond 1920 everything grows in proportion to the width.
func RampAt(width float64) Ramp {
	if !(width >= narrowest) { // also NaN
		width = narrowest
	}
	if math.IsInf(width, 1) {
		width = widest
	}
	return Ramp{
		Title:     at(width, stop{320, 19, 24}, stop{360, 20, 25}, stop{390, 22, 28}, stop{450, 23, 29}, stop{800, 26, 32}, stop{1200, 29, 36}, stop{1920, 42, 50}),
		Subtitle:  at(width, stop{320, 13, 18}, stop{450, 14, 19}, stop{800, 15, 21}, stop{1200, 15, 21}, stop{1920, 20, 27}),
		Legend:    at(width, stop{320, 13, 18}, stop{450, 13, 18}, stop{800, 13, 19}, stop{1200, 13, 19}, stop{1920, 17, 24}),
		Key:       at(width, stop{320, 12.5, 17}, stop{1200, 12.5, 17}, stop{1920, 16, 22}),
		Label:     at(width, stop{320, 13, 15.8}, stop{450, 13, 16.5}, stop{800, 13, 17.6}, stop{1200, 13, 17.6}, stop{1920, 17, 23}),
		Year:      at(width, stop{320, 12, 15.8}, stop{450, 12, 16.5}, stop{800, 12, 17.6}, stop{1200, 12, 17.6}, stop{1920, 15, 23}),
		Axis:      at(width, stop{320, 12, 16}, stop{450, 12, 16}, stop{800, 13, 16}, stop{1200, 13, 16}, stop{1920, 16, 20}),
		Strip:     at(width, stop{320, 12, 16}, stop{1200, 12, 16}, stop{1920, 15, 19}),
		CardTitle: at(width, stop{320, 18, 24}, stop{800, 18, 24}, stop{1200, 20, 26}, stop{1920, 24, 31}),
		CardText:  at(width, stop{320, 15, 22.5}, stop{800, 15, 22.5}, stop{1200, 16, 24}, stop{1920, 19, 28}),
		Credit:    at(width, stop{320, 13, 19}, stop{1200, 13, 19}, stop{1920, 15, 22}),
		Note:      at(width, stop{320, 12, 16}, stop{1200, 12, 16}, stop{1920, 15, 20}),
		Counter:   at(width, stop{320, 40, 44}, stop{450, 48, 52}, stop{800, 64, 70}, stop{1200, 80, 88}, stop{1920, 120, 132}),
	}
}

// at interpolates linearly between stops, which run from narrowest to widest.
func at(width float64, stops ...stop) Font {
	last := stops[len(stops)-1]
	if width >= last.width {
		k := width / last.width
		return Font{last.size * k, last.line * k}
	}
	for i := 1; ; i++ {
		if b := stops[i]; width <= b.width {
			a := stops[i-1]
			t := (width - a.width) / (b.width - a.width)
			return Font{a.size + t*(b.size-a.size), a.line + t*(b.line-a.line)}
		}
	}
}

// koreanLabelLine is the least line height of labels in Hangul: syllables fill
// their square and touch on the 15.8 px of the narrowest column.
const koreanLabelLine = 16.5

// For returns the ramp for a language (a BCP 47 tag): Korean labels get more
// room between lines on narrow pictures.
func (r Ramp) For(lang string) Ramp {
	if lang == "ko" {
		r.Label.Line = max(r.Label.Line, koreanLabelLine)
		r.Year.Line = max(r.Year.Line, koreanLabelLine)
	}
	return r
}

// MarkScale is how much larger than MarkSize marks are drawn on a picture of the
// given width: they grow with the labels, which are 13 px up to 1200.
func MarkScale(width float64) float64 { return RampAt(width).Label.Size / 13 }
