package timelinejs

import (
	"strings"

	"rentang/viz/story"
)

// media is what a slide's media gives a story. Nothing is fetched, so a picture
// comes without its file: the card names the photographer and says that the photo is
// not included, and the address stands among the sources. No photo is made without
// credit, and what is no picture (a film, a map, a post) is a source alone.
type media struct {
	photo   *story.Photo
	sources []story.Citation // the media itself, and where it leads
	links   []story.Citation // links in its caption and credit
	caption string
	quote   string // what it says when it is a quotation
}

// media derives a slide's media.
func (d *deriver) media(n *node, path string) media {
	var m media
	if !isObject(n) {
		return m
	}
	caption, credit := plain(str(n.Member("caption"))), plain(str(n.Member("credit")))
	alt, url := tidy(str(n.Member("alt"))), str(n.Member("url"))
	d.counts.markup(path, caption.markup, credit.markup)
	m.caption = caption.text
	m.links = append(sourcesOf(caption.links), sourcesOf(credit.links)...)
	if strings.HasPrefix(url, "<") {
		quote := plain(url)
		m.quote, m.links = quote.text, append(sourcesOf(quote.links), m.links...)
		d.counts.kept(generic(path) + ".url: HTML, whose words are in the caption")
		if said := join(caption.text, credit.text); said != "" {
			m.sources = append(m.sources, d.source(caption.text, credit.text, first(host(firstAddress(quote.links)), said), ""))
		}
		return m
	}
	a := address(url)
	shown := a != "" && picture(a) || a == "" && picture(url)
	if shown && credit.text != "" && first(alt, caption.text) != "" {
		m.photo = &story.Photo{
			Credit:      cut(credit.text, story.MaxLine),
			Description: d.words(cut(first(alt, caption.text), story.MaxNote)),
		}
		if alt == "" {
			d.counts.add("a photo without alt text, so its caption stands in its place")
		}
	} else {
		if shown && credit.text == "" {
			d.counts.add("a picture without credit, so it is a source and no photo")
		}
		if alt != "" {
			d.counts.kept(generic(path) + ".alt")
		}
	}
	if url != "" && a == "" {
		d.counts.kept(generic(path) + ".url: relative addresses, or ones that are not http, https or mailto")
	}
	if url != "" || caption.text != "" || credit.text != "" {
		m.sources = append(m.sources, d.source(caption.text, credit.text, first(tidy(str(n.Member("title"))), host(a), tidy(url), credit.text), a))
	}
	if l := address(str(n.Member("link"))); l != "" && l != a {
		m.sources = append(m.sources, story.Citation{Title: cut(first(host(l), l), story.MaxLine), Address: l})
	}
	return m
}

// source is the media as a source: its caption, whose it is, where it is.
func (d *deriver) source(caption, credit, otherwise, address string) story.Citation {
	return story.Citation{
		Title:     cut(first(caption, otherwise), story.MaxLine),
		Publisher: cut(credit, story.MaxLine),
		Address:   address,
	}
}

func firstAddress(links []link) string {
	if len(links) == 0 {
		return ""
	}
	return address(links[0].address)
}
