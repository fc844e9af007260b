package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"rentang/internal/timelinejs"
	"rentang/viz/story"
)

// importVerb makes a TimelineJS file a story folder.
type importVerb struct {
	File string `arg:"" help:"TimelineJS JSON (version 3 or 1, or the script that assigns it) or its sheet as CSV; nothing is fetched."`
	Out  string `short:"o" required:"" placeholder:"DIR" help:"Story folder to make; it must not exist, or be empty."`
	Lang string `placeholder:"CODE" help:"Language of the texts; without it what the file says of itself, or en."`
	Kind string `default:"${kind}" enum:"${kinds}" help:"Kind of every event, since a timeline has none: ${kinds}."`
}

// Run makes the folder and says what was read, what was changed and what the story
// cannot hold.
func (v *importVerb) Run(ctx context.Context, m *Main) error {
	if scheme, _, found := strings.Cut(v.File, "://"); found && !strings.ContainsAny(scheme, `/\.`) {
		return usagef("%s is an address; nothing is fetched, so save the file first", v.File)
	}
	if err := vacant(v.Out); err != nil {
		return err
	}
	var r *timelinejs.Result
	err := interruptible(ctx, func() error {
		data, err := readFile(v.File)
		if err == nil {
			r, err = timelinejs.Import(data, timelinejs.Options{Lang: v.Lang, Kind: v.Kind, Name: v.File})
		}
		return err
	})
	if file := (*timelinejs.FileError)(nil); errors.As(err, &file) {
		return fmt.Errorf("%s: %w", v.File, err)
	}
	if err != nil {
		return m.told(err)
	}
	if err := writeFolder(ctx, v.Out, r); err != nil {
		return err
	}
	return v.report(m, r)
}

// report writes the warnings to the error stream and the rest to the output.
func (v *importVerb) report(m *Main, r *timelinejs.Result) error {
	for _, n := range r.Notes {
		colon := ":"
		if n.Line == 0 {
			colon = ": "
		}
		fmt.Fprintln(m.Stderr, v.File+colon+n.String(), "(warning)")
	}
	var b strings.Builder
	fmt.Fprintf(&b, "read %s: %s", r.Form, counted(r.Slides, "event"))
	if r.Events < r.Slides {
		fmt.Fprintf(&b, ", of which a story can hold %d", r.Events)
	}
	if r.Eras > 0 {
		fmt.Fprintf(&b, ", %s", counted(r.Eras, "era"))
	}
	fmt.Fprintf(&b, ", %s to %s\n", r.Span.From, r.Span.To)
	for _, s := range r.Said {
		fmt.Fprintf(&b, "changed: %s\n", s)
	}
	for _, k := range r.Kept {
		fmt.Fprintf(&b, "kept for export only: %s\n", k)
	}
	if len(r.Missing) > 0 {
		fmt.Fprintf(&b, "not in the file, copy them into %s: %s\n", v.Out, strings.Join(r.Missing, ", "))
	}
	for _, name := range r.Names() {
		fmt.Fprintf(&b, "wrote %s\n", filepath.Join(v.Out, name))
	}
	_, err := io.WriteString(m.Stdout, b.String())
	return err
}

// counted is a number of things in words.
func counted(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return strconv.Itoa(n) + " " + thing + "s"
}

// vacant reports why a folder cannot be made at a path. A folder that holds
// something may be someone's work.
func vacant(dir string) error {
	entries, err := os.ReadDir(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist), err == nil && len(entries) == 0:
		return nil
	case err == nil:
		return fmt.Errorf("%s is not empty; an import makes a new folder", dir)
	}
	if info, statErr := os.Stat(dir); statErr == nil && !info.IsDir() {
		return fmt.Errorf("%s is a file; an import makes a folder", dir)
	}
	return err
}

// readFile reads a file, unless it is far larger than any timeline.
func readFile(name string) ([]byte, error) {
	f, err := os.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("there is no file %s", name)
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if info, err := f.Stat(); err == nil && info.IsDir() {
		return nil, fmt.Errorf("%s is a folder; an import reads a file", name)
	}
	return io.ReadAll(io.LimitReader(f, timelinejs.MaxBytes+1))
}

// writeFolder writes the files aside and moves the folder into place when it is
// complete, so that nobody ever sees half a story.
func writeFolder(ctx context.Context, dir string, r *timelinejs.Result) (err error) {
	if err := os.MkdirAll(filepath.Dir(dir), 0o755); err != nil {
		return err
	}
	aside, err := os.MkdirTemp(filepath.Dir(dir), "."+filepath.Base(dir)+"-*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			os.RemoveAll(aside)
		}
	}()
	for _, name := range r.Names() {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(aside, name), r.Files[name], 0o644); err != nil {
			return err
		}
	}
	if err := os.Chmod(aside, 0o755); err != nil { // MkdirTemp makes folders for their owner alone
		return err
	}
	if err := os.Remove(dir); err != nil && !errors.Is(err, fs.ErrNotExist) { // an empty one
		return err
	}
	return os.Rename(aside, dir)
}

// eventKinds lists the kinds of events for the help.
func eventKinds() string { return strings.Join(story.EventKinds(), ",") }
