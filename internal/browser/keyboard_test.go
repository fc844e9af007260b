//go:build browser

package browser

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// focused says where the focus is.
func (p *tab) focused() string {
	p.t.Helper()
	return eval[string](p, `(({id, dataset, className, tagName}) => id || dataset.do || className || tagName)(document.activeElement)`)
}

// press presses a key wherever the focus is.
func (p *tab) press(key string) {
	p.t.Helper()
	p.do(chromedp.KeyEvent(key))
	time.Sleep(60 * time.Millisecond)
}

// A keyboard alone reaches everything: one stop for the figure, arrows inside, and
// the next Tab goes on.
func TestKeyboardJourney(t *testing.T) {
	s := theStory(t)
	p := open(t, desk, "en/")
	p.press(kb.Tab)
	if got := p.focused(); got != "overlay" {
		t.Fatalf("the first stop is %s, want the figure", got)
	}
	ring := eval[string](p, `(({outlineStyle, outlineWidth}) => outlineStyle + ' ' + outlineWidth)(getComputedStyle(document.activeElement))`)
	if !strings.HasPrefix(ring, "solid") || ring < "solid 2px" {
		t.Errorf("the focus ring is %s", ring)
	}
	before := p.view()
	p.press("+")
	p.idle()
	if after := p.view(); after.length() >= before.length() {
		t.Error("plus does not zoom in")
	}
	middle := p.view()
	p.press(kb.ArrowRight)
	p.idle()
	if after := p.view(); after.Days[0] <= middle.Days[0] {
		t.Error("the right arrow does not move on")
	}
	// Walking from event to event keeps the focus on the figure and says the event.
	var walked []string
	for range 3 {
		p.press(".")
		p.wait("a card is open", `!document.querySelector('#card').hidden`)
		time.Sleep(150 * time.Millisecond)
		walked = append(walked, eval[string](p, `document.querySelector('#card').dataset.event`))
		if got := p.focused(); got != "overlay" {
			t.Fatalf("walking took the focus to %s", got)
		}
		said := eval[string](p, `document.querySelector('#announce').textContent`)
		if title := event(t, s, walked[len(walked)-1]).Title.In("en"); !strings.Contains(squeeze(said), squeeze(title)) && len(strings.Fields(said)) < 25 {
			t.Errorf("at %q it says %q", title, said)
		}
	}
	if len(slices.Compact(slices.Clone(walked))) != 3 {
		t.Errorf("three steps went to %v", walked)
	}
	p.press(kb.Enter)
	if got := p.focused(); got != "card-title" {
		t.Errorf("Enter goes to %s, want the card", got)
	}
	p.press(kb.Escape)
	p.wait("Escape closes the card", `document.querySelector('#card').hidden`)
	if got := p.focused(); got != "overlay" {
		t.Errorf("Escape goes back to %s, want the figure", got)
	}
	// The help.
	p.press("?")
	p.wait("the keys are shown", `!document.querySelector('#keys').hidden`)
	p.press(kb.Escape)
	if got := p.focused(); got != "overlay" || !eval[bool](p, `document.querySelector('#keys').hidden`) {
		t.Errorf("after the help the focus is at %s", got)
	}
	// What is not used is left to the browser.
	p.run(`window.kept = []; addEventListener('keydown', (e) => kept.push([e.key, e.defaultPrevented]))`)
	for _, key := range []string{"q", "x", kb.F2, kb.End, kb.ArrowDown} {
		p.press(key)
	}
	for _, k := range eval[[]string](p, `kept.filter(([, taken]) => taken).map(([key]) => key)`) {
		t.Errorf("the figure swallows %s", k)
	}
	// On through the controls, each with a name, and out.
	var stops []string
	for range 40 {
		p.press(kb.Tab)
		stop := eval[string](p, `document.activeElement.closest('#figure') ? document.activeElement.getAttribute('aria-label') || document.activeElement.textContent.trim() || '?' : ''`)
		if stop == "" {
			break
		}
		stops = append(stops, stop)
	}
	t.Logf("stops: %q", stops)
	if len(stops) < 8 || len(stops) > 14 || slices.Contains(stops, "?") {
		t.Errorf("stops in the figure's controls: %q", stops)
	}
	if eval[bool](p, `Boolean(document.activeElement.closest('#figure')) || document.activeElement === document.body`) {
		t.Errorf("Tab does not leave the figure: %s", p.focused())
	}
	// And back in with Shift and Tab.
	for range len(stops) + 1 {
		p.do(chromedp.KeyEvent(kb.Tab, chromedp.KeyModifiers(chromedp.ModifierShift)))
	}
	if got := p.focused(); got != "overlay" {
		t.Errorf("Shift and Tab go back to %s, want the figure", got)
	}
	if c := p.complaints(); len(c) > 0 {
		t.Errorf("complaints: %q", c)
	}
}

