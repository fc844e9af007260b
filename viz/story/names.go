package story

import (
	"io/fs"
	"path"
	"slices"
	"strings"
)

// checkNames looks for files that Decode would have read under another name: a
// misspelt flows.csv must not quietly make a story without figures.
func (d *decoder) checkNames() {
	entries, err := fs.ReadDir(d.dir, ".")
	if err != nil {
		return // a file system without listing, as in a browser
	}
	names := FileNames()
	for _, entry := range entries {
		name := entry.Name()
		ext := strings.ToLower(path.Ext(name))
		switch {
		case entry.IsDir() || strings.HasPrefix(name, ".") || slices.Contains(names, name):
			continue
		case ext != ".json" && ext != ".csv" && ext != ".md":
			continue
		}
		guess := nearest(name, names)
		if guess != "" && !slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return e.Name() == guess }) {
			d.stray(name).fail(0, "", "unknown file", "did you mean "+guess+"?")
		} else if ext != ".md" {
			d.stray(name).warn(0, "", "the file is not part of a story and is not read", "expected "+strings.Join(names, ", "))
		}
	}
}

// stray is a file of any name; one that would break the line is quoted.
func (d *decoder) stray(name string) *file {
	if what, _ := flaw(name, MaxLine); what != "" {
		name = quote(name)
	}
	return d.open(name)
}
