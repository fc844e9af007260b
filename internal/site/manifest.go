//go:build !nostills

package site

import (
	"bytes"
	"encoding/json"
	"slices"

	"rentang/internal/serve"
	"rentang/viz/story"
)

// manifest is manifest.json: what a publishing system wants to know.
type manifest struct {
	Generator   string            `json:"generator"`
	ID          string            `json:"id"`
	Languages   []string          `json:"languages"` // the first is the default
	Pages       map[string]string `json:"pages"`
	Title       story.Text        `json:"title"`
	Description story.Text        `json:"description"`
	Alt         map[string]string `json:"alt"` // of the stills
	SourceLine  story.Text        `json:"source_line"`
	Credits     []credit          `json:"credits"`
	Stills      []drawn           `json:"stills"`
	Files       []manifestFile    `json:"files"`
}

// credit is whose photo belongs to an event.
type credit struct {
	Event    string `json:"event"`
	Credit   string `json:"credit"`
	Holder   string `json:"holder,omitempty"`
	File     string `json:"file,omitempty"`
	Included bool   `json:"included"` // the folder holds the photo
}

type manifestFile struct {
	Path      string         `json:"path"`
	Size      int            `json:"size"`
	SHA256    string         `json:"sha256"`
	Type      string         `json:"type,omitempty"`      // as a server should name it; not of packed files
	Immutable bool           `json:"immutable,omitempty"` // its name changes with its content
	Packed    []manifestFile `json:"packed,omitempty"`    // the same, compressed
}

// addManifest adds manifest.json, which lists every file but itself.
func (b *builder) addManifest() error {
	m := manifest{
		Generator: generator, ID: b.story.ID, Languages: b.story.Languages, Pages: map[string]string{},
		Title: b.story.Title, Description: b.story.Subtitle, Alt: map[string]string{}, SourceLine: b.story.SourceLine,
		Credits: []credit{}, Stills: b.draws,
	}
	for _, code := range b.story.Languages {
		m.Pages[code] = b.page(code)
		if i := slices.IndexFunc(b.draws, func(d drawn) bool { return d.Lang == code }); i >= 0 {
			m.Alt[code] = b.draws[i].Alt
		}
	}
	for _, e := range b.story.Events {
		if p := e.Photo; p != nil && p.Credit != "" {
			c := credit{Event: e.ID, Credit: p.Credit, Holder: p.Holder, Included: p.File != ""}
			if c.Included {
				c.File = "story/" + p.File
			}
			m.Credits = append(m.Credits, c)
		}
	}
	for _, name := range b.names() {
		f := manifestFile{Path: name, Size: len(b.files[name]), SHA256: hash(b.files[name]), Type: serve.MediaType(name), Immutable: serve.Immutable(name)}
		for _, p := range packs {
			if data, ok := b.packed[name+p.ending]; ok {
				f.Packed = append(f.Packed, manifestFile{Path: name + p.ending, Size: len(data), SHA256: hash(data)})
			}
		}
		m.Files = append(m.Files, f)
	}
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetIndent("", " ")
	enc.SetEscapeHTML(false)
	if err := enc.Encode(m); err != nil {
		return err
	}
	b.add("manifest.json", out.Bytes())
	return nil
}
