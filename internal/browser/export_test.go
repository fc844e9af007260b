//go:build browser

package browser

import (
	"bytes"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"

	"rentang/internal/serve"
)

// watching is a script that keeps what the page saves, and every worker.
const watching = `window.saved = []; window.workers = [];
	{
		const make = URL.createObjectURL.bind(URL), Made = window.Worker, blobs = new Map();
		URL.createObjectURL = (blob) => { const address = make(blob); blobs.set(address, blob); return address; };
		HTMLAnchorElement.prototype.click = function () { saved.push({name: this.download, blob: blobs.get(this.href)}); };
		if (Made) window.Worker = class extends Made { constructor(...all) { super(...all); workers.push(this); } };
	}`

// openMenu opens the menu of what can be taken along; narrow pages have it behind another.
func (p *tab) openMenu() {
	p.t.Helper()
	p.run(`if (document.querySelector('#further').contains(document.querySelector('#download'))) document.querySelector('[data-do=menu]').click();
		document.querySelector('#download').open = true; await new Promise((r) => setTimeout(r, 100))`)
}

// choose sets a choice of the menu.
func (p *tab) choose(id, value string) {
	p.t.Helper()
	p.run(fmt.Sprintf(`const s = document.querySelector('#still-%s'); s.value = '%s'; s.dispatchEvent(new Event('change', {bubbles: true}))`, id, value))
}

// export presses a button of the menu.
func (p *tab) export(name string) {
	p.t.Helper()
	p.run(`document.querySelector('[data-export="` + name + `"]').click()`)
}

// done waits until the menu has finished what it does.
func (p *tab) done() {
	p.t.Helper()
	p.wait("the picture is made", `document.querySelector('#still-work').hidden && !document.querySelector('[data-export="save"]').disabled`)
}

// shot keeps a picture of what stands in the window.
func (p *tab) shot(name string) {
	p.t.Helper()
	if *keepFlag == "" {
		return
	}
	data, err := chromedp.Run(p.ctx, chromedp.CaptureScreenshot())
	if err != nil {
		p.t.Fatal(err)
	}
	keep(p.t, name, data)
}

func TestExportMenu(t *testing.T) {
	for _, c := range []struct {
		name, address string
		screen        screen
	}{
		{"wide", "en/?theme=light", screen{1200, 780, 1}},
		{"wide, dark", "ru/?theme=dark", screen{1200, 780, 1}},
		{"narrow", "ko/?theme=light", screen{375, 812, 1}},
		{"narrow, dark", "en/?theme=dark", screen{375, 812, 1}},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := load(t, c.screen, c.address, watching)
			p.wait("the program draws", `document.documentElement.classList.contains('running')`)
			p.idle()
			p.run(`window.told = []; rentang.on('still', (d) => told.push(d))`)
			p.openMenu()
			p.shot("export-" + strings.ReplaceAll(c.name, ", ", "-") + ".png")
			for _, f := range p.breaches() {
				t.Errorf("%s: %s\n\t%s", f.ID, f.Help, strings.Join(f.Nodes, "\n\t"))
			}
			if !eval[bool](p, `document.querySelector('#still-what [value=event]').disabled`) {
				t.Error("one event can be chosen while none is open")
			}
			m, s := p.box("#downloads"), p.box("#figure")
			if m.X < s.X || m.X+m.W > s.X+s.W-8 {
				t.Errorf("the menu stands at %+v, the figure at %+v", m, s)
			}
			for _, inner := range []string{"select", "button"} {
				if over := eval[[]string](p, `[...document.querySelectorAll('#downloads `+inner+`')].filter((e) => {
					const b = e.getBoundingClientRect(), m = document.querySelector('#downloads').getBoundingClientRect();
					return e.offsetParent && (b.left < m.left || b.right > m.right + 0.5);
				}).map((e) => e.outerHTML.slice(0, 80))`); len(over) > 0 {
					t.Errorf("out of the menu: %q", over)
				}
			}
			p.choose("size", "column")
			if got := p.text("#still-pixels"); got != "1280 × 900 px" {
				t.Errorf("the size is told as %q", got)
			}
			p.export("save")
			p.wait("something is said", `document.querySelector('#still-work').hidden || document.querySelector('#still-said').textContent !== ''`)
			p.shot("export-" + strings.ReplaceAll(c.name, ", ", "-") + "-working.png")
			p.done()
			p.wait("saved", `saved.length === 1`)
			lang, theme := eval[string](p, `document.documentElement.lang`), eval[string](p, `document.documentElement.dataset.theme`)
			if got, want := eval[string](p, `saved[0].name`), theStory(t).ID+"-column-"+lang+".png"; got != want {
				t.Errorf("saved as %q, want %q", got, want)
			}
			same(t, p.blob(`saved[0].blob`), written(t, "png", "--lang", lang, "--theme", theme, "--preset", "column", "--scale", "2"))
			if got, want := eval[string](p, `JSON.stringify(told.map((d) => [d.format, d.preset, d.scale, d.what, d.bytes > 1000]))`), `[["png","column",2,"whole",true]]`; got != want {
				t.Errorf("told %s, want %s", got, want)
			}
			// An open card can be had, and no longer once it is closed.
			p.run(`rentang.select('hard-currency-1991')`)
			p.idle()
			p.choose("what", "event")
			p.choose("format", "svg")
			p.export("save")
			p.done()
			p.wait("saved", `saved.length === 2`)
			if got := eval[string](p, `saved[1].name`); !strings.Contains(got, "hard-currency-1991") || !strings.HasSuffix(got, ".svg") {
				t.Errorf("an event is saved as %q", got)
			}
			p.run(`rentang.select(null)`)
			if got := eval[string](p, `document.querySelector('#still-what').value`); got != "view" {
				t.Errorf("with the card closed the menu offers %q", got)
			}
			if c := p.complaints(); len(c) > 0 {
				t.Errorf("complaints: %q", c)
			}
		})
	}
}

