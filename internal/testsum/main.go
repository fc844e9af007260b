// Command testsum reads the output of go test -json, prints what a person wants
// to know - one line a package, everything about a failure - and ends with
// "N passed, N failed". It exits with 1 when anything failed, and when there was
// nothing to count: a test run that ran nothing did not pass.
//
//	go test -json ./... | go run ./internal/testsum
//
// With -add FILE the counts of earlier runs, kept in FILE, are added and stored.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
)

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

func run(args []string, in io.Reader, out, errs io.Writer) int {
	flags := flag.NewFlagSet("testsum", flag.ContinueOnError)
	flags.SetOutput(errs)
	add := flags.String("add", "", "file that keeps the counts of earlier runs")
	if flags.Parse(args) != nil {
		return 2
	}
	var before Sum
	if *add != "" {
		var err error
		if before, err = load(*add); err != nil {
			fmt.Fprintln(errs, "testsum:", err)
			return 2
		}
	}
	sum, err := Read(in, out)
	if err != nil {
		fmt.Fprintln(errs, "testsum:", err)
		return 2
	}
	ok := sum.OK()
	sum.Passed, sum.Failed, sum.Skipped = sum.Passed+before.Passed, sum.Failed+before.Failed, sum.Skipped+before.Skipped
	if *add != "" {
		if err := os.WriteFile(*add, []byte(sum.record()), 0o644); err != nil {
			fmt.Fprintln(errs, "testsum:", err)
			return 2
		}
	}
	fmt.Fprintln(out, sum)
	if !ok {
		return 1
	}
	return 0
}

// load reads the counts that an earlier run stored; a missing file is no runs.
func load(file string) (s Sum, err error) {
	data, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		return s, nil
	}
	if err != nil {
		return s, err
	}
	if _, err := fmt.Sscanf(string(data), recordForm, &s.Passed, &s.Failed, &s.Skipped); err != nil {
		return s, fmt.Errorf("%s: %w", file, err)
	}
	return s, nil
}
