package intake

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// cell is where a field stands in events.csv, quotes and all.
type cell struct {
	from, to int
	text     string
}

// sheet is where the rows of events.csv stand. The first one names the columns.
type sheet struct {
	src  []byte
	rows [][]cell
}

// readSheet reads where the rows stand. Lines without anything are no rows.
func readSheet(src []byte) (*sheet, error) {
	r := csv.NewReader(bytes.NewReader(src))
	r.FieldsPerRecord = -1
	if _, err := r.ReadAll(); err != nil {
		return nil, err
	}
	s := &sheet{src: src}
	var row []cell
	for at := 0; at < len(src); {
		c := cellAt(src, at)
		row = append(row, c)
		at = c.to
		if at < len(src) && src[at] == ',' {
			if at++; at == len(src) {
				row = append(row, cell{at, at, ""})
			}
			continue
		}
		if len(row) > 1 || row[0].from != row[0].to {
			s.rows = append(s.rows, row)
		}
		row = nil
		at += len(src[at:]) - len(bytes.TrimPrefix(bytes.TrimPrefix(src[at:], []byte("\r")), []byte("\n")))
	}
	if row != nil {
		s.rows = append(s.rows, row)
	}
	if len(s.rows) == 0 {
		return nil, errors.New("the file is empty")
	}
	return s, nil
}

// cellAt reads the field that begins at a byte. The file is sound.
func cellAt(src []byte, at int) cell {
	if at == len(src) || src[at] != '"' {
		to := at + len(src[at:])
		if i := bytes.IndexAny(src[at:], ",\n"); i >= 0 {
			to = at + i
		}
		if to > at && src[to-1] == '\r' && (to == len(src) || src[to] == '\n') {
			to--
		}
		return cell{at, to, string(src[at:to])}
	}
	to := at + 1
	for to < len(src) && (src[to] != '"' || to+1 < len(src) && src[to+1] == '"') {
		if src[to] == '"' {
			to++
		}
		to++
	}
	text := strings.ReplaceAll(string(src[at+1:min(to, len(src))]), `""`, `"`)
	return cell{at, min(to+1, len(src)), strings.ReplaceAll(text, "\r\n", "\n")}
}

// column is the place of a column, -1 where there is none.
func (s *sheet) column(name string) int {
	return slices.IndexFunc(s.rows[0], func(c cell) bool { return c.text == name })
}

// text is what a row has in a column.
func (s *sheet) text(row int, name string) string {
	if i := s.column(name); i >= 0 && i < len(s.rows[row]) {
		return s.rows[row][i].text
	}
	return ""
}

// photo is what a row says of its photo; nil for nothing.
func (s *sheet) photo(row int, languages []string) *oldPhoto {
	old := &oldPhoto{
		Credit: s.text(row, "photo.credit"), Holder: s.text(row, "photo.holder"), Usage: s.text(row, "photo.usage"), Date: s.text(row, "photo.date"),
		Description: map[string]string{},
	}
	for _, lang := range languages {
		if alt := s.text(row, "photo.alt."+lang); alt != "" {
			old.Description[lang] = alt
		}
	}
	switch strings.ToLower(s.text(row, "photo.export")) {
	case "no", "false":
		old.Export = new(bool)
	}
	for line := range strings.SplitSeq(s.text(row, "photo.sizes"), "\n") {
		name, _, _ := strings.Cut(line, "|")
		old.Sizes = append(old.Sizes, oldSize{strings.TrimSpace(name)})
	}
	if old.Credit == "" && len(old.Description) == 0 && s.text(row, "photo.file") == "" {
		return nil
	}
	return old
}

// set is the file with a photo in a row: cells that hold the same stay as they are
// written, and columns that are needed and missing are added at the end.
func (s *sheet) set(row int, r *Report, languages []string) ([]byte, error) {
	export := ""
	if r.NoExport {
		export = "no"
	}
	var sizes []string
	for _, f := range r.Files {
		sizes = append(sizes, f.Path+" | "+strconv.Itoa(f.Width)+" | "+strconv.Itoa(f.Height))
	}
	values := [][2]string{{"photo.file", r.Files[len(r.Files)-1].Path}, {"photo.credit", r.Credit}, {"photo.holder", r.Holder}, {"photo.date", r.Date}}
	for _, lang := range languages {
		values = append(values, [2]string{"photo.alt." + lang, r.Alt[lang]})
	}
	values = append(values, [2]string{"photo.usage", r.Usage}, [2]string{"photo.export", export}, [2]string{"photo.sizes", strings.Join(sizes, "\n")})

	var edits []edit
	var header, cells string // what is added
	rest := ""               // to all other rows
	for _, v := range values {
		name, text := v[0], v[1]
		if text != "" && strings.ContainsRune("=+-@", rune(text[0])) {
			return nil, fmt.Errorf("%s would be %q, which a spreadsheet takes for a formula; give it in other words", name, clip(text, 80))
		}
		at := s.column(name)
		switch {
		case at < 0 && text == "":
		case at < 0:
			header, cells, rest = header+","+name, cells+","+quoted(text), rest+","
		case at >= len(s.rows[row]):
			return nil, fmt.Errorf("the row has %d cells, the first row %d", len(s.rows[row]), len(s.rows[0]))
		case s.rows[row][at].text != text:
			edits = append(edits, edit{s.rows[row][at].from, s.rows[row][at].to, quoted(text)})
		}
	}
	if header != "" {
		for i, cells1 := range s.rows {
			end := cells1[len(cells1)-1].to
			add := rest
			switch i {
			case 0:
				add = header
			case row:
				add = cells
			}
			edits = append(edits, edit{end, end, add})
		}
	}
	return apply(s.src, edits), nil
}

// edit puts a text in the place of bytes.
type edit struct {
	from, to int
	text     string
}

func apply(src []byte, edits []edit) []byte {
	slices.SortStableFunc(edits, func(a, b edit) int { return a.from - b.from })
	var out []byte
	at := 0
	for _, e := range edits {
		out = append(append(out, src[at:e.from]...), e.text...)
		at = e.to
	}
	return append(out, src[at:]...)
}

// quoted is a text as a cell.
func quoted(s string) string {
	if strings.ContainsAny(s, ",\"\r\n") || strings.TrimSpace(s) != s {
		return `"` + strings.ReplaceAll(s, `"`, `""`) + `"`
	}
	return s
}

// findRow finds an event in events.csv, and what is known of its photo.
func (f *folder) findRow(id string) (err error) {
	if f.table, err = readSheet(f.events); err != nil {
		return err
	}
	if f.table.column("id") < 0 {
		return errors.New(`there is no column "id"; the columns are separated by commas`)
	}
	var ids []string
	for i := range f.table.rows[1:] {
		ids = append(ids, f.table.text(i+1, "id"))
	}
	i, err := findID(ids, id)
	if err != nil {
		return err
	}
	f.row = i + 1
	f.year = yearOf(f.table.text(f.row, "start"))
	f.old = f.table.photo(f.row, f.languages)
	return nil
}
