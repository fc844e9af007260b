package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"

	"rentang/assets"
	"rentang/internal/studio"
	"rentang/viz/story"
)

// storyFlag is the flag that every verb has.
type storyFlag struct {
	Story string `help:"Story folder; without it the built-in story." placeholder:"DIR"`
}

// folder opens the story's folder.
func (f storyFlag) folder() (fs.FS, error) {
	if f.Story == "" {
		return assets.Story(), nil
	}
	info, err := os.Stat(f.Story)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("there is no story folder %s", f.Story)
	case err != nil:
		return nil, err
	case !info.IsDir():
		return nil, fmt.Errorf("%s is a file; a story is a folder that holds story.json", f.Story)
	}
	return os.DirFS(f.Story), nil
}

// open opens the story for drawing. Warnings go to the error stream; errors do
// too, and end the verb.
func (f storyFlag) open(m *Main) (*studio.Studio, error) {
	dir, err := f.folder()
	if err != nil {
		return nil, err
	}
	s, problems := studio.Open(dir)
	printProblems(m, problems)
	if s == nil {
		return nil, errTold
	}
	return s, nil
}

// printProblems writes one problem a line to the error stream.
func printProblems(m *Main, problems story.Problems) {
	for _, p := range problems {
		fmt.Fprintln(m.Stderr, problemLine(p))
	}
}

// problemLine is the line of one problem; warnings say that they are.
func problemLine(p story.Problem) string {
	if p.Severity == story.Warning {
		return p.String() + " (warning)"
	}
	return p.String()
}
