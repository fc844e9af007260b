// Package golden compares what a test made with a file kept beside it. Texts and
// SVG must be the same, byte for byte; pictures may differ a little, by a stated
// tolerance, because anti-aliasing is not the same on every machine.
//
// Run the tests with -update to write the files anew, and read the difference
// before keeping it. On a mismatch the test also writes what it got beside the
// file, as NAME.got.EXT.
package golden

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// update is fixed once the flags are read.
var update = flag.Bool("update", false, "write the golden files anew")

// Text compares text with the file at path and shows the first line that differs.
func Text(t testing.TB, path string, got []byte) {
	t.Helper()
	compare(t, path, got, func(want []byte) string { return lineDiff(string(want), string(got)) })
}

// SVG compares an SVG document with the file at path, byte for byte. A document
// is mostly one line, so the difference is shown element by element.
func SVG(t testing.TB, path string, got []byte) {
	t.Helper()
	elements := func(b []byte) string { return strings.ReplaceAll(string(b), "><", ">\n<") }
	compare(t, path, got, func(want []byte) string {
		if d := lineDiff(elements(want), elements(got)); d != "" {
			return d
		}
		return lineDiff(string(want), string(got))
	})
}

// compare reads the wanted file and fails the test if differ has something to say.
func compare(t testing.TB, path string, got []byte, differ func(want []byte) string) {
	t.Helper()
	if *update {
		write(t, path, got)
		os.Remove(gotPath(path)) // of an earlier failure
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Errorf("%v (run with -update to make it)", err)
		return
	}
	diff := differ(want)
	if diff == "" {
		os.Remove(gotPath(path))
		return
	}
	write(t, gotPath(path), got)
	t.Errorf("%s is not what it was; got %s\n%s", path, gotPath(path), diff)
}

func write(t testing.TB, path string, data []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o666); err != nil {
		t.Fatal(err)
	}
}

// gotPath is the name beside path for what a failing test made.
func gotPath(path string) string {
	ext := filepath.Ext(path)
	return strings.TrimSuffix(path, ext) + ".got" + ext
}

// lineDiff describes the first difference between two texts by line and column;
// it is empty if they are the same.
func lineDiff(want, got string) string {
	if want == got {
		return ""
	}
	w, g := strings.Split(want, "\n"), strings.Split(got, "\n")
	i := 0
	for i < len(w) && i < len(g) && w[i] == g[i] {
		i++
	}
	end := func(lines []string) string {
		if i >= len(lines) {
			return "(the text ends here)"
		}
		return lines[i]
	}
	a, b := end(w), end(g)
	col := 0
	for col < len(a) && col < len(b) && a[col] == b[col] {
		col++
	}
	return fmt.Sprintf("line %d, byte %d, of %d lines wanted and %d got:\n  want %s\n  got  %s",
		i+1, col+1, len(w), len(g), around(a, col), around(b, col))
}

// around cuts a long line down to what surrounds column col.
func around(s string, col int) string {
	const before, after = 40, 80
	from, to := max(0, col-before), min(len(s), col+after)
	cut := strings.ToValidUTF8(s[from:to], "")
	if from > 0 {
		cut = "..." + cut
	}
	if to < len(s) {
		cut += "..."
	}
	return fmt.Sprintf("%q", cut)
}
