package site

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"

	"rentang/viz/story"
)

// published is what a story folder may hold for readers. Anything else - a
// spreadsheet, a script, a page of its own - stays where it is.
var published = []string{".json", ".csv", ".md", ".txt", ".jpg", ".jpeg", ".png", ".webp"}

// addStory copies the story's files, and notes which the program reads.
func (b *builder) addStory() error {
	err := fs.WalkDir(b.Story, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if name != "." && strings.HasPrefix(path.Base(name), ".") {
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if !d.Type().IsRegular() || !slices.Contains(published, strings.ToLower(path.Ext(name))) {
			return nil
		}
		data, err := fs.ReadFile(b.Story, name)
		if err == nil {
			b.add("story/"+name, data)
		}
		return err
	})
	if err != nil {
		return err
	}
	for _, name := range story.FileNames() {
		// The method is for people: it has a page of its own.
		if _, ok := b.files["story/"+name]; ok && path.Ext(name) != ".md" {
			b.app.data = append(b.app.data, name)
		}
	}
	for _, e := range b.story.Events {
		if p := e.Photo; p != nil && p.File != "" {
			if _, ok := b.files["story/"+p.File]; !ok {
				return errors.New("event " + e.ID + ": the photo " + p.File + " is not in the story folder")
			}
		}
	}
	return nil
}
