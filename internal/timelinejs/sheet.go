package timelinejs

import (
	"encoding/csv"
	"errors"
	"io"
	"strings"

	"rentang/viz/jsontree"
)

// The columns of a sheet, in the order in which an export writes them. The last one
// is ours: what only a story knows, as JSON.
var columns = [...]string{
	"Year", "Month", "Day", "Time", "End Year", "End Month", "End Day", "End Time", "Display Date", "Headline", "Text",
	"Media", "Media Credit", "Media Caption", "Media Thumbnail", "Alt Text", "Type", "Group", "Background", "Rentang",
}

// readSheet makes a sheet a document of version 3, as TimelineJS does.
func readSheet(src string) (*document, error) {
	r := csv.NewReader(strings.NewReader(src))
	r.FieldsPerRecord = -1
	r.Comma = separator(src)
	header, err := r.Read()
	if err != nil {
		return nil, sheetError(err)
	}
	for i := range header {
		header[i] = strings.TrimSpace(header[i])
	}
	has := func(names ...string) bool {
		for _, name := range names {
			for _, h := range header {
				if strings.EqualFold(h, name) {
					return true
				}
			}
		}
		return false
	}
	if !has("Year", "Start Date") || !has("Headline") {
		return nil, &FileError{Line: 1, What: "this is neither JSON nor a sheet of TimelineJS",
			Expected: "expected the columns Year (or Start Date), Headline and so on in the first row"}
	}
	d := &document{form: Sheet, root: object()}
	events, eras := list(), list()
	for rows := 0; ; rows++ {
		cells, err := r.Read()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, sheetError(err)
		}
		if rows > MaxSlides {
			return nil, &FileError{What: "too many rows", Expected: "expected at most " + itoa(MaxSlides)}
		}
		line, _ := r.FieldPos(0)
		row := d.row(header, cells, int32(line))
		if len(row.names) == 0 {
			continue // spreadsheets leave rows of nothing but commas behind
		}
		slide := row.slide()
		switch kind := strings.ToLower(row.cell("Type")); {
		case kind == "title" && d.root.Member("title") == nil:
			d.head(&slide)
		case kind == "era":
			eras.Kids = append(eras.Kids, slide)
		default:
			if kind == "title" {
				d.note(slide.Line, "Type", "a second title; it becomes an event")
			}
			if kind != "" && kind != "title" {
				put(&slide, "type", row.cell("Type"))
			}
			events.Kids = append(events.Kids, slide)
		}
	}
	set(&d.root, "events", events)
	if len(eras.Kids) > 0 {
		set(&d.root, "eras", eras)
	}
	return d, d.checkSize()
}

// head takes the title slide, and what a former export says there of the whole.
func (d *document) head(slide *node) {
	if ext := slide.Member(extension); isObject(ext) {
		set(&d.root, extension, clone(*ext))
		drop(slide, extension)
	}
	set(&d.root, "title", *slide)
}

// separator is what stands between the names of the columns: some spreadsheets
// write semicolons or tabs.
func separator(src string) rune {
	head, _, _ := strings.Cut(src, "\n")
	best, most := ',', strings.Count(head, ",")
	for _, r := range ";\t" {
		if n := strings.Count(head, string(r)); n > most {
			best, most = r, n
		}
	}
	return best
}

func sheetError(err error) error {
	e := &FileError{What: err.Error()}
	if parse := (*csv.ParseError)(nil); errors.As(err, &parse) {
		e.Line, e.Column, e.What = parse.Line, parse.Column, parse.Err.Error()
		if errors.Is(parse.Err, csv.ErrQuote) || errors.Is(parse.Err, csv.ErrBareQuote) {
			e.Expected = `expected quotes around the whole cell, and "" for a quote inside it`
		}
		if e.Line != parse.StartLine {
			e.Expected = strings.TrimPrefix(e.Expected+"; the row begins on line "+itoa(parse.StartLine), "; ")
		}
	}
	return e
}

// row is one row of a sheet.
type row struct {
	d     *document
	line  int32
	names []string // of the cells that are not empty
	cells []string
}

func (d *document) row(header, cells []string, line int32) row {
	r := row{d: d, line: line}
	for i, cell := range cells {
		if cell = strings.TrimSpace(unguard(strings.TrimSpace(cell))); cell == "" {
			continue
		}
		name := ""
		if i < len(header) {
			name = header[i]
		}
		r.names, r.cells = append(r.names, name), append(r.cells, cell)
	}
	return r
}

