package site

import (
	"strconv"
	"strings"

	photos "rentang/internal/photo"
	"rentang/viz/story"
)

// photo is a photo of the story, with its credit.
type photo struct {
	Address, Alt, Credit string
	Sources              string // of the sizes, as srcset has them; "" where there is one
	Width, Height        int    // pixels of the largest, so that its place is kept; 0 when not known
}

// wide is from how many pixels on a size serves a browser that knows no srcset.
const wide = 900

// photo is the photo of an event as a page shows it; nil where the story has no file.
func (b *builder) photo(p *page, f *story.Photo) *photo {
	if f == nil || f.File == "" {
		return nil
	}
	folder := p.root + "story/"
	v := &photo{Address: folder + f.File, Alt: f.Description.In(p.Lang), Credit: p.lang.Fill("photo_credit", "credit", f.Credit)}
	v.Width, v.Height, _ = photos.Size(b.Story, f) // the check has seen the file
	var sources []string
	for i := len(f.Sizes) - 1; i >= 0; i-- {
		s := f.Sizes[i]
		sources = append(sources, folder+s.File+" "+strconv.Itoa(s.Width)+"w")
		if s.Width >= wide || i == 0 && s.Width > wide {
			v.Address = folder + s.File
		}
	}
	if len(sources) > 1 {
		v.Sources = strings.Join(sources, ", ")
	}
	return v
}
