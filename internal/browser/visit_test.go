//go:build browser

package browser

import (
	"slices"
	"strings"
	"testing"
)

// A visit is a handful of requests, of which a second one repeats only what may
// have changed; docs/hosting.md counts with these figures.
func TestVisit(t *testing.T) {
	type load struct {
		Name  string
		Wire  float64 // bytes with headers; about none where the cache had it
		Bytes float64 // after the encoding
	}
	const loads = `[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
		.filter((r) => !r.name.startsWith('data:')).map((r) => ({Name: r.name, Wire: r.transferSize, Bytes: r.encodedBodySize}))`
	for _, r := range renderers {
		t.Run(r, func(t *testing.T) {
			server := record(t) // an address that the browser's cache does not know
			p := open(t, desk, server.URL+"/en/?renderer="+r)
			first := eval[[]load](p, loads)
			sum := 0.0
			for _, l := range first {
				sum += l.Wire
			}
			t.Logf("first visit: %d requests, %.0f bytes", len(first), sum)
			for _, l := range first {
				t.Logf("  %s: %.0f", strings.TrimPrefix(l.Name, server.URL), l.Wire)
			}
			if len(first) > 30 {
				t.Errorf("%d requests", len(first))
			}
			if slices.ContainsFunc(first, func(l load) bool { return strings.Contains(l.Name, "preview") || strings.Contains(l.Name, "whole") }) {
				t.Error("what a reader's own story needs is loaded before there is one")
			}
			p.do(reload())
			p.wait("the program draws", `Boolean(window.rentang) && document.documentElement.classList.contains('running')`)
			p.idle()
			asked, wire := 0, 0.0
			for _, l := range eval[[]load](p, loads) {
				if l.Wire > 0 {
					asked++
					wire += l.Wire
				}
				if strings.Contains(l.Name, "/app/") && l.Wire > 0 {
					t.Errorf("%s was asked for again", l.Name)
				}
			}
			t.Logf("second visit: %d requests, %.0f bytes", asked, wire)
		})
	}
}
