package main

import (
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"testing"

	"rentang/assets"
	"rentang/internal/studio"
)

const (
	folder = "../../docs/gallery"
	readme = "../../docs/picture.png"
	update = "if the change is meant, run ./build.sh stills and look at the pictures"
)

// How far a picture may be from the one in the tree: so many of its pixels may
// differ by more than so many of 255 levels in any channel. The levels leave room
// for the file's 256 colours, which move an edge by 10, and for the rounding of
// another processor; one digit that changes is more pixels than that.
const (
	levels = 24
	strays = 12
)

// sizeMost is what the pictures in the tree may weigh together, in bytes.
const sizeMost = 2_500_000

func open(t *testing.T) *studio.Studio {
	t.Helper()
	s, problems := studio.Open(assets.Story())
	if problems.Errors() {
		t.Fatal(problems)
	}
	return s
}

// The pictures in the tree, the contact sheet and the README's picture among them,
// are what the program draws.
func TestPictures(t *testing.T) {
	s, all := open(t), shots()
	drawn := make([]*image.RGBA, len(all))
	for i := range all {
		img, err := all[i].draw(s)
		if err != nil {
			t.Fatalf("%s: %v", all[i].name, err)
		}
		drawn[i] = img
		compare(t, filepath.Join(folder, all[i].file()), img)
	}
	compare(t, readme, drawn[find(all, readmeShot)])
	sheet, err := contactSheet(s, all, drawn)
	if err != nil {
		t.Fatal(err)
	}
	compare(t, filepath.Join(folder, sheetFile), sheet)
}

// compare fails the test when the picture is not the one of the file.
func compare(t *testing.T, name string, got *image.RGBA) {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Errorf("%v: %s", err, update)
		return
	}
	defer f.Close()
	want, err := png.Decode(f)
	if err != nil {
		t.Errorf("%s: %v: %s", name, err, update)
		return
	}
	if want.Bounds() != got.Bounds() {
		t.Errorf("%s has %v, drawn is %v: %s", name, want.Bounds().Size(), got.Bounds().Size(), update)
		return
	}
	if n, at := differing(got, want); n > strays {
		t.Errorf("%s: %d pixels differ by more than %d levels, the first at %v: %s", name, n, levels, at, update)
	}
}

// differing counts the pixels that differ by more than levels, and finds the first.
func differing(got *image.RGBA, want image.Image) (n int, first image.Point) {
	b := got.Bounds()
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			w := color.RGBAModel.Convert(want.At(x, y)).(color.RGBA)
			g := got.RGBAAt(x, y)
			if apart(g.R, w.R) <= levels && apart(g.G, w.G) <= levels && apart(g.B, w.B) <= levels && apart(g.A, w.A) <= levels {
				continue
			}
			if n++; n == 1 {
				first = image.Pt(x, y)
			}
		}
	}
	return n, first
}

func apart(a, b uint8) int { return max(int(a)-int(b), int(b)-int(a)) }

// The guard sees what an eye sees: a picture that lost a part of one letter, and
// one that moved by a pixel.
func TestGuardSees(t *testing.T) {
	all := shots()
	img, err := all[find(all, "og-en")].draw(open(t))
	if err != nil {
		t.Fatal(err)
	}
	if n, at := differing(img, img); n != 0 {
		t.Errorf("a picture differs from itself in %d pixels, the first at %v", n, at)
	}
	letter := firstInk(img)
	if letter == (image.Point{}) {
		t.Fatal("the picture is empty")
	}
	part := image.NewRGBA(img.Bounds())
	copy(part.Pix, img.Pix)
	for y := range 8 {
		for x := range 8 {
			part.SetRGBA(letter.X+x, letter.Y+y, img.RGBAAt(0, 0))
		}
	}
	if n, _ := differing(img, part); n <= strays {
		t.Errorf("a letter without a part of it differs in %d pixels only", n)
	}
	moved := image.NewRGBA(img.Bounds())
	copy(moved.Pix, img.Pix[4:])
	if n, _ := differing(img, moved); n <= strays {
		t.Errorf("a picture moved by a pixel differs in %d pixels only", n)
	}
}

