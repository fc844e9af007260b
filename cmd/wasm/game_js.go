package main

import (
	"math"
	"syscall/js"
	"time"

	"github.com/hajimehoshi/ebiten/v2"

	"rentang/internal/bridge"
	"rentang/viz/scene"
)

// picture is what the game needs of *viz.App.
type picture interface {
	Update(nowMs float64) (dirty bool)
	Wait() float64
	Scene() *scene.Scene
}

// painter is what the game needs of *screen.Painter.
type painter interface {
	Paint(dst *ebiten.Image, s *scene.Scene, dpr float64)
}

// game is the loop. When nothing moves it blocks inside Update, which stops
// Ebiten's own loop: at rest no frame is drawn and no callback is asked for.
//
// Callbacks from the page run between frames, or while Update blocks, never
// during a step of it; so nothing here needs a lock.
type game struct {
	picture picture
	painter painter
	tell    func()        // tells the page what happened, after each step
	rested  func()        // called each time everything has come to rest
	wakeup  chan struct{} // holds at most one
	clock   js.Value      // performance
	frame   js.Func       // wakes the loop at the next animation frame

	width, height float64 // of the target in device pixels
	stale         bool    // the target does not show the scene
	blocked       bool    // Update waits for a wake-up
	asked         bool    // an animation frame is asked for

	stats bridge.Stats
}

var (
	_ ebiten.LayoutFer = (*game)(nil)
	_ bridge.Loop      = (*game)(nil)
)

func newGame(p picture, to painter) *game {
	g := &game{picture: p, painter: to, tell: func() {}, rested: func() {},
		wakeup: make(chan struct{}, 1), clock: js.Global().Get("performance")}
	g.frame = js.FuncOf(func(js.Value, []js.Value) any {
		g.asked = false
		g.WakeNow()
		return nil
	})
	return g
}

// Stats implements bridge.Loop.
func (g *game) Stats() bridge.Stats { return g.stats }

// now is the page's clock, in milliseconds; events carry the same.
func (g *game) now() float64 { return g.clock.Call("now").Float() }

// Wake implements bridge.Loop: it lets a resting loop go on with the next animation frame, so that a row of
// events costs one frame and none is drawn that nobody sees.
func (g *game) Wake() {
	if g.blocked && !g.asked {
		g.asked = true
		js.Global().Call("requestAnimationFrame", g.frame)
	}
}

// WakeNow implements bridge.Loop: a resting loop goes on at once: the frame is drawn before the
// callback returns to the page. After a change of size anything else would show an
// empty canvas, which Ebiten has already resized.
func (g *game) WakeNow() {
	select {
	case g.wakeup <- struct{}{}:
	default:
	}
}

// Update implements ebiten.Game. It returns when there is something to draw or
// something moves.
//
// A resize of the window makes Ebiten run a frame of its own, which waits for the
// lock that a blocked Update holds (internal/ui/ui_js.go, updateImpl). It gets its
// turn at the next wake-up, finds the target stale through LayoutF, and draws.
func (g *game) Update() error {
	for {
		start := g.now()
		if g.picture.Update(start) {
			g.stale = true
			g.stats.LayoutMS = g.now() - start
		}
		g.tell()
		wait := g.picture.Wait()
		if g.stale || wait == 0 {
			return nil
		}
		g.rest(wait)
	}
}

// rest blocks until something happens, or for wait milliseconds.
func (g *game) rest(wait float64) {
	var timer <-chan time.Time
	if math.IsInf(wait, 1) {
		g.rested()
	} else {
		t := time.NewTimer(time.Duration(wait * float64(time.Millisecond)))
		defer t.Stop()
		timer = t.C
	}
	g.blocked = true
	select {
	case <-g.wakeup:
	case <-timer:
	}
	g.blocked = false
}

// Draw implements ebiten.Game. The target keeps what it shows.
func (g *game) Draw(target *ebiten.Image) {
	if !g.stale {
		return
	}
	start := g.now()
	g.painter.Paint(target, g.picture.Scene(), ebiten.Monitor().DeviceScaleFactor())
	g.stats.PaintMS = g.now() - start
	g.stale = false
	g.stats.Frames++
}

// LayoutF implements ebiten.LayoutFer: one pixel of the target is one pixel of the
// screen. Ebiten makes a new, empty target when the size changes.
func (g *game) LayoutF(width, height float64) (float64, float64) {
	dpr := ebiten.Monitor().DeviceScaleFactor()
	width, height = width*dpr, height*dpr
	if width != g.width || height != g.height {
		g.width, g.height, g.stale = width, height, true
	}
	return width, height
}

// Layout implements ebiten.Game; Ebiten calls LayoutF instead.
func (g *game) Layout(width, height int) (int, int) { return width, height }
