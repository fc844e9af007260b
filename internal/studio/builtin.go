//go:build !js

package studio

import (
	"io/fs"

	"rentang/assets"
	"rentang/internal/photo"
	"rentang/viz/story"
)

// builtin is the kit that native programs carry with them.
func builtin() Kit { return Kit{Fonts: assets.Fonts(), Lang: assets.Lang(), Land: assets.Map()} }

// Open reads a story folder, as Kit.Open does, with the kit that is built in, and
// sees to its photos, which a page may not have brought along.
func Open(dir fs.FS) (*Studio, story.Problems) {
	s, problems := builtin().Open(dir)
	if s == nil {
		return nil, problems
	}
	if problems = append(problems, photo.Check(dir, s.Story)...); problems.Errors() {
		return nil, problems
	}
	return s, problems
}

// LangData is a language file's content, as Kit.LangData of the kit that is built in.
func LangData(dir fs.FS, code string) (name string, data []byte, err error) {
	return builtin().LangData(dir, code)
}
