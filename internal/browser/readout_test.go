//go:build browser

package browser

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"rentang/viz/story"
)

// hover moves the mouse to a point of the stage.
func (p *tab) hover(x, y float64) {
	p.t.Helper()
	s := p.box("#stage")
	call(p, input.DispatchMouseEvent, input.DispatchMouseEventParams{Type: input.DispatchMouseEventTypeMouseMoved, X: s.X + x, Y: s.Y + y})
}

func (p *tab) reading() (year int) {
	p.t.Helper()
	year, _ = strconv.Atoi(eval[string](p, `document.querySelector('#readout').hidden ? '' : document.querySelector('#readout strong').textContent`))
	return year
}

// Pointing at a year shows its figures, exactly those of the story, and hides them
// when the pointer leaves. The panel is inside the stage and not under the pointer.
func TestHoverReadsAYear(t *testing.T) {
	each(t, func(t *testing.T, on func(string) string) {
		p := open(t, desk, on("en/"))
		stage := p.box("#stage")
		for _, at := range [][2]float64{{60, 330}, {300, 330}, {640, 300}, {1150, 420}, {1165, 620}, {500, 700}} {
			p.hover(at[0], at[1])
			p.wait("the readout shows", `!document.querySelector('#readout').hidden`)
			p.idle()
			b := p.box("#readout")
			if b.X < stage.X || b.Y < stage.Y || b.X+b.W > stage.X+stage.W || b.Y+b.H > stage.Y+stage.H {
				t.Errorf("at %v the readout is cut: %+v in %+v", at, b, stage)
			}
			x, y := stage.X+at[0], stage.Y+at[1]
			if x >= b.X && x <= b.X+b.W && y >= b.Y && y <= b.Y+b.H {
				t.Errorf("at %v the readout lies under the pointer: %+v", at, b)
			}
			if eval[int](p, `document.querySelectorAll('#readout a, #readout button').length`) > 0 {
				t.Error("what cannot be reached has links")
			}
		}
		p.hover(600, 60) // the title
		p.wait("off the bands it is gone", `document.querySelector('#readout').hidden`)
	})
}

// A click pins the year, a second one or Escape ends it; brackets go from year to year.
func TestPinnedReading(t *testing.T) {
	s := theStory(t)
	p := open(t, desk, "en/")
	p.run(`window.heard = []; rentang.on('read', (d) => heard.push(d))`)
	p.click(300, 330)
	p.wait("pinned", `document.querySelector('#readout').classList.contains('pinned')`)
	year := p.reading()
	p.hover(640, 330)
	time.Sleep(200 * time.Millisecond)
	if got := p.reading(); got != year {
		t.Errorf("pinned at %d, yet the pointer reads %d", year, got)
	}
	for _, c := range []struct {
		key string
		by  int
	}{{"]", 1}, {"]", 1}, {"[", -1}} {
		p.key(c.key)
		year += c.by
		p.wait("the year "+strconv.Itoa(year), `document.querySelector('#readout strong').textContent === '`+strconv.Itoa(year)+`'`)
	}
	said := eval[string](p, `document.querySelector('#announce').textContent`)
	if n := len(strings.Fields(said)); !strings.HasPrefix(said, strconv.Itoa(year)) || n < 4 || n > 25 {
		t.Errorf("announced %q, %d words", said, n)
	}
	if got := eval[string](p, `document.activeElement.id`); got != "overlay" {
		t.Errorf("the focus went to %q", got)
	}
	p.do(chromedp.KeyEvent(kb.Escape))
	p.wait("Escape ends it", `document.querySelector('#readout').hidden`)
	p.click(300, 330)
	p.wait("pinned again", `document.querySelector('#readout').classList.contains('pinned')`)
	time.Sleep(500 * time.Millisecond) // not a double click
	p.click(300, 330)
	p.wait("a second click ends it", `!document.querySelector('#readout').classList.contains('pinned') || document.querySelector('#readout').hidden`)

	// What scripts hear is what the story says.
	p.run(`heard.length = 0; rentang.read(2024)`)
	p.wait("2024 is read", `heard.some((d) => d.year === 2024 && d.pinned)`)
	type row struct {
		Direction, Kind, Side, Color, Gap, Basis, Note, Reason string
		Low, Central, High                                     float64
		Line                                                   int
		Sources                                                []string
	}
	rows := eval[[]row](p, `heard.at(-1).rows`)
	for _, f := range s.Flows {
		if f.Year != 2024 {
			continue
		}
		i := slices.IndexFunc(rows, func(r row) bool { return r.Line == f.Line })
		if i < 0 {
			t.Errorf("line %d is missing", f.Line)
			continue
		}
		if r := rows[i]; r.Low != f.Low || r.Central != f.Central || r.High != f.High || r.Note != f.Note || !slices.Equal(r.Sources, f.Sources) || len(r.Color) != 7 {
			t.Errorf("line %d is read as %+v", f.Line, r)
		}
		if text := p.text("#readout"); !strings.Contains(squeeze(text), squeeze(p.text("#flow-"+strconv.Itoa(f.Line)+" .basis"))) {
			t.Errorf("the readout does not say how line %d is known:\n%s", f.Line, text)
		}
		for _, key := range f.Sources {
			if !eval[bool](p, `Boolean(document.querySelector('#readout a[href="#source-' + `+quoted(key)+` + '"]'))`) {
				t.Errorf("the readout does not link %s", key)
			}
		}
	}
	for _, r := range rows {
		if r.Line == 0 && r.Gap != "" && r.Reason == "" {
			t.Errorf("a gap without a reason: %+v", r)
		}
	}
	for _, g := range s.Gaps {
		if g.From <= 2022 && g.To >= 2022 && g.Meaning == story.Unknown {
			p.run(`rentang.read(2022)`)
			p.wait("2022 is read", `document.querySelector('#readout strong').textContent === '2022'`)
			if text := p.text("#readout"); !strings.Contains(text, "Amount unknown") {
				t.Errorf("2022 does not say what is unknown:\n%s", text)
			}
		}
	}
	// The year of the table leads to the figure, the readout back to the table.
	p.run(`document.querySelector('a[data-year="1953"]').click()`)
	p.wait("the table's year is shown", `document.querySelector('#readout strong').textContent === '1953'`)
	p.run(`document.querySelector('.readout-more a').click()`)
	p.wait("the row is in view", `(({top}) => top > -5 && top < innerHeight)(document.querySelector(document.querySelector('.readout-more a').getAttribute('href')).getBoundingClientRect())`)
	// An open event and a reading do not lie over each other.
	p.run(`scrollTo(0, 0); rentang.select('hard-currency-1991')`)
	p.wait("the event takes its place", `!document.querySelector('#card').hidden && document.querySelector('#readout').hidden`)
	p.run(`rentang.read(1953)`)
	p.wait("the year takes its place", `document.querySelector('#card').hidden && !document.querySelector('#readout').hidden`)
	if c := p.complaints(); len(c) > 0 {
		t.Errorf("complaints: %q", c)
	}
}

