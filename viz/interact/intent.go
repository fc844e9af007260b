package interact

import "rentang/viz/scene"

// Verb is what an event asks for.
type Verb uint8

// The verbs. Nothing means that the event was not for us, or not yet.
const (
	Nothing Verb = iota

	// Pointers.
	Press     // a pointer went down at At: whatever moves stops
	Grab      // a drag or pinch begins at Mid, Spread
	Drag      // it goes on
	Release   // it ends, with Speed
	Tap       // a click or tap at At
	DoubleTap // the second tap at one place
	Hover     // the pointer is over At without pressing
	Unhover   // and now no longer

	// Wheel.
	ZoomAt // make the view Ratio times as long, about At
	Scroll // move the content by Px along

	// Keys.
	StepBy   // N events on
	PanBy    // move the view by Ratio of its length
	ZoomBy   // make the view Ratio times as long, about its middle
	Whole    // show the whole story
	OpenIt   // open the focused event
	Close    // close the open event
	ReadBy   // read the values of the year N on
	PlayStop // start or pause Play
)

// Intent is one verb with what it needs; fields that a verb does not name are zero.
type Intent struct {
	Do     Verb
	At     scene.Point
	Device Device
	Mid    float64 // the grip's place along, in CSS pixels
	Spread float64 // two fingers' distance, in CSS pixels; 1 for a single pointer
	Speed  float64 // along, in CSS pixels a millisecond
	Ratio  float64
	Px     float64
	N      int
}
