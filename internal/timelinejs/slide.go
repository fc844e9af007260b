package timelinejs

import (
	"strings"

	"rentang/viz/civil"
	"rentang/viz/jsontree"
	"rentang/viz/story"
)

// deriver derives a story from a document. It is a pure function of the document
// and the settings: that is what lets an export tell what was edited since.
type deriver struct {
	lang     string
	kind     string // of every event that does not say
	extended bool   // what a former export left in the document counts
	notes    []Note
	counts   counter
}

func (d *deriver) note(line int32, field, what string) {
	d.notes = append(d.notes, Note{int(line), field, what})
}

// words is a text in the story's language; nil for none.
func (d *deriver) words(s string) story.Text {
	if s == "" {
		return nil
	}
	return story.Text{d.lang: s}
}

// event derives the event of a slide, all but its id. why says why there is none.
func (d *deriver) event(slide *node, path string) (e story.Event, why string) {
	from, why := d.date(slide.Member("start_date"), path+".start_date")
	if why != "" {
		return e, why
	}
	e = story.Event{When: civil.Span{From: from}, Kind: d.kind, Importance: 3}
	d.end(&e, slide, path)

	headline, body := slideText(slide)
	media := d.media(slide.Member("media"), path+".media")
	title := plain(headline)
	caption := plain(body)
	d.counts.markup(path, title.markup, caption.markup)

	words := join(caption.text, media.quote)
	shown := plain(str(slide.Member("display_date"))).text
	e.Title = d.words(d.short(title.text, story.MaxTitle, slide, path+".text.headline"))
	if e.Title == nil {
		e.Title = d.words(cut(first(shown, words, media.caption, from.String()), story.MaxTitle))
		d.note(slide.Line, path, "no headline; the title is "+quote(e.Title.In(d.lang)))
	}
	e.Caption = d.words(d.short(words, story.MaxCaption, slide, path+".text.text"))
	if e.Caption == nil {
		e.Caption = d.words(cut(first(media.caption, e.Title.In(d.lang)), story.MaxCaption))
		d.counts.add("no text, so the caption of the media or the headline stands in its place")
	}
	e.Photo = media.photo
	links := append(media.sources, sourcesOf(title.links)...)
	links = append(links, sourcesOf(caption.links)...)
	if str(slide.Member("autolink")) != "false" && !isFalse(slide.Member("autolink")) {
		links = append(links, bareLinks(caption.text)...)
	}
	e.Sources = distinct(append(links, media.links...))
	d.dropped(path, title, caption)
	if shown != "" {
		e.Note = cut("The date was shown as “"+shown+"”.", story.MaxNote)
	}
	return e, ""
}

// end derives the end. One that repeats the start is dropped, as TimelineJS does.
func (d *deriver) end(e *story.Event, slide *node, path string) {
	start, end := slide.Member("start_date"), slide.Member("end_date")
	if !isObject(end) || blank(end) || repeats(start, end) {
		return
	}
	path += ".end_date"
	to, why := d.date(end, path)
	switch {
	case why != "":
		d.note(end.Line, path, why+"; the end is kept for export only")
	case to.End() <= e.When.From.Start():
		d.note(end.Line, path, to.String()+" is before the start, "+e.When.From.String()+"; the end is kept for export only")
	case to != e.When.From: // the same day, told apart by the time alone, is no span
		e.When.To, e.When.HasEnd = to, true
	}
}

// slideText is the headline and the text of a slide, as HTML.
func slideText(slide *node) (headline, body string) {
	t := slide.Member("text")
	if t != nil && t.Kind == jsontree.String {
		return "", t.Text
	}
	return str(get(t, "headline")), str(get(t, "text"))
}

// short shortens a text that a story cannot hold as a whole.
func (d *deriver) short(s string, most int, slide *node, field string) string {
	c := cut(s, most)
	if c != s {
		d.note(slide.Line, field, itoa(len([]rune(s)))+" characters; a story shows the first "+itoa(most)+
			", the whole is kept for export only")
	}
	return c
}

// dropped counts the links that a story cannot hold.
func (d *deriver) dropped(path string, texts ...prose) {
	for _, t := range texts {
		for _, l := range t.links {
			if address(l.address) == "" {
				d.counts.kept(generic(path) + ".text: links within the page or with an address that is not http, https or mailto")
			}
		}
	}
}

// sourcesOf makes links sources. Those that a story may not follow are left out.
func sourcesOf(links []link) []story.Citation {
	var sources []story.Citation
	for _, l := range links {
		if a := address(l.address); a != "" {
			sources = append(sources, story.Citation{Title: cut(first(l.words, a), story.MaxLine), Address: a})
		}
	}
	return sources
}

// bareLinks are the addresses that stand in a text as they are; TimelineJS makes
// links of them.
func bareLinks(s string) []story.Citation {
	if !strings.Contains(s, "://") {
		return nil
	}
	var links []link
	for _, word := range strings.Fields(s) {
		i := strings.Index(word, "http")
		if i < 0 || !strings.HasPrefix(word[i:], "http://") && !strings.HasPrefix(word[i:], "https://") {
			continue
		}
		word = strings.TrimRight(word[i:], ".,;:!?)]}”’\"'»")
		links = append(links, link{word, word})
	}
	return sourcesOf(links)
}

// distinct drops sources whose address has come before, and what is beyond the
// number that a story holds.
func distinct(sources []story.Citation) []story.Citation {
	const most = 100
	var all []story.Citation
	seen := map[string]bool{}
	for _, s := range sources {
		if s.Address != "" && seen[s.Address] || len(all) == most {
			continue
		}
		seen[s.Address] = true
		all = append(all, s)
	}
	return all
}

// first is the first text that is not empty.
func first(texts ...string) string {
	for _, s := range texts {
		if s != "" {
			return s
		}
	}
	return ""
}

func join(a, b string) string { return strings.TrimSpace(a + " " + b) }

func isFalse(n *node) bool { return n != nil && n.Kind == jsontree.Bool && n.Text == "false" }

// blank reports whether nothing is in a value but empty texts and null.
func blank(n *node) bool {
	switch n.Kind {
	case jsontree.Null:
		return true
	case jsontree.String:
		return strings.TrimSpace(n.Text) == ""
	case jsontree.Array, jsontree.Object:
		for i := range n.Kids {
			if !blank(&n.Kids[i]) {
				return false
			}
		}
		return true
	}
	return false
}
