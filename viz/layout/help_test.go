package layout

import (
	"os"
	"path/filepath"
	"testing"

	"rentang/viz/lang"
	"rentang/viz/scene"
	"rentang/viz/story"
	"rentang/viz/theme"
	"rentang/viz/typeset"
)

const assets = "../../assets"

// builtIn decodes the built-in story.
func builtIn(t testing.TB) *story.Story {
	t.Helper()
	s, problems := story.Decode(os.DirFS(filepath.Join(assets, "story")))
	if problems.Errors() {
		t.Fatal(problems)
	}
	return s
}

func fonts(t testing.TB) *typeset.Set {
	t.Helper()
	set := &typeset.Set{}
	for _, f := range []struct {
		w    typeset.Weight
		file string
	}{
		{typeset.Regular, "RentangSans-Regular"}, {typeset.Regular, "RentangSansKR-Regular"},
		{typeset.SemiBold, "RentangSans-SemiBold"}, {typeset.SemiBold, "RentangSansKR-SemiBold"},
	} {
		data, err := os.ReadFile(filepath.Join(assets, "fonts", f.file+".ttf"))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := set.Add(f.w, f.file, data); err != nil {
			t.Fatal(err)
		}
	}
	return set
}

func language(t testing.TB, code string) *lang.Language {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(assets, "lang", code+".json"))
	if err != nil {
		t.Fatal(err)
	}
	l, err := lang.Load(code+".json", data)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// testInput is an input for a story without fonts, for what needs no text.
func testInput(t testing.TB, s *story.Story) Input {
	t.Helper()
	th, ok := theme.Get("light")
	if !ok {
		t.Fatal("no light theme")
	}
	return Input{Story: s, Lang: &lang.Language{Code: "en"}, Theme: th}
}

// input is the built-in story ready to draw.
func input(t testing.TB, code, themeName string, w, h float64) Input {
	t.Helper()
	in := testInput(t, builtIn(t))
	in.Lang, in.Type, in.Size = language(t, code), fonts(t), scene.Point{X: w, Y: h}
	th, ok := theme.Get(themeName)
	if !ok {
		t.Fatalf("no theme %q", themeName)
	}
	in.Theme = th
	return in
}

// wholeView is the view of the whole story at rest.
func wholeView(f *Figure) View {
	return View{Span: f.Whole(), Grow: 1, Fade: 1, From: -1}
}
