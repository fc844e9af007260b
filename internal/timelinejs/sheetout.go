package timelinejs

import (
	"bytes"
	"encoding/csv"
	"io/fs"
	"slices"
	"strings"

	"rentang/viz/jsontree"
	"rentang/viz/story"
)

// ExportCSV makes a story, in one of its languages, a sheet of TimelineJS. Figures
// do not go into a sheet; what else it does not hold is listed in Left. Import makes
// the same story of it again, without the figures. Cells that a spreadsheet would
// take for formulas get an apostrophe in front, which Import takes away again.
func ExportCSV(dir fs.FS, s *story.Story, lang string) (*Exported, error) {
	c, err := compose(dir, s, lang)
	if err != nil {
		return nil, err
	}
	want := storyNode(s, lang)
	for _, name := range []string{"directions", "remarks"} { // they speak of figures
		if want.Member(name) != nil {
			drop(&want, name)
			c.left = append(c.left, "the "+name)
		}
	}
	if !isObject(c.root.Member("title")) { // what is said of the whole needs a row
		title := object()
		set(within(&title, "text"), "headline", text(escape(s.Title.In(lang))))
		set(&c.root, "title", title)
	}
	header := c.header()
	c.extend(want, object(), func(n node) node { return rowOf(&n, header, "").slide() }, func(slide *node, id string) {
		put(within(slide, extension), "id", id)
	})
	c.leftBehind(dir, s, nil)
	c.lostCells(header)
	return &Exported{Data: c.sheet(header), Events: len(s.Events), Left: c.left}, nil
}

// header is the columns: those of TimelineJS, and one for each text that a slide
// has under another name.
func (c *composer) header() []string {
	header := slices.Clone(columns[:])
	for _, slide := range kids(c.root.Member("events")) {
		for _, kid := range slide.Kids {
			if kid.Kind == jsontree.String && !slideMember(kid.Name) && !known(kid.Name) && strings.TrimSpace(kid.Name) == kid.Name && kid.Name != "" &&
				!slices.ContainsFunc(header, func(h string) bool { return strings.EqualFold(h, kid.Name) }) {
				header = append(header, kid.Name)
			}
		}
	}
	return header
}

// slideMember reports whether version 3 has a member of this name.
func slideMember(name string) bool {
	switch name {
	case "start_date", "end_date", "text", "media", "group", "display_date", "background", "autolink", "unique_id", "type", extension:
		return true
	}
	return false
}

// rowOf is a slide as a row, without the cells that are empty.
func rowOf(slide *node, header []string, kind string) *row {
	r := &row{d: &document{}, line: slide.Line}
	start, end, media := slide.Member("start_date"), slide.Member("end_date"), slide.Member("media")
	headline, body := slideText(slide)
	background := slide.Member("background")
	if kind == "" {
		if own := str(slide.Member("type")); !strings.EqualFold(own, "title") && !strings.EqualFold(own, "era") {
			kind = own
		}
	}
	ext := ""
	if e := slide.Member(extension); e != nil {
		ext = compact(*e)
	}
	cells := [len(columns)]string{
		str(get(start, "year")), str(get(start, "month")), str(get(start, "day")), clock(start),
		str(get(end, "year")), str(get(end, "month")), str(get(end, "day")), clock(end),
		str(slide.Member("display_date")), headline, body,
		str(get(media, "url")), str(get(media, "credit")), str(get(media, "caption")), str(get(media, "thumbnail")), str(get(media, "alt")),
		kind, str(slide.Member("group")), first(str(get(background, "url")), str(get(background, "color"))), ext,
	}
	for i, cell := range cells {
		if cell = strings.TrimSpace(cell); cell != "" {
			r.names, r.cells = append(r.names, columns[i]), append(r.cells, cell)
		}
	}
	for _, name := range header[len(columns):] {
		if cell := str(slide.Member(name)); cell != "" {
			r.names, r.cells = append(r.names, name), append(r.cells, cell)
		}
	}
	return r
}

// clock is the time of day of a date as h:mm, h:mm:ss or h:mm:ss.fff.
func clock(date *node) string {
	hour := str(get(date, "hour"))
	if hour == "" {
		return str(get(date, "time"))
	}
	two := func(name string) string {
		s := str(get(date, name))
		return strings.Repeat("0", max(0, 2-len(s))) + s
	}
	s := hour + ":" + two("minute")
	if ms := str(get(date, "millisecond")); ms != "" || str(get(date, "second")) != "" {
		s += ":" + two("second")
		if ms != "" {
			s += "." + strings.Repeat("0", max(0, 3-len(ms))) + ms
		}
	}
	return s
}

// sheet writes the rows: the title, the eras, the events.
func (c *composer) sheet(header []string) []byte {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	put := func(cells []string) {
		w.Write(cells) // into memory; it cannot fail
	}
	put(header)
	rows := func(slides []node, kind string) {
		for i := range slides {
			r := rowOf(&slides[i], header, kind)
			cells := make([]string, len(header))
			for j, name := range header {
				cells[j] = r.cell(name)
				if !(j < 8 && digits(cells[j], true)) { // a number is no formula
					cells[j] = guard(cells[j])
				}
			}
			if len(r.names) > 0 {
				put(cells)
			}
		}
	}
	if title := clone(*c.root.Member("title")); true {
		if ext := c.root.Member(extension); ext != nil {
			set(&title, extension, *ext)
		}
		rows([]node{title}, "title")
	}
	rows(kids(c.root.Member("eras")), "era")
	rows(kids(c.root.Member("events")), "")
	w.Flush()
	return b.Bytes()
}

// lostCells lists the fields of the document that a sheet has no column for.
func (c *composer) lostCells(header []string) {
	var lost counter
	each := func(n *node, path string) {
		back := rowOf(n, header, "").slide()
		lost.compare(n, &back, path)
	}
	if title := c.root.Member("title"); title != nil {
		each(title, "title")
	}
	for _, name := range []string{"events", "eras"} {
		for _, slide := range kids(c.root.Member(name)) {
			each(&slide, name)
		}
	}
	for _, kid := range c.root.Kids {
		switch kid.Name {
		case "title", "events", "eras", extension:
		default:
			lost.kept(kid.Name)
		}
	}
	for _, k := range lost.order {
		c.left = append(c.left, k.String())
	}
}

// compare counts the fields of a value that are not in what came back.
func (c *counter) compare(n, back *node, path string) {
	if n.Kind == jsontree.Object {
		for i := range n.Kids {
			if name := n.Kids[i].Name; name != extension && name != "unique_id" {
				c.compare(&n.Kids[i], get(back, name), path+"."+tidy(cut(name, 40)))
			}
		}
		return
	}
	if words := n.Kind == jsontree.String || n.Kind == jsontree.Number; !blank(n) && (!words || str(n) != str(back)) {
		c.kept(path) // a sheet has nothing but words
	}
}
