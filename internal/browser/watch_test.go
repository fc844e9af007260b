//go:build browser

package browser

import (
	"bufio"
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"rentang/assets"
)

// desktop is rentang serve -watch on a copy of the built-in story.
type desktop struct {
	t       *testing.T
	address string
	story   string // the folder
}

// watch starts it, as a person does.
func watch(t *testing.T) *desktop {
	t.Helper()
	program := filepath.Join(t.TempDir(), "rentang")
	build := exec.Command("go", "build", "-o", program, "./cmd/rentang")
	build.Dir = "../.."
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	d := &desktop{t: t, story: filepath.Join(t.TempDir(), "story")}
	if err := os.CopyFS(d.story, assets.Story()); err != nil {
		t.Fatal(err)
	}
	var says bytes.Buffer
	serve := exec.CommandContext(t.Context(), program, "serve", "-watch", "-story", d.story, "-addr", "127.0.0.1:0")
	serve.Dir, serve.Stderr = "../..", &says
	serve.Cancel = func() error { return serve.Process.Signal(os.Interrupt) }
	serve.WaitDelay = 10 * time.Second
	out, err := serve.StdoutPipe()
	if err == nil {
		err = serve.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatalf("%v\n%s", err, serve.Wait())
	}
	t.Cleanup(func() {
		if err := serve.Wait(); err != nil && t.Context().Err() == nil {
			t.Errorf("%v\n%s", err, &says)
		}
		t.Logf("it said\n%s", &says)
	})
	d.address = strings.TrimSpace(line)
	return d
}

// edit changes a file of the story, as an editor saves it.
func (d *desktop) edit(file, old, new string) time.Time {
	d.t.Helper()
	name := filepath.Join(d.story, file)
	data, err := os.ReadFile(name)
	if err != nil {
		d.t.Fatal(err)
	}
	changed := bytes.Replace(data, []byte(old), []byte(new), 1)
	if bytes.Equal(changed, data) {
		d.t.Fatalf("%s does not hold %s", file, old)
	}
	if err := os.WriteFile(name, changed, 0o644); err != nil {
		d.t.Fatal(err)
	}
	return time.Now()
}

// An edit shows on the page, which stays where the reader was; an error shows with
// file and line while the last good build stays; the repaired story takes it away.
func TestWatch(t *testing.T) {
	d := watch(t)
	p := open(t, desk, d.address+"en/?time=1985..1995&theme=dark")
	const title = "What Moscow sent Pyongyang, and what came back"
	start := d.edit("story.json", title, "What was sent, as edited")
	p.wait("the new title stands", `document.title === 'What was sent, as edited'`)
	t.Logf("a title edited: on the page after %d ms", time.Since(start).Milliseconds())
	p.wait("the program draws", `Boolean(window.rentang) && document.documentElement.classList.contains('running')`)
	p.idle()
	if got := eval[string](p, `location.search`); got != "?time=1985..1995&theme=dark" {
		t.Errorf("the address says %s", got)
	}
	if got := eval[[]string](p, `[rentang.view().start, rentang.view().end]`); got[0] != "1985-01-01" || got[1] != "1996-01-01" {
		t.Errorf("the view is %q", got)
	}
	if eval[bool](p, `Boolean(document.querySelector('#problems'))`) {
		t.Error("a panel stands over a story without problems")
	}

	start = d.edit("events.json", `"start": "1948-10-12"`, `"start": "1948-02-30"`)
	p.wait("the panel stands", `Boolean(document.querySelector('#problems.broken li'))`)
	t.Logf("a date broken: on the page after %d ms", time.Since(start).Milliseconds())
	said := p.text("#problems")
	for _, want := range []string{"events.json:", "day 30 does not exist", "The last good version stays"} {
		if !strings.Contains(said, want) {
			t.Errorf("the panel does not say %q:\n%s", want, said)
		}
	}
	if !eval[bool](p, `document.documentElement.classList.contains('running') && document.title === 'What was sent, as edited'`) {
		t.Error("the last good build does not stay")
	}
	p.shot("watch-problems.png")
	p.do(reload())
	p.wait("the panel stands on a page that was loaded since", `Boolean(document.querySelector('#problems.broken li'))`)

	d.edit("events.json", `"start": "1948-02-30"`, `"start": "1948-10-12"`)
	p.wait("the panel goes", `Boolean(window.rentang) && !document.querySelector('#problems')`)
	p.wait("the program draws", `document.documentElement.classList.contains('running')`)
	for _, c := range p.complaints() {
		t.Errorf("complaint: %s", c)
	}
}

// A folder that is built to be published listens to nothing.
func TestBuiltFolderDoesNotListen(t *testing.T) {
	p := open(t, desk, "en/")
	for _, a := range p.addresses() {
		if strings.Contains(a, "/-/") || strings.Contains(a, "live") {
			t.Errorf("asked for %s", a)
		}
	}
}