// Escape closes the menu, and the menu alone; a press beside it does so too.
func TestExportMenuCloses(t *testing.T) {
	p := open(t, desk, "en/#event-hard-currency-1991")
	p.openMenu()
	p.run(`document.querySelector('#still-what').focus()`)
	p.do(chromedp.KeyEvent("\x1b"))
	if eval[bool](p, `document.querySelector('#download').open`) || eval[bool](p, `document.querySelector('#card').hidden`) {
		t.Error("Escape closes the menu, and the menu alone")
	}
	if got := eval[string](p, `document.activeElement.localName`); got != "summary" {
		t.Errorf("the focus is on %s, want the menu's button", got)
	}
	p.openMenu()
	p.click(300, 200)
	if eval[bool](p, `document.querySelector('#download').open`) {
		t.Error("the menu stays open")
	}
}

// A reader can stop it in the middle, and begin again.
func TestExportCancel(t *testing.T) {
	p := load(t, desk, "en/", watching)
	p.wait("the program draws", `document.documentElement.classList.contains('running')`)
	p.openMenu()
	p.choose("size", "a3")
	p.export("save")
	p.wait("a worker", `workers.length === 1 && !document.querySelector('#still-work').hidden`)
	p.export("cancel")
	p.done()
	if said := p.text("#still-said"); said != "" || eval[int](p, `saved.length`) != 0 {
		t.Errorf("cancelled, and yet it says %q", said)
	}
	p.choose("size", "column")
	p.export("save")
	p.wait("saved", `saved.length === 1`)
	if n := eval[int](p, `workers.length`); n != 2 {
		t.Errorf("%d workers, want a second one", n)
	}
}

