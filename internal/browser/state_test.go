//go:build browser

package browser

import (
	"strings"
	"testing"
	"time"
)

// warnings lets the page's console warnings be read as rentangWarnings.
const warnings = `globalThis.rentangWarnings = []; console.warn = (...a) => rentangWarnings.push(a.join(' '))`

// Every parameter of the address does what it says; a wrong one is warned about and
// changes nothing.
func TestParameters(t *testing.T) {
	for _, c := range []struct {
		name, address string
		want          string // an expression that becomes true
		warns         string // what a warning says; "" for none
		still         bool   // no program will draw
	}{
		{name: "nothing", address: "", want: `document.documentElement.lang === 'id' && !location.search && !location.hash`},
		{name: "language", address: "?lang=ko", want: `document.documentElement.lang === 'ko' && document.querySelector('#lang').value === 'ko' && location.search === '?lang=ko'`},
		{name: "the page's own language", address: "en/?lang=en", want: `document.documentElement.lang === 'en' && !location.search`},
		{name: "language that the story lacks", address: "?lang=fr", want: `document.documentElement.lang === 'id'`, warns: "lang=fr"},
		{name: "dark", address: "?theme=dark", want: `document.documentElement.dataset.theme === 'dark' && document.querySelector('#theme').value === 'dark'`},
		{name: "contrast", address: "?theme=contrast", want: `document.documentElement.dataset.theme === 'contrast'`},
		{name: "auto is the default", address: "?theme=auto", want: `!document.documentElement.dataset.theme && !location.search`},
		{name: "theme that is none", address: "?theme=pink", want: `!document.documentElement.dataset.theme`, warns: "theme=pink"},
		{name: "two years", address: "?time=1985..1995", want: `(({start, end}) => start === '1985-01-01' && end === '1996-01-01')(rentang.view()) && location.search === '?time=1985..1995'`},
		{name: "one year", address: "?time=1953", want: `(({start, end}) => start === '1953-01-01' && end === '1954-01-01')(rentang.view())`},
		{name: "months", address: "?time=2000-06..2000-08", want: `(({start, end}) => start === '2000-06-01' && end === '2000-09-01')(rentang.view())`},
		{name: "from the beginning", address: "?time=earliest..1960", want: `(({start, end}) => start <= '1945-12-31' && end === '1961-01-01')(rentang.view())`},
		{name: "to the end, cut off by a link shortener", address: "?time=2010..", want: `rentang.view().start === '2010-01-01' && rentang.view().end > '2026-01-01'`},
		{name: "time that is none", address: "?time=yesterday", want: `rentang.view().start < '1946'`, warns: "time=yesterday"},
		{name: "a day that does not exist", address: "?time=1953-02-30..1954", want: `rentang.view().start < '1946'`, warns: "time=1953-02-30..1954"},
		{name: "square roots", address: "?mode=sqrt", want: `document.querySelector('#mode').value === 'sqrt' && location.search === '?mode=sqrt'`},
		{name: "mode that is none", address: "?mode=log", want: `document.querySelector('#mode').value === 'linear'`, warns: "mode=log"},
		{name: "2D canvas", address: "?renderer=canvas2d", want: `rentang.stats().renderer === 'canvas2d'`},
		{name: "renderer that is none", address: "?renderer=ascii", want: `rentang.stats().renderer !== 'static'`, warns: "renderer=ascii"},
		{name: "play", address: "?play=1", want: `document.querySelector('[data-do="play"] use').getAttribute('href') === '#i-pause'`},
		{name: "do not play", address: "?play=0", want: `document.querySelector('[data-do="play"] use').getAttribute('href') === '#i-play'`},
		{name: "play that is none", address: "?play=yes", want: `document.querySelector('[data-do="play"] use').getAttribute('href') === '#i-play'`, warns: "play=yes"},
		{name: "static", address: "?static=1", want: `document.documentElement.classList.contains('static') && rentang.stats().renderer === 'static'`, still: true},
		{name: "plain", address: "?plain=1", want: `document.documentElement.classList.contains('plain') && !document.querySelector('#figure').offsetParent`, still: true},
		{name: "event", address: "#event-hard-currency-1991", want: `document.querySelector('#card').dataset.event === 'hard-currency-1991' && location.hash === '#event-hard-currency-1991'`},
		{name: "event that the story lacks", address: "#event-moon-1969", want: `document.querySelector('#card').hidden`, warns: "moon-1969"},
		{name: "another place of the document stays", address: "#sources", want: `document.querySelector('#card').hidden && location.hash === '#sources'`, still: true},
		{name: "what is not ours stays", address: "?utm=x&theme=dark", want: `location.search === '?utm=x&theme=dark'`},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			p := load(t, desk, c.address, warnings)
			if !c.still {
				p.wait("the program draws", `document.documentElement.classList.contains('running')`)
			}
			p.wait(c.want, c.want)
			time.Sleep(700 * time.Millisecond) // the address is written when the reader rests
			if !eval[bool](p, c.want) {
				t.Errorf("not so for long: %s (address %s)", c.want, eval[string](p, `location.href`))
			}
			said := eval[[]string](p, `rentangWarnings.filter((w) => w.startsWith('rentang'))`)
			if c.warns == "" && len(said) > 0 || c.warns != "" && (len(said) != 1 || !strings.Contains(said[0], c.warns)) {
				t.Errorf("warnings %q, want one about %q", said, c.warns)
			}
			if e := p.complaints(); len(e) > 0 {
				t.Errorf("complaints: %q", e)
			}
		})
	}
}

