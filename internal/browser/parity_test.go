//go:build browser

package browser

import (
	"bytes"
	"fmt"
	"image"
	"image/draw"
	"image/png"
	"testing"

	"github.com/chromedp/cdproto/page"

	"rentang/internal/studio"
	"rentang/viz/render/still"
	"rentang/viz/scene"
	"rentang/viz/timescale"
)

// The canvas and the still draw one scene, so they may differ only by how an edge
// is smoothed. limit is how far, in levels of 255.
type limit struct {
	shape  int     // largest difference of a pixel of a shape
	text   int     // the same where there is text: thin strokes add up several edges in one pixel
	beyond float64 // share of all pixels that may go beyond
	mean   float64 // of all pixels, as a multiple of the case's
}

var limits = map[string]limit{
	// Ebiten counts eight samples a pixel, a step of 32 levels. One pixel in a million
	// goes beyond, where two edges of a thin shape meet; this is ten.
	"webgl": {32, 80, 0.00001, 1},
	// Chromium's processor takes four by four samples of whatever is small or has many
	// corners: an upright edge is up to an eighth of a pixel off, which is 32 levels,
	// and a thin line has two of them in a pixel. Everything else is exact.
	"canvas2d": {64, 80, 0.00005, 1},
}

func TestCanvasEqualsStill(t *testing.T) {
	for _, c := range []struct {
		name, lang, theme, from, to string
		screen                      screen
		mean                        float64 // largest mean difference of all pixels, in levels
	}{
		{"whole", "en", "light", "", "", desk, 1},
		{"whole, scale 2", "en", "light", "", "", screen{1200, 900, 2}, 1},
		{"1985 to 1995", "id", "light", "1985-01-01", "1995-12-31", desk, 1},
		{"Korean, dark, scale 2", "ko", "dark", "2014-01-01", "2024-12-31", screen{900, 800, 2}, 1},
		{"a year of months, contrast", "ru", "contrast", "2018-01-01", "2018-12-31", desk, 1},
		{"phone", "ru", "light", "", "", phone, 1}, // letters cover a third of it
		{"phone, scale 2", "ko", "light", "1950-01-01", "1953-12-31", screen{390, 844, 2}, 1},
	} {
		for _, renderer := range renderers {
			t.Run(c.name+"/"+renderer, func(t *testing.T) {
				s := theStudio(t)
				p := open(t, c.screen, asking(asking(asking(address(s.Story, c.lang), "lang="+c.lang), "theme="+c.theme), "renderer="+renderer))
				if c.from != "" {
					p.show(c.from, c.to)
				}
				got := p.stage()
				v, b := p.view(), p.box("#stage")
				r := studio.Request{Lang: c.lang, Theme: c.theme, Size: scene.Point{X: b.W, Y: b.H},
					Span: &timescale.Span{Start: v.Days[0], End: v.Days[1]}, Page: true}
				sc, err := s.Scene(r)
				if err != nil {
					t.Fatal(err)
				}
				want, err := still.Raster(sc, s.Resources(r), c.screen.scale)
				if err != nil {
					t.Fatal(err)
				}
				d := compare(got, want, textMask(sc, c.screen.scale, want.Bounds()), limits[renderer])
				t.Logf("%v", d)
				name := c.name + "-" + renderer
				keepPNG(t, name+"-page.png", got)
				keepPNG(t, name+"-still.png", want)
				if got.Bounds().Size() != want.Bounds().Size() {
					t.Fatalf("the page's picture is %v, the still %v", got.Bounds().Size(), want.Bounds().Size())
				}
				if l := d.limit; d.mean > c.mean*l.mean || d.beyond() > l.beyond {
					t.Errorf("further apart than smoothing explains: mean at most %.1f, beyond at most %.4f%%", c.mean*l.mean, 100*l.beyond)
					keepPNG(t, name+"-difference.png", d.image)
				}
			})
		}
	}
}

