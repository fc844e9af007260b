package main

import (
	"encoding/json"
	"fmt"

	"rentang/internal/studio"
	"rentang/viz/story"
)

// checkVerb lists what is wrong with a story.
type checkVerb struct {
	storyFlag
	JSON bool `name:"json" help:"Print the problems as a JSON array."`
}

// problemJSON is a problem as -json prints it.
type problemJSON struct {
	Severity string `json:"severity"` // error or warning
	File     string `json:"file"`
	Line     int    `json:"line,omitempty"`
	Field    string `json:"field,omitempty"`
	What     string `json:"what"`
	Expected string `json:"expected,omitempty"`
}

// Run prints every problem on the output stream; it fails when one is an error.
func (v *checkVerb) Run(m *Main) error {
	dir, err := v.folder()
	if err != nil {
		return err
	}
	_, problems := studio.Open(dir)
	if v.JSON {
		err = v.printJSON(m, problems)
	} else {
		err = v.print(m, problems)
	}
	if err == nil && problems.Errors() {
		err = errTold
	}
	return err
}

func (v *checkVerb) print(m *Main, problems story.Problems) error {
	errs, warnings := 0, 0
	for _, p := range problems {
		if p.Severity == story.Error {
			errs++
		} else {
			warnings++
		}
		if _, err := fmt.Fprintln(m.Stdout, problemLine(p)); err != nil {
			return err
		}
	}
	_, err := fmt.Fprintf(m.Stdout, "%d errors, %d warnings\n", errs, warnings)
	return err
}

func (v *checkVerb) printJSON(m *Main, problems story.Problems) error {
	list := make([]problemJSON, 0, len(problems))
	for _, p := range problems {
		list = append(list, problemOf(p))
	}
	enc := json.NewEncoder(m.Stdout)
	enc.SetIndent("", "  ")
	enc.SetEscapeHTML(false)
	return enc.Encode(list)
}

// problemOf is a problem as JSON has it.
func problemOf(p story.Problem) problemJSON {
	j := problemJSON{Severity: "error", File: p.File, Line: p.Line, Field: p.Field, What: p.What, Expected: p.Expected}
	if p.Severity == story.Warning {
		j.Severity = "warning"
	}
	return j
}
