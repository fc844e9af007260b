package story

import (
	"io/fs"
	"path"
	"strings"
)

// maxSizes is how many sizes of a photo a story may list, and maxSide the most
// pixels of a side: a JPEG has no more.
const (
	maxSizes = 12
	maxSide  = 65535
)

func (v *value) photo() *Photo {
	if v.absent() || !v.only("expected a photo in braces, or null", "file", "credit", "holder", "description", "date", "usage", "sizes", "export") {
		return nil
	}
	file, credit, holder := v.member("file"), v.member("credit"), v.member("holder")
	description, date, usage, sizes := v.member("description"), v.member("date"), v.member("usage"), v.member("sizes")
	p := &Photo{
		File:        file.picture(),
		Credit:      credit.text("expected who took the photo and for whom, since no photo is shown without its credit", MaxLine),
		Holder:      holder.option("expected who owns the rights", MaxLine),
		Description: description.words(MaxNote),
		Usage:       usage.option("expected what the holder allows", MaxNote),
		Sizes:       sizes.photoSizes(),
	}
	if !date.absent() {
		if when, ok := date.date(); ok {
			p.Date = &when
		}
	}
	if p.File == "" && p.Sizes != nil {
		sizes.fail("sizes of a photo that has no file", "expected file to be one of them")
	}
	p.NoExport = v.noExport(p.Usage)
	return p
}

// noExport reads whether a photo must stay out of stills: where the story says
// "export": false, and where the words of the licence say so themselves.
func (v *value) noExport(usage string) bool {
	export := v.member("export")
	forbidden := ForbidsExport(usage)
	if export.absent() {
		return forbidden
	}
	allowed := export.flag()
	if allowed && forbidden {
		export.fail("true, though usage says no export", "expected false, or other terms in usage")
	}
	return forbidden || !allowed
}

// ForbidsExport reports whether the terms of a photo's use say "no export", in
// capitals or not.
func ForbidsExport(usage string) bool {
	words := strings.Fields(strings.ToLower(strings.ReplaceAll(usage, "-", " ")))
	for i := 1; i < len(words); i++ {
		if strings.Trim(words[i-1], `"'“”‘’(`) == "no" && strings.Trim(words[i], `"'“”‘’().,;:!`) == "export" {
			return true
		}
	}
	return false
}

// photoSizes reads the sizes, which must grow from one to the next.
func (v *value) photoSizes() []PhotoSize {
	n := v.list("expected a list of sizes", maxSizes)
	if n == 0 {
		return nil
	}
	sizes := make([]PhotoSize, 0, n)
	for i := range n {
		item := v.item(i)
		if !item.only("expected a size in braces", "file", "width", "height") {
			continue
		}
		file, width, height := item.member("file"), item.member("width"), item.member("height")
		s := PhotoSize{File: file.picture()}
		if s.File == "" {
			file.text("expected a path inside the story folder, such as photos/summit-480.jpg", MaxLine) // says why
			continue
		}
		s.Width, _ = width.integer(1, maxSide, "expected a number of pixels")
		s.Height, _ = height.integer(1, maxSide, "expected a number of pixels")
		if len(sizes) > 0 && s.Width <= sizes[len(sizes)-1].Width {
			width.fail("not wider than the size before it", "expected the narrowest first")
		}
		sizes = append(sizes, s)
	}
	return sizes
}

// picture is the optional path of a picture file inside the folder.
func (v *value) picture() string {
	const expected = "expected a path inside the story folder, such as photos/summit.jpg"
	name := v.option(expected, MaxLine)
	if name == "" {
		return ""
	}
	if !fs.ValidPath(name) || strings.ContainsAny(name, `\:`) {
		v.fail(quote(name), expected)
	}
	switch strings.ToLower(path.Ext(name)) {
	case ".jpg", ".jpeg", ".png", ".webp":
	default:
		v.fail(quote(name), "expected a file .jpg, .jpeg, .png or .webp")
	}
	return name
}
