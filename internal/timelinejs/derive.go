package timelinejs

import (
	"slices"
	"strconv"
	"strings"

	"rentang/viz/civil"
	"rentang/viz/jsontree"
	"rentang/viz/story"
)

// extension is the member in which an export keeps what a timeline has no word for,
// in the form of story.json and events.json. TimelineJS does not read it.
const extension = "rentang"

// erasID is the id of the strip that eras become.
const erasID = "eras"

// derived is the story that a document gives.
type derived struct {
	story  node
	events []node            // those that a story can hold, in order of the document
	ids    []string          // of each slide; empty where it gives no event
	files  map[string]string // that a former export carried along
	span   civil.Span        // of the whole
}

// derive derives the story of a document. name stands in for a missing title.
// extended says whether what a former export left in the document counts.
func (d *deriver) derive(root *node, name string, extended bool) derived {
	d.extended = extended
	var out derived
	var events []story.Event
	var asked []wanted
	var slots []int
	slides := kids(root.Member("events"))
	for i := range slides {
		path := "events[" + strconv.Itoa(i) + "]"
		if isObject(&slides[i]) {
			e, why := d.event(&slides[i], path)
			if why == "" {
				events = append(events, e)
				asked = append(asked, d.wants(&slides[i], &e, path))
				slots = append(slots, i)
				continue
			}
			headline, _ := slideText(&slides[i])
			d.note(slides[i].Line, path, strings.TrimSpace(quoteIf(plain(headline).text)+" is kept for export only: "+why))
			continue
		}
		d.note(slides[i].Line, path, "is "+slides[i].Kind.String()+", expected a slide; it is kept for export only")
	}
	out.ids = make([]string, len(slides))
	for i, id := range assign(asked) {
		if id != asked[i].id && asked[i].explicit {
			d.note(slides[slots[i]].Line, "events["+strconv.Itoa(slots[i])+"].unique_id", quote(asked[i].id)+" is taken; it becomes "+quote(id))
		}
		events[i].ID, out.ids[slots[i]] = id, id
		n := eventNode(&events[i], d.lang)
		if diff := get(&slides[slots[i]], extension); extended && isObject(diff) {
			diff := clone(*diff)
			drop(&diff, "id")
			renameLanguage(&diff, str(get(root, extension, "lang")), d.lang)
			overlay(&n, &diff)
		}
		out.events = append(out.events, n)
	}
	s := d.title(root, name)
	d.eras(root, s)
	d.extent(s, events)
	out.span = civil.Span{From: s.Start, To: s.End, HasEnd: true}
	out.story = storyNode(s, d.lang)
	if ext := root.Member(extension); extended && isObject(ext) {
		if diff := ext.Member("story"); isObject(diff) {
			diff := clone(*diff)
			renameLanguage(&diff, str(ext.Member("lang")), d.lang)
			overlay(&out.story, &diff)
		}
		out.files = filesOf(ext.Member("files"))
	}
	return out
}

// title derives the head of the story from the title slide.
func (d *deriver) title(root *node, name string) *story.Story {
	slide := root.Member("title")
	if !isObject(slide) {
		empty := object()
		slide = &empty
	}
	headline, body := slideText(slide)
	title, words := plain(headline), plain(body)
	d.counts.markup("title", title.markup, words.markup)
	s := &story.Story{Languages: []string{d.lang}, Scale: 1}
	s.Title = d.words(d.short(title.text, story.MaxTitle, slide, "title.text.headline"))
	if s.Title == nil {
		s.Title = d.words(cut(first(tidy(name), "Timeline"), story.MaxTitle))
	}
	if s.ID = slug(s.Title.In(d.lang)); s.ID == "" {
		s.ID = first(slug(name), "timeline")
	}
	// A line goes under the title; what is a paragraph goes below the figure.
	const line = 160
	if len([]rune(words.text)) <= line {
		s.Subtitle = d.words(words.text)
	} else {
		s.Note = d.words(d.short(words.text, story.MaxNote, slide, "title.text.text"))
	}
	for range append(title.links, words.links...) {
		d.counts.kept("title.text: links")
	}
	return s
}

// eras makes the eras one strip, in order of time.
func (d *deriver) eras(root *node, s *story.Story) {
	strip := story.Strip{ID: erasID, Side: story.Below, Label: d.words(erasLabel(d.lang))}
	for i, era := range kids(root.Member("eras")) {
		span, why := d.era(&era, i)
		if why != "" {
			d.note(era.Line, "eras["+strconv.Itoa(i)+"]", "is kept for export only: "+why)
			continue
		}
		strip.Spans = append(strip.Spans, span)
	}
	slices.SortStableFunc(strip.Spans, func(a, b story.StripSpan) int {
		switch {
		case a.When.From.Before(b.When.From):
			return -1
		case b.When.From.Before(a.When.From):
			return 1
		}
		return 0
	})
	if len(strip.Spans) > 0 {
		s.Strips = []story.Strip{strip}
	}
}

// era derives one era; one without an end is still going on.
func (d *deriver) era(era *node, i int) (span story.StripSpan, why string) {
	path := "eras[" + strconv.Itoa(i) + "]"
	if !isObject(era) {
		return span, "it is " + era.Kind.String() + ", expected an era"
	}
	from, why := d.date(era.Member("start_date"), path+".start_date")
	if why != "" {
		return span, why
	}
	span.When = civil.Span{From: from, Open: true}
	if end := era.Member("end_date"); isObject(end) && !blank(end) {
		to, why := d.date(end, path+".end_date")
		switch {
		case why != "":
			return span, why
		case to.End() <= from.Start():
			return span, to.String() + " is before the start, " + from.String()
		}
		span.When = civil.Span{From: from, To: to, HasEnd: true}
	}
	headline, body := slideText(era)
	label := plain(first(headline, body))
	d.counts.markup(path, label.markup)
	span.Label = d.words(d.short(first(label.text, span.When.String()), story.MaxLabel, era, path+".text.headline"))
	return span, ""
}

// extent makes the picture hold every event and era.
func (d *deriver) extent(s *story.Story, events []story.Event) {
	var spans []civil.Span
	for i := range events {
		spans = append(spans, events[i].When)
	}
	for _, strip := range s.Strips {
		for _, span := range strip.Spans {
			spans = append(spans, span.When)
		}
	}
	for i, span := range spans {
		last := span.From
		if span.HasEnd {
			last = span.To
		}
		if i == 0 || span.From.Year < s.Start.Year {
			s.Start = civil.Date{Year: span.From.Year}
		}
		if i == 0 || last.Year > s.End.Year {
			s.End = civil.Date{Year: last.Year}
		}
	}
}

// erasLabel heads the strip of eras, in the languages that the program speaks.
func erasLabel(lang string) string {
	language, _, _ := strings.Cut(lang, "-")
	switch language {
	case "id":
		return "Era"
	case "ko":
		return "시대"
	case "ru":
		return "Эпохи"
	}
	return "Eras"
}

// renameLanguage makes texts of one language texts of another, where a file that was
// exported in one is imported as another.
func renameLanguage(n *node, from, to string) {
	if n.Kind == jsontree.Object && len(n.Kids) == 1 && n.Kids[0].Name == from && n.Kids[0].Kind == jsontree.String {
		n.Kids[0].Name = to
	}
	for i := range n.Kids {
		renameLanguage(&n.Kids[i], from, to)
	}
}

func quoteIf(s string) string {
	if s == "" {
		return ""
	}
	return quote(s)
}
