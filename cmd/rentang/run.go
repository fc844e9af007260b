package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/alecthomas/kong"

	"rentang/viz/story"
	"rentang/viz/theme"
)

// The exit codes.
const (
	good     = 0
	badInput = 1
	badUsage = 2
	stopped  = 130 // by Ctrl-C, as shells have it
)

// Main is the whole program, with its streams as fields, so that a test can run
// it as a person does.
type Main struct {
	Stdout, Stderr io.Writer
}

// verbs is the command line.
type verbs struct {
	Build  buildVerb  `cmd:"" help:"Build the deployable folder."`
	Serve  serveVerb  `cmd:"" help:"Build and serve it, compressed; stop with Ctrl-C."`
	Still  stillVerb  `cmd:"" help:"Write stills: PNG, SVG or PDF."`
	New    newVerb    `cmd:"" help:"Make a small story to edit."`
	Check  checkVerb  `cmd:"" help:"List every problem in a story."`
	Import importVerb `cmd:"" help:"Make a story of a TimelineJS file."`
	Export exportVerb `cmd:"" help:"Write a story as a TimelineJS file."`
	Photo  photoVerbs `cmd:"" help:"Take photos into a story, with their rights."`
}

// usageError is a mistake in the command line that only a verb can see.
type usageError struct{ error }

func (e usageError) Unwrap() error { return e.error }

func usagef(format string, args ...any) error { return usageError{fmt.Errorf(format, args...)} }

// errTold is an error whose reasons have been printed already.
var errTold = errors.New("told")

// exited carries kong's wish to exit, after --help, out of its parser.
type exited int

// Run runs one command line and returns the exit code.
func (m *Main) Run(ctx context.Context, args []string) (code int) {
	nothing := len(args) == 0 // shows what there is, and is a mistake all the same
	defer func() {
		switch r := recover().(type) {
		case nil:
		case exited:
			if code = int(r); nothing {
				code = badUsage
			}
		default:
			panic(r)
		}
	}()
	var v verbs
	parser, err := kong.New(&v,
		kong.Name("rentang"),
		kong.Description("A relationship between two parties, drawn over time."),
		kong.Writers(m.Stdout, m.Stderr),
		kong.Exit(func(code int) { panic(exited(code)) }),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, FlagsLast: true}),
		kong.Vars{"presets": strings.Join(presets(), ", "), "themes": strings.Join(theme.Names(), ", "), "kinds": eventKinds(), "kind": story.EventKinds()[0]},
		kong.BindTo(ctx, (*context.Context)(nil)),
		kong.Bind(m),
	)
	if err != nil {
		panic("rentang: the command line's own definition: " + err.Error())
	}
	if nothing {
		args = []string{"--help"}
	}
	kctx, err := parser.Parse(doubleDashes(args, longNames(parser.Model.Node)))
	if err != nil {
		fmt.Fprintln(m.Stderr, "rentang:", err)
		fmt.Fprintln(m.Stderr, "rentang --help lists what there is.")
		return badUsage
	}
	err = kctx.Run()
	switch usage := (usageError{}); {
	case err == nil:
		return good
	case ctx.Err() != nil:
		fmt.Fprintln(m.Stderr, "rentang: interrupted; nothing was written")
		return stopped
	case errors.Is(err, errTold):
		return badInput
	case errors.As(err, &usage):
		fmt.Fprintln(m.Stderr, "rentang:", err)
		return badUsage
	default:
		fmt.Fprintln(m.Stderr, "rentang:", err)
		return badInput
	}
}

// longNames is every long flag of a command and its verbs.
func longNames(n *kong.Node) map[string]bool {
	names := map[string]bool{}
	for _, f := range n.Flags {
		names[f.Name] = true
	}
	for _, child := range n.Children {
		for name := range longNames(child) {
			names[name] = true
		}
	}
	return names
}

// doubleDashes lets long flags be written with one dash, as in -story DIR: kong
// would read five short ones. Everything after -- is left alone.
func doubleDashes(args []string, long map[string]bool) []string {
	out := make([]string, 0, len(args))
	for i, a := range args {
		if a == "--" {
			return append(out, args[i:]...)
		}
		name, _, _ := strings.Cut(strings.TrimPrefix(a, "-"), "=")
		if strings.HasPrefix(a, "-") && !strings.HasPrefix(a, "--") && long[name] {
			a = "-" + a
		}
		out = append(out, a)
	}
	return out
}
