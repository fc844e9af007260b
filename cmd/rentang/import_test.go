package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const timeline = `{
 "title": {"text": {"headline": "A <i>test</i>"}, "background": {"color": "red"}},
 "events": [
  {"start_date": {"year": "1950", "month": 13}, "text": {"headline": "One", "text": "<p>First</p>"}, "media": {"url": "https://example.org/a.jpg", "credit": "Someone", "caption": "A face"}},
  {"start_date": {"year": "-13800000000"}, "text": {"headline": "Bang"}}
 ],
 "eras": [{"start_date": {"year": 1949}, "end_date": {"year": 1955}, "text": {"headline": "Era"}}]
}`

// written is a file in a folder of its own.
func written(t *testing.T, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestImportAndExport(t *testing.T) {
	file := written(t, "timeline.json", timeline)
	dir := filepath.Join(t.TempDir(), "new", "story")
	r := rentang(t, "import", file, "-o", dir, "-kind", "economy")
	if r.code != good {
		t.Fatalf("exit %d:\n%s%s", r.code, r.out, r.err)
	}
	for _, want := range []string{
		"read TimelineJS JSON, version 3: 2 events, of which a story can hold 1, 1 era, 1949 to 1955\n",
		"kept for export only: title.background.color (1)\n", "wrote " + filepath.Join(dir, "events.json") + "\n",
	} {
		if !strings.Contains(r.out, want) {
			t.Errorf("no %q:\n%s", want, r.out)
		}
	}
	for _, want := range []string{
		file + `:4: events[0].start_date.month: month "13" does not exist`,
		file + `:5: events[1]: "Bang" is kept for export only: year -13800000000 is beyond`,
	} {
		if !strings.Contains(r.err, want) {
			t.Errorf("no %q:\n%s", want, r.err)
		}
	}
	if c := rentang(t, "check", "-story", dir); c.code != good || !strings.Contains(c.out, "0 errors") {
		t.Errorf("check: exit %d\n%s", c.code, c.out)
	}
	if r := rentang(t, "import", file, "-o", dir); r.code != badInput || !strings.Contains(r.err, "is not empty") {
		t.Errorf("over a story: exit %d\n%s", r.code, r.err)
	}

	out := filepath.Join(t.TempDir(), "out.json")
	if r := rentang(t, "export", "-story", dir, "-o", out); r.code != good || !strings.Contains(r.out, "1 event, in en") {
		t.Fatalf("export: exit %d\n%s%s", r.code, r.out, r.err)
	}
	data, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"A <i>test</i>", "-13800000000", `"red"`, `"month": 13`, `"kind": "economy"`} {
		if !strings.Contains(string(data), want) {
			t.Errorf("the export has no %s:\n%s", want, data)
		}
	}
	again := filepath.Join(t.TempDir(), "again")
	if r := rentang(t, "import", out, "-o", again); r.code != good {
		t.Fatalf("import of the export: exit %d\n%s%s", r.code, r.out, r.err)
	}
	for _, name := range []string{"story.json", "events.json"} {
		a, errA := os.ReadFile(filepath.Join(dir, name))
		b, errB := os.ReadFile(filepath.Join(again, name))
		if errA != nil || errB != nil || string(a) != string(b) {
			t.Errorf("%s differs (%v, %v):\n%s\n%s", name, errA, errB, a, b)
		}
	}
}

// The built-in story goes to a sheet and back.
func TestExportOfTheBuiltInStory(t *testing.T) {
	out := filepath.Join(t.TempDir(), "story.csv")
	r := rentang(t, "export", "-o", out, "-lang", "ko")
	if r.code != good || !strings.Contains(r.out, "left out: flows.csv") || !strings.Contains(r.out, "83 events, in ko") {
		t.Errorf("exit %d:\n%s%s", r.code, r.out, r.err)
	}
	dir := filepath.Join(t.TempDir(), "story")
	if r := rentang(t, "import", out, "-o", dir); r.code != good || r.err != "" || !strings.Contains(r.out, "83 events") {
		t.Errorf("exit %d:\n%s%s", r.code, r.out, r.err)
	}
	if r := rentang(t, "check", "-story", dir); r.code != good {
		t.Errorf("exit %d:\n%s%s", r.code, r.out, r.err)
	}
}

