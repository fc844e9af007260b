package main

import (
	"bytes"
	"embed"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"rentang/assets"
	"rentang/internal/studio"
)

// newVerb makes a small story to edit.
type newVerb struct {
	Dir  string   `arg:"" help:"Story folder to make; it must not exist, or be empty."`
	Lang []string `default:"en,id" placeholder:"CODES" help:"Languages of the story, the default first (${default}). One that the program does not speak gets its words in English, to be translated."`
	CSV  bool     `name:"csv" help:"Write the events as a table, events.csv, for a spreadsheet."`
}

// example is the story that a new one begins as. Where a text goes stands @ and a
// name of words.json.
//
//go:embed newstory
var example embed.FS

// Run makes the folder and says what to do next.
func (v *newVerb) Run(m *Main) error {
	if err := vacantStory(v.Dir); err != nil {
		return err
	}
	languageForm := regexp.MustCompile(`^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$`)
	for i, code := range v.Lang {
		if !languageForm.MatchString(code) || slices.Contains(v.Lang[:i], code) {
			return usagef("-lang %s: expected different language tags with commas between them, such as en,id or pt-BR", strings.Join(v.Lang, ","))
		}
	}
	files, err := v.files()
	if err != nil {
		return err
	}
	if err := writeStory(v.Dir, files); err != nil {
		return err
	}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		fmt.Fprintf(m.Stdout, "wrote %s\n", filepath.Join(v.Dir, filepath.FromSlash(name)))
	}
	_, err = fmt.Fprintf(m.Stdout, "see it: rentang serve -watch -story %s\nthen edit, beginning with %s\n", v.Dir, filepath.Join(v.Dir, "README.md"))
	return err
}

// files is the whole of the new folder, by slash-separated name.
func (v *newVerb) files() (map[string][]byte, error) {
	t, err := v.texts()
	if err != nil {
		return nil, err
	}
	files := map[string][]byte{}
	for name, to := range map[string]string{
		"story.json": "story.json", "flows.csv": "flows.csv", "gaps.csv": "gaps.csv", "sources.csv": "sources.csv",
		"README.md": "README.md", "vscode.json": ".vscode/settings.json",
	} {
		data, err := example.ReadFile("newstory/" + name)
		if err != nil {
			return nil, err
		}
		files[to] = data
	}
	files["story.json"] = t.fill(files["story.json"])
	events, entry := "events.json", "entry in braces"
	if v.CSV {
		events, entry = "events.csv", "row"
	}
	if files[events], err = t.events(v.CSV); err != nil {
		return nil, err
	}
	hint := ""
	if own := t.foreign(); len(own) > 0 {
		hint = "\nThe program does not speak " + strings.Join(own, ", ") + ": translate the texts, and the words of the page in `lang/`, both in English now.\n"
		if err := t.addWords(files, own); err != nil {
			return nil, err
		}
	}
	files["README.md"] = []byte(strings.NewReplacer("@dir", v.Dir, "@codes", strings.Join(v.Lang, ", "), "@events", events, "@entry", entry, "@hint\n", hint).
		Replace(string(files["README.md"])))
	schemas := assets.Schema()
	names, err := fs.Glob(schemas, "*.schema.json")
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		if files["schema/"+name], err = fs.ReadFile(schemas, name); err != nil {
			return nil, err
		}
	}
	return files, nil
}

// texts is the example's texts by name and language.
type texts struct {
	codes []string
	words map[string]map[string]string
}

func (v *newVerb) texts() (*texts, error) {
	t := &texts{codes: v.Lang}
	data, err := example.ReadFile("newstory/words.json")
	if err != nil {
		return nil, err
	}
	return t, json.Unmarshal(data, &t.words)
}

// in is a text in a language, in English where there is no other.
func (t *texts) in(name, code string) string {
	if s, ok := t.words[name][code]; ok {
		return s
	}
	return t.words[name]["en"]
}

// object is a text in every language of the story, as JSON.
func (t *texts) object(name string) string {
	parts := make([]string, len(t.codes))
	for i, code := range t.codes {
		parts[i] = quoted(code) + ": " + quoted(t.in(name, code))
	}
	return "{" + strings.Join(parts, ", ") + "}"
}

func quoted(s string) string {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(s); err != nil {
		panic("rentang: " + err.Error()) // a string can always be written
	}
	return strings.TrimSpace(b.String())
}

// fill puts the texts where their names stand.
func (t *texts) fill(data []byte) []byte {
	return regexp.MustCompile(`@[a-z_]+`).ReplaceAllFunc(data, func(name []byte) []byte {
		if string(name) == "@languages" {
			codes := make([]string, len(t.codes))
			for i, code := range t.codes {
				codes[i] = quoted(code)
			}
			return []byte("[" + strings.Join(codes, ", ") + "]")
		}
		return []byte(t.object(string(name[1:])))
	})
}