// firstInk is the first pixel, line by line, that is far from the ground.
func firstInk(img *image.RGBA) image.Point {
	b, ground := img.Bounds(), img.RGBAAt(0, 0)
	for y := range b.Dy() {
		for x := range b.Dx() {
			if apart(img.RGBAAt(x, y).G, ground.G) > 128 {
				return image.Pt(x, y)
			}
		}
	}
	return image.Point{}
}

// Every file of the folder is listed, every listed file is there, and together
// they are small enough for the tree.
func TestIndex(t *testing.T) {
	want, err := index(open(t), shots())
	if err != nil {
		t.Fatal(err)
	}
	have, err := os.ReadFile(filepath.Join(folder, indexFile))
	if err != nil || string(have) != string(want) {
		t.Errorf("%s is not what the program writes (%v): %s", indexFile, err, update)
	}
	var listed []string
	for _, m := range regexp.MustCompile(`\]\(([^)]+)\)`).FindAllSubmatch(have, -1) {
		listed = append(listed, string(m[1]))
	}
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var there []string
	var size int64
	for _, e := range entries {
		if info, err := e.Info(); err != nil {
			t.Error(err)
		} else {
			size += info.Size()
		}
		if e.Name() != indexFile {
			there = append(there, e.Name())
		}
	}
	slices.Sort(listed)
	listed = slices.Compact(listed) // the sheet is shown and linked
	if got, want := fmt.Sprint(there), fmt.Sprint(listed); got != want {
		t.Errorf("in the folder\n%s\nin %s\n%s\n%s", got, indexFile, want, update)
	}
	if size > sizeMost {
		t.Errorf("the gallery weighs %d bytes, more than %d", size, sizeMost)
	}
}

// Names are file names and words of a command: each is there once.
func TestNames(t *testing.T) {
	good := regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	seen := map[string]bool{"contact-sheet": true, "index": true}
	for _, s := range shots() {
		if !good.MatchString(s.name) || seen[s.name] {
			t.Errorf("the name %q is there twice or no good", s.name)
		}
		seen[s.name] = true
	}
	if find(shots(), readmeShot) < 0 {
		t.Errorf("the README's picture %q is none of the gallery", readmeShot)
	}
}

// Few colours stay as they are, and many move by less than the tolerance of the
// guard.
func TestPaletted(t *testing.T) {
	few := image.NewRGBA(image.Rect(0, 0, 16, 16))
	many := image.NewRGBA(image.Rect(0, 0, 256, 64))
	for y := range 64 {
		for x := range 256 {
			few.SetRGBA(x%16, y%16, color.RGBA{uint8(x % 16 * 8), uint8(y % 16 * 8), 0, uint8(255 - y%2*100)})
			v := uint8(x)
			many.SetRGBA(x, y, color.RGBA{v, 255 - v, uint8(4 * y), 255})
		}
	}
	for _, row := range []struct {
		name string
		img  *image.RGBA
		most int // levels
	}{
		{"256 colours, not all opaque", few, 0},
		{"16,384 colours of a plane, worse than any edge", many, levels},
	} {
		got := paletted(row.img)
		worst := 0
		b := got.Bounds()
		for y := range b.Dy() {
			for x := range b.Dx() {
				p, q := color.RGBAModel.Convert(got.At(x, y)).(color.RGBA), row.img.RGBAAt(x, y)
				worst = max(worst, apart(p.R, q.R), apart(p.G, q.G), apart(p.B, q.B), apart(p.A, q.A))
			}
		}
		if worst > row.most || len(got.Palette) > 256 {
			t.Errorf("%s: a colour moved by %d levels, wanted at most %d; the palette has %d", row.name, worst, row.most, len(got.Palette))
		}
	}
}
