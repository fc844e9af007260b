//go:build browser

package browser

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// screen is what a tab shows the page on, in CSS pixels and device pixels in each.
type screen struct {
	w, h  int64
	scale float64
}

var (
	desk  = screen{1200, 900, 1}
	phone = screen{390, 844, 1}
)

// tab is one open page.
type tab struct {
	t   *testing.T
	ctx context.Context

	mu       sync.Mutex
	errors   []string // what the console and the page complained about
	requests []string // every address asked for
}

// renderers are the programs that draw. Left to itself the page takes the second
// here, where WebGL is done in software.
var renderers = []string{"webgl", "canvas2d"}

// each runs a test once with each program. on makes an address that asks for it.
func each(t *testing.T, f func(t *testing.T, on func(address string) string)) {
	for _, r := range renderers {
		t.Run(r, func(t *testing.T) { f(t, func(address string) string { return asking(address, "renderer="+r) }) })
	}
}

// asking adds a parameter to an address.
func asking(address, parameter string) string {
	if strings.Contains(address, "?") {
		return address + "&" + parameter
	}
	return address + "?" + parameter
}

// open opens an address of the built folder, or a whole one, and waits until the
// program draws and rests.
func open(t *testing.T, s screen, address string) *tab {
	t.Helper()
	p := load(t, s, address)
	p.wait("the program draws", `Boolean(window.rentang) && document.documentElement.classList.contains('running')`)
	p.idle()
	return p
}

// load opens an address and waits for the document alone. Scripts run before any
// of the page's own.
func load(t *testing.T, s screen, address string, scripts ...string) *tab {
	t.Helper()
	return loadIn(t, lab.browser, s, address, scripts...)
}

// loadIn is load in a browser of its own.
func loadIn(t *testing.T, browser context.Context, s screen, address string, scripts ...string) *tab {
	t.Helper()
	if !strings.Contains(address, "://") {
		address = lab.address + "/" + address
	}
	p := &tab{t: t}
	ctx, cancel := chromedp.NewContext(browser, chromedp.WithListener(p.listen))
	t.Cleanup(cancel)
	p.ctx = ctx
	p.do() // the tab lives as long as this first context; the limit is another's
	limited, stop := context.WithTimeout(ctx, 3*time.Minute)
	t.Cleanup(stop)
	p.ctx = limited
	call(p, network.Enable, network.EnableParams{})
	call(p, log.Enable, cdp.Empty{})
	call(p, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{Width: s.w, Height: s.h, DeviceScaleFactor: s.scale})
	call(p, emulation.SetFocusEmulationEnabled, emulation.SetFocusEmulationEnabledParams{Enabled: true})
	for _, source := range scripts {
		call(p, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: source})
	}
	p.do(chromedp.Navigate(address))
	return p
}

// call sends a command of the protocol.
func call[P, R any](p *tab, command cdp.Command[P, R], params P) R {
	p.t.Helper()
	r, err := chromedp.Call(p.ctx, command, params)
	if err != nil {
		p.t.Fatalf("%s: %v (complaints: %q)", command.Method, err, p.complaints())
	}
	return r
}

// listen takes down complaints and requests.
func (p *tab) listen(event any) {
	p.mu.Lock()
	defer p.mu.Unlock()
	switch e := event.(type) {
	case *runtime.EventConsoleAPICalled:
		if e.Type == runtime.ConsoleAPICalledTypeError || e.Type == runtime.ConsoleAPICalledTypeAssert {
			var words []string
			for _, a := range e.Args {
				words = append(words, string(a.Value)+a.Description)
			}
			p.errors = append(p.errors, "console: "+strings.Join(words, " "))
		}
	case *runtime.EventExceptionThrown:
		words := e.ExceptionDetails.Text
		if x := e.ExceptionDetails.Exception; x != nil {
			words += " " + x.Description
		}
		p.errors = append(p.errors, "exception: "+words)
	case *log.EventEntryAdded:
		if e.Entry.Level == log.EntryLevelError {
			p.errors = append(p.errors, "log: "+e.Entry.Text+" "+e.Entry.URL)
		}
	case *network.EventRequestWillBeSent:
		p.requests = append(p.requests, e.Request.URL)
	}
}