// Every action of the pointer has a button.
func TestEveryActionHasAButton(t *testing.T) {
	p := open(t, desk, "en/")
	p.run(press("in") + `; await rentang.idle()`)
	zoomed := p.view()
	p.run(press("menu"))
	p.run(press("later") + `; await rentang.idle()`)
	if v := p.view(); v.Days[0] <= zoomed.Days[0] {
		t.Error("later does not move on")
	}
	p.run(press("earlier") + `;` + press("earlier") + `; await rentang.idle()`)
	if v := p.view(); v.Days[0] >= zoomed.Days[0] {
		t.Error("earlier does not move back")
	}
	p.run(press("yearon"))
	p.wait("a year is read", `document.querySelector('#readout').classList.contains('pinned')`)
	year := p.reading()
	p.run(press("yearback"))
	p.wait("the year before", `document.querySelector('#readout strong').textContent === String(`+number(float64(year-1))+`)`)
	p.run(press("unread"))
	p.wait("closed", `document.querySelector('#readout').hidden`)
	p.run(press("out") + `;` + press("whole") + `; await rentang.idle()`)
	if v := p.view(); v.length() < 80*365 {
		t.Errorf("the whole story is %v days", v.length())
	}
}

// Before the program draws, and where it never does, arrows and Enter open events.
func TestKeysWithoutTheProgram(t *testing.T) {
	s := theStory(t)
	p := load(t, desk, "en/?static=1")
	p.press(kb.Tab)
	p.press(kb.ArrowRight)
	p.press(kb.ArrowRight)
	if got := eval[string](p, `document.querySelector('#card').dataset.event`); got != s.Events[1].ID {
		t.Errorf("two steps lead to %q, want %q", got, s.Events[1].ID)
	}
	p.press(kb.Enter)
	if got := p.focused(); got != "card-title" {
		t.Errorf("Enter goes to %s", got)
	}
	p.press(kb.Escape)
	p.run(`window.kept = []; addEventListener('keydown', (e) => kept.push([e.key, e.defaultPrevented]))`)
	p.press(" ")
	if eval[bool](p, `kept.some(([, taken]) => taken)`) {
		t.Error("space is swallowed though there is nothing to play")
	}
}

// node is one node of the accessibility tree that is not ignored.
type node struct{ role, name, description string }

// spoken is the accessibility tree in the order of reading.
func (p *tab) spoken() []node {
	p.t.Helper()
	tree := call(p, accessibility.GetFullAXTree, accessibility.GetFullAXTreeParams{})
	byID := map[accessibility.NodeID]*accessibility.Node{}
	for _, n := range tree.Nodes {
		byID[n.NodeID] = n
	}
	text := func(v *accessibility.Value) (s string) {
		if v != nil {
			json.Unmarshal(v.Value, &s)
		}
		return s
	}
	var out []node
	var walk func(n *accessibility.Node)
	walk = func(n *accessibility.Node) {
		if !n.Ignored {
			out = append(out, node{text(n.Role), text(n.Name), text(n.Description)})
		}
		for _, id := range n.ChildIDs {
			if child := byID[id]; child != nil {
				walk(child)
			}
		}
	}
	walk(tree.Nodes[0])
	return out
}

// What a screen reader reads: the title, the figure with its name and how to use it,
// its controls, then every event as a heading in the order of time, and the table.
func TestScreenReader(t *testing.T) {
	s := theStudio(t)
	for _, lang := range s.Story.Languages {
		t.Run(lang, func(t *testing.T) {
			p := open(t, desk, address(s.Story, lang))
			l, err := s.Language(lang)
			if err != nil {
				t.Fatal(err)
			}
			all := p.spoken()
			title := s.Story.Title.In(lang)
			next := 0
			find := func(what string, want func(n node) bool) node {
				t.Helper()
				for i := next; i < len(all); i++ {
					if want(all[i]) {
						next = i + 1
						return all[i]
					}
				}
				t.Errorf("%s: not in the tree after node %d", what, next)
				return node{}
			}
			find("the title", func(n node) bool { return n.role == "heading" && n.name == title })
			figure := find("the figure", func(n node) bool { return n.role == "application" && n.name == title })
			if !strings.Contains(figure.description, l.Word("figure_help")) || !strings.Contains(figure.description, l.Word("figure_text")) {
				t.Errorf("the figure is described as %q", figure.description)
			}
			find("the controls", func(n node) bool { return n.role == "group" && n.name == l.Word("controls") })
			find("play", func(n node) bool { return n.role == "button" && n.name == l.Word("play") })
			find("the language", func(n node) bool { return n.role == "combobox" && n.name == l.Word("language") })
			find("the heading of the events", func(n node) bool { return n.role == "heading" && n.name == l.Word("events") })
			for _, e := range s.Story.Events {
				find(e.ID, func(n node) bool { return n.role == "heading" && squeeze(n.name) == squeeze(e.Title.In(lang)) })
			}
			find("the heading of the figures", func(n node) bool { return n.role == "heading" && n.name == l.Word("flows") })
			find("the table", func(n node) bool { return n.role == "table" && strings.HasPrefix(n.name, l.Word("flows")) })
			for _, key := range []string{"year", "direction", "kind", "low", "central", "high", "basis", "sources", "note"} {
				find("the column "+key, func(n node) bool { return n.role == "columnheader" && n.name == l.Word(key) })
			}
			rows := 0
			for _, n := range all {
				if n.role == "rowheader" {
					rows++
				}
				if n.role == "image" && n.name == "" {
					t.Error("a picture without a name")
				}
				if (n.role == "button" || n.role == "link") && n.name == "" {
					t.Errorf("a %s without a name", n.role)
				}
			}
			if rows < len(s.Story.Flows) {
				t.Errorf("%d rows with a heading, want at least %d", rows, len(s.Story.Flows))
			}
			for i, n := range all {
				if n.role == "heading" && i > 0 && n.name == "" {
					t.Error("a heading without text")
				}
			}
		})
	}
}
