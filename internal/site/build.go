//go:build !nostills

package site

import (
	"context"
	"fmt"
	"maps"

	"rentang/internal/studio"
	"rentang/web"
)

// Build writes the folder. A story with errors gives its story.Problems and no
// folder; warnings are logged. Other errors are about files, or the go command.
func Build(ctx context.Context, o Options) (Report, error) {
	if err := checkPlace(o.Out); err != nil {
		return Report{}, err
	}
	b, err := o.builder(ctx)
	if err != nil {
		return Report{}, err
	}
	steps := []struct {
		what string
		do   func() error
	}{
		{"the story's files", b.addStory},
		{"words and fonts", b.addTexts},
		{"the program", b.addProgram},
		{"style and script", b.addApp},
		{"stills", b.addStills},
		{"pages", b.addPages},
		{"headers", b.addHeaders},
		{"packed files", b.addPacked},
		{"manifest", b.addManifest},
	}
	for _, step := range steps {
		b.Log(step.what)
		if err := step.do(); err != nil {
			return Report{}, fmt.Errorf("%s: %w", step.what, err)
		}
		if err := ctx.Err(); err != nil {
			return Report{}, err
		}
	}
	report := b.report()
	maps.Copy(b.files, b.packed)
	if err := write(ctx, o.Out, b.files); err != nil {
		return Report{}, err
	}
	return report, nil
}

// builder opens the story.
func (o Options) builder(ctx context.Context) (*builder, error) {
	if o.Web == nil {
		o.Web = web.Files
	}
	if o.Log == nil {
		o.Log = func(string) {}
	}
	if o.Draw == nil {
		o.Draw = draw
	}
	s, problems := studio.Open(o.Story)
	if problems.Errors() {
		return nil, problems
	}
	if o.Warn != nil {
		o.Warn(problems)
	}
	b := &builder{Options: o, ctx: ctx, studio: s, story: s.Story, files: map[string][]byte{}, texts: map[string]string{}, wordsOf: map[string][]byte{}, firsts: map[string]map[string]first{}}
	for _, code := range b.story.Languages {
		l, err := s.Language(code)
		if err != nil {
			return nil, err
		}
		b.langs = append(b.langs, l)
	}
	return b, nil
}
