package layout

import (
	"fmt"
	"math/rand"
	"strings"
	"testing"

	"rentang/viz/civil"
	"rentang/viz/story"
)

// shaped makes a story of n events between two dates, some of them vague or unsure,
// with a direction for each side and strips if asked for. Nothing in it is true.
func shaped(t testing.TB, start, end string, n, kinds int, strips bool, sides ...story.Side) *story.Story {
	t.Helper()
	r := rand.New(rand.NewSource(int64(n + kinds)))
	text := func(s string) story.Text { return story.Text{"en": s} }
	s := &story.Story{ID: "shaped", Languages: []string{"en"}, Start: day(t, start), End: day(t, end), Scale: 1,
		Title: text("A story of another shape"), Subtitle: text("Nothing in it is true")}
	first, last := s.Start.Start(), s.End.End()
	for i := range n {
		d := civil.FromDays(first + r.Float64()*(last-first-1))
		switch r.Intn(6) {
		case 0:
			d.Day = 0
		case 1:
			d.Month, d.Day = 0, 0
		case 2:
			d = day(t, d.InYear().String()[:len(d.InYear().String())-1]+"X")
		case 3:
			d = day(t, d.InYear().String()[:len(d.InYear().String())-2]+"XX")
		}
		d.Approximate, d.Uncertain = r.Intn(4) == 0, r.Intn(4) == 0
		if m := d.Middle(); m < first || m >= last {
			continue
		}
		e := story.Event{ID: fmt.Sprintf("e%d", i), When: civil.Span{From: d}, Kind: story.EventKinds()[r.Intn(8)], Importance: 1 + r.Intn(5),
			Title: text(strings.TrimSpace("An event " + strings.Repeat("of note ", r.Intn(6)))), Caption: text("It happened. It is over.")}
		switch r.Intn(6) {
		case 0:
			e.When.Open = true
		case 1:
			e.When.Unknown = true
		case 2:
			e.When.HasEnd, e.When.To = true, civil.Date{Year: min(civil.MaxYear, d.LastYear()+r.Intn(30)), Approximate: r.Intn(2) == 0}
		}
		s.Events = append(s.Events, e)
	}
	for i, side := range sides {
		d := story.Direction{ID: fmt.Sprintf("d%d", i), Side: side, Label: text("A direction")}
		for k := range kinds {
			kind := story.Kind{ID: fmt.Sprintf("k%d", k), Label: text(fmt.Sprintf("Kind %d", k))}
			d.Kinds = append(d.Kinds, kind)
			for y := s.Start.Year; y <= s.End.Year; y++ {
				if r.Intn(3) > 0 {
					c := r.ExpFloat64() * 50
					s.Flows = append(s.Flows, story.Flow{Year: y, Direction: d.ID, Kind: kind.ID, Low: c / 2, Central: c, High: 2 * c, Basis: story.Basis(r.Intn(4))})
				}
			}
		}
		s.Directions = append(s.Directions, d)
	}
	if len(sides) > 0 {
		s.SourceLine, s.Unit = text("Nobody"), text("things a year")
	}
	if strips {
		for i, side := range []story.Side{story.Above, story.Below} {
			strip := story.Strip{ID: fmt.Sprintf("s%d", i), Side: side, Label: text("Eras")}
			for at := first; at < last; at += (last - first) / 7 {
				to := min(last, at+(last-first)/7)
				strip.Spans = append(strip.Spans, story.StripSpan{When: civil.Span{From: civil.FromDays(at), To: civil.FromDays(to), HasEnd: true}, Label: text("An era")})
			}
			s.Strips = append(s.Strips, strip)
		}
	}
	return s
}

func day(t testing.TB, s string) civil.Date {
	t.Helper()
	d, err := civil.Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// The sweep holds for stories of other shapes.
func TestSweepShapes(t *testing.T) {
	for name, s := range map[string]*story.Story{
		"no flows":                  shaped(t, "1945", "2026", 60, 0, false),
		"no flows, eras":            shaped(t, "1945", "2026", 60, 0, true),
		"5100 years":                shaped(t, "-2999", "2100", 80, 0, true),
		"before our era":            shaped(t, "-0500", "-0001", 40, 0, false),
		"a month":                   shaped(t, "1945-08-01", "1945-08-31", 30, 0, false),
		"no events":                 shaped(t, "1945", "1960", 0, 2, false, story.Above),
		"nothing":                   shaped(t, "1945", "1960", 0, 0, false),
		"one direction above":       shaped(t, "1945", "1990", 40, 3, false, story.Above),
		"one direction below, eras": shaped(t, "1945", "1990", 40, 3, true, story.Below),
		"twelve kinds each way":     shaped(t, "1945", "1990", 40, 12, true, story.Above, story.Below),
		"one year":                  shaped(t, "1945", "1945", 10, 1, false, story.Above),
		"flows before our era":      shaped(t, "-0060", "0014", 30, 2, true, story.Above, story.Below),
	} {
		for _, w := range []float64{360, 1200} {
			in := input(t, "en", "light", w, heightAt(w))
			in.Story = s
			f := New(in)
			scenes, labels := sweepFigure(t, fmt.Sprintf("%s %.0f", name, w), f, windows(f.Whole(), 60))
			t.Logf("%s, %.0f px: %d scenes, %.1f labels each", name, w, scenes, float64(labels)/float64(scenes))
		}
	}
}
