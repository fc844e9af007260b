package layout

import (
	"fmt"
	"math/rand"
	"strings"
	"testing"

	"rentang/viz/civil"
	"rentang/viz/story"
)

// seededStory makes a story of n events with titles of 3 to 90 letters, of every
// kind, importance and precision, some of them lasting, and flows on both sides.
func seededStory(n int, seed int64) *story.Story {
	r := rand.New(rand.NewSource(seed))
	text := func(s string) story.Text { return story.Text{"en": s} }
	s := &story.Story{ID: "seeded", Languages: []string{"en"}, Start: civil.Date{Year: 1945}, End: civil.Date{Year: 2026}, Scale: 1,
		Title: text("A seeded story"), Subtitle: text("Nothing in it is true"), Note: text("-"), SourceLine: text("-"), Unit: text("units"),
		Directions: []story.Direction{
			{ID: "to", Side: story.Above, Label: text("There"), Kinds: []story.Kind{{ID: "a", Label: text("A")}, {ID: "b", Label: text("B")}}},
			{ID: "from", Side: story.Below, Label: text("Back"), Kinds: []story.Kind{{ID: "c", Label: text("C")}}},
		}}
	words := strings.Fields("a treaty is signed in the old capital while grain arrives by rail and the ministers quarrel over unpaid loans once more")
	kinds := story.EventKinds()
	for i := range n {
		title := ""
		want := 3 + r.Intn(88)
		for len(title) < want {
			title += words[r.Intn(len(words))] + " "
		}
		title = strings.TrimSpace(title[:want])
		if title == "" {
			title = "war"
		}
		d := civil.FromDays(s.Start.Start() + r.Float64()*29949)
		switch r.Intn(10) {
		case 0:
			d.Day = 0
		case 1:
			d.Month, d.Day = 0, 0
		}
		e := story.Event{ID: fmt.Sprintf("e%d", i), When: civil.Span{From: d}, Kind: kinds[r.Intn(len(kinds))], Importance: 1 + r.Intn(5),
			Title: text(title), Caption: text("A caption of the event. It has two sentences.")}
		if r.Intn(6) == 0 {
			e.When.To, e.When.HasEnd = civil.FromDays(min(d.End()+r.Float64()*900, s.End.End()-1)), true
		}
		s.Events = append(s.Events, e)
	}
	for y := 1945; y <= 2026; y++ {
		for _, k := range [3][2]string{{"to", "a"}, {"to", "b"}, {"from", "c"}} {
			if r.Intn(4) == 0 {
				continue
			}
			c := r.ExpFloat64() * 100
			s.Flows = append(s.Flows, story.Flow{Year: y, Direction: k[0], Kind: k[1], Low: c * 0.6, Central: c, High: c * 1.5, Basis: story.Basis(r.Intn(4))})
		}
	}
	return s
}

// The sweep holds for stories of other shapes: 300 and 3,000 events.
func TestSweepSeeded(t *testing.T) {
	for _, n := range []int{300, 3000} {
		s := seededStory(n, int64(n))
		for _, w := range []float64{360, 800, 1200} {
			in := input(t, "en", "light", w, heightAt(w))
			in.Story = s
			f := New(in)
			scenes, labels := sweepFigure(t, fmt.Sprintf("%d events %.0f", n, w), f, windows(f.Whole(), 200))
			t.Logf("%d events, %.0f px: %d scenes, %.1f labels each", n, w, scenes, float64(labels)/float64(scenes))
		}
	}
}
