package intake

import (
	"bytes"
	"context"
	"errors"
	"image/color"
	"image/jpeg"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rentang/internal/photo"
	"rentang/internal/photo/testpic"
	"rentang/viz/story"
)

const (
	testStory  = `{"id": "s", "languages": ["en", "ko"], "start": "1950", "end": "2020", "title": {"en": "T", "ko": "제"}}`
	testEvents = `[
 {
  "id": "summit-2011",
  "start": "2011-08-24",
  "kind": "diplomacy",
  "importance": 3,
  "title": {
   "en": "A summit",
   "ko": "회담"
  },
  "caption": {
   "en": "They meet.",
   "ko": "만난다."
  },
  "verified": true
 },
 {"id": "treaty-1961", "start": "1961", "kind": "treaty", "importance": 5, "title": {"en": "A treaty", "ko": "조약"}, "caption": {"en": "They sign.", "ko": "서명."},
  "photo": {"credit": "Old desk", "holder": "Old holder", "description": {"en": "Old words", "ko": "옛말"}, "export": false}, "verified": true}
]
`
)

// folderOf is a story folder on the disk.
func folderOf(t testing.TB) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{storyFile: testStory, eventsFile: testEvents} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o640); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// fileOf is a photo on the disk.
func fileOf(t testing.TB, name string, data []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// agency is a photo as an agency sends it: lying on its side, with rights in three
// places and the camera's affairs.
func agency(t testing.TB, w, h int) []byte {
	t.Helper()
	return testpic.JPEG(t, testpic.Landscape(w, h), testpic.EXIF(6, "Jane Doe", "© 2011 Agency", "2011:08:24 10:11:12"),
		testpic.IPTC(true, testpic.Byline, "Jane Doe", testpic.Credit, "Agency", testpic.Caption, "Two people meet."),
		testpic.XMP(`<photoshop:Credit>Agency</photoshop:Credit><xmpRights:UsageTerms><rdf:Alt><rdf:li xml:lang="x-default">Editorial use only</rdf:li></rdf:Alt></xmpRights:UsageTerms>`))
}

func read1(t testing.TB, dir, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// listing is every file of a folder.
func listing(t testing.TB, dir string) []string {
	t.Helper()
	var names []string
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			name, _ := filepath.Rel(dir, path)
			names = append(names, filepath.ToSlash(name))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}

func TestAdd(t *testing.T) {
	dir := folderOf(t)
	file := fileOf(t, "IMG_4711.JPG", agency(t, 1500, 1000))
	alt := story.Text{"en": "Two people shake hands.", "ko": "두 사람이 악수한다."}
	r, err := Add(context.Background(), file, Options{Story: dir, Event: "summit-2011", Alt: alt})
	if err != nil {
		t.Fatal(err)
	}
	if r.Credit != "Jane Doe / Agency" || r.Holder != "© 2011 Agency" || r.Usage != "Editorial use only" || r.Date != "2011-08-24" || r.Caption != "Two people meet." || r.Missing != nil || r.NoExport {
		t.Errorf("report: %+v", r)
	}
	want := []string{"events.json", "photos/summit-2011-1000.jpg", "photos/summit-2011-480.jpg", "photos/summit-2011-960.jpg", "story.json"}
	if got := listing(t, dir); !slices.Equal(got, want) {
		t.Errorf("files %q, want %q", got, want)
	}
	// Everything but the photo is as it was.
	events := string(read1(t, dir, eventsFile))
	head, rest, _ := strings.Cut(events, ",\n  \"photo\": {")
	_, rest, _ = strings.Cut(rest, "\n  }")
	if head+rest != testEvents {
		t.Errorf("events.json:\n%s", events)
	}
	if info, err := os.Stat(filepath.Join(dir, eventsFile)); err != nil || info.Mode().Perm() != 0o640 {
		t.Errorf("mode %v (%v)", info.Mode(), err)
	}

	s, problems := story.Decode(os.DirFS(dir))
	if problems.Errors() {
		t.Fatal(problems)
	}
	p := s.Events[slices.IndexFunc(s.Events, func(e story.Event) bool { return e.ID == "summit-2011" })].Photo
	sizes := []story.PhotoSize{{File: "photos/summit-2011-480.jpg", Width: 480, Height: 720}, {File: "photos/summit-2011-960.jpg", Width: 960, Height: 1440}, {File: "photos/summit-2011-1000.jpg", Width: 1000, Height: 1500}}
	if p.File != sizes[2].File || p.Credit != r.Credit || p.Holder != r.Holder || p.Usage != r.Usage || p.Date.String() != r.Date || !maps.Equal(p.Description, alt) || !slices.Equal(p.Sizes, sizes) {
		t.Errorf("story: %+v", p)
	}
	if problems := photo.Check(os.DirFS(dir), s); len(problems) > 0 {
		t.Error(problems)
	}
	for _, size := range sizes {
		data := read1(t, dir, size.File)
		img, err := jpeg.Decode(bytes.NewReader(data))
		if err != nil || img.Bounds().Dx() != size.Width || img.Bounds().Dy() != size.Height {
			t.Fatalf("%s: %v, %v", size.File, img.Bounds(), err)
		}
		// Upright: the file's left edge, the sky's and the ground's, is on top; its lower half, the hill, on the left.
		left, right := color.YCbCrModel.Convert(img.At(20, 300)).(color.YCbCr), color.YCbCrModel.Convert(img.At(size.Width-20, 300)).(color.YCbCr)
		if left.Y >= right.Y {
			t.Errorf("%s: the hill is not on the left", size.File)
		}
		got := rightsOf(t, data)
		if got.CreditLine() != r.Credit || got.Byline != "Jane Doe" || got.Copyright != r.Holder || got.Usage != r.Usage || got.Caption != r.Caption || got.Alt["ko"] != alt["ko"] || got.Alt[defaultLang] != alt["en"] {
			t.Errorf("%s: %+v", size.File, got)
		}
		if got.Camera != "" || got.Orientation != 0 {
			t.Errorf("%s: the camera is still in it: %+v", size.File, got)
		}
		for _, secret := range []string{"4711", "Cameramaker", "Model Nine", "Exif", "Vladivostok", "Photoshop 3.0"} {
			if bytes.Contains(data, []byte(secret)) {
				t.Errorf("%s: holds %q", size.File, secret)
			}
		}
	}
}

// A second photo takes the place of the first: what is not made anew goes.
func TestAddAgain(t *testing.T) {
	dir := folderOf(t)
	alt := story.Text{"en": "A", "ko": "가"}
	if _, err := Add(context.Background(), fileOf(t, "a.jpg", agency(t, 1000, 1800)), Options{Story: dir, Event: "summit-2011", Alt: alt}); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "photos", "other-480.jpg"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	r, err := Add(context.Background(), fileOf(t, "b.png", testpic.PNG(t, testpic.Landscape(600, 400))), Options{Story: dir, Event: "summit-2011"})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"events.json", "photos/other-480.jpg", "photos/summit-2011-480.jpg", "photos/summit-2011-600.jpg", "story.json"}
	if got := listing(t, dir); !slices.Equal(got, want) {
		t.Errorf("files %q, want %q", got, want)
	}
	if r.Credit != "Jane Doe / Agency" || r.Alt["ko"] != "가" || !strings.Contains(strings.Join(r.Notes, "\n"), "alt text that the story had already was kept") {
		t.Errorf("what the story knew is lost: %+v", r)
	}
	if n := strings.Count(string(read1(t, dir, eventsFile)), `"photo"`); n != 2 {
		t.Errorf("%d photos", n)
	}
	// The same command writes the same bytes.
	events, size := read1(t, dir, eventsFile), read1(t, dir, "photos/summit-2011-480.jpg")
	if _, err := Add(context.Background(), fileOf(t, "b.png", testpic.PNG(t, testpic.Landscape(600, 400))), Options{Story: dir, Event: "summit-2011"}); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(events, read1(t, dir, eventsFile)) || !bytes.Equal(size, read1(t, dir, "photos/summit-2011-480.jpg")) {
		t.Error("the same photo again changes something")
	}
}

// What the story says already gives way to the file, and the file to what is given.
func TestWhoSaysWhat(t *testing.T) {
	small := testpic.Landscape(40, 30)
	named := testpic.JPEG(t, small, testpic.IPTC(true, testpic.Credit, "New desk"))
	nobody := testpic.JPEG(t, small)
	for _, c := range []struct {
		name          string
		data          []byte
		o             Options
		credit, usage string
		date          string
		noExport      bool
		missing, note string
	}{
		{"the story", nobody, Options{Event: "treaty-1961"}, "Old desk", "", "", true, "", "alt text that the story had already"},
		{"the file", named, Options{Event: "treaty-1961"}, "New desk", "", "", true, "", `the story had the credit "Old desk"; the file's is taken`},
		{"the command", named, Options{Event: "treaty-1961", Credit: " Given\tdesk ", Usage: "Once"}, "Given desk", "Once", "", true, "", ""},
		{"nobody", nobody, Options{Event: "summit-2011"}, "", "", "", false, `the credit: the file names nobody; -credit "Name / Agency"`, "40 pixels wide"},
		{"no alt text", named, Options{Event: "summit-2011", Alt: story.Text{"en": "Words"}}, "New desk", "", "", false, `-alt ko="…"`, ""},
		{"kept out of stills by hand", named, Options{Event: "summit-2011", NoExport: true}, "New desk", "", "", true, "", ""},
		{"kept out of stills by its terms", testpic.JPEG(t, small, testpic.IPTC(true, testpic.Instructions, "NO EXPORT. No archive.")), Options{Event: "summit-2011"}, "", "NO EXPORT. No archive.", "", true, "", ""},
		{"the camera's clock", testpic.JPEG(t, small, testpic.EXIF(1, "", "", "2011:08:24 10:00:00")), Options{Event: "summit-2011"}, "", "", "2011-08-24", false, "", ""},
		{"a scanner's clock", testpic.JPEG(t, small, testpic.EXIF(1, "", "", "2015:08:24 10:00:00")), Options{Event: "treaty-1961"}, "Old desk", "", "", true, "", "a scan has the date of the scan"},
		{"alt text of the file, in a language of the story", testpic.JPEG(t, small, testpic.XMP(`<i:AltTextAccessibility><rdf:Alt><rdf:li xml:lang="en-GB">From the file</rdf:li><rdf:li xml:lang="ko">파일</rdf:li></rdf:Alt></i:AltTextAccessibility>`)),
			Options{Event: "summit-2011", Credit: "C"}, "C", "", "", false, "", ""},
		{"alt text in no language", testpic.JPEG(t, small, testpic.XMP(`<i:AltTextAccessibility><rdf:Alt><rdf:li xml:lang="x-default">From the file</rdf:li></rdf:Alt></i:AltTextAccessibility>`)),
			Options{Event: "summit-2011", Credit: "C"}, "C", "", "", false, "-alt en", `does not say its language: "From the file"`},
	} {
		c.o.Story = folderOf(t)
		r, err := Add(context.Background(), fileOf(t, "a.jpg", c.data), c.o)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if r.Credit != c.credit || r.Usage != c.usage || r.Date != c.date || r.NoExport != c.noExport ||
			!strings.Contains(strings.Join(r.Missing, "\n"), c.missing) || !strings.Contains(strings.Join(r.Notes, "\n"), c.note) {
			t.Errorf("%s: %+v", c.name, r)
		}
		// What is missing is an error of the check, and nothing else is.
		s, problems := story.Decode(os.DirFS(c.o.Story))
		if problems.Errors() != (r.Missing != nil) {
			t.Errorf("%s: missing %q, problems %v", c.name, r.Missing, problems)
		}
		for _, p := range problems {
			if !strings.Contains(p.Field, "photo.credit") && !strings.Contains(p.Field, "photo.description") {
				t.Errorf("%s: %v", c.name, p)
			}
		}
		if s == nil { // it has errors: see above
			continue
		}
		for _, e := range s.Events {
			if e.ID == c.o.Event && e.Photo.NoExport != c.noExport {
				t.Errorf("%s: the story does not say whether it may be exported", c.name)
			}
		}
	}
}

// Nothing is written, inside the folder or outside, when something is wrong.
func TestAddRefuses(t *testing.T) {
	sound := agency(t, 60, 40)
	outside := t.TempDir()
	link := func(t *testing.T, dir, to, name string) {
		if err := os.Symlink(to, filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct {
		name    string
		data    []byte
		prepare func(t *testing.T, dir string, o *Options)
		says    string
	}{
		{"an id that is a path", sound, func(_ *testing.T, _ string, o *Options) { o.Event = "../evil" }, "an id is made of"},
		{"no such event", sound, func(_ *testing.T, _ string, o *Options) { o.Event = "treaty-1962" }, "there is treaty-1961"},
		{"no such folder", sound, func(_ *testing.T, _ string, o *Options) { o.Story = filepath.Join(outside, "none") }, "no story folder"},
		{"a folder that is no story", sound, func(_ *testing.T, _ string, o *Options) { o.Story = outside }, "no story.json"},
		{"a language that the story lacks", sound, func(_ *testing.T, _ string, o *Options) { o.Alt = story.Text{"fr": "x"} }, "the story is in en, ko"},
		{"photos is a link out of the folder", sound, func(t *testing.T, dir string, _ *Options) { link(t, dir, outside, "photos") }, "photos is a link"},
		{"photos is a file", sound, func(t *testing.T, dir string, _ *Options) {
			if err := os.WriteFile(filepath.Join(dir, "photos"), nil, 0o600); err != nil {
				t.Fatal(err)
			}
		}, "expected a folder"},
		{"events.json is a link", sound, func(t *testing.T, dir string, _ *Options) {
			if err := os.Rename(filepath.Join(dir, eventsFile), filepath.Join(outside, "e.json")); err != nil {
				t.Fatal(err)
			}
			link(t, dir, filepath.Join(outside, "e.json"), eventsFile)
		}, "is a link"},
		{"events.json is broken", sound, func(t *testing.T, dir string, _ *Options) {
			if err := os.WriteFile(filepath.Join(dir, eventsFile), []byte("[\n{]"), 0o600); err != nil {
				t.Fatal(err)
			}
		}, "line 2"},
		{"two events of one id", sound, func(t *testing.T, dir string, _ *Options) {
			if err := os.WriteFile(filepath.Join(dir, eventsFile), []byte(`[{"id": "summit-2011"}, {"id": "summit-2011"}]`), 0o600); err != nil {
				t.Fatal(err)
			}
		}, "two events"},
		{"a photo that is no object", sound, func(t *testing.T, dir string, _ *Options) {
			if err := os.WriteFile(filepath.Join(dir, eventsFile), []byte(`[{"id": "summit-2011", "photo": "a.jpg"}]`), 0o600); err != nil {
				t.Fatal(err)
			}
		}, "rentang check"},
		{"a credit without end", testpic.JPEG(t, testpic.Landscape(9, 9), testpic.XMP("<photoshop:Credit>"+strings.Repeat("x", 601)+"</photoshop:Credit>")), nil, "601 characters"},
		{"not a picture", []byte("words"), nil, "no picture"},
		{"cut off", sound[:len(sound)-200], nil, "cut off"},
	} {
		t.Run(c.name, func(t *testing.T) {
			o := Options{Story: folderOf(t), Event: "summit-2011"}
			dir := o.Story
			if c.prepare != nil {
				c.prepare(t, dir, &o)
			}
			before, events := listing(t, dir), read1(t, dir, eventsFile)
			_, err := Add(context.Background(), fileOf(t, "a.jpg", c.data), o)
			if err == nil || !strings.Contains(err.Error(), c.says) {
				t.Errorf("%v, want %q", err, c.says)
			}
			if after := listing(t, dir); !slices.Equal(before, after) || !bytes.Equal(events, read1(t, dir, eventsFile)) {
				t.Errorf("files %q, then %q", before, after)
			}
			if names, err := os.ReadDir(outside); err != nil || slices.ContainsFunc(names, func(d os.DirEntry) bool { return d.Name() != "e.json" }) {
				t.Errorf("something was written outside: %v (%v)", names, err)
			}
		})
	}
	if _, err := Add(context.Background(), t.TempDir(), Options{Story: folderOf(t), Event: "summit-2011"}); err == nil || !strings.Contains(err.Error(), "is no file") {
		t.Errorf("a folder as photo: %v", err)
	}
	if _, err := Add(context.Background(), filepath.Join(t.TempDir(), "none.jpg"), Options{Story: folderOf(t), Event: "summit-2011"}); err == nil || !strings.Contains(err.Error(), "there is no file") {
		t.Errorf("no file: %v", err)
	}
}

// The original must not become one of its own sizes.
func TestAddKeepsTheOriginal(t *testing.T) {
	dir := folderOf(t)
	place := filepath.Join(dir, "photos", "summit-2011-480.jpg")
	if err := os.Mkdir(filepath.Dir(place), 0o755); err != nil {
		t.Fatal(err)
	}
	data := agency(t, 300, 480)
	if err := os.WriteFile(place, data, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Add(context.Background(), place, Options{Story: dir, Event: "summit-2011"}); err == nil || !strings.Contains(err.Error(), "would be overwritten") || !bytes.Equal(data, read1(t, dir, "photos/summit-2011-480.jpg")) {
		t.Errorf("got %v", err)
	}
}

func TestAddInterrupted(t *testing.T) {
	dir := folderOf(t)
	ctx, stop := context.WithCancel(context.Background())
	o := Options{Story: dir, Event: "summit-2011", Progress: func(what string) {
		if what == "making the sizes" {
			stop()
		}
	}}
	if _, err := Add(ctx, fileOf(t, "a.jpg", agency(t, 60, 40)), o); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	if got := listing(t, dir); !slices.Equal(got, []string{eventsFile, storyFile}) {
		t.Errorf("left behind: %q", got)
	}
}

// CMYK comes out as the naive formula has it: 64 of 255 for half of every ink.
func TestCMYK(t *testing.T) {
	dir := folderOf(t)
	r, err := Add(context.Background(), fileOf(t, "a.jpg", testpic.FlatJPEG(64, 48, 0xc0, 0x11, 0x11, 0x11, 0x11)), Options{Story: dir, Event: "summit-2011"})
	if err != nil {
		t.Fatal(err)
	}
	img, err := jpeg.Decode(bytes.NewReader(read1(t, dir, r.Files[0].Path)))
	if err != nil {
		t.Fatal(err)
	}
	c := color.NRGBAModel.Convert(img.At(20, 20)).(color.NRGBA)
	if c.R < 60 || c.R > 68 || c.G < 60 || c.G > 68 || c.B < 60 || c.B > 68 || !strings.Contains(strings.Join(r.Notes, "\n"), "CMYK") {
		t.Errorf("%v, %q", c, r.Notes)
	}
}

func TestOddKinds(t *testing.T) {
	for name, data := range map[string][]byte{
		"progressive.jpg": testpic.FlatJPEG(640, 480, 0xc2, 0x22, 0x11, 0x11), "deep.png": testpic.FlatPNG(t, 640, 480, 16, 6), "palette.gif": testpic.GIF(t, 1),
		"lossy.webp": testpic.FromBase64(t, testpic.TinyWebP), "lossless.webp": testpic.FromBase64(t, testpic.TinyLosslessWebP), "gray.jpg": testpic.FlatJPEG(640, 480, 0xc0, 0x11),
	} {
		dir := folderOf(t)
		if _, err := Add(context.Background(), fileOf(t, name, data), Options{Story: dir, Event: "summit-2011", Credit: "C", Alt: story.Text{"en": "A", "ko": "A"}}); err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		s, problems := story.Decode(os.DirFS(dir))
		if problems = append(problems, photo.Check(os.DirFS(dir), s)...); problems.Errors() {
			t.Errorf("%s: %v", name, problems)
		}
	}
}

func TestCheck(t *testing.T) {
	dir := folderOf(t)
	if _, err := Add(context.Background(), fileOf(t, "a.jpg", agency(t, 576, 960)), Options{Story: dir, Event: "summit-2011", Alt: story.Text{"en": "A", "ko": "A"}}); err != nil {
		t.Fatal(err)
	}
	good, smaller := read1(t, dir, "photos/summit-2011-960.jpg"), read1(t, dir, "photos/summit-2011-480.jpg")
	for _, c := range []struct {
		name   string
		change func(place string) error
		want   string
	}{
		{"gone", os.Remove, `summit-2011.photo.file: no file "photos/summit-2011-960.jpg"`},
		{"a link", func(p string) error { return errors.Join(os.Remove(p), os.Symlink("summit-2011-480.jpg", p)) }, `"photos/summit-2011-960.jpg" is a link`},
		{"another size", func(p string) error { return os.WriteFile(p, smaller, 0o600) }, "sizes[1]: photos/summit-2011-960.jpg has 480x288 pixels, not 960x576"},
		{"another kind", func(p string) error { return os.WriteFile(p, testpic.PNG(t, testpic.Landscape(960, 576)), 0o600) }, "the content is PNG"},
		{"cut", func(p string) error { return os.WriteFile(p, good[:30], 0o600) }, "cut off"},
	} {
		place := filepath.Join(dir, "photos", "summit-2011-960.jpg")
		_ = os.Remove(place)
		if err := errors.Join(os.WriteFile(place, good, 0o600), c.change(place)); err != nil {
			t.Fatal(err)
		}
		s, problems := story.Decode(os.DirFS(dir))
		if problems.Errors() {
			t.Fatal(problems)
		}
		if got := photo.Check(os.DirFS(dir), s); !got.Errors() || !strings.Contains(got.Error(), c.want) {
			t.Errorf("%s: %v, want %q", c.name, got, c.want)
		}
	}
}
