package lang

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"reflect"
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

func TestLoadRefuses(t *testing.T) {
	en := source(t, "en")
	for _, c := range []struct {
		name, from, to string
		want           string
	}{
		{"a missing word", `"play": "Play",`, ``, "x.json: words.play: missing"},
		{"an unknown word", `"play": "Play",`, `"play": "Play", "plya": "Play",`, "x.json: words.plya: unknown key"},
		{"an empty word", `"play": "Play",`, `"play": " ",`, "x.json: words.play: empty"},
		{"a place is missing", `{n} of {all}`, `{n}`, `x.json: words.of: "{n}", want the places "n all"`},
		{"a place that nobody fills", `"play": "Play",`, `"play": "Play {what}",`, "words.play"},
		{"an unknown field, with its line", "\n  \"name\"", "\n  \"nmae\"", `x.json:3: json: unknown field "nmae"`},
		{"a missing field", `  "name": "English",`, ``, "x.json: name: missing"},
		{"a wrong type, with its line", `"group_from": 4`, `"group_from": "4"`, "x.json:8: json: cannot unmarshal string"},
		{"eleven months", `"May", `, ``, "x.json: months.full: 11 months, want 12"},
		{"a form is missing", `"decade": "{year}s",`, ``, "x.json: forms.decade: missing"},
		{"a form without its year", `{day} {month_of} {year}`, `{day} {month_of}`, "forms.day: "},
		{"an unknown form", `"decade":`, `"century": "", "decade":`, "forms.century: unknown key"},
		{"an unknown plural rule", `"one-other"`, `"dual"`, `x.json: plural: no rule "dual"`},
		{"a plural form is missing", `{"one": "{n} event", "other"`, `{"other"`, "counts.events.one: missing"},
		{"a plural form of another rule", `{"one": "{n} event", "other"`, `{"few": "{n}", "one": "{n} event", "other"`, "counts.events.few: unknown key"},
		{"an unknown count", `"counts": {`, `"counts": {"cats": {"one": "{n}", "other": "{n}"},`, "counts.cats: unknown key"},
		{"an unknown system", `"thousands"`, `"dozens"`, "numbers.system"},
		{"a unit of the wrong power", `"power": 9`, `"power": 8`, "numbers.units[1].power: 8, want 9"},
		{"two languages in a file", "}\n", "}\n{}", "something stands after the end"},
		{"a code that is none", `"code": "en"`, `"code": "../en"`, "code: "},
	} {
		at := strings.Index(en, c.from)
		if c.to == "}\n{}" {
			at = strings.LastIndex(en, c.from)
		}
		if at < 0 {
			t.Errorf("%s: %q is not in the file", c.name, c.from)
			continue
		}
		l, err := Load("x.json", []byte(en[:at]+c.to+en[at+len(c.from):]))
		if l != nil || err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", c.name, err, c.want)
		}
	}
	for name, data := range map[string]string{"empty": "", "not JSON": "hello", "not UTF-8": "{\"code\": \"\xff\"}", "null": "null", "a list": "[]", "a byte-order mark": "\ufeff" + en} {
		if l, err := Load("x.json", []byte(data)); l != nil || err == nil || !strings.HasPrefix(err.Error(), "x.json:") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// All problems at once, in the same order every time.
func TestLoadReportsAll(t *testing.T) {
	_, first := Load("x.json", []byte("{}"))
	_, again := Load("x.json", []byte("{}"))
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
	f.Add([]byte(`{"words":{"of":"{n"},"months":{"full":["a"]}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		l, err := Load("x.json", data)
		if err != nil {
			return
		}
		// What loads can be used.
		for _, e := range entries() {
			l.Fill(e.key, "n", "1")
		}
		_ = fmt.Sprint(l.Amount(2275e6), l.Count(CountEvents, 3), l.Decade(1991), l.Month(12))
	})
}
