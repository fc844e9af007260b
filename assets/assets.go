// Package assets holds what the native programs carry with them: the built-in
// story, the fonts, the words of each language, the outlines of the land and the
// schemas of a story's files. It has no logic. The programs in a page fetch the same
// files over the network instead; that which previews a story takes the words from
// here, since no page has them all. A program links only the folders that it asks for.
package assets

import (
	"embed"
	"io/fs"
)

var (
	//go:embed story
	storyFiles embed.FS
	//go:embed fonts
	fontFiles embed.FS
	//go:embed lang
	langFiles embed.FS
	//go:embed schema/*.schema.json
	schemaFiles embed.FS
	//go:embed map/land.bin
	land string
)

// Story is the folder of the built-in story.
func Story() fs.FS { return sub(storyFiles, "story") }

// Fonts is the folder of the fonts and their licence.
func Fonts() fs.FS { return sub(fontFiles, "fonts") }

// Lang is the folder of the words, one file for each language.
func Lang() fs.FS { return sub(langFiles, "lang") }

// Schema is the folder of the JSON Schemas of a story's files: story.schema.json for
// story.json, flows.csv.schema.json for flows.csv.
func Schema() fs.FS { return sub(schemaFiles, "schema") }

// Map is the outlines of the world's land, for locator.Parse.
func Map() []byte { return []byte(land) }

// sub cannot fail: the folders are part of the program.
func sub(files embed.FS, name string) fs.FS {
	dir, err := fs.Sub(files, name)
	if err != nil {
		panic("assets: " + err.Error())
	}
	return dir
}
