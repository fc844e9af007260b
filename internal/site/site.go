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
	"html/template"
	"io/fs"
	"path"
	"sort"

	"rentang/internal/studio"
	"rentang/viz/lang"
	"rentang/viz/story"
)

// Options says what to build. Story and Out are required.
type Options struct {
	Story fs.FS  // the story folder
	Out   string // the folder to write; it may hold a former build, and nothing else

	Web     fs.FS  // the page's sources, as in package web; nil is the built-in ones
	Wasm    []byte // the viewer; nil compiles it with the go command
	Wasm2D  []byte // the viewer for a 2D canvas; nil compiles it with the go command
	Stills  []byte // the program that makes files of the picture; nil compiles it with the go command
	Preview []byte // the program that reads a reader's own story; nil compiles it with the go command
	Exec    []byte // Go's wasm_exec.js; nil takes the one of the go command
	Root    string // the module's folder, for compiling; "" is where the go command finds it
	Base    string // the address that the folder will have, for link previews; "" leaves them relative

	// Draw draws a still in a format: svg, png or pdf; nil is the real one.
	Draw func(s *studio.Studio, r studio.Request, format string) (Still, error)

	Pack   bool // add each file that is worth it packed with brotli and gzip too, for servers that send such files
	effort int  // of the packers, for tests; 0 is their best
	InPage bool // pack what the program reads with gzip, and only so: for hosts that compress nothing, the page unpacks it

	Step func(done, all int, what string) // of the packing, which takes longest; from any goroutine, one at a time; nil is silence
	Log  func(line string)                // progress in words; nil is silence
	Warn func(warnings story.Problems)    // told what is not right and can be built all the same; nil ignores it
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
	preview   previewConfig
	texts     map[string]string // path of each language's words
	wordsOf   map[string][]byte // each language's words
	words     []byte            // the words of all languages, for the fonts
	faces     []face
	nameFonts []string // path of each font that has letters of the languages' names, besides the first
	draws     []drawn
	firsts    map[string]map[string]first // by language and orientation
	templates *template.Template
	packed    map[string][]byte // beside the files, by their name and its ending

	live  string                            // names this state of a story that is being worked on; "" for a folder to publish
	later map[string]func() ([]byte, error) // files that are made when somebody asks; nil where all are made at once
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

// step tells how far the packing is.
func (b *builder) step(done, all int, what string) {
	if b.Step != nil {
		b.Step(done, all, what)
	}
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
