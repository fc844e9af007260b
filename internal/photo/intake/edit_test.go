package intake

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
)

// Only the photo changes; it is written as its neighbours are.
func TestSetPhoto(t *testing.T) {
	const photo = `{"file":"photos/a-1.jpg","credit":"A: \"B\", C","description":{"en":"x"}}`
	const dense = `{"file": "photos/a-1.jpg", "credit": "A: \"B\", C", "description": {"en": "x"}}`
	for _, c := range []struct{ name, src, want string }{
		{"on one line", `[{"id":"a","title":{"en":"T"}},{"id": "b"}]`, `[{"id":"a","title":{"en":"T"}, "photo": ` + dense + `},{"id": "b"}]`},
		{"after the caption", "[{\"id\": \"a\", \"caption\": {\"en\": \"}{\"}, \"note\": \"\\\"photo\\\": 1\"}]", "[{\"id\": \"a\", \"caption\": {\"en\": \"}{\"}, \"photo\": " + dense + ", \"note\": \"\\\"photo\\\": 1\"}]"},
		{"in place of null", `[ {"photo" : null , "id":"a"} ]`, `[ {"photo" : ` + dense + ` , "id":"a"} ]`},
		{"in place of another", `[{"id":"a","photo":{"credit":"Z","file":"q.jpg"},"x":1.50}]`, `[{"id":"a","photo":` + dense + `,"x":1.50}]`},
		{"the built-in story's way", "[\n {\n  \"id\": \"a\",\n  \"caption\": {\n   \"en\": \"C\"\n  },\n  \"note\": \"\"\n }\n]\n",
			"[\n {\n  \"id\": \"a\",\n  \"caption\": {\n   \"en\": \"C\"\n  },\n  \"photo\": {\n   \"file\": \"photos/a-1.jpg\",\n   \"credit\": \"A: \\\"B\\\", C\",\n   \"description\": {\n    \"en\": \"x\"\n   }\n  },\n  \"note\": \"\"\n }\n]\n"},
		{"tabs", "[\n\t{\n\t\t\"id\": \"a\"\n\t}\n]", "[\n\t{\n\t\t\"id\": \"a\",\n\t\t\"photo\": {\n\t\t\t\"file\": \"photos/a-1.jpg\",\n\t\t\t\"credit\": \"A: \\\"B\\\", C\",\n\t\t\t\"description\": {\n\t\t\t\t\"en\": \"x\"\n\t\t\t}\n\t\t}\n\t}\n]"},
		{"line ends of Windows", "[\r\n  {\r\n    \"id\": \"a\"\r\n  }\r\n]\r\n", "[\r\n  {\r\n    \"id\": \"a\",\r\n    \"photo\": {\r\n      \"file\": \"photos/a-1.jpg\",\r\n      \"credit\": \"A: \\\"B\\\", C\",\r\n      \"description\": {\r\n        \"en\": \"x\"\r\n      }\r\n    }\r\n  }\r\n]\r\n"},
		{"members that share lines stay dense", "[\n  {\"id\": \"a\", \"start\": \"1950\",\n   \"caption\": {\"en\": \"C\"},\n   \"note\": \"\"}\n]", "[\n  {\"id\": \"a\", \"start\": \"1950\",\n   \"caption\": {\"en\": \"C\"}, \"photo\": " + dense + ",\n   \"note\": \"\"}\n]"},
	} {
		events, err := findEvents([]byte(c.src))
		if err != nil {
			t.Fatal(err)
		}
		got, err := setPhoto([]byte(c.src), &events[0], []byte(photo))
		if err != nil || string(got) != c.want {
			t.Errorf("%s: %v\n got %s\nwant %s", c.name, err, got, c.want)
		}
	}
}

func TestFindEventsRefuses(t *testing.T) {
	for src, says := range map[string]string{
		``:                              "too early",
		`{}`:                            "list of events",
		"[\n{},\n1]":                    "line 3",
		"[\n{\"a\": }]":                 "line 2, column 7",
		strings.Repeat("[", 1000):       "nested too deep",
		"[{\"id\": \"\xff\"}]":          "not UTF-8",
		`[{"id":"a"}] [{"id":"b"}]`:     "after the end",
		`[{"id":"a","photo":null,}]`:    "comma",
		`[{"id":"a","note":"\ud800"}]`:  "",
		`[{"id": "a"} {"id": "b"}]`:     "comma",
		`[{"id": "a", "start": 01950}]`: "comma",
	} {
		if _, err := findEvents([]byte(src)); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%.40q: %v, want %q", src, err, says)
		}
	}
	events, err := findEvents([]byte(`[{"id":"a","photo":null,"photo":null},{}]`))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := setPhoto(nil, &events[0], nil); err == nil || !strings.Contains(err.Error(), "2 photos") {
		t.Errorf("two photos: %v", err)
	}
	if _, err := setPhoto(nil, &events[1], nil); err == nil {
		t.Error("an empty event")
	}
}

// Whatever the file looks like: what is not the photo stays byte for byte, and the
// result is sound.
func FuzzSetPhoto(f *testing.F) {
	f.Add([]byte(`[{"id":"a","photo":{"credit":"Z"},"x":1.50},{"id":"b"}]`))
	f.Add([]byte("[\r\n {\r\n  \"id\": \"a\",\r\n  \"caption\": {\"en\": \"\\u0041\"}\r\n }\r\n]"))
	f.Add([]byte("[\n\t{\"id\":\"a\",\n\t\"note\": \"[{\"}]"))
	f.Fuzz(func(t *testing.T, src []byte) {
		events, err := findEvents(src)
		if err != nil || len(events) == 0 {
			return
		}
		o := &events[0]
		out, err := setPhoto(src, o, []byte(`{"file":"a","list":[1,{"b":"c, d"}]}`))
		if err != nil {
			return
		}
		if !json.Valid(out) {
			t.Fatalf("broken: %q from %q", out, src)
		}
		again, err := findEvents(out)
		if err != nil || len(again) != len(events) {
			t.Fatalf("%v: %q from %q", err, out, src)
		}
		m, n := again[0].member("photo")
		if n != 1 {
			t.Fatalf("%d photos: %q", n, out)
		}
		from := m.from // of what was replaced
		var to int
		if old, had := o.member("photo"); had == 1 {
			to = old.to
		} else {
			for from > 0 && !bytes.Equal(out[:from], src[:min(from, len(src))]) {
				from--
			}
			to = from
		}
		if !bytes.Equal(out[:from], src[:from]) || !bytes.HasSuffix(out, src[to:]) {
			t.Fatalf("more has changed: %q from %q", out, src)
		}
	})
}
