// Package preview takes what somebody drops onto the page - a story folder, a zip
// of one, a TimelineJS file - checks it as rentang check does, and makes the pages
// that show it, all in memory. What comes in is not trusted: it is refused with a
// reason before it can fill the memory or reach past its own folder.
package preview

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"rentang/internal/memfs"
	"rentang/internal/photo"
	"rentang/internal/site"
	"rentang/internal/studio"
	"rentang/internal/timelinejs"
	"rentang/viz/story"
)

// The limits of what is taken in. A story with a photo for each of a hundred events
// has some 30 MB.
const (
	MaxFiles = 2000
	MaxBytes = 100 << 20 // of all files together, unpacked
	MaxDepth = 8         // folders in folders
	MaxName  = 200       // bytes of a path
)

// File is one file of what came in.
type File struct {
	Name string // with slashes, from the folder that was dropped
	Data []byte
}

// Result is a story that can be shown, or what is wrong with it.
type Result struct {
	Title    map[string]string // by language
	Problems story.Problems    // as rentang check says them
	Notes    []string          // what an import changed, or could not carry
	Files    map[string][]byte // the folder with its pages, by path; nil when the problems hold an error
	Main     string            // path of the default language's page
}

// Refusal is why something is not taken in at all.
type Refusal struct{ Reason string }

func (r *Refusal) Error() string { return r.Reason }

func refuse(format string, args ...any) error { return &Refusal{fmt.Sprintf(format, args...)} }

// Make takes in what was dropped. The error is a *Refusal where the files are to
// blame.
func Make(files []File, kit studio.Kit, parts site.PreviewParts) (*Result, error) {
	folder, notes, err := take(files)
	if err != nil {
		return nil, err
	}
	r := &Result{Notes: notes}
	dir := memfs.Of(folder)
	s, problems := kit.Open(dir)
	r.Problems = problems
	if s != nil {
		r.Problems = append(r.Problems, photo.Check(dir, s.Story)...)
	}
	if r.Problems.Errors() {
		return r, nil
	}
	r.Title, r.Main = s.Story.Title, "index.html"
	r.Files, err = site.Preview(dir, kit, s, parts)
	return r, err
}

// take makes a story folder of what was dropped.
func take(files []File) (folder map[string][]byte, notes []string, err error) {
	if len(files) == 1 && isZip(files[0]) {
		if files, err = unzip(files[0].Data); err != nil {
			return nil, nil, err
		}
	}
	if folder, err = gather(files); err != nil {
		return nil, nil, err
	}
	if folder = root(folder); folder["story.json"] != nil {
		return folder, nil, nil
	}
	name, err := timeline(folder)
	if err != nil {
		return nil, nil, err
	}
	result, err := timelinejs.Import(folder[name], timelinejs.Options{Name: path.Base(name)})
	if broken := (*timelinejs.FileError)(nil); errors.As(err, &broken) {
		return nil, nil, refuse("%s: %v", name, err)
	}
	if problems := (story.Problems)(nil); errors.As(err, &problems) {
		return nil, nil, refuse("%s: %v", name, problems)
	}
	if err != nil {
		return nil, nil, err
	}
	for _, n := range result.Notes {
		notes = append(notes, name+":"+n.String())
	}
	for _, m := range result.Missing {
		notes = append(notes, m+" is named and was not dropped along")
	}
	return result.Files, notes, nil
}

// timeline is the one file that an import can read.
func timeline(folder map[string][]byte) (string, error) {
	var found []string
	for name := range folder {
		switch strings.ToLower(path.Ext(name)) {
		case ".json", ".jsonp", ".js", ".csv":
			found = append(found, name)
		}
	}
	switch {
	case len(found) == 1:
		return found[0], nil
	case len(folder) == 0:
		return "", refuse("there are no files")
	case len(found) == 0:
		return "", refuse("there is no story.json, and no TimelineJS file (.json or .csv)")
	}
	return "", refuse("there is no story.json; expected a story folder, a zip of one, or one TimelineJS file")
}

// gather makes a folder of files, each under a name that stays within it. What an
// editor or a system keeps for itself is left out.
func gather(files []File) (map[string][]byte, error) {
	if len(files) > MaxFiles {
		return nil, refuse("%d files; a story may have %d", len(files), MaxFiles)
	}
	folder, total := map[string][]byte{}, 0
	for _, f := range files {
		if err := within(f.Name); err != nil {
			return nil, err
		}
		if own(f.Name) {
			continue
		}
		if total += len(f.Data); total > MaxBytes {
			return nil, tooLarge()
		}
		if _, twice := folder[f.Name]; twice {
			return nil, refuse("%q is there twice", f.Name)
		}
		folder[f.Name] = f.Data
	}
	return folder, nil
}

func tooLarge() error { return refuse("more than %d MB", MaxBytes>>20) }

// within refuses a name that leads out of its folder, or that another system would
// read as such.
func within(name string) error {
	switch {
	case len(name) > MaxName:
		return refuse("a name of %d bytes; a path may have %d", len(name), MaxName)
	case !fs.ValidPath(name) || name == "." || strings.ContainsAny(name, "\\:\x00"):
		return refuse("%q leads out of the folder, or is not a name", name)
	case strings.Count(name, "/") > MaxDepth:
		return refuse("%q lies more than %d folders deep", name, MaxDepth)
	}
	return nil
}

// own reports whether a file is one that an editor or a system keeps beside others.
func own(name string) bool {
	for part := range strings.SplitSeq(name, "/") {
		if strings.HasPrefix(part, ".") || part == "__MACOSX" || part == "Thumbs.db" || part == "desktop.ini" {
			return true
		}
	}
	return false
}

// root strips the one folder that everything lies in, as it does when a folder is
// dropped or zipped.
func root(folder map[string][]byte) map[string][]byte {
	for folder["story.json"] == nil && len(folder) > 0 {
		top := ""
		for name := range folder {
			first, _, deeper := strings.Cut(name, "/")
			if !deeper || top != "" && first != top {
				return folder
			}
			top = first
		}
		inner := make(map[string][]byte, len(folder))
		for name, data := range folder {
			inner[name[len(top)+1:]] = data
		}
		folder = inner
	}
	return folder
}
