package timelinejs

import (
	"errors"
	"io/fs"
	"slices"
	"strings"

	"rentang/viz/story"
)

// Exported is a story as a timeline.
type Exported struct {
	Data   []byte
	Events int      // slides that an event of the story became
	Left   []string // what the file does not hold
}

// ExportJSON makes a story, in one of its languages, TimelineJS JSON of version 3.
// dir is the folder that it was decoded from. Import makes the same story of it
// again, in that language; only photos and what is listed in Left stay behind.
func ExportJSON(dir fs.FS, s *story.Story, lang string) (*Exported, error) {
	c, err := compose(dir, s, lang)
	if err != nil {
		return nil, err
	}
	files := object()
	for _, name := range carriedFiles() {
		if data, err := fs.ReadFile(dir, name); err == nil {
			set(&files, name, text(string(data)))
		}
	}
	c.extend(storyNode(s, lang), files, func(n node) node { return n }, func(slide *node, id string) {
		put(slide, "unique_id", id)
	})
	c.leftBehind(dir, s, carriedFiles())
	return &Exported{Data: encode(c.root), Events: len(s.Events), Left: c.left}, nil
}

// composer makes a document of a story. want is the event that each slide has to
// give again; nil for slides that a story cannot hold.
type composer struct {
	lang string
	root node
	want []*node
	left []string
}

// compose starts from the document that the story came from, if there is one: what
// the story still says as the document does stays as it came.
func compose(dir fs.FS, s *story.Story, lang string) (*composer, error) {
	if !slices.Contains(s.Languages, lang) {
		return nil, errors.New("the story has no language " + quote(lang) + ", it has " + strings.Join(s.Languages, ", "))
	}
	c := &composer{lang: lang}
	from, err := readOrigin(dir)
	if err != nil {
		c.left = append(c.left, OriginalFile+", which cannot be used: "+err.Error())
	}
	if from == nil {
		from = &origin{lang: lang, kind: story.EventKinds()[0], root: object()}
	}
	before := (&deriver{lang: from.lang, kind: from.kind}).derive(&from.root, from.name, true)
	renameLanguage(&before.story, from.lang, lang)
	c.root = clone(from.root)
	drop(&c.root, extension)
	mine := storyNode(s, lang)
	c.head(s, &before.story, &mine)

	byID := map[string]*story.Event{}
	for i := range s.Events {
		byID[s.Events[i].ID] = &s.Events[i]
	}
	slides, at := list(), 0
	for i, slide := range kids(c.root.Member("events")) {
		id, base := from.ids[i], object()
		if before.ids[i] != "" {
			base = before.events[at]
			renameLanguage(&base, from.lang, lang)
			at++
		}
		e := byID[id]
		switch {
		case id == "": // never was an event; it goes back as it came
			c.want = append(c.want, nil)
		case e == nil:
			continue // deleted from the story
		default:
			mine := eventNode(e, lang)
			drop(&slide, extension)
			c.merge(&slide, e, &base, &mine)
			c.want = append(c.want, &mine)
			delete(byID, id)
		}
		slides.Kids = append(slides.Kids, slide)
	}
	for i := range s.Events {
		e := &s.Events[i]
		if byID[e.ID] == nil {
			continue
		}
		slide, base, mine := object(), object(), eventNode(e, lang)
		put(&slide, "unique_id", e.ID)
		c.merge(&slide, e, &base, &mine)
		slides.Kids = append(slides.Kids, slide)
		c.want = append(c.want, &mine)
	}
	set(&c.root, "events", slides)
	return c, nil
}

// merge writes into a slide what the event says otherwise than the slide's own
// derivation did.
func (c *composer) merge(slide *node, e *story.Event, base, mine *node) {
	changed := func(names ...string) bool {
		return slices.ContainsFunc(names, func(name string) bool { return !same(base.Member(name), mine.Member(name)) })
	}
	if changed("start", "end") {
		set(slide, "start_date", dateNode(e.When.From))
		drop(slide, "end_date")
		if e.When.HasEnd && e.When.To != e.When.From {
			set(slide, "end_date", dateNode(e.When.To))
		}
		drop(slide, "display_date") // it told the former date
	}
	if t := slide.Member("text"); t != nil && !isObject(t) && changed("title", "caption") {
		_, body := slideText(slide)
		o := object()
		put(&o, "text", body)
		set(slide, "text", o)
	}
	if changed("title") {
		set(within(slide, "text"), "headline", text(escape(e.Title.In(c.lang))))
	}
	if changed("caption") {
		set(within(slide, "text"), "text", text(escape(e.Caption.In(c.lang))))
	}
	if changed("photo") {
		c.photo(slide, e.Photo)
	}
}

// photo writes a photo. Without its file there is nothing that TimelineJS could
// show, unless the slide has an address already.
func (c *composer) photo(slide *node, p *story.Photo) {
	switch {
	case p == nil:
		drop(slide, "media")
		return
	case p.File != "":
		media := object()
		put(&media, "url", p.File)
		set(slide, "media", media)
	case !isObject(slide.Member("media")):
		return
	}
	media := slide.Member("media")
	put(media, "credit", escape(p.Credit))
	put(media, "alt", p.Description.In(c.lang))
}

