package layout

import (
	"rentang/viz/locator"
	"rentang/viz/scene"
	"rentang/viz/story"
	"rentang/viz/typeset"
)

// cardMap is the map of a card: where the event happened, and the two places that the
// story is about.
type cardMap struct {
	w, h   float64
	beside bool // right of the card's head instead of below it
	view   *locator.View
	labels []locator.Label
	names  []string // of the view's places
}

// Sizes of a map. Shares are of the width it is set to.
const (
	mapMost       = 0.45  // height
	mapLeast      = 0.27  // height under which a card goes without
	mapGap        = 12.0  // between the map and the caption, in CSS pixels
	mapShare      = 0.42  // width of a map beside the head, of the card's text
	mapFrom       = 400.0 // least width of the card's text, in CSS pixels, for one beside the head
	mapBesideFrom = 340.0 // the same in a card beside the figure
	mapAside      = 18.0  // between the head and the map, in CSS pixels
)

// mappable reports whether the event of the card can be shown on a map.
func (f *Figure) mappable() bool { return f.in.Land != nil && f.card.mark.ev.Place != nil }

// placeMap gives the map its place in the card and fits it.
func (f *Figure) placeMap() {
	k, u := f.card, f.unit()
	m := k.locator
	if m == nil {
		return
	}
	at := scene.Point{X: k.area.Min.X + k.inset(u), Y: k.area.Min.Y + cardPadY*u}
	if m.beside {
		at.X = k.area.Max.X - 16*u - m.w
		at.Y += 2 * u
	} else {
		at.Y += k.head(u) + 6*u
	}
	// Whole pixels keep the border sharp.
	rect := scene.R(snap(at.X)+0.5, snap(at.Y)+0.5, snap(m.w)-1, snap(m.h)-1)
	places := MapPlaces(f.in.Story, k.mark.ev, f.in.Lang.Code)
	m.names = m.names[:0]
	for _, p := range places {
		m.names = append(m.names, p.Label)
	}
	m.view = (&locator.Map{Land: f.in.Land, Places: places}).Fit(rect)
	st := f.mapType()
	m.labels = m.view.Labels(u, func(label string) (w, h float64) {
		return f.in.Type.Width(label, st), st.Size * 1.2
	})
}

// MapPlaces is what the map of an event shows: the two parties' places and where the
// event happened, named in a language where nothing else says where it is. The event
// must have a place.
func MapPlaces(s *story.Story, e *story.Event, code string) []locator.Place {
	var places []locator.Place
	for _, p := range s.Parties {
		places = append(places, locator.Place{Lon: p.Lon, Lat: p.Lat, Label: p.Label.In(code), Capital: true})
	}
	here := locator.Place{Lon: e.Place.Lon, Lat: e.Place.Lat, Here: true}
	if len(places) == 0 {
		here.Label = e.Place.Name.In(code)
	}
	return append(places, here)
}

// mapType is the type of a map's labels.
func (f *Figure) mapType() typeset.Style { return style(f.ramp.Key, typeset.Regular) }

// drawMap draws the card's map and its labels.
func (f *Figure) drawMap(dst *scene.Scene) {
	m, t, u := f.card.locator, f.in.Theme, f.unit()
	m.view.Draw(dst, locator.Style{
		Sea: t.Sea, Land: t.Land, Coast: t.Coast, Border: t.CardBorder,
		Capital: t.Ink, Here: f.card.mark.color, Halo: t.Card, Unit: u,
	})
	st := f.mapType()
	for _, l := range m.labels {
		at := scene.Point{X: l.Box.Min.X, Y: l.Box.Center().Y + st.Size*typeset.CapHeight/2}
		f.in.Type.Draw(dst, m.names[l.Place], st, at, typeset.Left, t.Ink)
	}
}

// drawHere draws the sign of the event's mark on the map, before the place's name.
func (f *Figure) drawHere(dst *scene.Scene, at scene.Point) {
	u, c := f.unit(), f.card.mark.color
	f.path.Reset()
	f.path.Circle(at.X, at.Y, 5*u)
	dst.Stroke(&f.path, scene.Pen{Width: 1.5 * u, Color: c})
	f.path.Reset()
	f.path.Circle(at.X, at.Y, 2*u)
	dst.Fill(&f.path, c)
}
