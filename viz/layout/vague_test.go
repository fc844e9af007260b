package layout

import (
	"math"
	"testing"

	"rentang/viz/civil"
	"rentang/viz/scene"
	"rentang/viz/story"
)

// whiskersOf draws one event in the view of its story and returns the lines along
// time that were drawn in its lane, in pixels, and the label's date.
func whiskersOf(t *testing.T, when civil.Span, whole string) (lines [][2]float64, date string, f *Figure) {
	t.Helper()
	in := input(t, "en", "light", 1200, 675)
	text := func(s string) story.Text { return story.Text{"en": s} }
	in.Story = &story.Story{ID: "one", Languages: []string{"en"}, Start: day(t, whole), End: day(t, "2000"), Scale: 1, Title: text("One"),
		Events: []story.Event{{ID: "e", When: when, Kind: "war", Importance: 5, Title: text("It"), Caption: text("It happened.")}}}
	f = New(in)
	f.Draw(wholeView(f), &scene.Scene{})
	var dst scene.Scene
	f.path.Reset()
	f.drawWhiskers(&dst, f.laneMiddle())
	dst.Replay(&lineCollector{mid: f.laneMiddle(), lines: &lines})
	return lines, f.events[0].year, f
}

// lineCollector keeps the strokes that lie along the lane's middle.
type lineCollector struct {
	mid   float64
	lines *[][2]float64
}

func (c *lineCollector) Fill(*scene.Path, scene.Color)          {}
func (c *lineCollector) Glyphs(*scene.GlyphRun, scene.Color)    {}
func (c *lineCollector) Picture(string, scene.Rect, scene.Rect) {}
func (c *lineCollector) Stroke(p *scene.Path, _ scene.Pen) {
	for i := range p.Ends {
		points, _ := p.Contour(i)
		if len(points) == 2 && points[0].Y == c.mid && points[1].Y == c.mid {
			*c.lines = append(*c.lines, [2]float64{points[0].X, points[1].X})
		}
	}
}

// A date is drawn as wide as it is vague, and broken where it is not sure.
func TestWhiskers(t *testing.T) {
	one := func(s string) civil.Span { return civil.Span{From: day(t, s)} }
	for _, c := range []struct {
		why    string
		when   civil.Span
		whole  string // start of the story, which ends with 2000
		label  string
		a, b   string // what the whisker covers, its end exclusive; empty: no whisker
		broken bool
	}{
		{"a day", one("1950-05-01"), "1901", "1950", "", "", false},
		{"a year that is narrower than its mark", one("1950"), "1901", "1950", "", "", false},
		{"a year in a short story", one("1995"), "1991", "1995", "1995", "1996", false},
		{"an approximate year", one("1995~"), "1991", "c.\u00a01995", "1995", "1996", true},
		{"an uncertain year", one("1995?"), "1991", "1995?", "1995", "1996", true},
		{"an uncertain day has no width", one("1995-05-01?"), "1991", "1995?", "", "", false},
		{"a decade", one("195X"), "1901", "1950s", "1950", "1960", false},
		{"an approximate decade", one("195X~"), "1901", "c.\u00a01950s", "1950", "1960", true},
		{"a century", one("19XX"), "1801", "20th century", "1900", "2000", false},
		{"a decade that begins before the story", one("190X"), "1901", "1900s", "1901", "1910", false},
		{"years before our era", one("-04XX"), "-0999", "5th century BC", "-0499", "-0399", false},
	} {
		lines, label, f := whiskersOf(t, c.when, c.whole)
		if label != c.label {
			t.Errorf("%s: label %q, want %q", c.why, label, c.label)
		}
		if c.a == "" {
			if len(lines) > 0 {
				t.Errorf("%s: %v", c.why, lines)
			}
			continue
		}
		if len(lines) == 0 || (len(lines) > 2) != c.broken {
			t.Errorf("%s: %d lines, broken %v", c.why, len(lines), c.broken)
			continue
		}
		sc := f.Scale(f.Whole())
		a, b := sc.Px(day(t, c.a).Start()), sc.Px(day(t, c.b).Start())
		if first, last := lines[0][0], lines[len(lines)-1][1]; math.Abs(first-a) > 1.01 || math.Abs(last-b) > 5 {
			t.Errorf("%s: from %.1f to %.1f, want %.1f to %.1f", c.why, first, last, a, b)
		}
	}
}

// Ends that are vague or not known are drawn as that.
func TestVagueEnds(t *testing.T) {
	from := day(t, "1950-05-01")
	lines, _, f := whiskersOf(t, civil.Span{From: from, To: day(t, "197X"), HasEnd: true}, "1901")
	sc := f.Scale(f.Whole())
	m := &f.events[0]
	if m.lasting.End != day(t, "1970").Start() || len(lines) < 3 || math.Abs(lines[0][0]-sc.Px(m.lasting.End)) > 1 {
		t.Errorf("to a decade: the bar ends at %v, lines %v", civil.FromDays(m.lasting.End), lines)
	}
	if lines, _, f = whiskersOf(t, civil.Span{From: from, To: day(t, "1975"), HasEnd: true}, "1901"); len(lines) != 0 || f.events[0].lasting.End != day(t, "1976").Start() {
		t.Errorf("to a year: %v", lines)
	}
	if lines, _, f = whiskersOf(t, civil.Span{From: from, Unknown: true}, "1901"); len(lines) < 2 || f.events[0].lasting.Len() > 0 {
		t.Errorf("to nobody knows when: %v", lines)
	}
	if lines, _, f = whiskersOf(t, civil.Span{From: from, Open: true}, "1901"); len(lines) != 0 || f.events[0].lasting.End != f.Whole().End {
		t.Errorf("still going on: %v", lines)
	}
}

// The dashes of a broken whisker stand still while the view moves, and a whisker of a
// century costs no more dashes than are in view.
func TestDashesStandStill(t *testing.T) {
	in := input(t, "en", "light", 1200, 675)
	in.Story = shaped(t, "1801", "2000", 0, 0, false)
	text := story.Text{"en": "It"}
	in.Story.Events = []story.Event{{ID: "e", When: civil.Span{From: day(t, "18XX~")}, Kind: "war", Importance: 5, Title: text, Caption: text}}
	f := New(in)
	phase := func(start string) float64 {
		v := wholeView(f)
		v.Span.Start = day(t, start).Start()
		v.Span.End = v.Span.Start + 10
		var dst scene.Scene
		f.Draw(v, &dst)
		var lines [][2]float64
		dst = scene.Scene{}
		f.drawWhiskers(&dst, f.laneMiddle())
		dst.Replay(&lineCollector{mid: f.laneMiddle(), lines: &lines})
		if len(lines) < 10 || len(lines) > 400 {
			t.Fatalf("%d dashes", len(lines))
		}
		const period = whiskerOn + whiskerOff
		return math.Mod(lines[1][0]-f.drawn.Px(day(t, "1801").Start())+1e6*period, period)
	}
	a, b := phase("1850-03-01"), phase("1850-03-02")
	if d := math.Abs(a - b); d > 0.01 && d < whiskerOn+whiskerOff-0.01 {
		t.Errorf("dashes move by %v", d)
	}
}
