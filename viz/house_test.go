package viz_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// module is the name in go.mod; root is its folder as seen from this package.
const (
	module = "rentang"
	root   = ".."
)

// source is one Go file of the module, whatever system it is built for.
type source struct {
	name, pkg string // path of the file and of its folder, from the root
	dir, base string // as the file system has them
	test      bool
	imports   []string
	tree      *ast.File
	files     *token.FileSet
	lines     int
}

func (s *source) at(p token.Pos) string {
	return s.name + ":" + strconv.Itoa(s.files.Position(p).Line)
}

// sources parses every Go file of the module.
func sources(t *testing.T) []*source {
	t.Helper()
	var all []*source
	walk(t, func(name string, data []byte) {
		if path.Ext(name) != ".go" {
			return
		}
		s := &source{name: name, pkg: path.Dir(name), base: path.Base(name), test: strings.HasSuffix(name, "_test.go"),
			files: token.NewFileSet(), lines: strings.Count(string(data), "\n")}
		s.dir = filepath.Join(root, filepath.FromSlash(s.pkg))
		var err error
		if s.tree, err = parser.ParseFile(s.files, name, data, parser.ParseComments); err != nil {
			t.Fatal(err)
		}
		for _, i := range s.tree.Imports {
			p, _ := strconv.Unquote(i.Path.Value) // the parser has checked it
			s.imports = append(s.imports, p)
		}
		all = append(all, s)
	})
	if len(all) < 20 {
		t.Fatalf("only %d Go files found: is %s the module's root?", len(all), root)
	}
	return all
}

// walk calls f for every file that people write: not what is built or downloaded.
func walk(t *testing.T, f func(name string, data []byte)) {
	t.Helper()
	dir := os.DirFS(root)
	err := fs.WalkDir(dir, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		base := path.Base(name)
		if d.IsDir() {
			if name != "." && (strings.HasPrefix(base, ".") || slices.Contains([]string{"dist", "node_modules", "testdata"}, base)) {
				return fs.SkipDir
			}
			return nil
		}
		if !slices.Contains([]string{".go", ".js", ".mjs", ".css", ".html", ".sh"}, path.Ext(name)) {
			return nil
		}
		data, err := fs.ReadFile(dir, name)
		if err == nil {
			f(name, data)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestFilesAreShort(t *testing.T) {
	const longest, middle = 500, 200
	var lengths []int
	walk(t, func(name string, data []byte) {
		n := strings.Count(string(data), "\n")
		lengths = append(lengths, n)
		if n > longest {
			t.Errorf("%s has %d lines; at most %d", name, n, longest)
		}
	})
	slices.Sort(lengths)
	if m := lengths[len(lengths)/2]; m >= middle {
		t.Errorf("the median file has %d lines; less than %d", m, middle)
	}
}

func TestPackagesSayWhatTheyAreFor(t *testing.T) {
	comment := map[string]bool{}
	for _, f := range sources(t) {
		if !f.test {
			comment[f.pkg] = comment[f.pkg] || f.tree.Doc != nil
		}
	}
	for pkg, ok := range comment {
		if !ok {
			t.Errorf("%s has no package comment", pkg)
		}
	}
}

// Everything exported is documented, and nothing happens before main.
func TestDeclarations(t *testing.T) {
	for _, f := range sources(t) {
		if f.test {
			continue
		}
		for _, d := range f.tree.Decls {
			switch d := d.(type) {
			case *ast.FuncDecl:
				if d.Recv == nil && d.Name.Name == "init" {
					t.Errorf("%s: init", f.at(d.Pos()))
				}
				speaks := d.Recv != nil && slices.Contains([]string{"String", "Error", "Unwrap"}, d.Name.Name) // everyone knows what these do
				if d.Name.IsExported() && d.Doc == nil && exportedReceiver(d) && !speaks {
					t.Errorf("%s: %s has no comment", f.at(d.Pos()), d.Name.Name)
				}
			case *ast.GenDecl:
				for _, s := range d.Specs {
					if name, ok := undocumented(d, s); ok {
						t.Errorf("%s: %s has no comment", f.at(s.Pos()), name)
					}
				}
			}
		}
	}
}

// exportedReceiver reports whether a method's type is exported; a function has none.
func exportedReceiver(d *ast.FuncDecl) bool {
	if d.Recv == nil {
		return true
	}
	typ := d.Recv.List[0].Type
	if star, ok := typ.(*ast.StarExpr); ok {
		typ = star.X
	}
	if i, ok := typ.(*ast.IndexExpr); ok {
		typ = i.X
	}
	id, ok := typ.(*ast.Ident)
	return ok && id.IsExported()
}

// undocumented returns an exported name that neither its group nor itself explains.
func undocumented(d *ast.GenDecl, s ast.Spec) (name string, yes bool) {
	switch s := s.(type) {
	case *ast.TypeSpec:
		return s.Name.Name, s.Name.IsExported() && d.Doc == nil && s.Doc == nil
	case *ast.ValueSpec:
		return s.Names[0].Name, s.Names[0].IsExported() && d.Doc == nil && s.Doc == nil && s.Comment == nil
	}
	return "", false
}
