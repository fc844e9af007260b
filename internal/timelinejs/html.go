package timelinejs

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// link is an address in a text, with the words that lead to it.
type link struct{ words, address string }

// prose is what is left of a piece of HTML: one paragraph of plain text, the links
// in it, and whether there was more than plain text.
type prose struct {
	text   string
	links  []link
	markup bool
}

// plain makes HTML plain text. Scripts, styles and embedded pages go, with what is
// in them; everything else loses its tags and keeps its words. The result may hold
// < and & as letters: it is text, not HTML.
func plain(source string) prose {
	if !strings.ContainsAny(source, "<&") {
		return prose{text: tidy(source)}
	}
	var (
		p      prose
		b      strings.Builder
		hidden int // how many script and the like are open
		open   []openLink
	)
	z := html.NewTokenizer(strings.NewReader(source))
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			break
		}
		t := z.Token()
		switch kind {
		case html.TextToken:
			if hidden == 0 {
				b.WriteString(t.Data)
			}
			continue
		case html.CommentToken, html.DoctypeToken:
			p.markup = true
			continue
		}
		p.markup = true
		start := kind != html.EndTagToken
		switch t.DataAtom {
		case atom.Script, atom.Style, atom.Noscript, atom.Iframe, atom.Noembed, atom.Noframes:
			if t.DataAtom == atom.Iframe && start {
				p.add("", attribute(t, "src"))
			}
			if kind == html.StartTagToken {
				hidden++
			} else if kind == html.EndTagToken {
				hidden = max(hidden-1, 0)
			}
		case atom.A:
			if start {
				open = append(open, openLink{attribute(t, "href"), b.Len()})
			} else if n := len(open); n > 0 {
				p.add(b.String()[open[n-1].at:], open[n-1].address)
				open = open[:n-1]
			}
		case atom.Img, atom.Audio, atom.Video, atom.Source, atom.Embed:
			if start {
				p.add(attribute(t, "alt"), attribute(t, "src"))
			}
		case atom.Li:
			if start {
				b.WriteString(" • ")
			}
		case atom.Cite:
			if start && strings.TrimSpace(b.String()) != "" {
				b.WriteString(" — ")
			}
		default:
			if parts(t.DataAtom) {
				b.WriteByte(' ')
			}
		}
	}
	for _, o := range open { // <a> that is never closed
		p.add(b.String()[o.at:], o.address)
	}
	p.text = tidy(b.String())
	return p
}

// openLink is where the words of a link begin.
type openLink struct {
	address string
	at      int
}

func (p *prose) add(words, address string) {
	if address = strings.TrimSpace(address); address != "" {
		p.links = append(p.links, link{tidy(words), address})
	}
}

func attribute(t html.Token, name string) string {
	for _, a := range t.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// parts reports whether an element stands apart from the words around it.
func parts(a atom.Atom) bool {
	switch a {
	case atom.P, atom.Br, atom.Div, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Ul, atom.Ol, atom.Dl,
		atom.Dt, atom.Dd, atom.Table, atom.Tr, atom.Td, atom.Th, atom.Blockquote, atom.Pre, atom.Hr, atom.Section,
		atom.Article, atom.Header, atom.Footer, atom.Figure, atom.Figcaption, atom.Address, atom.Center, atom.Option:
		return true
	}
	return false
}

// tidy makes a text one paragraph that can be set in type: white space becomes one
// space, and what is invisible or turns the text around it goes. A no-break space
// stays.
func tidy(s string) string {
	var b strings.Builder
	space := false
	for _, r := range s {
		switch {
		case r == ' ' || r == '\t' || r == '\n' || r == '\r' || r == '\f' || r == '\v' || r == 0x85 || r == 0x2028 || r == 0x2029:
			space = true
			continue
		case r < ' ' || r >= 0x7f && r < 0xa0, r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069, r == 0xfeff:
			continue
		case r == 0xfffd: // a letter that an earlier conversion lost
			r = '?'
		}
		if space && b.Len() > 0 {
			b.WriteByte(' ')
		}
		space = false
		b.WriteRune(r)
	}
	// Spaces of other widths at the ends would be nothing but them.
	return strings.TrimSpace(b.String())
}

// escape makes plain text HTML that says the same.
func escape(s string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace(s)
}