// Whatever becomes of the program, a word says so, the page goes on, and it can be
// tried again.
func TestExportFails(t *testing.T) {
	s := theStudio(t)
	english, err := s.Language("en")
	if err != nil {
		t.Fatal(err)
	}
	whole := serve.New(os.DirFS(lab.dist))
	for _, c := range []struct {
		name, file string
		middle     string // statements that do the damage, once the worker is at work
	}{
		{"the program is missing", "/stills.", ""},
		{"the worker is missing", "/worker.", ""},
		{"a font is missing", ".ttf", ""},
		{"the worker is killed", "", `workers[0].terminate()`},
		{"the worker breaks", "", `workers[0].dispatchEvent(new ErrorEvent('error', {message: 'out of memory'}))`},
	} {
		t.Run(c.name, func(t *testing.T) {
			var broken atomic.Bool
			var held sync.WaitGroup
			server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				if broken.Load() && c.file != "" && strings.Contains(r.URL.Path, c.file) {
					http.NotFound(w, r)
					return
				}
				if c.middle != "" && strings.Contains(r.URL.Path, "/stills.") {
					held.Wait()
				}
				whole.ServeHTTP(w, r)
			}))
			t.Cleanup(server.Close)
			p := load(t, desk, server.URL+"/en/", watching)
			p.wait("the program draws", `document.documentElement.classList.contains('running')`)
			broken.Store(true)
			call(p, network.ClearBrowserCache, cdp.Empty{})
			if c.middle != "" {
				held.Add(1)
			}
			p.openMenu()
			p.choose("size", "column")
			p.export("save")
			if c.middle != "" {
				p.wait("a worker that holds its lock", `workers.length === 1 && navigator.locks.query().then((l) => l.held.length === 1 && l.pending.length === 1)`)
				p.run(c.middle)
			}
			want := english.Word("still_failed")
			p.wait("a word says so", `document.querySelector('#still-said').textContent.includes('`+want+`')`)
			if c.middle != "" {
				held.Done()
			}
			p.done()
			if got := eval[bool](p, `rentang.select('hard-currency-1991') && !document.querySelector('#card').hidden`); !got {
				t.Error("the page does not go on")
			}
			p.shot("export-failed.png")
			broken.Store(false)
			p.run(`document.querySelector('#still-said button').click()`)
			p.wait("saved at the second try", `saved.length === 1`)
		})
	}
}

// The link, the code of a frame and the picture go to the clipboard.
func TestExportToTheClipboard(t *testing.T) {
	p := load(t, desk, "en/?time=1985..1994", watching)
	p.wait("the program draws", `document.documentElement.classList.contains('running')`)
	for _, name := range []string{"clipboard-read", "clipboard-write"} {
		call(p, browser.SetPermission, browser.SetPermissionParams{Permission: &browser.PermissionDescriptor{Name: name}, Setting: browser.PermissionSettingGranted})
	}
	p.idle()
	p.openMenu()
	copied := func() string {
		t.Helper()
		p.wait("copied", `document.querySelector('#still-said').textContent === 'Copied'`)
		return eval[string](p, `navigator.clipboard.readText()`)
	}
	p.export("link")
	if got := copied(); got != lab.address+"/en/?time=1985..1994" {
		t.Errorf("the link is %s", got)
	}
	p.export("code")
	p.wait("the code", `navigator.clipboard.readText().then((t) => t.includes('<iframe'))`)
	code := copied()
	for _, want := range []string{`src="` + lab.address + `/en/?time=1985..1994"`, `title="` + theStory(t).Title.In("en") + `"`, `height="640"`, `embed.js`} {
		if !strings.Contains(code, want) {
			t.Errorf("the code of a frame lacks %s:\n%s", want, code)
		}
	}
	p.choose("size", "column")
	p.export("image")
	p.done()
	p.wait("copied", `document.querySelector('#still-said').textContent === 'Copied'`)
	if got := eval[[]string](p, `navigator.clipboard.read().then((items) => items[0].types)`); !slices.Contains(got, "image/png") {
		t.Errorf("on the clipboard there is %q", got)
	}
	// Refused, the text is laid out to be copied by hand.
	p.run(`navigator.clipboard.writeText = () => Promise.reject(new Error('no')); document.execCommand = () => false`)
	p.export("link")
	p.wait("laid out", `Boolean(document.querySelector('#still-result textarea'))`)
	if got := eval[string](p, `document.querySelector('#still-result textarea').value`); !strings.HasSuffix(got, "/en/?time=1985..1994") {
		t.Errorf("laid out is %q", got)
	}
}

