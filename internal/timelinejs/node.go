package timelinejs

import (
	"strconv"
	"strings"

	"rentang/viz/jsontree"
)

// node is a value of the document: order and spelling stay, lines are known.
type node = jsontree.Node

func text(s string) node  { return node{Kind: jsontree.String, Text: s} }
func whole(n int) node    { return node{Kind: jsontree.Number, Text: strconv.Itoa(n)} }
func flag(yes bool) node  { return node{Kind: jsontree.Bool, Text: strconv.FormatBool(yes)} }
func null() node          { return node{Kind: jsontree.Null, Text: "null"} }
func list(n ...node) node { return node{Kind: jsontree.Array, Kids: n} }
func object() node        { return node{Kind: jsontree.Object} }
func real(x float64) node {
	return node{Kind: jsontree.Number, Text: strconv.FormatFloat(x, 'g', -1, 64)}
}
func isObject(n *node) bool { return n != nil && n.Kind == jsontree.Object }

// get walks down members; nil where one is missing.
func get(n *node, names ...string) *node {
	for _, name := range names {
		if n == nil {
			return nil
		}
		n = n.Member(name)
	}
	return n
}

// str is a text or number as a trimmed text; empty for anything else, which is how
// TimelineJS treats null and what is missing.
func str(n *node) string {
	if n == nil || n.Kind != jsontree.String && n.Kind != jsontree.Number {
		return ""
	}
	return strings.TrimSpace(n.Text)
}

// kids is the items of a list; none for anything else.
func kids(n *node) []node {
	if n == nil || n.Kind != jsontree.Array {
		return nil
	}
	return n.Kids
}

// set gives an object a member, in the place of the one it has.
func set(n *node, name string, v node) {
	v.Name = name
	if m := n.Member(name); m != nil {
		v.Line = m.Line
		*m = v
		return
	}
	n.Kids = append(n.Kids, v)
}

// put is set for texts that are there.
func put(n *node, name, s string) {
	if s != "" {
		set(n, name, text(s))
	}
}

// within is a member that is an object; it is made where it is missing.
func within(n *node, name string) *node {
	if !isObject(n.Member(name)) {
		set(n, name, object())
	}
	return n.Member(name)
}

// drop removes every member of a name.
func drop(n *node, name string) {
	kept := n.Kids[:0:0]
	for _, kid := range n.Kids {
		if kid.Name != name {
			kept = append(kept, kid)
		}
	}
	n.Kids = kept
}

// clone is a copy that shares nothing that set and drop change.
func clone(n node) node {
	kids := make([]node, len(n.Kids))
	for i := range n.Kids {
		kids[i] = clone(n.Kids[i])
	}
	n.Kids = kids
	return n
}

// same reports whether two values say the same; the order of members counts, since
// both sides of every comparison are made by the same hand.
func same(a, b *node) bool {
	if a == nil || b == nil {
		return a == b
	}
	if a.Kind != b.Kind || a.Text != b.Text || a.Name != b.Name || len(a.Kids) != len(b.Kids) {
		return false
	}
	for i := range a.Kids {
		if !same(&a.Kids[i], &b.Kids[i]) {
			return false
		}
	}
	return true
}

// difference is what has to be laid over base to get want: members that differ, and
// null for those that want lacks. ok is false when there is none.
func difference(base, want *node) (diff node, ok bool) {
	diff = object()
	for i := range want.Kids {
		if name := want.Kids[i].Name; !same(base.Member(name), &want.Kids[i]) {
			set(&diff, name, want.Kids[i])
		}
	}
	for i := range base.Kids {
		if name := base.Kids[i].Name; want.Member(name) == nil {
			set(&diff, name, null())
		}
	}
	return diff, len(diff.Kids) > 0
}

// overlay lays a difference over an object.
func overlay(n *node, diff *node) {
	for _, kid := range diff.Kids {
		if kid.Kind == jsontree.Null {
			drop(n, kid.Name)
		} else {
			set(n, kid.Name, clone(kid))
		}
	}
}
