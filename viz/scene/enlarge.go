package scene

// Enlarge multiplies every length of the scene by k: a picture composed for a
// small size is drawn larger, its type with it. k must be positive.
func (s *Scene) Enlarge(k float64) {
	grow := func(p *Point) { p.X, p.Y = p.X*k, p.Y*k }
	box := func(r *Rect) { grow(&r.Min); grow(&r.Max) }
	grow(&s.Size)
	for i := range s.points {
		grow(&s.points[i])
	}
	for i := range s.glyphs {
		grow(&s.glyphs[i].At)
	}
	for i := range s.ops {
		o := &s.ops[i]
		o.width, o.size = o.width*k, o.size*k
		box(&o.dst)
	}
	for i := range s.Zones {
		box(&s.Zones[i].Area)
		grow(&s.Zones[i].At)
	}
}
