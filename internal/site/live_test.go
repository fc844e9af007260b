package site

import (
	"bytes"
	"errors"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"rentang/assets"
	"rentang/internal/studio"
	"rentang/viz/story"
)

// A story that is being worked on is the same pages, made when somebody asks, that
// listen besides; and only they do.
func TestLive(t *testing.T) {
	drawn := 0
	o := fakes(assets.Story(), "")
	o.Draw = func(s *studio.Studio, r studio.Request, format string) (Still, error) {
		drawn++
		return Still{Data: []byte(format)}, nil
	}
	live, err := OpenLive(t.Context(), o, "build-7")
	if err != nil {
		t.Fatal(err)
	}
	if drawn > 0 {
		t.Errorf("%d stills drawn before anybody asked", drawn)
	}
	const tag = `data-build="build-7"`
	for _, name := range []string{"index.html", "ko/index.html"} {
		if page, err := fs.ReadFile(live, name); err != nil || !bytes.Contains(page, []byte(tag)) {
			t.Errorf("%s does not listen for the next build: %v", name, err)
		}
	}
	if data, err := fs.ReadFile(live, "still/og-ko.png"); err != nil || string(data) != "png" || drawn != 1 {
		t.Errorf("a still is %q, %v; %d drawn", data, err, drawn)
	}
	for name, data := range built(t, assets.Story()) {
		if bytes.Contains(data, []byte("data-build")) && strings.HasSuffix(name, ".html") || strings.HasPrefix(name, "app/live") {
			t.Errorf("%s of a folder to publish listens", name)
		}
		if strings.HasPrefix(name, "still/first/") || name == "manifest.json" || name == "_headers" || strings.HasPrefix(name, "app/style.") || strings.HasPrefix(name, "app/preview.") {
			continue // drawn when asked for, or only in a folder to publish
		}
		if _, err := fs.Stat(live, name); err != nil {
			t.Errorf("%v", err)
		}
	}
}

// Problems are those of a build.
func TestLiveRefusesErrors(t *testing.T) {
	_, err := OpenLive(t.Context(), fakes(fstest.MapFS{"story.json": {Data: []byte("{}")}}, ""), "1")
	var problems story.Problems
	if !errors.As(err, &problems) || !problems.Errors() {
		t.Errorf("error %v, want the story's problems", err)
	}
}
