package intake

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"rentang/viz/civil"
	"rentang/viz/jsontree"
	"rentang/viz/story"
)

const (
	storyFile   = "story.json"
	eventsFile  = "events.json"
	eventsTable = "events.csv"
)

// folder is a story folder that is about to get a photo. All files are reached
// through root, which does not follow a link out of the folder.
type folder struct {
	root      *os.Root
	dir       string
	languages []string
	name      string // events.json, or events.csv where there is only that
	events    []byte // the file as it was read
	mode      fs.FileMode
	id        string
	at        *object   // the event in events.json
	table     *sheet    // events.csv
	row       int       // the event in it
	year      int       // in which it begins; 0 when that is not sure
	old       *oldPhoto // what the story says of its photo; nil for nothing
}

// oldPhoto is a photo as events.json has it. Members that are not known here stay.
type oldPhoto struct {
	Credit      string            `json:"credit"`
	Holder      string            `json:"holder"`
	Usage       string            `json:"usage"`
	Date        string            `json:"date"`
	Description map[string]string `json:"description"`
	Sizes       []oldSize         `json:"sizes"`
	Export      *bool             `json:"export"`
}

type oldSize struct {
	File string `json:"file"`
}

// wellFormedID is what an id may be; it becomes a part of file names.
var wellFormedID = regexp.MustCompile(`^[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?$`)

// openStory reads what a photo's place in a story needs. The caller closes root.
func openStory(dir, event string) (f *folder, err error) {
	if !wellFormedID.MatchString(event) {
		return nil, fmt.Errorf("event %q: an id is made of a-z, 0-9 and hyphens", event)
	}
	root, err := os.OpenRoot(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("there is no story folder %s", dir)
	}
	if err != nil {
		return nil, err
	}
	f = &folder{root: root, dir: dir, id: event, name: eventsFile}
	defer func() {
		if err != nil {
			root.Close()
		}
	}()
	text, _, err := f.read(storyFile)
	if err != nil {
		return nil, err
	}
	if f.languages, err = languagesOf(text); err != nil {
		return nil, fmt.Errorf("%s: %w", filepath.Join(dir, storyFile), err)
	}
	find := f.find
	if _, err := root.Lstat(eventsFile); errors.Is(err, fs.ErrNotExist) {
		if _, err := root.Lstat(eventsTable); err == nil {
			f.name, find = eventsTable, f.findRow
		}
	}
	if f.events, f.mode, err = f.read(f.name); err != nil {
		return nil, err
	}
	if err := find(event); err != nil {
		return nil, fmt.Errorf("%s: %w", filepath.Join(dir, f.name), err)
	}
	return f, nil
}

// read reads a file of the folder; a link is refused, since a rename would put a
// file in its place.
func (f *folder) read(name string) ([]byte, fs.FileMode, error) {
	info, err := f.root.Lstat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, 0, fmt.Errorf("%s is no story folder: it has no %s", f.dir, name)
	case err != nil:
		return nil, 0, err
	case !info.Mode().IsRegular():
		return nil, 0, fmt.Errorf("%s is a link or no file; expected the file itself", filepath.Join(f.dir, name))
	case info.Size() > story.MaxFile:
		return nil, 0, fmt.Errorf("%s has %d bytes; at most %d are read", filepath.Join(f.dir, name), info.Size(), story.MaxFile)
	}
	data, err := f.root.ReadFile(name)
	return data, info.Mode().Perm(), err
}

// languagesOf reads the languages of story.json.
func languagesOf(src []byte) ([]string, error) {
	root, err := jsontree.Parse(string(src))
	if err != nil {
		return nil, err
	}
	var languages []string
	if list := root.Member("languages"); list != nil {
		for _, l := range list.Kids {
			languages = append(languages, l.Text)
		}
	}
	if len(languages) == 0 {
		return nil, errors.New("it names no languages")
	}
	return languages, nil
}

func (f *folder) speaks(lang string) bool { return slices.Contains(f.languages, lang) }

