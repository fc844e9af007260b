package site

import (
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"rentang/assets"
	"rentang/internal/studio"
	"rentang/viz/scene"
	"rentang/viz/typeset"
	"rentang/web"
)

// previewConfig is preview.json: what the page needs to show a reader's own story.
// It is loaded when somebody brings one.
type previewConfig struct {
	Script  string        `json:"script"`
	Style   string        `json:"style"`
	Worker  string        `json:"worker"`
	Exec    string        `json:"exec"`
	Program configProgram `json:"program"`
	Fonts   []configFile  `json:"fonts"` // whole: nobody knows which letters will come
	Land    string        `json:"land"`
	Pages   PreviewParts  `json:"pages"`
}

// PreviewParts is what the pages of a preview share with those of the folder that
// it is shown by: the addresses of its parts.
type PreviewParts struct {
	Style    string                   `json:"style"`
	Script   string                   `json:"script"`
	Exec     string                   `json:"exec"`
	Programs map[string]configProgram `json:"programs"`
	Still    configStills             `json:"still"`
}

// addPreview adds what shows a reader's own story. That nothing leaves the browser
// is the reason to have it: a desk's story is not published yet.
func (b *builder) addPreview() error {
	script, err := join(b.Web, "js", "preview.js")
	if err != nil {
		return err
	}
	worker, err := join(b.Web, "js", "previewworker.js")
	if err != nil {
		return err
	}
	style, err := fs.ReadFile(b.Web, "panel.css")
	if err != nil {
		return err
	}
	c := &b.preview
	c.Script = b.addHashed("app/preview.js", script)
	c.Style = b.addHashed("app/panel.css", style)
	c.Worker = b.addHashed("app/previewworker.js", worker)
	if c.Program, err = b.program("app/preview.wasm", b.Preview); err != nil {
		return err
	}
	c.Exec, c.Land = b.app.exec, b.app.stills.Land
	fonts, err := fs.Glob(assets.Fonts(), "*.ttf")
	if err != nil {
		return err
	}
	for _, name := range fonts {
		data, err := fs.ReadFile(assets.Fonts(), name)
		if err != nil {
			return err
		}
		file, err := b.addFetched("app/whole/"+name, data)
		if err != nil {
			return err
		}
		c.Fonts = append(c.Fonts, configFile{name, file})
	}
	return nil
}

// addPreviewConfig adds preview.json, which names what was added before.
func (b *builder) addPreviewConfig() error {
	c := b.preview
	c.Pages = PreviewParts{Style: b.app.style, Script: b.app.script, Exec: b.app.exec, Programs: b.app.programs, Still: b.app.stills}
	c.Pages.Still.Fonts = c.Fonts
	data, err := json.Marshal(c)
	if err == nil {
		b.app.preview = b.addHashed("app/preview.json", data)
	}
	return err
}

// Preview is the folder of a story with the parts of another folder, by path: its
// pages, its words, its own files. Nothing is drawn ahead and nothing is written.
func Preview(dir fs.FS, kit studio.Kit, s *studio.Studio, parts PreviewParts) (map[string][]byte, error) {
	b := &builder{
		Options: Options{Story: dir, Web: web.Files}, ctx: context.Background(), studio: s, story: s.Story,
		files: map[string][]byte{}, texts: map[string]string{}, wordsOf: map[string][]byte{}, firsts: map[string]map[string]first{}, draws: []drawn{},
	}
	b.app = appFiles{style: parts.Style, script: parts.Script, exec: parts.Exec, programs: parts.Programs, stills: parts.Still}
	for _, f := range parts.Still.Fonts {
		v := face{name: strings.TrimSuffix(f.Name, path.Ext(f.Name)), ttf: f.File, whole: true}
		if strings.HasSuffix(v.name, "-SemiBold") {
			v.weight = typeset.SemiBold
		}
		b.faces = append(b.faces, v)
	}
	for _, code := range b.story.Languages {
		l, err := s.Language(code)
		if err != nil {
			return nil, err
		}
		b.langs = append(b.langs, l)
		_, words, err := kit.LangData(dir, code)
		if err != nil {
			return nil, err
		}
		b.texts[code], b.wordsOf[code] = b.add("lang/"+code+".json", words), words
		b.firsts[code] = map[string]first{"landscape": b.blank("landscape", landscape), "portrait": b.blank("portrait", portrait)}
	}
	for _, do := range []func() error{b.addStory, b.addPages} {
		if err := do(); err != nil {
			return nil, err
		}
	}
	return b.files, nil
}

// blank is a first picture with nothing in it, for the moment until the program draws.
func (b *builder) blank(name string, size scene.Point) first {
	w, h := round(size.X), round(size.Y)
	picture := b.add("still/"+name+".svg", fmt.Appendf(nil, `<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d"/>`, w, h))
	f := first{Width: w, Height: h, Themes: map[string]string{}, Marks: [][3]int{}}
	for _, theme := range []string{"light", "dark", "contrast"} {
		f.Themes[theme] = picture
	}
	return f
}