// complaints is what was complained about until now.
func (p *tab) complaints() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return append([]string(nil), p.errors...)
}

// addresses is every address asked for until now.
func (p *tab) addresses() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return append([]string(nil), p.requests...)
}

// do takes steps and ends the test if one fails.
func (p *tab) do(steps ...chromedp.Action[chromedp.Void]) {
	p.t.Helper()
	if err := chromedp.Do(p.ctx, steps...); err != nil {
		p.t.Fatalf("%v (complaints: %q)", err, p.complaints())
	}
}

// eval evaluates an expression, or what its promise resolves with.
func eval[T any](p *tab, expression string) T {
	p.t.Helper()
	v, err := chromedp.Run(p.ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		p.t.Fatalf("%s: %v (complaints: %q)", expression, err, p.complaints())
	}
	return v
}

// run evaluates statements for what they do.
func (p *tab) run(statements string) {
	p.t.Helper()
	eval[bool](p, "(async () => {"+statements+"; return true})()")
}

// wait waits until an expression is true.
func (p *tab) wait(what, expression string) {
	p.t.Helper()
	const patience = 45 * time.Second
	for start := time.Now(); !eval[bool](p, expression); time.Sleep(50 * time.Millisecond) {
		if time.Since(start) > patience {
			p.t.Fatalf("%s: not within %v (complaints: %q)", what, patience, p.complaints())
		}
	}
}

// idle waits until nothing is left to draw.
func (p *tab) idle() {
	p.t.Helper()
	p.run(`await rentang.idle()`)
}

// box is a rectangle in CSS pixels of the window.
type box struct{ X, Y, W, H float64 }

// box returns where an element stands.
func (p *tab) box(selector string) box {
	p.t.Helper()
	return eval[box](p, fmt.Sprintf(`(() => { const b = document.querySelector(%q).getBoundingClientRect();
		return {X: b.x, Y: b.y, W: b.width, H: b.height}; })()`, selector))
}

// text returns an element's text as a reader sees it.
func (p *tab) text(selector string) string {
	p.t.Helper()
	return eval[string](p, fmt.Sprintf(`document.querySelector(%q).innerText`, selector))
}

// click clicks a point of the stage with the mouse.
func (p *tab) click(x, y float64) {
	p.t.Helper()
	s := p.box("#stage")
	p.do(chromedp.MouseClickXY(s.X+x, s.Y+y))
}

// drag presses at one point of the stage, moves in steps and lets go after a rest,
// so that the view stays where it was brought.
func (p *tab) drag(x0, y0, x1, y1 float64) {
	p.t.Helper()
	s := p.box("#stage")
	mouse := func(typ input.DispatchMouseEventType, share float64, buttons int64) {
		call(p, input.DispatchMouseEvent, input.DispatchMouseEventParams{
			Type: typ, X: s.X + x0 + (x1-x0)*share, Y: s.Y + y0 + (y1-y0)*share,
			Button: input.MouseButtonLeft, Buttons: buttons, ClickCount: 1,
		})
	}
	mouse(input.DispatchMouseEventTypeMousePressed, 0, 1)
	const steps = 40
	for i := range steps {
		mouse(input.DispatchMouseEventTypeMouseMoved, float64(i+1)/steps, 1)
		time.Sleep(8 * time.Millisecond)
	}
	time.Sleep(300 * time.Millisecond)
	mouse(input.DispatchMouseEventTypeMouseReleased, 1, 0)
}

// wheel turns the wheel over a point of the stage; up is negative.
func (p *tab) wheel(x, y, dy float64) {
	p.t.Helper()
	s := p.box("#stage")
	call(p, input.DispatchMouseEvent, input.DispatchMouseEventParams{
		Type: input.DispatchMouseEventTypeMouseWheel, X: s.X + x, Y: s.Y + y, DeltaY: dy,
		DeltaX: 1e-6, // a zero would be left out of the message, and is missed there
	})
}

// key presses a key while the figure has the focus.
func (p *tab) key(key string) {
	p.t.Helper()
	p.run(`document.querySelector('#overlay').focus({preventScroll: true})`)
	p.do(chromedp.KeyEvent(key))
}

// reload loads the page again.
func reload() chromedp.Action[chromedp.Void] { return chromedp.Reload() }
