// Command gallery draws the pictures of docs/gallery from the built-in story: every
// language, theme, orientation and kind of still, a contact sheet of all, and the
// picture of the README. Its test compares what is in the tree with what the program
// draws now; ./build.sh stills runs it.
//
//	go run ./internal/gallery                        everything
//	go run ./internal/gallery -o . -only zoom-1985   one picture
package main

import (
	"bytes"
	"flag"
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"

	"rentang/assets"
	"rentang/internal/studio"
)

func main() {
	out := flag.String("o", "docs/gallery", "folder to write")
	readme := flag.String("picture", "docs/picture.png", "file of the README's picture; none with -only")
	only := flag.String("only", "", "name of the one picture to draw")
	flag.Parse()
	if err := run(*out, *readme, *only); err != nil {
		fmt.Fprintln(os.Stderr, "gallery:", err)
		os.Exit(1)
	}
}

// run draws everything before it writes anything: an error leaves the old gallery whole.
func run(out, readme, only string) error {
	s, problems := studio.Open(assets.Story())
	if problems.Errors() {
		return problems
	}
	all := shots()
	if only != "" {
		i := find(all, only)
		if i < 0 {
			return fmt.Errorf("there is no picture %q", only)
		}
		all = all[i : i+1]
	}
	drawn := make([]*image.RGBA, len(all))
	for i := range all {
		img, err := all[i].draw(s)
		if err != nil {
			return fmt.Errorf("%s: %w", all[i].name, err)
		}
		drawn[i] = img
	}
	if err := os.MkdirAll(out, 0o755); err != nil {
		return err
	}
	for i := range all {
		if err := write(filepath.Join(out, all[i].file()), drawn[i]); err != nil {
			return err
		}
	}
	if only != "" {
		return nil
	}
	img, err := contactSheet(s, all, drawn)
	if err != nil {
		return fmt.Errorf("%s: %w", sheetFile, err)
	}
	if err := write(filepath.Join(out, sheetFile), img); err != nil {
		return err
	}
	if err := write(readme, drawn[find(all, readmeShot)]); err != nil {
		return err
	}
	list, err := index(s, all)
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(out, indexFile), list, 0o644)
}

// write puts a picture into the tree, with 256 colours.
func write(name string, img *image.RGBA) error {
	var b bytes.Buffer
	e := png.Encoder{CompressionLevel: png.BestCompression}
	if err := e.Encode(&b, paletted(img)); err != nil {
		return err
	}
	return os.WriteFile(name, b.Bytes(), 0o644)
}
