package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"rentang/internal/studio"
	"rentang/viz/story"
)

// A new story is sound, in whatever languages and form, and can be drawn.
func TestNew(t *testing.T) {
	for _, c := range []struct {
		why       string
		args      []string
		languages []string
		events    string
		has       []string
	}{
		{"as it comes", nil, []string{"en", "id"}, "events.json", nil},
		{"the program's other languages", []string{"-lang", "ko,ru"}, []string{"ko", "ru"}, "events.json", nil},
		{"one language", []string{"-lang", "en"}, []string{"en"}, "events.json", nil},
		{"a table", []string{"-csv", "-lang=en,ko"}, []string{"en", "ko"}, "events.csv", nil},
		{"languages that the program does not speak", []string{"-csv", "-lang", "pt-BR,en,fil"}, []string{"pt-BR", "en", "fil"}, "events.csv", []string{"lang/pt-BR.json", "lang/fil.json"}},
	} {
		t.Run(c.why, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "deep", "story")
			r := rentang(t, append([]string{"new", dir}, c.args...)...)
			if r.code != good || !strings.Contains(r.out, "rentang serve -watch -story "+dir) {
				t.Fatalf("exit %d:\n%s%s", r.code, r.out, r.err)
			}
			for _, name := range append([]string{"story.json", c.events, "flows.csv", "gaps.csv", "sources.csv", "README.md", ".vscode/settings.json",
				"schema/story.schema.json", "schema/events.schema.json", "schema/flows.csv.schema.json"}, c.has...) {
				if !strings.Contains(r.out, "wrote "+filepath.Join(dir, name)+"\n") {
					t.Errorf("%s is not named:\n%s", name, r.out)
				}
				if info, err := os.Stat(filepath.Join(dir, name)); err != nil || info.Size() == 0 || info.Mode().Perm()&0o044 == 0 {
					t.Errorf("%s: %v, %v", name, info, err)
				}
			}
			if check := rentang(t, "check", "-story", dir); check.code != good || check.out != "0 errors, 0 warnings\n" {
				t.Errorf("check: exit %d:\n%s", check.code, check.out)
			}
			s, problems := studio.Open(os.DirFS(dir))
			if s == nil {
				t.Fatal(problems)
			}
			if !slices.Equal(s.Story.Languages, c.languages) || len(s.Story.Events) != 6 || len(s.Story.Flows) != 28 || len(s.Story.Strips) != 1 {
				t.Errorf("languages %v, %d events, %d flows", s.Story.Languages, len(s.Story.Events), len(s.Story.Flows))
			}
			vague := map[string]string{}
			for _, e := range s.Story.Events {
				vague[e.ID] = e.When.String()
			}
			if vague["new-pier"] != "1955~" || vague["school-trips"] != "195X" || vague["night-boat"] != "1958-06-01.." || vague["timber-treaty"] != "1952-03" {
				t.Errorf("dates: %v", vague)
			}
			if _, err := s.Scene(studio.Request{}); err != nil {
				t.Error(err)
			}
			readme, err := os.ReadFile(filepath.Join(dir, "README.md"))
			if err != nil || strings.Contains(string(readme), "@") || !strings.Contains(string(readme), c.events) {
				t.Errorf("%v\n%s", err, readme)
			}
			if left, _ := filepath.Glob(filepath.Join(filepath.Dir(dir), ".*")); len(left) > 0 {
				t.Errorf("left behind: %v", left)
			}
		})
	}
}

// A table and a list hold the same events.
func TestNewTable(t *testing.T) {
	dir := t.TempDir()
	var stories []*story.Story
	for _, args := range [][]string{{"new", filepath.Join(dir, "list")}, {"new", filepath.Join(dir, "table"), "-csv"}} {
		if r := rentang(t, args...); r.code != good {
			t.Fatal(r.err)
		}
		s, problems := story.Decode(os.DirFS(args[1]))
		if s == nil {
			t.Fatal(problems)
		}
		stories = append(stories, s)
	}
	for i, e := range stories[0].Events {
		o := stories[1].Events[i]
		if e.ID != o.ID || e.When != o.When || e.Title.In("id") != o.Title.In("id") || e.Caption.In("en") != o.Caption.In("en") || !slices.Equal(e.Sources, o.Sources) {
			t.Errorf("list %+v\ntable %+v", e, o)
		}
	}
}

func TestNewRefuses(t *testing.T) {
	full := t.TempDir()
	if err := os.WriteFile(filepath.Join(full, "work.txt"), []byte("mine"), 0o644); err != nil {
		t.Fatal(err)
	}
	fresh := filepath.Join(t.TempDir(), "x")
	for _, c := range []struct {
		why  string
		args []string
		code int
		says string
	}{
		{"no folder named", []string{"new"}, badUsage, "dir"},
		{"a folder with something in it", []string{"new", full}, badInput, "is not empty; a new story needs a folder of its own, and nothing is ever written over"},
		{"a file", []string{"new", filepath.Join(full, "work.txt")}, badInput, "is a file; a story is a folder"},
		{"no language", []string{"new", fresh, "-lang", "english"}, badUsage, "expected different language tags"},
		{"a path as a language", []string{"new", fresh, "-lang", "en,../x"}, badUsage, "expected different language tags"},
		{"a language twice", []string{"new", fresh, "-lang", "en,en"}, badUsage, "expected different language tags"},
	} {
		r := rentang(t, c.args...)
		if r.code != c.code || !strings.Contains(r.err, c.says) || r.out != "" {
			t.Errorf("%s: exit %d:\n%s%s", c.why, r.code, r.out, r.err)
		}
		if _, err := os.Stat(fresh); err == nil {
			t.Errorf("%s: something was written", c.why)
		}
	}
	if data, err := os.ReadFile(filepath.Join(full, "work.txt")); err != nil || string(data) != "mine" {
		t.Error("work was lost")
	}
	empty := t.TempDir()
	if r := rentang(t, "new", empty); r.code != good {
		t.Errorf("an empty folder is refused: %s", r.err)
	}
}

// What docs/formats.md shows is what the program prints.
func TestFormatsDoc(t *testing.T) {
	doc, err := os.ReadFile(filepath.Join("..", "..", "docs", "formats.md"))
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	shows := func(r result, command string) {
		t.Helper()
		if block := "$ " + command + "\n" + r.out + "```"; !strings.Contains(string(doc), block) {
			t.Errorf("docs/formats.md does not show\n%s", block)
		}
	}
	shows(rentang(t, "new", "mystory"), "rentang new mystory")
	for _, e := range []edit{
		{"events.json", `"kind": "treaty"`, `"kind": "treety"`}, {"events.json", "1953-11-21", "1953-11-31"},
		{"flows.csv", "1952,out,timber,60,80,100", "1952,out,timber,60,180,100"},
	} {
		name := filepath.Join("mystory", e.file)
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(strings.Replace(string(data), e.from, e.to, 1)), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	shows(rentang(t, "check", "-story", "mystory"), "rentang check -story mystory")

	// The tables of the document are stories.
	_, table, found := strings.Cut(string(doc), "```csv\n")
	table, _, closed := strings.Cut(table, "```")
	if !found || !closed {
		t.Fatal("no table")
	}
	dir := fstest.MapFS{
		"story.json": {Data: []byte(`{"id": "t", "languages": ["en"], "start": "1950", "end": "1953", "title": {"en": "T"}}`)},
		"events.csv": {Data: []byte(table)},
	}
	if st, problems := story.Decode(dir); len(problems) > 0 || len(st.Events) != 2 || len(st.Events[1].Sources) != 2 {
		t.Error(problems)
	}
}
