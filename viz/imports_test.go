package viz_test

import (
	"go/ast"
	"go/build"
	"os"
	"os/exec"
	"path"
	"slices"
	"strings"
	"testing"
)

// rule is what a package may do.
type rule struct {
	ours    []string
	outside []string // prefixes of import paths
	pure    bool     // no clock, no chance, no machine: same input, same output
}

// A package of viz may import those of ours that are listed, and outside the
// standard library only what is listed. A package that is not in the table fails:
// its place in the order has to be thought about.
// What lies within a package's folder follows its rule and may be imported by it.
var rules = map[string]rule{
	"viz/civil":           {pure: true},
	"viz/jsontree":        {pure: true},
	"viz/story":           {ours: []string{"viz/civil", "viz/jsontree"}, pure: true},
	"viz/timescale":       {ours: []string{"viz/civil"}, pure: true},
	"viz/theme":           {pure: true},
	"viz/lang":            {ours: []string{"viz/civil", "viz/jsontree", "viz/timescale"}, pure: true},
	"viz/state":           {ours: []string{"viz/civil", "viz/timescale"}, pure: true},
	"viz/scene":           {pure: true},
	"viz/locator":         {ours: []string{"viz/scene"}, pure: true},
	"viz/typeset":         {ours: []string{"viz/scene"}, outside: []string{"github.com/golang/freetype/", "golang.org/x/image/"}, pure: true},
	"viz/layout":          {ours: []string{"viz/civil", "viz/story", "viz/timescale", "viz/theme", "viz/lang", "viz/scene", "viz/locator", "viz/typeset"}, pure: true},
	"viz/interact":        {ours: []string{"viz/timescale", "viz/scene"}, pure: true},
	"viz":                 {ours: []string{"viz/civil", "viz/story", "viz/timescale", "viz/theme", "viz/lang", "viz/state", "viz/scene", "viz/typeset", "viz/layout", "viz/interact"}, pure: true},
	"viz/render/still":    {ours: []string{"viz/scene", "viz/typeset"}, outside: []string{"github.com/tdewolff/canvas", "golang.org/x/image/draw"}},
	"viz/render/canvas2d": {ours: []string{"viz/scene", "viz/typeset"}, pure: true},
	"viz/render/mesh":     {ours: []string{"viz/scene", "viz/typeset"}, pure: true},
	"viz/render/screen":   {ours: []string{"viz/scene", "viz/typeset", "viz/render/mesh"}, outside: []string{"github.com/hajimehoshi/ebiten/v2"}},
}

// A door is the only place through which a dependency may come in.
var doors = []struct {
	prefix string
	pkgs   []string
	jsOnly bool
	why    string
}{
	{"github.com/hajimehoshi/ebiten/v2", []string{"viz/render/screen", "cmd/wasm"}, true, "it needs cgo and X11 headers natively: go vet would fail on a bare machine"},
	{"github.com/tdewolff/canvas", []string{"viz/render/still"}, false, "it doubles the viewer's download"},
	{"github.com/golang/freetype", []string{"viz/typeset"}, false, "text is placed once"},
	{"syscall/js", []string{"cmd/wasm", "cmd/wasm2d", "cmd/wasmpreview", "cmd/wasmstill", "internal/bridge"}, true, "only the browser has it"},
}

// impure are imports that a pure package has no use for.
var impure = []string{"math/rand", "crypto/rand", "os", "net", "syscall", "runtime", "unsafe", "log"}

func TestImportsFollowTheOrder(t *testing.T) {
	for _, f := range sources(t) {
		place, rule, ok := ruleOf(f.pkg)
		if f.test || !strings.HasPrefix(f.pkg, "viz") || strings.HasPrefix(f.pkg, "viz/internal/") {
			continue
		}
		if !ok {
			t.Errorf("%s: package %s is not in the table of rules", f.name, f.pkg)
			continue
		}
		for _, p := range f.imports {
			if own, ours := strings.CutPrefix(p, module+"/"); ours {
				if !slices.Contains(rule.ours, own) && !strings.HasPrefix(own, place+"/") {
					t.Errorf("%s: %s must not import %s", f.name, f.pkg, own)
				}
			} else if outside(p) && !hasPrefix(p, rule.outside) {
				t.Errorf("%s: %s must not import %s", f.name, f.pkg, p)
			}
		}
	}
}

