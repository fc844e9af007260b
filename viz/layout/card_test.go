package layout

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rentang/viz/locator"
	"rentang/viz/scene"
)

func outlines(t testing.TB) *locator.Land {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(assets, "map", "land.bin"))
	if err != nil {
		t.Fatal(err)
	}
	land, err := locator.Parse(data)
	if err != nil {
		t.Fatal(err)
	}
	return land
}

// Cards of the built-in story at the sizes for which stills are composed: the text
// stays in the card, no two texts meet, and the map shows both capitals by name.
func TestCards(t *testing.T) {
	land := outlines(t)
	for _, c := range []struct {
		name string
		w, h float64
		maps bool // every card has one
		cut  bool // a caption may be too long for any form
	}{
		{"og", 960, 504, true, false}, {"square", 675, 675, false, false}, {"story", 480, 853, true, false},
		{"column", 640, 450, false, true}, {"wide", 1422, 800, true, false}, {"a4", 1122, 794, true, false},
		{"phone, too narrow for a map", 360, 760, false, false},
	} {
		for _, code := range []string{"id", "en", "ko", "ru"} {
			in := input(t, code, "light", c.w, c.h)
			in.Land, in.Still = land, true
			maps, cards := 0, 0
			for i := 0; i < len(in.Story.Events); i += 7 {
				e := &in.Story.Events[i]
				in.Card = e.ID
				f := New(in)
				cards++
				if f.card.locator != nil {
					maps++
				}
				for _, what := range cardFaults(f, c.cut) {
					t.Errorf("%s, %s, %s: %s", c.name, code, e.ID, what)
				}
			}
			if c.maps && maps < cards {
				t.Errorf("%s, %s: %d of %d cards have a map", c.name, code, maps, cards)
			}
		}
	}
}

// cardFaults lists what is wrong with a figure's card.
func cardFaults(f *Figure, mayCut bool) []string {
	var faults []string
	var dst scene.Scene
	f.Draw(wholeView(f), &dst)
	all := &collector{set: f.in.Type}
	dst.Replay(all)
	if all.bad != "" {
		faults = append(faults, "not a number: "+all.bad)
	}
	for _, o := range overlaps(all.texts) {
		faults = append(faults, "texts of the figure overlap: "+o)
	}
	alone := &collector{set: f.in.Type}
	dst.Reset(f.in.Size)
	f.drawCard(&dst)
	dst.Replay(alone)
	for _, o := range overlaps(alone.texts) {
		faults = append(faults, "texts overlap: "+o)
	}
	inner := f.card.area.Grow(-4)
	for _, b := range alone.texts {
		if !mayCut && (!inner.Has(b.r.Min) || !inner.Has(b.r.Max)) {
			faults = append(faults, "text runs out of the card: "+b.text)
		}
		if b.size < leastType-1e-9 {
			faults = append(faults, "type too small: "+b.text)
		}
	}
	if caption := strings.Join(f.card.text.lines, " "); !mayCut && strings.HasSuffix(caption, "…") {
		faults = append(faults, "the caption is cut")
	}
	m := f.card.locator
	if m == nil {
		return faults
	}
	r := m.view.Rect()
	if !inner.Has(r.Min) || !inner.Has(r.Max) {
		faults = append(faults, "the map runs out of the card")
	}
	if len(m.labels) != 2 {
		faults = append(faults, "a capital has no name on the map")
	}
	for _, b := range alone.texts {
		if !b.r.Overlaps(r) {
			continue
		}
		if !strings.Contains(m.names[0], b.text) && !strings.Contains(m.names[1], b.text) {
			faults = append(faults, "on the map: "+b.text)
		}
	}
	return faults
}

// Without a place, without outlines and without a card there is no map; without
// parties the place itself is named.
func TestCardMap(t *testing.T) {
	in := input(t, "en", "light", 1422, 800)
	in.Still, in.Card = true, "parallel-38-1945"
	if f := New(in); f.card == nil || f.card.locator != nil {
		t.Error("a map without outlines")
	}
	in.Land = outlines(t)
	s := *in.Story
	in.Story = &s
	s.Parties = nil
	m := New(in).card.locator
	if m == nil || len(m.labels) != 1 || m.names[m.labels[0].Place] != "38th parallel" {
		t.Errorf("without parties: %+v", m)
	}
	s.Events = append(s.Events[:0:0], s.Events...)
	for i := range s.Events {
		s.Events[i].Place = nil
	}
	if f := New(in); f.card.locator != nil {
		t.Error("a map of nowhere")
	}
	in.Card = "no-such-event"
	if f := New(in); f.card != nil {
		t.Error("a card of no event")
	}
}
