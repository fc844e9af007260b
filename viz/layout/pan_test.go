package layout

import (
	"math"
	"testing"

	"rentang/viz/scene"
	"rentang/viz/timescale"
)

// While a view pans, a label keeps its place relative to its event: it may fade out
// at an edge, but it never changes its row or side.
func TestPanKeepsLabels(t *testing.T) {
	for _, code := range []string{"en", "ru"} {
		for _, size := range []scene.Point{{X: 1200, Y: 675}, {X: 375, Y: 712}} {
			f := New(input(t, code, "light", size.X, size.Y))
			var dst scene.Scene
			changes, seen := 0, 0
			for _, years := range []float64{40, 20, 8, 3, 0.7} {
				length := years * year
				step := length / 400 // three pixels of 1200
				places := map[string]scene.Point{}
				for i := range 600 {
					at := f.Whole().Start + float64(i)*step
					if years == 0.7 {
						at += 28000 // the crowded end of the story
					}
					f.Draw(View{Span: timescale.Span{Start: at, End: at + length}, Grow: 1, Fade: 1, From: -1}, &dst)
					for _, z := range dst.Zones {
						if z.Role != scene.RoleEvent || z.Area.Has(z.At) {
							continue
						}
						// Leaders and texts stand on whole pixels, marks do not.
						d := scene.Point{X: math.Round(z.Area.Min.X - z.At.X), Y: math.Round(z.Area.Min.Y - z.At.Y)}
						if p, ok := places[z.ID]; ok && math.Hypot(p.X-d.X, p.Y-d.Y) > 1.5 {
							changes++
							t.Errorf("%s %.0f px, %.1f years, frame %d: %s moves from %v to %v", code, size.X, years, i, z.ID, p, d)
						}
						places[z.ID] = d
						seen++
					}
				}
			}
			t.Logf("%s %.0f px: %d labels in 3000 frames, %d changes of place", code, size.X, seen, changes)
		}
	}
}

// The reading of a year gives the story's own values, and why there are none.
func TestReading(t *testing.T) {
	f := New(input(t, "en", "light", 1200, 675))
	v := wholeView(f)
	r, ok := f.ReadYear(v, 2022)
	if !ok {
		t.Fatal("no reading of 2022")
	}
	got := map[string]ReadingRow{}
	for _, row := range r.Rows {
		got[row.Kind] = row
	}
	if row := got["Economic"]; row.Flow == nil || row.Flow.Year != 2022 {
		t.Errorf("economic flow of 2022: %+v", row.Flow)
	}
	if row := got["Food"]; row.Flow != nil || row.Gap == nil || row.Gap.Reason != "Grain sent, amount withheld" {
		t.Errorf("food in 2022 is withheld, read as %+v %+v", row.Flow, row.Gap)
	}
	// Pointing into the thickest part of the military band of 1950.
	sc := f.Scale(v.Span)
	y := f.stacks[0].start[5] + 180
	p := scene.Point{X: sc.Px(y), Y: f.lane0 - 20}
	r, ok = f.Read(v, p)
	if !ok || r.Year != 1950 {
		t.Fatalf("pointing at 1950 reads %d, %v", r.Year, ok)
	}
	for _, row := range r.Rows {
		if row.Pointed != (row.Kind == "Military") {
			t.Errorf("%s pointed: %v", row.Kind, row.Pointed)
		}
		if row.Kind == "Military" && (row.Flow.Low != 744 || row.Flow.Central != 1785 || row.Flow.High != 2826) {
			t.Errorf("military 1950 is %v", *row.Flow)
		}
	}
	if _, ok := f.Read(v, scene.Point{X: 600, Y: f.laneMiddle()}); ok {
		t.Error("the lane has a reading")
	}
	if _, ok := f.Read(v, scene.Point{X: 600, Y: 5}); ok {
		t.Error("the header has a reading")
	}
}
