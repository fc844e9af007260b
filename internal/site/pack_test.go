package site

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/andybalholm/brotli"

	"rentang/assets"
	"rentang/internal/serve"
)

// packedFakes are fakes that are packed.
func packedFakes(t *testing.T, out string) Options {
	t.Helper()
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	o := fakes(assets.Story(), out)
	o.Pack, o.effort = true, 1
	return o
}

// A packed file is the file, and the manifest knows both.
func TestPacked(t *testing.T) {
	out := filepath.Join(t.TempDir(), "dist")
	report, err := Build(t.Context(), packedFakes(t, out))
	if err != nil {
		t.Fatal(err)
	}
	files := read(t, out)
	unpack := map[string]func(io.Reader) (io.Reader, error){
		".br": func(r io.Reader) (io.Reader, error) { return brotli.NewReader(r), nil },
		".gz": func(r io.Reader) (io.Reader, error) { return gzip.NewReader(r) },
	}
	packed := 0
	for name, data := range files {
		open, ok := unpack[filepath.Ext(name)]
		if !ok {
			continue
		}
		packed++
		r, err := open(bytes.NewReader(data))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		whole, err := io.ReadAll(r)
		if want := files[strings.TrimSuffix(name, filepath.Ext(name))]; err != nil || want == nil || !bytes.Equal(whole, want) {
			t.Errorf("%s does not hold what it stands for: %v", name, err)
		}
	}
	for _, want := range []string{"index.html.br", "index.html.gz", "story/events.json.br", "ko/index.html.gz"} {
		if files[want] == nil {
			t.Errorf("there is no %s", want)
		}
	}
	var m manifest
	if err := json.Unmarshal(files["manifest.json"], &m); err != nil {
		t.Fatal(err)
	}
	listed := 1 // itself
	for _, f := range m.Files {
		for _, one := range append(f.Packed, f) {
			listed++
			if one.Size != len(files[one.Path]) || one.SHA256 != hash(files[one.Path]) {
				t.Errorf("%s: size or hash is wrong", one.Path)
			}
		}
		if f.Type == "" || f.Immutable != serve.Immutable(f.Path) {
			t.Errorf("%s is of type %q, immutable: %v", f.Path, f.Type, f.Immutable)
		}
	}
	if n, _ := report.Written(); listed != len(files) || n != len(files) || packed == 0 {
		t.Errorf("%d files listed, %d reported, %d there, of which %d are packed", listed, n, len(files), packed)
	}
}

