// Command benchsum reads the output of go test -bench, prints it as a table and
// writes it as JSON, so that two runs can be compared.
//
//	go test -run '^$' -bench . -benchmem ./... | go run ./internal/benchsum -o bench/results.json
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"text/tabwriter"
)

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

func run(args []string, in io.Reader, out, errs io.Writer) int {
	flags := flag.NewFlagSet("benchsum", flag.ContinueOnError)
	flags.SetOutput(errs)
	file := flags.String("o", "", "file to write the results to, as JSON")
	if flags.Parse(args) != nil {
		return 2
	}
	r, err := Read(in, errs)
	if err == nil && *file != "" {
		err = r.save(*file)
	}
	if err == nil {
		err = r.print(out)
	}
	if err != nil {
		fmt.Fprintln(errs, "benchsum:", err)
		return 1
	}
	return 0
}

// save writes the results as JSON.
func (r Results) save(file string) error {
	data, err := json.MarshalIndent(r, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(file, append(data, '\n'), 0o644)
}

// print writes the results as a table.
func (r Results) print(out io.Writer) error {
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintf(out, "%s, %s/%s\n", r.CPU, r.System, r.Architecture)
	fmt.Fprintln(w, "benchmark\tms/op\tbytes/op\tallocations/op\t")
	for _, b := range r.Benchmarks {
		fmt.Fprintf(w, "%s.%s\t%.3f\t%.0f\t%.0f\t\n", b.Package, b.Name, b.Figures["ns/op"]/1e6, b.Figures["B/op"], b.Figures["allocs/op"])
	}
	return w.Flush()
}
