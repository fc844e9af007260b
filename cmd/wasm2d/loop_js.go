package main

import (
	"math"
	"syscall/js"

	"rentang/internal/bridge"
	"rentang/viz"
)

// loop draws in animation frames, and asks for the next one only while something
// moves or is still to be drawn. At rest nothing is asked for; between two stops
// of Play one timer runs.
//
// Everything happens in callbacks from the page, one after the other; so nothing
// here needs a lock.
type loop struct {
	app     *viz.App
	painter *painter
	tell    func() // tells the page what happened, after each step
	rested  func() // called each time everything has come to rest

	clock           js.Value // performance
	frame, timeout  js.Func
	asked, stepping bool
	timer           js.Value // of timeout; undefined when none runs
	stats           bridge.Stats
}

var _ bridge.Loop = (*loop)(nil)

func newLoop(app *viz.App, p *painter, tell, rested func()) *loop {
	l := &loop{app: app, painter: p, tell: tell, rested: rested, clock: js.Global().Get("performance")}
	l.frame = js.FuncOf(func(js.Value, []js.Value) any {
		l.asked = false
		l.step()
		return nil
	})
	l.timeout = js.FuncOf(func(js.Value, []js.Value) any {
		l.timer = js.Undefined()
		l.Wake()
		return nil
	})
	return l
}

// Stats implements bridge.Loop.
func (l *loop) Stats() bridge.Stats { return l.stats }

// now is the page's clock, in milliseconds; events carry the same.
func (l *loop) now() float64 { return l.clock.Call("now").Float() }

// Wake implements bridge.Loop.
func (l *loop) Wake() {
	if !l.asked {
		l.asked = true
		js.Global().Call("requestAnimationFrame", l.frame)
	}
}

// WakeNow implements bridge.Loop. A call from within a step, by a page that
// changes size on what it is told, waits for the next frame.
func (l *loop) WakeNow() {
	if l.stepping {
		l.Wake()
		return
	}
	l.step()
}

// step lets the time come and draws what that changes.
func (l *loop) step() {
	l.stepping = true
	start := l.now()
	if l.app.Update(start) {
		drawn := l.now()
		l.painter.paint(l.app.Scene())
		l.stats.LayoutMS, l.stats.PaintMS = drawn-start, l.now()-drawn
		l.stats.Frames++
	}
	l.tell()
	l.stepping = false
	l.rest()
}

// rest sees to the next step.
func (l *loop) rest() {
	if l.timer.Truthy() {
		js.Global().Call("clearTimeout", l.timer)
		l.timer = js.Undefined()
	}
	switch wait := l.app.Wait(); {
	case l.asked:
	case wait == 0:
		l.Wake()
	case math.IsInf(wait, 1):
		l.rested()
	default:
		l.timer = js.Global().Call("setTimeout", l.timeout, wait)
	}
}
