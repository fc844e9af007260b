package still_test

import (
	"os"

	"rentang/viz/render/still"
	"rentang/viz/scene"
)

func ExampleSVG() {
	var s scene.Scene
	s.Reset(scene.Point{X: 120, Y: 40})
	s.Title, s.Lang = "One band", "en"
	s.Background = scene.Color{R: 255, G: 255, B: 255, A: 255}
	var p scene.Path
	p.Rect(scene.R(10, 10, 100, 20))
	s.Fill(&p, scene.Color{R: 200, G: 50, B: 45, A: 255})

	if err := still.SVG(os.Stdout, &s, still.Resources{}); err != nil {
		panic(err)
	}
	// Output:
	// <svg version="1.1" width="120px" height="40px" viewBox="0 0 120 40" xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" lang="en" xml:lang="en" role="img" aria-labelledby="s92b5e9cc-title"><title id="s92b5e9cc-title">One band</title>
	// <path d="m0 0h120v40h-120z" fill="#fff"/>
	// <path d="m10 10h100v20h-100z" fill="#c8322d"/>
	// </svg>
}
