package site

import (
	"encoding/json"
	"strings"
	"testing"
	"testing/fstest"

	"rentang/internal/photo/testpic"
)

// attacks are texts that are harmless on a page only where each is escaped for
// the place it stands in.
func attacks() []string {
	return []string{
		`<script>alert(1)</script>`,
		`"><img src=x onerror=alert(1)>`,
		`' onmouseover='alert(1)`,
		`</script><script>alert(1)</script>`,
		`<!--<script>`,
		`]]></svg><svg onload=alert(1)>`,
		`{{.Config}} {{template "event"}}`,
		`${alert(1)} \u003cscript\u003e`,
		"</title></style><style>*{display:none}</style>",
	}
}

// hostile is a story whose every text is an attack.
func hostile(attack, address string) fstest.MapFS {
	both := map[string]any{"en": attack}
	put := func(v any) *fstest.MapFile {
		data, err := json.Marshal(v)
		if err != nil {
			panic(err)
		}
		return &fstest.MapFile{Data: data}
	}
	quote := func(s string) string { return `"` + strings.ReplaceAll(s, `"`, `""`) + `"` }
	return fstest.MapFS{
		"story.json": put(map[string]any{
			"id": "hostile", "languages": []string{"en"}, "start": "1945", "end": "1950",
			"title": both, "subtitle": both, "note": both, "source_line": both, "unit": both,
			"directions": []any{map[string]any{"id": "to", "side": "above", "label": both,
				"kinds": []any{map[string]any{"id": "military", "label": both}}}},
			"strips": []any{map[string]any{"id": "s", "side": "above", "label": both,
				"spans": []any{map[string]any{"start": "1945", "end": nil, "label": both}}}},
		}),
		"events.json": put([]any{map[string]any{
			"id": "first", "start": "1946-02-03", "end": nil, "kind": "war", "importance": 3,
			"place": map[string]any{"name": both, "lat": 1, "lon": 2}, "title": both, "short": both, "caption": both,
			"photo":   map[string]any{"file": "photos/a.jpg", "credit": attack, "holder": attack, "description": both},
			"sources": []any{map[string]any{"title": attack, "publisher": attack, "date": nil, "address": address}},
			"note":    attack, "verified": true,
		}}),
		"flows.csv":     {Data: []byte("year,direction,kind,low,central,high,basis,sources,note\n1946,to,military,1,2,3,documented,S1," + quote(attack) + "\n")},
		"gaps.csv":      {Data: []byte("direction,kind,from,to,meaning,reason\nto,military,1947,1948,unknown," + quote(attack) + "\n")},
		"sources.csv":   {Data: []byte("key,title,publisher,year,address,verified\nS1," + quote(attack) + "," + quote(attack) + ",1946," + quote(address) + ",yes\n")},
		"METHOD.md":     {Data: []byte("# " + attack + "\n\n" + attack + "\n\n[a](javascript:alert(1)) <a href=\"javascript:alert(1)\">b</a>\n")},
		"photos/a.jpg":  {Data: testpic.FlatJPEG(8, 8, 0xc0, 0x11)},
		"page.html":     {Data: []byte("<script>alert(1)</script>")},
		".secret/x.txt": {Data: []byte("x")},
	}
}

func TestHostileStories(t *testing.T) {
	for _, attack := range attacks() {
		files := built(t, hostile(attack, "https://example.org/?a=b&c=%22d%22"))
		for _, name := range pages(files) {
			all := nodes(t, files[name])
			checkPage(t, name, all)
			for _, n := range all {
				if src, _ := attr(n, "src"); src == "x" {
					t.Errorf("%s: %q made an element", name, attack)
				}
			}
		}
		title := withID(t, nodes(t, files["index.html"]), "event-first")
		if !strings.Contains(text(title), attack) {
			t.Errorf("%q is not on the page as it was written", attack)
		}
		for _, name := range []string{"story/page.html", "story/.secret/x.txt"} {
			if files[name] != nil {
				t.Errorf("%s was published", name)
			}
		}
	}
}

// An address that is no link for readers is written out, not linked.
func TestHostileAddresses(t *testing.T) {
	for _, row := range []struct {
		address string
		link    bool
	}{
		{"https://example.org/a?b=c&d=e", true}, {"HTTP://example.org", true}, {"mailto:desk@example.org", true},
		{"javascript:alert(1)", false}, {"JaVaScRiPt:alert(1)", false}, {"data:text/html,<script>alert(1)</script>", false},
		{"//example.org", false}, {"/etc/passwd", false}, {"AVP RF, f. 0102, op. 1", false},
		{" javascript:alert(1)", false}, {"https://", false},
	} {
		c := cite("title", "", "", row.address)
		if (c.Address != "") != row.link {
			t.Errorf("%q: linked to %q", row.address, c.Address)
		}
		if !row.link && !strings.Contains(c.Rest, row.address) {
			t.Errorf("%q is lost", row.address)
		}
	}
}
