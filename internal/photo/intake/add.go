package intake

import (
	"context"
	"errors"
	"fmt"
	"image"
	"io/fs"
	"os"
	"strconv"
	"strings"

	"rentang/internal/photo"
	"rentang/viz/story"
)

// Options says where a photo goes, and what its file does not say of it. What is
// given here wins over the file, and the file over what the story says already.
type Options struct {
	Story  string // the folder
	Event  string // the id
	Credit string
	Holder string
	Usage  string
	Alt    story.Text // by language
	// NoExport keeps the photo out of stills.
	NoExport bool
	// Progress is told, in a few words, what is being done; may be nil.
	Progress func(string)
}

// Report is what was done.
type Report struct {
	Files   []File
	Events  string // the file of the events
	Credit  string // empty where nobody is named: see Missing
	Holder  string
	Usage   string
	Date    string
	Alt     story.Text // by language of the story
	Caption string     // what the file says of the picture; not part of the story
	// NoExport is true when the photo stays out of stills.
	NoExport bool
	Notes    []string // what a person should look at
	Missing  []string // what the story cannot do without, each with its remedy
}

// File is a size that was written; Path is in the story folder.
type File struct {
	Path          string
	Width, Height int
	Bytes         int
}

// folderOfPhotos is where the sizes lie in a story folder.
const folderOfPhotos = "photos"

// Add takes a photo into a story: it writes its sizes into the folder photos and
// what is known of it into events.json, or events.csv, of which no other byte
// changes. Either all of it is written or nothing is.
func Add(ctx context.Context, name string, o Options) (*Report, error) {
	f, err := openStory(o.Story, o.Event)
	if err != nil {
		return nil, err
	}
	defer f.root.Close()
	for lang := range o.Alt {
		if !f.speaks(lang) {
			return nil, fmt.Errorf("alt text in %q: the story is in %s", lang, strings.Join(f.languages, ", "))
		}
	}
	made, err := read(ctx, name, f, o.Progress)
	if err != nil {
		return nil, err
	}
	r, err := f.report(made, o)
	if err != nil {
		return nil, err
	}
	rights := *made.rights
	rights.Credit, rights.Copyright, rights.Usage, rights.Date = r.Credit, r.Holder, r.Usage, r.Date
	rights.Alt = tagged(r.Alt, f.languages)
	files := map[string][]byte{}
	for _, img := range made.sizes {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		data, err := encode(img, &rights, made.icc)
		if err != nil {
			return nil, err
		}
		size := img.Rect.Size()
		path := folderOfPhotos + "/" + o.Event + "-" + strconv.Itoa(size.X) + ".jpg"
		files[path] = data
		r.Files = append(r.Files, File{path, size.X, size.Y, len(data)})
	}
	events, err := f.edited(r)
	if err != nil {
		return nil, err
	}
	r.Events = f.name
	if err := f.write(ctx, files, events, name); err != nil {
		return nil, err
	}
	return r, nil
}

// taken is a photo as it was read.
type taken struct {
	sizes  []*image.RGBA
	icc    []byte
	rights *Rights
}

// read reads a photo's file and makes its sizes.
func read(ctx context.Context, name string, f *folder, progress func(string)) (*taken, error) {
	fail := func(err error) error { return fmt.Errorf("%s: %w", name, err) }
	switch info, err := os.Stat(name); {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("there is no file %s", name)
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular(): // a pipe would be waited for
		return nil, fail(errors.New("is no file"))
	}
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	h, err := photo.ReadHeader(file, name)
	if err != nil {
		return nil, fail(err)
	}
	t := &taken{}
	if t.rights, err = ReadRights(file, h); err != nil {
		return nil, fail(err)
	}
	if progress != nil {
		progress(fmt.Sprintf("reading %s, %dx%d pixels", h.Format, h.Width, h.Height))
	}
	img, err := photo.Decode(file, h)
	if err != nil {
		return nil, fail(err)
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if progress != nil {
		progress("making the sizes")
	}
	t.sizes = sizes(img, t.rights.Orientation)
	var space string
	if t.icc, space = profile(h); t.icc != nil {
		t.rights.note("its colours are %s: pages show them so, stills take them for sRGB, which is paler or duller", space)
	}
	if h.CMYK {
		t.rights.note("it is in CMYK: the colours were converted without the press's profile and can be off; take the RGB file if there is one")
	}
	widths := Widths()
	if w := t.sizes[len(t.sizes)-1].Rect.Dx(); w < widths[len(widths)-2] {
		t.rights.note("it is %d pixels wide; from %d on it is sharp on every page", w, widths[len(widths)-1])
	}
	return t, nil
}

// tagged is alt texts as a file carries them: the story's first language is the
// default too.
func tagged(alt story.Text, languages []string) story.Text {
	t := story.Text{}
	for lang, s := range alt {
		t[lang] = s
	}
	for _, lang := range languages {
		if s := alt[lang]; s != "" && t[defaultLang] == "" {
			t[defaultLang] = s
		}
	}
	return t
}
