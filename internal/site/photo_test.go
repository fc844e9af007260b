package site

import (
	"context"
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/net/html"

	"rentang/internal/photo/testpic"
)

// withPhoto is a story of an event and its photo.
func withPhoto(t *testing.T, photo map[string]any) fstest.MapFS {
	t.Helper()
	put := func(v any) *fstest.MapFile {
		data, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		return &fstest.MapFile{Data: data}
	}
	words := func(s string) map[string]any { return map[string]any{"en": s, "ko": s} }
	photo["description"], photo["credit"] = words("Hills & sky"), "A <b> / Agency"
	return fstest.MapFS{
		"story.json":      put(map[string]any{"id": "x", "languages": []string{"en", "ko"}, "start": "1990", "end": "1999", "title": words("T")}),
		"events.json":     put([]any{map[string]any{"id": "a", "start": "1991", "kind": "treaty", "importance": 3, "verified": true, "title": words("E"), "caption": words("C"), "photo": photo}}),
		"photos/a-48.jpg": {Data: testpic.JPEG(t, testpic.Landscape(48, 32))},
		"photos/a-96.jpg": {Data: testpic.JPEG(t, testpic.Landscape(96, 64))},
		"photos/a-99.jpg": {Data: testpic.JPEG(t, testpic.Landscape(990, 660))},
	}
}

func TestPhotoOnThePage(t *testing.T) {
	size := func(name string, w, h int) map[string]any {
		return map[string]any{"file": name, "width": w, "height": h}
	}
	for _, c := range []struct {
		name          string
		photo         map[string]any
		src, srcset   string // of the second language's page
		width, height string
	}{
		{"sizes", map[string]any{"file": "photos/a-99.jpg", "sizes": []any{size("photos/a-48.jpg", 48, 32), size("photos/a-96.jpg", 96, 64), size("photos/a-99.jpg", 990, 660)}},
			"../story/photos/a-99.jpg", "../story/photos/a-99.jpg 990w, ../story/photos/a-96.jpg 96w, ../story/photos/a-48.jpg 48w", "990", "660"},
		{"a file alone", map[string]any{"file": "photos/a-96.jpg"}, "../story/photos/a-96.jpg", "", "96", "64"},
	} {
		files := built(t, withPhoto(t, c.photo))
		all := nodes(t, files["ko/index.html"])
		article := withID(t, all, "event-a")
		var img, caption *html.Node
		for n := range article.Descendants() {
			switch n.Data {
			case "img":
				img = n
			case "figcaption":
				caption = n
			}
		}
		if img == nil || caption == nil || img.Parent != caption.Parent || img.Parent.Data != "figure" {
			t.Errorf("%s: no figure with a photo and its credit", c.name)
			continue
		}
		for name, want := range map[string]string{"src": c.src, "srcset": c.srcset, "width": c.width, "height": c.height, "alt": "Hills & sky"} {
			if got, _ := attr(img, name); got != want {
				t.Errorf("%s: %s is %q, want %q", c.name, name, got, want)
			}
		}
		if got := text(caption); !strings.Contains(got, "A <b> / Agency") || strings.Count(text(article), "A <b> / Agency") != 1 {
			t.Errorf("%s: credit %q in %q", c.name, got, text(article))
		}
		for _, part := range strings.Split(c.srcset, ", ") {
			name, _, _ := strings.Cut(strings.TrimPrefix(part, "../"), " ")
			if _, ok := files[name]; c.srcset != "" && !ok {
				t.Errorf("%s: the page shows %s, which was not built", c.name, name)
			}
		}
	}
}

// A photo that could not be shown stops the build.
func TestBuildChecksPhotos(t *testing.T) {
	dir := withPhoto(t, map[string]any{"file": "photos/a-96.jpg"})
	dir["photos/a-96.jpg"].Data = []byte("<html>please log in</html>")
	_, err := Build(context.Background(), fakes(dir, filepath.Join(t.TempDir(), "dist")))
	if err == nil || !strings.Contains(err.Error(), "a web page, saved in place of the picture") {
		t.Errorf("got %v", err)
	}
}
