package story

import (
	"slices"

	"rentang/viz/jsontree"
)

// readGroups decodes the groups that events may belong to.
func (d *decoder) readGroups(v *value) {
	before := len(v.f.problems) + v.f.dropped
	for i := range v.list("expected a list of groups", MaxGroups) {
		item := v.item(i)
		if !item.only("expected a group in braces", "id", "label") {
			continue
		}
		id, label := item.member("id"), item.member("label")
		g := Group{ID: id.id(true), Label: label.words(MaxLabel)}
		if slices.ContainsFunc(d.story.Groups, func(o Group) bool { return o.ID == g.ID }) {
			id.fail(quote(g.ID)+" occurs twice", "expected an id of its own")
		}
		d.story.Groups = append(d.story.Groups, g)
	}
	d.groupsKnown = len(v.f.problems)+v.f.dropped == before
}

// group is the optional id of a group.
func (v *value) group() string {
	if v.absent() || v.n.Kind == jsontree.String && v.n.Text == "" {
		return ""
	}
	if !v.is(jsontree.String, "expected the id of a group of "+storyFile) {
		return ""
	}
	if d := v.f.d; d.groupsKnown && d.story.GroupLabel(v.n.Text) == nil {
		names := make([]string, len(d.story.Groups))
		for i, g := range d.story.Groups {
			names[i] = g.ID
		}
		v.fail("unknown group "+quote(v.n.Text), expectedOf(v.n.Text, names, "groups"))
	}
	return v.n.Text
}
