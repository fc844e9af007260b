package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"

	"rentang/internal/studio"
	"rentang/viz/theme"
)

// all stands for every name that there is, in a list of the command line.
const all = "all"

// picture is one file of a call.
type picture struct {
	name  string
	order studio.Order
}

// pictures is every combination of the names in the lists, in a fixed order. Each
// list of more than one name needs its {place} in the file's name: two pictures
// must never be written to one file.
func (v *stillVerb) pictures(s *studio.Studio) ([]picture, error) {
	first, err := v.order()
	if err != nil {
		return nil, err
	}
	one := []picture{{v.Out, first}}
	for _, list := range []struct {
		place, names string
		every        []string
		set          func(*studio.Order, string)
	}{
		{"preset", v.Preset, presets(), func(o *studio.Order, n string) { o.Preset = n }},
		{"lang", v.Lang, s.Story.Languages, func(o *studio.Order, n string) { o.Lang = n }},
		{"theme", v.Theme, theme.Names(), func(o *studio.Order, n string) { o.Theme = n }},
		{"event", v.Event, s.Events(), func(o *studio.Order, n string) { o.Event = n }},
	} {
		names := namesOf(list.names, list.every)
		place := "{" + list.place + "}"
		if len(names) > 1 && !strings.Contains(v.Out, place) {
			return nil, usagef("-%s names %d, and -o %s has no place for them; write %s into it, as in stills/%s%s",
				list.place, len(names), v.Out, place, place, filepath.Ext(v.Out))
		}
		var next []picture
		for _, p := range one {
			for _, n := range names {
				q := p
				list.set(&q.order, n)
				q.name = strings.ReplaceAll(q.name, place, n)
				next = append(next, q)
			}
		}
		one = next
	}
	if i := strings.IndexByte(one[0].name, '{'); i >= 0 {
		return nil, usagef("-o %s: there is no such place; there is {preset}, {lang}, {theme}, {event}", v.Out)
	}
	return one, nil
}

// namesOf reads a list with commas; all is every one.
func namesOf(list string, every []string) []string {
	if list == all {
		return every
	}
	var names []string
	for n := range strings.SplitSeq(list, ",") {
		if n = strings.TrimSpace(n); !slices.Contains(names, n) {
			names = append(names, n)
		}
	}
	return names
}

// presets is the names of the sizes.
func presets() []string {
	var names []string
	for _, p := range studio.Presets() {
		names = append(names, p.Name)
	}
	return names
}

// draw writes the pictures, as many at a time as there are processors, and reports
// the place in the list and the bytes of each that is written. The first error ends
// the work; what is in place by then stays.
func draw(ctx context.Context, s *studio.Studio, todo []picture, done func(i, bytes int)) error {
	if len(todo) > 1 {
		for _, p := range todo {
			if err := os.MkdirAll(filepath.Dir(p.name), 0o755); err != nil {
				return err
			}
		}
	}
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	next := make(chan int, len(todo))
	for i := range todo {
		next <- i
	}
	close(next)
	var workers sync.WaitGroup
	var telling sync.Mutex
	for w := range min(runtime.GOMAXPROCS(0), len(todo)) {
		mine := s
		if w > 0 {
			mine = s.Twin()
		}
		workers.Go(func() {
			for i := range next {
				if ctx.Err() != nil {
					return
				}
				n, err := drawOne(ctx, mine, todo[i])
				if err != nil {
					cancel(pictureError(todo[i], err, len(todo)))
					return
				}
				telling.Lock()
				done(i, n)
				telling.Unlock()
			}
		})
	}
	workers.Wait()
	return context.Cause(ctx)
}

// drawOne writes one picture and returns its bytes.
func drawOne(ctx context.Context, s *studio.Studio, p picture) (int, error) {
	var drawn bytes.Buffer
	if err := interruptible(ctx, func() error { return s.Write(&drawn, p.order) }); err != nil {
		return 0, err
	}
	n := drawn.Len()
	return n, writeAside(p.name, func(w io.Writer) error { _, err := drawn.WriteTo(w); return err })
}

// pictureError names the picture where there are several. A name or a time that is
// wrong says enough by itself.
func pictureError(p picture, err error, of int) error {
	err = usageOf(err)
	if of == 1 || errors.As(err, new(usageError)) {
		return err
	}
	return fmt.Errorf("%s: %w", p.name, err)
}
