package theme

import (
	"image/color"
	"testing"

	"rentang/viz/theme/vision"
)

// themes returns every theme by name.
func themes(t *testing.T) []*Theme {
	t.Helper()
	var all []*Theme
	for _, n := range Names() {
		th, ok := Get(n)
		if !ok || th.Name != n {
			t.Fatalf("Get(%q) = %v, %v", n, th, ok)
		}
		all = append(all, th)
	}
	return all
}

func swatches() []string {
	return []string{"military", "economic", "energy", "food", "unsplit", "arms"}
}

func eventKinds() []string {
	return []string{"diplomacy", "treaty", "rupture", "war", "military", "nuclear", "aid", "economy"}
}

// check is one pair that must differ by a ratio.
type check struct {
	what string
	a, b color.RGBA
	want float64
}

// WCAG 2.2: text 4.5:1, shapes 3:1; the contrast theme asks for 7 and 4.5.
func TestContrast(t *testing.T) {
	for _, th := range themes(t) {
		text, shape := 4.5, 3.0
		if th.Name == "contrast" {
			text, shape = 7, 4.5
		}
		checks := []check{
			{"ink on background", th.Ink, th.Background, text},
			{"ink on card", th.Ink, th.Card, text},
			{"muted on background", th.Muted, th.Background, text},
			{"muted on card", th.Muted, th.Card, text},
			{"link on card", th.Link, th.Card, text},
			{"link on background", th.Link, th.Background, text},
			{"strip text on A", th.StripText, th.StripA, text},
			{"strip text on B", th.StripText, th.StripB, text},
			{"unknown mark", th.Gap, th.Background, text}, // the "?" is text
			{"lane rule", th.Line, th.Background, shape},
			{"leader", th.Leader, th.Background, 3},
			{"fringe edge", th.FringeEdge, th.Background, 3},
			{"focus ring on its gap", th.Focus, th.FocusGap, shape},
			{"focus ring on background", th.Focus, th.Background, shape},
			{"focus ring on card", th.Focus, th.Card, shape},
			{"hover ring", th.HoverRing, th.Background, shape},
			{"hover leader", th.HoverLeader, th.Background, shape},
			{"fringe, step next to the band", th.FringeUpper[0], th.Background, 1.2},
			{"lower fringe, step next to the band", th.FringeLower[0], th.Background, 1.2},
			{"fringe, outermost step", th.FringeUpper[2], th.Background, 1.05},
			{"lower fringe, outermost step", th.FringeLower[2], th.Background, 1.05},
		}
		for name, ground := range map[string]color.RGBA{"sea": th.Sea, "land": th.Land} {
			checks = append(checks, check{"ink on " + name, th.Ink, ground, text}, check{"muted on " + name, th.Muted, ground, 4.5})
			for _, k := range eventKinds() {
				checks = append(checks, check{"mark " + k + " on " + name, th.Marker(k), ground, shape})
			}
		}
		// Land and sea tell themselves apart by the coast too, which is no more than a
		// hint: it must not outdo the marks.
		checks = append(checks, check{"coast on sea", th.Coast, th.Sea, 2.3}, check{"coast on land", th.Coast, th.Land, 1.8}, check{"land on sea", th.Land, th.Sea, 1.2})
		for _, k := range eventKinds() {
			checks = append(checks, check{"mark " + k, th.Marker(k), th.Background, shape},
				check{"mark " + k + " on card", th.Marker(k), th.Card, shape})
		}
		for _, k := range swatches() {
			b := th.Band(k, 0, 0)
			ground := b.Fill
			if th.Plate != nil {
				ground = *th.Plate
			}
			checks = append(checks,
				check{k + " on background", b.Fill, th.Background, shape},
				check{k + " against the separator", b.Fill, th.Separator, shape},
				check{"low line in " + k, th.Low, b.Fill, shape},
				check{"text in " + k, b.OnBand, ground, text},
				check{"name of " + k, b.Label, th.Background, text},
				check{"hatch of " + k, b.Fill, b.HatchGround, 3},
				check{k + " under the pointer", th.Hovered(b.Fill), th.Background, 3},
			)
			if th.BandEdge != nil {
				// On a near-black band the edge is lost in it, but never on the paper.
				checks = append(checks, check{"edge of " + k, *th.BandEdge, th.Background, shape})
			}
		}
		for _, c := range checks {
			if got := vision.Contrast(c.a, c.b); got < c.want {
				t.Errorf("%s: %s: %.2f, want %.2f", th.Name, c.what, got, c.want)
			}
		}
	}
}

// The paler steps of a range must get paler outwards.
func TestFringeFades(t *testing.T) {
	for _, th := range themes(t) {
		for name, f := range map[string][3]color.RGBA{"upper": th.FringeUpper, "lower": th.FringeLower} {
			last := 99.0
			for i, c := range f {
				got := vision.Contrast(c, th.Background)
				if got >= last {
					t.Errorf("%s: %s fringe, step %d: %.3f does not fade from %.3f", th.Name, name, i, got, last)
				}
				last = got
			}
		}
	}
}

// WCAG overrates light text on near-black: muted text on dark is held to APCA too.
func TestDarkMutedReadable(t *testing.T) {
	th, _ := Get("dark")
	for name, ground := range map[string]color.RGBA{"background": th.Background, "strip A": th.StripA, "strip B": th.StripB, "card": th.Card} {
		if got := vision.Lightness(th.Muted, ground); got < 65 {
			t.Errorf("muted on %s: Lc %.1f, want 65", name, got)
		}
	}
}

// A dark theme has a ground darker than its ink, the others the other way round.
func TestDarkFlag(t *testing.T) {
	for _, th := range themes(t) {
		dark := vision.ToLab(th.Background).L < vision.ToLab(th.Ink).L
		if dark != th.Dark {
			t.Errorf("%s: Dark is %v, its ground says %v", th.Name, th.Dark, dark)
		}
	}
}

func TestOpaque(t *testing.T) {
	for _, th := range themes(t) {
		for _, k := range swatches() {
			for _, c := range []color.RGBA{th.Band(k, 0, 0).Fill, th.Band(k, 0, 0).OnBand, th.Band(k, 0, 0).Label, th.Band(k, 0, 0).HatchGround, th.Hovered(th.Ink)} {
				if c.A != 255 {
					t.Errorf("%s: %s: %v is not opaque", th.Name, k, c)
				}
			}
		}
	}
}