// read is every file of a folder, by path.
func read(t *testing.T, dir string) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		name, err := filepath.Rel(dir, path)
		if err == nil {
			files[filepath.ToSlash(name)], err = os.ReadFile(path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// Nothing in the folder says when it was built, or where: another day and another
// place give the same bytes.
func TestFolderKnowsNoDayAndNoPlace(t *testing.T) {
	dir := t.TempDir()
	now := time.Now()
	var traces []string
	for _, day := range []time.Time{now, now.UTC()} {
		for _, form := range []string{"2006-01-02", "20060102", "2006:01:02", "02 Jan 2006", "Jan 02 2006", "Jan _2 2006"} {
			traces = append(traces, day.Format(form))
		}
	}
	host, err := os.Hostname()
	if err != nil {
		t.Fatal(err)
	}
	traces = append(traces, dir, host)
	o := fakes(assets.Story(), filepath.Join(dir, "dist"))
	o.Draw = draw // the stills are real
	if _, err := Build(t.Context(), o); err != nil {
		t.Fatal(err)
	}
	for name, data := range read(t, filepath.Join(dir, "dist")) {
		for _, trace := range traces {
			if len(trace) > 3 && bytes.Contains(data, []byte(trace)) && !strings.HasPrefix(name, "story/") { // what the story says is the story's
				t.Errorf("%s holds %q", name, trace)
			}
		}
	}
}

func TestHeaders(t *testing.T) {
	o := fakes(assets.Story(), filepath.Join(t.TempDir(), "dist"))
	o.Base = "https://example.org/graphics/moscow/"
	if _, err := Build(t.Context(), o); err != nil {
		t.Fatal(err)
	}
	files := read(t, o.Out)
	rules := map[string]map[string]string{}
	var path string
	for line := range strings.Lines(string(files["_headers"])) {
		line = strings.TrimSuffix(line, "\n")
		if header, ok := strings.CutPrefix(line, "  "); ok {
			name, value, _ := strings.Cut(header, ": ")
			rules[path][name] = value
		} else if path = line; rules[path] == nil {
			rules[path] = map[string]string{}
		}
	}
	// of is what a host sends with a file: a header that two rules give is an error.
	of := func(name string) map[string]string {
		head := map[string]string{}
		for pattern, headers := range rules {
			if stem, star := strings.CutSuffix(pattern, "*"); pattern != name && !(star && strings.HasPrefix(name, stem)) {
				continue
			}
			for k, v := range headers {
				if head[k] != "" {
					t.Errorf("%s gets %s twice", name, k)
				}
				head[k] = v
			}
		}
		return head
	}
	const at = "/graphics/moscow/"
	for name := range files {
		head := of(at + name)
		if head["X-Content-Type-Options"] != "nosniff" || head["Referrer-Policy"] == "" || head["Permissions-Policy"] == "" {
			t.Errorf("%s: %v", name, head)
		}
		if immutable := head["Cache-Control"] == serve.Forever; immutable != serve.Immutable(name) {
			t.Errorf("%s is kept for ever: %v", name, immutable)
		}
		if strings.HasSuffix(name, ".html") && (head["Content-Security-Policy"] != serve.Policy || head["Cache-Control"] != serve.Revalidate) {
			t.Errorf("%s: %v", name, head)
		}
		if strings.HasSuffix(name, ".wasm") && head["Content-Type"] != "application/wasm" {
			t.Errorf("%s: %v", name, head)
		}
	}
	if of(at)["Content-Security-Policy"] == "" || of(at + "ko/")["Content-Security-Policy"] == "" {
		t.Error("the address without index.html has no policy")
	}
	if n := len(rules); n > 100 {
		t.Errorf("%d rules; some hosts read a hundred", n)
	}
}

// A page's own policy allows nothing that the server's would refuse: both are in force.
func TestPagesPoliciesAreWithinTheServers(t *testing.T) {
	files := built(t, assets.Story())
	server := directives(serve.Policy)
	meta := regexp.MustCompile(`http-equiv="Content-Security-Policy" content="([^"]*)"`)
	for _, name := range []string{"index.html", "embed.html", "method.html"} {
		found := meta.FindSubmatch(files[name])
		if found == nil {
			t.Fatalf("%s has no policy", name)
		}
		for directive, sources := range directives(strings.ReplaceAll(string(found[1]), "&#39;", "'")) {
			for _, source := range strings.Fields(sources) {
				if !strings.Contains(server[directive], source) {
					t.Errorf("%s: %s %s is more than the server allows, %q", name, directive, source, server[directive])
				}
			}
		}
	}
}

func directives(policy string) map[string]string {
	all := map[string]string{}
	for one := range strings.SplitSeq(policy, ";") {
		name, sources, _ := strings.Cut(strings.TrimSpace(one), " ")
		all[name] = sources
	}
	return all
}

// A build that is stopped while it packs leaves the former one, and nothing beside it.
func TestStoppedWhilePacking(t *testing.T) {
	parent := t.TempDir()
	out := filepath.Join(parent, "dist")
	if _, err := Build(t.Context(), fakes(assets.Story(), out)); err != nil {
		t.Fatal(err)
	}
	before := read(t, parent)
	ctx, stop := context.WithCancel(t.Context())
	o := packedFakes(t, out)
	o.Step = func(done, all int, what string) { stop() }
	if _, err := Build(ctx, o); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
	after := read(t, parent)
	if len(after) != len(before) {
		t.Errorf("%d files before, %d after", len(before), len(after))
	}
	for name, data := range before {
		if !bytes.Equal(data, after[name]) {
			t.Errorf("%s is not as it was", name)
		}
	}
}

// For a host that compresses nothing, what the program reads is packed and only so.
func TestInPage(t *testing.T) {
	o := fakes(assets.Story(), filepath.Join(t.TempDir(), "dist"))
	o.InPage = true
	if _, err := Build(t.Context(), o); err != nil {
		t.Fatal(err)
	}
	for name := range read(t, o.Out) {
		if packed := strings.HasSuffix(name, ".gz"); !packed && (strings.HasSuffix(name, ".wasm") || strings.HasSuffix(name, ".ttf") || strings.HasPrefix(name, "lang/")) {
			t.Errorf("%s is not packed", name)
		} else if packed && !serve.Immutable(name) {
			t.Errorf("%s does not carry its hash", name)
		}
	}
}
