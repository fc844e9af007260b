package main

import (
	"fmt"
	"strings"

	"rentang/internal/studio"
	"rentang/viz/civil"
	"rentang/viz/layout"
	"rentang/viz/scene"
	"rentang/viz/timescale"
)

// shot is one picture of the gallery.
type shot struct {
	name, says string
	request    studio.Request
	from, to   string  // the stretch of time, civil dates; empty for the whole story
	scale      float64 // device pixels per CSS pixel
}

// command is what makes the picture's like on the command line; the page's own
// canvas has none.
func (s *shot) command() string {
	r := s.request
	if r.Page {
		return "the canvas of the page at that size"
	}
	c := "rentang still -o " + s.name + ".png"
	if r.Preset != "" {
		c += " -preset " + r.Preset
	} else {
		c += fmt.Sprintf(" -size %.0fx%.0f", r.Size.X, r.Size.Y)
	}
	c += " -lang " + r.Lang
	if r.Theme != "" && r.Theme != "light" {
		c += " -theme " + r.Theme
	}
	if s.from != "" {
		c += " -time " + s.from + ".." + s.to
	}
	if r.Event != "" {
		c += " -event " + r.Event
	}
	if r.Mode == layout.Sqrt {
		c += " -mode sqrt"
	}
	return c
}

// shots lists the gallery.
func shots() []shot {
	size := func(w, h float64) scene.Point { return scene.Point{X: w, Y: h} }
	var out []shot
	add := func(name, says string, r studio.Request, scale float64, time ...string) {
		s := shot{name: name, says: says, request: r, scale: scale}
		if len(time) == 2 {
			s.from, s.to = time[0], time[1]
		}
		out = append(out, s)
	}
	for _, lang := range strings.Fields("en id ko ru") {
		add("og-"+lang, "link preview", studio.Request{Preset: "og", Lang: lang}, 0.75)
	}
	for _, theme := range strings.Fields("dark contrast print") {
		add("og-en-"+theme, "link preview, "+theme, studio.Request{Preset: "og", Lang: "en", Theme: theme}, 0.75)
	}
	add("square-en", "square post", studio.Request{Preset: "square", Lang: "en"}, 0.6)
	add("story-ko", "upright story", studio.Request{Preset: "story", Lang: "ko"}, 0.45)
	add("column-id", "article column", studio.Request{Preset: "column", Lang: "id"}, 1)
	add("wide-en", "slide", studio.Request{Preset: "wide", Lang: "en"}, 0.5)
	add("a4-ru", "print", studio.Request{Preset: "a4", Lang: "ru", Theme: "print"}, 0.8)
	add("card-en", "one event with its card", studio.Request{Preset: "og", Lang: "en", Event: "vladivostok-summit-2019"}, 0.75)
	add("card-ko", "one event with its card", studio.Request{Preset: "og", Lang: "ko", Event: "ussr-dissolved-1991"}, 0.75)
	add("sqrt-en", "thickness by the square root", studio.Request{Size: size(1000, 562), Lang: "en", Mode: layout.Sqrt}, 0.9)
	add("page-en", "the page at 1200 x 675", studio.Request{Size: size(1200, 675), Lang: "en", Page: true}, 0.8)
	add("zoom-1985", "ten years", studio.Request{Size: size(1200, 675), Lang: "en", Page: true}, 0.8, "1985", "1995")
	add("zoom-2023", "four years, dark", studio.Request{Size: size(1200, 675), Lang: "ru", Theme: "dark", Page: true}, 0.8, "2023", "2026")
	add("zoom-2024", "months", studio.Request{Size: size(1200, 675), Lang: "ko", Page: true}, 0.8, "2024-04", "2024-12")
	add("phone-ko", "the page on a phone", studio.Request{Size: size(390, 780), Lang: "ko", Page: true}, 1)
	add("phone-ru-dark", "the page on a phone, dark", studio.Request{Size: size(390, 780), Lang: "ru", Theme: "dark", Page: true}, 1)
	add("phone-en-zoom", "ten years on a phone", studio.Request{Size: size(390, 780), Lang: "en", Page: true}, 1, "1985", "1995")
	add("phone-en-2022", "four years on a phone", studio.Request{Size: size(390, 780), Lang: "en", Page: true}, 1, "2022", "2026")
	add("phone-id-320", "the narrowest phone", studio.Request{Size: size(320, 600), Lang: "id", Page: true}, 1)
	return out
}

// span reads the stretch of time; nil for the whole story.
func (s *shot) span() (*timescale.Span, error) {
	if s.from == "" {
		return nil, nil
	}
	a, err := civil.Parse(s.from)
	if err != nil {
		return nil, err
	}
	b, err := civil.Parse(s.to)
	if err != nil {
		return nil, err
	}
	return &timescale.Span{Start: a.Start(), End: b.End()}, nil
}
