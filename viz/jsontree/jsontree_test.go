package jsontree

import (
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"
)

func TestParse(t *testing.T) {
	src := "{\n \"a\": [1, -2.5e3,\r\n  true],\n \"b\": {\"c\": null, \"c\":\n \"x\\u00e9\\ud83d\\ude00\\n\\/\"}\n}\n"
	got, err := Parse(src)
	if err != nil {
		t.Fatal(err)
	}
	want := Node{Kind: Object, Line: 1, Kids: []Node{
		{Kind: Array, Line: 2, Name: "a", Kids: []Node{
			{Kind: Number, Line: 2, Text: "1"},
			{Kind: Number, Line: 2, Text: "-2.5e3"},
			{Kind: Bool, Line: 3, Text: "true"},
		}},
		{Kind: Object, Line: 4, Name: "b", Kids: []Node{
			{Kind: Null, Line: 4, Name: "c", Text: "null"},
			{Kind: String, Line: 4, Name: "c", Text: "xé😀\n/"}, // a member's line is its name's
		}},
	}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
	if b := got.Member("b"); b == nil || b.Member("c").Kind != Null || b.Member("d") != nil {
		t.Error("Member does not find the first of a name")
	}
}

func TestSyntaxErrors(t *testing.T) {
	for _, c := range []struct {
		src          string
		line, column int
		what         string
	}{
		{"", 1, 1, "the file ends too early, expected a value"},
		{" \n\n", 3, 1, "the file ends too early"},
		{"{\"a\": 1,\n}", 1, 8, "a comma before the closing '}'"},
		{"[1,\n2,\n]", 2, 2, "a comma before the closing ']'"},
		{"[1 2]", 1, 4, "unexpected '2', expected a comma or ']'"},
		{"{\"a\" 1}", 1, 6, "expected a colon"},
		{"{a: 1}", 1, 2, "unexpected 'a', expected a name in double quotes"},
		{"{'a': 1}", 1, 2, "expected a name in double quotes"},
		{"[\n\"abc", 2, 5, "ends inside a text"},
		{"[\"abc\n\"]", 1, 6, "the line ends inside a text"},
		{"[\"a\x01\"]", 1, 4, "control character"},
		{"[\"a\xff\"]", 1, 4, "not UTF-8"},
		{"[\xff]", 1, 2, "not UTF-8"},
		{`["\ud83d"]`, 1, 3, "half of a surrogate pair"},
		{`["\ude00\ud83d"]`, 1, 3, "half of a surrogate pair"},
		{`["\ud83d\u12"]`, 1, 3, "surrogate"},
		{`["\u12g4"]`, 1, 3, "four digits"},
		{`["\x41"]`, 1, 3, "unknown escape"},
		{`["\`, 1, 3, "unknown escape"},
		{"[NaN]", 1, 2, "unexpected 'N'"},
		{"[Infinity]", 1, 2, "unexpected 'I'"},
		{"[-]", 1, 3, "expected a digit"},
		{"[01]", 1, 3, "unexpected '1'"}, // a leading zero
		{"[+1]", 1, 2, "unexpected '+'"},
		{"[1.]", 1, 4, "expected a digit"},
		{"[1e]", 1, 4, "expected a digit"},
		{"[truex]", 1, 6, "unexpected 'x'"},
		{"{} {}", 1, 4, "more text after the end"},
		{"// hello\n{}", 1, 1, "unexpected '/'"},
		{"\ufeff{}", 1, 1, "unexpected '\\ufeff'"},
		{strings.Repeat("[", 1e6), 1, MaxDepth + 1, "nested too deep"},
		{strings.Repeat(`{"a":`, 1e6), 1, 5*MaxDepth + 1, "nested too deep"},
	} {
		_, err := Parse(c.src)
		var syntax *SyntaxError
		if !errors.As(err, &syntax) {
			t.Errorf("%.40q: %v, want a syntax error", c.src, err)
			continue
		}
		if syntax.Line != c.line || syntax.Column != c.column || !strings.Contains(err.Error(), c.what) {
			t.Errorf("%.40q: %d:%d: %v, want %d:%d: %s", c.src, syntax.Line, syntax.Column, err, c.line, c.column, c.what)
		}
	}
}

// What this package reads, encoding/json reads, and sees the same in it. The other
// way round only the stated strictness may differ.
func FuzzParse(f *testing.F) {
	for _, s := range []string{
		`{"a":[1,-2.5e3,true,null,"x\u00e9\ud83d\ude00"],"b":{"c":{}}}`, "[]", `""`, "1e400", "[[[[]]]]",
		`["\ud83d"]`, "{\"a\":1,}", "\ufeff1", "[1\r\n,2]", `{"a":1,"a":2}`, "[\"\x7f\"]",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		n, err := Parse(s)
		if err != nil {
			stricter := strings.Contains(err.Error(), "surrogate") || strings.Contains(err.Error(), "UTF-8") ||
				strings.Contains(err.Error(), "nested")
			if json.Valid([]byte(s)) && !stricter {
				t.Errorf("%q is JSON: %v", s, err)
			}
			return
		}
		decoder := json.NewDecoder(strings.NewReader(s))
		decoder.UseNumber()
		var want any
		if err := decoder.Decode(&want); err != nil {
			t.Fatalf("%q: %v", s, err)
		}
		if got := plain(n); !reflect.DeepEqual(got, want) {
			t.Errorf("%q: %#v, want %#v", s, got, want)
		}
	})
}

// plain is a tree as encoding/json makes it: of two members of a name the later one.
func plain(n Node) any {
	switch n.Kind {
	case Null:
		return nil
	case Bool:
		return n.Text == "true"
	case Number:
		return json.Number(n.Text)
	case String:
		return n.Text
	case Array:
		list := []any{}
		for _, kid := range n.Kids {
			list = append(list, plain(kid))
		}
		return list
	}
	object := map[string]any{}
	for _, kid := range n.Kids {
		object[kid.Name] = plain(kid)
	}
	return object
}

func ExampleParse() {
	root, _ := Parse("{\n  \"title\": \"What moved\",\n  \"year\": 1945\n}")
	for _, n := range root.Kids {
		fmt.Println(n.Line, n.Name, "is", n.Kind)
	}
	_, err := Parse("{\n  \"title\": \"What moved\",\n}")
	fmt.Println(err)
	// Output:
	// 2 title is a text
	// 3 year is a number
	// a comma before the closing '}', expected no comma after the last entry
}
