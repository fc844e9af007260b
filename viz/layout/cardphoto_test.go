package layout

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"rentang/viz/lang"
	"rentang/viz/scene"
	"rentang/viz/story"
)

// pictures keeps the pictures of a scene.
type pictures struct {
	collector
	ids      []string
	from, to []scene.Rect
}

func (p *pictures) Picture(id string, from, to scene.Rect) {
	p.ids, p.from, p.to = append(p.ids, id), append(p.from, from), append(p.to, to)
}

// A photo in a card has its own proportions, stands inside, covers no text, is not
// most of the card, and has its credit right under it.
func TestCardPhoto(t *testing.T) {
	land := outlines(t)
	for _, c := range []struct {
		name string
		w, h float64
		cut  bool // a caption may be too long for any form
	}{
		{"og", 960, 504, false}, {"square", 675, 675, false}, {"story", 480, 853, false}, {"column", 640, 450, true},
		{"wide", 1422, 800, false}, {"a4", 1122, 794, false}, {"phone", 360, 760, true},
	} {
		for _, code := range []string{"en", "ko"} {
			for _, size := range []scene.Point{{X: 1600, Y: 1067}, {X: 1067, Y: 1600}, {X: 1600, Y: 500}, {X: 120, Y: 90}} {
				in := input(t, code, "light", c.w, c.h)
				in.Land, in.Still, in.Photo = land, true, size
				for i := 3; i < len(in.Story.Events); i += 20 {
					e := &in.Story.Events[i]
					e.Photo = &story.Photo{File: "photos/a.jpg", Credit: "A. Photographer / An Agency via Another", Description: e.Title}
					in.Card = e.ID
					f := New(in)
					for _, what := range append(cardFaults(f, true), photoFaults(f, c.cut)...) {
						t.Errorf("%s, %s, %v, %s: %s", c.name, code, size, e.ID, what)
					}
				}
			}
		}
	}
}

// photoFaults lists what is wrong with the photo of a figure's card.
func photoFaults(f *Figure, mayCut bool) (faults []string) {
	var dst scene.Scene
	dst.Reset(f.in.Size)
	f.drawCard(&dst)
	p := &pictures{collector: collector{set: f.in.Type}}
	dst.Replay(p)
	if len(p.to) != 1 {
		return []string{fmt.Sprintf("%d pictures", len(p.to))}
	}
	r, card := p.to[0], f.card.area
	if p.from[0] != scene.R(0, 0, f.in.Photo.X, f.in.Photo.Y) || p.ids[0] != "photos/a.jpg" {
		faults = append(faults, "not the whole of the photo")
	}
	if math.Abs(r.W()/r.H()*f.in.Photo.Y/f.in.Photo.X-1) > 1e-6 {
		faults = append(faults, "the proportions are lost")
	}
	if !card.Has(r.Min) || !card.Has(r.Max) || r.H() < 20 || r.W() > f.in.Photo.X+1 {
		faults = append(faults, fmt.Sprintf("at %v in the card %v", r, card))
	}
	if r.H() > 0.5*card.H() {
		faults = append(faults, fmt.Sprintf("it is %.0f of %.0f high", r.H(), card.H()))
	}
	under := ""
	for _, b := range p.texts {
		if b.r.Overlaps(r) {
			faults = append(faults, "over the photo: "+b.text)
		}
		if d := b.r.Min.Y - r.Max.Y; d >= 0 && d < 22 && math.Abs(b.r.Min.X-r.Min.X) < 4 {
			under = b.text
		}
	}
	credit := f.in.Lang.Fill(lang.PhotoCredit, "credit", f.card.mark.ev.Photo.Credit)
	if !strings.HasPrefix(credit, strings.Fields(under + " -")[0]) {
		faults = append(faults, fmt.Sprintf("under it stands %q", under))
	}
	if caption := strings.Join(f.card.text.lines, " "); !mayCut && strings.HasSuffix(caption, "…") {
		faults = append(faults, "the caption is cut")
	}
	return faults
}

// A photo that must not be in stills is not, and its credit says so; so does the one
// of a photo of which there is no file.
func TestCardWithoutPhoto(t *testing.T) {
	for _, p := range []*story.Photo{
		{File: "photos/a.jpg", Credit: "Agency", NoExport: true},
		{Credit: "Agency"},
	} {
		in := input(t, "en", "light", 960, 504)
		in.Still, in.Photo = true, scene.Point{X: 300, Y: 200}
		in.Story.Events[0].Photo, in.Card = p, in.Story.Events[0].ID
		f := New(in)
		var dst scene.Scene
		f.Draw(wholeView(f), &dst)
		seen := &pictures{collector: collector{set: in.Type}}
		dst.Replay(seen)
		said := ""
		for _, b := range seen.texts {
			said += b.text + " "
		}
		if len(seen.ids) > 0 || !strings.Contains(strings.Join(f.card.credit.lines, " "), in.Lang.Fill(lang.PhotoAbsent, "credit", "Agency")) || !strings.Contains(said, "Agency") {
			t.Errorf("%+v: %d pictures, credit %q", p, len(seen.ids), f.card.credit.lines)
		}
	}
}
