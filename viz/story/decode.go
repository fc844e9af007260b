package story

import (
	"cmp"
	"io/fs"
	"slices"
	"strconv"
)

// The files of a story folder, in the order in which problems are listed.
const (
	storyFile    = "story.json"
	eventsFile   = "events.json"
	eventsTable  = "events.csv"
	flowsFile    = "flows.csv"
	gapsFile     = "gaps.csv"
	sourcesFile  = "sources.csv"
	seriesFile   = "series.csv"
	deflatorFile = "deflator.csv"
	methodFile   = "METHOD.md"
)

// FileNames is every file that Decode reads, in the order in which problems are
// listed. The first is required, and one of the next two, not both.
func FileNames() []string {
	return []string{storyFile, eventsFile, eventsTable, flowsFile, gapsFile, sourcesFile, seriesFile, deflatorFile, methodFile}
}

// Decode reads a story folder. When the problems hold an error the story is nil.
func Decode(dir fs.FS) (*Story, Problems) {
	d := &decoder{dir: dir, story: &Story{Scale: 1}}
	d.readStory()
	d.readEvents()
	d.readSources() // before the files that name its keys
	d.readFlows()
	d.readGaps()
	d.readSeries()
	d.readDeflator()
	d.readMethod()
	d.checkNames()
	if d.clean(storyFile, flowsFile, gapsFile) {
		d.checkCoverage()
	}
	if d.clean(sourcesFile, flowsFile, seriesFile) {
		d.checkSources()
	}
	problems := d.sorted()
	if problems.Errors() {
		return nil, problems
	}
	return d.story, problems
}

// decoder holds what is known so far. What story.json says is checked against only
// where that part of story.json is sound, so that one mistake is reported once.
type decoder struct {
	dir   fs.FS
	story *Story
	files []*file

	languagesKnown bool
	yearsKnown     bool
	kindsKnown     bool
	groupsKnown    bool

	eventLine     map[string]int  // line of each event, by its id
	sourceLine    map[string]int  // line of each key of sources.csv; nil when it was not read
	sourceUsed    map[string]bool // keys that flows.csv or series.csv name
	sourcesBroken bool            // sources.csv is there but cannot be read
	flowLine      map[flowKey]int // line of each flow; nil when flows.csv was not read
}

// file collects the problems of one file.
type file struct {
	d        *decoder
	name     string
	src      string
	cells    bool // a table whose rows are read as events; see events.csv
	problems Problems
	dropped  int // problems beyond maxProblems
}

// open starts a file. Whatever is reported under its name goes through it.
func (d *decoder) open(name string) *file {
	for _, f := range d.files {
		if f.name == name {
			return f
		}
	}
	f := &file{d: d, name: name}
	d.files = append(d.files, f)
	return f
}

// clean reports whether files have no errors. What is absent is only judged where
// nothing was refused.
func (d *decoder) clean(names ...string) bool {
	return !slices.ContainsFunc(d.files, func(f *file) bool {
		return slices.Contains(names, f.name) && f.problems.Errors()
	})
}

// full reports whether further problems are only counted.
func (f *file) full() bool { return len(f.problems) >= maxProblems }

func (f *file) report(p Problem) {
	if f.full() {
		f.dropped++
		return
	}
	p.File = f.name
	f.problems = append(f.problems, p)
}

func (f *file) fail(line int, field, what, expected string) {
	f.report(Problem{Severity: Error, Line: line, Field: field, What: what, Expected: expected})
}

func (f *file) warn(line int, field, what, expected string) {
	f.report(Problem{Severity: Warning, Line: line, Field: field, What: what, Expected: expected})
}

// sorted is all problems in order. Problems of one line keep the order in which
// they were found.
func (d *decoder) sorted() Problems {
	names := FileNames()
	rank := func(f *file) int {
		if i := slices.Index(names, f.name); i >= 0 {
			return i
		}
		return len(names)
	}
	slices.SortStableFunc(d.files, func(a, b *file) int {
		return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(a.name, b.name))
	})
	var all Problems
	for _, f := range d.files {
		slices.SortStableFunc(f.problems, func(a, b Problem) int { return cmp.Compare(a.Line, b.Line) })
		all = append(all, f.problems...)
		if f.dropped > 0 {
			all = append(all, Problem{
				File:     f.name,
				What:     strconv.Itoa(f.dropped) + " more problems are not listed",
				Expected: "correct the first ones and check again",
			})
		}
	}
	return all
}
