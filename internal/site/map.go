package site

import (
	"math"
	"strconv"

	"rentang/viz/layout"
	"rentang/viz/locator"
	"rentang/viz/scene"
	"rentang/viz/story"
	"rentang/viz/typeset"
)

// Size of a card's locator map, in CSS pixels; the page scales it to the card.
const (
	mapWide = 308.0
	mapHigh = 132.0
	mapType = 12.5
)

// eventMap is the locator map of an event: the land's outline, which events with the
// same window share, the marks and their labels.
type eventMap struct {
	Land     string // id of the outline
	Box      string // the SVG's viewBox
	Name     string // what the map shows, in words
	Capitals []mapPoint
	X, Y     string // of the event
	Labels   []mapLabel
}

type mapPoint struct{ X, Y string }

type mapLabel struct{ X, Y, Text string }

// outline is an outline of land by its id.
type outline struct{ ID, Path string }

// addMap gives an event of the page its map; the outline is added to the page once.
func (b *builder) addMap(p *page, e *story.Event, to *event) {
	land := b.studio.Land()
	if e.Place == nil || land == nil {
		return
	}
	places := layout.MapPlaces(b.story, e, p.Lang)
	view := (&locator.Map{Land: land, Places: places}).Fit(scene.R(0, 0, mapWide, mapHigh))
	m := &eventMap{Box: "0 0 " + px(mapWide) + " " + px(mapHigh), Name: e.Place.Name.In(p.Lang)}
	m.Land = p.outline(view.PathData())
	for i, place := range places {
		at := view.At(i)
		if place.Here {
			m.X, m.Y = px(at.X), px(at.Y)
		} else {
			m.Capitals = append(m.Capitals, mapPoint{px(at.X), px(at.Y)})
		}
	}
	st := typeset.Style{Size: mapType}
	for _, l := range view.Labels(1, func(label string) (w, h float64) { return b.studio.Type.Width(label, st), mapType * 1.2 }) {
		m.Labels = append(m.Labels, mapLabel{px(l.Box.Min.X), px(l.Box.Center().Y + mapType*typeset.CapHeight/2), places[l.Place].Label})
	}
	to.Map = m
}

// outline is the id of a path, which the page holds once.
func (p *page) outline(path string) string {
	for _, o := range p.Outlines {
		if o.Path == path {
			return o.ID
		}
	}
	o := outline{"land-" + strconv.Itoa(len(p.Outlines)+1), path}
	p.Outlines = append(p.Outlines, o)
	return o.ID
}

// px writes CSS pixels to a tenth.
func px(v float64) string { return strconv.FormatFloat(math.Round(v*10)/10, 'f', -1, 64) }
