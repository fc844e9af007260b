package viz

import (
	"fmt"
	"math"
	"testing"

	"rentang/viz/civil"
	"rentang/viz/interact"
	"rentang/viz/lang"
	"rentang/viz/layout"
	"rentang/viz/scene"
	"rentang/viz/story"
	"rentang/viz/theme"
	"rentang/viz/timescale"
	"rentang/viz/typeset"
)

// fake is a figure that draws nothing and puts each event's zone where its mark
// would be; marks nearer than 8 px are one pile.
type fake struct {
	in       layout.Input
	portrait bool
	marks    []moment
	ids      []string
	drawn    int
	last     layout.View
}

var wholeStory = timescale.Span{Start: civil.Date{Year: 1945}.Start(), End: civil.Date{Year: 2026}.End()}

func (f *fake) Whole() timescale.Span { return wholeStory }
func (f *fake) Portrait() bool        { return f.portrait }
func (f *fake) Plot() scene.Rect {
	return scene.R(40, 100, f.in.Size.X-80, f.in.Size.Y-140)
}

func (f *fake) Scale(s timescale.Span) timescale.Scale {
	p := f.Plot()
	if f.portrait {
		return timescale.Scale{Span: s, P0: p.Min.Y, P1: p.Max.Y}
	}
	return timescale.Scale{Span: s, P0: p.Min.X, P1: p.Max.X}
}

// Read gives the year under a point above the plot's middle.
func (f *fake) Read(v layout.View, p scene.Point) (r layout.Reading, ok bool) {
	c := f.Plot().Center()
	if !f.Plot().Has(p) || f.portrait || p.Y > c.Y-30 {
		return r, false
	}
	return f.ReadYear(v, civil.FromDays(f.Scale(v.Span).At(p.X)).Year)
}

func (f *fake) ReadYear(v layout.View, year int) (r layout.Reading, ok bool) {
	d := civil.Date{Year: year}
	if d.Start() < wholeStory.Start || d.End() > wholeStory.End {
		return r, false
	}
	return layout.Reading{Year: year, At: scene.Point{X: f.Scale(v.Span).Px(d.Start())}}, true
}

func (f *fake) Level(s timescale.Span) int {
	return int(math.Floor(math.Log(wholeStory.Len()/s.Len())/math.Log(1.15) + 1e-9))
}

func (f *fake) Draw(v layout.View, dst *scene.Scene) {
	f.drawn++
	f.last = v
	dst.Reset(f.in.Size)
	sc, mid := f.Scale(v.Span), f.Plot().Center()
	for i := 0; i < len(f.marks); {
		j := i + 1
		px := sc.Px(f.marks[i].at)
		for j < len(f.marks) && sc.Px(f.marks[j].at)-sc.Px(f.marks[j-1].at) < 8 {
			j++
		}
		z := scene.Zone{ID: f.marks[i].id, At: scene.Point{X: px, Y: mid.Y}, Label: f.marks[i].id}
		if f.portrait {
			z.At = scene.Point{X: mid.X, Y: px}
		}
		z.Area = scene.R(z.At.X-12, z.At.Y-12, 24, 24)
		if j > i+1 {
			z.Role, z.Members = scene.RolePile, f.ids[i:j]
		}
		if px >= sc.P0 && px <= sc.P1 {
			dst.Zones = append(dst.Zones, z)
		}
		i = j
	}
}

// event makes an event of an importance on a date.
func event(date string, importance int) story.Event {
	d, err := civil.Parse(date)
	if err != nil {
		panic(err)
	}
	return story.Event{ID: "e" + date, When: civil.Span{From: d}, Importance: importance,
		Title: story.Text{"en": "A title of thirty letters here"}, Caption: story.Text{"en": "A first sentence of forty letters is here. Another."}}
}

func testStory() *story.Story {
	s := &story.Story{Events: []story.Event{
		event("1945-08", 4), event("1948-10-12", 5), event("1950-06-25", 5), event("1950-06-28", 3), event("1950-07-10", 2),
		event("1953-07-27", 4), event("1961-07-06", 5), event("1990-09-30", 5), event("1991", 3), event("2024-06-19", 5),
	}}
	twin := event("1961-07-06", 2)
	twin.ID = "twin"
	s.Events = append(s.Events[:7], append([]story.Event{twin}, s.Events[7:]...)...)
	return s
}

// ride is an App with a fake figure and a clock.
type ride struct {
	*App
	t     *testing.T
	fig   *fake
	built int
	now   float64
	seen  []Notice
}

func newRide(t *testing.T, c Config) *ride {
	r := &ride{t: t}
	if c.Story == nil {
		c.Story = testStory()
	}
	if c.Size == (scene.Point{}) {
		c.Size = scene.Point{X: 1080, Y: 600}
	}
	c.Lang, c.Theme, c.Type = &lang.Language{Code: "en"}, &theme.Theme{}, &typeset.Set{}
	r.App = newApp(c, func(in layout.Input) figure {
		r.built++
		drawn := 0
		if r.fig != nil {
			drawn = r.fig.drawn
		}
		r.fig = &fake{in: in, portrait: in.Size.X < 640, drawn: drawn}
		for _, e := range in.Story.Events {
			from := e.When.From
			r.fig.marks = append(r.fig.marks, moment{id: e.ID, at: (from.Start() + from.End()) / 2})
			r.fig.ids = append(r.fig.ids, e.ID)
		}
		return r.fig
	})
	return r
}

// frame lets one frame of ms milliseconds pass.
func (r *ride) frame(ms float64) bool {
	r.now += ms
	dirty := r.Update(r.now)
	r.seen = append(r.seen, r.Events()...)
	v := r.View()
	if !(v.Len() >= leastDays*(1-1e-9)) || v.Len() > wholeStory.Len()*(1+1e-9) {
		r.t.Fatalf("view %v of %v days", v, v.Len())
	}
	return dirty
}

// rest lets frames pass until nothing moves.
func (r *ride) rest() {
	r.t.Helper()
	for range 600 {
		if r.frame(16); r.Wait() > 0 {
			return
		}
	}
	r.t.Fatal("it does not come to rest")
}

// take returns the notices since the last call, in short.
func (r *ride) take() string {
	out := ""
	for _, n := range r.seen {
		switch n.Kind {
		case SelectChanged:
			out += " select:" + n.ID
		case PlayChanged:
			out += fmt.Sprintf(" play:%v:%s:%d/%d", n.Playing, n.ID, n.Index+1, n.Count)
		case HoverChanged:
			out += " hover:" + n.ID
		case Cut:
			out += " cut"
		}
	}
	r.seen = nil
	return out
}

func (r *ride) mouse(ph interact.Phase, x, y float64, buttons int) {
	r.Pointer(interact.Pointer{Phase: ph, ID: 1, At: scene.Point{X: x, Y: y}, Buttons: buttons, Time: r.now})
}

func (r *ride) click(at scene.Point) {
	r.mouse(interact.Down, at.X, at.Y, 1)
	r.mouse(interact.Up, at.X, at.Y, 0)
}

// mark is where an event's mark stands now.
func (r *ride) mark(id string) scene.Point {
	r.t.Helper()
	at, ok := r.Mark(id)
	if !ok {
		r.t.Fatalf("%s is out of view", id)
	}
	return at
}
