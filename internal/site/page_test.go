package site

import (
	"bytes"
	"encoding/json"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"rentang/assets"
)

// nodes is every element of a page.
func nodes(t *testing.T, page []byte) []*html.Node {
	t.Helper()
	doc, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var all []*html.Node
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode {
			all = append(all, n)
		}
	}
	return all
}

func attr(n *html.Node, name string) (string, bool) {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val, true
		}
	}
	return "", false
}

func text(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}

// withID is the element with an id.
func withID(t *testing.T, all []*html.Node, id string) *html.Node {
	t.Helper()
	for _, n := range all {
		if v, _ := attr(n, "id"); v == id {
			return n
		}
	}
	t.Fatalf("there is no element with the id %s", id)
	return nil
}

// addresses are the attributes that load or lead somewhere.
var addresses = []string{"href", "src", "srcset", "action", "poster", "data"}

// Whatever a story says, its pages hold no script, style or handler of their own,
// ask nothing of another server, and link only where a link is safe.
func checkPage(t *testing.T, name string, all []*html.Node) {
	t.Helper()
	policy := false
	ids := map[string]bool{}
	for _, n := range all {
		for _, a := range n.Attr {
			if strings.HasPrefix(a.Key, "on") || a.Key == "style" {
				t.Errorf("%s: <%s %s=%q>", name, n.Data, a.Key, a.Val)
			}
			if a.Key == "id" {
				if ids[a.Val] {
					t.Errorf("%s: two elements with the id %q", name, a.Val)
				}
				ids[a.Val] = true
			}
			if slices.Contains(addresses, a.Key) {
				checkAddress(t, name, n, a.Val)
			}
		}
		switch n.Data {
		case "script":
			kind, _ := attr(n, "type")
			if _, src := attr(n, "src"); !src && kind != "application/json" && kind != "application/ld+json" {
				t.Errorf("%s: a script in the page: %.80q", name, text(n))
			}
			if body := text(n); body != "" && !json.Valid([]byte(body)) {
				t.Errorf("%s: data that is not JSON: %.80q", name, body)
			}
		case "style", "base", "object", "form":
			t.Errorf("%s: <%s>", name, n.Data)
		case "meta":
			if v, _ := attr(n, "http-equiv"); v == "Content-Security-Policy" {
				content, _ := attr(n, "content")
				policy = strings.HasPrefix(content, "default-src 'none';") && !strings.Contains(content, "unsafe-inline") && !strings.Contains(content, "'unsafe-eval'")
			}
		case "img":
			if alt, ok := attr(n, "alt"); !ok || alt == "" {
				t.Errorf("%s: a picture without alternative text", name)
			}
		}
	}
	if !policy {
		t.Errorf("%s: no strict Content-Security-Policy", name)
	}
}

func checkAddress(t *testing.T, name string, n *html.Node, address string) {
	t.Helper()
	u, err := url.Parse(address)
	if err != nil {
		t.Errorf("%s: address %q: %v", name, address, err)
		return
	}
	switch {
	case u.Scheme == "" && u.Host == "" && !strings.HasPrefix(u.Path, "/"): // relative
	case n.Data == "a" && slices.Contains([]string{"http", "https", "mailto"}, u.Scheme):
		if rel, _ := attr(n, "rel"); u.Scheme != "mailto" && !strings.Contains(rel, "noopener") && name != "method.html" {
			t.Errorf("%s: a link to %s without rel=noopener", name, address)
		}
	case n.Data == "link" && address == "data:,": // no icon, and no request for one
	default:
		t.Errorf("%s: <%s> leads to %q", name, n.Data, address)
	}
}

