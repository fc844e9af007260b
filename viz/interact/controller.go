package interact

import (
	"math"

	"rentang/viz/scene"
)

// Distances in CSS pixels and times in milliseconds that tell gestures apart.
const (
	slopMouse = 4 // a mouse that moved less has clicked
	slopTouch = 8 // a finger or a pen that moved less has tapped
	doubleMS  = 300
	doublePx  = 24
	leastGrip = 16 // two fingers nearer than this count as this far apart
)

// Controller tells gestures apart: click, drag, pinch, double tap, wheel. One
// engine reads mouse, touch and pen. The zero Controller is ready.
type Controller struct {
	Portrait bool // time runs downwards

	grips    [2]grip // the pointers that are down, first come first
	n        int
	dragging bool
	spoilt   bool // a second finger came, so that this is no tap any more
	flat     bool // the pinch counts distance along only
	trace    trace
	tapAt    scene.Point
	tapTime  float64
	tapped   bool
	wheel    wheelMemory
}

// grip is a pointer that is down.
type grip struct {
	id     int
	from   scene.Point
	at     scene.Point
	device Device
}

// Active reports whether a pointer is down.
func (c *Controller) Active() bool { return c.n > 0 }

// Dragging reports whether a drag or a pinch is under way.
func (c *Controller) Dragging() bool { return c.dragging }

// Pointer reads one pointer event. Events with coordinates that are no numbers,
// of pointers that never went down, and of a third finger are ignored.
func (c *Controller) Pointer(e Pointer) Intent {
	if !finite(e.At.X, e.At.Y, e.Time) {
		return Intent{}
	}
	i := c.find(e.ID)
	switch e.Phase {
	case Down:
		return c.down(e, i)
	case Move:
		if i < 0 {
			return c.hover(e)
		}
		if e.Device == Mouse && e.Buttons&1 == 0 {
			// The button was let go outside the window, unseen.
			c.end(i)
			return c.afterwards(e, 0)
		}
		return c.move(e, i)
	case Up:
		if i >= 0 {
			return c.up(e, i)
		}
	case Cancel:
		if i >= 0 {
			c.end(i)
			return c.afterwards(e, 0)
		}
	case Leave:
		if i < 0 {
			return Intent{Do: Unhover, Device: e.Device}
		}
	}
	return Intent{}
}

func (c *Controller) find(id int) int {
	for i := range c.n {
		if c.grips[i].id == id {
			return i
		}
	}
	return -1
}

func (c *Controller) down(e Pointer, i int) Intent {
	if e.Device == Mouse && e.Buttons&1 == 0 {
		return Intent{} // another button
	}
	if i >= 0 { // its Up was lost
		c.end(i)
	}
	if c.n == len(c.grips) {
		return Intent{}
	}
	c.grips[c.n] = grip{e.ID, e.At, e.At, e.Device}
	c.n++
	if c.n == 2 {
		c.spoilt, c.tapped = true, false
		return c.grab()
	}
	c.dragging, c.spoilt = false, false
	c.trace.reset()
	c.trace.add(e.Time, c.along(e.At))
	return Intent{Do: Press, At: e.At, Device: e.Device}
}

func (c *Controller) move(e Pointer, i int) Intent {
	g := &c.grips[i]
	g.at = e.At
	if c.n == 1 {
		c.trace.add(e.Time, c.along(e.At))
	}
	if !c.dragging {
		slop := float64(slopTouch)
		if g.device == Mouse {
			slop = slopMouse
		}
		if math.Hypot(e.At.X-g.from.X, e.At.Y-g.from.Y) < slop {
			return Intent{}
		}
		return c.grab()
	}
	return c.held(Drag)
}

func (c *Controller) up(e Pointer, i int) Intent {
	if c.n == 1 && !c.dragging && !c.spoilt {
		c.end(i)
		return c.tap(e)
	}
	speed := 0.0
	if c.n == 1 {
		speed = c.trace.speed(e.Time)
	}
	c.end(i)
	return c.afterwards(e, speed)
}

// tap is a click, or the second of two fingers' taps. A mouse's double click is
// told by the browser, which knows the user's own speed for it.
func (c *Controller) tap(e Pointer) Intent {
	near := math.Hypot(e.At.X-c.tapAt.X, e.At.Y-c.tapAt.Y) < doublePx
	since := e.Time - c.tapTime
	if e.Device != Mouse && c.tapped && near && since >= 0 && since < doubleMS {
		c.tapped = false
		return Intent{Do: DoubleTap, At: e.At, Device: e.Device}
	}
	c.tapAt, c.tapTime, c.tapped = e.At, e.Time, true
	return Intent{Do: Tap, At: e.At, Device: e.Device}
}

// afterwards is what a lifted pointer leaves: the other finger's drag, or nothing.
func (c *Controller) afterwards(e Pointer, speed float64) Intent {
	if c.n > 0 {
		c.trace.reset()
		c.trace.add(e.Time, c.along(c.grips[0].at))
		return c.grab()
	}
	if !c.dragging {
		return Intent{}
	}
	c.dragging = false
	return Intent{Do: Release, At: e.At, Device: e.Device, Speed: speed}
}

// end forgets grip i.
func (c *Controller) end(i int) {
	c.n--
	c.grips[i] = c.grips[c.n]
}

// grab begins a drag from where the pointers are now.
func (c *Controller) grab() Intent {
	c.dragging = true
	if c.n == 2 {
		a, b := c.grips[0].at, c.grips[1].at
		c.flat = math.Abs(c.along(a)-c.along(b)) >= math.Hypot(a.X-b.X, a.Y-b.Y)/2
	}
	return c.held(Grab)
}

// held is an intent of the pointers that are down. Fingers that lie along time
// keep both instants under them; fingers across it have no two instants to keep
// and zoom by their plain distance.
func (c *Controller) held(do Verb) Intent {
	a := c.grips[0].at
	in := Intent{Do: do, At: a, Device: c.grips[0].device, Mid: c.along(a), Spread: 1}
	if c.n == 2 {
		b := c.grips[1].at
		in.At = scene.Point{X: (a.X + b.X) / 2, Y: (a.Y + b.Y) / 2}
		in.Mid = (c.along(a) + c.along(b)) / 2
		if c.flat {
			in.Spread = math.Abs(c.along(a) - c.along(b))
		} else {
			in.Spread = math.Hypot(a.X-b.X, a.Y-b.Y)
		}
		in.Spread = max(in.Spread, leastGrip)
	}
	return in
}

func (c *Controller) hover(e Pointer) Intent {
	if e.Device == Touch || c.n > 0 {
		return Intent{}
	}
	return Intent{Do: Hover, At: e.At, Device: e.Device}
}

// along is the coordinate of p on the axis of time.
func (c *Controller) along(p scene.Point) float64 {
	if c.Portrait {
		return p.Y
	}
	return p.X
}
