// Package story is what a story is: two parties, what flowed between them year
// by year, the events, who ruled, what is not known, and the sources for all of
// it. Decode reads a folder and reports every problem at once; a Story that was
// decoded without an error needs no further checks.
//
//	st, problems := story.Decode(os.DirFS("my-story"))
//	if problems.Errors() {
//		return problems // one a line: file:line: field: what is wrong, what is expected
//	}
//
// Files are UTF-8 without a byte-order mark, which only tables may have; lines may
// end in LF or CRLF. Texts
// are one paragraph of plain text, never markup.
package story

import "rentang/viz/civil"

// Text is one text in each language of the story, by BCP 47 tag.
type Text map[string]string

// In is the text in a language; the empty string where it is missing.
func (t Text) In(lang string) string { return t[lang] }

// Story is the whole of a story folder.
type Story struct {
	ID         string
	Languages  []string // the first is the default
	Start, End civil.Date
	Title      Text
	Subtitle   Text    // may be nil
	Note       Text    // may be nil
	SourceLine Text    // nil only without flows
	Unit       Text    // what one unit of a flow is, "million USD (2024 prices) a year"; nil without flows
	Amount     Text    // how an amount is written, with {n} for the number: "${n} a year"; may be nil
	Scale      float64 // what 1 in flows.csv stands for in Amount, 1e6 for millions; 1 when the story does not say
	Licence    string  // of the data and texts, "CC BY 4.0"; empty when the story does not say
	Parties    []Party // none, or the two between whom it flowed
	Remarks    []Remark
	Directions []Direction // at most one on each side
	Strips     []Strip
	Groups     []Group // of events, in the order in which they are listed; may be nil
	Events     []Event // in order of time
	Flows      []Flow  // in order of the file
	Gaps       []Gap
	Sources    []Source
	Series     []Measurement
	Deflator   []Deflator
	Method     string // METHOD.md, Markdown; empty when the story has none
}

// Party is one of the two sides of a story, with the place that stands for it on a
// map: a capital, a seat.
type Party struct {
	ID       string
	Label    Text    // the place's name
	Lat, Lon float64 // degrees
}

// Remark is a sentence that belongs to a kind of flow from a year on and must be
// read in the picture, such as "mostly payment, not aid".
type Remark struct {
	Kind string
	From int
	Text Text
}

// Side is where in the picture a direction or a strip stands.
type Side uint8

// The sides.
const (
	Above Side = iota
	Below
)

// Direction is one way of the exchange.
type Direction struct {
	ID    string
	Side  Side
	Label Text
	Kinds []Kind // in the order of the stack, from the lane outwards
}

// Kind is one kind of thing that flowed.
type Kind struct {
	ID    string
	Label Text
}

// Strip is a row of spans, such as who ruled.
type Strip struct {
	ID    string
	Side  Side
	Label Text
	Spans []StripSpan
}

// StripSpan is one span of a strip.
type StripSpan struct {
	When  civil.Span
	Label Text
}

// Group is a lane of events: those of one person, place or thread.
type Group struct {
	ID    string
	Label Text
}

// GroupLabel is the label of a group; nil for an id that no group has.
func (s *Story) GroupLabel(id string) Text {
	for i := range s.Groups {
		if s.Groups[i].ID == id {
			return s.Groups[i].Label
		}
	}
	return nil
}

// Event is one event.
type Event struct {
	ID         string
	When       civil.Span
	Kind       string // diplomacy, treaty, rupture, war, military, nuclear, aid, economy
	Importance int    // 1 (least) to 5
	Group      string // id of a group of the story; empty for none
	Place      *Place
	Title      Text
	Short      Text // a shorter title for narrow columns; nil when there is none
	Caption    Text
	Photo      *Photo
	Sources    []Citation
	Note       string // for editors
	Verified   bool   // for editors
	Line       int    // in events.json or events.csv
}

// Place is where an event happened.
type Place struct {
	Name     Text
	Lat, Lon float64 // degrees
}

// Photo is a picture that shows the event. File is empty where the story only
// knows whose photo it is; else it is a slash-separated path in the story folder.
type Photo struct {
	File        string
	Credit      string // never empty
	Holder      string // who owns the rights; may be empty
	Description Text   // alt text; never nil
	Date        *civil.Date
	Usage       string      // what the holder allows; may be empty
	Sizes       []PhotoSize // of the same picture, the narrowest first; nil where there is only File
	NoExport    bool        // not to be in stills, which show the credit alone
}

// PhotoSize is one size of a photo, in pixels. File is as in Photo.
type PhotoSize struct {
	File          string
	Width, Height int
}

// Citation is a source of an event. Only Title is never empty. Address begins with
// http:, https: or mailto: where it is given.
type Citation struct {
	Title, Publisher, Date, Address string
}

// Basis is how well a flow is known.
type Basis uint8

// The bases, from well known to assumed.
const (
	Documented Basis = iota
	Derived
	Interpolated
	Placeholder
)

// Firm reports whether the basis is drawn solid (documented, derived) rather than hatched.
func (b Basis) Firm() bool { return b <= Derived }

// Flow is one year of one kind in one direction, in the story's unit.
type Flow struct {
	Year               int
	Direction, Kind    string
	Low, Central, High float64
	Basis              Basis
	Sources            []string // keys of Story.Sources
	Note               string
	Line               int // in flows.csv
}

// Meaning is why there is no flow.
type Meaning uint8

// The meanings. NoneFound draws nothing, Unknown is never drawn as zero,
// InsideOther is part of another kind.
const (
	NoneFound Meaning = iota
	Unknown
	InsideOther
)

// Gap says why the years From to To, both included, have no row.
type Gap struct {
	Direction, Kind string
	From, To        int
	Meaning         Meaning
	Reason          string
}

// Source is a published source of figures. Key and Title are never empty; Year is
// as the story writes it ("n.d." where there is none); Verified is yes, no, derived
// or empty, and for editors. Address is as in Citation.
type Source struct{ Key, Title, Publisher, Year, Address, Verified string }

// Measurement is a figure for context, in a unit of its own.
type Measurement struct {
	Year    int
	Measure string
	Value   float64
	Unit    string
	Basis   string
	Sources []string
	Note    string
}

// Deflator is the price index of one year: money of Year times Factor is money at
// the prices of the year Base.
type Deflator struct {
	Year   int
	Index  float64
	Factor float64
	Base   int    // from the column's name, factor_to_2024
	Basis  string // where the index is from
}
