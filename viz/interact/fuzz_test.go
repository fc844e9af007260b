package interact

import (
	"encoding/binary"
	"math"
	"testing"

	"rentang/viz/scene"
	"rentang/viz/timescale"
)

// FuzzEvents feeds any bytes as a stream of events through controller and camera
// and checks that the view stays a stretch of time within its limits, that a
// gesture always ends, and that the camera comes to rest.
func FuzzEvents(f *testing.F) {
	f.Add([]byte{0, 1, 10, 20, 5, 1, 1, 60, 20, 5, 2, 1, 90, 20, 5})
	f.Add([]byte{5, 0, 40, 200, 1, 5, 0, 60, 30, 1, 6, 0, 0, 0, 9})
	f.Add([]byte{0, 1, 0, 0, 1, 0, 2, 90, 0, 1, 1, 2, 250, 0, 1, 2, 1, 0, 0, 1, 3, 2, 0, 0, 1})
	f.Fuzz(func(t *testing.T, data []byte) {
		var ctl Controller
		cam := camera(timescale.Span{Start: 0, End: 2000})
		now := 0.0
		for len(data) >= 5 {
			op, id, x, y, dt := data[0], data[1], float64(data[2])*8, float64(data[3])*4, float64(data[4])
			data = data[5:]
			if op == 255 && len(data) >= 8 { // any number at all
				x = math.Float64frombits(binary.LittleEndian.Uint64(data))
				data = data[8:]
			}
			now += dt
			var in Intent
			if op%8 < 5 {
				in = ctl.Pointer(Pointer{Phase: Phase(op % 8), ID: int(id % 4), At: scene.Point{X: x, Y: y},
					Buttons: int(op>>6) & 1, Device: Device(id>>4) % 3, Time: now})
			} else if op%8 == 5 {
				in = ctl.Wheel(Wheel{At: scene.Point{X: y}, DX: float64(int8(id)), DY: x - 1000, Mods: Mods(id & 15), Time: now})
			}
			switch in.Do {
			case Press:
				cam.Stop()
			case Grab:
				cam.Grab(in.Mid, in.Spread)
			case Drag:
				cam.Drag(in.Mid, in.Spread)
			case Release:
				cam.Release(in.Speed)
			case DoubleTap:
				cam.ZoomAbout(.5, in.At.X)
			case ZoomAt:
				cam.Wheel(in.Ratio, in.At.X)
			case Scroll:
				cam.Scroll(in.Px)
			}
			cam.Step(dt)
			check(t, cam)
		}
		for id := range 4 {
			ctl.Pointer(Pointer{Phase: Cancel, ID: id, Time: now})
		}
		if ctl.Active() || ctl.Dragging() {
			t.Fatal("a gesture outlives its pointers")
		}
		run(t, cam, func(float64) { check(t, cam) })
	})
}
