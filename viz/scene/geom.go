package scene

import (
	"image/color"
	"math"
)

// Color is an opaque sRGB colour. The scene knows no transparency: layout mixes
// a tint with its ground once, so that every backend paints the same value.
type Color = color.RGBA

// Mix returns the colour a share t of the way from a to b, in plain sRGB values;
// t is clamped to 0..1.
func Mix(a, b Color, t float64) Color {
	t = min(1, max(0, t))
	m := func(x, y uint8) uint8 { return uint8(math.Round(float64(x) + (float64(y)-float64(x))*t)) }
	return Color{R: m(a.R, b.R), G: m(a.G, b.G), B: m(a.B, b.B), A: 255}
}

// Point is a place in CSS pixels, y down.
type Point struct{ X, Y float64 }

// Rect is an axis-aligned rectangle in CSS pixels; Min is the upper left corner.
type Rect struct{ Min, Max Point }

// R makes a rectangle from its upper left corner and its size.
func R(x, y, w, h float64) Rect { return Rect{Point{x, y}, Point{x + w, y + h}} }

// W is the width, in CSS pixels.
func (r Rect) W() float64 { return r.Max.X - r.Min.X }

// H is the height, in CSS pixels.
func (r Rect) H() float64 { return r.Max.Y - r.Min.Y }

// Empty reports whether the rectangle has no area.
func (r Rect) Empty() bool { return r.Max.X <= r.Min.X || r.Max.Y <= r.Min.Y }

// Center is the middle of the rectangle.
func (r Rect) Center() Point { return Point{(r.Min.X + r.Max.X) / 2, (r.Min.Y + r.Max.Y) / 2} }

// Has reports whether p lies inside, edges included.
func (r Rect) Has(p Point) bool {
	return p.X >= r.Min.X && p.X <= r.Max.X && p.Y >= r.Min.Y && p.Y <= r.Max.Y
}

// Grow moves every edge outwards by d; a negative d moves them in.
func (r Rect) Grow(d float64) Rect {
	return Rect{Point{r.Min.X - d, r.Min.Y - d}, Point{r.Max.X + d, r.Max.Y + d}}
}

// Overlaps reports whether two rectangles share area; touching edges do not count.
func (r Rect) Overlaps(s Rect) bool {
	return r.Min.X < s.Max.X && s.Min.X < r.Max.X && r.Min.Y < s.Max.Y && s.Min.Y < r.Max.Y
}

// Union is the smallest rectangle that holds both.
func (r Rect) Union(s Rect) Rect {
	return Rect{Point{min(r.Min.X, s.Min.X), min(r.Min.Y, s.Min.Y)}, Point{max(r.Max.X, s.Max.X), max(r.Max.Y, s.Max.Y)}}
}
