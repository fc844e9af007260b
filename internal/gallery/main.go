// Command gallery draws the pictures of docs/gallery from the built-in story: every
// language, theme, orientation and kind of still, a contact sheet of all, and the
// picture of the README. Its test compares what is in the tree with what the program
// draws now.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/image/draw"

	"rentang/assets"
	"rentang/internal/studio"
	"rentang/viz/render/still"
)

func main() {
	out := flag.String("o", "docs/gallery", "folder to write")
	readme := flag.String("picture", "docs/picture.png", "the README's picture")
	flag.Parse()
	if err := run(*out, *readme); err != nil {
		fmt.Fprintln(os.Stderr, "gallery:", err)
		os.Exit(1)
	}
}

func run(out, readme string) error {
	if err := os.MkdirAll(out, 0o755); err != nil {
		return err
	}
	s, problems := studio.Open(assets.Story())
	if problems.Errors() {
		return problems
	}
	var all []*image.RGBA
	for _, p := range shots() {
		img, err := picture(s, &p)
		if err != nil {
			return fmt.Errorf("%s: %w", p.name, err)
		}
		all = append(all, img)
		if err := write(filepath.Join(out, p.name+".png"), img); err != nil {
			return err
		}
		if p.name == "page-en" {
			if err := write(readme, img); err != nil {
				return err
			}
		}
	}
	if err := encode(filepath.Join(out, "contact-sheet.png"), sheet(all)); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(out, "index.md"), index(), 0o644)
}

// picture draws one picture.
func picture(s *studio.Studio, p *shot) (*image.RGBA, error) {
	r := p.request
	span, err := p.span()
	if err != nil {
		return nil, err
	}
	r.Span = span
	sc, err := s.Scene(r)
	if err != nil {
		return nil, err
	}
	return still.Raster(sc, s.Resources(r), p.scale)
}

func write(name string, img *image.RGBA) error { return encode(name, paletted(img)) }

func encode(name string, img image.Image) error {
	var b bytes.Buffer
	e := png.Encoder{CompressionLevel: png.BestCompression}
	if err := e.Encode(&b, img); err != nil {
		return err
	}
	return os.WriteFile(name, b.Bytes(), 0o644)
}

// Sizes of the contact sheet, in pixels.
const (
	columns  = 5
	cellWide = 300
	cellHigh = 260
	cellGap  = 12
)

// sheet sets all pictures in a grid, each as large as its cell allows.
func sheet(all []*image.RGBA) *image.RGBA {
	rows := (len(all) + columns - 1) / columns
	out := image.NewRGBA(image.Rect(0, 0, columns*(cellWide+cellGap)+cellGap, rows*(cellHigh+cellGap)+cellGap))
	draw.Draw(out, out.Bounds(), image.NewUniform(color.RGBA{0xd8, 0xd5, 0xce, 255}), image.Point{}, draw.Src)
	for i, img := range all {
		w, h := img.Bounds().Dx(), img.Bounds().Dy()
		k := min(float64(cellWide)/float64(w), float64(cellHigh)/float64(h))
		cw, ch := int(float64(w)*k), int(float64(h)*k)
		x := cellGap + i%columns*(cellWide+cellGap) + (cellWide-cw)/2
		y := cellGap + i/columns*(cellHigh+cellGap) + (cellHigh-ch)/2
		draw.CatmullRom.Scale(out, image.Rect(x, y, x+cw, y+ch), img, img.Bounds(), draw.Src, nil)
	}
	return out
}

// index lists the pictures with what makes them.
func index() []byte {
	var b strings.Builder
	b.WriteString("# Gallery\n\nDrawn from the built-in story by `./build.sh stills`; a test keeps it true. `contact-sheet.png` has all of them.\n\n| picture | what | made by |\n|---|---|---|\n")
	for _, p := range shots() {
		fmt.Fprintf(&b, "| [%s](%s.png) | %s, %s | `%s` |\n", p.name, p.name, p.says, p.request.Lang, p.command())
	}
	return []byte(b.String())
}
