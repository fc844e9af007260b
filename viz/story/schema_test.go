package story

import (
	"encoding/csv"
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// schemas are the JSON Schemas of the story's files, by the name of the file.
func schemas(t testing.TB) map[string]*jsonschema.Schema {
	t.Helper()
	const dir = "../../assets/schema"
	files, err := filepath.Glob(dir + "/*.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]*jsonschema.Schema{}
	for _, file := range files {
		c := jsonschema.NewCompiler()
		c.DefaultDraft(jsonschema.Draft2020)
		schema, err := c.Compile(file)
		if err != nil {
			t.Fatal(err)
		}
		name := strings.TrimSuffix(filepath.Base(file), ".schema.json")
		if !strings.HasSuffix(name, ".csv") {
			name += ".json"
		}
		all[name] = schema
	}
	for _, name := range FileNames() {
		if name != methodFile && all[name] == nil {
			t.Fatalf("%s has no schema", name)
		}
	}
	return all
}

// instance is a file as its schema sees it: JSON, or a list of rows. The error is
// why it is neither.
func instance(name, text string) (any, error) {
	if strings.HasSuffix(name, ".json") {
		return jsonschema.UnmarshalJSON(strings.NewReader(text))
	}
	records, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		return nil, err
	}
	rows := []any{}
	for _, record := range records[1:] {
		row := map[string]any{}
		for i, name := range records[0] {
			row[name] = record[i]
		}
		rows = append(rows, row)
	}
	return rows, nil
}

func valid(schema *jsonschema.Schema, name, text string) error {
	v, err := instance(name, text)
	if err != nil {
		return err
	}
	return schema.Validate(v)
}

func TestSchemasAcceptTheBuiltinStory(t *testing.T) {
	all := schemas(t)
	for _, name := range FileNames() {
		data, err := os.ReadFile("../../assets/story/" + name)
		if err != nil || name == methodFile {
			continue // events.csv
		}
		if err := valid(all[name], name, string(data)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := valid(all[eventsTable], eventsTable, eventsCSV(t, builtin(t))); err != nil {
		t.Error(err)
	}
	for name, text := range tableSample(t) {
		if name == methodFile {
			continue
		}
		if err := valid(all[name], name, text); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := valid(all[eventsFile], eventsFile, sample[eventsFile]); err != nil {
		t.Error(err)
	}
}

// unseen are the beginnings of what only the decoder can know: what depends on another
// field or file, on the calendar, on how a value is written rather than what it is.
var unseen = []string{
	"occurs twice", "unknown language", "missing translation", " is before ", "outside the story", " is already ", "unknown kind", "unknown group",
	"unknown direction", " is more than ", " is less than ", "no source ", "no figure names ", "nothing on ", "the gap ", "begins before ", "does not exist",
	"the side of ", "{n}톤", `"톤"`, "\"x\", expected {n}", "out of range", "did you mean \"coal\"", "a double quote that", "fields", "has no band",
	"is empty, which means", "not verified", "factor_to_now", "5.0", "U+FFFD", "5 parts",
	"is not a finite number", "is not above zero", "of latitude", "column sources[", "photo.credit: is empty", "column caption.", "column title.ko: missing",
}

// Schema and decoder agree: what one refuses the other refuses, except what a schema
// cannot see.
func TestSchemasAgreeWithTheDecoder(t *testing.T) {
	all := schemas(t)
	refused, blind := 0, 0
	judge := func(c bad, files map[string]string) {
		text := files[c.file]
		err := valid(all[c.file], c.file, text)
		_, problems := Decode(folderOf(files))
		var own Problems
		for _, p := range problems {
			if p.File == c.file && p.Severity == Error {
				own = append(own, p)
			}
		}
		hidden := own != nil
		for _, p := range own {
			seen := true
			for _, part := range unseen {
				seen = seen && !strings.Contains(p.String(), part)
			}
			hidden = hidden && !seen
		}
		switch {
		case own == nil && err != nil:
			t.Errorf("%s: %.60q: the decoder takes it, the schema says %v", c.file, c.new, err)
		case own != nil && !hidden && err == nil:
			t.Errorf("%s: %.60q: the schema takes it, the decoder says %v", c.file, c.new, own)
		case err != nil:
			refused++
		case hidden:
			blind++
		}
	}
	for _, group := range [][]bad{badStory, badEvents, badTables, goodStory, goodEvents, goodTables} {
		for _, c := range group {
			if c.file == methodFile {
				continue
			}
			files := maps.Clone(sample)
			if !strings.Contains(files[c.file], c.old) {
				t.Fatalf("%s does not hold %q", c.file, c.old)
			}
			files[c.file] = strings.Replace(files[c.file], c.old, c.new, 1)
			judge(c, files)
		}
	}
	for _, c := range badSmall {
		files := maps.Clone(sample)
		delete(files, eventsFile)
		files[eventsTable] = strings.Replace(small, c.old, c.new, 1)
		judge(bad{eventsTable, c.old, c.new, c.line}, files)
	}
	t.Logf("%d documents refused by both, %d by the decoder alone", refused, blind)
	if refused < 100 {
		t.Errorf("only %d documents are refused by both", refused)
	}
}

// Changes to the sample that are sound.
var (
	goodStory = []bad{
		{storyFile, `"id": "two-towns"`, `"$schema": "schema/story.schema.json", "id": "two-towns"`, ""},
		{storyFile, `"note": {"en": "A note", "ko": "알림"}`, `"note": null`, ""},
		{storyFile, `"licence": "CC BY 4.0"`, `"licence": ""`, ""},
		{storyFile, `"parties"`, `"groups": [{"id": "a_b", "label": {"en": "A", "ko": "가"}}], "parties"`, ""},
		{storyFile, `"parties"`, `"groups": [], "parties"`, ""},
		{storyFile, `"end": null, "label"`, `"end": "..", "label"`, ""},
		{storyFile, `"end": null, "label"`, `"label"`, ""},
		{storyFile, `{"start": "1951-05-01"`, `{"start": "1951-06~"`, ""},
		{storyFile, `"start": "1950",`, `"start": "-2999",`, ""},
		{storyFile, "1000", "1e6", ""},
	}
	goodEvents = []bad{
		{eventsFile, `"1951-02-03"`, `"1951?"`, ""}, {eventsFile, `"1951-02-03"`, `"1951-02~"`, ""}, {eventsFile, `"1951-02-03"`, `"1951-02-03%"`, ""},
		{eventsFile, `"1951-02-03"`, `"1951-XX"`, ""}, {eventsFile, `"1951-02-03"`, `"1951-XX-XX"`, ""}, {eventsFile, `"1951-02-03"`, `"1951-02-XX"`, ""},
		{eventsFile, `"1951-02-03"`, `"19XX"`, ""}, {eventsFile, `"1951-02-03"`, `"19XX?"`, ""},
		{eventsFile, `"end": "open"`, `"end": ".."`, ""}, {eventsFile, `"end": "open"`, `"end": "unknown"`, ""}, {eventsFile, `"end": "open"`, `"end": ""`, ""},
		{eventsFile, `"end": "open"`, `"end": "195X"`, ""}, {eventsFile, `"end": "open"`, `"end": "2100~"`, ""},
		{eventsFile, `"kind": "aid"`, `"kind": "aid", "group": "", "place": null, "photo": null, "sources": null, "note": null`, ""},
		{eventsFile, `https://example.org/a?b=c`, `mailto:desk@example.org`, ""}, {eventsFile, `https://example.org/a?b=c`, ``, ""},
		{eventsFile, `photos/sign.jpg`, `Sign.JPEG`, ""}, {eventsFile, `"1951-02-04"`, `"195X"`, ""},
		{eventsFile, `"file": "photos/sign.jpg", `, ``, ""},
	}
	goodTables = []bad{
		{flowsFile, "1,2,3.5", "1e-3,+2,3.", ""}, {flowsFile, "1,2,3.5", ".5,2,3E2", ""},
		{sourcesFile, "https://example.org/ledger", "", ""}, {sourcesFile, "n.d.", "", ""},
		{deflatorFile, "cpi_u,factor_to_2024", "index,factor", ""},
	}
)

// A schema completes in an editor only what it describes.
func TestSchemasDescribe(t *testing.T) {
	files, err := filepath.Glob("../../assets/schema/*.schema.json")
	if err != nil || len(files) != len(FileNames())-1 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var root map[string]any
		if err := json.Unmarshal(data, &root); err != nil {
			t.Fatal(err)
		}
		if root["$schema"] != "https://json-schema.org/draft/2020-12/schema" {
			t.Errorf("%s: $schema is %v", file, root["$schema"])
		}
		defs, _ := root["$defs"].(map[string]any)
		examples := 0
		var walk func(path string, v any)
		walk = func(path string, v any) {
			switch v := v.(type) {
			case []any:
				for _, item := range v {
					walk(path, item)
				}
			case map[string]any:
				if _, found := v["examples"]; found {
					examples++
				}
				for _, key := range []string{"properties", "patternProperties"} {
					fields, _ := v[key].(map[string]any)
					for name, field := range fields {
						said, _ := field.(map[string]any)
						target := strings.TrimPrefix(str(said["$ref"]), "#/$defs/")
						of, _ := defs[target].(map[string]any)
						if str(said["description"]) == "" && str(of["description"]) == "" {
							t.Errorf("%s: %s.%s has no description", file, path, name)
						}
					}
				}
				for name, field := range v {
					walk(path+"."+name, field)
				}
			}
		}
		walk("", root)
		if examples == 0 {
			t.Errorf("%s: no examples", file)
		}
	}
}

func str(v any) string {
	s, _ := v.(string)
	return s
}
