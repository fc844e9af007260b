//go:build browser

package browser

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"rentang/assets"
	"rentang/internal/studio"
	"rentang/viz/story"
)

// zone is one zone as rentang.zones() reports it, in CSS pixels of the stage.
type zone struct {
	Role, ID, Label string
	Members         []string
	X, Y, W, H      float64
	AX              float64 `json:"ax"`
	AY              float64 `json:"ay"`
}

func (z zone) has(x, y float64) bool { return x >= z.X && x <= z.X+z.W && y >= z.Y && y <= z.Y+z.H }

// view is what rentang.view() says.
type view struct {
	Start, End string
	Days       [2]float64
}

func (v view) length() float64 { return v.Days[1] - v.Days[0] }

func (p *tab) zones() []zone { p.t.Helper(); return eval[[]zone](p, `rentang.zones()`) }
func (p *tab) view() view    { p.t.Helper(); return eval[view](p, `rentang.view()`) }

// frames is how many frames the program has drawn.
func (p *tab) frames() float64 { p.t.Helper(); return eval[float64](p, `rentang.stats().frames`) }

// show brings a stretch of time into view at once.
func (p *tab) show(from, to string) {
	p.t.Helper()
	if !eval[bool](p, fmt.Sprintf(`rentang.setView(%q, %q, {animate: false})`, from, to)) {
		p.t.Fatalf("setView(%s, %s) refused", from, to)
	}
	p.idle()
}

// clickable is the events whose own mark answers a click: the marks stand on the
// stage and no other zone lies over them.
func (p *tab) clickable() []zone {
	p.t.Helper()
	stage := p.box("#stage")
	all := p.zones() // topmost first
	var free []zone
	for i, z := range all {
		if z.Role != "event" || z.AX < 1 || z.AY < 1 || z.AX > stage.W-1 || z.AY > stage.H-1 {
			continue
		}
		covered := false
		for _, over := range all[:i] {
			covered = covered || (over.Role == "event" || over.Role == "pile") && over.has(z.AX, z.AY)
		}
		if !covered && z.has(z.AX, z.AY) {
			free = append(free, z)
		}
	}
	return free
}

// theStory is the built-in story, for what the page should say.
func theStory(t *testing.T) *story.Story {
	t.Helper()
	s, problems := story.Decode(assets.Story())
	if s == nil {
		t.Fatal(problems)
	}
	return s
}

// theStudio draws what the page should show.
func theStudio(t *testing.T) *studio.Studio {
	t.Helper()
	s, problems := studio.Open(assets.Story())
	if s == nil {
		t.Fatal(problems)
	}
	return s
}

// event finds an event of the story.
func event(t *testing.T, s *story.Story, id string) *story.Event {
	t.Helper()
	for i := range s.Events {
		if s.Events[i].ID == id {
			return &s.Events[i]
		}
	}
	t.Fatalf("the story has no event %q", id)
	return nil
}

// address is the address of a language's page: the first language has the folder itself.
func address(s *story.Story, lang string) string {
	if lang == s.Languages[0] {
		return ""
	}
	return lang + "/"
}

// keep writes a file for people to look at, when they asked for it.
func keep(t *testing.T, name string, data []byte) {
	t.Helper()
	if *keepFlag == "" {
		return
	}
	if err := os.MkdirAll(*keepFlag, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(*keepFlag, name), data, 0o644); err != nil {
		t.Fatal(err)
	}
}
