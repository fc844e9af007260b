package main

import (
	"bufio"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
)

// event is one line of go test -json; see go doc test2json.
type event struct {
	Action     string
	Package    string
	ImportPath string // of build-output
	Test       string
	Output     string
	Elapsed    float64 // seconds
}

// Sum counts tests. A test with subtests counts once for each of its subtests and
// not for itself, so that a table of twenty rows is twenty tests. A package that
// does not build, or dies, counts as one failure.
type Sum struct{ Passed, Failed, Skipped int }

// OK reports whether something ran and nothing failed.
func (s Sum) OK() bool { return s.Failed == 0 && s.Passed > 0 }

// String is the closing line. Skipped tests are named: they are not passes.
func (s Sum) String() string {
	skipped := ""
	if s.Skipped > 0 {
		skipped = fmt.Sprintf("%d skipped\n", s.Skipped)
	}
	return fmt.Sprintf("%s%d passed, %d failed", skipped, s.Passed, s.Failed)
}

const recordForm = "%d %d %d"

func (s Sum) record() string { return fmt.Sprintf(recordForm, s.Passed, s.Failed, s.Skipped) }

// reader follows the events of all packages.
type reader struct {
	out     io.Writer
	sum     Sum
	output  map[string]*strings.Builder // by package and test, until the test ends
	failed  map[string]int              // failures that a package has told of
	parents map[string]bool             // tests that have subtests
	below   map[string]bool             // tests of which a subtest failed
	tests   map[string]int              // tests counted, by package
}

// Read prints the events of in to out and counts them.
func Read(in io.Reader, out io.Writer) (Sum, error) {
	r := reader{
		out: out, output: map[string]*strings.Builder{}, failed: map[string]int{},
		parents: map[string]bool{}, below: map[string]bool{}, tests: map[string]int{},
	}
	lines := bufio.NewReader(in)
	for {
		line, err := lines.ReadString('\n')
		if text := strings.TrimSpace(line); text != "" {
			var e event
			if !strings.HasPrefix(text, "{") || json.Unmarshal([]byte(text), &e) != nil {
				fmt.Fprintln(out, text) // the go command speaks outside the stream, as for a bad flag
			} else {
				r.take(e)
			}
		}
		if err == io.EOF {
			r.lost()
			return r.sum, nil
		}
		if err != nil {
			return r.sum, err
		}
	}
}

// take follows one event.
func (r *reader) take(e event) {
	pkg := cmp.Or(e.Package, e.ImportPath)
	key := pkg + "\x00" + e.Test
	switch e.Action {
	case "run":
		if i := strings.LastIndexByte(e.Test, '/'); i >= 0 {
			r.parents[pkg+"\x00"+e.Test[:i]] = true
		}
		r.output[key] = new(strings.Builder)
	case "output", "build-output":
		if r.output[key] == nil {
			r.output[key] = new(strings.Builder)
		}
		r.output[key].WriteString(e.Output)
	case "build-fail":
		fmt.Fprintf(r.out, "FAIL  %s does not build\n%s", pkg, r.text(key))
	case "pass", "fail", "skip":
		if e.Test == "" {
			r.endPackage(e)
		} else {
			r.endTest(e, key)
		}
	}
}

// endTest counts a test and prints what it said if it failed.
func (r *reader) endTest(e event, key string) {
	defer delete(r.output, key)
	if e.Action == "fail" {
		if said := r.text(key); !r.below[key] || said != "" {
			fmt.Fprintf(r.out, "FAIL  %s %s (%.2f s)\n%s", e.Package, e.Test, e.Elapsed, said)
		}
		if i := strings.LastIndexByte(e.Test, '/'); i >= 0 {
			r.below[e.Package+"\x00"+e.Test[:i]] = true
		}
	}
	if r.parents[key] && (e.Action != "fail" || r.below[key]) {
		return // its subtests are counted in its place
	}
	if e.Action == "skip" {
		fmt.Fprintf(r.out, "skip  %s %s\n%s", e.Package, e.Test, r.text(key))
	}
	switch r.tests[e.Package]++; e.Action {
	case "pass":
		r.sum.Passed++
	case "fail":
		r.sum.Failed++
		r.failed[e.Package]++
	case "skip":
		r.sum.Skipped++
	}
}

// endPackage prints the package's line. A package that fails without a failed
// test - it does not build, it timed out, TestMain left - is a failure itself.
func (r *reader) endPackage(e event) {
	switch {
	case e.Action == "fail" && r.failed[e.Package] == 0:
		r.sum.Failed++
		fmt.Fprintf(r.out, "FAIL  %s\n%s", e.Package, r.text(e.Package+"\x00"))
	case e.Action == "fail":
		fmt.Fprintf(r.out, "FAIL  %s: %d failed\n", e.Package, r.failed[e.Package])
	case r.tests[e.Package] > 0:
		fmt.Fprintf(r.out, "ok    %s: %d tests, %.1f s\n", e.Package, r.tests[e.Package], e.Elapsed)
	}
	for key := range r.output {
		if strings.HasPrefix(key, e.Package+"\x00") {
			delete(r.output, key)
		}
	}
}

// lost counts tests that began and never ended: the stream broke off.
func (r *reader) lost() {
	keys := make([]string, 0, len(r.output))
	for key := range r.output {
		if pkg, test, _ := strings.Cut(key, "\x00"); test != "" && !r.parents[key] {
			keys = append(keys, pkg+" "+test)
		}
	}
	slices.Sort(keys)
	for _, k := range keys {
		r.sum.Failed++
		fmt.Fprintf(r.out, "FAIL  %s did not end\n", k)
	}
}

// text is what a test has said, indented, without the lines that go test adds.
func (r *reader) text(key string) string {
	b := r.output[key]
	if b == nil {
		return ""
	}
	var kept strings.Builder
	for line := range strings.Lines(b.String()) {
		t := strings.TrimSpace(line)
		if t == "" || strings.HasPrefix(t, "=== ") || strings.HasPrefix(t, "--- ") {
			continue
		}
		kept.WriteString("      " + strings.TrimRight(line, "\n") + "\n")
	}
	return kept.String()
}
