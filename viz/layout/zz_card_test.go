package layout

import (
	"fmt"
	"testing"

	mapfile "rentang/assets"
	"rentang/viz/locator"
)

func TestZZCards(t *testing.T) {
	land, err := locator.Parse(mapfile.Map())
	if err != nil {
		t.Fatal(err)
	}
	for _, size := range [][2]float64{{960, 504}, {1200, 630}, {675, 675}, {480, 853}, {540, 960}, {640, 450}, {1422, 800}, {1122, 794}, {1600, 900}} {
		for _, code := range []string{"en", "id", "ko", "ru"} {
			in := input(t, code, "light", size[0], size[1])
			in.Land, in.Still = land, true
			over, below, beside, none, small := 0, 0, 0, 0, 0
			worst, sumW := 0.0, 0.0
			minPlot := 1e9
			for _, e := range in.Story.Events {
				in.Card = e.ID
				f := New(in)
				k := f.card
				u := f.unit()
				if o := cardPadY*u + k.height(u) - k.area.H() + 8; o > 0 {
					over++
					worst = max(worst, o)
				}
				sumW += k.area.W()
				if f.portrait {
					minPlot = min(minPlot, f.frame.plot.H())
				} else {
					minPlot = min(minPlot, f.frame.plot.W())
				}
				if k.text.font != f.ramp.CardText {
					small++
				}
				switch {
				case k.locator == nil:
					none++
				case k.locator.beside:
					beside++
				default:
					below++
				}
			}
			fmt.Println(size, code, "over", over, worst, "below", below, "beside", beside, "none", none, "small", small, "meanW", sumW/83, "plot", minPlot)
		}
	}
}
