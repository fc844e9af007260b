package site

import (
	"bytes"
	"html/template"
	"slices"
	"strings"

	"rentang/viz/lang"
)

// page is what the templates of one language's pages see. Every text of the
// story goes through html/template, which escapes it for where it stands.
type page struct {
	Lang, Dir                          string
	Title, Subtitle, Note, SourceLine  string
	Licence                            string
	Description, Alt, Unit             string
	Style, Script, Page, Method, Embed string // addresses, relative to this page
	Base                               string // address of the folder, for link previews
	Card                               *picture
	Languages                          []language
	Preload                            []string
	First                              []source
	FirstImage                         picture
	Buttons, Moves                     []button
	Speeds                             []speed
	Sets, Modes, Themes                []option
	Pictures, Formats, Presets         []option
	Keys                               []keyHelp
	Events                             []event
	Outlines                           []outline
	Remarks                            []string
	Data                               []link
	Flows                              []flow
	Gaps                               []gap
	Strips                             []strip
	Series                             []measurement
	Sources                            []reference
	Config, Linked                     any
	Live                               *live // nil for a folder to publish
	Body                               template.HTML
	Code                               string
	Heights                            []height

	lang *lang.Language
	root string // from this page to the folder: "" or "../"
	dir  string // from the folder to this page: "" or "ko/"
}

// Word is the wording of a key.
func (p *page) Word(key string) string { return p.lang.Word(key) }

// picture is an image with its size in CSS pixels.
type picture struct {
	Address       string
	Width, Height int
}

// source is one source of the first picture.
type source struct{ Media, Address string }

// language is a language of the story and its page.
type language struct{ Code, Name, Href string }

// newPage starts a page with what all pages have. name is index, method or embed.
func (b *builder) newPage(l *lang.Language, name string) *page {
	s, code := b.story, l.Code
	p := &page{
		Lang: code, Dir: direction(code), Title: s.Title.In(code), Subtitle: s.Subtitle.In(code), Note: s.Note.In(code),
		SourceLine: s.SourceLine.In(code), Unit: s.Unit.In(code), Licence: s.Licence, Page: "index.html", lang: l,
	}
	if code != b.main() {
		p.root, p.dir = "../", code+"/"
	}
	p.Description = p.Subtitle
	p.Style, p.Script = p.root+b.app.style, p.root+b.app.script
	if s.Method != "" {
		p.Method = "method.html"
	}
	for _, other := range b.langs {
		href := p.root + b.page(other.Code)
		if name != "index" {
			href = p.root + strings.Replace(b.page(other.Code), "index.html", name+".html", 1)
		}
		p.Languages = append(p.Languages, language{other.Code, other.Name, href})
	}
	return p
}

// direction is the direction in which a language is written.
func direction(code string) string {
	base, _, _ := strings.Cut(code, "-")
	if slices.Contains([]string{"ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"}, base) {
		return "rtl"
	}
	return "ltr"
}

// addPages adds every page of every language.
func (b *builder) addPages() error {
	var err error
	if b.templates, err = template.ParseFS(b.Web, "*.html", "parts/*.html"); err != nil {
		return err
	}
	for _, l := range b.langs {
		err := b.addMade(b.page(l.Code), func() ([]byte, error) {
			p := b.newPage(l, "index")
			b.addFirst(p)
			b.addControls(p)
			b.addDocument(p)
			p.Config, p.Linked, p.Live = b.config(p), b.linked(p), b.liveOf(p)
			return b.render("index.html", p)
		})
		if err != nil {
			return err
		}
	}
	if err := b.addMethod(); err != nil {
		return err
	}
	return b.addEmbed()
}

// render fills a template.
func (b *builder) render(name string, p *page) ([]byte, error) {
	var out bytes.Buffer
	err := b.templates.ExecuteTemplate(&out, name, p)
	return out.Bytes(), err
}

// addFirst adds what the page shows before the program draws, and the picture
// that link previews show.
func (b *builder) addFirst(p *page) {
	f := b.firsts[p.Lang]
	wide, upright := f["landscape"], f["portrait"]
	const narrow, dark, more = "(max-width: 639.98px)", "(prefers-color-scheme: dark)", "(prefers-contrast: more)"
	for _, s := range []struct{ media, path string }{
		{narrow + " and " + more, upright.Themes["contrast"]},
		{narrow + " and " + dark, upright.Themes["dark"]},
		{narrow, upright.Themes["light"]},
		{more, wide.Themes["contrast"]},
		{dark, wide.Themes["dark"]},
	} {
		p.First = append(p.First, source{s.media, p.root + s.path})
	}
	p.FirstImage = picture{p.root + wide.Themes["light"], wide.Width, wide.Height}
	p.Alt = p.Title + ". " + p.Subtitle + "."
	for _, d := range b.draws {
		if d.Lang == p.Lang && d.Preset == "og" && d.Format == "png" {
			p.Card = &picture{b.Base + d.Path, d.Width, d.Height}
			if b.Base == "" {
				p.Card.Address = p.root + d.Path
			}
		}
	}
}
