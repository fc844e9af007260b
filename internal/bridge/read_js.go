package bridge

import (
	"fmt"

	"rentang/viz/layout"
	"rentang/viz/story"
)

// readOf is the reading of a year as the page gets it: {year, pinned, ax, ay, left,
// top, width, height, rows}, where the rectangle is the year's in the plot. A row
// without a value says in gap why; gap is null where the story does not. line is
// the value's line in flows.csv.
func readOf(r layout.Reading, pinned bool) map[string]any {
	if r.Year == 0 {
		return map[string]any{"year": 0}
	}
	rows := make([]any, len(r.Rows))
	for i := range r.Rows {
		rows[i] = rowOf(&r.Rows[i])
	}
	return map[string]any{"year": r.Year, "pinned": pinned, "ax": r.At.X, "ay": r.At.Y,
		"left": r.Area.Min.X, "top": r.Area.Min.Y, "width": r.Area.W(), "height": r.Area.H(), "rows": rows}
}

func rowOf(r *layout.ReadingRow) map[string]any {
	side := "above"
	if r.Side == story.Below {
		side = "below"
	}
	row := map[string]any{"side": side, "direction": r.Direction, "kind": r.Kind, "pointed": r.Pointed,
		"color": fmt.Sprintf("#%02x%02x%02x", r.Color.R, r.Color.G, r.Color.B), "gap": nil}
	if f := r.Flow; f != nil {
		sources := make([]any, len(f.Sources))
		for i, key := range f.Sources {
			sources[i] = key
		}
		row["low"], row["central"], row["high"] = f.Low, f.Central, f.High
		row["basis"], row["sources"], row["note"], row["line"] = basisOf(f.Basis), sources, f.Note, f.Line
	} else if g := r.Gap; g != nil {
		row["gap"], row["reason"] = meaningOf(g.Meaning), g.Reason
	}
	return row
}

// basisOf is a basis as the story's files and the page's words name it.
func basisOf(b story.Basis) string {
	return [...]string{"documented", "derived", "interpolated", "placeholder"}[b]
}

// meaningOf is a meaning as the story's files and the page's words name it.
func meaningOf(m story.Meaning) string {
	return [...]string{"none_found", "unknown", "inside_other"}[m]
}
