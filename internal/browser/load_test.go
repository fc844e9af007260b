//go:build browser

package browser

import (
	"strings"
	"testing"
)

func TestLoadsByItself(t *testing.T) {
	s := theStory(t)
	for _, lang := range s.Languages {
		t.Run(lang, func(t *testing.T) {
			p := open(t, desk, address(s, lang))
			if c := p.complaints(); len(c) > 0 {
				t.Errorf("complaints: %q", c)
			}
			asked := p.addresses()
			if len(asked) < 5 {
				t.Errorf("only %d requests seen", len(asked))
			}
			for _, a := range asked {
				if !strings.HasPrefix(a, lab.address+"/") && !strings.HasPrefix(a, "data:") && !strings.HasPrefix(a, "blob:") {
					t.Errorf("request to a third party: %s", a)
				}
			}
			if got := eval[string](p, `document.documentElement.lang`); got != lang {
				t.Errorf("the document is in %q", got)
			}
			if got, want := p.text("h1"), s.Title.In(lang); got != want {
				t.Errorf("heading %q, want %q", got, want)
			}
		})
	}
}

func TestSaysHowItDraws(t *testing.T) {
	type stats struct {
		Renderer                             string
		Frames, LayoutMs, PaintMs, WasmBytes float64
		Events                               int
	}
	for _, r := range renderers {
		t.Run(r, func(t *testing.T) {
			p := open(t, desk, "?renderer="+r)
			st := eval[stats](p, `rentang.stats()`)
			if st.Renderer != r || st.Frames < 1 || st.LayoutMs <= 0 || st.WasmBytes <= 0 || st.Events != len(theStory(t).Events) {
				t.Errorf("stats: %+v", st)
			}
			for _, mark := range []string{"rentang:clickable", "rentang:interactive"} {
				if n := eval[int](p, `performance.getEntriesByName('`+mark+`').length`); n != 1 {
					t.Errorf("%d marks %s, want 1", n, mark)
				}
			}
			if n := eval[int](p, `document.querySelectorAll('#stage canvas').length`); n != 1 {
				t.Errorf("%d canvases on the stage, want 1", n)
			}
			if hidden := eval[bool](p, `document.querySelector('#first').hidden`); !hidden {
				t.Error("the first picture still stands")
			}
		})
	}
}

// Without script the document alone tells the story.
func TestDocumentStandsByItself(t *testing.T) {
	s := theStory(t)
	p := load(t, desk, "?plain=1")
	if n := eval[int](p, `document.querySelectorAll('article.event').length`); n != len(s.Events) {
		t.Errorf("%d events in the document, want %d", n, len(s.Events))
	}
	if c := p.complaints(); len(c) > 0 {
		t.Errorf("complaints: %q", c)
	}
}

// Left to itself, the page draws with WebGL only where a GPU stands behind it.
func TestChoosesHowToDraw(t *testing.T) {
	const (
		none = `HTMLCanvasElement.prototype.getContext = (get => function (kind, ...rest) {
			return kind.startsWith('webgl') ? null : get.call(this, kind, ...rest);
		})(HTMLCanvasElement.prototype.getContext)`
		card = `WebGL2RenderingContext.prototype.getParameter = (get => function (name) {
			return name === 0x9246 ? 'ANGLE (Some Graphics Card)' : get.call(this, name);
		})(WebGL2RenderingContext.prototype.getParameter)`
	)
	for _, c := range []struct{ name, asked, before, want string }{
		{"software", "", "", "canvas2d"},
		{"no WebGL", "", none, "canvas2d"},
		{"no WebGL, though asked for", "?renderer=webgl", none, "canvas2d"}, // better than no picture
		{"a graphics card", "", card, "webgl"},
		{"a graphics card, not wanted", "?renderer=canvas2d", card, "canvas2d"},
		{"a renderer that is none", "?renderer=vulkan", "", "canvas2d"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := load(t, desk, c.asked, c.before)
			p.wait("the program draws", `document.documentElement.classList.contains('running')`)
			if got := eval[string](p, `rentang.stats().renderer`); got != c.want {
				t.Errorf("drawn with %s, want %s", got, c.want)
			}
			viewers := 0
			for _, a := range p.addresses() {
				if strings.HasSuffix(a, ".wasm") {
					viewers++
				}
			}
			if viewers != 1 {
				t.Errorf("%d programs loaded, want 1", viewers)
			}
		})
	}
}
