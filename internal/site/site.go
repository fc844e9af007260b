// Package site builds the page of a story: a folder of files that any server can
// serve, under any address, with nothing fetched from elsewhere. Each language's
// page is a complete document - title, finished still, events, figures, sources -
// and the program that makes it explorable is loaded on top.
//
// The folder is put together in memory, then written beside its place and moved
// there: a failed build leaves the former one as it was. The same input gives the
// same bytes.
package site

import (
	"context"
	"fmt"
	"html/template"
	"io/fs"
	"path"
	"sort"

	"rentang/internal/studio"
	"rentang/viz/lang"
	"rentang/viz/story"
	"rentang/web"
)

// Options says what to build. Story and Out are required.
type Options struct {
	Story fs.FS  // the story folder
	Out   string // the folder to write; it may hold a former build, and nothing else

	Web    fs.FS  // the page's sources, as in package web; nil is the built-in ones
	Wasm   []byte // the viewer; nil compiles it with the go command
	Wasm2D []byte // the viewer for a 2D canvas; nil compiles it with the go command
	Stills []byte // the program that makes files of the picture; nil compiles it with the go command
	Exec   []byte // Go's wasm_exec.js; nil takes the one of the go command
	Root   string // the module's folder, for compiling; "" is where the go command finds it
	Base   string // the address that the folder will have, for link previews; "" leaves them relative

	// Draw draws a still in a format: svg, png or pdf; nil is the real one.
	Draw func(s *studio.Studio, r studio.Request, format string) (Still, error)

	Quality int               // brotli quality for the sizes in the report, 1 to 11; 0 leaves them out
	Log     func(line string) // progress in words; nil is silence
}

// builder is one build.
type builder struct {
	Options
	ctx    context.Context
	studio *studio.Studio
	story  *story.Story
	langs  []*lang.Language // in the story's order
	files  map[string][]byte

	app       appFiles
	texts     map[string]string // path of each language's words
	words     []byte            // the words of all languages, for the fonts
	faces     []face
	nameFonts []string // path of each font that has letters of the languages' names, besides the first
	draws     []drawn
	firsts    map[string]map[string]first // by language and orientation
	templates *template.Template
}

// Build writes the folder. A story with errors gives its story.Problems and no
// folder; warnings are logged. Other errors are about files, or the go command.
func Build(ctx context.Context, o Options) (Report, error) {
	if o.Web == nil {
		o.Web = web.Files
	}
	if o.Log == nil {
		o.Log = func(string) {}
	}
	if o.Draw == nil {
		o.Draw = draw
	}
	if err := checkPlace(o.Out); err != nil {
		return Report{}, err
	}
	s, problems := studio.Open(o.Story)
	if problems.Errors() {
		return Report{}, problems
	}
	for _, p := range problems {
		o.Log(p.String())
	}
	b := &builder{Options: o, ctx: ctx, studio: s, story: s.Story, files: map[string][]byte{}, texts: map[string]string{}, firsts: map[string]map[string]first{}}
	for _, code := range b.story.Languages {
		l, err := s.Language(code)
		if err != nil {
			return Report{}, err
		}
		b.langs = append(b.langs, l)
	}
	steps := []struct {
		what string
		do   func() error
	}{
		{"the story's files", b.addStory},
		{"words and fonts", b.addTexts},
		{"the program", b.addProgram},
		{"style and script", b.addApp},
		{"stills", b.addStills},
		{"pages", b.addPages},
		{"manifest", b.addManifest},
	}
	for _, step := range steps {
		o.Log(step.what)
		if err := step.do(); err != nil {
			return Report{}, fmt.Errorf("%s: %w", step.what, err)
		}
		if err := ctx.Err(); err != nil {
			return Report{}, err
		}
	}
	if err := write(o.Out, b.files); err != nil {
		return Report{}, err
	}
	return b.report()
}

// add puts a file into the folder.
func (b *builder) add(name string, data []byte) string {
	b.files[name] = data
	return name
}

// addHashed puts a file into the folder under a name that changes with its
// content, so that servers may let it be kept for ever.
func (b *builder) addHashed(name string, data []byte) string {
	ext := path.Ext(name)
	return b.add(name[:len(name)-len(ext)]+"."+hash(data)[:10]+ext, data)
}

// names is the files of the folder in order.
func (b *builder) names() []string {
	names := make([]string, 0, len(b.files))
	for name := range b.files {
		names = append(names, name)
	}
	sort.Strings(names)
	return names
}

// main is the default language.
func (b *builder) main() string { return b.story.Languages[0] }

// page is where the page of a language lies in the folder.
func (b *builder) page(code string) string {
	if code == b.main() {
		return "index.html"
	}
	return code + "/index.html"
}
