package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rentang/internal/photo/testpic"
)

// A photo goes in, the check and a still see it; the messages are those of the
// documentation.
func TestPhotoAdd(t *testing.T) {
	dir := t.TempDir()
	write := func(name string, data string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("story.json", `{"id": "x", "languages": ["en", "id"], "start": "1990", "end": "1999", "title": {"en": "T", "id": "T"}}`)
	write("events.json", `[{"id": "a", "start": "1991", "kind": "treaty", "importance": 3, "verified": true, "title": {"en": "E", "id": "E"}, "caption": {"en": "C", "id": "C"}}]`)
	write("hill.jpg", string(testpic.JPEG(t, testpic.Landscape(1000, 600), testpic.IPTC(true, testpic.Byline, "Jane Doe", testpic.Caption, "A hill."))))
	t.Chdir(dir)

	r := rentang(t, "photo", "add", "hill.jpg", "-event", "a", "-alt", "en=Hills; sky, and = signs")
	for _, want := range []string{
		"wrote photos/a-480.jpg: 480x288, ", "wrote photos/a-1000.jpg: 1000x600, ", "wrote events.json: the photo of a\n",
		"credit: Jane Doe\n", "the file's caption, which stays in the files: A hill.\n",
	} {
		if !strings.Contains(r.out, want) {
			t.Errorf("no %q:\n%s", want, r.out)
		}
	}
	if r.code != badInput || !strings.Contains(r.err, `-alt id="…"`) || strings.Contains(r.err, "-alt en") {
		t.Errorf("exit %d:\n%s", r.code, r.err)
	}
	if c := rentang(t, "check", "-story", "."); c.code != badInput || !strings.Contains(c.out, "photo.description.id: missing translation") {
		t.Errorf("check: exit %d:\n%s", c.code, c.out)
	}
	if r := rentang(t, "photo", "add", "hill.jpg", "-event", "a", "--alt=id=Bukit", "-credit", "Jane Doe / Desk", "-no-export"); r.code != good || !strings.Contains(r.out, "export: no") || !strings.Contains(r.err, "alt text that the story had already was kept") {
		t.Errorf("exit %d:\n%s%s", r.code, r.out, r.err)
	}
	if c := rentang(t, "check", "-story", "."); c.code != good || c.out != "0 errors, 0 warnings\n" {
		t.Errorf("check: exit %d:\n%s", c.code, c.out)
	}
	if s := rentang(t, "still", "-story", ".", "-event", "a", "-o", "a.svg"); s.code != good {
		t.Errorf("still: exit %d:\n%s", s.code, s.err)
	}
	events, err := os.ReadFile("events.json")
	if err != nil || !strings.Contains(string(events), `"en": "Hills; sky, and = signs"`) || !strings.Contains(string(events), `"export": false`) {
		t.Errorf("events.json: %s (%v)", events, err)
	}
	if err := os.Remove(filepath.Join("photos", "a-960.jpg")); err != nil {
		t.Fatal(err)
	}
	if c := rentang(t, "check", "-story", "."); c.code != badInput || !strings.Contains(c.out, `events.json:1: a.photo.sizes: no file "photos/a-960.jpg"`) {
		t.Errorf("check: exit %d:\n%s", c.code, c.out)
	}
}

func TestPhotoAddRefuses(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, c := range []struct {
		args []string
		code int
		says string
	}{
		{[]string{"photo", "add", "a.jpg"}, badUsage, "--event"},
		{[]string{"photo", "add", "-event", "a"}, badUsage, "<file>"},
		{[]string{"photo", "add", "a.jpg", "-event", "a"}, badInput, "is no story folder: it has no story.json"},
		{[]string{"photo", "add", "a.jpg", "-event", "a", "-story", "none"}, badInput, "there is no story folder none"},
		{[]string{"photo", "add", "a.jpg", "-event", "a", "-alt", "words"}, badUsage, "alt"},
	} {
		if r := rentang(t, c.args...); r.code != c.code || !strings.Contains(r.err, c.says) {
			t.Errorf("%q: exit %d:\n%s; want %d with %q", c.args, r.code, r.err, c.code, c.says)
		}
	}
}

// What docs/photos.md shows is what the program prints.
func TestPhotoDocumentation(t *testing.T) {
	doc, err := os.ReadFile(filepath.Join("..", "..", "docs", "photos.md"))
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	if err := os.Mkdir("mystory", 0o755); err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string]string{
		"mystory/story.json":  `{"id": "x", "languages": ["en", "ko"], "start": "1990", "end": "2020", "title": {"en": "T", "ko": "T"}}`,
		"mystory/events.json": `[{"id": "summit-2019", "start": "2019", "kind": "diplomacy", "importance": 3, "verified": true, "title": {"en": "E", "ko": "E"}, "caption": {"en": "C", "ko": "C"}}]`,
		"summit.jpg": string(testpic.JPEG(t, testpic.Landscape(2400, 1600), testpic.IPTC(true, testpic.Byline, "Jane Doe", testpic.Credit, "Example Agency",
			testpic.Copyright, "© 2019 Example Agency", testpic.Instructions, "Editorial use only.", testpic.Date, "20190425", testpic.Caption, "Two leaders meet."))),
	} {
		if err := os.WriteFile(filepath.FromSlash(name), []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	ran := 0
	for i, block := range strings.Split(string(doc), "```") {
		body, isConsole := strings.CutPrefix(block, "console\n")
		if i%2 == 0 || !isConsole {
			continue
		}
		for _, part := range strings.Split("\n"+body, "\n$ rentang ")[1:] {
			line, want, _ := strings.Cut(part, "\n")
			var b strings.Builder // a terminal shows both streams
			(&Main{Stdout: &b, Stderr: &b}).Run(t.Context(), wordsOf(line))
			if got := strings.TrimSpace(b.String()); got != strings.TrimSpace(want) {
				t.Errorf("$ rentang %s prints\n%s\nthe document says\n%s", line, got, want)
			}
			ran++
		}
	}
	if ran != 3 {
		t.Errorf("%d commands were found in the document", ran)
	}
}

// wordsOf splits a command line as a shell does, double quotes alone.
func wordsOf(line string) []string {
	var words []string
	for i, part := range strings.Split(line, `"`) {
		if i%2 == 1 {
			words[len(words)-1] += part
			continue
		}
		fields := strings.Fields(part)
		words = append(words, fields...)
	}
	return words
}