// In every language and theme the readout speaks the language and has the colours.
func TestReadoutFollowsLanguageAndTheme(t *testing.T) {
	s := theStory(t)
	p := open(t, desk, "?renderer=canvas2d")
	p.run(`rentang.read(1953)`)
	colours := map[string]bool{}
	for _, theme := range []string{"light", "dark", "contrast"} {
		p.run(`rentang.setTheme('` + theme + `'); await rentang.idle()`)
		want := eval[string](p, `getComputedStyle(document.querySelector('#flows .swatch')).backgroundColor`)
		p.wait("the swatch of "+theme, `[...document.querySelectorAll('#readout .swatch')].some((e) => e.style.backgroundColor === '`+want+`')`)
		colours[want] = true
	}
	if len(colours) < 2 {
		t.Errorf("all themes have one colour: %v", colours)
	}
	for _, lang := range s.Languages {
		p.run(`await rentang.setLang('` + lang + `'); await rentang.idle()`)
		for _, d := range s.Directions {
			want, _ := json.Marshal(d.Label.In(lang))
			p.wait("the direction in "+lang, `document.querySelector('#readout').textContent.includes(`+string(want)+`)`)
		}
		if got, want := p.text(".readout-unit"), s.Unit.In(lang); got != want {
			t.Errorf("%s: unit %q, want %q", lang, got, want)
		}
	}
}

// On a phone a tap reads a year in a strip over the bar, and never under the finger.
func TestReadoutOnAPhone(t *testing.T) {
	p := open(t, phone, "en/")
	stage := p.box("#stage")
	for _, y := range []float64{300, 700} {
		p.tap(90, y)
		p.wait("the readout shows", `!document.querySelector('#readout').hidden`)
		p.idle()
		b := p.box("#readout")
		if b.W < stage.W-1 || b.H > stage.H/2 {
			t.Errorf("a tap at %v gives %+v", y, b)
		}
		if at := stage.Y + y; at >= b.Y && at <= b.Y+b.H {
			t.Errorf("a tap at %v is covered by %+v", y, b)
		}
		p.run(`document.querySelector('#readout [data-do="unread"]').click()`)
		p.wait("the button ends it", `document.querySelector('#readout').hidden`)
	}
}
