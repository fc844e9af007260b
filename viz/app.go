package viz

import (
	"math"

	"rentang/viz/interact"
	"rentang/viz/lang"
	"rentang/viz/layout"
	"rentang/viz/scene"
	"rentang/viz/story"
	"rentang/viz/theme"
	"rentang/viz/timescale"
	"rentang/viz/typeset"
)

// Config is what an App starts with. Story, Lang, Theme and Type must be given.
type Config struct {
	Story   *story.Story
	Lang    *lang.Language
	Theme   *theme.Theme
	Type    *typeset.Set
	Size    scene.Point // CSS pixels
	Mode    layout.Mode
	View    *timescale.Span // nil for the whole story
	Select  string          // id of the event to open; "" for none
	Opening bool            // let the bands grow first
	Reduced bool            // the reader asks for reduced motion
	Still   bool            // a finished figure: see layout.Input
}

// figure is what the App needs of a layout.Figure.
type figure interface {
	Whole() timescale.Span
	Portrait() bool
	Plot() scene.Rect
	Scale(timescale.Span) timescale.Scale
	Level(timescale.Span) int
	Draw(layout.View, *scene.Scene)
	Read(layout.View, scene.Point) (layout.Reading, bool)
	ReadYear(layout.View, int) (layout.Reading, bool)
}

var _ figure = (*layout.Figure)(nil)

// Limits of the view.
const (
	leastDays = 1    // a single day fills the plot
	overhang  = 0.04 // of the view: a mark at the story's end is not cut
)

// App is the running picture. Its methods must not be called from two goroutines
// at once.
type App struct {
	in      layout.Input
	build   func(layout.Input) figure
	reduced bool
	hidden  bool

	fig   figure
	stale bool // the figure must be built anew

	moments []moment // the events, in order of time
	order   map[string]int

	control  interact.Controller
	camera   *interact.Camera
	player   interact.Player
	set      interact.Set
	stops    []interact.Stop
	plan     []interact.Moment // scratch
	covered  float64           // pixels of the lower edge under a sheet; NaN: by default
	selected string
	focus    string
	hover    scene.Zone
	pointer  scene.Point // where a hovering pointer is
	pointing bool
	pileAt   float64 // time of the last click on a pile
	acted    bool    // the last tap opened something
	caught   bool    // the last press stopped a fling
	read     reading

	opening opening
	labels  labels

	now    float64 // of the last Update
	begun  bool    // there was one
	moving bool    // something moved at the last Update
	drawn  layout.View
	fresh  bool // the scene shows drawn, of the present figure
	scene  scene.Scene

	told    told
	notices []Notice
}

// NewApp prepares an App. Nothing is drawn before the first Update.
func NewApp(c Config) *App {
	return newApp(c, func(in layout.Input) figure { return layout.New(in) })
}

func newApp(c Config, build func(layout.Input) figure) *App {
	a := &App{
		in: layout.Input{Story: c.Story, Lang: c.Lang, Theme: c.Theme, Type: c.Type,
			Size: sane(c.Size), Mode: c.Mode, Still: c.Still},
		build: build, reduced: c.Reduced, covered: math.NaN(), pileAt: math.Inf(-1),
	}
	a.player.Cuts = c.Reduced
	a.readMoments()
	a.rebuild()
	a.told.first()
	if c.View != nil {
		a.camera.Cut(*c.View)
	}
	if c.Select != "" {
		a.openAtStart(c.Select)
	}
	a.opening = opening{running: c.Opening && !c.Reduced && !c.Still}
	return a
}

// sane is a size that a figure can be made for.
func sane(p scene.Point) scene.Point {
	clamp := func(v float64) float64 {
		if math.IsNaN(v) {
			v = 0
		}
		return min(max(v, 64), 16384)
	}
	return scene.Point{X: clamp(p.X), Y: clamp(p.Y)}
}

// figureNow is the figure for the present input; it is built when it is needed,
// so that a row of changes costs one.
func (a *App) figureNow() figure {
	if a.stale {
		a.rebuild()
	}
	return a.fig
}

func (a *App) rebuild() {
	a.stale, a.fresh = false, false
	a.fig = a.build(a.in)
	a.control.Portrait = a.fig.Portrait()
	whole := a.fig.Whole()
	lim := interact.Limits{Bounds: whole, Least: leastDays, Overhang: overhang}
	if a.in.Still {
		lim.Overhang = 0
	}
	sc := a.fig.Scale(whole)
	if a.camera == nil {
		a.camera = interact.NewCamera(whole, lim, sc.P0, sc.P1)
	} else {
		lim.Covered = a.camera.Limits().Covered
		a.camera.SetRange(sc.P0, sc.P1)
		a.camera.SetLimits(lim)
		a.cover()
	}
	a.labels.reset()
}

// change notes that the figure must be built anew.
func (a *App) change() { a.stale = true }

// Resize sets the picture's size in CSS pixels; it is held within 64 to 16384.
func (a *App) Resize(size scene.Point) {
	if size = sane(size); size != a.in.Size {
		a.in.Size = size
		a.change()
	}
}

// SetLang changes the language, with the fonts that it needs.
func (a *App) SetLang(l *lang.Language, set *typeset.Set) {
	if l == nil || set == nil {
		return
	}
	a.in.Lang, a.in.Type = l, set
	a.change()
	a.replan()
}

// SetTheme changes the colours.
func (a *App) SetTheme(t *theme.Theme) {
	if t != nil && t != a.in.Theme {
		a.in.Theme = t
		a.change()
	}
}

// SetMode changes how a flow becomes a thickness.
func (a *App) SetMode(m layout.Mode) {
	if m != a.in.Mode {
		a.in.Mode = m
		a.change()
	}
}

// SetReduced says whether the reader asks for reduced motion: cuts instead of
// travel, no opening, no fling.
func (a *App) SetReduced(on bool) {
	a.reduced, a.player.Cuts = on, on
	if on {
		a.opening.end()
		a.camera.Cut(a.camera.Target())
	}
}

// SetVisible says whether the picture can be seen. Hidden, it does not move, and
// Play is paused.
func (a *App) SetVisible(on bool) {
	a.hidden = !on
	if a.hidden {
		a.Pause()
	}
}

// SetCovered says how many CSS pixels at the lower edge a sheet covers while an
// event is open. Without a call it is 47 % of a portrait picture and nothing of
// a landscape one.
func (a *App) SetCovered(px float64) {
	a.covered = px
	a.cover()
}

// Scene is the picture as Update last drew it; it stays valid until the next one.
func (a *App) Scene() *scene.Scene { return &a.scene }

// Portrait reports whether time runs downwards.
func (a *App) Portrait() bool { return a.figureNow().Portrait() }

// Selected is the id of the open event, or "".
func (a *App) Selected() string { return a.selected }

// Cursor is the CSS cursor that fits what is under the pointer.
func (a *App) Cursor() string {
	switch {
	case a.control.Dragging():
		return "grabbing"
	case a.hover.ID != "":
		return "pointer"
	case a.pointing && a.figureNow().Plot().Has(a.pointer):
		return "grab"
	}
	return "default"
}
