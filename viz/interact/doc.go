// Package interact turns what a reader's hands do into intents, and moves the
// camera. It has no clock: every event carries its time and every step its
// length, in milliseconds, so that a gesture replayed is the same gesture.
//
// A [Controller] reads pointers and wheels, [Command] reads keys; both answer
// with an [Intent]. A [Camera] carries intents out on a [timescale.Span], the
// only thing that moves. A [Player] walks a list of stops.
//
//	in := controller.Pointer(e)
//	if in.Do == interact.Drag {
//		camera.Drag(in.Mid, in.Spread)
//	}
//	camera.Step(16)
//	span := camera.View()
//
// "Along" means along the axis of time: x in landscape, y in portrait.
package interact
