package main

import (
	"bytes"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestStill(t *testing.T) {
	dir := t.TempDir()
	for _, c := range []struct {
		name string
		args []string
		file string
		want func(t *testing.T, data []byte)
	}{
		{"the default is the link preview", nil, "a.png", isPNG(1200, 630)},
		{"a size and a scale", []string{"-size", "600x400", "-scale", "2"}, "b.png", isPNG(1200, 800)},
		{"a preset, Korean, dark", []string{"-preset", "column", "-lang", "ko", "-theme", "dark"}, "c.png", isPNG(640, 450)},
		{"an ending in capitals", nil, "d.PNG", isPNG(1200, 630)},
		{"SVG with its title", []string{"-lang", "en", "-time", "1985..1995"}, "e.svg",
			holds("<svg", "<title", "What Moscow sent Pyongyang")},
		{"one event with its card", []string{"-lang", "en", "-event", "parallel-38-1945"}, "f.svg",
			holds("<title", "Korea is divided at the 38th parallel")},
		{"PDF for print", []string{"-preset", "a4", "-theme", "print", "-mode", "sqrt"}, "g.pdf", holds("%PDF-")},
	} {
		t.Run(c.name, func(t *testing.T) {
			file := filepath.Join(dir, c.file)
			if r := rentang(t, append([]string{"still", "-o", file}, c.args...)...); r.code != good {
				t.Fatalf("exit %d: %s", r.code, r.err)
			}
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			c.want(t, data)
		})
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".") {
			t.Errorf("%s was left behind", e.Name())
		}
	}
}

func isPNG(w, h int) func(*testing.T, []byte) {
	return func(t *testing.T, data []byte) {
		t.Helper()
		c, err := png.DecodeConfig(bytes.NewReader(data))
		if err != nil || c.Width != w || c.Height != h {
			t.Errorf("%dx%d, error %v; want %dx%d", c.Width, c.Height, err, w, h)
		}
	}
}

func holds(parts ...string) func(*testing.T, []byte) {
	return func(t *testing.T, data []byte) {
		t.Helper()
		for _, p := range parts {
			if !bytes.Contains(data, []byte(p)) {
				t.Errorf("does not hold %q", p)
			}
		}
	}
}

func TestStillRefuses(t *testing.T) {
	for _, c := range []struct {
		name string
		args []string
		code int
		says string
	}{
		{"preset", []string{"-preset", "poster"}, badUsage, "og, square"},
		{"theme", []string{"-theme", "pink"}, badUsage, "light, dark"},
		{"language that the story lacks", []string{"-lang", "fr"}, badInput, "id, en, ko, ru"},
		{"event that the story lacks, with its likes", []string{"-event", "parallel-39"}, badInput, "parallel-38-1945"},
		{"time that is none", []string{"-time", "yesterday"}, badUsage, "-time yesterday"},
	} {
		t.Run(c.name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "x.svg")
			r := rentang(t, append([]string{"still", "-o", file}, c.args...)...)
			if r.code != c.code || !strings.Contains(r.err, c.says) {
				t.Errorf("exit %d, want %d with %q: %s", r.code, c.code, c.says, r.err)
			}
			if _, err := os.Stat(file); err == nil {
				t.Error("a file was written in spite of the error")
			}
		})
	}
}

// A still that cannot be finished leaves the former one as it was.
func TestStillKeepsTheFormerOne(t *testing.T) {
	file := filepath.Join(t.TempDir(), "x.png")
	if err := os.WriteFile(file, []byte("former"), 0o644); err != nil {
		t.Fatal(err)
	}
	if r := rentang(t, "still", "-o", file, "-size", "16000x16000", "-scale", "16"); r.code != badInput {
		t.Fatalf("exit %d, want %d: %s", r.code, badInput, r.err)
	}
	if data, err := os.ReadFile(file); err != nil || string(data) != "former" {
		t.Errorf("the former file is %q, %v", data, err)
	}
}

func TestSVGIsTheSameEveryTime(t *testing.T) {
	dir := t.TempDir()
	var first []byte
	for _, name := range []string{"a.svg", "b.svg", "c.svg"} {
		file := filepath.Join(dir, name)
		if r := rentang(t, "still", "-o", file, "-lang", "ru"); r.code != good {
			t.Fatal(r.err)
		}
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if first == nil {
			first = data
		} else if !bytes.Equal(first, data) {
			t.Errorf("%s differs from the first", name)
		}
	}
}
