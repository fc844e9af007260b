package site

import (
	"bytes"
	"encoding/json"
	"os/exec"
	"path/filepath"
	"testing"

	"rentang/web"
)

// evaluate runs a module of the page's script in a JavaScript engine, with what it
// exports in scope, and decodes the JSON that the code prints. It is for modules
// that need no page.
func evaluate(t *testing.T, module, code string, into any) {
	t.Helper()
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("no JavaScript engine")
	}
	data, err := web.Files.ReadFile("js/" + module)
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "test.mjs")
	writeFile(t, file, append(data, code...))
	var errs bytes.Buffer
	cmd := exec.Command(node, file)
	cmd.Stderr = &errs
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v\n%s", err, &errs)
	}
	if err := json.Unmarshal(out, into); err != nil {
		t.Fatal(err)
	}
}

// The height of a frame is a function of its width alone, and the table that
// embed.html hands out says the same as the page does.
func TestStageHeight(t *testing.T) {
	var page [][2]int
	evaluate(t, "size.js", `
const out = [];
for (let w = 200; w <= 2000; w++) out.push([w, stageHeight(w, 0)]);
console.log(JSON.stringify(out));`, &page)
	for _, p := range page {
		if want := stageHeight(p[0]); p[1] != want {
			t.Errorf("width %d: the page takes %d, embed.html says %d", p[0], p[1], want)
		}
	}
	var top []int
	evaluate(t, "size.js", `
console.log(JSON.stringify([stageHeight(1200, 600), stageHeight(1200, 300), stageHeight(1200, 2000),
  stageHeight(390, 700), stageHeight(390, 300), stageHeight(390, 2000)]));`, &top)
	for i, want := range []int{600, 440, 840, 700, 560, 858} { // the window's room, within what the figure can use
		if top[i] != want {
			t.Errorf("case %d at top level: %d, want %d", i, top[i], want)
		}
	}
}
