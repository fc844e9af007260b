//go:build browser

package browser

import (
	"archive/zip"
	"bytes"
	"io"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/input"

	"rentang/assets"
	"rentang/internal/photo/intake"
	"rentang/internal/photo/testpic"
	"rentang/internal/serve"
	"rentang/viz/story"
)

// recorder serves the built folder and takes down what was asked.
type recorder struct {
	*httptest.Server
	mu    sync.Mutex
	asked []string
	sent  int64 // bytes that came with requests
}

func record(t *testing.T) *recorder {
	t.Helper()
	r := new(recorder)
	h := serve.New(os.DirFS(lab.dist))
	r.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, req *http.Request) {
		n, _ := io.Copy(io.Discard, req.Body)
		r.mu.Lock()
		r.asked = append(r.asked, req.Method+" "+req.URL.String())
		r.sent += n
		r.mu.Unlock()
		h.ServeHTTP(w, req)
	}))
	t.Cleanup(r.Close)
	return r
}

// since is what was asked after the first n requests.
func (r *recorder) since(n int) []string {
	r.mu.Lock()
	defer r.mu.Unlock()
	return slices.Clone(r.asked[n:])
}

// drop drops files of the disk onto the page, as a person does.
func (p *tab) drop(files ...string) {
	p.t.Helper()
	for _, typ := range []input.DispatchDragEventType{input.DispatchDragEventTypeDragEnter, input.DispatchDragEventTypeDragOver, input.DispatchDragEventTypeDrop} {
		call(p, input.DispatchDragEvent, input.DispatchDragEventParams{Type: typ, X: 300, Y: 300, Data: &input.DragData{Items: []*input.DragDataItem{}, Files: files, DragOperationsMask: 1}})
	}
}

// zipped is a zip of a folder, in a folder of its own.
func zipped(t *testing.T, dir fs.FS) string {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	err := fs.WalkDir(dir, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(dir, name)
		if err != nil {
			return err
		}
		f, err := w.Create("mystory/" + name)
		if err == nil {
			_, err = f.Write(data)
		}
		return err
	})
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return saved(t, "mystory.zip", b.Bytes())
}

// saved is a file of that name.
func saved(t *testing.T, name string, data []byte) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(file, data, 0o644); err != nil {
		t.Fatal(err)
	}
	return file
}

// ownStory is the built-in story with another title and a photo.
func ownStory(t *testing.T, change func(name string, data []byte) []byte) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "ours")
	if err := os.CopyFS(dir, assets.Story()); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"story.json", "events.json"} {
		data, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		data = bytes.Replace(data, []byte("What Moscow sent Pyongyang, and what came back"), []byte("Ours 꿩 Щ"), 1)
		if change != nil {
			data = change(name, data)
		}
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	photo := saved(t, "photo.jpg", testpic.JPEG(t, testpic.Landscape(1200, 800)))
	alt := story.Text{"id": "Pelabuhan", "en": "A harbour", "ko": "항구", "ru": "Порт"}
	if _, err := intake.Add(t.Context(), photo, intake.Options{Story: dir, Event: ofThePhoto, Credit: "Ann Example", Alt: alt}); err != nil {
		t.Fatal(err)
	}
	return dir
}

// ofThePhoto is the event of ownStory's photo.
const ofThePhoto = "soviet-troops-leave-1948"

// inside evaluates in the preview's frame.
const inside = `document.querySelector('#preview iframe').contentWindow`

