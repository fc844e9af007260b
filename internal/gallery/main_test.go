package main

import (
	"bytes"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rentang/assets"
	"rentang/internal/studio"
)

const folder = "../../docs/gallery"

// How far a picture may be from the one in the tree: of all pixels, so many may
// differ by more than so many of 255 levels in any channel. It lets through rounding
// between processors, and nothing that an eye would see.
const (
	levels = 24
	share  = 0.0005
)

// The pictures in the tree are what the program draws. After a change that is meant,
// ./build.sh stills draws them anew.
func TestGallery(t *testing.T) {
	s, problems := studio.Open(assets.Story())
	if problems.Errors() {
		t.Fatal(problems)
	}
	listed := map[string]bool{"contact-sheet.png": true, "index.md": true}
	for _, p := range shots() {
		listed[p.name+".png"] = true
		drawn, err := picture(s, &p)
		if err != nil {
			t.Fatalf("%s: %v", p.name, err)
		}
		got := paletted(drawn)
		data, err := os.ReadFile(filepath.Join(folder, p.name+".png"))
		if err != nil {
			t.Errorf("%v: run ./build.sh stills", err)
			continue
		}
		want, err := png.Decode(bytes.NewReader(data))
		if err != nil {
			t.Errorf("%s: %v", p.name, err)
			continue
		}
		if got.Bounds() != want.Bounds() {
			t.Errorf("%s is %v, in the tree %v: run ./build.sh stills and look at it", p.name, got.Bounds(), want.Bounds())
			continue
		}
		if n := differing(got, want); float64(n) > share*float64(got.Bounds().Dx()*got.Bounds().Dy()) {
			t.Errorf("%s: %d pixels differ from the picture in the tree: run ./build.sh stills and look at it", p.name, n)
		}
	}
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if !listed[e.Name()] {
			t.Errorf("%s is in the folder and not in the gallery", e.Name())
		}
	}
	have, err := os.ReadFile(filepath.Join(folder, "index.md"))
	if err != nil || string(have) != string(index()) {
		t.Errorf("index.md is not what the gallery holds (%v): run ./build.sh stills", err)
	}
	for _, p := range shots() {
		if !strings.Contains(string(have), "]("+p.name+".png)") {
			t.Errorf("index.md does not list %s", p.name)
		}
	}
}

// differing counts the pixels that differ by more than levels in any channel.
func differing(a, b image.Image) int {
	n := 0
	r := a.Bounds()
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			r0, g0, b0, _ := a.At(x, y).RGBA()
			r1, g1, b1, _ := b.At(x, y).RGBA()
			if far(r0, r1) || far(g0, g1) || far(b0, b1) {
				n++
			}
		}
	}
	return n
}

func far(a, b uint32) bool {
	a, b = a>>8, b>>8
	return max(a, b)-min(a, b) > levels
}
