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
	if this.Start() < before.End()-1 && this.From.Precision() == civil.ToDay {
		v.warn("begins before "+before.String()+" has ended", "expected the spans of a strip one after the other")
	}
}

// span decodes the members start and end of an object. An end of null or none means
// a single date or, in a strip, still going on; "open" always means still going on.
func (v *value) span(openWithoutEnd bool) (civil.Span, bool) {
	const open = "open"
	start, end := v.member("start"), v.member("end")
	from, ok := start.date()
	s := civil.Span{From: from}
	switch {
	case end.absent():
		s.Open = openWithoutEnd
		return s, ok
	case end.n.Kind == jsontree.String && end.n.Text == open:
		s.Open = true
		return s, ok
	}
	to, endOK := end.date()
	if !ok || !endOK {
		return s, false
	}
	if to.End() <= from.Start() {
		end.fail(to.String()+" is before the start, "+from.String(), `expected a later date, null or "open"`)
		return s, false
	}
	s.To, s.HasEnd = to, true
	return s, true
}
