package story

import (
	"slices"

	"rentang/viz/civil"
	"rentang/viz/jsontree"
)

func (d *decoder) readStrips(v *value) {
	const maxSpans = 1000
	for i := range v.list("expected a list of strips", MaxStrips) {
		item := v.item(i)
		if !item.only("expected a strip in braces", "id", "side", "label", "spans") {
			continue
		}
		id, side, label, spans := item.member("id"), item.member("side"), item.member("label"), item.member("spans")
		strip := Strip{ID: id.id(true), Side: side.side(), Label: label.words(MaxLabel)}
		if slices.ContainsFunc(d.story.Strips, func(o Strip) bool { return o.ID == strip.ID }) {
			id.fail(quote(strip.ID)+" occurs twice", "expected an id of its own")
		}
		if spans.is(jsontree.Array, "expected a list of spans") {
			for j := range spans.list("expected a list of spans", maxSpans) {
				span := spans.item(j)
				if !span.only("expected a span in braces", "start", "end", "label") {
					continue
				}
				label := span.member("label")
				when, ok := span.span(true)
				strip.Spans = append(strip.Spans, StripSpan{When: when, Label: label.words(MaxLabel)})
				if ok && j > 0 {
					span.follows(strip.Spans, j)
				}
			}
		}
		d.story.Strips = append(d.story.Strips, strip)
	}
}

// follows warns when a span begins before the one before it has ended. They may
// share a day: power changes hands on it.
func (v *value) follows(spans []StripSpan, j int) {
	if len(spans) != j+1 {
		return
	}
	before, this := spans[j-1].When, spans[j].When
	if this.Start() < before.End()-1 && this.From.Precision() == civil.ToDay && this.From.Sure() && before.To.Sure() {
		v.warn("begins before "+before.String()+" has ended", "expected the spans of a strip one after the other")
	}
}

// Words for an end that is no date. EDTF writes two dots for an open end, and nothing
// at all for one that is not known.
const (
	endOpen    = "open"
	endDots    = ".."
	endUnknown = "unknown"
)

// span decodes the members start and end of an object. An end of null or none means
// a single date or, in a strip, still going on; "open" and ".." always mean still
// going on. In a strip the end has to be known.
func (v *value) span(strip bool) (civil.Span, bool) {
	start, end := v.member("start"), v.member("end")
	from, ok := start.date()
	s := civil.Span{From: from}
	switch {
	case end.absent():
		s.Open = strip
		return s, ok
	case end.n.Kind != jsontree.String || strip && (end.n.Text == endUnknown || end.n.Text == ""):
	case end.n.Text == endOpen || end.n.Text == endDots:
		s.Open = true
		return s, ok
	case end.n.Text == "":
		end.warn("is empty, which means that nobody knows the end", `expected "`+endUnknown+`" to say so, null for a single date`)
		fallthrough
	case end.n.Text == endUnknown:
		s.Unknown = true
		return s, ok
	default:
		if guess := nearest(end.n.Text, []string{endOpen, endUnknown}); guess != "" {
			end.fail(quote(end.n.Text)+" is not a date", "did you mean "+quote(guess)+"?")
			return s, false
		}
	}
	to, endOK := end.date()
	if !ok || !endOK {
		return s, false
	}
	if to.End() <= from.Start() {
		expected := `expected a later date, null or "open"`
		if v.f.cells {
			expected = "expected a later date, nothing or open"
		}
		end.fail(to.String()+" is before the start, "+from.String(), expected)
		return s, false
	}
	s.To, s.HasEnd = to, true
	return s, true
}
