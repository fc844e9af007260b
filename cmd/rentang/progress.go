package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// progress shows how far a verb's work is, on the error stream: a bar where
// somebody watches, lines where the stream goes into a file.
type progress struct {
	main *Main
	bar  *progressbar.ProgressBar // nil where nobody watches, and before the first step
	all  int                      // steps of the bar; -1 while it only turns
	told int                      // tenths that lines have told
}

// progress starts to show progress. end ends it, whatever came of the work.
func (m *Main) progress() *progress { return &progress{main: m} }

// watched reports whether the error stream is a terminal.
func (m *Main) watched() bool {
	f, ok := m.Stderr.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// log says what is being done now.
func (p *progress) log(what string) {
	if !p.main.watched() {
		p.main.log(what)
		return
	}
	p.show(-1, what)
}

// step says that a number of steps of all is done, the last of them on something.
func (p *progress) step(done, all int, what string) {
	if p.main.watched() {
		p.show(all, what)
		_ = p.bar.Set(done) // a bar that cannot be written is not worth stopping for
		return
	}
	if tenth := 10 * done / all; tenth > p.told {
		p.told = tenth
		p.main.log(fmt.Sprintf("%d of %d", done, all))
	}
}

func (p *progress) show(all int, what string) {
	if p.bar == nil || p.all != all {
		p.end()
		p.all = all
		options := []progressbar.Option{progressbar.OptionSetWriter(p.main.Stderr), progressbar.OptionSetWidth(30),
			progressbar.OptionClearOnFinish(), progressbar.OptionThrottle(50 * time.Millisecond), progressbar.OptionSetElapsedTime(true)}
		if all > 0 {
			options = append(options, progressbar.OptionShowCount())
		}
		p.bar = progressbar.NewOptions(all, options...)
	}
	p.bar.Describe(what)
}

// end takes the bar away, so that what follows has the line to itself.
func (p *progress) end() {
	if p.bar != nil {
		_ = p.bar.Exit()
		_ = p.bar.Clear()
		p.bar = nil
	}
}

// interruptible does what cannot be asked to stop, and no longer waits for it when
// the context ends. work must leave nothing behind: it may still run when the
// program exits.
func interruptible(ctx context.Context, work func() error) error {
	done := make(chan error, 1)
	go func() { done <- work() }()
	select {
	case err := <-done:
		return errors.Join(err, ctx.Err())
	case <-ctx.Done():
		return ctx.Err()
	}
}

// size is a number of bytes for people.
func size(n int) string {
	if n < 1e6 {
		return fmt.Sprintf("%d kB", (n+999)/1000)
	}
	return fmt.Sprintf("%.1f MB", float64(n)/1e6)
}