func TestExportData(t *testing.T) {
	p := load(t, desk, "ko/", watching)
	p.wait("the page answers", `Boolean(window.rentang)`)
	p.openMenu()
	p.export("flows")
	p.wait("saved", `saved.length === 1`)
	p.export("events")
	p.wait("saved", `saved.length === 2`)
	raw, err := os.ReadFile(filepath.Join(lab.dist, "story", "flows.csv"))
	if err != nil {
		t.Fatal(err)
	}
	flows, events := string(p.blob(`saved[0].blob`)), string(p.blob(`saved[1].blob`))
	if got, want := strings.Count(flows, "\r\n"), len(bytes.Split(bytes.TrimSpace(raw), []byte("\n"))); got != want {
		t.Errorf("%d lines of figures, want %d", got, want)
	}
	if !strings.HasPrefix(flows, "\ufeffyear,direction,kind,") {
		t.Errorf("the figures begin with %.40q", flows)
	}
	s := theStory(t)
	for _, e := range s.Events {
		if !strings.Contains(events, "\r\n"+e.ID+",") || !strings.Contains(events, e.Title.In("ko")) {
			t.Errorf("the events lack %s", e.ID)
		}
	}
}

// In a frame that may not save, the picture is shown, to be opened or copied, and
// the host page hears of it. No download is tried where it is sure to fail.
func TestExportInAFrame(t *testing.T) {
	whole := serve.New(os.DirFS(lab.dist))
	for _, c := range []struct {
		name, sandbox string
		tries         int
	}{
		{"no sandbox", "", 1},
		{"downloads allowed", `sandbox="allow-scripts allow-same-origin allow-downloads"`, 1},
		{"no downloads", `sandbox="allow-scripts allow-same-origin"`, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				if r.URL.Path == "/host" {
					w.Header().Set("Content-Type", "text/html")
					fmt.Fprintf(w, `<!doctype html><link rel="icon" href="data:,"><script>window.heard = []; addEventListener('message', (e) => { if (e.data.source === 'rentang') heard.push(e.data); });</script>
						<iframe src="en/" %s width="1000" height="800" title="x"></iframe>`, c.sandbox)
					return
				}
				whole.ServeHTTP(w, r)
			}))
			t.Cleanup(server.Close)
			p := load(t, desk, server.URL+"/host", watching)
			p.wait("the page answers", `Boolean(frames[0].rentang)`)
			p.run(`window.inside = frames[0].document; inside.querySelector('#download').open = true;
				const s = inside.querySelector('#still-size'); s.value = 'column'; s.dispatchEvent(new Event('change', {bubbles: true}));
				inside.querySelector('[data-export=save]').click()`)
			p.wait("the picture is shown", `Boolean(inside.querySelector('#still-result img'))`)
			if got := eval[int](p, `frames[0].saved.length`); got != c.tries {
				t.Errorf("%d downloads tried, want %d", got, c.tries)
			}
			if got := eval[string](p, `inside.querySelector('#still-result a').href.slice(0, 5) + inside.querySelector('#still-result a').target`); got != "blob:_blank" {
				t.Errorf("the picture opens with %q", got)
			}
			p.wait("the picture is drawn", `inside.querySelector('#still-result img').naturalWidth === 1280`)
			p.wait("the host hears of it", `heard.some((m) => m.type === 'still' && m.id && m.data.bytes > 1000 && m.data.preset === 'column')`)
			p.shot("export-frame.png")
			if c := p.complaints(); len(c) > 0 {
				t.Errorf("complaints: %q", c)
			}
		})
	}
}

// A page without an origin can have no worker: the same file is made in the page.
func TestExportWithoutAnOrigin(t *testing.T) {
	whole := serve.New(os.DirFS(lab.dist))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Access-Control-Allow-Origin", "*")
		w.Header().Set("Content-Security-Policy", "sandbox allow-scripts")
		whole.ServeHTTP(w, r)
	}))
	t.Cleanup(server.Close)
	p := load(t, desk, server.URL+"/en/", watching)
	p.wait("the page answers", `Boolean(window.rentang) && self.origin === 'null'`)
	same(t, p.blob(`rentang.still({preset: 'column'})`), written(t, "png", "--lang", "en", "--preset", "column"))
	p.openMenu()
	p.choose("format", "svg")
	p.export("save")
	p.wait("the picture is shown", `Boolean(document.querySelector('#still-result img'))`)
	if n := eval[int](p, `workers.length`); n != 0 {
		t.Errorf("%d workers", n)
	}
}
