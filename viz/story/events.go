package story

import (
	"cmp"
	"io/fs"
	"math"
	"path"
	"slices"
	"strconv"
	"strings"

	"rentang/viz/jsontree"
)

// EventKinds is every kind of event, in the order of the legend.
func EventKinds() []string {
	return []string{"diplomacy", "treaty", "rupture", "war", "military", "nuclear", "aid", "economy"}
}

// readEvents decodes events.json. Events come out in order of their start, those of
// one start in order of their ids.
func (d *decoder) readEvents() {
	f, ok := d.read(eventsFile, true, MaxFile)
	if !ok {
		return
	}
	v, ok := f.parse("events")
	if !ok || !v.is(jsontree.Array, "expected a list of events in brackets") {
		return
	}
	n := v.list("", math.MaxInt)
	kinds := EventKinds()
	d.story.Events = make([]Event, 0, n)
	lines := make(map[string]int, n)
	for i := range n {
		item := v.item(i)
		e, ok := item.event(kinds)
		if !ok {
			continue
		}
		if line, twice := lines[e.ID]; twice && e.ID != "" {
			id := item.member("id")
			id.fail(quote(e.ID)+" is already the id of the event at line "+strconv.Itoa(line), "expected an id of its own")
		} else {
			lines[e.ID] = e.Line
		}
		d.story.Events = append(d.story.Events, e)
	}
	slices.SortStableFunc(d.story.Events, func(a, b Event) int {
		return cmp.Or(cmp.Compare(a.When.Start(), b.When.Start()), strings.Compare(a.ID, b.ID))
	})
}

// event decodes one event; false when it is no object at all.
func (v *value) event(kinds []string) (Event, bool) {
	if !v.only("expected an event in braces", "id", "start", "end", "kind", "importance", "place",
		"title", "short", "caption", "photo", "sources", "note", "verified") {
		return Event{}, false
	}
	id, kind, importance, place := v.member("id"), v.member("kind"), v.member("importance"), v.member("place")
	title, short, caption, photo := v.member("title"), v.member("short"), v.member("caption"), v.member("photo")
	sources, note, verified := v.member("sources"), v.member("note"), v.member("verified")

	e := Event{ID: id.id(false), Line: int(v.n.Line)}
	e.When, _ = v.span(false)
	v.within(&e)
	if i := kind.choice(kinds...); i >= 0 {
		e.Kind = kinds[i]
	}
	e.Importance, _ = importance.integer(1, 5, "expected a whole number from 1 (least) to 5")
	e.Place = place.place()
	e.Title = title.words(MaxTitle)
	e.Short = short.optionalWords(MaxShort)
	e.Caption = caption.words(MaxCaption)
	e.Photo = photo.photo()
	e.Sources = sources.citations()
	e.Note = note.note()
	e.Verified = verified.flag()
	if !verified.absent() && !e.Verified {
		verified.warn("the date and the fact are not verified", "check them before publishing")
	}
	return e, true
}

// within complains about an event that the picture cannot hold.
func (v *value) within(e *Event) {
	s := v.f.d.story
	start := v.member("start")
	if !v.f.d.yearsKnown || start.n == nil || e.When.From.String() != start.n.Text {
		return // reported elsewhere
	}
	if e.When.Start() < s.Start.Start() || e.When.Start() >= s.End.End() {
		start.fail(e.When.From.String()+" is outside the story",
			"expected a date from "+s.Start.String()+" to "+s.End.String()+", the start and end of "+storyFile)
	}
}

func (v *value) place() *Place {
	if v.absent() || !v.only("expected a place in braces, or null", "name", "lat", "lon") {
		return nil
	}
	name := v.member("name")
	p := &Place{Name: name.words(MaxLabel)}
	p.Lat, p.Lon = v.degrees()
	return p
}

func (v *value) photo() *Photo {
	if v.absent() || !v.only("expected a photo in braces, or null", "file", "credit", "holder", "description", "date") {
		return nil
	}
	file, credit, holder := v.member("file"), v.member("credit"), v.member("holder")
	description, date := v.member("description"), v.member("date")
	p := &Photo{
		File:        file.picture(),
		Credit:      credit.text("expected who took the photo and for whom, since no photo is shown without its credit", MaxLine),
		Holder:      holder.option("expected who owns the rights", MaxLine),
		Description: description.words(MaxNote),
	}
	if !date.absent() {
		if when, ok := date.date(); ok {
			p.Date = &when
		}
	}
	return p
}

// picture is the optional path of a picture file inside the folder.
func (v *value) picture() string {
	const expected = "expected a path inside the story folder, such as photos/summit.jpg"
	name := v.option(expected, MaxLine)
	if name == "" {
		return ""
	}
	if !fs.ValidPath(name) || strings.ContainsAny(name, `\:`) {
		v.fail(quote(name), expected)
	}
	switch strings.ToLower(path.Ext(name)) {
	case ".jpg", ".jpeg", ".png", ".webp":
	default:
		v.fail(quote(name), "expected a file .jpg, .jpeg, .png or .webp")
	}
	return name
}

func (v *value) citations() []Citation {
	const maxCitations = 100
	n := v.list("expected a list of sources", maxCitations)
	citations := make([]Citation, 0, n)
	for i := range n {
		item := v.item(i)
		if !item.only("expected a source in braces", "title", "publisher", "date", "address") {
			continue
		}
		title, publisher, date, address := item.member("title"), item.member("publisher"), item.member("date"), item.member("address")
		c := Citation{
			Title:     title.text("expected the title of the source", MaxLine),
			Publisher: publisher.option("expected a publisher", MaxLine),
			Address:   address.address(),
		}
		if !date.absent() {
			if when, ok := date.date(); ok {
				c.Date = when.String()
			}
		}
		citations = append(citations, c)
	}
	return citations
}
