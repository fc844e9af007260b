package studio

import (
	"bytes"
	"errors"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"rentang/assets"
	"rentang/viz/scene"
	"rentang/viz/theme"
	"rentang/viz/timescale"
)

func open(t *testing.T) *Studio {
	t.Helper()
	s, problems := Open(assets.Story())
	if s == nil {
		t.Fatal(problems)
	}
	return s
}

func TestOpenKnowsEveryLanguageOfTheStory(t *testing.T) {
	s := open(t)
	for _, code := range s.Story.Languages {
		l, err := s.Language(code)
		if err != nil || l.Code != code {
			t.Errorf("%s: %v, %v", code, l, err)
		}
	}
	if l, err := s.Language(""); err != nil || l.Code != s.Story.Languages[0] {
		t.Errorf("the default language: %v, %v", l, err)
	}
}

// A fifth language is a file in the story folder; without it the story says what is missing.
func TestLanguageOfTheStoryFolder(t *testing.T) {
	en, err := fs.ReadFile(assets.Lang(), "en.json")
	if err != nil {
		t.Fatal(err)
	}
	dir := fstest.MapFS{
		"story.json": {Data: []byte(`{"id": "x", "languages": ["tl"], "start": "1990", "end": "1999", "title": {"tl": "Isang kuwento"}}`)},
		"events.json": {Data: []byte(`[{"id": "a", "start": "1991", "kind": "treaty", "importance": 3, "verified": true,
			"title": {"tl": "Kasunduan"}, "caption": {"tl": "Isang kasunduan."}}]`)},
	}
	s, problems := Open(dir)
	if s != nil || !problems.Errors() || !strings.Contains(problems.Error(), "lang/tl.json") {
		t.Fatalf("without the file: studio %v, problems %v", s != nil, problems)
	}
	dir["lang/tl.json"] = &fstest.MapFile{Data: bytes.Replace(en, []byte(`"en"`), []byte(`"tl"`), 1)}
	s, problems = Open(dir)
	if s == nil {
		t.Fatal(problems)
	}
	if sc, err := s.Scene(Request{}); err != nil || sc.Len() == 0 || sc.Lang != "tl" {
		t.Errorf("scene: %v", err)
	}
}

func TestStoryWithErrorsHasNoStudio(t *testing.T) {
	s, problems := Open(fstest.MapFS{})
	if s != nil || !problems.Errors() {
		t.Errorf("an empty folder: studio %v, problems %v", s != nil, problems)
	}
}

func TestScene(t *testing.T) {
	s := open(t)
	decade := &timescale.Span{Start: 15 * 365.25, End: 25 * 365.25} // 1985 to 1995
	for _, c := range []struct {
		name string
		r    Request
		size scene.Point
	}{
		{"the zero request", Request{}, scene.Point{X: 1200, Y: 630}},
		{"a preset", Request{Preset: "story", Lang: "ko", Theme: "dark"}, scene.Point{X: 1080, Y: 1920}},
		{"a size wins over a preset", Request{Preset: "og", Size: scene.Point{X: 500, Y: 400}}, scene.Point{X: 500, Y: 400}},
		{"a decade as the page draws it", Request{Span: decade, Page: true, Lang: "en"}, scene.Point{X: 1200, Y: 630}},
		{"an event", Request{Event: s.Story.Events[0].ID, Lang: "ru"}, scene.Point{X: 1200, Y: 630}},
	} {
		t.Run(c.name, func(t *testing.T) {
			a, err := s.Scene(c.r)
			if err != nil {
				t.Fatal(err)
			}
			if a.Size != c.size || a.Len() == 0 || a.Title == "" || a.Desc == "" || a.Lang == "" {
				t.Errorf("size %v, %d operations, title %q, language %q", a.Size, a.Len(), a.Title, a.Lang)
			}
			b, err := open(t).Scene(c.r)
			if err != nil {
				t.Fatal(err)
			}
			if dump(t, a) != dump(t, b) {
				t.Error("the same request gave another scene")
			}
		})
	}
}

func dump(t *testing.T, s *scene.Scene) string {
	t.Helper()
	var b strings.Builder
	if err := s.Dump(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestEveryPresetAndTheme(t *testing.T) {
	s := open(t)
	for _, p := range Presets() {
		if sc, err := s.Scene(Request{Preset: p.Name}); err != nil || sc.Size != p.Size {
			t.Errorf("%s: %v", p.Name, err)
		}
	}
	for _, name := range theme.Names() {
		if _, err := s.Scene(Request{Theme: name, Preset: "column"}); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestWrongNamesListWhatExists(t *testing.T) {
	s := open(t)
	for what, c := range map[string]struct {
		r     Request
		lists string
	}{
		"language": {Request{Lang: "fr"}, "id, en, ko, ru"},
		"theme":    {Request{Theme: "pink"}, "dark"},
		"preset":   {Request{Preset: "poster"}, "square"},
		"event":    {Request{Event: "parallel-39-1945"}, "parallel-38-1945"},
	} {
		_, err := s.Scene(c.r)
		var name *NameError
		if !errors.As(err, &name) || name.What != what || !strings.Contains(err.Error(), c.lists) {
			t.Errorf("%s: %v; want a list with %q", what, err, c.lists)
		}
	}
	if _, err := s.Scene(Request{Event: "qqq"}); err == nil || !strings.Contains(err.Error(), "…") {
		t.Errorf("an id like no other: %v", err)
	}
}
