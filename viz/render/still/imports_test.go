package still_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// canvas brings fifty font packages and doubles a WebAssembly download: it stays
// behind this one door, and of it only these parts.
func TestOnlyHereIsCanvas(t *testing.T) {
	const canvas, here = "github.com/tdewolff/canvas", "viz/render/still"
	allowed := []string{canvas, canvas + "/image", canvas + "/renderers/svg", canvas + "/renderers/pdf", canvas + "/renderers/rasterizer"}
	root := "../../.."
	seen := 0
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && path != root && (strings.HasPrefix(d.Name(), ".") || d.Name() == "testdata") {
			return filepath.SkipDir
		}
		if filepath.Ext(path) != ".go" {
			return nil
		}
		f, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil {
			return nil // not this test's business
		}
		for _, spec := range f.Imports {
			name, err := strconv.Unquote(spec.Path.Value)
			if err != nil || name != canvas && !strings.HasPrefix(name, canvas+"/") {
				continue
			}
			seen++
			rel, _ := filepath.Rel(root, filepath.Dir(path))
			if filepath.ToSlash(rel) != here {
				t.Errorf("%s imports %s", path, name)
			}
			if !slices.Contains(allowed, name) {
				t.Errorf("%s imports %s, which is not one of the parts in use", path, name)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if seen == 0 {
		t.Error("no import of canvas was found: the test looks in the wrong place")
	}
}
