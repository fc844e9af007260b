package interact_test

import (
	"fmt"

	"rentang/viz/interact"
	"rentang/viz/scene"
	"rentang/viz/timescale"
)

// One notch of the wheel zooms in about the pointer, which stays on its instant.
func ExampleCamera_Wheel() {
	whole := timescale.Span{Start: 0, End: 30000}
	camera := interact.NewCamera(whole, interact.Limits{Bounds: whole, Least: 1}, 0, 1000)
	var controller interact.Controller

	in := controller.Wheel(interact.Wheel{At: scene.Point{X: 250}, DY: -100})
	camera.Wheel(in.Ratio, in.At.X)
	for camera.Busy() {
		camera.Step(16)
	}
	fmt.Printf("%.0f days in view, %.0f at the pointer\n", camera.View().Len(), camera.Scale().At(250))
	// Output: 24082 days in view, 7500 at the pointer
}