func TestPreview(t *testing.T) {
	timeline := []byte(`{"title":{"text":{"headline":"A timeline of theirs"}},"events":[
		{"start_date":{"year":"1961","month":"4","day":"12"},"text":{"headline":"Gagarin orbits the Earth","text":"<b>108</b> minutes"}},
		{"start_date":{"year":"1969"},"text":{"headline":"A landing on the Moon"}}]}`)
	for _, c := range []struct{ name, file, title string }{
		{"folder", ownStory(t, nil), "Ours 꿩 Щ"},
		{"zip", zipped(t, os.DirFS(ownStory(t, nil))), "Ours 꿩 Щ"},
		{"TimelineJS JSON", saved(t, "theirs.json", timeline), "A timeline of theirs"},
		{"TimelineJS sheet", saved(t, "theirs.csv", []byte("Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Media Credit,Media Caption,Media Thumbnail,Type,Group,Background\n1961,4,12,,,,,,,A sheet of theirs,108 minutes,,,,,title,,\n1961,4,12,,,,,,,Gagarin orbits,108 minutes,,,,,,,\n1969,7,20,,,,,,,A landing,On the Moon,,,,,,,\n")), "A sheet of theirs"},
	} {
		t.Run(c.name, func(t *testing.T) {
			server := record(t)
			p := open(t, desk, server.URL+"/en/")
			before := len(server.since(0))
			p.drop(c.file)
			p.wait("the preview draws", `Boolean(document.querySelector('#preview iframe')) && Boolean(`+inside+`.rentang) && `+inside+`.document.documentElement.classList.contains('running')`)
			p.run(`await ` + inside + `.rentang.setLang('en')`)
			if got := eval[string](p, inside+`.document.title`); got != c.title {
				t.Errorf("title %q, want %q", got, c.title)
			}
			if eval[bool](p, inside+`.document.documentElement.classList.contains('embedded')`) {
				t.Error("the preview takes itself for a frame in an article")
			}
			p.run(`await ` + inside + `.rentang.idle()`)
			switch c.name {
			case "folder":
				p.staysAtHome()
			case "zip":
				p.takesAlong()
			}
			p.shot("preview-" + strings.ReplaceAll(c.name, " ", "-") + ".png")
			for _, a := range server.since(before) {
				if _, path, _ := strings.Cut(a, " /"); !strings.HasPrefix(a, "GET ") || !strings.HasPrefix(path, "app/") {
					t.Errorf("after the drop the server was asked %s", a)
				}
			}
			if server.sent > 0 {
				t.Errorf("%d bytes were sent to the server", server.sent)
			}
			for _, a := range p.addresses() {
				if !strings.HasPrefix(a, server.URL+"/") && !strings.HasPrefix(a, "data:") && !strings.HasPrefix(a, "blob:") && a != "about:srcdoc" {
					t.Errorf("request to a third party: %s", a)
				}
			}
			for _, complaint := range p.complaints() {
				t.Errorf("complaint: %s", complaint)
			}
			for _, f := range p.breaches() {
				t.Errorf("%s: %s\n\t%s", f.ID, f.Help, strings.Join(f.Nodes, "\n\t"))
			}
			if c.name == "TimelineJS sheet" { // dropped onto the preview: the next takes its place
				p.drop(zipped(t, os.DirFS(ownStory(t, nil))))
				p.wait("the next preview draws", `document.querySelectorAll('#preview').length === 1 && Boolean(`+inside+`.rentang) && `+inside+`.document.title !== 'A sheet of theirs'`)
			}
			p.run(`[...document.querySelectorAll('#preview header button')].at(-1).click()`)
			if eval[bool](p, `Boolean(document.querySelector('#preview'))`) || p.text("h1") == c.title {
				t.Error("the page is not as it was")
			}
		})
	}
}

// takesAlong makes a still of the story that is previewed, whose files the server
// does not have.
func (p *tab) takesAlong() {
	p.t.Helper()
	p.run(`const w = ` + inside + `; w.rentang.select('` + ofThePhoto + `'); await w.rentang.idle()`)
	p.wait("the photo stands in the card", `(() => { const i = `+inside+`.document.querySelector('#card img'); return i && i.naturalWidth > 0 && i.currentSrc.startsWith('blob:'); })()`)
	kind := eval[string](p, `(async () => { const b = await `+inside+`.rentang.still({format: 'svg', preset: 'og', what: 'event'}), text = await b.text();
		return b.type + ' ' + text.includes('Ours') + ' ' + text.includes('Ann Example') + ' ' + text.includes('<image'); })()`)
	if kind != "image/svg+xml true true true" {
		p.t.Errorf("a still of the preview: %s", kind)
	}
}

// framed evaluates a text in the preview's frame.
func (p *tab) framed(expression string) string {
	p.t.Helper()
	return eval[string](p, inside+"."+expression)
}