// What docs/import.md shows is what the program prints.
func TestImportDocumentation(t *testing.T) {
	doc, err := os.ReadFile(filepath.Join("..", "..", "docs", "import.md"))
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	blocks := strings.Split(string(doc), "```")
	ran := 0
	for i := 1; i < len(blocks); i += 2 {
		kind, body, _ := strings.Cut(blocks[i], "\n")
		if name, ok := strings.CutPrefix(kind, "json "); ok {
			if err := os.WriteFile(name, []byte(body), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if kind != "console" {
			continue
		}
		for _, part := range strings.Split("\n"+body, "\n$ ")[1:] {
			line, want, _ := strings.Cut(part, "\n")
			if args, ok := strings.CutPrefix(line, "rentang "); ok {
				r := rentang(t, strings.Fields(args)...)
				if got := strings.TrimSpace(r.err + r.out); got != strings.TrimSpace(want) {
					t.Errorf("$ %s prints\n%s\nthe document says\n%s", line, got, want)
				}
				ran++
			}
		}
	}
	if ran < 4 {
		t.Errorf("only %d commands were found in the document", ran)
	}
}

func TestImportAndExportRefuse(t *testing.T) {
	page := written(t, "page.json", "<!doctype html><html></html>")
	comma := written(t, "comma.json", "{\"events\": [\n1,\n]}")
	empty := written(t, "empty.csv", "")
	sound := written(t, "sound.json", timeline)
	for _, c := range []struct {
		name string
		args []string
		code int
		says string
	}{
		{"a web page", []string{"import", page, "-o", "DIR"}, badInput, "page.json: line 1: this is a web page"},
		{"a mistake in JSON", []string{"import", comma, "-o", "DIR"}, badInput, "comma.json: line 2, column 2: a comma"},
		{"nothing", []string{"import", empty, "-o", "DIR"}, badInput, "empty.csv: the file is empty"},
		{"no such file", []string{"import", "no/such.json", "-o", "DIR"}, badInput, "there is no file no/such.json"},
		{"a folder", []string{"import", filepath.Dir(page), "-o", "DIR"}, badInput, "is a folder"},
		{"an address", []string{"import", "https://example.org/timeline.json", "-o", "DIR"}, badUsage, "nothing is fetched"},
		{"onto a file", []string{"import", sound, "-o", page}, badInput, "is a file"},
		{"no folder named", []string{"import", sound}, badUsage, "--out"},
		{"a kind that is none", []string{"import", sound, "-o", "DIR", "-kind", "party"}, badUsage, "diplomacy"},
		{"a language that is none", []string{"import", sound, "-o", "DIR", "-lang", "English"}, badInput, "BCP 47"},
		{"an unknown ending", []string{"export", "-o", "x.xml"}, badUsage, ".json, .csv"},
		{"a language that the story lacks", []string{"export", "-o", "FILE", "-lang", "fr"}, badInput, "id, en, ko, ru"},
		{"no such story", []string{"export", "-o", "FILE", "-story", "no/such"}, badInput, "no/such"},
	} {
		t.Run(c.name, func(t *testing.T) {
			place := t.TempDir()
			for i, a := range c.args {
				c.args[i] = map[string]string{"DIR": filepath.Join(place, "out"), "FILE": filepath.Join(place, "out.json")}[a]
				if c.args[i] == "" {
					c.args[i] = a
				}
			}
			r := rentang(t, c.args...)
			if r.code != c.code || !strings.Contains(r.err, c.says) || r.out != "" {
				t.Errorf("exit %d, want %d with %q:\n%s%s", r.code, c.code, c.says, r.out, r.err)
			}
			if left, err := os.ReadDir(place); err != nil || len(left) > 0 {
				t.Errorf("%v was left behind (%v)", left, err)
			}
		})
	}
}
