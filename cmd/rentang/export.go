package main

import (
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"strings"

	"rentang/internal/timelinejs"
	"rentang/viz/story"
)

// exportVerb writes a story as a TimelineJS file.
type exportVerb struct {
	storyFlag
	Out  string `short:"o" required:"" placeholder:"FILE" help:"File to write; its ending says the format: .json (version 3) or .csv (the sheet)."`
	Lang string `placeholder:"CODE" help:"Language; without it the story's first."`
}

// Run writes the file and says what it does not hold.
func (v *exportVerb) Run(m *Main) error {
	var export func(fs.FS, *story.Story, string) (*timelinejs.Exported, error)
	switch ext := strings.ToLower(filepath.Ext(v.Out)); ext {
	case ".json":
		export = timelinejs.ExportJSON
	case ".csv":
		export = timelinejs.ExportCSV
	default:
		return usagef("-o %s: the ending %q names no format; there is .json, .csv", v.Out, ext)
	}
	dir, err := v.folder()
	if err != nil {
		return err
	}
	s, problems := story.Decode(dir)
	if s == nil {
		printProblems(m, problems)
		return errTold
	}
	if v.Lang == "" {
		v.Lang = s.Languages[0]
	}
	e, err := export(dir, s, v.Lang)
	if err != nil {
		return err
	}
	err = writeAside(v.Out, func(w io.Writer) error {
		_, err := w.Write(e.Data)
		return err
	})
	if err != nil {
		return err
	}
	for _, what := range e.Left {
		if _, err := fmt.Fprintln(m.Stdout, "left out:", what); err != nil {
			return err
		}
	}
	_, err = fmt.Fprintf(m.Stdout, "wrote %s: %s, in %s\n", v.Out, counted(e.Events, "event"), v.Lang)
	return err
}
