// Package studio is a story together with everything needed to draw it: the
// words of its languages, the fonts, the themes. A Request names a picture; Scene
// draws it. The command line, the site builder and the tests ask the same studio,
// so a still of the command line and the first picture of the page are one.
//
//	s, problems := studio.Open(os.DirFS("mystory"))
//	if problems.Errors() {
//		return problems
//	}
//	sc, err := s.Scene(studio.Request{Preset: "og", Lang: "ko"})
package studio

import (
	"fmt"
	"io/fs"

	"rentang/viz/lang"
	"rentang/viz/locator"
	"rentang/viz/story"
	"rentang/viz/typeset"
)

// Studio is one story, ready to be drawn. It is not safe for concurrent use: the
// typesetter keeps what it has measured.
type Studio struct {
	Story *story.Story
	Type  *typeset.Set
	land  *locator.Land
	dir   fs.FS
	langs map[string]*lang.Language
	fonts fs.FS // the kit's, for a twin
}

// Kit is what stories are drawn with, whichever story it is. A native program has
// it built in; the one in a page fetches it.
type Kit struct {
	Fonts fs.FS  // TrueType files named FAMILY-WEIGHT.ttf; a character is taken from the first that has it
	Lang  fs.FS  // the words of each language, CODE.json
	Land  []byte // the outlines of the locator map, as for locator.Parse
}

// Open reads a story folder. Languages come from the kit and from the folder's own
// lang/ (CODE.json), which wins. When the problems hold an error the studio is nil;
// warnings may stand beside a studio.
func (k Kit) Open(dir fs.FS) (*Studio, story.Problems) {
	st, problems := story.Decode(dir)
	if st == nil || problems.Errors() {
		return nil, problems
	}
	s := &Studio{Story: st, dir: dir, langs: make(map[string]*lang.Language, len(st.Languages))}
	for i, code := range st.Languages {
		l, err := k.language(dir, code)
		if err != nil {
			problems = append(problems, story.Problem{
				Severity: story.Error, File: "story.json", Field: fmt.Sprintf("languages[%d]", i),
				What:     err.Error(),
				Expected: fmt.Sprintf("a language that the program knows, or the file lang/%s.json in the story folder", code),
			})
			continue
		}
		s.langs[code] = l
	}
	set, err := k.fonts()
	if err != nil {
		problems = append(problems, story.Problem{Severity: story.Error, File: "fonts", What: err.Error(), Expected: "fonts that can be read"})
	}
	if s.land, err = locator.Parse(k.Land); err != nil {
		problems = append(problems, story.Problem{Severity: story.Error, File: "map", What: err.Error(), Expected: "outlines that can be read"})
	}
	if problems.Errors() {
		return nil, problems
	}
	s.Type, s.fonts = set, k.Fonts
	return s, problems
}

// Twin is a second studio of the same story, for another goroutine: what is only
// read is shared.
func (s *Studio) Twin() *Studio {
	set, err := Kit{Fonts: s.fonts}.fonts()
	if err != nil {
		panic("studio: the fonts that were read a moment ago: " + err.Error())
	}
	t := *s
	t.Type = set
	return &t
}

// Events is the ids of the story's events, in its order.
func (s *Studio) Events() []string {
	ids := make([]string, len(s.Story.Events))
	for i, e := range s.Story.Events {
		ids[i] = e.ID
	}
	return ids
}

// Land is the outlines of the locator map.
func (s *Studio) Land() *locator.Land { return s.land }

// Language returns one of the story's languages. The empty code is the default
// one. The error lists those that exist.
func (s *Studio) Language(code string) (*lang.Language, error) {
	if code == "" {
		code = s.Story.Languages[0]
	}
	if l, ok := s.langs[code]; ok {
		return l, nil
	}
	return nil, unknown("language", code, s.Story.Languages)
}

// LangData is a language file's content: the story's own where it has one, else
// the kit's.
func (k Kit) LangData(dir fs.FS, code string) (name string, data []byte, err error) {
	if !fs.ValidPath(code) {
		return "", nil, fmt.Errorf("%q is not a language code", code)
	}
	name = "lang/" + code + ".json"
	if data, err = fs.ReadFile(dir, name); err == nil {
		return name, data, nil
	}
	if data, err = fs.ReadFile(k.Lang, code+".json"); err != nil {
		return "", nil, fmt.Errorf("the language %q has no file", code)
	}
	return name, data, nil
}

func (k Kit) language(dir fs.FS, code string) (*lang.Language, error) {
	name, data, err := k.LangData(dir, code)
	if err != nil {
		return nil, err
	}
	return lang.Load(name, data)
}
