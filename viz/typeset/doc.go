// Package typeset sets text through golang/freetype: it measures, breaks lines
// and places glyphs, once, in font units, so that the screen and every still
// show the same letters in the same places. Nothing else imports freetype.
//
//	var set typeset.Set
//	set.Add(typeset.Regular, "Rentang Sans", ttf)
//	lines, _ := set.Break(title, "ru", typeset.Style{Size: 13}, 124, 2)
//	for i, line := range lines {
//		set.Draw(&scn, line, typeset.Style{Size: 13}, scene.Point{X: 40, Y: 60 + 17*float64(i)}, typeset.Left, ink)
//	}
//
// One character is one glyph: there are no ligatures and no joining, and text
// runs from left to right. Missing tells which characters a text needs and the
// fonts lack.
package typeset