// What a reader does is in the address, and the address brings it back; undone, it
// is gone from there.
func TestStateComesBack(t *testing.T) {
	p := open(t, desk, "")
	search := func(want string) {
		t.Helper()
		p.wait("the address says "+want, `decodeURIComponent(location.search + location.hash) === `+quoted(want))
	}
	p.run(`rentang.setTheme('dark'); await rentang.setLang('ru'); rentang.setView('1985-01-01', '1996-01-01', {animate: false})`)
	p.run(`document.querySelector('#mode').value = 'sqrt'; document.querySelector('#mode').dispatchEvent(new Event('change'))`)
	search("?lang=ru&theme=dark&mode=sqrt&time=1985..1995")
	p.run(`rentang.select('hard-currency-1991')`)
	p.wait("the event is in the address", `location.hash === '#event-hard-currency-1991'`)
	again := open(t, desk, eval[string](p, `location.href`))
	for _, want := range []string{`document.documentElement.lang === 'ru'`, `document.documentElement.dataset.theme === 'dark'`,
		`document.querySelector('#mode').value === 'sqrt'`, `document.querySelector('#card').dataset.event === 'hard-currency-1991'`,
		`rentang.view().start >= '1984-01-01' && rentang.view().end <= '1998-01-01'`} {
		again.wait(want, want)
	}
	p.run(`rentang.select(null); rentang.setTheme('auto'); await rentang.setLang('id'); document.querySelector('[data-do="whole"]').click()`)
	p.run(`document.querySelector('#mode').value = 'linear'; document.querySelector('#mode').dispatchEvent(new Event('change'))`)
	search("")
}

// The default page speaks the reader's language, if the story has it and nobody has
// chosen another.
func TestOwnLanguage(t *testing.T) {
	reads := func(codes string) string {
		return `Object.defineProperty(Navigator.prototype, 'languages', {get: () => ` + codes + `})`
	}
	for _, c := range []struct{ name, languages, address, want string }{
		{"the story has it", `['ko-KR', 'en']`, "", "ko"},
		{"the story has the second", `['fr-FR', 'ru', 'en']`, "", "ru"},
		{"the story has none", `['fr', 'de']`, "", "id"},
		{"it is the page's", `['id-ID', 'en']`, "", "id"},
		{"the address says otherwise", `['ko']`, "?lang=en", "en"},
		{"the address says the page's own", `['ko']`, "?lang=id", "id"},
		{"another language's page", `['ko']`, "ru/", "ru"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			p := load(t, desk, c.address, reads(c.languages))
			p.wait("the program draws", `document.documentElement.classList.contains('running')`)
			if got := eval[string](p, `document.documentElement.lang`); got != c.want {
				t.Errorf("the page is in %s, want %s", got, c.want)
			}
			if got, want := p.text("h1"), theStory(t).Title.In(c.want); got != want {
				t.Errorf("the title is %q, want %q", got, want)
			}
		})
	}
	// A choice against it holds after a reload.
	p := load(t, desk, "", reads(`['ko']`))
	p.wait("Korean", `document.documentElement.lang === 'ko'`)
	p.run(`await rentang.setLang('id')`)
	p.wait("the choice is in the address", `location.search === '?lang=id'`)
	// In a frame the article's language counts, and the address that it gives.
	host := frameHost(t, `<iframe src="index.html" title="Figure" style="width:800px;height:600px"></iframe>`)
	f := load(t, desk, host, reads(`['ko']`))
	f.wait("the frame is there", `frames[0] && frames[0].document.documentElement.classList.contains('script')`)
	time.Sleep(time.Second)
	if got := eval[string](f, `frames[0].document.documentElement.lang`); got != "id" {
		t.Errorf("in a frame the page is in %s", got)
	}
}

// The languages' names are drawn with fonts that the page brings along, on every page.
func TestLanguageNamesHaveLetters(t *testing.T) {
	p := open(t, desk, "en/")
	for _, name := range eval[[]string](p, `[...document.querySelectorAll('#lang option')].map((o) => o.textContent)`) {
		if !eval[bool](p, `document.fonts.load('16px RentangNames0', `+quoted(name)+`).then(() => true)`) {
			t.Errorf("%s: no font", name)
		}
	}
	// Hangul without a font is a box, and all boxes are alike: the two syllables are not.
	if !eval[bool](p, `(async () => {
		const family = getComputedStyle(document.querySelector('#lang')).fontFamily;
		await document.fonts.load('40px ' + family, '한국어');
		const look = (text) => { const c = document.createElement('canvas'); c.width = c.height = 60; const g = c.getContext('2d'); g.font = '40px ' + family; g.fillText(text, 5, 45); return c.toDataURL(); };
		return look('한') !== look('국') && look('국') !== look('어') && family.includes('RentangNames');
	})()`) {
		t.Error("the language's name has no letters of its own")
	}
	for _, a := range p.addresses() {
		if strings.Contains(a, "RentangSansKR") {
			t.Errorf("an English page loads %s", a)
		}
	}
}
