package site

import (
	"bytes"
	"html/template"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
)

// addMethod adds the page of how the figures were made. The story writes it in
// Markdown; markup of its own in there is dropped.
func (b *builder) addMethod() error {
	if b.story.Method == "" {
		return nil
	}
	var body bytes.Buffer
	md := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Linkify))
	if err := md.Convert([]byte(b.story.Method), &body); err != nil {
		return err
	}
	for _, l := range b.langs {
		p := b.newPage(l, "method")
		p.Body = template.HTML(body.String()) // goldmark's own, with raw markup and dangerous links left out
		if err := b.addMade(p.dir+"method.html", func() ([]byte, error) { return b.render("method.html", p) }); err != nil {
			return err
		}
	}
	return nil
}
