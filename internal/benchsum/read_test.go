package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const sample = `goos: linux
goarch: amd64
pkg: rentang/viz/layout
cpu: A Processor
BenchmarkDraw-2   	     812	   1471000 ns/op	      12 B/op	       0 allocs/op
BenchmarkFigure/og-wide-2 	 100	 9000000 ns/op	 3.50 MB/s
PASS
ok  	rentang/viz/layout	2.1s
`

func TestRead(t *testing.T) {
	r, err := Read(strings.NewReader(sample), &strings.Builder{})
	if err != nil || len(r.Benchmarks) != 2 || r.CPU != "A Processor" {
		t.Fatalf("%+v, %v", r, err)
	}
	draw, figure := r.Benchmarks[0], r.Benchmarks[1]
	if draw.Name != "Draw" || draw.Package != "rentang/viz/layout" || draw.Figures["ns/op"] != 1471000 || draw.Figures["B/op"] != 12 {
		t.Errorf("%+v", draw)
	}
	if figure.Name != "Figure/og-wide" || figure.Figures["MB/s"] != 3.5 {
		t.Errorf("a name with dashes, a unit of its own: %+v", figure)
	}
}

func TestReadRefuses(t *testing.T) {
	for why, in := range map[string]string{
		"nothing ran":      "PASS\nok  \tp\t0.1s\n",
		"the run failed":   sample + "FAIL\trentang/viz/scene\t0.1s\n",
		"it did not build": sample + "FAIL\trentang/viz/scene [build failed]\n",
	} {
		if _, err := Read(strings.NewReader(in), &strings.Builder{}); err == nil {
			t.Errorf("%s: no error", why)
		}
	}
}

func TestRun(t *testing.T) {
	file := filepath.Join(t.TempDir(), "results.json")
	var out strings.Builder
	if code := run([]string{"-o", file}, strings.NewReader(sample), &out, os.Stderr); code != 0 {
		t.Fatalf("exit %d", code)
	}
	if !strings.Contains(out.String(), "layout.Draw  1.471") {
		t.Errorf("table:\n%s", out.String())
	}
	if data, err := os.ReadFile(file); err != nil || !strings.Contains(string(data), `"ns/op": 1471000`) {
		t.Errorf("file: %s, %v", data, err)
	}
}
