// Package viz is the picture as a reader meets it: an [App] holds the story, the
// view and all that moves, takes events in, and gives a [scene.Scene] out. It
// has no clock and draws nothing itself, so that a whole visit can be replayed in
// a test.
//
// The packages below it are the pipeline, from a folder of data to a drawing;
// each imports only what stands before it:
//
//	civil      calendar dates as people write them, with their precision
//	jsontree   JSON as a tree in which every value knows its line
//	story      what a story is; reading and checking a story folder
//	timescale  spans of time, pixels, ticks
//	theme      colours, sizes, type ramp
//	lang       words, dates and numbers of each language
//	state      what a link says: the parameters and the fragment of the address
//	scene      the drawing: fill, stroke, glyphs, picture; zones that can be pointed at
//	typeset    text: measure, break, place
//	layout     story + view + size -> scene
//	interact   gestures -> intents; the camera; Play
//	viz        the App
//	render     scene -> the screen (Ebiten), scene -> PNG, SVG, PDF (canvas)
//
// One frame, once something has happened:
//
//	app.Pointer(e)             // or Wheel, Key, Select, Play, Resize ...
//	if app.Update(nowMs) {     // moves what moves; draws the scene if it changed
//		paint(app.Scene())
//	}
//	for _, n := range app.Events() { ... } // what the page should know
//	sleep(app.Wait())          // nothing moves, nothing runs
package viz
