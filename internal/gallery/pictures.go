package main

import (
	"rentang/internal/studio"
	"rentang/viz/layout"
	"rentang/viz/scene"
)

// readmeShot is the picture that the README shows.
const readmeShot = "page-en"

// shots lists the gallery, in the order of the contact sheet. What is composed
// for a large surface is scaled down, to keep the tree small; all else has its own
// pixels.
func shots() []shot {
	still := func(preset, lang string) studio.Request { return studio.Request{Preset: preset, Lang: lang} }
	theme := func(name string, r studio.Request) studio.Request { r.Theme = name; return r }
	card := func(event string, r studio.Request) studio.Request { r.Event = event; return r }
	page := func(w, h float64, lang string) studio.Request {
		return studio.Request{Size: scene.Point{X: w, Y: h}, Lang: lang, Page: true}
	}
	wide := func(lang string) studio.Request { return page(1200, 675, lang) }
	phone := func(lang string) studio.Request { return page(390, 780, lang) } // 390 x 844 less the browser's bar
	squareRoot := studio.Request{Size: scene.Point{X: 1200, Y: 675}, Lang: "en", Mode: layout.Sqrt}
	return []shot{
		{"og-en", "link preview", still("og", "en"), "", 1},
		{"og-id", "link preview", still("og", "id"), "", 1},
		{"og-ko", "link preview", still("og", "ko"), "", 1},
		{"og-ru", "link preview", still("og", "ru"), "", 1},
		{"og-en-dark", "link preview, dark", theme("dark", still("og", "en")), "", 1},
		{"og-en-contrast", "link preview, high contrast", theme("contrast", still("og", "en")), "", 1},
		{"og-en-print", "link preview, black and white", theme("print", still("og", "en")), "", 1},
		{"sqrt-en", "thickness by the square root", squareRoot, "", 1},
		{"card-en", "one event with its card", card("vladivostok-summit-2019", still("og", "en")), "", 1},
		{"card-ko", "one event with its card", card("ussr-dissolved-1991", still("og", "ko")), "", 1},
		{"wide-en", "slide, at half its size", still("wide", "en"), "", 0.5},
		{"column-id", "article column", still("column", "id"), "", 1},
		{"a4-ru", "paper", theme("print", still("a4", "ru")), "", 1},
		{"page-en", "the page at 1200 × 675", wide("en"), "", 1},
		{"zoom-1985", "eleven years", wide("en"), "1985..1995", 1},
		{"zoom-2023", "four years, dark", theme("dark", wide("ru")), "2023..2026", 1},
		{"zoom-2024-06", "one month", wide("ko"), "2024-06..2024-06", 1},
		{"square-en", "square post, at 0.6 of its size", still("square", "en"), "", 0.6},
		{"story-ko", "upright story, at half its size", still("story", "ko"), "", 0.5},
		{"phone-ko", "the page on a phone", phone("ko"), "", 1},
		{"phone-ru", "the page on a phone", phone("ru"), "", 1},
		{"phone-id-dark", "the page on a phone, dark", theme("dark", phone("id")), "", 1},
		{"phone-en-1985", "eleven years on a phone", phone("en"), "1985..1995", 1},
		{"phone-en-2022", "five years on a phone", phone("en"), "2022..2026", 1},
		{"phone-id-320", "the narrowest phone", page(320, 560, "id"), "", 1},
	}
}
