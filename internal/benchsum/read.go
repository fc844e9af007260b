package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// Results is one run of benchmarks.
type Results struct {
	System       string      `json:"system"`
	Architecture string      `json:"architecture"`
	CPU          string      `json:"cpu"`
	Benchmarks   []Benchmark `json:"benchmarks"`
}

// Benchmark is one benchmark's figures by unit, such as ns/op.
type Benchmark struct {
	Package string             `json:"package"`
	Name    string             `json:"name"`
	Runs    int                `json:"runs"`
	Figures map[string]float64 `json:"figures"`
}

// Read collects the benchmarks of a go test run. What is neither a benchmark nor
// part of go test's frame goes to rest. A failure in the run is an error: figures
// of half a run mislead.
func Read(in io.Reader, rest io.Writer) (Results, error) {
	var r Results
	var pkg string
	failed := false
	lines := bufio.NewScanner(in)
	for lines.Scan() {
		line := lines.Text()
		key, value, _ := strings.Cut(line, ": ")
		switch {
		case key == "goos":
			r.System = value
		case key == "goarch":
			r.Architecture = value
		case key == "cpu":
			r.CPU = value
		case key == "pkg":
			pkg = value
		case strings.HasPrefix(line, "Benchmark"):
			if b, ok := parse(line); ok {
				b.Package = pkg
				r.Benchmarks = append(r.Benchmarks, b)
			}
		case strings.HasPrefix(line, "ok ") || line == "PASS" || strings.HasPrefix(line, "?"):
		default:
			failed = failed || strings.HasPrefix(line, "FAIL") || strings.HasPrefix(line, "--- FAIL")
			fmt.Fprintln(rest, line)
		}
	}
	switch {
	case lines.Err() != nil:
		return r, lines.Err()
	case failed:
		return r, errors.New("the run failed")
	case len(r.Benchmarks) == 0:
		return r, errors.New("no benchmark ran")
	}
	return r, nil
}

// parse reads "BenchmarkName-8  1000  1234 ns/op  5 B/op".
func parse(line string) (b Benchmark, ok bool) {
	f := strings.Fields(line)
	if len(f) < 4 || len(f)%2 != 0 {
		return b, false
	}
	name := strings.TrimPrefix(f[0], "Benchmark")
	if i := strings.LastIndexByte(name, '-'); i > 0 {
		if _, err := strconv.Atoi(name[i+1:]); err == nil {
			name = name[:i] // the number of processors
		}
	}
	runs, err := strconv.Atoi(f[1])
	if err != nil {
		return b, false
	}
	b = Benchmark{Name: name, Runs: runs, Figures: make(map[string]float64, len(f)/2-1)}
	for i := 2; i < len(f); i += 2 {
		v, err := strconv.ParseFloat(f[i], 64)
		if err != nil {
			return b, false
		}
		b.Figures[f[i+1]] = v
	}
	return b, true
}
