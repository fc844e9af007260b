package site

import (
	"fmt"
	"math"

	"rentang/internal/studio"
	"rentang/viz/scene"
)

// Still is a drawn picture: the file, and where its marks are.
type Still struct {
	Data  []byte
	Size  scene.Point
	Alt   string // what a reader who does not see it gets
	Zones []scene.Zone
}

// drawn is a still in the folder.
type drawn struct {
	Lang   string `json:"lang"`
	Preset string `json:"preset"`
	Format string `json:"format"`
	Path   string `json:"path"`
	Width  int    `json:"width"`
	Height int    `json:"height"`
	Alt    string `json:"-"`
}

// first is a language's first picture in one orientation: the whole story as the
// program draws it when it opens.
type first struct {
	Width  int               `json:"width"`
	Height int               `json:"height"`
	Themes map[string]string `json:"themes"` // path by theme
	// Marks is, for every event in the picture, its number in the order of time and
	// where its mark stands.
	Marks [][3]int `json:"marks"`
}

// The sizes of the first picture: a landscape one for every width from 640 CSS
// pixels, and an upright one. The page fits them to its stage.
var (
	landscape = scene.Point{X: 1200, Y: 675}
	portrait  = scene.Point{X: 390, Y: 683}
)

// addStills draws the stills to share and the first pictures.
func (b *builder) addStills() error {
	for _, code := range b.story.Languages {
		for _, format := range []string{"png", "svg", "pdf"} {
			if err := b.ctx.Err(); err != nil {
				return err
			}
			d, err := b.addDrawn(code, "og", format, fmt.Sprintf("still/og-%s.%s", code, format))
			if err != nil {
				return err
			}
			b.draws = append(b.draws, d)
		}
		firsts := map[string]first{}
		for _, o := range []struct {
			name string
			size scene.Point
		}{{"landscape", landscape}, {"portrait", portrait}} {
			f, err := b.first(code, o.name, o.size)
			if err != nil {
				return err
			}
			firsts[o.name] = f
		}
		b.firsts[code] = firsts
	}
	return nil
}

// first draws a language's first picture in every theme that a system asks for.
func (b *builder) first(code, orientation string, size scene.Point) (first, error) {
	f := first{Width: round(size.X), Height: round(size.Y), Themes: map[string]string{}}
	for _, theme := range []string{"light", "dark", "contrast"} {
		if err := b.ctx.Err(); err != nil {
			return f, err
		}
		r := studio.Request{Lang: code, Theme: theme, Size: size, Page: true}
		if b.later != nil { // its marks cannot be clicked until the program draws; nothing else is missed
			name := fmt.Sprintf("still/first/%s-%s-%s.svg", code, orientation, theme)
			f.Themes[theme], f.Marks = name, [][3]int{}
			b.later[name] = func() ([]byte, error) {
				s, err := b.Draw(b.studio, r, "svg")
				return s.Data, err
			}
			continue
		}
		s, err := b.Draw(b.studio, r, "svg")
		if err != nil {
			return f, err
		}
		f.Themes[theme] = b.addHashed(fmt.Sprintf("still/first/%s-%s-%s.svg", code, orientation, theme), s.Data)
		if theme == "light" {
			f.Marks = b.marks(s.Zones)
		}
	}
	return f, nil
}

// marks is where events stand. Every event of a pile stands where the pile does.
func (b *builder) marks(zones []scene.Zone) [][3]int {
	number := make(map[string]int, len(b.story.Events))
	for i, e := range b.story.Events {
		number[e.ID] = i
	}
	marks := [][3]int{}
	for _, z := range zones {
		ids := z.Members
		if z.Role == scene.RoleEvent {
			ids = []string{z.ID}
		} else if z.Role != scene.RolePile {
			continue
		}
		for _, id := range ids {
			if n, ok := number[id]; ok {
				marks = append(marks, [3]int{n, round(z.At.X), round(z.At.Y)})
			}
		}
	}
	return marks
}

func round(v float64) int { return int(math.Round(v)) }
