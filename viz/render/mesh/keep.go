package mesh

import (
	"math"

	"rentang/viz/scene"
)

// shapeKey names a small shape: its outline relative to the corner of its box,
// and where in the pixel that corner lies.
type shapeKey struct {
	hash   uint64
	fx, fy uint8
}

// shapeSteps is how many places in a pixel, each way, a shape is kept for. An
// eighth of a pixel off the true place at most by half: 16 of 255 levels.
const shapeSteps = 8

// shape paints a small shape from the atlas, where it keeps it; false when there
// is no room.
func (b *Builder) shape(o *outline, box scene.Rect) bool {
	ix, fx := place(box.Min.X, shapeSteps)
	iy, fy := place(box.Min.Y, shapeSteps)
	key := shapeKey{o.hash(box.Min), fx, fy}
	e, ok := b.atlas.shapes[key]
	if !ok {
		w, h := int(math.Ceil(box.W()))+1, int(math.Ceil(box.H()))+1
		b.cells.reset(w, h)
		dx, dy := float64(fx)/shapeSteps-box.Min.X, float64(fy)/shapeSteps-box.Min.Y
		for i := range o.ends {
			pts := o.contour(i)
			last := pts[len(pts)-1]
			for _, p := range pts {
				b.cells.line(last.X+dx, last.Y+dy, p.X+dx, p.Y+dy)
				last = p
			}
		}
		b.mask.reset(w, h)
		b.cells.sweep(&b.mask)
		b.cells.reset(b.width, b.height)
		if e, ok = b.atlas.put(b.mask.pix, w, h, 0, 0); !ok {
			return false
		}
		b.atlas.shapes[key] = e
	}
	b.stamp(e, ix, iy)
	return true
}

// place splits a coordinate into a whole pixel and a step within it.
func place(v float64, steps int) (whole int, step uint8) {
	n := int(math.Floor(v*float64(steps) + 0.5))
	whole = n / steps
	if n < 0 && n%steps != 0 {
		whole--
	}
	return whole, uint8(n - whole*steps)
}

// hash is FNV-1a over the outline seen from a corner, in 1/64 pixels: finer than
// anything that shows.
func (o *outline) hash(from scene.Point) uint64 {
	h := uint64(14695981039346656037)
	mix := func(v uint32) { h = (h ^ uint64(v)) * 1099511628211 }
	for _, p := range o.pts {
		mix(uint32(int32(math.Round((p.X - from.X) * 64))))
		mix(uint32(int32(math.Round((p.Y - from.Y) * 64))))
	}
	for _, e := range o.ends {
		mix(uint32(e))
	}
	return h
}
