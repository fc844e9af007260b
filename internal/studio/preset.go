package studio

import (
	"strings"

	"rentang/viz/scene"
)

// Preset is a named size of still.
type Preset struct {
	Name string
	Size scene.Point // CSS pixels, 96 to the inch
	// Zoom is how much larger than on a page everything is drawn: pictures that
	// are looked at small, as a post on a phone, are composed for Size/Zoom.
	Zoom float64
	Use  string // what it is for, in a few words
}

// mm is one millimetre in CSS pixels.
const mm = 96 / 25.4

// Presets lists the sizes that a still can be asked for by name; the first is
// the default. The paper sizes lie on their long side.
func Presets() []Preset {
	return []Preset{
		{"og", scene.Point{X: 1200, Y: 630}, 1.25, "link preview"},
		{"square", scene.Point{X: 1080, Y: 1080}, 1.6, "square post"},
		{"story", scene.Point{X: 1080, Y: 1920}, 2.25, "upright story"},
		{"column", scene.Point{X: 640, Y: 450}, 1, "article column"},
		{"wide", scene.Point{X: 1920, Y: 1080}, 1.35, "slide, television"},
		{"4k", scene.Point{X: 3840, Y: 2160}, 2.4, "large screen"},
		{"a4", scene.Point{X: 297 * mm, Y: 210 * mm}, 1, "print, PDF"},
		{"a3", scene.Point{X: 420 * mm, Y: 297 * mm}, 1.2, "print, PDF"},
	}
}

// FindPreset returns a preset by name. The error lists the names that exist.
func FindPreset(name string) (Preset, error) {
	var names []string
	for _, p := range Presets() {
		if p.Name == name {
			return p, nil
		}
		names = append(names, p.Name)
	}
	return Preset{}, unknown("preset", name, names)
}

// unknown is the error for a name that is not one of those that exist.
func unknown(what, name string, have []string) error {
	return &NameError{What: what, Name: name, Have: have}
}

// NameError says that a request names something that does not exist.
type NameError struct {
	What string   // language, theme, preset, event
	Name string   // as asked for
	Have []string // what exists, or the nearest where there are many
}

func (e *NameError) Error() string {
	return "there is no " + e.What + " " + quote(e.Name) + "; there is " + strings.Join(e.Have, ", ")
}

func quote(s string) string { return `"` + s + `"` }