func TestDependenciesComeThroughTheirDoor(t *testing.T) {
	native := build.Default
	native.GOOS, native.GOARCH = "linux", "amd64"
	for _, f := range sources(t) {
		for _, d := range doors {
			if !slices.ContainsFunc(f.imports, func(p string) bool { return p == d.prefix || strings.HasPrefix(p, d.prefix+"/") }) {
				continue
			}
			if f.test && !d.jsOnly {
				continue // a test may ask anyone whether a result can be read
			}
			if !slices.Contains(d.pkgs, f.pkg) {
				t.Errorf("%s imports %s, which is left to %s: %s", f.name, d.prefix, strings.Join(d.pkgs, " and "), d.why)
			}
			if built, err := native.MatchFile(f.dir, f.base); d.jsOnly && (built || err != nil) {
				t.Errorf("%s imports %s and is built natively (error %v): %s", f.name, d.prefix, err, d.why)
			}
		}
	}
}

func TestPurePackagesAskNobody(t *testing.T) {
	clock := []string{"Now", "Since", "Until", "After", "AfterFunc", "Tick", "NewTicker", "NewTimer", "Sleep", "Local", "LoadLocation"}
	for _, f := range sources(t) {
		if _, rule, _ := ruleOf(f.pkg); f.test || !rule.pure {
			continue
		}
		for _, p := range f.imports {
			if hasPrefix(p+"/", []string{"math/rand/", "crypto/rand/"}) || slices.Contains(impure, p) || strings.HasPrefix(p, "net/") {
				t.Errorf("%s: a pure package must not import %s", f.name, p)
			}
		}
		ast.Inspect(f.tree, func(n ast.Node) bool {
			if s, ok := n.(*ast.SelectorExpr); ok {
				if x, ok := s.X.(*ast.Ident); ok && x.Name == "time" && x.Obj == nil && slices.Contains(clock, s.Sel.Name) {
					t.Errorf("%s: a pure package must not use time.%s", f.at(s.Pos()), s.Sel.Name)
				}
			}
			return true
		})
	}
}

// A viewer's size is its first impression: what must not be in it is named here,
// whoever may import it on the way.
func TestViewersAreLean(t *testing.T) {
	heavy := []string{"github.com/tdewolff/", "github.com/hajimehoshi/ebiten/v2/text", "github.com/hajimehoshi/ebiten/v2/audio", "net/http", "encoding/json", "image/png", "image/jpeg", module + "/viz/render/still", module + "/assets"}
	for _, c := range []struct {
		program, must string
		not           []string
	}{
		{"wasm", "github.com/hajimehoshi/ebiten/v2", heavy},
		{"wasm2d", module + "/viz/render/canvas2d", append([]string{"github.com/hajimehoshi/", module + "/viz/render/mesh", "regexp", "text/template"}, heavy...)},
		{"wasmstill", module + "/viz/render/still", []string{"github.com/hajimehoshi/", module + "/assets", module + "/viz/interact", "testing"}},
		{"wasmpreview", module + "/internal/site", []string{"github.com/hajimehoshi/", "github.com/tdewolff/", "github.com/andybalholm/", "net/http", module + "/viz/render", module + "/viz/interact", "testing"}},
	} {
		var tags []string
		if c.program == "wasmpreview" {
			tags = []string{"-tags=nostills"} // as the build compiles it
		}
		deps := depsOf(t, module+"/cmd/"+c.program, tags...)
		if !slices.Contains(deps, c.must) {
			t.Fatalf("%s does not import %s: is this the right package?", c.program, c.must)
		}
		for _, d := range deps {
			for _, no := range c.not {
				if strings.HasPrefix(d, no) {
					t.Errorf("%s contains %s", c.program, d)
				}
			}
		}
	}
}

// depsOf lists everything that a program for the browser is linked from.
func depsOf(t *testing.T, pkg string, flags ...string) []string {
	t.Helper()
	cmd := exec.Command("go", append(append([]string{"list", "-deps"}, flags...), pkg)...)
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	return strings.Fields(string(out))
}

// ruleOf finds the rule of a package, which may be that of the folder it lies in.
func ruleOf(pkg string) (place string, r rule, ok bool) {
	for place = pkg; place != "viz" && place != "."; place = path.Dir(place) {
		if r, ok = rules[place]; ok {
			return place, r, true
		}
	}
	r, ok = rules[pkg]
	return pkg, r, ok
}

// outside reports whether an import path is neither ours nor the standard library's.
func outside(path string) bool {
	first, _, _ := strings.Cut(path, "/")
	return strings.Contains(first, ".")
}

func hasPrefix(path string, prefixes []string) bool {
	return slices.ContainsFunc(prefixes, func(p string) bool { return strings.HasPrefix(path, p) })
}
