package main

import (
	"context"
	"errors"
	"fmt"
	"path"
	"strings"

	"rentang/internal/site"
	"rentang/viz/story"
)

// buildVerb builds the deployable folder.
type buildVerb struct {
	storyFlag
	Out    string  `short:"o" default:"dist" placeholder:"DIR" help:"Folder to write; it may hold a former build, and nothing else."`
	Base   string  `placeholder:"URL" help:"Address that the folder will have, for link previews; without it they stay relative."`
	Quick  bool    `help:"Pack nothing; brotli at its best takes minutes, the first time."`
	InPage bool    `name:"in-page" help:"For hosts that compress nothing: programs and fonts are packed with gzip, and the page unpacks them."`
	Budget float64 `placeholder:"MB" help:"Fail if the viewer is larger than this after brotli, in millions of bytes."`

	Budget2D float64 `name:"budget-2d" placeholder:"MB" help:"The same for the viewer that draws on a 2D canvas."`
}

// Run builds the folder and prints each file's size, raw and after brotli.
func (v *buildVerb) Run(ctx context.Context, m *Main) error {
	if v.Quick && v.Budget+v.Budget2D > 0 {
		return usagef("-quick measures nothing that -budget could be held against")
	}
	dir, err := v.folder()
	if err != nil {
		return err
	}
	p := m.progress()
	defer p.end()
	report, err := site.Build(ctx, site.Options{Story: dir, Out: v.Out, Base: v.Base, Pack: !v.Quick, InPage: v.InPage, Log: p.log, Step: p.step, Warn: m.warn})
	p.end()
	if err != nil {
		return m.told(err)
	}
	if !v.Quick {
		if err := report.WriteTable(m.Stdout); err != nil {
			return err
		}
	}
	files, bytes := report.Written()
	if _, err := fmt.Fprintf(m.Stdout, "wrote %s: %d files, %s\n", v.Out, files, size(bytes)); err != nil {
		return err
	}
	return v.checkBudget(report)
}

// checkBudget fails when a viewer is too large. Zero is no budget.
func (v *buildVerb) checkBudget(r site.Report) error {
	for _, f := range r.Files {
		budget := 0.0
		switch {
		case isViewer(f.Path, "viewer."):
			budget = v.Budget
		case isViewer(f.Path, "viewer2d."):
			budget = v.Budget2D
		}
		if size := float64(f.Packed) / 1e6; budget > 0 && size > budget {
			return fmt.Errorf("%s is %.2f MB after brotli; the budget is %.2f", f.Path, size, budget)
		}
	}
	return nil
}

// isViewer reports whether a file of the built folder is the compiled viewer of
// that name.
func isViewer(name, viewer string) bool {
	return path.Dir(name) == "app" && strings.HasPrefix(path.Base(name), viewer) && path.Ext(name) == ".wasm"
}

// log prints progress. It goes to the error stream, so that the output is the
// result alone.
func (m *Main) log(line string) { fmt.Fprintln(m.Stderr, line) }

// warn prints what is not right with a story and does not keep it from being drawn.
func (m *Main) warn(problems story.Problems) { printProblems(m, problems) }

// told prints the problems of a story, if that is what the error is, one a line.
func (m *Main) told(err error) error {
	if problems := (story.Problems)(nil); errors.As(err, &problems) {
		printProblems(m, problems)
		return errTold
	}
	return err
}
