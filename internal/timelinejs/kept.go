package timelinejs

import (
	"slices"
	"strings"

	"rentang/viz/jsontree"
)

// Kept is one kind of thing that a story cannot hold, and how often it occurs.
type Kept struct {
	What  string // a field, as in events.background.url, or words
	Count int
}

// String is "what (count)".
func (k Kept) String() string { return k.What + " (" + itoa(k.Count) + ")" }

// counter counts things by name, in the order in which they first occur. A nil map
// is ready to use.
type counter struct {
	order []Kept // kept for export only
	said  []Kept // worth saying
}

func count(all *[]Kept, what string) {
	i := slices.IndexFunc(*all, func(k Kept) bool { return k.What == what })
	if i < 0 {
		*all = append(*all, Kept{What: what})
		i = len(*all) - 1
	}
	(*all)[i].Count++
}

func (c *counter) kept(what string) { count(&c.order, what) }
func (c *counter) add(what string)  { count(&c.said, what) }

// markup counts texts that are more than plain text.
func (c *counter) markup(path string, marked ...bool) {
	for _, yes := range marked {
		if yes {
			c.kept(generic(path) + ": HTML markup of texts, which become plain")
		}
	}
}

// generic is a path without its numbers: events[3].media is events.media.
func generic(path string) string {
	for {
		i := strings.IndexByte(path, '[')
		j := strings.IndexByte(path, ']')
		if i < 0 || j < i {
			return path
		}
		path = path[:i] + path[j+1:]
	}
}

// carried is what a story is derived from; every other field of a document is kept
// for export only. Photos and sources may still lose some of it, which is counted
// where it happens.
func carried(path string) bool {
	switch path {
	case "title.text.headline", "title.text.text", "title.text",
		"events.start_date.year", "events.start_date.month", "events.start_date.day",
		"events.end_date.year", "events.end_date.month", "events.end_date.day",
		"events.text.headline", "events.text.text", "events.text", "events.unique_id", "events.autolink",
		"events.media.url", "events.media.caption", "events.media.credit", "events.media.alt", "events.media.link",
		"eras.start_date.year", "eras.start_date.month", "eras.start_date.day",
		"eras.end_date.year", "eras.end_date.month", "eras.end_date.day", "eras.text.headline", "eras.text":
		return true
	}
	return false
}

// countFields counts the fields that are kept for export only. Blank ones are none.
func (c *counter) countFields(n *node, path string) {
	switch {
	case n.Kind == jsontree.Object && len(n.Kids) > 0:
		for i := range n.Kids {
			if name := n.Kids[i].Name; name != extension {
				c.countFields(&n.Kids[i], strings.TrimPrefix(path+"."+tidy(cut(name, 40)), "."))
			}
		}
	case n.Kind == jsontree.Array && (path == "events" || path == "eras"):
		for i := range n.Kids {
			c.countFields(&n.Kids[i], path)
		}
	case !blank(n) && !carried(path):
		const most = 200 // kinds of fields; a file of nothing else is not listed to its end
		if len(c.order) < most || slices.ContainsFunc(c.order, func(k Kept) bool { return k.What == path }) {
			c.kept(path)
		} else {
			c.kept("further fields")
		}
	}
}
