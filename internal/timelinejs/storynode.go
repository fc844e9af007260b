package timelinejs

import (
	"rentang/viz/civil"
	"rentang/viz/jsontree"
	"rentang/viz/story"
)

// words is a text of a story in one language, as the files of a story write it.
func words(t story.Text, lang string) node {
	n := object()
	set(&n, lang, text(t.In(lang)))
	return n
}

func putWords(n *node, name string, t story.Text, lang string) {
	if t != nil {
		set(n, name, words(t, lang))
	}
}

// eventNode is an event as events.json writes it, in one language.
func eventNode(e *story.Event, lang string) node {
	n := object()
	put(&n, "id", e.ID)
	putSpan(&n, e.When)
	put(&n, "kind", e.Kind)
	set(&n, "importance", whole(e.Importance))
	if p := e.Place; p != nil {
		place := object()
		set(&place, "name", words(p.Name, lang))
		set(&place, "lat", real(p.Lat))
		set(&place, "lon", real(p.Lon))
		set(&n, "place", place)
	}
	set(&n, "title", words(e.Title, lang))
	putWords(&n, "short", e.Short, lang)
	set(&n, "caption", words(e.Caption, lang))
	if p := e.Photo; p != nil {
		photo := object()
		put(&photo, "file", p.File)
		put(&photo, "credit", p.Credit)
		put(&photo, "holder", p.Holder)
		set(&photo, "description", words(p.Description, lang))
		if p.Date != nil {
			put(&photo, "date", p.Date.String())
		}
		put(&photo, "usage", p.Usage)
		if p.NoExport {
			set(&photo, "export", flag(false))
		}
		set(&n, "photo", photo)
	}
	if len(e.Sources) > 0 {
		sources := list()
		for _, s := range e.Sources {
			source := object()
			put(&source, "title", s.Title)
			put(&source, "publisher", s.Publisher)
			put(&source, "date", s.Date)
			put(&source, "address", s.Address)
			sources.Kids = append(sources.Kids, source)
		}
		set(&n, "sources", sources)
	}
	put(&n, "note", e.Note)
	if e.Verified {
		set(&n, "verified", flag(true))
	}
	return n
}

func putSpan(n *node, s civil.Span) {
	put(n, "start", s.From.String())
	switch {
	case s.Open:
		put(n, "end", "open")
	case s.HasEnd:
		put(n, "end", s.To.String())
	}
}

// storyNode is the head of a story as story.json writes it, in one language.
func storyNode(s *story.Story, lang string) node {
	n := object()
	put(&n, "id", s.ID)
	set(&n, "languages", list(text(lang)))
	put(&n, "start", s.Start.String())
	put(&n, "end", s.End.String())
	putWords(&n, "title", s.Title, lang)
	putWords(&n, "subtitle", s.Subtitle, lang)
	putWords(&n, "note", s.Note, lang)
	putWords(&n, "source_line", s.SourceLine, lang)
	putWords(&n, "unit", s.Unit, lang)
	if s.Scale != 1 {
		set(&n, "scale", real(s.Scale))
	}
	putWords(&n, "amount", s.Amount, lang)
	put(&n, "licence", s.Licence)
	putList(&n, "parties", s.Parties, func(p story.Party) node {
		m := labelled(p.ID, p.Label, lang)
		set(&m, "lat", real(p.Lat))
		set(&m, "lon", real(p.Lon))
		return m
	})
	putList(&n, "remarks", s.Remarks, func(r story.Remark) node {
		m := object()
		put(&m, "kind", r.Kind)
		set(&m, "from", whole(r.From))
		set(&m, "text", words(r.Text, lang))
		return m
	})
	putList(&n, "directions", s.Directions, func(d story.Direction) node {
		m := labelled(d.ID, d.Label, lang)
		put(&m, "side", side(d.Side))
		putList(&m, "kinds", d.Kinds, func(k story.Kind) node { return labelled(k.ID, k.Label, lang) })
		return m
	})
	putList(&n, "strips", s.Strips, func(s story.Strip) node {
		m := labelled(s.ID, s.Label, lang)
		put(&m, "side", side(s.Side))
		set(&m, "spans", list())
		putList(&m, "spans", s.Spans, func(s story.StripSpan) node {
			m := object()
			putSpan(&m, s.When)
			set(&m, "label", words(s.Label, lang))
			return m
		})
		return m
	})
	return n
}

func labelled(id string, label story.Text, lang string) node {
	n := object()
	put(&n, "id", id)
	set(&n, "label", words(label, lang))
	return n
}

// putList gives an object a list, unless it is empty.
func putList[T any](n *node, name string, items []T, write func(T) node) {
	if len(items) == 0 {
		return
	}
	l := node{Kind: jsontree.Array}
	for _, item := range items {
		l.Kids = append(l.Kids, write(item))
	}
	set(n, name, l)
}

func side(s story.Side) string {
	if s == story.Below {
		return "below"
	}
	return "above"
}
