package timescale_test

import (
	"fmt"

	"rentang/viz/civil"
	"rentang/viz/timescale"
)

func ExampleSpan_Zoom() {
	year := timescale.Span{Start: civil.Date{Year: 1950}.Start(), End: civil.Date{Year: 1951}.Start()}
	war := civil.Date{Year: 1950, Month: 6, Day: 25}.Start()
	s := timescale.Scale{Span: year, P0: 0, P1: 730}
	fmt.Println(s.Px(war))
	s.Span = s.Zoom(0.5, war) // twice as large, and the war stays where it was
	fmt.Println(s.Px(war))
	// Output:
	// 350
	// 350
}

func ExampleTicks() {
	s := timescale.Scale{
		Span: timescale.Span{Start: civil.Date{Year: 1988, Month: 11}.Start(), End: civil.Date{Year: 1989, Month: 9}.Start()},
		P0:   0, P1: 200,
	}
	var axis timescale.Axis
	timescale.Ticks(&axis, s, func(timescale.Grain) float64 { return 50 })
	for _, c := range axis.Contexts {
		fmt.Println(c.Date)
	}
	for _, t := range axis.Ticks {
		fmt.Printf("%v at %.0f\n", t.Date, s.Px(t.At))
	}
	// Output:
	// 1988
	// 1989
	// 1989-01 at 40
	// 1989-04 at 99
	// 1989-07 at 159
}