// head writes the title slide and the eras, where the story says them otherwise.
func (c *composer) head(s *story.Story, base, mine *node) {
	fresh := c.root.Member("events") == nil
	if fresh || !same(base.Member("title"), mine.Member("title")) {
		set(within(within(&c.root, "title"), "text"), "headline", text(escape(s.Title.In(c.lang))))
	}
	if !same(base.Member("subtitle"), mine.Member("subtitle")) || !same(base.Member("note"), mine.Member("note")) {
		subtitle, note := escape(s.Subtitle.In(c.lang)), escape(s.Note.In(c.lang))
		body := first(subtitle, note)
		if subtitle != "" && note != "" {
			body = "<p>" + subtitle + "</p><p>" + note + "</p>"
		}
		set(within(within(&c.root, "title"), "text"), "text", text(body))
	}
	if same(base.Member("strips"), mine.Member("strips")) {
		return
	}
	drop(&c.root, "eras")
	eras := list()
	for _, strip := range s.Strips {
		if strip.ID != erasID && len(s.Strips) > 1 {
			continue
		}
		for _, span := range strip.Spans {
			era := object()
			set(&era, "start_date", dateNode(span.When.From))
			if span.When.HasEnd {
				set(&era, "end_date", dateNode(span.When.To))
			} else { // an era has to end
				set(&era, "end_date", dateNode(s.End))
			}
			set(within(&era, "text"), "headline", text(escape(span.Label.In(c.lang))))
			eras.Kids = append(eras.Kids, era)
		}
	}
	if len(eras.Kids) > 0 {
		set(&c.root, "eras", eras)
	} else if len(s.Strips) > 0 {
		c.left = append(c.left, "the strips as eras: a timeline has one row of eras, the story has "+itoa(len(s.Strips))+
			" strips (they stand in "+extension+" members)")
	}
}

// extend adds what has to be said so that an import makes the same story again.
// through is what becomes of a slide on its way through the file; name writes an id
// into a slide where it would not come out by itself.
func (c *composer) extend(want, files node, through func(node) node, name func(slide *node, id string)) {
	events := c.root.Member("events")
	var d derived
	for again := true; again; {
		again = false
		d = c.again(through)
		for i := range events.Kids {
			if w := c.want[i]; w != nil && d.ids[i] != str(w.Member("id")) {
				name(&events.Kids[i], str(w.Member("id")))
				again = true
			}
		}
	}
	any, at := false, 0
	for i := range events.Kids {
		if d.ids[i] == "" {
			continue
		}
		got := d.events[at]
		at++
		if c.want[i] == nil {
			continue
		}
		if diff, differs := difference(&got, c.want[i]); differs {
			ext := within(&events.Kids[i], extension)
			for _, kid := range diff.Kids {
				set(ext, kid.Name, kid)
			}
		}
		any = any || events.Kids[i].Member(extension) != nil
	}
	ext := object()
	put(&ext, "lang", c.lang)
	diff, differs := difference(&d.story, &want)
	if differs {
		set(&ext, "story", diff)
	}
	if len(files.Kids) > 0 {
		set(&ext, "files", files)
	}
	if any || differs || len(files.Kids) > 0 || c.lang != "en" {
		set(&c.root, extension, ext)
	}
}

// again derives the story that an import of the file would give so far.
func (c *composer) again(through func(node) node) derived {
	root := object()
	for _, kid := range c.root.Kids {
		switch kid.Name {
		case "title":
			set(&root, "title", through(kid))
		case "events", "eras":
			l := list()
			for _, slide := range kid.Kids {
				l.Kids = append(l.Kids, through(slide))
			}
			set(&root, kid.Name, l)
		default:
			set(&root, kid.Name, kid)
		}
	}
	return (&deriver{lang: c.lang, kind: story.EventKinds()[0]}).derive(&root, "", true)
}

// leftBehind lists what of the folder the file does not hold.
func (c *composer) leftBehind(dir fs.FS, s *story.Story, carried []string) {
	if n := len(s.Languages) - 1; n > 0 {
		others := slices.DeleteFunc(slices.Clone(s.Languages), func(l string) bool { return l == c.lang })
		c.left = append(c.left, "the texts in "+strings.Join(others, ", "))
	}
	var names []string
	err := fs.WalkDir(dir, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		made := name == "story.json" || name == "events.json" || name == "events.csv" || name == OriginalFile
		if !entry.IsDir() && !made && !slices.Contains(carried, name) {
			names = append(names, name)
		}
		return nil
	})
	if err != nil {
		return // a file system without listing
	}
	const most = 12
	for i, name := range names {
		if i == most {
			c.left = append(c.left, itoa(len(names)-most)+" more files")
			break
		}
		c.left = append(c.left, name)
	}
}
