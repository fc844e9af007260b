//go:build browser

package browser

import (
	"net/http"
	"net/http/httptest"
	"os"
	"testing"
	"time"

	"rentang/internal/serve"
)

// frameHost serves an article of one's own with the built folder beside it, so that
// the test may look into the frame.
func frameHost(t *testing.T, body string) string {
	t.Helper()
	all := serve.New(os.DirFS(lab.dist))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/article.html" {
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			w.Write([]byte("<!doctype html><title>Article</title><link rel=icon href=data:,><body>" + body))
			return
		}
		all.ServeHTTP(w, r)
	}))
	t.Cleanup(server.Close)
	return server.URL + "/article.html"
}

const deep = "#event-hard-currency-1991"

// A link to an event shows the figure with its card, and the program starts.
func TestDeepLink(t *testing.T) {
	for _, c := range []struct {
		name   string
		screen screen
		lang   string
	}{{"desk", desk, "en/"}, {"phone", phone, "ko/"}, {"low window", screen{1000, 400, 1}, ""}} {
		t.Run(c.name, func(t *testing.T) {
			p := load(t, c.screen, c.lang+deep)
			p.wait("the card is open", `document.querySelector('#card').dataset.event === 'hard-currency-1991' && !document.querySelector('#card').hidden`)
			p.wait("the program draws", `document.documentElement.classList.contains('running')`)
			p.idle()
			time.Sleep(500 * time.Millisecond)
			if y := eval[float64](p, `document.querySelector('#figure').getBoundingClientRect().top`); y < -1 || y > 200 {
				t.Errorf("the figure stands at %v px of the window", y)
			}
			if h := eval[string](p, `location.hash`); h != deep {
				t.Errorf("the address ends in %q", h)
			}
			// Another link in the document does the same without loading anew.
			p.run(`window.same = true; document.querySelector('article.event h3 a').click()`)
			first := theStory(t).Events[0].ID
			p.wait("the other card opens", `document.querySelector('#card').dataset.event === '`+first+`'`)
			p.wait("the figure is in view", `Math.abs(document.querySelector('#figure').getBoundingClientRect().top) < 200 && window.same`)
		})
	}
}

// In a frame that is out of sight the card is open and the program loads; the
// article stays where its reader is.
func TestDeepLinkInAFrame(t *testing.T) {
	host := frameHost(t, `<p style="height:3000px">Text</p><iframe src="en/index.html`+deep+`" style="width:900px;height:700px" title="Figure"></iframe><p style="height:1000px">Text</p>`)
	p := load(t, desk, host)
	inside := `frames[0] && frames[0].document.querySelector('#card')`
	p.wait("the card is open", inside+` && !frames[0].document.querySelector('#card').hidden && frames[0].document.querySelector('#card').dataset.event === 'hard-currency-1991'`)
	p.wait("the program is on its way", `frames[0].performance.getEntriesByType('resource').some((e) => e.name.endsWith('.wasm'))`)
	time.Sleep(time.Second)
	if y := eval[float64](p, `scrollY`); y != 0 {
		t.Errorf("the article was scrolled to %v", y)
	}
	p.run(`scrollTo(0, 2900)`)
	p.wait("seen, it draws", `frames[0].document.documentElement.classList.contains('running')`)
	if !eval[bool](p, `frames[0].document.querySelector('#card').dataset.event === 'hard-currency-1991'`) {
		t.Error("the card is closed")
	}
	if c := p.complaints(); len(c) > 0 {
		t.Errorf("complaints: %q", c)
	}
}

// Out of sight and without a link to an event nothing is loaded.
func TestWaitsUntilItIsSeen(t *testing.T) {
	host := frameHost(t, `<p style="height:6000px">Text</p><iframe src="en/index.html" style="width:900px;height:700px" title="Figure"></iframe><p style="height:1000px">Text</p>`)
	p := load(t, desk, host)
	p.wait("the frame is there", `frames[0] && frames[0].document.documentElement.classList.contains('script')`)
	time.Sleep(1500 * time.Millisecond)
	if eval[bool](p, `frames[0].performance.getEntriesByType('resource').some((e) => e.name.endsWith('.wasm'))`) {
		t.Error("the program is loaded though nobody sees the figure")
	}
	p.run(`scrollTo(0, 5900)`)
	p.wait("seen, it draws", `frames[0].document.documentElement.classList.contains('running')`)
}
