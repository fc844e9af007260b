package lang

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"testing"
)

const folder = "../../assets/lang"

// codes are the languages of the built-in story.
func codes() []string { return []string{"id", "en", "ko", "ru"} }

func source(t testing.TB, code string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(folder, code+".json"))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func load(t testing.TB, code string) *Language {
	t.Helper()
	l, err := Load(code+".json", []byte(source(t, code)))
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// Every file of the folder loads and is named for its language.
func TestAssets(t *testing.T) {
	files, err := filepath.Glob(folder + "/*.json")
	if err != nil || len(files) < len(codes()) {
		t.Fatalf("%d files, %v", len(files), err)
	}
	for _, f := range files {
		code := strings.TrimSuffix(filepath.Base(f), ".json")
		if l := load(t, code); l.Code != code || l.Name == "" {
			t.Errorf("%s: code %q, name %q", f, l.Code, l.Name)
		}
	}
}

// All files have the same keys: Load asks for every key and refuses others, and
// this says it again without Load.
func TestSameKeys(t *testing.T) {
	want := load(t, "en")
	for _, code := range codes() {
		l := load(t, code)
		if got := sorted(l.words); !reflect.DeepEqual(got, sorted(want.words)) {
			t.Errorf("%s: words %v", code, got)
		}
		if got := sorted(l.forms); !reflect.DeepEqual(got, sorted(want.forms)) {
			t.Errorf("%s: forms %v", code, got)
		}
		if got := sorted(l.counts); !reflect.DeepEqual(got, sorted(want.counts)) {
			t.Errorf("%s: counts %v", code, got)
		}
	}
}

// Every constant of keys.go is asked for, so that no key exists in the code alone.
func TestConstantsAreListed(t *testing.T) {
	f, err := parser.ParseFile(token.NewFileSet(), "keys.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	listed := map[string]bool{}
	for _, e := range entries() {
		if listed[e.key] {
			t.Errorf("%s is listed twice", e.key)
		}
		listed[e.key] = true
	}
	for _, k := range counted() {
		listed[k] = true
	}
	n := 0
	ast.Inspect(f, func(node ast.Node) bool {
		if v, ok := node.(*ast.ValueSpec); ok {
			key := strings.Trim(v.Values[0].(*ast.BasicLit).Value, `"`)
			n++
			if !listed[key] {
				t.Errorf("%s is not listed", v.Names[0].Name)
			}
		}
		return true
	})
	if n < 140 {
		t.Errorf("only %d constants found", n)
	}
}

// In what is wanted, @ is the line of the change and <text> that of a text of the file.
func TestLoadRefuses(t *testing.T) {
	en := source(t, "en")
	for _, c := range []struct {
		name, from, to string
		want           string
	}{
		{"a missing word is told at the line of what should hold it", `"play": "Play",`, ``, `x.json:<"words">: words.play: missing`},
		{"an unknown word", `"play": "Play",`, `"play": "Play", "plya": "Plya",`, "x.json:@: words.plya: unknown key"},
		{"a word that occurs twice", `"play": "Play",`, "\"play\": \"Play\", \"play\": \"Start\",", "x.json:@: words.play: occurs twice"},
		{"an empty word", `"play": "Play",`, `"play": " ",`, "x.json:@: words.play: empty"},
		{"a word that is null", `"play": "Play",`, `"play": null,`, "x.json:@: words.play: is null, want a text"},
		{"a place is missing", `{n} of {all}`, `{n}`, `x.json:@: words.of: "{n}", want the places "n all"`},
		{"a place that nobody fills", `"play": "Play",`, `"play": "Play {what}",`, "x.json:@: words.play"},
		{"a word whose name is no name", `"play": "Play",`, `"play": "Play", "a.b\n": "",`, `x.json:@: words."a.b\n": unknown key`},
		{"an unknown field", `"name"`, `"nmae"`, "x.json:1: name: missing\nx.json:@: nmae: unknown key"},
		{"case matters", `"name"`, `"Name"`, "x.json:@: Name: unknown key"},
		{"a missing field", `  "name": "English",`, ``, "x.json:1: name: missing"},
		{"an empty field", `"English"`, `""`, "x.json:@: name: empty"},
		{"a field that occurs twice", `  "name": "English",`, `  "name": "English", "name": "English",`, "x.json:@: name: occurs twice"},
		{"a field that may be empty must be there", `    "join": "",`, ``, `x.json:<"numbers">: numbers.join: missing`},
		{"a missing object is one problem", `"months"`, `"mouths"`, "x.json:1: months: missing\nx.json:@: mouths: unknown key"},
		{"a wrong type", `"group_from": 4`, `"group_from": "4"`, "x.json:@: numbers.group_from: is a text, want a number"},
		{"a number that is not whole", `"group_from": 4`, `"group_from": 4.5`, "x.json:@: numbers.group_from: is 4.5, want a whole number"},
		{"a number that no machine holds", `"group_from": 4`, `"group_from": 1` + strings.Repeat("0", 99), "want a whole number"},
		{"an object where a list should be", `"units": [`, `"units": {}, "units": [`, "x.json:@: numbers.units: is an object, want a list\nx.json:@: numbers.units: occurs twice"},
		{"eleven months", `"May", `, ``, "x.json:@: months.full: 11 months, want 12"},
		{"a month that is a number", `"May", `, `5, `, "x.json:@: months.full[4]: is a number, want a text"},
		{"a month without a name", `"May", `, `"", `, "x.json:@: months.full[4]: empty"},
		{"a form is missing", `"decade": "{year}s",`, ``, `x.json:<"forms">: forms.decade: missing`},
		{"a form without its year", `{day} {month_of} {year}`, `{day} {month_of}`, "x.json:@: forms.day: "},
		{"an unknown form", `"decade":`, `"millennium": "", "decade":`, "x.json:@: forms.millennium: unknown key"},
		{"an unknown plural rule", `"one-other"`, `"dual"`, `x.json:@: plural: no rule "dual"`},
		{"a plural form is missing", `{"one": "{n} event", "other"`, `{"other"`, "x.json:@: counts.events.one: missing"},
		{"a plural form of another rule", `{"one": "{n} event", "other"`, `{"few": "{n}", "one": "{n} event", "other"`, "x.json:@: counts.events.few: unknown key"},
		{"a plural form that occurs twice", `{"one": "{n} event", "other"`, `{"one": "{n} event", "one": "{n}", "other"`, "x.json:@: counts.events.one: occurs twice"},
		{"an unknown count", `"counts": {`, `"counts": {"cats": {"one": "{n}", "other": "{n}"},`, "x.json:@: counts.cats: unknown key"},
		{"a count without forms", `{"one": "{n} event", "other": "{n} events"}`, `"{n} events"`, "x.json:@: counts.events: is a text, want an object"},
		{"an unknown system", `"thousands"`, `"dozens"`, "x.json:@: numbers.system"},
		{"a unit of the wrong power", `"power": 9`, `"power": 8`, "x.json:@: numbers.units[1].power: 8, want 9"},
		{"a unit with more than it has", `"power": 9`, `"power": 9, "zeros": 9`, "x.json:@: numbers.units[1].zeros: unknown key"},
		{"two languages in a file", "}\n", "}\n{}", "more text after the end"},
		{"a comma too many, and nothing else is told", `{"one": "{n} day", "other": "{n} days"}`, `{"one": "{n} day",}`, "x.json:@: a comma before the closing '}'"},
		{"a code that is none", `"code": "en"`, `"code": "../en"`, "x.json:@: code: "},
		{"a code with an underscore", `"code": "en"`, `"code": "en_GB"`, "x.json:@: code: "},
	} {
		at := strings.Index(en, c.from)
		if c.to == "}\n{}" {
			at = strings.LastIndex(en, c.from)
		}
		if at < 0 {
			t.Errorf("%s: %q is not in the file", c.name, c.from)
			continue
		}
		want := strings.ReplaceAll(c.want, "@", lineOf(en, at))
		if before, text, ok := strings.Cut(want, "<"); ok {
			text, after, _ := strings.Cut(text, ">")
			want = before + lineOf(en, strings.Index(en, text)) + after
		}
		l, err := Load("x.json", []byte(en[:at]+c.to+en[at+len(c.from):]))
		if l != nil || err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q", c.name, err, want)
		}
	}
	for name, data := range map[string]string{"empty": "", "not JSON": "hello", "not UTF-8": "{\"code\": \"\xff\"}", "null": "null", "a list": "[]", "a byte-order mark": "\ufeff" + en} {
		if l, err := Load("x.json", []byte(data)); l != nil || err == nil || !strings.HasPrefix(err.Error(), "x.json:") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// lineOf is the line of a byte of a text, from 1.
func lineOf(text string, at int) string { return strconv.Itoa(1 + strings.Count(text[:at], "\n")) }

// A value of another type is one problem: what it might have held is not told.
func TestLoadReportsTypesOnce(t *testing.T) {
	for data, want := range map[string]string{
		"\n[]": "x.json:2: is a list, want an object",
		"null": "x.json:1: is null, want an object",
		`{"words": []}`: "x.json:1: words: is a list, want an object\nx.json:1: code: missing\nx.json:1: name: missing\nx.json:1: plural: missing\n" +
			"x.json:1: numbers: missing\nx.json:1: months: missing\nx.json:1: forms: missing\nx.json:1: counts: missing",
	} {
		if _, err := Load("x.json", []byte(data)); err == nil || err.Error() != want {
			t.Errorf("%s: %v, want %s", data, err, want)
		}
	}
}

// All problems at once, in the same order every time.
func TestLoadReportsAll(t *testing.T) {
	data := []byte(`{"plural": "none", "numbers": {}, "months": {}, "forms": {}, "counts": {}, "words": {}, "a": 0, "b": 0}`)
	_, first := Load("x.json", data)
	_, again := Load("x.json", data)
	if first == nil || first.Error() != again.Error() {
		t.Fatal("not the same twice")
	}
	if n := strings.Count(first.Error(), "\n"); n < len(entries()) {
		t.Errorf("%d lines", n)
	}
}

// The fonts of the picture have no other characters: no command sign, no marks, no emoji.
func TestGlyphs(t *testing.T) {
	const signs = "\u00a0\u2011·×–—−«»„“”‘’…"
	for _, code := range codes() {
		for i, r := range source(t, code) {
			switch {
			case r == '\n' || r >= ' ' && r <= '~' || strings.ContainsRune(signs, r):
			case r >= 'А' && r <= 'я' || r == 'ё' || r == 'Ё':
			case r >= '가' && r <= '힣':
			default:
				t.Errorf("%s: %q at byte %d", code, r, i)
			}
		}
	}
}

func FuzzLoad(f *testing.F) {
	for _, code := range codes() {
		f.Add([]byte(source(f, code)))
	}
	f.Add([]byte(`{"words":{"of":null,"of":[],"a.b\n":"","":1},"numbers":{"group_from":1e9,"units":[{"power":6},[]]},"code":"a","code":"b"}`))
	f.Add([]byte(`{"words":{"of":"{n"},"months":{"full":["a"]}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		l, err := Load("x.json", data)
		if err != nil {
			if l != nil || !strings.HasPrefix(err.Error(), "x.json:") {
				t.Errorf("language %v, error %v", l, err)
			}
			return
		}
		// What loads can be used.
		for _, e := range entries() {
			l.Fill(e.key, "n", "1")
		}
		_ = fmt.Sprint(l.Amount(2275e6), l.Count(CountEvents, 3), l.Decade(1991), l.Month(12))
	})
}
