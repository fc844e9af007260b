// Command mapprep makes the outlines of the land in assets/map from Natural Earth:
// it decodes TopoJSON, joins what the antimeridian cuts, drops small islands,
// simplifies, rounds and packs.
//
//	go run ./cmd/mapprep -from land-50m.json -o assets/map/land.bin
//
// assets/map/README.md says where the source comes from.
package main

import (
	"flag"
	"fmt"
	"os"
)

// settings are what the size of the result follows from.
type settings struct {
	detail float64 // square kilometres; a corner whose triangle is smaller goes
	island float64 // square kilometres; a ring that encloses less goes
	grid   int     // steps of a degree that coordinates are rounded to
}

func main() {
	from := flag.String("from", "", "land-50m.json of the npm package world-atlas")
	to := flag.String("o", "assets/map/land.bin", "file to write")
	var s settings
	flag.Float64Var(&s.detail, "detail", 260, "least triangle that a corner makes with its neighbours, in square kilometres")
	flag.Float64Var(&s.island, "island", 1100, "least area of an island or a lake, in square kilometres")
	flag.IntVar(&s.grid, "grid", 25, "coordinates are rounded to this part of a degree")
	flag.Parse()
	if *from == "" || flag.NArg() > 0 || s.grid < 1 || s.grid > 1000 {
		flag.Usage()
		os.Exit(2)
	}
	if err := run(*from, *to, s); err != nil {
		fmt.Fprintf(os.Stderr, "mapprep: %v\n", err)
		os.Exit(1)
	}
}

// run makes the file and says what is in it.
func run(from, to string, s settings) error {
	source, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	rings, err := decode(source)
	if err != nil {
		return fmt.Errorf("%s: %w", from, err)
	}
	packed, n := prepare(rings, s)
	if err := os.WriteFile(to, packed, 0o644); err != nil {
		return err
	}
	fmt.Printf("%s: %d of %d rings, %d points, %d bytes\n", to, n.rings, len(rings), n.points, len(packed))
	return nil
}
