package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"rentang/internal/studio"
	"rentang/viz/render/still"
	"rentang/viz/scene"
)

// stillVerb writes stills: one, or every combination of several presets, languages,
// themes and events.
type stillVerb struct {
	storyFlag
	Out    string    `short:"o" required:"" placeholder:"FILE" help:"File to write; its ending says the format: .png, .svg or .pdf. {preset}, {lang}, {theme} and {event} in it stand for the names."`
	Preset string    `default:"og" help:"Size by name: ${presets}; several with commas, or all."`
	Size   *sizeFlag `placeholder:"WxH" help:"Size in CSS pixels, as 1200x675; wins over the preset."`
	Scale  float64   `default:"1" help:"Device pixels in a CSS pixel, for PNG."`
	Lang   string    `placeholder:"CODE" help:"Language; without it the story's first; several with commas, or all."`
	Theme  string    `default:"light" help:"Colours: ${themes}; several with commas, or all."`
	Time   string    `placeholder:"A..B" help:"Stretch of time, as 1985..1995 or 2024-06..latest; without it the whole story."`
	Event  string    `placeholder:"ID" help:"Event that is shown with its card; several with commas, or all."`
	Mode   string    `default:"linear" enum:"linear,sqrt" help:"How a flow becomes a thickness: linear or sqrt."`
}

// sizeFlag is a size as in 1200x675.
type sizeFlag scene.Point

// UnmarshalText reads a size; it is in CSS pixels and has an area.
func (s *sizeFlag) UnmarshalText(text []byte) error {
	w, h, ok := strings.Cut(string(text), "x")
	x, errX := strconv.ParseFloat(w, 64)
	y, errY := strconv.ParseFloat(h, 64)
	if !ok || errX != nil || errY != nil || !(x >= 1 && y >= 1 && x <= still.MaxSide && y <= still.MaxSide) {
		return fmt.Errorf("%q is not a size; a size is WIDTHxHEIGHT in CSS pixels, each 1 to %d, as in 1200x675", text, still.MaxSide)
	}
	*s = sizeFlag{X: x, Y: y}
	return nil
}

// Run draws the stills and puts each in place only when it is complete.
func (v *stillVerb) Run(ctx context.Context, m *Main) error {
	if _, err := v.order(); err != nil { // before the work of opening the story
		return err
	}
	s, err := v.open(m)
	if err != nil {
		return err
	}
	todo, err := v.pictures(s)
	if err != nil {
		return err
	}
	p := m.progress()
	defer p.end()
	p.log("drawing " + v.Out)
	var sizes []int
	err = draw(ctx, s, todo, func(i, bytes int) {
		sizes = append(sizes, i, bytes)
		p.step(len(sizes)/2, len(todo), todo[i].name)
	})
	p.end()
	for k := 0; k < len(sizes); k += 2 {
		fmt.Fprintf(m.Stdout, "wrote %s: %s\n", todo[sizes[k]].name, size(sizes[k+1]))
	}
	return err
}

// order is what the flags ask for.
func (v *stillVerb) order() (studio.Order, error) {
	o := studio.Order{Scale: v.Scale, Lang: v.Lang, Theme: v.Theme, Preset: v.Preset, Mode: v.Mode, Time: v.Time, Event: v.Event}
	if v.Size != nil {
		o.Size = scene.Point(*v.Size)
	}
	ext := strings.ToLower(filepath.Ext(v.Out))
	o.Format = strings.TrimPrefix(ext, ".")
	if !slices.Contains(studio.Formats(), o.Format) {
		return o, usagef("-o %s: the ending %q names no format; there is .%s", v.Out, ext, strings.Join(studio.Formats(), ", ."))
	}
	if o.Format == "png" && !(v.Scale > 0 && v.Scale <= studio.MaxScale) {
		return o, usagef("-scale %g: a scale is more than 0 and at most %d", v.Scale, studio.MaxScale)
	}
	return o, nil
}

// usageOf makes a wrong preset, theme or time a mistake of the command line. A
// language or an event that the story lacks is one of the input.
func usageOf(err error) error {
	if name := (*studio.NameError)(nil); errors.As(err, &name) && (name.What == "preset" || name.What == "theme") {
		return usageError{err}
	}
	if time := (*studio.TimeError)(nil); errors.As(err, &time) {
		return usagef("-time %s: %w", time.Text, time.Err)
	}
	return err
}

// writeAside writes a file beside its place and renames it when it is complete,
// so that nobody ever reads half a picture.
func writeAside(name string, write func(io.Writer) error) (err error) {
	f, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+"-*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			f.Close()
			os.Remove(f.Name())
		}
	}()
	w := bufio.NewWriter(f)
	if err := write(w); err != nil {
		return err
	}
	if err := w.Flush(); err != nil {
		return err
	}
	if err := f.Chmod(0o644); err != nil { // CreateTemp makes files for their owner alone
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	return os.Rename(f.Name(), name)
}
