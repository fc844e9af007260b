package site

import (
	"os"
	"path/filepath"
	"testing"
)

func writeFile(t *testing.T, name string, data []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, data, 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestCheckPlace(t *testing.T) {
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	writeFile(t, at("file"), nil)
	writeFile(t, at("work/thesis.txt"), []byte("x"))
	writeFile(t, at("other/manifest.json"), []byte(`{"generator":"something else"}`))
	writeFile(t, at("broken/manifest.json"), []byte(`{`))
	writeFile(t, at("former/manifest.json"), []byte(`{"generator":"rentang"}`))
	if err := os.Mkdir(at("empty"), 0o755); err != nil {
		t.Fatal(err)
	}
	for _, row := range []struct {
		name string
		ok   bool
	}{
		{"new", true}, {"deep/new", true}, {"empty", true}, {"former", true},
		{"file", false}, {"work", false},
		{"other", false}, // many tools write a manifest.json
		{"broken", false},
	} {
		if err := checkPlace(at(row.name)); (err == nil) != row.ok {
			t.Errorf("%s: %v", row.name, err)
		}
	}
	if checkPlace("") == nil {
		t.Error("no name passed")
	}
}

func TestWriteReplacesTheFormerBuild(t *testing.T) {
	out := filepath.Join(t.TempDir(), "dist")
	for _, files := range []map[string][]byte{
		{"index.html": []byte("1"), "ko/index.html": []byte("2"), "old.js": nil},
		{"index.html": []byte("3")},
	} {
		if err := write(t.Context(), out, files); err != nil {
			t.Fatal(err)
		}
	}
	if got, err := os.ReadFile(filepath.Join(out, "index.html")); err != nil || string(got) != "3" {
		t.Errorf("index.html: %q, %v", got, err)
	}
	if _, err := os.Stat(filepath.Join(out, "old.js")); err == nil {
		t.Error("a file of the former build is still there")
	}
	left, err := os.ReadDir(filepath.Dir(out))
	if err != nil || len(left) != 1 {
		t.Errorf("beside the folder: %v, %v", left, err)
	}
}
