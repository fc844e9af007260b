package site

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"rentang/assets"
	"rentang/internal/studio"
	"rentang/viz/scene"
	"rentang/viz/story"
)

// fakes are options without what takes long: no drawing, no compiling.
func fakes(dir fs.FS, out string) Options {
	return Options{
		Story: dir, Out: out, Wasm: []byte("\x00asm\x01\x00\x00\x00"), Wasm2D: []byte("\x00asm\x02\x00\x00\x00"), Stills: []byte("\x00asm\x03\x00\x00\x00"), Preview: []byte("\x00asm\x04\x00\x00\x00"),
		Exec: []byte("// exec\n"),
		Draw: func(s *studio.Studio, r studio.Request, format string) (Still, error) {
			first := s.Story.Events[0].ID
			return Still{
				Data: []byte(format + " " + r.Lang + " " + r.Theme), Size: scene.Point{X: 1200, Y: 630}, Alt: s.Story.Note.In(r.Lang),
				Zones: []scene.Zone{{Role: scene.RoleEvent, ID: first, At: scene.Point{X: 10, Y: 20}}},
			}, nil
		},
	}
}

// built builds a story with fakes and returns the files.
func built(t *testing.T, dir fs.FS) map[string][]byte {
	t.Helper()
	out := filepath.Join(t.TempDir(), "dist")
	if _, err := Build(context.Background(), fakes(dir, out)); err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{}
	err := fs.WalkDir(os.DirFS(out), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		files[name], err = os.ReadFile(filepath.Join(out, filepath.FromSlash(name)))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// own decodes the built-in story.
func own(t *testing.T) *story.Story {
	t.Helper()
	s, problems := story.Decode(assets.Story())
	if problems.Errors() {
		t.Fatal(problems)
	}
	return s
}

func TestBuildTwiceGivesTheSameBytes(t *testing.T) {
	one, two := built(t, assets.Story()), built(t, assets.Story())
	if len(one) != len(two) {
		t.Errorf("%d files, then %d", len(one), len(two))
	}
	for name, data := range one {
		if !bytes.Equal(data, two[name]) {
			t.Errorf("%s differs", name)
		}
	}
}

func TestBuildLaysOutTheFolder(t *testing.T) {
	files := built(t, assets.Story())
	for _, want := range []string{
		"index.html", "en/index.html", "ko/index.html", "ru/index.html", "method.html", "en/method.html",
		"embed.html", "embed.js", "manifest.json", "story/story.json", "story/flows.csv",
		"still/og-id.png", "still/og-ko.svg", "still/og-ru.pdf",
	} {
		if _, ok := files[want]; !ok {
			t.Errorf("there is no %s", want)
		}
	}
	if n := len(files["embed.js"]); n >= 1000 {
		t.Errorf("embed.js has %d bytes; it is to stay under 1 kB", n)
	}
	hashed := 0
	for name, data := range files {
		parts := strings.Split(name, ".")
		if strings.HasPrefix(name, "app/") {
			hashed++
			if len(parts) != 3 || parts[1] != hash(data)[:10] {
				t.Errorf("%s does not carry the hash of its content", name)
			}
		}
	}
	if hashed < 6 { // viewer, loader, style, script, two fonts in two forms
		t.Errorf("app/ holds %d files", hashed)
	}
}

// The manifest lists every other file with its true size and hash, and every
// credit of the story.
func TestManifest(t *testing.T) {
	files := built(t, assets.Story())
	var m manifest
	if err := json.Unmarshal(files["manifest.json"], &m); err != nil {
		t.Fatal(err)
	}
	for _, f := range m.Files {
		if f.Size != len(files[f.Path]) || f.SHA256 != hash(files[f.Path]) {
			t.Errorf("%s: size or hash is wrong", f.Path)
		}
	}
	if len(m.Files) != len(files)-1 {
		t.Errorf("%d files listed of %d", len(m.Files), len(files)-1)
	}
	s := own(t)
	for _, e := range s.Events {
		if e.Photo == nil {
			continue
		}
		if !slices.ContainsFunc(m.Credits, func(c credit) bool { return c.Event == e.ID && c.Credit == e.Photo.Credit && !c.Included }) {
			t.Errorf("the credit of %s is not listed as one without a photo", e.ID)
		}
	}
	for _, code := range s.Languages {
		if m.Title[code] == "" || m.Alt[code] == "" || files[m.Pages[code]] == nil {
			t.Errorf("%s: title, alt or page is missing", code)
		}
	}
}

// A story with errors is not built, and the former build stays.
func TestBuildRefusesErrors(t *testing.T) {
	out := filepath.Join(t.TempDir(), "dist")
	if _, err := Build(context.Background(), fakes(assets.Story(), out)); err != nil {
		t.Fatal(err)
	}
	_, err := Build(context.Background(), fakes(fstest.MapFS{"story.json": {Data: []byte("{}")}}, out))
	var problems story.Problems
	if !errors.As(err, &problems) || !problems.Errors() {
		t.Errorf("error %v, want the story's problems", err)
	}
	if _, err := os.Stat(filepath.Join(out, "index.html")); err != nil {
		t.Error("the former build is gone")
	}
}

func TestBuildStopsWhenAsked(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	out := filepath.Join(t.TempDir(), "dist")
	if _, err := Build(ctx, fakes(assets.Story(), out)); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
	if _, err := os.Stat(out); err == nil {
		t.Error("a folder was written")
	}
}
