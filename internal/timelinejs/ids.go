package timelinejs

import (
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"rentang/viz/story"
)

// slug makes a text an id: a to z, 0 to 9 and single hyphens. Accents go; a text in
// another script gives nothing.
func slug(s string) string {
	const most = story.MaxID - 8 // room for a number
	var b strings.Builder
	gap := false
	for _, r := range norm.NFD.String(strings.ToLower(s)) {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			gap = false
			b.WriteRune(r)
		case unicode.Is(unicode.Mn, r) || r == '\'' || r == '’':
		default:
			gap = true
		}
		if b.Len() >= most {
			break
		}
	}
	return strings.Trim(b.String(), "-")
}

// wanted is the id that a slide asks for, and whether it does.
type wanted struct {
	id       string
	explicit bool
}

// wants is the id that a slide asks for: what a former export says, its unique_id,
// or its headline.
func (d *deriver) wants(slide *node, e *story.Event, path string) wanted {
	if id := str(get(slide, extension, "id")); id != "" && d.extended {
		if plainID(id) {
			return wanted{id, true}
		}
	}
	if unique := str(slide.Member("unique_id")); unique != "" {
		id := slug(unique)
		if plainID(unique) {
			return wanted{unique, true}
		}
		d.note(slide.Line, path+".unique_id", quote(unique)+" is not an id of a story, which is of a-z, 0-9 and hyphens; it becomes "+
			quote(first(id, "event"))+" and is kept for export")
		if id != "" {
			return wanted{id, false} // whose unique_id is that very id comes first
		}
	}
	if id := slug(e.Title.In(d.lang)); id != "" {
		return wanted{id, false}
	}
	return wanted{"event-" + strings.Trim(e.When.From.String(), "-"), false}
}

// plainID reports whether s is an id of a story as it stands.
func plainID(s string) bool {
	if s == "" || len(s) > story.MaxID || s[0] == '-' || s[len(s)-1] == '-' {
		return false
	}
	for _, c := range []byte(s) {
		if c != '-' && (c < 'a' || c > 'z') && (c < '0' || c > '9') {
			return false
		}
	}
	return true
}

// assign gives every slide an id of its own. Ids that were asked for come first;
// others make way with a number.
func assign(all []wanted) []string {
	ids := make([]string, len(all))
	taken, next := map[string]bool{}, map[string]int{}
	for _, explicit := range []bool{true, false} {
		for i, w := range all {
			if w.explicit != explicit {
				continue
			}
			id := w.id
			for taken[id] {
				next[w.id]++
				id = cutID(w.id) + "-" + strconv.Itoa(next[w.id]+1)
			}
			ids[i], taken[id] = id, true
		}
	}
	return ids
}

// cutID leaves room for a number.
func cutID(id string) string {
	return strings.TrimRight(id[:min(len(id), story.MaxID-8)], "-")
}

func itoa(n int) string { return strconv.Itoa(n) }
