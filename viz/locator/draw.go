package locator

import (
	"math"

	"rentang/viz/scene"
)

// Style is the colours of a map. Capital and Here must stand out from Sea and Land.
type Style struct {
	Sea, Land, Coast, Border scene.Color
	Capital, Here            scene.Color
	Halo                     scene.Color // around every mark
	Unit                     float64     // how much larger than on a page lengths are drawn; 0 means 1
}

// Lengths of the marks, in CSS pixels.
const (
	dotRadius  = 2.7
	ringRadius = 6.5
	ringWidth  = 1.75
	haloWidth  = 1.25
	hairline   = 0.75
	sameMark   = 5.0 // an event so near a capital hides its dot
)

// Draw draws the map into its rectangle. Labels are left to the caller; see Labels.
func (v *View) Draw(dst scene.Painter, s Style) {
	u := s.Unit
	if u == 0 {
		u = 1
	}
	var p scene.Path
	p.Rect(v.rect)
	dst.Fill(&p, s.Sea)
	if !v.land.Empty() {
		dst.Fill(&v.land, s.Land)
	}
	if !v.coast.Empty() {
		dst.Stroke(&v.coast, scene.Pen{Width: hairline * u, Color: s.Coast, Cap: scene.Round})
	}
	dst.Stroke(&p, scene.Pen{Width: 1, Color: s.Border})
	// Rings lie lowest: a capital near the event keeps its whole dot.
	for i, at := range v.at {
		if v.places[i].Here {
			p.Reset()
			p.Circle(at.X, at.Y, ringRadius*u)
			dst.Stroke(&p, scene.Pen{Width: (ringWidth + 2*haloWidth) * u, Color: s.Halo})
			dst.Stroke(&p, scene.Pen{Width: ringWidth * u, Color: s.Here})
		}
	}
	for i, at := range v.at {
		if v.places[i].Capital && !v.underEvent(i, u) {
			dot(dst, &p, at, dotRadius*u, s.Capital, haloWidth*u, s.Halo)
		}
	}
	for i, at := range v.at {
		if v.places[i].Here {
			dot(dst, &p, at, dotRadius*u, s.Here, haloWidth*u, s.Halo)
		}
	}
}

// dot draws a filled circle in a halo.
func dot(dst scene.Painter, p *scene.Path, at scene.Point, r float64, c scene.Color, wide float64, halo scene.Color) {
	p.Reset()
	p.Circle(at.X, at.Y, r+wide)
	dst.Fill(p, halo)
	p.Reset()
	p.Circle(at.X, at.Y, r)
	dst.Fill(p, c)
}

// underEvent reports whether a capital's dot would show as a rim of the event's.
func (v *View) underEvent(i int, u float64) bool {
	for j, p := range v.places {
		if p.Here && math.Hypot(v.at[i].X-v.at[j].X, v.at[i].Y-v.at[j].Y) < sameMark*u {
			return true
		}
	}
	return false
}

// At is where place i stands, in CSS pixels.
func (v *View) At(i int) scene.Point { return v.at[i] }

// reach is how far from its place the mark of a place goes: the ring where there is
// one, the event's for a capital that stands under it.
func (v *View) reach(i int, u float64) float64 {
	switch p := v.places[i]; {
	case p.Here || p.Capital && v.underEvent(i, u):
		return (ringRadius + ringWidth/2 + haloWidth) * u
	case p.Capital:
		return (dotRadius + haloWidth) * u
	}
	return 0
}

// Rect is the rectangle that the map was fitted to.
func (v *View) Rect() scene.Rect { return v.rect }
