//go:build browser

package browser

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

func TestClickOpensTheEvent(t *testing.T) {
	s := theStory(t)
	for i, lang := range s.Languages {
		t.Run(lang, func(t *testing.T) {
			p := open(t, desk, asking(address(s, lang), "renderer="+renderers[i%len(renderers)]))
			p.show("2023-01-01", "2024-12-31")
			tried, credits := 0, 0
			for _, z := range p.clickable() {
				e := event(t, s, z.ID)
				credited := e.Photo != nil && e.Photo.Credit != ""
				if tried >= 3 && (credits > 0 || !credited) {
					continue // three of any kind, one of them with a credit
				}
				p.click(z.AX, z.AY)
				p.wait("the card opens", `document.querySelector('#card').dataset.event === '`+z.ID+`' && !document.querySelector('#card').hidden`)
				card := p.text("#card")
				wants := []string{e.Title.In(lang), e.Caption.In(lang)}
				if credited {
					wants = append(wants, e.Photo.Credit)
					credits++
				}
				for _, want := range wants {
					if !strings.Contains(squeeze(card), squeeze(want)) {
						t.Errorf("%s: the card does not say %q:\n%s", z.ID, want, card)
					}
				}
				tried++
				p.do(chromedp.KeyEvent(kb.Escape))
				p.wait("Escape closes the card", `document.querySelector('#card').hidden`)
				p.idle()
			}
			if tried < 3 || credits == 0 {
				t.Errorf("%d events clicked, %d of them with a photo credit; the window should offer more", tried, credits)
			}
			if c := p.complaints(); len(c) > 0 {
				t.Errorf("complaints: %q", c)
			}
		})
	}
}

func TestTapOpensTheEventOnAPhone(t *testing.T) {
	s := theStory(t)
	p := open(t, phone, asking(address(s, "en"), "renderer=canvas2d"))
	p.show("1990-01-01", "1995-12-31")
	free := p.clickable()
	if len(free) == 0 {
		t.Fatal("no event to tap on")
	}
	z := free[len(free)/2]
	p.tap(z.AX, z.AY)
	p.wait("the card opens", `!document.querySelector('#card').hidden`)
	if card, want := p.text("#card"), event(t, s, z.ID).Title.In("en"); !strings.Contains(squeeze(card), squeeze(want)) {
		t.Errorf("the card does not say %q:\n%s", want, card)
	}
}

func TestNextAndPrevious(t *testing.T) {
	s := theStory(t)
	p := open(t, desk, "")
	first := s.Events[10].ID
	p.run(`rentang.select('` + first + `')`)
	at := func(id string) {
		t.Helper()
		p.wait("the card shows "+id, `document.querySelector('#card').dataset.event === '`+id+`'`)
	}
	at(first)
	p.run(`document.querySelector('#card [data-do="next"]').click()`)
	at(s.Events[11].ID)
	p.run(`document.querySelector('#card [data-do="previous"]').click()`)
	at(first)
	if hash := eval[string](p, `new Promise((r) => setTimeout(() => r(location.hash), 600))`); hash != "#event-"+first {
		t.Errorf("the address ends in %q", hash)
	}
}

func TestPileOpensUp(t *testing.T) {
	each(t, func(t *testing.T, on func(string) string) {
		p := open(t, desk, on(""))
		var pile *zone
		for _, z := range p.zones() {
			if z.Role == "pile" && len(z.Members) > 1 {
				pile = &z
				break
			}
		}
		if pile == nil {
			t.Fatal("the whole story has no pile at this size")
		}
		before := p.view()
		p.click(pile.AX, pile.AY)
		p.wait("the view narrows", `(([a, b]) => b - a < `+number(before.length()*.9)+`)(rentang.view().days)`)
	})
}

// squeeze takes out what browsers wrap or join differently.
func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }
