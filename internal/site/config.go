package site

import (
	"math"

	"rentang/internal/studio"
	"rentang/viz/civil"
	"rentang/viz/story"
)

// config is what the page's script is told, as JSON in the page.
type config struct {
	ID        string            `json:"id"`
	Title     string            `json:"title"`
	Lang      string            `json:"lang"`
	Root      string            `json:"root"` // from the page to the folder
	Start     string            `json:"start"`
	End       string            `json:"end"` // the first day after
	Languages []configLanguage  `json:"languages"`
	Events    []string          `json:"events"` // ids in the order of time
	Exec      string            `json:"exec"`
	Story     []string          `json:"story"` // files of story/ that the program reads
	First     map[string]first  `json:"first"` // by orientation
	Stills    []drawn           `json:"stills"`
	Words     map[string]string `json:"words"`

	Programs map[string]configProgram `json:"programs"` // by renderer: webgl, canvas2d
	Still    configStills             `json:"still"`
	Preview  string                   `json:"preview"` // preview.json: what shows a reader's own story; "" in such a preview
}

// configStills is what files of the picture are made with.
type configStills struct {
	Program configProgram  `json:"program"`
	Worker  string         `json:"worker"`
	Land    string         `json:"land"`
	Fonts   []configFile   `json:"fonts"`
	Presets []configPreset `json:"presets"`
}

type configFile struct {
	Name string `json:"name"`
	File string `json:"file"`
}

type configPreset struct {
	Name   string  `json:"name"`
	Width  float64 `json:"width"` // CSS pixels, to a hundredth
	Height float64 `json:"height"`
}

type configProgram struct {
	File  string `json:"file"`
	Bytes int    `json:"bytes"` // before any compression
}

type configLanguage struct {
	Code  string       `json:"code"`
	Name  string       `json:"name"`
	Page  string       `json:"page"`
	Words string       `json:"words"`
	Fonts []configFont `json:"fonts"` // in the order in which they are tried
}

type configFont struct {
	Weight string `json:"weight"` // regular, semibold
	Name   string `json:"name"`
	File   string `json:"file"`
}

// config is what the script of a page is told.
func (b *builder) config(p *page) config {
	c := config{
		ID: b.story.ID, Title: p.Title, Lang: p.Lang, Root: p.root,
		Start: day(b.story.Start.Start()), End: day(b.story.End.End()),
		Programs: b.app.programs, Exec: b.app.exec, Still: b.app.stills, Preview: b.app.preview, Story: b.app.data,
		First: b.firsts[p.Lang], Stills: b.draws, Words: map[string]string{},
	}
	if c.Root == "" {
		c.Root = "./"
	}
	for _, l := range b.langs {
		c.Languages = append(c.Languages, configLanguage{l.Code, l.Name, b.page(l.Code), b.texts[l.Code], b.fontsOf(l.Code)})
	}
	for _, e := range b.story.Events {
		c.Events = append(c.Events, e.ID)
	}
	keys := scriptWords()
	if b.live != "" {
		keys = append(keys, "live_kept", "live_warnings")
	}
	for _, key := range keys {
		c.Words[key] = p.lang.Word(key)
	}
	return c
}

func hundredths(v float64) float64 { return math.Round(v*100) / 100 }

// day is the day of an instant, in full.
func day(t float64) string { return civil.FromDays(t).String() }

// linked is the page for machines that read schema.org, with the photos' credits.
func (b *builder) linked(p *page) any {
	type object map[string]any
	var photos []object
	for _, e := range b.story.Events {
		if e.Photo == nil || e.Photo.File == "" {
			continue
		}
		o := object{"@type": "ImageObject", "contentUrl": p.root + "story/" + e.Photo.File, "creditText": e.Photo.Credit,
			"caption": e.Photo.Description.In(p.Lang)}
		if e.Photo.Holder != "" {
			o["copyrightNotice"] = e.Photo.Holder
		}
		photos = append(photos, o)
	}
	article := object{"@context": "https://schema.org", "@type": "Article", "headline": p.Title, "description": p.Description,
		"inLanguage": p.Lang, "temporalCoverage": coverage(b.story)}
	if p.Card != nil {
		article["image"] = p.Card.Address
	}
	if photos != nil {
		article["hasPart"] = photos
	}
	return article
}

func coverage(s *story.Story) string { return s.Start.String() + "/" + s.End.String() }

// scriptWords is the keys of the words that the script writes: those of the
// controls, which it renames when the language changes, and those of its own.
func scriptWords() []string {
	words := []string{
		"close", "controls", "done", "download", "earlier", "events", "figure_help", "figure_text", "full_text", "gap_inside_other",
		"gap_none_found", "gap_unknown", "hint_cmd", "hint_ctrl", "in_table",
		"key_close", "key_help", "key_open", "key_page", "key_pan", "key_play", "key_read", "key_walk", "key_whole", "key_zoom", "keys",
		"language", "later", "loading", "more", "move_figure", "next_event", "next_year", "no_figures", "of", "pause", "play", "play_all", "play_first", "play_main",
		"previous_event", "previous_year", "program_failed", "program_unsupported", "retry", "scale", "scale_linear", "scale_sqrt", "showing",
		"speed", "story_problems", "theme", "theme_auto", "theme_contrast", "theme_dark", "theme_light", "values_of", "whole_story",
		"zoom_in", "zoom_out",
		"cancel", "copied", "copy_by_hand", "copy_embed", "copy_image", "copy_link", "download_data", "flows", "one_event", "open_picture",
		"still_blocked", "still_failed", "still_format", "still_of", "still_ready", "still_size", "this_view", "whole", "working", "preset_page",
	}
	for _, p := range studio.Presets() {
		words = append(words, "preset_"+p.Name)
	}
	for _, f := range studio.Formats() {
		words = append(words, "download_"+f)
	}
	return words
}
