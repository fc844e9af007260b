package lang

import (
	"errors"
	"fmt"
	"sort"
	"strings"
)

// report collects what is wrong with a language file. A field is named by its path
// from the root, "numbers.units[1].power"; the root has an empty one.
type report struct {
	name     string
	lines    map[string]int32 // where each path of the file stands
	closed   map[string]bool  // paths whose value could not be read
	problems []problem
}

type problem struct {
	line int32
	text string
}

func newReport(name string) *report {
	return &report{name: name, lines: map[string]int32{"": 1}, closed: map[string]bool{}}
}

// add reports a path at its line or, where it is missing, at that of what should
// hold it. Of what could not be read nothing more is said.
func (r *report) add(path, format string, args ...any) {
	for p := path; ; p = above(p) {
		if r.closed[p] {
			return
		}
		if p == "" {
			break
		}
	}
	r.addAt(r.line(path), path, format, args...)
}

// close reports a path that cannot be read, or is not there to be read.
func (r *report) close(path, format string, args ...any) {
	r.add(path, format, args...)
	r.closed[path] = true
}

func (r *report) addAt(line int32, path, format string, args ...any) {
	text := fmt.Sprintf(format, args...)
	if path != "" {
		text = path + ": " + text
	}
	r.problems = append(r.problems, problem{line, text})
}

func (r *report) line(path string) int32 {
	for r.lines[path] == 0 {
		path = above(path)
	}
	return r.lines[path]
}

// above is the path of what holds a path's value.
func above(path string) string { return path[:max(0, strings.LastIndexAny(path, ".["))] }

// err is all problems, in the order of the file, or nil.
func (r *report) err() error {
	sort.SliceStable(r.problems, func(i, j int) bool { return r.problems[i].line < r.problems[j].line })
	errs := make([]error, len(r.problems))
	for i, p := range r.problems {
		errs[i] = fmt.Errorf("%s:%d: %s", r.name, p.line, p.text)
	}
	return errors.Join(errs...)
}
