//go:build browser

package browser

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"image"
	"image/jpeg"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"rentang/assets"
)

// commandLine is the program that writes stills, compiled once.
var commandLine = sync.OnceValues(func() (string, error) {
	name := filepath.Join(lab.scratch, "rentang")
	build := exec.Command("go", "build", "-o", name, "./cmd/rentang")
	build.Dir = "../.."
	if out, err := build.CombinedOutput(); err != nil {
		return "", fmt.Errorf("%w\n%s", err, out)
	}
	return name, nil
})

// written is what rentang still writes.
func written(t *testing.T, format string, flags ...string) []byte {
	t.Helper()
	program, err := commandLine()
	if err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(t.TempDir(), "still."+format)
	if out, err := exec.Command(program, append([]string{"still", "-o", name}, flags...)...).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// base64Of is an expression for the bytes of a promised Blob.
func base64Of(promise string) string {
	return `(async () => {
		const bytes = new Uint8Array(await (await ` + promise + `).arrayBuffer());
		let text = '';
		for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
		return btoa(text);
	})()`
}

// blob is the bytes of a promised Blob.
func (p *tab) blob(promise string) []byte {
	p.t.Helper()
	data, err := base64.StdEncoding.DecodeString(eval[string](p, base64Of(promise)))
	if err != nil {
		p.t.Fatal(err)
	}
	return data
}

// same holds a file of the page against one of the command line.
func same(t *testing.T, got, want []byte) {
	t.Helper()
	if bytes.Equal(got, want) {
		return
	}
	at := 0
	for at < min(len(got), len(want)) && got[at] == want[at] {
		at++
	}
	around := func(b []byte) []byte { return b[max(0, at-40):min(len(b), at+40)] }
	t.Errorf("%d bytes, the command line writes %d; they part at %d: %q and %q", len(got), len(want), at, around(got), around(want))
}

// A file that the page makes is byte for byte the one that the command line writes
// for the same state.
func TestStillsAreThoseOfTheCommandLine(t *testing.T) {
	const id = "vladivostok-summit-2019"
	for _, lang := range []string{"en", "ko"} {
		t.Run(lang, func(t *testing.T) {
			p := open(t, desk, lang+"/")
			if a := strings.Join(p.addresses(), " "); strings.Contains(a, "stills.") || strings.Contains(a, "worker.") {
				t.Error("the program that makes stills is loaded before anybody asks for one")
			}
			b := p.box("#stage")
			stage := fmt.Sprintf("%gx%g", b.W, b.H)
			get := func(name, options, format string, flags ...string) {
				t.Helper()
				t.Run(name, func(t *testing.T) {
					same(t, p.blob(`rentang.still(`+options+`)`), written(t, format, append([]string{"--lang", lang}, flags...)...))
				})
			}
			get("whole, PNG", `{preset: 'column', scale: 2}`, "png", "--preset", "column", "--scale", "2")
			get("whole, SVG", `{format: 'svg', preset: 'square'}`, "svg", "--preset", "square")
			get("whole, PDF", `{format: 'pdf', preset: 'a4', theme: 'print'}`, "pdf", "--preset", "a4", "--theme", "print")
			get("made by the build", `{format: 'png'}`, "png")
			get("made by the build, dark", `{format: 'svg', theme: 'dark'}`, "svg", "--theme", "dark")

			p.run(`rentang.setView('1985', '1994', {animate: false}); rentang.setTheme('dark');
				const mode = document.querySelector('#mode'); mode.value = 'sqrt'; mode.dispatchEvent(new Event('change'))`)
			p.idle()
			p.wait("the view is in the address", `location.search.includes('time=1985..1994')`)
			view := []string{"--time", "1985..1994", "--theme", "dark", "--mode", "sqrt"}
			get("a view, PNG as on the page", `{what: 'view', preset: 'page'}`, "png", append(view, "--size", stage)...)
			get("a view, SVG", `{what: 'view', format: 'svg', preset: 'story'}`, "svg", append(view, "--preset", "story")...)
			get("a view, PDF", `{what: 'view', format: 'pdf', preset: 'wide'}`, "pdf", append(view, "--preset", "wide")...)

			p.run(`rentang.setTheme('auto'); rentang.select('` + id + `')`)
			p.idle()
			p.wait("the event is in the address", `location.hash.includes('`+id+`') && !location.search.includes('1985..')`)
			time := eval[string](p, `new URL(location).searchParams.get('time')`)
			event := []string{"--event", id, "--mode", "sqrt", "--time", time}
			get("an event, PNG", `{what: 'event'}`, "png", event...)
			get("an event, SVG", `{what: 'event', format: 'svg', preset: 'column'}`, "svg", append(event, "--preset", "column")...)
			get("an event, PDF", `{what: 'event', format: 'pdf', preset: 'a3'}`, "pdf", append(event, "--preset", "a3")...)
			get("an event out of sight", `{what: 'event', event: 'hard-currency-1991'}`, "png", "--event", "hard-currency-1991", "--mode", "sqrt")
			for _, wrong := range []string{`{preset: 'poster'}`, `{format: 'gif'}`, `{what: 'all'}`, `{what: 'event', event: 'none'}`, `{lang: 'fr'}`, `{scale: 17, preset: 'column'}`, `{scale: 16, preset: '4k'}`} {
				if got := eval[string](p, `rentang.still(`+wrong+`).then(() => 'made', (e) => e instanceof Error ? e.message : 'no Error')`); len(got) < 10 || got == "no Error" {
					t.Errorf("%s: %q", wrong, got)
				}
			}
			if c := p.complaints(); len(c) > 0 {
				t.Errorf("complaints: %q", c)
			}
		})
	}
}

// withPhoto builds the story with a photo of one event, and returns both folders.
func withPhoto(t *testing.T) (story, dist, event string) {
	t.Helper()
	story, dist = filepath.Join(t.TempDir(), "story"), filepath.Join(t.TempDir(), "dist")
	if err := os.CopyFS(story, assets.Story()); err != nil {
		t.Fatal(err)
	}
	img := image.NewRGBA(image.Rect(0, 0, 320, 200))
	for i := range img.Pix {
		img.Pix[i] = uint8(i * i / 997)
	}
	var photo bytes.Buffer
	if err := jpeg.Encode(&photo, img, nil); err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(story, "events.json")
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range theStory(t).Events {
		if e.Photo != nil {
			event = e.ID
			break
		}
	}
	at := bytes.Index(data, []byte(`"id": "`+event+`"`))
	open := at + bytes.Index(data[at:], []byte(`"photo": {`)) + len(`"photo": {`)
	data = slices.Concat(data[:open], []byte(`"file": "photos/a b.jpg",`), data[open:])
	if err := errors.Join(os.WriteFile(name, data, 0o644), os.MkdirAll(filepath.Join(story, "photos"), 0o755),
		os.WriteFile(filepath.Join(story, "photos", "a b.jpg"), photo.Bytes(), 0o644)); err != nil {
		t.Fatal(err)
	}
	program, err := commandLine()
	if err != nil {
		t.Fatal(err)
	}
	build := exec.Command(program, "build", "-quick", "--story", story, "-o", dist)
	build.Dir = "../.."
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return story, dist, event
}

// A photo is fetched when its event is ordered. A photo that does not arrive is an
// error: a still without it would say that there is none.
func TestExportOfAPhoto(t *testing.T) {
	story, dist, event := withPhoto(t)
	server := serveFolder(t, os.DirFS(dist))
	p := load(t, desk, server+"/en/")
	p.wait("the page answers", `Boolean(window.rentang)`)
	for _, format := range []string{"png", "svg", "pdf"} {
		same(t, p.blob(`rentang.still({what: 'event', event: '`+event+`', preset: 'square', format: '`+format+`'})`),
			written(t, format, "--story", story, "--lang", "en", "--event", event, "--preset", "square"))
	}
	if err := os.Remove(filepath.Join(dist, "story", "photos", "a b.jpg")); err != nil {
		t.Fatal(err)
	}
	p = load(t, desk, serveFolder(t, os.DirFS(dist))+"/en/")
	p.wait("the page answers", `Boolean(window.rentang)`)
	if got := eval[string](p, `rentang.still({what: 'event', event: '`+event+`'}).then(() => 'made', String)`); !strings.Contains(got, "404") {
		t.Errorf("without its photo: %s", got)
	}
}
