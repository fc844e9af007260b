package studio

import (
	"slices"
	"strings"

	"rentang/viz/layout"
	"rentang/viz/scene"
	"rentang/viz/story"
	"rentang/viz/theme"
	"rentang/viz/timescale"
)

// Request names a picture of the story. The zero Request is the whole story in
// its default language, light, linear, at the size of the first preset.
type Request struct {
	Lang   string          // one of the story's languages; "" is the default one
	Theme  string          // a name of theme.Names; "" is light
	Preset string          // a name of Presets; "" is the first; not used when Size is set
	Size   scene.Point     // CSS pixels
	Span   *timescale.Span // visible stretch of time; nil is the whole story
	Event  string          // id of the event that is shown with its card; "" for none
	Mode   layout.Mode     // how a flow becomes a thickness
	// Page draws what the page's own canvas shows: note, sources and the card are
	// left to the page around it. Without it the scene is a finished still.
	Page bool
}

// Scene draws a request. An error is a *NameError that lists what exists.
func (s *Studio) Scene(r Request) (*scene.Scene, error) {
	event, err := s.event(r.Event)
	if err != nil {
		return nil, err
	}
	in, err := s.input(r)
	if err != nil {
		return nil, err
	}
	zoom := r.zoom()
	in.Size.X, in.Size.Y = in.Size.X/zoom, in.Size.Y/zoom
	figure := layout.New(in)
	view := layout.View{Span: figure.Whole(), Selected: r.Event, Grow: 1, Fade: 1}
	if r.Span != nil {
		view.Span = *r.Span
	}
	view.From = figure.Level(view.Span)
	sc := new(scene.Scene)
	figure.Draw(view, sc)
	if zoom != 1 {
		sc.Enlarge(zoom)
	}
	if event != nil {
		nameEvent(sc, event, in.Photo != (scene.Point{}))
	}
	return sc, nil
}

// input is what layout makes the figure of.
func (s *Studio) input(r Request) (in layout.Input, err error) {
	in = layout.Input{Story: s.Story, Type: s.Type, Mode: r.Mode, Still: !r.Page, Land: s.land}
	if in.Lang, err = s.Language(r.Lang); err != nil {
		return in, err
	}
	if in.Theme, err = colours(r.Theme); err != nil {
		return in, err
	}
	if in.Size, err = r.size(); err != nil {
		return in, err
	}
	if !r.Page {
		in.Card = r.Event
		if e, err := s.event(r.Event); err == nil && e != nil {
			in.Photo = s.photoSize(e)
		}
	}
	return in, nil
}

// colours finds a theme by its name; the empty name is light.
func colours(name string) (*theme.Theme, error) {
	if name == "" {
		name = "light"
	}
	if t, ok := theme.Get(name); ok {
		return t, nil
	}
	return nil, unknown("theme", name, theme.Names())
}

// size is the size asked for, in CSS pixels.
func (r Request) size() (scene.Point, error) {
	if r.Size != (scene.Point{}) {
		return r.Size, nil
	}
	if r.Preset == "" {
		return Presets()[0].Size, nil
	}
	p, err := FindPreset(r.Preset)
	return p.Size, err
}

// zoom is how much larger than on a page the request is drawn.
func (r Request) zoom() float64 {
	if r.Size != (scene.Point{}) {
		return 1
	}
	if r.Preset == "" {
		return Presets()[0].Zoom
	}
	p, err := FindPreset(r.Preset)
	if err != nil {
		return 1
	}
	return p.Zoom
}

// event finds an event by its id; nil for the empty id.
func (s *Studio) event(id string) (*story.Event, error) {
	if id == "" {
		return nil, nil
	}
	for i := range s.Story.Events {
		if s.Story.Events[i].ID == id {
			return &s.Story.Events[i], nil
		}
	}
	return nil, unknown("event", id, s.nearest(id))
}

// nearest is the ids that share a word with a wrong one, else the first few: a
// story has too many to list them all.
func (s *Studio) nearest(id string) []string {
	const most = 8
	var like, first []string
	for _, e := range s.Story.Events {
		if len(first) < most {
			first = append(first, e.ID)
		}
		shares := func(word string) bool { return len(word) > 2 && strings.Contains(e.ID, word) }
		if len(like) < most && slices.ContainsFunc(strings.Split(id, "-"), shares) {
			like = append(like, e.ID)
		}
	}
	if len(like) > 0 {
		return like
	}
	return append(first, "…")
}

// nameEvent puts an event before the story in what is told to a reader who does
// not see the picture, and to whoever has the file alone. A photo that is shown is
// described, with whose it is.
func nameEvent(sc *scene.Scene, e *story.Event, photo bool) {
	sc.Title = e.Title.In(sc.Lang) + " · " + sc.Title
	said := e.Caption.In(sc.Lang)
	if photo {
		said += " " + e.Photo.Description.In(sc.Lang) + " " + e.Photo.Credit
	}
	sc.Desc = said + "\n" + sc.Desc
}
