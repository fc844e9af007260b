// Package still draws a scene into a file: SVG, PNG or PDF, through
// tdewolff/canvas. It is the only package that imports canvas.
//
// The scene's coordinates are final, so a still adds nothing to the picture: it
// flips the y axis, which canvas counts from the bottom, fills glyph outlines
// instead of asking anybody for fonts, and writes what people and machines are
// told about the picture - its title, its description, its language, its credits.
// The same scene gives the same bytes, always and in every format.
//
//	err := still.SVG(w, s, still.Resources{Type: fonts})
package still
