package interact

import (
	"math"

	"rentang/viz/timescale"
)

// Wheel makes the view ratio times as long about the instant at pixel px, which
// stays there to the end of the motion. A new call on the way adds to the target.
func (c *Camera) Wheel(ratio, px float64) { c.zoom(ratio, px, glideQuick) }

// ZoomAbout is Wheel for a double click: slower.
func (c *Camera) ZoomAbout(ratio, px float64) { c.zoom(ratio, px, glideSoft) }

func (c *Camera) zoom(ratio, px, stiff float64) {
	if !finite(ratio, px) || ratio <= 0 {
		return
	}
	c.hold(c.share(px), stiff)
	l := &c.glide.length
	l.to = c.clampLength(l.to + math.Log(ratio))
}

// PanBy moves the view by a share of its length, eased. Calls on the way add up.
func (c *Camera) PanBy(share float64) {
	if !finite(share) {
		return
	}
	c.hold(.5, glideSoft)
	c.glide.place.to -= share
}

// Scroll moves the content by px pixels at once; a zoom under way goes on about
// the same instant.
func (c *Camera) Scroll(px float64) {
	if !finite(px) {
		return
	}
	if c.motion != gliding {
		c.Cut(c.span.Pan(-px * c.perPixel()))
		return
	}
	d := px / (c.p1 - c.p0)
	g := &c.glide
	g.place.x += d
	g.place.to += d
	c.settle(g.span(g.place.x, g.length.x))
}

// hold begins a glide about the instant at a share of the view, or turns the
// present one so that it goes on about that instant.
func (c *Camera) hold(share, stiff float64) {
	g := glide{about: c.span.Start + share*c.span.Len(), stiff: stiff}
	l := math.Log(c.span.Len())
	g.place, g.length = spring{x: share, to: share}, spring{x: l, to: l}
	switch c.motion {
	case gliding:
		old := &c.glide
		g.length = old.length
		g.place.to += old.place.to - old.place.x
		g.place.v = old.place.v
	case flying:
		g.length.v = min(max(c.dlnw, -.01), .01)
	}
	c.glide, c.motion = g, gliding
}

func (c *Camera) stepGlide(dt float64) {
	s, done := c.glide.step(dt)
	c.settle(s)
	if done {
		c.Stop()
	}
}

// settle shows a glide's view. Where a limit stops it, the glide goes on from
// what is shown: else it would run on unseen and have to come all the way back.
func (c *Camera) settle(s timescale.Span) {
	c.span = c.Fit(s)
	if c.span == s {
		return
	}
	g := &c.glide
	g.place.to, g.place.v = g.place.x, 0
	g.about = c.span.Start + g.place.x*c.span.Len()
	if l := math.Log(c.span.Len()); math.Abs(l-g.length.x) > 1e-9 {
		g.length.x, g.length.v = l, 0
	}
}

// Grab begins a drag (spread 1) or a pinch with its middle at pixel mid and its
// fingers spread pixels apart.
func (c *Camera) Grab(mid, spread float64) {
	c.Stop()
	if !finite(mid, spread) || spread <= 0 {
		return
	}
	c.motion = held
	c.grip.about = c.span.Start + c.share(mid)*c.span.Len()
	c.grip.length, c.grip.spread = c.span.Len(), spread
}

// Drag moves the view so that what was grabbed is under the hand again, wherever
// limits allow it: the instants under both fingers of a pinch stay under them.
func (c *Camera) Drag(mid, spread float64) {
	if c.motion != held || !finite(mid, spread) || spread <= 0 {
		return
	}
	w := min(max(c.grip.length*c.grip.spread/spread, c.lim.Least), c.lim.Bounds.Len())
	at := c.grip.about - c.share(mid)*w
	c.span = c.Fit(timescale.Span{Start: at, End: at + w})
}

// Release ends a drag with a speed in pixels a millisecond, which becomes a fling.
func (c *Camera) Release(speed float64) {
	if c.motion != held {
		return
	}
	c.Stop()
	if finite(speed) && math.Abs(speed) >= flingLeast {
		c.motion = flinging
		c.fling = fling{speed: min(max(speed, -flingMost), flingMost)}
	}
}

// share is where in the view pixel px lies: 0 at its start, 1 at its end.
func (c *Camera) share(px float64) float64 {
	return (px - c.p0) / (c.p1 - c.p0)
}

// clampLength keeps the logarithm of a length within the limits.
func (c *Camera) clampLength(l float64) float64 {
	return min(max(l, math.Log(min(c.lim.Least, c.lim.Bounds.Len()))), math.Log(c.lim.Bounds.Len()))
}
