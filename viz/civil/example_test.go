package civil_test

import (
	"fmt"

	"rentang/viz/civil"
)

func ExampleParse() {
	for _, s := range []string{"1945", "1945-08", "1945-08-09", "194X", "1945?"} {
		d, _ := civil.Parse(s)
		fmt.Println(d, "lasts", d.End()-d.Start(), "days")
	}
	_, err := civil.Parse("1945-02-30")
	fmt.Println(err)
	// Output:
	// 1945 lasts 365 days
	// 1945-08 lasts 31 days
	// 1945-08-09 lasts 1 days
	// 194X lasts 3653 days
	// 1945? lasts 365 days
	// day 30 does not exist, 1945-02 has 28 days
}

func ExampleFromDays() {
	fmt.Println(civil.FromDays(0))
	fmt.Println(civil.FromDays(-8910.5))
	// Output:
	// 1970-01-01
	// 1945-08-09
}

func ExampleSpan_End() {
	from, _ := civil.Parse("1988-09-13")
	to, _ := civil.Parse("1990")
	s := civil.Span{From: from, To: to, HasEnd: true}
	fmt.Println(s, "ends where", civil.FromDays(s.End()), "begins")
	// Output: 1988-09-13..1990 ends where 1991-01-01 begins
}
