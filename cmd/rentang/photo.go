package main

import (
	"context"
	"fmt"
	"strings"

	"rentang/internal/photo/intake"
)

// photoVerbs is what can be done with photos.
type photoVerbs struct {
	Add photoAddVerb `cmd:"" help:"Take a licensed photo into a story: sizes, credit, alt text."`
}

// photoAddVerb takes a photo in.
type photoAddVerb struct {
	File     string            `arg:"" help:"The photo as it came: JPEG, PNG, WebP or GIF, at most 100 megapixels. It is only read."`
	Event    string            `required:"" placeholder:"ID" help:"Id of the event that it shows."`
	Story    string            `placeholder:"DIR" default:"." help:"Story folder; without it the current one."`
	Credit   string            `placeholder:"TEXT" help:"Who took it and whom it is from; without it what the file says."`
	Holder   string            `placeholder:"TEXT" help:"Who owns the rights; without it the file's copyright notice."`
	Usage    string            `placeholder:"TEXT" help:"What the holder allows; without it the file's usage terms."`
	Alt      map[string]string `placeholder:"LANG=TEXT" mapsep:"none" help:"What is to be seen, for those who cannot see it; once for each language."`
	NoExport bool              `name:"no-export" help:"Keep the photo out of stills; its credit stays."`
}

// Run writes the sizes and the story and says what is missing. It fails when
// something is, for the story would not pass the check.
func (v *photoAddVerb) Run(ctx context.Context, m *Main) error {
	p := m.progress()
	defer p.end()
	r, err := intake.Add(ctx, v.File, intake.Options{
		Story: v.Story, Event: v.Event, Credit: v.Credit, Holder: v.Holder, Usage: v.Usage, Alt: v.Alt, NoExport: v.NoExport,
		Progress: p.log,
	})
	p.end()
	if err != nil {
		return err
	}
	return v.report(m, r)
}

func (v *photoAddVerb) report(m *Main, r *intake.Report) error {
	var b strings.Builder
	for _, f := range r.Files {
		fmt.Fprintf(&b, "wrote %s: %dx%d, %d kB\n", f.Path, f.Width, f.Height, (f.Bytes+999)/1000)
	}
	fmt.Fprintf(&b, "wrote %s: the photo of %s\n", r.Events, v.Event)
	for _, line := range []struct{ name, text string }{
		{"credit", r.Credit}, {"holder", r.Holder}, {"usage", r.Usage}, {"taken", r.Date},
	} {
		if line.text != "" {
			fmt.Fprintf(&b, "%s: %s\n", line.name, line.text)
		}
	}
	if r.NoExport {
		b.WriteString("export: no; stills name whose photo it is, without the photo\n")
	}
	if r.Caption != "" {
		fmt.Fprintf(&b, "the file's caption, which stays in the files: %s\n", r.Caption)
	}
	if _, err := m.Stdout.Write([]byte(b.String())); err != nil {
		return err
	}
	for _, n := range r.Notes {
		fmt.Fprintf(m.Stderr, "%s: %s (warning)\n", v.File, n)
	}
	for _, what := range r.Missing {
		fmt.Fprintf(m.Stderr, "missing: %s\n", what)
	}
	if r.Missing != nil {
		fmt.Fprintln(m.Stderr, "rentang check refuses the story until it is there; the same command again writes it all anew")
		return errTold
	}
	return nil
}
