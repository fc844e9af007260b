// Package canvas2d turns a scene into one list of numbers that a short script
// replays on a 2D canvas: the picture for browsers without a usable GPU. It knows
// no browser itself.
//
// The list is in device pixels. It begins with
//
//	width, height, background
//
// and goes on with commands:
//
//	1  fill    color, contours; for each: n, then n times x, y
//	2  stroke  color, width, cap (0 butt, 1 round), contours; for each: n (negative when closed), then n times x, y
//	3  glyphs  color, a, b, c, d, n; then n times number, x, y
//	4  glyph   number, n, then n numbers of its outline
//
// A color is 0xRRGGBB. The four numbers of glyphs lead from the outline's units to
// device pixels, as in setTransform. An outline says 0 x y for a new contour, 1 x y
// for a line, 2 cx cy x y for a quadratic curve; contours close by themselves. It
// comes once, before its first use, and holds for all lists after it.
//
// Measured in Chromium without a GPU, 1000x600, a whole story of 1206 glyphs, main
// thread a frame in milliseconds, of which 3.7 are shapes: each glyph a Path2D of
// its own, filled under setTransform, 8.1; each run one path, kept from frame to
// frame, 9.3; masks from a filled atlas by drawImage 8 to 10, and 280 where new
// masks come in, since the atlas is copied each time; each run one path traced
// anew 11.8; runs of one colour together 15.8. At two device pixels to each CSS
// pixel the order is the same. Shapes of one colour that follow each other are too
// few to be joined: 20 of 374.
package canvas2d
