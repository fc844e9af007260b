package locator_test

import (
	"fmt"

	"rentang/viz/locator"
	"rentang/viz/scene"
)

// A page sets the outline as the path of an inline SVG and the marks at the places.
// The land here is one square of 8 degrees on the equator.
func ExampleView_PathData() {
	land, err := locator.Parse([]byte(locator.Magic + "\x01\x01\x04\x07\x07\x10\x00\x00\x10\x0f\x00"))
	if err != nil {
		fmt.Println(err)
		return
	}
	m := locator.Map{Land: land, Places: []locator.Place{{Lon: 0, Lat: 0, Here: true}}}
	view := m.Fit(scene.R(0, 0, 200, 90))
	fmt.Println(view.PathData())
	fmt.Printf("%.1f %.1f\n", view.At(0).X, view.At(0).Y)
	// Output:
	// M70.4 74.7l59.2 0 0-59.4-59.2 0z
	// 100.0 45.0
}
