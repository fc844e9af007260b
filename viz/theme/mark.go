package theme

import "image/color"

// Family groups the kinds of event; a family has one colour, shapes tell its
// kinds apart.
type Family uint8

// The families.
const (
	Words Family = iota // diplomacy, treaty, rupture, and kinds that nobody knows
	Force               // war, military, nuclear
	Goods               // aid, economy
	familyCount
)

// FamilyOf is the family of an event kind; Words for an unknown one.
func FamilyOf(kind string) Family {
	switch kind {
	case "war", "military", "nuclear":
		return Force
	case "aid", "economy":
		return Goods
	}
	return Words
}

// Marker returns the colour of an event mark of that kind.
func (t *Theme) Marker(kind string) color.RGBA { return t.marks[FamilyOf(kind)] }

// MarkSize is the side of the square that a mark of an importance (1 to 5) is
// drawn in, in CSS pixels at a picture width up to 1200. Importance beyond that
// range counts as the nearest in it.
func MarkSize(importance int) float64 {
	sizes := [5]float64{8, 8.5, 9.5, 11.5, 13}
	return sizes[min(5, max(1, importance))-1]
}

// MarkFilled reports whether a mark of an importance is drawn filled (4 and 5)
// or light: as an outline or a thinner skeleton.
func MarkFilled(importance int) bool { return importance >= 4 }
