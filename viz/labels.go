package viz

// Times of the labels' change from one zoom level to the next, in milliseconds.
const (
	labelFade   = 180
	labelSettle = 300 // a zoom that trembles about a boundary must rest this long
)

// labels decides which solution of the labels is shown, see layout.View. Levels
// count upwards while zooming in. A solution is legal at its own level and at all
// finer ones, so while the zoom trembles about a boundary the coarser solution is
// held; at rest the labels are always those of the view's own level, whatever led
// to it.
type labels struct {
	known     bool
	from      int     // the level shown, or faded from
	fade      float64 // how far from has faded
	own       int     // the view's level at the last step
	length    float64 // and its length
	in        bool    // the level last changed inwards
	changed   float64 // milliseconds since it changed
	rest      float64 // milliseconds since the length changed
	trembling bool
}

// reset forgets what is shown: the next step shows its own level at once.
func (l *labels) reset() { *l = labels{} }

// step lets dt milliseconds pass at a view of a level and a length in days.
func (l *labels) step(own int, length, dt float64) (from int, fade float64) {
	if !l.known {
		*l = labels{known: true, from: own, own: own, length: length, changed: labelSettle}
		return own, 1
	}
	l.observe(own, length, dt)
	switch {
	case own == l.from:
		l.fade = 0
		return own, 1
	case l.trembling && own > l.from:
		l.fade = 0
		return l.from, 0
	}
	if l.fade += dt / labelFade; l.fade >= 1 {
		l.from, l.fade = own, 0
		return own, 1
	}
	return l.from, l.fade
}

// observe finds out whether the zoom trembles.
func (l *labels) observe(own int, length, dt float64) {
	l.changed += dt
	if l.rest += dt; length != l.length {
		l.length, l.rest = length, 0
	}
	if own != l.own {
		in := own > l.own
		if in != l.in && l.changed < labelSettle {
			l.trembling = true
			l.from, l.fade = min(own, l.own), 0
		}
		l.own, l.in, l.changed = own, in, 0
	}
	// A zoom that goes on inwards does not tremble.
	if l.rest >= labelSettle || own > l.from+1 {
		l.trembling = false
	}
}

// busy reports whether the labels still change by themselves.
func (l *labels) busy() bool { return l.known && l.own != l.from }
