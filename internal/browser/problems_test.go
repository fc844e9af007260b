//go:build browser

package browser

import (
	"bytes"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rentang/internal/serve"
)

// A story that was damaged after the build is not drawn; the page says why.
func TestStoryWithErrorsIsNotDrawn(t *testing.T) {
	for _, c := range []struct {
		name, file, old, new string
		says                 []string
	}{
		{"a date that does not exist", "events.json", `"start": "1948-10-12"`, `"start": "1948-02-30"`, []string{"events.json:", "day 30 does not exist"}},
		{"a flow that is no number", "flows.csv", "1945,to_dprk,economic,0,35,157", "1945,to_dprk,economic,0,NaN,157", []string{"flows.csv:2", "central"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			dist := filepath.Join(t.TempDir(), "dist")
			if err := os.CopyFS(dist, os.DirFS(lab.dist)); err != nil {
				t.Fatal(err)
			}
			name := filepath.Join(dist, "story", c.file)
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			broken := bytes.Replace(data, []byte(c.old), []byte(c.new), 1)
			if bytes.Equal(broken, data) {
				t.Fatalf("%s does not hold %s", c.file, c.old)
			}
			if err := os.WriteFile(name, broken, 0o644); err != nil {
				t.Fatal(err)
			}
			server := httptest.NewServer(serve.New(os.DirFS(dist)))
			t.Cleanup(server.Close)
			p := load(t, desk, server.URL+"/en/")
			p.wait("the page says what is wrong", `!document.querySelector('#word').hidden`)
			said := p.text("#word")
			for _, want := range c.says {
				if !strings.Contains(said, want) {
					t.Errorf("the page does not say %q:\n%s", want, said)
				}
			}
			if running := eval[bool](p, `document.documentElement.classList.contains('running')`); running {
				t.Error("the story is drawn in spite of its error")
			}
		})
	}
}
