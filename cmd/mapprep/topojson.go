package main

import (
	"encoding/json"
	"errors"
	"fmt"
)

// point is a place in degrees: longitude, latitude.
type point struct{ lon, lat float64 }

// topology is the part of a TopoJSON file that is used here. The format:
// "The TopoJSON Format Specification", version 3, sections 2.1 and 2.2.
type topology struct {
	Type      string `json:"type"`
	Transform struct {
		Scale, Translate [2]float64
	} `json:"transform"`
	Objects map[string]geometry `json:"objects"`
	Arcs    [][][2]int          `json:"arcs"`
}

// geometry is an object; Arcs are kept as they stand, since their depth follows
// from the type.
type geometry struct {
	Type       string          `json:"type"`
	Geometries []geometry      `json:"geometries"`
	Arcs       json.RawMessage `json:"arcs"`
}

// decode returns every ring of the object "land", without the last point that
// repeats the first. Longitudes are as in the file, within -180 to 180.
func decode(data []byte) ([][]point, error) {
	var t topology
	if err := json.Unmarshal(data, &t); err != nil {
		return nil, err
	}
	land, found := t.Objects["land"]
	if t.Type != "Topology" || !found {
		return nil, errors.New(`not a topology with an object "land"`)
	}
	lines := make([][]point, len(t.Arcs))
	for i, arc := range t.Arcs {
		var x, y int // each point is given relative to the one before
		for _, d := range arc {
			x, y = x+d[0], y+d[1]
			lines[i] = append(lines[i], point{
				float64(x)*t.Transform.Scale[0] + t.Transform.Translate[0],
				float64(y)*t.Transform.Scale[1] + t.Transform.Translate[1],
			})
		}
	}
	var rings [][]point
	err := land.eachRing(func(arcs []int) error {
		var ring []point
		for _, a := range arcs {
			line, err := pick(lines, a)
			if err != nil {
				return err
			}
			if len(ring) > 0 {
				ring = ring[:len(ring)-1] // arcs share their ends
			}
			ring = append(ring, line...)
		}
		if n := len(ring); n < 4 || ring[0] != ring[n-1] {
			return fmt.Errorf("a ring of %d points is not closed", n)
		}
		rings = append(rings, ring[:len(ring)-1])
		return nil
	})
	return rings, err
}

// pick is an arc by its index; ^i is arc i backwards.
func pick(lines [][]point, i int) ([]point, error) {
	back := i < 0
	if back {
		i = ^i
	}
	if i >= len(lines) {
		return nil, fmt.Errorf("no arc %d", i)
	}
	if !back {
		return lines[i], nil
	}
	line := make([]point, len(lines[i]))
	for j, p := range lines[i] {
		line[len(line)-1-j] = p
	}
	return line, nil
}

// eachRing calls f for the arcs of each ring of a geometry.
func (g *geometry) eachRing(f func(arcs []int) error) error {
	var polygons [][][]int
	switch g.Type {
	case "GeometryCollection":
		for i := range g.Geometries {
			if err := g.Geometries[i].eachRing(f); err != nil {
				return err
			}
		}
		return nil
	case "Polygon":
		polygons = make([][][]int, 1)
		if err := json.Unmarshal(g.Arcs, &polygons[0]); err != nil {
			return err
		}
	case "MultiPolygon":
		if err := json.Unmarshal(g.Arcs, &polygons); err != nil {
			return err
		}
	default:
		return fmt.Errorf("a geometry of type %q", g.Type)
	}
	for _, polygon := range polygons {
		for _, ring := range polygon {
			if err := f(ring); err != nil {
				return err
			}
		}
	}
	return nil
}
