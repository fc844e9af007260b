package story

import (
	"maps"
	"strings"
	"testing"
	"unicode/utf8"
)

// sane holds for whatever is decoded: no panic, a story or an error, and problems
// that are lines of text with a file that exists in a story.
func sane(t *testing.T, files map[string]string) {
	s, problems := Decode(folderOf(files))
	if (s == nil) != problems.Errors() {
		t.Fatalf("story %v with problems %v", s != nil, problems)
	}
	for i, p := range problems {
		line := p.String()
		if !utf8.ValidString(line) || strings.ContainsAny(line, "\n\r\u202e\x00\x1b") || len(line) > 2000 {
			t.Errorf("problem %q", line)
		}
		if p.What == "" || p.File == "" || p.Line < 0 || p.Line > 1+strings.Count(files[p.File], "\n") {
			t.Errorf("problem %+v", p)
		}
		if i > 0 && problems[i-1].File == p.File && problems[i-1].Line > p.Line && p.Line > 0 {
			t.Errorf("%v stands after %v", p, problems[i-1])
		}
	}
	if s == nil {
		return
	}
	for _, f := range s.Flows {
		if !(0 <= f.Low && f.Low <= f.Central && f.Central <= f.High && f.High <= MaxAmount) || len(f.Sources) == 0 {
			t.Errorf("flow %+v", f)
		}
	}
	for i, e := range s.Events {
		if e.Importance < 1 || e.Importance > 5 || e.Kind == "" || e.When.Start() >= e.When.End() && e.When.HasEnd {
			t.Errorf("event %+v", e)
		}
		for _, language := range s.Languages {
			if e.Title.In(language) == "" || e.Caption.In(language) == "" {
				t.Errorf("event %s has no words in %s", e.ID, language)
			}
		}
		if i > 0 && s.Events[i-1].When.Start() > e.When.Start() {
			t.Errorf("event %s stands after a later one", e.ID)
		}
	}
}

func FuzzDecodeJSON(f *testing.F) {
	f.Add(sample[storyFile], sample[eventsFile])
	for _, group := range [][]bad{badStory, badEvents} {
		for _, c := range group {
			if len(c.new) > 1000 {
				continue
			}
			files := maps.Clone(sample)
			files[c.file] = strings.Replace(files[c.file], c.old, c.new, 1)
			f.Add(files[storyFile], files[eventsFile])
		}
	}
	f.Fuzz(func(t *testing.T, story, events string) {
		files := maps.Clone(sample)
		files[storyFile], files[eventsFile] = story, events
		sane(t, files)
	})
}

func FuzzDecodeCSV(f *testing.F) {
	add := func(files map[string]string) {
		f.Add(files[flowsFile], files[gapsFile], files[sourcesFile], files[seriesFile], files[deflatorFile], files[methodFile])
	}
	add(sample)
	for _, c := range badTables {
		files := maps.Clone(sample)
		files[c.file] = strings.Replace(files[c.file], c.old, c.new, 1)
		add(files)
	}
	f.Fuzz(func(t *testing.T, flows, gaps, sources, series, deflator, method string) {
		files := maps.Clone(sample)
		files[flowsFile], files[gapsFile], files[sourcesFile] = flows, gaps, sources
		files[seriesFile], files[deflatorFile], files[methodFile] = series, deflator, method
		sane(t, files)
	})
}
