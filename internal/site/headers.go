//go:build !nostills

package site

import (
	"fmt"
	"net/url"
	"path"
	"slices"
	"strings"

	"rentang/internal/serve"
)

// addHeaders adds _headers, which Netlify, Cloudflare Pages and hosts like them
// read: what a careful server sends with each file. Its paths begin at the root of
// the host, so a folder whose address is known (Base) is named with it; docs/hosting.md
// says the same for other servers.
func (b *builder) addHeaders() error {
	prefix := "/"
	if u, err := url.Parse(b.Base); err == nil && strings.HasSuffix(u.Path, "/") {
		prefix = u.Path
	}
	var out strings.Builder
	rule := func(path string, headers ...serve.Header) {
		fmt.Fprintf(&out, "%s%s\n", prefix, path)
		for _, h := range headers {
			fmt.Fprintf(&out, "  %s: %s\n", h.Name, h.Value)
		}
	}
	rule("*", serve.Headers()...)
	// A header that two rules give is sent twice, so no file may match two of those below.
	for _, pattern := range b.immutable() {
		rule(pattern, serve.Header{Name: "Cache-Control", Value: serve.Forever})
	}
	for _, name := range b.names() {
		if strings.HasSuffix(name, ".wasm") { // so that it compiles while it arrives
			rule(name, serve.Header{Name: "Content-Type", Value: serve.MediaType(name)})
		}
	}
	for _, name := range b.names() { // pages and workers, the only files that can run something by themselves
		worker := path.Ext(name) == ".js" && strings.Contains(path.Base(name), "worker")
		if path.Ext(name) != ".html" && !worker {
			continue
		}
		policy := serve.Header{Name: "Content-Security-Policy", Value: serve.Policy}
		at := []string{name}
		if path.Base(name) == "index.html" {
			at = append(at, strings.TrimSuffix(name, "index.html"))
		}
		for _, one := range at {
			if serve.Immutable(name) {
				rule(one, policy)
			} else {
				rule(one, policy, serve.Header{Name: "Cache-Control", Value: serve.Revalidate})
			}
		}
	}
	b.add("_headers", []byte(out.String()))
	return nil
}

// immutable is the patterns of the files whose names change with their content: the
// folders that hold no others, with a star.
func (b *builder) immutable() []string {
	other := map[string]bool{} // folders that hold a file of another kind, or hold such a folder
	dirs := map[string]bool{}
	for _, name := range b.names() {
		for dir := path.Dir(name); ; dir = path.Dir(dir) {
			dirs[dir] = true
			other[dir] = other[dir] || !serve.Immutable(name)
			if dir == "." {
				break
			}
		}
	}
	var patterns []string
	for dir := range dirs {
		if !other[dir] && (dir == "." || other[path.Dir(dir)]) {
			patterns = append(patterns, dir+"/*")
		}
	}
	for _, name := range b.names() { // beside files of another kind: each by its name
		if serve.Immutable(name) && other[path.Dir(name)] {
			patterns = append(patterns, name)
		}
	}
	slices.Sort(patterns)
	return patterns
}
