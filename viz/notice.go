package viz

import (
	"rentang/viz/layout"
	"rentang/viz/scene"
	"rentang/viz/timescale"
)

// Kind is what a Notice is about.
type Kind uint8

// The kinds.
const (
	ViewChanged   Kind = iota // Span
	SelectChanged             // ID ("" when nothing is open), At
	PlayChanged               // Playing, the stop (ID, Index, Count) and the Year that Play has reached
	HoverChanged              // ID ("" for none), At, Label
	ReadChanged               // Reading and Pinned; its Year is 0 when the reading ends
	Cut                       // the view jumped, for reduced motion: a fade of 120 ms is due
)

// Notice tells the page that something changed; fields that its kind does not
// name are zero.
type Notice struct {
	Kind         Kind
	Span         timescale.Span
	ID           string
	At           scene.Point // where the mark stands; the plot's middle along an edge if it is out of view
	Label        string
	Playing      bool
	Index, Count int
	Year         int
	Reading      layout.Reading
	Pinned       bool // the reading stays when the pointer leaves
}

// told is what the page knows already.
type told struct {
	span     timescale.Span
	selected string
	hover    string
	playing  bool
	stop     int
	reached  int // year of Play
	year     int
	read     scene.Point // where the reading points
	pinned   bool
	fig      figure // whose words and colours the reading has
	cut      bool   // a cut is to be told
}

// first makes the page know nothing, so that everything is told once.
func (t *told) first() { *t = told{stop: -1} }

// Events returns what changed since the last call, in a slice that is valid until
// the next Update. Several changes of one kind between two Updates are one notice.
func (a *App) Events() []Notice {
	out := a.notices
	a.notices = a.notices[:0]
	return out
}

// tell notes what the page does not know yet; marks stand where the scene has them.
func (a *App) tell(drawn bool) {
	t := &a.told
	if t.cut {
		t.cut = false
		a.notices = append(a.notices, Notice{Kind: Cut})
	}
	if s := a.camera.View(); s != t.span {
		t.span = s
		a.note(Notice{Kind: ViewChanged, Span: s})
	}
	if a.selected != t.selected {
		t.selected = a.selected
		n := Notice{Kind: SelectChanged, ID: a.selected}
		n.At, _ = a.Mark(a.selected)
		a.note(n)
	}
	if s, i, n := a.player.At(); n > 0 {
		year := yearOf(a.player.Instant())
		if a.player.Running() != t.playing || i != t.stop || t.playing && year != t.reached {
			t.playing, t.stop, t.reached = a.player.Running(), i, year
			a.note(Notice{Kind: PlayChanged, Playing: t.playing, ID: s.ID, Index: i, Count: n, Year: year})
		}
	}
	if r := a.read.latest; a.read.year != t.year || a.read.year != 0 && (r.At != t.read || a.read.keyed != t.pinned || a.fig != t.fig) {
		t.year, t.read, t.pinned, t.fig = a.read.year, r.At, a.read.keyed, a.fig
		a.note(Notice{Kind: ReadChanged, Reading: r, Pinned: t.pinned})
	}
	if a.hover.ID != t.hover {
		t.hover = a.hover.ID
		a.note(Notice{Kind: HoverChanged, ID: a.hover.ID, At: a.hover.At, Label: a.hover.Label})
	}
}

// note adds a notice, or replaces the one of its kind that nobody has fetched: a
// page that does not ask must not make the list grow.
func (a *App) note(n Notice) {
	for i := range a.notices {
		if a.notices[i].Kind == n.Kind {
			a.notices[i] = n
			return
		}
	}
	a.notices = append(a.notices, n)
}

// Mark is where an event's mark, or the pile that holds it, stands in the scene
// last drawn. ok is false when it is out of view; the point is then where it would
// be, along time, in the plot's middle across it.
func (a *App) Mark(id string) (at scene.Point, ok bool) {
	for i := range a.scene.Zones {
		z := &a.scene.Zones[i]
		if z.Role == scene.RoleEvent && z.ID == id {
			return z.At, true
		}
		if z.Role == scene.RolePile {
			for _, m := range z.Members {
				if m == id {
					return z.At, true
				}
			}
		}
	}
	k, known := a.order[id]
	if !known {
		return scene.Point{}, false
	}
	px := a.camera.Scale().Px(a.moments[k].at)
	at = a.figureNow().Plot().Center()
	if a.fig.Portrait() {
		at.Y = px
	} else {
		at.X = px
	}
	return at, false
}
