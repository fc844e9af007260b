// Package assets holds what the native programs carry with them: the built-in
// story, the fonts, the words of each language, the outlines of the land and the
// schemas of a story's files. It has no logic. The program in a page fetches the same files over the network instead,
// and must not import it.
package assets

import (
	"embed"
	"io/fs"
)

//go:embed story fonts lang map/land.bin schema/*.schema.json
var files embed.FS

// Story is the folder of the built-in story.
func Story() fs.FS { return sub("story") }

// Fonts is the folder of the fonts and their licence.
func Fonts() fs.FS { return sub("fonts") }

// Lang is the folder of the words, one file for each language.
func Lang() fs.FS { return sub("lang") }

// Schema is the folder of the JSON Schemas of a story's files: story.schema.json for
// story.json, flows.csv.schema.json for flows.csv.
func Schema() fs.FS { return sub("schema") }

// Map is the outlines of the world's land, for locator.Parse. It cannot fail: the
// file is part of the program.
func Map() []byte {
	data, err := files.ReadFile("map/land.bin")
	if err != nil {
		panic("assets: " + err.Error())
	}
	return data
}

// sub cannot fail: the folders are part of the program.
func sub(name string) fs.FS {
	dir, err := fs.Sub(files, name)
	if err != nil {
		panic("assets: " + err.Error())
	}
	return dir
}
