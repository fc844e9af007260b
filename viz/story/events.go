package story

import (
	"cmp"
	"io/fs"
	"math"
	"slices"
	"strconv"
	"strings"

	"rentang/viz/civil"
	"rentang/viz/jsontree"
)

// EventKinds is every kind of event, in the order of the legend.
func EventKinds() []string {
	return []string{"diplomacy", "treaty", "rupture", "war", "military", "nuclear", "aid", "economy"}
}

// readEvents decodes events.json or events.csv. Events come out in order of their
// start, those of one start in order of their ids.
func (d *decoder) readEvents() {
	d.eventLine = map[string]int{}
	if eventsName(d.dir) == eventsTable {
		d.readEventsTable()
	} else {
		d.readEventsList()
	}
	slices.SortStableFunc(d.story.Events, func(a, b Event) int {
		return cmp.Or(cmp.Compare(a.When.Start(), b.When.Start()), strings.Compare(a.ID, b.ID))
	})
}

// readEventsList decodes events.json.
func (d *decoder) readEventsList() {
	f, ok := d.read(eventsFile, true, MaxFile)
	if _, err := fs.Stat(d.dir, eventsTable); err == nil {
		d.open(eventsTable).fail(0, "", eventsFile+" is there as well", "expected the events in one of the two files")
	}
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
	for i := range n {
		item := v.item(i)
		d.addEvent(&item, kinds)
	}
}

// addEvent decodes one event and takes it in.
func (d *decoder) addEvent(item *value, kinds []string) {
	e, ok := item.event(kinds)
	if !ok {
		return
	}
	if line, twice := d.eventLine[e.ID]; twice && e.ID != "" {
		id := item.member("id")
		id.fail(quote(e.ID)+" is already the id of the event at line "+strconv.Itoa(line), "expected an id of its own")
	} else {
		d.eventLine[e.ID] = e.Line
	}
	d.story.Events = append(d.story.Events, e)
}

// event decodes one event; false when it is no object at all.
func (v *value) event(kinds []string) (Event, bool) {
	if !v.only("expected an event in braces", "id", "start", "end", "kind", "importance", "group", "place",
		"title", "short", "caption", "photo", "sources", "note", "verified") {
		return Event{}, false
	}
	id, kind, importance, place := v.member("id"), v.member("kind"), v.member("importance"), v.member("place")
	title, short, caption, photo := v.member("title"), v.member("short"), v.member("caption"), v.member("photo")
	sources, note, verified := v.member("sources"), v.member("note"), v.member("verified")
	group := v.member("group")

	e := Event{ID: id.id(false), Line: int(v.n.Line)}
	e.When, _ = v.span(false)
	v.within(&e)
	if i := kind.choice(kinds...); i >= 0 {
		e.Kind = kinds[i]
	}
	e.Importance, _ = importance.integer(1, 5, "expected a whole number from 1 (least) to 5")
	e.Group = group.group()
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

// within complains about an event that the picture cannot hold: its mark stands in
// the middle of its first date.
func (v *value) within(e *Event) {
	s := v.f.d.story
	start := v.member("start")
	if !v.f.d.yearsKnown || start.n == nil || !readable(start.n.Text) {
		return // reported elsewhere
	}
	from := e.When.From
	if at := from.Middle(); at >= s.Start.Start() && at < s.End.End() {
		return
	}
	what := from.String() + " is outside the story"
	if from.End() > s.Start.Start() && from.Start() < s.End.End() {
		what = "the middle of " + what
	}
	start.fail(what, "expected a date from "+s.Start.String()+" to "+s.End.String()+", the start and end of "+storyFile)
}

// readable reports whether a text is a date.
func readable(s string) bool {
	_, err := civil.Parse(s)
	return err == nil
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