// stage is a picture of the canvas alone: what the page lays over it is hidden.
func (p *tab) stage() *image.RGBA {
	p.t.Helper()
	p.run(`for (const e of document.querySelector('#stage').children) if (e.tagName !== 'CANVAS') e.style.visibility = 'hidden'`)
	p.idle()
	b := p.box("#stage")
	shot := call(p, page.CaptureScreenshot, page.CaptureScreenshotParams{
		Format: page.CaptureScreenshotFormatPng,
		Clip:   &page.Viewport{X: b.X, Y: b.Y, Width: b.W, Height: b.H, Scale: 1},
	})
	img, err := png.Decode(bytes.NewReader(shot.Data))
	if err != nil {
		p.t.Fatal(err)
	}
	flat := image.NewRGBA(image.Rectangle{Max: img.Bounds().Size()})
	draw.Draw(flat, flat.Bounds(), img, img.Bounds().Min, draw.Src)
	return flat
}

// apart is how far two pictures are apart.
type apart struct {
	limit                            limit
	pixels, shapesBeyond, textBeyond int
	shapeMost, textMost              int
	mean                             float64
	image                            *image.RGBA // the difference, times four
}

// beyond is the share of pixels that differ by more than their limit.
func (d apart) beyond() float64 { return float64(d.shapesBeyond+d.textBeyond) / float64(d.pixels) }

func (d apart) String() string {
	share := func(n int) float64 { return 100 * float64(n) / float64(d.pixels) }
	return fmt.Sprintf("mean %.3f; shapes at most %d levels apart, %.4f%% of all pixels beyond %d; text at most %d, %.4f%% beyond %d",
		d.mean, d.shapeMost, share(d.shapesBeyond), d.limit.shape, d.textMost, share(d.textBeyond), d.limit.text)
}

// compare measures the largest difference of the three colours in each pixel.
func compare(a, b *image.RGBA, text []bool, l limit) apart {
	r := a.Bounds().Intersect(b.Bounds())
	d := apart{limit: l, pixels: r.Dx() * r.Dy(), image: image.NewRGBA(r)}
	sum := 0
	for y := range r.Dy() {
		for x := range r.Dx() {
			i, j, most := a.PixOffset(x, y), b.PixOffset(x, y), 0
			for c := range 3 {
				n := int(a.Pix[i+c]) - int(b.Pix[j+c])
				n = max(n, -n)
				most = max(most, n)
				sum += n
				d.image.Pix[d.image.PixOffset(x, y)+c] = uint8(min(255, 4*n))
			}
			d.image.Pix[d.image.PixOffset(x, y)+3] = 255
			if text[y*b.Bounds().Dx()+x] {
				d.textMost = max(d.textMost, most)
				if most > l.text {
					d.textBeyond++
				}
			} else {
				d.shapeMost = max(d.shapeMost, most)
				if most > l.shape {
					d.shapesBeyond++
				}
			}
		}
	}
	d.mean = float64(sum) / float64(3*d.pixels)
	return d
}

// textMask marks the device pixels that a letter may touch.
func textMask(s *scene.Scene, scale float64, r image.Rectangle) []bool {
	m := masker{scale: scale, w: r.Dx(), h: r.Dy(), mask: make([]bool, r.Dx()*r.Dy())}
	s.Replay(&m)
	return m.mask
}

// masker is a painter that only takes down where text is.
type masker struct {
	scale float64
	w, h  int
	mask  []bool
}

func (m *masker) Fill(*scene.Path, scene.Color)          {}
func (m *masker) Stroke(*scene.Path, scene.Pen)          {}
func (m *masker) Picture(string, scene.Rect, scene.Rect) {}

// Glyphs marks an em around each letter's origin, whichever way the run reads.
func (m *masker) Glyphs(run *scene.GlyphRun, _ scene.Color) {
	for _, g := range run.Glyphs {
		box := scene.Rect{Min: g.At, Max: g.At}.Grow(run.Size * 1.1)
		for y := max(0, int(box.Min.Y*m.scale)); y < min(m.h, int(box.Max.Y*m.scale)+1); y++ {
			for x := max(0, int(box.Min.X*m.scale)); x < min(m.w, int(box.Max.X*m.scale)+1); x++ {
				m.mask[y*m.w+x] = true
			}
		}
	}
}

func keepPNG(t *testing.T, name string, img image.Image) {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	keep(t, name, b.Bytes())
}
