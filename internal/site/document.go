package site

import (
	"strconv"
	"strings"

	"rentang/viz/story"
)

// event is one event as an article.
type event struct {
	ID, Kind, KindLabel   string
	Machine, When         string // the date for machines and for people
	Title, Place, Caption string
	Photo                 *photo // nil where the story has no file
	Map                   *eventMap
	Credit                string // "" where the story knows no photo, or shows it with its credit
	SourcesLabel          string
	Sources               []citation
}

// flow is one row of the flows.
type flow struct {
	Line, Year                      int
	First                           bool // of its year in the table
	Direction, Kind, Swatch         string
	Low, Central, High, Basis, Note string
	Show                            string // what a click on the year does
	Range                           string // central with low and high, in the unit of the table
	Sources                         []string
}

// gap is one row of the gaps.
type gap struct{ Years, Direction, Kind, Meaning, Reason string }

// strip is one strip, as a list.
type strip struct {
	Label string
	Spans []stripSpan
}

type stripSpan struct{ When, Label string }

// measurement is one row of the context series.
type measurement struct {
	Year                              int
	Measure, Value, Unit, Basis, Note string
	Sources                           []string
}

// reference is one source of figures.
type reference struct {
	Key      string
	Citation citation
}

// link is a file to take away.
type link struct{ Address, Name string }

// addDocument adds everything that the picture shows, and what it has no room for.
func (b *builder) addDocument(p *page) {
	s, code := b.story, p.Lang
	for i := range s.Events {
		e := newEvent(&s.Events[i], p)
		e.Photo = b.photo(p, s.Events[i].Photo)
		b.addMap(p, &s.Events[i], &e)
		p.Events = append(p.Events, e)
	}
	for _, r := range s.Remarks {
		p.Remarks = append(p.Remarks, strconv.Itoa(r.From)+"–: "+r.Text.In(code))
	}
	for _, name := range b.app.data {
		p.Data = append(p.Data, link{p.root + "story/" + name, name})
	}
	for i, f := range s.Flows {
		p.Flows = append(p.Flows, flow{
			Line: f.Line, Year: f.Year, First: i == 0 || s.Flows[i-1].Year != f.Year, Direction: directionLabel(s, f.Direction, code), Kind: kindLabel(s, f.Direction, f.Kind, code),
			Swatch: b.swatchOf(f.Direction, f.Kind), Low: p.lang.Exact(f.Low), Central: p.lang.Exact(f.Central), High: p.lang.Exact(f.High),
			Show: p.lang.Fill("read_year", "year", strconv.Itoa(f.Year)), Range: p.lang.ExactRange(f.Low, f.Central, f.High),
			Basis: p.lang.Basis(basisName(f.Basis)), Note: f.Note, Sources: f.Sources,
		})
	}
	for _, g := range s.Gaps {
		p.Gaps = append(p.Gaps, gap{p.lang.Years(g.From, g.To), directionLabel(s, g.Direction, code), kindLabel(s, g.Direction, g.Kind, code),
			p.lang.Gap(meaningName(g.Meaning)), g.Reason})
	}
	for _, from := range s.Strips {
		to := strip{Label: from.Label.In(code)}
		for _, span := range from.Spans {
			to.Spans = append(to.Spans, stripSpan{p.lang.Span(span.When), span.Label.In(code)})
		}
		p.Strips = append(p.Strips, to)
	}
	for _, m := range s.Series {
		p.Series = append(p.Series, measurement{m.Year, strings.ReplaceAll(m.Measure, "_", " "), p.lang.Exact(m.Value), m.Unit, p.lang.Basis(m.Basis), m.Note, m.Sources})
	}
	for _, r := range s.Sources {
		p.Sources = append(p.Sources, reference{r.Key, cite(r.Title, r.Publisher, r.Year, r.Address)})
	}
}

func newEvent(e *story.Event, p *page) event {
	code := p.Lang
	v := event{
		ID: e.ID, Kind: e.Kind, KindLabel: p.lang.Kind(e.Kind),
		Machine: e.When.From.String(), When: p.lang.Span(e.When),
		Title: e.Title.In(code), Caption: e.Caption.In(code), SourcesLabel: p.lang.Count("sources", len(e.Sources)),
	}
	if e.Place != nil {
		v.Place = e.Place.Name.In(code)
	}
	if f := e.Photo; f != nil && f.File == "" {
		v.Credit = p.lang.Fill("photo_absent", "credit", f.Credit)
	}
	for _, c := range e.Sources {
		v.Sources = append(v.Sources, cite(c.Title, c.Publisher, c.Date, c.Address))
	}
	return v
}

// directionLabel is the label of a direction; its id where the story has none.
func directionLabel(s *story.Story, id, code string) string {
	for _, d := range s.Directions {
		if d.ID == id {
			return d.Label.In(code)
		}
	}
	return id
}

// kindLabel is the label of a kind of flow; its id where the story has none.
func kindLabel(s *story.Story, direction, kind, code string) string {
	for _, d := range s.Directions {
		for _, k := range d.Kinds {
			if d.ID == direction && k.ID == kind {
				return k.Label.In(code)
			}
		}
	}
	return kind
}

// swatchOf is the class that has the colour of a kind of flow.
func (b *builder) swatchOf(direction, kind string) string {
	for i, d := range b.story.Directions {
		for j, k := range d.Kinds {
			if d.ID == direction && k.ID == kind {
				return swatch(i, j)
			}
		}
	}
	return ""
}

// basisName is a basis as the story's files and the languages' words name it.
func basisName(b story.Basis) string {
	return [...]string{"documented", "derived", "interpolated", "placeholder"}[b]
}

// meaningName is a meaning as the story's files and the languages' words name it.
func meaningName(m story.Meaning) string {
	return [...]string{"none_found", "unknown", "inside_other"}[m]
}
