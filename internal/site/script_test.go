package site

import (
	"bytes"
	"encoding/json"
	"os/exec"
	"path/filepath"
	"reflect"
	"slices"
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

// What a spreadsheet would take for a formula is text in the files that the page
// makes; everything else comes back as it was.
func TestCSVCells(t *testing.T) {
	var got []string
	evaluate(t, "csv.js", `
const cells = ['=1+1', '+A1', '-A1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '\uff1d1', '\uff0b1', '-5', '+5.25', '2 = 2', "it's", 'a,b', 'say "x"', 'a\nb', '', 'a;b'];
const text = csvOf([cells, ['end']]);
if (!text.startsWith('\ufeff') || !text.endsWith('\r\nend\r\n')) throw new Error(text);
console.log(JSON.stringify(rowsOf(text)[0]));`, &got)
	want := []string{"'=1+1", "'+A1", "'-A1", "'@SUM(A1)", "'\t=1", "'\r=1", "' =1", "'\uff1d1", "'\uff0b1", "-5", "+5.25", "2 = 2", "it's", "a,b", `say "x"`, "a\nb", "", "a;b"}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	var rows [][]string
	evaluate(t, "csv.js", `
console.log(JSON.stringify(rowsOf('a,b,\r\n"x, ""y""",,2\n\nlast')));`, &rows)
	if want := [][]string{{"a", "b", ""}, {`x, "y"`, "", "2"}, {""}, {"last"}}; !reflect.DeepEqual(rows, want) {
		t.Errorf("got %q, want %q", rows, want)
	}
}
