package intake

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"rentang/viz/civil"
	"rentang/viz/story"
)

// report decides what the story will say of the photo.
func (f *folder) report(t *taken, o Options) (*Report, error) {
	old := oldPhoto{}
	if f.old != nil {
		old = *f.old
	}
	r := &Report{Caption: t.rights.Caption, Notes: t.rights.Notes, Alt: story.Text{}}
	choose := func(what, flag, file, was string, most int) string {
		if flag == "" && file != "" && was != "" && file != was {
			r.Notes = append(r.Notes, fmt.Sprintf("the story had the %s %q; the file's is taken", what, clip(was, 120)))
		}
		return clip(cmp.Or(plain(flag), file, plain(was)), most)
	}
	line := t.rights.CreditLine()
	if n := utf8.RuneCountInString(cmp.Or(plain(o.Credit), line)); n > story.MaxLine {
		return nil, fmt.Errorf("the credit has %d characters, of which a story holds %d; say it shorter with -credit", n, story.MaxLine)
	}
	r.Credit = choose("credit", o.Credit, line, old.Credit, story.MaxLine)
	if r.Credit != old.Credit && old.Credit != "" {
		// Another's photo: what was said of the rights in the first holds no more.
		for _, lost := range []struct{ what, was string }{{"holder", old.Holder}, {"usage", old.Usage}, {"date", old.Date}} {
			if lost.was != "" {
				r.Notes = append(r.Notes, fmt.Sprintf("the %s %q in the story went with the credit %q", lost.what, clip(lost.was, 120), clip(old.Credit, 120)))
			}
		}
		old.Holder, old.Usage, old.Date = "", "", ""
	}
	r.Holder = choose("holder", o.Holder, t.rights.Copyright, old.Holder, story.MaxLine)
	r.Usage = choose("usage", o.Usage, t.rights.Usage, old.Usage, story.MaxNote)
	r.Date = t.rights.Date
	if r.Date == "" && t.rights.Camera != "" {
		if d, err := civil.Parse(t.rights.Camera); err == nil && f.year == d.Year {
			r.Date = t.rights.Camera
		} else {
			r.Notes = append(r.Notes, "its camera's clock said "+t.rights.Camera+", another year than the event's; a scan has the date of the scan, so it was left out")
		}
	}
	r.Date = cmp.Or(r.Date, old.Date)
	r.NoExport = o.NoExport || old.Export != nil && !*old.Export || story.ForbidsExport(r.Usage)
	f.describe(r, t, o, old)
	if r.Credit == "" {
		r.Missing = append(r.Missing, `the credit: the file names nobody; -credit "Name / Agency"`)
	}
	var without []string
	for _, lang := range f.languages {
		if r.Alt[lang] == "" {
			without = append(without, "-alt "+lang+`="…"`)
		}
	}
	if without != nil {
		r.Missing = append(r.Missing, "alt text, which says what is to be seen to those who cannot see it: "+strings.Join(without, " "))
	}
	return r, nil
}

// describe chooses the alt text in each language.
func (f *folder) describe(r *Report, t *taken, o Options, old oldPhoto) {
	kept := false
	for _, lang := range f.languages {
		file := t.rights.Alt[lang]
		for tag, s := range t.rights.Alt {
			if base, _, _ := strings.Cut(tag, "-"); file == "" && base == lang {
				file = s
			}
		}
		s := cmp.Or(plain(o.Alt[lang]), plain(old.Description[lang]), file)
		kept = kept || o.Alt[lang] == "" && old.Description[lang] != ""
		if s = clip(s, story.MaxNote); s != "" {
			r.Alt[lang] = s
		}
	}
	if kept {
		r.Notes = append(r.Notes, "alt text that the story had already was kept: see whether it still says what is to be seen")
	}
	if s := t.rights.Alt[defaultLang]; s != "" && len(t.rights.Alt) == 1 && len(r.Alt) < len(f.languages) {
		r.Notes = append(r.Notes, fmt.Sprintf("the file has an alt text that does not say its language: %q", clip(s, 300)))
	}
}

// edited is the file of the events with the photo in it.
func (f *folder) edited(r *Report) ([]byte, error) {
	if f.table != nil {
		return f.table.set(f.row, r, f.languages)
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	first := true
	put := func(name string, v any) {
		if !first {
			b.WriteByte(',')
		}
		first = false
		_ = enc.Encode(name) // texts, numbers and lists of them do not fail
		b.WriteByte(':')
		_ = enc.Encode(v)
	}
	b.WriteByte('{')
	put("file", r.Files[len(r.Files)-1].Path)
	put("credit", r.Credit)
	for _, m := range []struct{ name, v string }{{"holder", r.Holder}, {"usage", r.Usage}, {"date", r.Date}} {
		if m.v != "" {
			put(m.name, m.v)
		}
	}
	put("description", json.RawMessage(f.description(r.Alt)))
	type size struct {
		File   string `json:"file"`
		Width  int    `json:"width"`
		Height int    `json:"height"`
	}
	var sizes []size
	for _, file := range r.Files {
		sizes = append(sizes, size{file.Path, file.Width, file.Height})
	}
	put("sizes", sizes)
	if r.NoExport {
		put("export", false)
	}
	b.WriteByte('}')
	var compact bytes.Buffer
	if err := json.Compact(&compact, b.Bytes()); err != nil {
		return nil, err
	}
	out, err := setPhoto(f.events, f.at, compact.Bytes())
	if err != nil {
		return nil, err
	}
	if _, err := findEvents(out); err != nil {
		return nil, fmt.Errorf("the edit of %s went wrong: %w", eventsFile, err)
	}
	return out, nil
}

// description is the alt texts in the order of the story's languages.
func (f *folder) description(alt story.Text) string {
	var parts []string
	for _, lang := range f.languages {
		if alt[lang] != "" {
			var b bytes.Buffer
			enc := json.NewEncoder(&b)
			enc.SetEscapeHTML(false)
			_ = enc.Encode(alt[lang]) // a text does not fail
			parts = append(parts, strconv.Quote(lang)+":"+b.String())
		}
	}
	return "{" + strings.Join(parts, ",") + "}"
}
