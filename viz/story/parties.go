package story

import "rentang/viz/jsontree"

// readParties decodes the two places that orient a reader on every map of the story.
func (d *decoder) readParties(v *value) {
	const both = 2
	const expected = "expected a list of the two parties"
	if v.absent() || !v.is(jsontree.Array, expected) {
		return
	}
	if n := len(v.n.Kids); n < both {
		v.fail(entries(n), expected+", or no such field")
	}
	for i := range v.list(expected, both) {
		item := v.item(i)
		if !item.only("expected a party in braces", "id", "label", "lat", "lon") {
			continue
		}
		id, label := item.member("id"), item.member("label")
		p := Party{ID: id.id(true), Label: label.words(MaxLabel)}
		p.Lat, p.Lon = item.degrees()
		if len(d.story.Parties) > 0 && d.story.Parties[0].ID == p.ID {
			id.fail(quote(p.ID)+" occurs twice", "expected an id of its own")
		}
		d.story.Parties = append(d.story.Parties, p)
	}
}

// entries counts the entries of a list that is too short.
func entries(n int) string {
	if n == 0 {
		return "is empty"
	}
	return "1 entry"
}

// degrees decodes the members lat and lon of an object.
func (v *value) degrees() (latitude, longitude float64) {
	lat, lon := v.member("lat"), v.member("lon")
	latitude, _ = lat.number(-90, 90, "expected degrees of latitude from -90 to 90")
	longitude, _ = lon.number(-180, 180, "expected degrees of longitude from -180 to 180")
	return latitude, longitude
}