// find finds the event and what is known of its photo.
func (f *folder) find(id string) error {
	events, err := findEvents(f.events)
	if err != nil {
		return err
	}
	ids := make([]string, len(events))
	for i := range events {
		ids[i] = events[i].id
	}
	i, err := findID(ids, id)
	if err != nil {
		return err
	}
	f.at = &events[i]
	if m, ok := f.at.member("start"); ok > 0 {
		var start string
		if json.Unmarshal(f.events[m.from:m.to], &start) == nil {
			f.year = yearOf(start)
		}
	}
	if m, ok := f.at.member("photo"); ok > 0 {
		if err := json.Unmarshal(f.events[m.from:m.to], &f.old); err != nil {
			return fmt.Errorf("the photo of %q: %w; rentang check says what is expected", id, err)
		}
	}
	return nil
}

// findID is the place of the one event with an id.
func findID(ids []string, id string) (int, error) {
	at := slices.Index(ids, id)
	if at >= 0 && slices.Contains(ids[at+1:], id) {
		return 0, fmt.Errorf("two events have the id %q", id)
	}
	if at >= 0 {
		return at, nil
	}
	var near []string
	for _, other := range ids {
		if shares(id, other) && len(near) < 6 {
			near = append(near, other)
		}
	}
	if len(near) == 0 {
		return 0, fmt.Errorf("there is no event %q", id)
	}
	return 0, fmt.Errorf("there is no event %q; there is %s", id, strings.Join(near, ", "))
}

// yearOf is the year of a date; 0 for what is none.
func yearOf(date string) int {
	d, err := civil.Parse(date)
	if err != nil {
		return 0
	}
	return d.Year
}

// shares reports whether two ids have a word in common.
func shares(a, b string) bool {
	words := strings.Split(a, "-")
	return slices.ContainsFunc(strings.Split(b, "-"), func(w string) bool { return len(w) > 2 && slices.Contains(words, w) })
}

// write puts the sizes and the events in place: all are written aside first, so
// that an interruption leaves the folder as it was. source is where the photo came
// from and must not be overwritten.
func (f *folder) write(ctx context.Context, files map[string][]byte, events []byte, source string) (err error) {
	if info, err := f.root.Lstat(folderOfPhotos); err == nil && !info.IsDir() {
		return fmt.Errorf("%s is a link or a file; expected a folder", filepath.Join(f.dir, folderOfPhotos))
	}
	if err := f.root.MkdirAll(folderOfPhotos, 0o755); err != nil {
		return err
	}
	from, err := os.Stat(source)
	if err != nil {
		return err
	}
	for name := range files {
		if to, err := f.root.Stat(name); err == nil && os.SameFile(from, to) {
			return fmt.Errorf("%s would be overwritten by one of its own sizes; give the file as it came from the photographer", source)
		}
	}
	aside := map[string]string{}
	defer func() {
		for _, name := range aside {
			_ = f.root.Remove(name) // what a success has renamed is gone already
		}
	}()
	put := func(name string, data []byte, mode fs.FileMode) error {
		part := path.Join(path.Dir(name), fmt.Sprintf(".%s.%d.part", path.Base(name), os.Getpid()))
		aside[name] = part
		return writeSynced(f.root, part, data, mode)
	}
	names := slices.Sorted(maps.Keys(files))
	for _, name := range names {
		if err := put(name, files[name], 0o644); err != nil {
			return err
		}
	}
	if err := put(f.name, events, f.mode); err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if now, _, err := f.read(f.name); err != nil || !bytes.Equal(now, f.events) {
		return errors.Join(fmt.Errorf("%s was changed in the meantime; try again", filepath.Join(f.dir, f.name)), err)
	}
	for _, name := range append(names, f.name) {
		if err := f.root.Rename(aside[name], name); err != nil {
			return err
		}
	}
	f.sweep(files)
	return nil
}

// sweep removes the sizes of the photo that was there before, where they were made
// here and have no successor of the same name. What cannot be removed stays.
func (f *folder) sweep(files map[string][]byte) {
	if f.old == nil {
		return
	}
	ours := regexp.MustCompile(`^` + folderOfPhotos + `/` + regexp.QuoteMeta(f.id) + `-[0-9]+\.jpg$`)
	for _, s := range f.old.Sizes {
		if _, kept := files[s.File]; !kept && ours.MatchString(s.File) {
			_ = f.root.Remove(s.File)
		}
	}
}

// writeSynced writes a file that must not exist yet to the disk.
func writeSynced(root *os.Root, name string, data []byte, mode fs.FileMode) error {
	file, err := root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return err
	}
	_, err = io.Copy(file, bytes.NewReader(data))
	return errors.Join(err, file.Sync(), file.Close())
}
