package lang

import (
	"strconv"
	"strings"

	"rentang/viz/jsontree"
)

// nameLetters are what the names of fields and the tags of languages are made of,
// the latter without the underscore.
const nameLetters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_"

// field is a key that an object must have, and what reads its value.
type field struct {
	key  string
	read func(path string, n *jsontree.Node)
}

// file reads a whole file: the types of all values, and the keys of the objects
// whose keys are fixed. What the values say is for check.
func (r *report) file(n *jsontree.Node) *file {
	f := new(file)
	r.object("", n,
		r.text("code", &f.code),
		r.text("name", &f.name),
		r.text("plural", &f.plural),
		field{"numbers", func(path string, n *jsontree.Node) { r.readNumbers(path, n, &f.numbers) }},
		field{"months", func(path string, n *jsontree.Node) {
			r.object(path, n, r.texts("full", &f.months.full), r.texts("of", &f.months.of), r.texts("short", &f.months.short))
		}},
		field{"forms", func(path string, n *jsontree.Node) { f.forms = r.table(path, n) }},
		field{"counts", func(path string, n *jsontree.Node) { f.counts = r.tables(path, n) }},
		field{"words", func(path string, n *jsontree.Node) { f.words = r.table(path, n) }},
	)
	return f
}

func (r *report) readNumbers(path string, n *jsontree.Node, to *numbers) {
	r.object(path, n,
		r.text("decimal", &to.Decimal),
		r.text("group", &to.Group),
		r.whole("group_from", &to.GroupFrom),
		r.text("percent", &to.Percent),
		r.text("system", &to.System),
		r.text("join", &to.Join),
		field{"units", func(path string, n *jsontree.Node) {
			r.items(path, n, func(path string, n *jsontree.Node) {
				var u unit
				r.object(path, n, r.whole("power", &u.Power), r.text("text", &u.Text))
				to.Units = append(to.Units, u)
			})
		}},
		r.text("range", &to.Range),
	)
}

// is reports whether a value is of a kind, and where it stands.
func (r *report) is(path string, n *jsontree.Node, kind jsontree.Kind) bool {
	r.lines[path] = n.Line
	if n.Kind != kind {
		r.close(path, "is %s, want %s", n.Kind, kind)
	}
	return n.Kind == kind
}

// object reads an object that has each of the fields and no others.
func (r *report) object(path string, n *jsontree.Node, fields ...field) {
	seen := map[string]bool{}
	r.members(path, n, func(path string, n *jsontree.Node) {
		for _, f := range fields {
			if f.key == n.Name {
				seen[n.Name] = true
				f.read(path, n)
				return
			}
		}
		r.addAt(n.Line, path, "unknown key")
	})
	for _, f := range fields {
		if !seen[f.key] {
			r.close(join(path, f.key), "missing")
		}
	}
}

// members goes through an object whose keys may be any, but once each.
func (r *report) members(path string, n *jsontree.Node, read func(path string, n *jsontree.Node)) {
	if !r.is(path, n, jsontree.Object) {
		return
	}
	seen := make(map[string]bool, len(n.Kids))
	for i := range n.Kids {
		kid := &n.Kids[i]
		p := join(path, kid.Name)
		if seen[kid.Name] {
			r.addAt(kid.Line, p, "occurs twice")
			continue
		}
		seen[kid.Name] = true
		read(p, kid)
	}
}

func (r *report) items(path string, n *jsontree.Node, read func(path string, n *jsontree.Node)) {
	if !r.is(path, n, jsontree.Array) {
		return
	}
	for i := range n.Kids {
		read(path+"["+strconv.Itoa(i)+"]", &n.Kids[i])
	}
}

func (r *report) readText(path string, n *jsontree.Node) string {
	if !r.is(path, n, jsontree.String) {
		return ""
	}
	return n.Text
}

func (r *report) text(key string, to *string) field {
	return field{key, func(path string, n *jsontree.Node) { *to = r.readText(path, n) }}
}

func (r *report) texts(key string, to *[]string) field {
	return field{key, func(path string, n *jsontree.Node) {
		r.items(path, n, func(path string, n *jsontree.Node) { *to = append(*to, r.readText(path, n)) })
	}}
}

func (r *report) whole(key string, to *int) field {
	return field{key, func(path string, n *jsontree.Node) {
		if !r.is(path, n, jsontree.Number) {
			return
		}
		v, err := strconv.Atoi(n.Text)
		if err != nil {
			r.close(path, "is %s, want a whole number", n.Text)
		}
		*to = v
	}}
}

// table reads texts by key.
func (r *report) table(path string, n *jsontree.Node) map[string]string {
	m := map[string]string{}
	r.members(path, n, func(path string, n *jsontree.Node) { m[n.Name] = r.readText(path, n) })
	return m
}

func (r *report) tables(path string, n *jsontree.Node) map[string]map[string]string {
	m := map[string]map[string]string{}
	r.members(path, n, func(path string, n *jsontree.Node) { m[n.Name] = r.table(path, n) })
	return m
}

// join is the path of an object's member. A name that could be mistaken for a path
// or break a line is quoted.
func join(path, name string) string {
	if name == "" || strings.Trim(name, nameLetters) != "" {
		name = strconv.Quote(name)
	}
	if path == "" {
		return name
	}
	return path + "." + name
}
