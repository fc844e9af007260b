package studio

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"rentang/internal/photo/intake"
	"rentang/internal/photo/testpic"
	"rentang/viz/scene"
	"rentang/viz/story"
)

// photographed is a small story on the disk with a photo that was taken in.
func photographed(t *testing.T, o intake.Options) (dir string) {
	t.Helper()
	dir = t.TempDir()
	file := filepath.Join(t.TempDir(), "a.jpg")
	data := testpic.JPEG(t, testpic.Landscape(900, 600), testpic.IPTC(true, testpic.Byline, "Jane Doe", testpic.Credit, "Agency <1>", testpic.Copyright, "© 1991 Agency", testpic.Instructions, "Editorial use only."))
	for name, text := range map[string]string{
		filepath.Join(dir, "story.json"): `{"id": "x", "languages": ["en", "ko"], "start": "1990", "end": "1999", "title": {"en": "A story", "ko": "이야기"}, "licence": "CC BY 4.0"}`,
		filepath.Join(dir, "events.json"): `[{"id": "a", "start": "1991", "kind": "treaty", "importance": 3, "verified": true,
			"title": {"en": "A treaty", "ko": "조약"}, "caption": {"en": "They sign.", "ko": "서명한다."}}]`,
		file: string(data),
	} {
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	o.Story, o.Event, o.Alt = dir, "a", story.Text{"en": "Hills under a sky.", "ko": "하늘 아래 언덕"}
	if _, err := intake.Add(context.Background(), file, o); err != nil {
		t.Fatal(err)
	}
	return dir
}

// drawn is the stills of the story's event in every format, by the file's name.
func drawn(t *testing.T, dir string) map[string][]byte {
	t.Helper()
	s, problems := Open(os.DirFS(dir))
	if s == nil || len(problems) > 0 {
		t.Fatal(problems)
	}
	files := map[string][]byte{}
	for _, format := range Formats() {
		var b bytes.Buffer
		if err := s.Write(&b, Order{Format: format, Scale: 1, Preset: "wide", Lang: "en", Event: "a"}); err != nil {
			t.Fatal(err)
		}
		files["still."+format] = b.Bytes()
	}
	return files
}

// words is the texts of a scene, and how many pictures it has.
type words struct {
	all      strings.Builder
	pictures int
}

func (*words) Fill(*scene.Path, scene.Color)            {}
func (*words) Stroke(*scene.Path, scene.Pen)            {}
func (w *words) Picture(string, scene.Rect, scene.Rect) { w.pictures++ }
func (w *words) Glyphs(run *scene.GlyphRun, _ scene.Color) {
	w.all.WriteString(run.Text + " ")
}

func wordsOf(t *testing.T, dir string) *words {
	t.Helper()
	s, problems := Open(os.DirFS(dir))
	if s == nil {
		t.Fatal(problems)
	}
	sc, err := s.Scene(Request{Preset: "wide", Lang: "en", Event: "a"})
	if err != nil {
		t.Fatal(err)
	}
	w := new(words)
	sc.Replay(w)
	return w
}

const (
	wantCredit = "Jane Doe / Agency <1>"
	wantRights = "Licence: CC BY 4.0. Photo: Jane Doe / Agency <1>. © 1991 Agency. Editorial use only."
)

// The credit of a photo is in the pixels of a still and in its file, where we and
// others read it.
func TestCreditTravelsWithTheStill(t *testing.T) {
	dir := photographed(t, intake.Options{})
	if w := wordsOf(t, dir); w.pictures != 1 || !strings.Contains(w.all.String(), "Photo: "+wantCredit) {
		t.Errorf("%d pictures, words %q", w.pictures, w.all.String())
	}
	place := t.TempDir()
	for name, data := range drawn(t, dir) {
		// Ours: the packet stands in each format as it is.
		at := bytes.Index(data, []byte("<rdf:RDF"))
		if at < 0 {
			t.Errorf("%s: no RDF", name)
			continue
		}
		r, err := intake.ParseXMP(bytes.NewReader(data[at:]))
		if err != nil || r.Credit != wantCredit || r.Byline != wantCredit || r.Usage != wantRights || !strings.Contains(r.Caption, "They sign. Hills under a sky.") {
			t.Errorf("%s: %v: %+v", name, err, r)
		}
		// Others'.
		file := filepath.Join(place, name)
		if err := os.WriteFile(file, data, 0o644); err != nil {
			t.Fatal(err)
		}
		out, err := exec.Command("exiftool", "-json", "-XMP:all", file).Output()
		if err != nil {
			t.Fatalf("exiftool (of the Debian package libimage-exiftool-perl): %v", err)
		}
		var all []struct{ Credit, Creator, Rights, UsageTerms string }
		if err := json.Unmarshal(out, &all); err != nil || len(all) != 1 {
			t.Fatalf("%s: %v: %s", name, err, out)
		}
		if a := all[0]; a.Credit != wantCredit || a.Creator != wantCredit || a.Rights != wantRights || a.UsageTerms != wantRights {
			t.Errorf("%s: exiftool reads %+v", name, a)
		}
	}
}

// A photo that must not leave the page is not in the still, in no format; whose it
// is stays to be read.
func TestNoExport(t *testing.T) {
	for name, o := range map[string]intake.Options{"by hand": {NoExport: true}, "by its terms": {Usage: "No export, no archive."}} {
		dir := photographed(t, o)
		w := wordsOf(t, dir)
		if w.pictures != 0 || !strings.Contains(w.all.String(), wantCredit+" (not included here)") {
			t.Errorf("%s: %d pictures, words %q", name, w.pictures, w.all.String())
		}
		for file, data := range drawn(t, dir) {
			if bytes.Contains(data, []byte("<image")) || bytes.Contains(data, []byte("/Subtype/Image")) || bytes.Contains(data, []byte("/XObject")) {
				t.Errorf("%s, %s: holds a picture", name, file)
			}
			if file != "still.png" && bytes.Contains(data, []byte("photoshop:Credit")) {
				t.Errorf("%s, %s: credits somebody with a picture that is not there", name, file)
			}
		}
	}
}

// Open sees to the photos: a story whose photo is gone is not drawn.
func TestOpenChecksPhotos(t *testing.T) {
	dir := photographed(t, intake.Options{})
	if err := os.Remove(filepath.Join(dir, "photos", "a-480.jpg")); err != nil {
		t.Fatal(err)
	}
	if s, problems := Open(os.DirFS(dir)); s != nil || !strings.Contains(problems.Error(), `no file "photos/a-480.jpg"`) {
		t.Errorf("studio %v, problems %v", s != nil, problems)
	}
}