// cell is a cell by the name of its column, in any case; empty for none.
func (r *row) cell(name string) string {
	for i := range r.names {
		if strings.EqualFold(r.names[i], name) {
			return r.cells[i]
		}
	}
	return ""
}

// slide is the row as a slide. Cells of columns that a sheet does not have stay
// under the names of their columns.
func (r *row) slide() node {
	slide := object()
	slide.Line = r.line
	r.date(&slide, "start_date", "Year", "Month", "Day", "Time", "Start Date")
	r.date(&slide, "end_date", "End Year", "End Month", "End Day", "End Time", "End Date")
	put(&slide, "display_date", r.cell("Display Date"))
	inner := func(name string, pairs ...string) {
		n := object()
		for i := 0; i < len(pairs); i += 2 {
			put(&n, pairs[i], r.cell(pairs[i+1]))
		}
		if len(n.Kids) > 0 {
			set(&slide, name, n)
		}
	}
	inner("text", "headline", "Headline", "text", "Text")
	inner("media", "url", "Media", "credit", "Media Credit", "caption", "Media Caption", "thumbnail", "Media Thumbnail", "alt", "Alt Text")
	put(&slide, "group", first(r.cell("Group"), r.cell("Tag")))
	if background := r.cell("Background"); background != "" {
		n := object()
		put(&n, backgroundPart(background), background)
		set(&slide, "background", n)
	}
	if cell := r.cell(extension); cell != "" {
		if ext, err := jsontree.Parse(cell); err == nil && ext.Kind == jsontree.Object {
			set(&slide, extension, ext)
		} else {
			r.d.note(r.line, "Rentang", "the cell is not the JSON that an export wrote; it is left out")
		}
	}
	for i, name := range r.names {
		if !known(name) {
			put(&slide, first(name, "column without a name"), r.cells[i])
		}
	}
	return slide
}

// backgroundPart tells a picture from a colour, as TimelineJS does.
func backgroundPart(s string) string {
	for _, front := range []string{"http:", "https:", "/"} {
		if strings.HasPrefix(s, front) {
			return "url"
		}
	}
	return "color"
}

func known(name string) bool {
	for _, c := range columns {
		if strings.EqualFold(c, name) {
			return true
		}
	}
	for _, c := range []string{"Start Date", "End Date", "Tag"} {
		if strings.EqualFold(c, name) {
			return true
		}
	}
	return false
}

// date reads the cells of a date. Numbers may carry commas and spaces.
func (r *row) date(slide *node, name string, year, month, day, clock, whole string) {
	date := object()
	number := strings.NewReplacer(",", "", " ", "")
	put(&date, "year", number.Replace(r.cell(year)))
	put(&date, "month", number.Replace(r.cell(month)))
	put(&date, "day", number.Replace(r.cell(day)))
	if cell := r.cell(whole); cell != "" && len(date.Kids) == 0 {
		d, why := clockDate(cell)
		if why != "" {
			r.d.note(r.line, whole, why)
			put(slide, whole, cell)
			return
		}
		date = d
	}
	if cell := r.cell(clock); cell != "" {
		if date.Member("year") == nil {
			r.d.note(r.line, clock, "a time without a date")
		}
		if !addClock(&date, cell) {
			r.d.note(r.line, clock, quote(cell)+" is not a time of day")
			put(&date, "time", cell)
		}
	}
	if len(date.Kids) > 0 {
		date.Line = r.line
		for i := range date.Kids {
			date.Kids[i].Line = r.line
		}
		set(slide, name, date)
	}
}

// A cell that begins with one of these is a formula to a spreadsheet.
const formula = "=+-@\t\r\n＝＋－＠"

// guard keeps a spreadsheet from taking a text for a formula: an apostrophe goes in
// front. A text that looks guarded already gets one more, so that unguard gives
// back exactly what was there.
func guard(s string) string {
	if risky(s) {
		return "'" + s
	}
	return s
}

// unguard takes the apostrophe of guard away.
func unguard(s string) string {
	if rest, found := strings.CutPrefix(s, "'"); found && risky(rest) {
		return rest
	}
	return s
}

func risky(s string) bool {
	s = strings.TrimLeft(s, " '")
	return s != "" && strings.ContainsAny(formula, s[:runeLen(s)])
}

func runeLen(s string) int {
	for i := range s {
		if i > 0 {
			return i
		}
	}
	return len(s)
}
