//go:build browser

package browser

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
)

// finding is one rule of axe-core that the page breaks.
type finding struct {
	ID, Help string
	Nodes    []string // selector and markup
}

// breaches is what axe-core finds in the page as it stands.
func (p *tab) breaches() []finding {
	p.t.Helper()
	axe, err := os.ReadFile("node_modules/axe-core/axe.min.js")
	if err != nil {
		p.t.Fatalf("%v: run npm ci in internal/browser first", err)
	}
	p.run(string(axe))
	return eval[[]finding](p, `axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})
		.then((r) => r.violations.map((v) => ({ID: v.id, Help: v.help, Nodes: v.nodes.map((n) => n.target.join(' ') + ' | ' + n.html.slice(0, 120))})))`)
}

func press(name string) string { return `document.querySelector('[data-do="` + name + `"]').click()` }

// No state of the page breaks a rule that a program can check.
func TestAxeFindsNothing(t *testing.T) {
	const event = "#event-hard-currency-1991"
	upright := screen{375, 812, 1}
	for _, c := range []struct {
		name, address string
		screen        screen
		act           string // statements
		still         bool   // no program will draw
	}{
		{name: "loaded", address: "en/", screen: desk},
		{name: "card", address: "en/" + event, screen: desk},
		{name: "menu", address: "en/", screen: desk, act: press("menu")},
		{name: "list", address: "en/", screen: desk, act: press("list")},
		{name: "keys", address: "en/", screen: desk, act: press("keys")},
		{name: "readout", address: "en/", screen: desk, act: `rentang.read(1953)`},
		{name: "portrait", address: "ru/" + event, screen: upright},
		{name: "portrait, menu", address: "ko/", screen: upright, act: press("menu")},
		{name: "320 px, readout", address: "ko/", screen: screen{320, 640, 1}, act: `rentang.read(2024)`},
		{name: "dark", address: "en/?theme=dark", screen: desk, act: `rentang.read(2024)`},
		{name: "dark, card", address: "?theme=dark" + event, screen: desk},
		{name: "contrast", address: "en/?theme=contrast" + event, screen: desk},
		{name: "static", address: "en/?static=1" + event, screen: desk, still: true},
		{name: "plain", address: "en/?plain=1", screen: desk, still: true},
		{name: "problems", address: damaged(t, "flows.csv", "1945,to_dprk,economic,0,35,157", "1945,to_dprk,economic,0,NaN,157") + "/en/", screen: desk, still: true,
			act: `while (!document.documentElement.classList.contains('broken')) await new Promise((r) => setTimeout(r, 50))`},
		{name: "the page for embedding", address: "embed.html", screen: desk, still: true},
		{name: "the method", address: "method.html", screen: desk, still: true},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			show := open
			if c.still {
				show = func(t *testing.T, s screen, address string) *tab { return load(t, s, address) }
			}
			p := show(t, c.screen, c.address)
			p.run(c.act + `; await new Promise((r) => setTimeout(r, 400))`) // the card has come in
			for _, f := range p.breaches() {
				t.Errorf("%s: %s\n\t%s", f.ID, f.Help, strings.Join(f.Nodes, "\n\t"))
			}
		})
	}
}

// Everything that can be pressed or followed is 24 pixels high and wide, or stands in a line of text.
func TestTargetsAreLargeEnough(t *testing.T) {
	for _, s := range []screen{desk, {320, 640, 1}} {
		p := open(t, s, "en/#event-hard-currency-1991")
		p.run(press("menu"))
		small := eval[[]string](p, `[...document.querySelectorAll('#figure button, #figure select, #figure summary, #figure a')]
			.filter((e) => e.offsetParent && !e.closest('li') && getComputedStyle(e).visibility === 'visible')
			.map((e) => [e, e.getBoundingClientRect()]).filter(([e, b]) => b.width < 24 || b.height < 24)
			.map(([e, b]) => e.outerHTML.slice(0, 100) + ' ' + b.width + ' x ' + b.height)`)
		for _, e := range small {
			t.Errorf("%d px: %s", s.w, e)
		}
	}
}

// A window of 1280 pixels at 400 % is 320 wide and low: nothing has to be scrolled sideways.
func TestFourfoldZoom(t *testing.T) {
	for _, lang := range theStory(t).Languages {
		p := open(t, screen{320, 256, 4}, address(theStory(t), lang)+"#event-hard-currency-1991")
		if w := eval[float64](p, `document.documentElement.scrollWidth`); w > 320 {
			t.Errorf("%s: the page is %v px wide", lang, w)
		}
		b := p.box("#card")
		if b.X < 0 || b.X+b.W > 320.5 || b.H > 400 {
			t.Errorf("%s: the card stands at %+v", lang, b)
		}
	}
}

// In the system's own colours the controls and swatches are still there, and with
// reduced motion nothing travels.
func TestSystemColoursAndReducedMotion(t *testing.T) {
	p := open(t, desk, "en/")
	media := func(name, value string) {
		call(p, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: name, Value: value}}})
	}
	media("forced-colors", "active")
	p.run(`rentang.read(1953)`)
	p.wait("the readout opens", `!document.querySelector('#readout').hidden`)
	if c := eval[string](p, `getComputedStyle(document.querySelector('#readout .swatch')).backgroundColor`); c == eval[string](p, `getComputedStyle(document.querySelector('#readout')).backgroundColor`) {
		t.Errorf("a swatch has the panel's own colour %s", c)
	}
	if w := eval[string](p, `getComputedStyle(document.querySelector('#readout')).borderTopWidth`); w == "0px" {
		t.Error("the readout has no border")
	}
	media("prefers-reduced-motion", "reduce")
	p.run(`rentang.select('hard-currency-1991')`)
	p.wait("the card opens", `!document.querySelector('#card').hidden`)
	if a := eval[string](p, `getComputedStyle(document.querySelector('#card')).animationName`); a != "none" {
		t.Errorf("the card comes in with %s", a)
	}
	p.idle()
	before := p.frames()
	p.run(`document.querySelector('[data-do="in"]').click(); await rentang.idle()`)
	if n := p.frames() - before; n > 20 {
		t.Errorf("a zoom took %v frames; it should be a cut and a short fade", n)
	}
}

// damaged serves a copy of the built folder in which a text of a story file is
// replaced, and returns its address.
func damaged(t *testing.T, file, old, new string) string {
	t.Helper()
	dir := t.TempDir() + "/dist"
	if err := os.CopyFS(dir, os.DirFS(lab.dist)); err != nil {
		t.Fatal(err)
	}
	name := dir + "/story/" + file
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	broken := strings.Replace(string(data), old, new, 1)
	if broken == string(data) {
		t.Fatalf("%s does not hold %s", file, old)
	}
	if err := os.WriteFile(name, []byte(broken), 0o644); err != nil {
		t.Fatal(err)
	}
	return serveFolder(t, os.DirFS(dir))
}

// quoted is a text as JavaScript writes it.
func quoted(s string) string {
	b, err := json.Marshal(s)
	if err != nil {
		panic(fmt.Sprint("a string is always JSON: ", err))
	}
	return string(b)
}
