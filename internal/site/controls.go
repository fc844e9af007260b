package site

import (
	"strconv"

	"rentang/internal/studio"
)

// button is a control that does something named.
type button struct {
	Do, Word, Icon string
	Needs          bool   // the program
	Opens          string // id of what it opens
}

// speed is a speed of the play.
type speed struct {
	Value, Label string
	Usual        bool
}

// option is a choice with a word for it.
type option struct{ Value, Word string }

// keyHelp is one line of the help on keys.
type keyHelp struct {
	Keys []string
	Word string
}

// addControls adds what stands under the figure.
func (b *builder) addControls(p *page) {
	p.Buttons = []button{
		{Do: "play", Word: "play", Icon: "play", Needs: true},
		{Do: "previous", Word: "previous_event", Icon: "previous"},
		{Do: "next", Word: "next_event", Icon: "next"},
		{Do: "out", Word: "zoom_out", Icon: "out", Needs: true},
		{Do: "in", Word: "zoom_in", Icon: "in", Needs: true},
		{Do: "whole", Word: "whole_story", Icon: "whole", Needs: true},
		{Do: "list", Word: "events", Icon: "list", Opens: "list"},
	}
	p.Moves = []button{{Do: "earlier", Word: "earlier", Icon: "earlier"}, {Do: "later", Word: "later", Icon: "later"}}
	if len(b.story.Flows) > 0 {
		p.Moves = append(p.Moves, button{Do: "yearback", Word: "previous_year", Icon: "yearback"}, button{Do: "yearon", Word: "next_year", Icon: "yearon"})
	}
	for _, v := range []string{"0.5", "1", "1.5", "2"} {
		n, _ := strconv.ParseFloat(v, 64)
		p.Speeds = append(p.Speeds, speed{v, p.lang.Fill("speed_times", "n", p.lang.Exact(n)), v == "1"})
	}
	p.Sets = []option{{"first", "play_first"}, {"main", "play_main"}, {"all", "play_all"}}
	p.Modes = []option{{"linear", "scale_linear"}, {"sqrt", "scale_sqrt"}}
	p.Themes = []option{{"auto", "theme_auto"}, {"light", "theme_light"}, {"dark", "theme_dark"}, {"contrast", "theme_contrast"}}
	p.Pictures = []option{{"view", "this_view"}, {"whole", "whole"}, {"event", "one_event"}}
	p.Presets = []option{{"page", "preset_page"}}
	for _, preset := range studio.Presets() {
		p.Presets = append(p.Presets, option{preset.Name, "preset_" + preset.Name})
	}
	for _, format := range studio.Formats() {
		p.Formats = append(p.Formats, option{format, "download_" + format})
	}
	p.Keys = []keyHelp{
		{[]string{"←", "→"}, "key_pan"},
		{[]string{"PageUp", "PageDown"}, "key_page"},
		{[]string{",", "."}, "key_walk"},
		{[]string{"[", "]"}, "key_read"},
		{[]string{"+", "−"}, "key_zoom"},
		{[]string{"Home"}, "key_whole"},
		{[]string{"Space"}, "key_play"},
		{[]string{"Enter"}, "key_open"},
		{[]string{"Esc"}, "key_close"},
		{[]string{"?"}, "key_help"},
	}
}
