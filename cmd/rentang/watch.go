package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"hash/fnv"
	"io/fs"
	"net"
	"os"
	"path"
	"strconv"
	"time"

	"rentang/internal/serve"
	"rentang/internal/site"
	"rentang/viz/story"
)

// watchEvery is how often the story folder is looked at. Looking costs a few
// stats; asking the system to tell is different on each.
const watchEvery = 100 * time.Millisecond

// watcher serves a story as it is after every change.
type watcher struct {
	flag    storyFlag
	main    *Main
	options site.Options // with the programs
	handler *serve.Handler
	build   string // the last one that was good, as its pages name it
	run     string // tells the pages of this run from those of an earlier one
	builds  int
}

// watchState is what a page that listens is told: the build that is served, and
// what is wrong with the story as it lies in the folder now.
type watchState struct {
	Build    string         `json:"build"`
	Problems []watchProblem `json:"problems"`
}

type watchProblem struct {
	problemJSON
	Text string `json:"text"` // file:line: field: what, expected
}

// watch serves the story and builds again whenever its folder changes. A story
// with errors is told about, here and on the page, and the last good build stays.
func (v *serveVerb) watch(ctx context.Context, m *Main, l net.Listener) error {
	w := &watcher{flag: v.storyFlag, main: m, run: strconv.FormatInt(time.Now().UnixMilli(), 36)}
	w.options.Log = m.log
	if err := w.options.Compile(ctx); err != nil {
		return err
	}
	w.options.Log = nil
	seen := w.fingerprint()
	for !w.rebuild(ctx) { // nothing to serve yet: wait until there is
		m.log("waiting for a change in " + v.Story)
		var ok bool
		if seen, ok = w.changed(ctx, seen); !ok {
			return nil
		}
	}
	fmt.Fprintf(m.Stdout, "http://%s/\n", l.Addr())
	go func() {
		for {
			var ok bool
			if seen, ok = w.changed(ctx, seen); !ok {
				return
			}
			w.rebuild(ctx)
		}
	}()
	return serve.Until(ctx, l, w.handler)
}

// rebuild builds the story as it is now, and reports whether there is something to
// serve.
func (w *watcher) rebuild(ctx context.Context) bool {
	start := time.Now()
	o := w.options
	var problems story.Problems
	o.Warn = func(warnings story.Problems) { problems = warnings }
	live, err := w.open(ctx, o)
	switch {
	case ctx.Err() != nil:
		return w.handler != nil
	case err == nil:
		if w.handler == nil {
			w.handler = serve.New(live)
		}
		w.handler.Show(live)
		w.build = live.Build
	case !errors.As(err, &problems): // nothing that check would say
		problems = story.Problems{{Severity: story.Error, What: err.Error()}}
	}
	printProblems(w.main, problems)
	if w.handler == nil {
		return false
	}
	w.handler.Tell(w.state(problems))
	if err == nil {
		w.main.log(fmt.Sprintf("built in %d ms", time.Since(start).Milliseconds()))
	} else {
		w.main.log("the last good build stays")
	}
	return true
}

func (w *watcher) open(ctx context.Context, o site.Options) (*site.Live, error) {
	var err error
	if o.Story, err = w.flag.folder(); err != nil {
		return nil, err
	}
	w.builds++
	return site.OpenLive(ctx, o, w.run+"-"+strconv.Itoa(w.builds))
}

// state is what the pages are told.
func (w *watcher) state(problems story.Problems) []byte {
	s := watchState{Build: w.build, Problems: []watchProblem{}}
	for _, p := range problems {
		s.Problems = append(s.Problems, watchProblem{problemOf(p), p.String()})
	}
	data, err := json.Marshal(s)
	if err != nil {
		panic("rentang: " + err.Error()) // strings and numbers alone
	}
	return data
}

// changed waits until the folder is no longer as it was seen, and has come to rest:
// a program that saves writes several files, or one in several steps. It reports
// false when the context ended first.
func (w *watcher) changed(ctx context.Context, seen uint64) (uint64, bool) {
	tick := time.NewTicker(watchEvery)
	defer tick.Stop()
	for last := seen; ; {
		select {
		case <-ctx.Done():
			return seen, false
		case <-tick.C:
		}
		now := w.fingerprint()
		if now != seen && now == last {
			return now, true
		}
		last = now
	}
}

func (w *watcher) fingerprint() uint64 { return fingerprint(os.DirFS(w.flag.Story)) }

// fingerprint changes when a file of the folder does: its name, size or time.
// Names that begin with a dot are an editor's own.
func fingerprint(dir fs.FS) uint64 {
	sum := fnv.New64a()
	// An error is part of the state: the folder may be gone, and come back.
	err := fs.WalkDir(dir, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			fmt.Fprintln(sum, name, err)
			return nil
		}
		if base := path.Base(name); base[0] == '.' && base != "." {
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if info, err := d.Info(); err == nil && !d.IsDir() {
			fmt.Fprintln(sum, name, info.Size(), info.ModTime().UnixNano())
		}
		return nil
	})
	fmt.Fprintln(sum, err)
	return sum.Sum64()
}