// staysAtHome follows links of the preview: they lead nowhere else.
func (p *tab) staysAtHome() {
	p.t.Helper()
	p.run(inside + `.document.querySelector('.contents a[href="#data"]').click(); await new Promise((r) => setTimeout(r, 300))`)
	if !eval[bool](p, inside+`.document.title.startsWith('Ours') && `+inside+`.scrollY > 1000 && location.pathname === '/en/'`) {
		p.t.Error("a link to a place of the document leads out of the preview")
	}
	for _, lang := range []string{"id", "ko", "id", "en"} { // and back to that of the frame
		p.run(`await ` + inside + `.rentang.setLang('` + lang + `')`)
		if got := eval[string](p, inside+`.document.querySelector('h3').textContent`); got != theStory(p.t).Events[0].Title.In(lang) {
			p.t.Errorf("in %s the first event is %q", lang, got)
		}
	}
	if got := p.framed(`document.title`); !strings.HasPrefix(got, "Ours") {
		p.t.Errorf("back in English the title is %q", got)
	}
	for _, address := range eval[[]string](p, `[...`+inside+`.document.querySelectorAll('#data a')].map((a) => a.href)`) {
		if !strings.HasPrefix(address, "blob:") {
			p.t.Errorf("a file to take away is at %s, where there is none", address)
		}
	}
}

// What is wrong is said as rentang check says it; what is dangerous is refused.
func TestPreviewRefuses(t *testing.T) {
	var evil bytes.Buffer
	w := zip.NewWriter(&evil)
	if _, err := w.Create("../../etc/story.json"); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	broken := ownStory(t, func(name string, data []byte) []byte {
		return bytes.Replace(data, []byte(`"start": "1948-10-12"`), []byte(`"start": "1948-02-30"`), 1)
	})
	p := open(t, desk, "en/")
	for _, c := range []struct {
		name, file string
		says       []string
	}{
		{"a date that does not exist", broken, []string{"events.json:", "day 30 does not exist"}},
		{"a zip that reaches out", saved(t, "evil.zip", evil.Bytes()), []string{"leads out of the folder"}},
		{"a picture", saved(t, "photo.png", []byte("\x89PNG")), []string{"no story.json"}},
		{"a JSON of something else", saved(t, "x.json", []byte(`{"a":1}`)), []string{"x.json"}},
	} {
		p.run(`document.querySelector('#problems')?.remove()`)
		p.drop(c.file)
		p.wait(c.name+": the panel stands", `Boolean(document.querySelector('#problems li'))`)
		said := p.text("#problems")
		for _, want := range c.says {
			if !strings.Contains(said, want) {
				t.Errorf("%s: the panel does not say %q:\n%s", c.name, want, said)
			}
		}
		if eval[bool](p, `Boolean(document.querySelector('#preview'))`) {
			t.Errorf("%s: it is shown", c.name)
		}
	}
	p.shot("preview-refused.png")
	for _, f := range p.breaches() {
		t.Errorf("%s: %s\n\t%s", f.ID, f.Help, strings.Join(f.Nodes, "\n\t"))
	}
}

// Who has nothing to drag finds a button at the page's end, in every language; in a
// frame there is none.
func TestPreviewButton(t *testing.T) {
	s := theStory(t)
	for _, lang := range s.Languages {
		p := open(t, phone, address(s, lang))
		p.run(`document.querySelector('[data-own]').scrollIntoView(); document.querySelector('[data-own]').click()`)
		p.wait("the choice stands", `Boolean(document.querySelector('#problems button'))`)
		if n := eval[int](p, `document.querySelectorAll('#problems button').length`); n != 3 {
			t.Errorf("%s: %d buttons, want a folder, a file and a way back", lang, n)
		}
		p.shot("preview-ask-" + lang + ".png")
		for _, f := range p.breaches() {
			t.Errorf("%s: %s: %s\n\t%s", lang, f.ID, f.Help, strings.Join(f.Nodes, "\n\t"))
		}
		p.run(`[...document.querySelectorAll('#problems button')].at(-1).click()`)
		if eval[bool](p, `Boolean(document.querySelector('#problems'))`) {
			t.Errorf("%s: it does not close", lang)
		}
	}
}