func pages(files map[string][]byte) []string {
	var names []string
	for name := range files {
		if path.Ext(name) == ".html" {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

func TestPagesAreSafe(t *testing.T) {
	files := built(t, assets.Story())
	for _, name := range pages(files) {
		all := nodes(t, files[name])
		checkPage(t, name, all)
		for _, n := range all {
			for _, key := range []string{"href", "src", "srcset"} {
				v, ok := attr(n, key)
				u, err := url.Parse(v)
				if !ok || err != nil || u.Scheme != "" || u.Path == "" {
					continue
				}
				if target := path.Join(path.Dir(name), u.Path); files[target] == nil {
					t.Errorf("%s: <%s %s=%q> leads to no file", name, n.Data, key, v)
				}
			}
		}
	}
}

// Every word that a template or the script asks for exists.
func TestPagesHaveTheirWords(t *testing.T) {
	files := built(t, assets.Story())
	raw := regexp.MustCompile(`^[a-z]+(_[a-z]+)+$`) // what Word gives for a key it does not know
	asked := regexp.MustCompile(`\b(?:word|say|button)\((?:'\w+', )?'(\w+)'`)
	for _, name := range pages(files) {
		for _, n := range nodes(t, files[name]) {
			for _, key := range []string{"aria-label", "title"} {
				if v, _ := attr(n, key); raw.MatchString(v) {
					t.Errorf("%s: %s=%q", name, key, v)
				}
			}
			for c := range n.ChildNodes() {
				if c.Type == html.TextNode && raw.MatchString(c.Data) && n.Data != "script" && n.Data != "code" {
					t.Errorf("%s: <%s> says %q", name, n.Data, c.Data)
				}
			}
		}
	}
	words := configOf(t, files["index.html"]).Words
	for _, n := range nodes(t, files["index.html"]) {
		for _, key := range []string{"data-word", "data-name"} {
			if v, ok := attr(n, key); ok && words[v] == "" {
				t.Errorf("the script has no word for %q", v)
			}
		}
	}
	for name, data := range files {
		if strings.HasPrefix(name, "app/page.") {
			for _, m := range asked.FindAllSubmatch(data, -1) {
				key := string(m[1])
				known := words[key] != ""
				if strings.HasSuffix(key, "_") { // the script puts the rest of the key behind it
					for k := range words {
						known = known || strings.HasPrefix(k, key)
					}
				}
				if !known {
					t.Errorf("the script has no word for %q", m[1])
				}
			}
		}
	}
}

func configOf(t *testing.T, page []byte) (c config) {
	t.Helper()
	if err := json.Unmarshal([]byte(text(withID(t, nodes(t, page), "rentang-config"))), &c); err != nil {
		t.Fatal(err)
	}
	return c
}

// Nothing that the picture shows is missing from the document, in any language.
func TestTheDocumentIsComplete(t *testing.T) {
	files, s := built(t, assets.Story()), own(t)
	for i, code := range s.Languages {
		name := "index.html"
		if i > 0 {
			name = code + "/index.html"
		}
		all := nodes(t, files[name])
		for _, e := range s.Events {
			article := text(withID(t, all, "event-"+e.ID))
			wants := []string{e.Title.In(code), e.Caption.In(code)}
			if e.Place != nil {
				wants = append(wants, e.Place.Name.In(code))
			}
			if e.Photo != nil {
				wants = append(wants, e.Photo.Credit)
			}
			for _, c := range e.Sources {
				wants = append(wants, c.Title, c.Publisher)
			}
			for _, want := range wants {
				if !strings.Contains(article, want) {
					t.Errorf("%s: event %s does not say %q", name, e.ID, want)
				}
			}
		}
		for _, f := range s.Flows {
			row := text(withID(t, all, "flow-"+strconv.Itoa(f.Line)))
			for _, want := range append([]string{strconv.Itoa(f.Year), f.Note}, f.Sources...) {
				if !strings.Contains(row, want) {
					t.Errorf("%s: line %d does not say %q", name, f.Line, want)
				}
			}
		}
		for _, r := range s.Sources {
			if item := text(withID(t, all, "source-"+r.Key)); !strings.Contains(item, r.Title) {
				t.Errorf("%s: source %s does not say %q", name, r.Key, r.Title)
			}
		}
		for _, g := range s.Gaps {
			if !strings.Contains(text(withID(t, all, "gaps")), g.Reason) {
				t.Errorf("%s: the gap %q is missing", name, g.Reason)
			}
		}
		for _, want := range []string{s.Title.In(code), s.Note.In(code), s.SourceLine.In(code)} {
			if !bytes.Contains(files[name], []byte(html.EscapeString(want))) {
				t.Errorf("%s: does not say %q", name, want)
			}
		}
		if lang, _ := attr(all[0], "lang"); lang != code {
			t.Errorf("%s: lang=%q", name, lang)
		}
	}
}