// events is the example's events, as events.csv or events.json.
func (t *texts) events(table bool) ([]byte, error) {
	data, err := example.ReadFile("newstory/events.csv")
	if err != nil {
		return nil, err
	}
	rows, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil {
		return nil, err
	}
	if !table {
		return t.eventsList(rows), nil
	}
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	for i, row := range rows {
		var cells []string
		for j, s := range row {
			if !strings.HasPrefix(rows[1][j], "@") { // no column of texts
				cells = append(cells, s)
				continue
			}
			for _, code := range t.codes {
				if i == 0 {
					cells = append(cells, s+"."+code)
				} else {
					cells = append(cells, t.in(s[1:], code))
				}
			}
		}
		if err := w.Write(cells); err != nil {
			return nil, err
		}
	}
	w.Flush()
	return b.Bytes(), w.Error()
}

// eventsList writes the events one under the other, each field on a line of its own.
func (t *texts) eventsList(rows [][]string) []byte {
	var b bytes.Buffer
	b.WriteString("[\n")
	for i, row := range rows[1:] {
		b.WriteString("  {\n")
		for j, name := range rows[0] {
			value := quoted(row[j])
			text, isText := strings.CutPrefix(row[j], "@")
			switch {
			case isText:
				value = t.object(text)
			case row[j] == "":
				value = "null"
			case name == "importance":
				value = row[j]
			case name == "verified":
				value = "true"
			case name == "sources":
				value = source(row[j])
			}
			fmt.Fprintf(&b, "    %s: %s", quoted(name), value)
			if j < len(row)-1 {
				b.WriteByte(',')
			}
			b.WriteByte('\n')
		}
		b.WriteString("  }")
		if i < len(rows)-2 {
			b.WriteByte(',')
		}
		b.WriteByte('\n')
	}
	b.WriteString("]\n")
	return b.Bytes()
}

// source is a source of an event, as JSON.
func source(cell string) string {
	var fields []string
	for i, part := range strings.Split(cell, " | ") {
		name := [...]string{"title", "publisher", "date", "address"}[i]
		fields = append(fields, quoted(name)+": "+quoted(part))
	}
	return "[{" + strings.Join(fields, ", ") + "}]"
}

// foreign is the languages that the program does not speak.
func (t *texts) foreign() []string {
	var own []string
	for _, code := range t.codes {
		if _, err := fs.Stat(assets.Lang(), code+".json"); err != nil {
			own = append(own, code)
		}
	}
	return own
}

// addWords adds the words of the page for languages that the program does not speak.
func (t *texts) addWords(files map[string][]byte, codes []string) error {
	english, err := fs.ReadFile(assets.Lang(), "en.json")
	if err != nil {
		return err
	}
	for _, code := range codes {
		words := bytes.Replace(english, []byte(`"code": "en"`), []byte(`"code": `+quoted(code)), 1)
		files["lang/"+code+".json"] = bytes.Replace(words, []byte(`"name": "English"`), []byte(`"name": `+quoted(code)), 1)
	}
	return nil
}

// vacantStory reports why a story cannot be made at a path. A folder that holds
// something may be someone's work.
func vacantStory(dir string) error {
	entries, err := os.ReadDir(dir)
	if info, statErr := os.Stat(dir); statErr == nil && !info.IsDir() {
		return fmt.Errorf("%s is a file; a story is a folder", dir)
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err == nil && len(entries) > 0:
		return fmt.Errorf("%s is not empty; a new story needs a folder of its own, and nothing is ever written over", dir)
	}
	return err
}

// writeStory writes the files aside, checks the story as the program reads it, and
// moves the folder into place, so that nobody ever sees half of it.
func writeStory(dir string, files map[string][]byte) (err error) {
	dir = filepath.Clean(dir)
	if err := os.MkdirAll(filepath.Dir(dir), 0o755); err != nil {
		return err
	}
	aside, err := os.MkdirTemp(filepath.Dir(dir), "."+filepath.Base(dir)+"-*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.RemoveAll(aside))
		}
	}()
	for name, data := range files {
		file := filepath.Join(aside, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Join(aside, filepath.FromSlash(path.Dir(name))), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(file, data, 0o644); err != nil {
			return err
		}
	}
	if _, problems := studio.Open(os.DirFS(aside)); problems.Errors() {
		return fmt.Errorf("the example itself is not sound: %w", problems)
	}
	if err := os.Chmod(aside, 0o755); err != nil { // MkdirTemp makes folders for their owner alone
		return err
	}
	if err := os.Remove(dir); err != nil && !errors.Is(err, fs.ErrNotExist) { // an empty one
		return err
	}
	return os.Rename(aside, dir)
}
