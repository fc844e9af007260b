package interact

import (
	"math"

	"rentang/viz/scene"
)

// Device is what kind of thing points.
type Device uint8

// The devices.
const (
	Mouse Device = iota
	Touch
	Pen
)

// Phase is what a pointer does.
type Phase uint8

// The phases. Cancel means that the browser took the gesture (to scroll the
// page); Leave that a hovering pointer left the picture.
const (
	Down Phase = iota
	Move
	Up
	Cancel
	Leave
)

// Mods is the set of modifier keys held.
type Mods uint8

// The modifier keys.
const (
	Shift Mods = 1 << iota
	Ctrl
	Alt
	Meta
)

// Pointer is one pointer event. Time is in milliseconds from any origin that
// stays the same; only differences count.
type Pointer struct {
	Phase   Phase
	ID      int // the same from Down to Up
	At      scene.Point
	Buttons int // bit 1 is the primary button
	Mods    Mods
	Device  Device
	Time    float64
}

// Wheel is one wheel event; deltas are in CSS pixels, positive down and right.
type Wheel struct {
	At     scene.Point
	DX, DY float64
	Mods   Mods
	Time   float64
}

func finite(vs ...float64) bool {
	for _, v := range vs {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return false
		}
	}
	return true
}
