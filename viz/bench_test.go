package viz

import (
	"testing"

	"rentang/viz/interact"
	"rentang/viz/scene"
)

// BenchmarkFrame is a frame of a wheel zoom on the real story: input, camera,
// layout, zones.
func BenchmarkFrame(b *testing.B) {
	a := NewApp(builtIn(b, scene.Point{X: 1200, Y: 675}))
	now, i := 0.0, 0
	frame := func() {
		now += 16
		dy := -40.0
		if i++; i/60%2 == 1 { // in for a second, out for a second
			dy = 40
		}
		a.Wheel(interact.Wheel{At: scene.Point{X: 700, Y: 300}, DY: dy, Time: now})
		a.Update(now)
		a.Events()
	}
	for range 240 { // solves the labels of every level on the way
		frame()
	}
	b.ReportAllocs()
	for b.Loop() {
		frame()
	}
}
