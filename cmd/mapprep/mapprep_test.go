package main

import (
	"bytes"
	"math"
	"strings"
	"testing"

	"rentang/viz/locator"
)

// sample is a topology of two arcs that make one square, of a hole in it, and of a
// square that shares an arc with the first.
const sample = `{"type": "Topology", "transform": {"scale": [0.5, 0.25], "translate": [-180, -90]},
  "objects": {"land": {"type": "GeometryCollection", "geometries": [
    {"type": "Polygon", "arcs": [[0, 1], [2]]},
    {"type": "MultiPolygon", "arcs": [[[3, -1]]]}]}},
  "arcs": [[[380, 400], [0, 40], [40, 0]], [[420, 440], [0, -40], [-40, 0]],
    [[390, 410], [5, 0], [0, 5], [-5, -5]], [[380, 400], [-10, 0], [0, 100], [50, 0], [0, -60]]]}`

func TestDecode(t *testing.T) {
	rings, err := decode([]byte(sample))
	if err != nil {
		t.Fatal(err)
	}
	if len(rings) != 3 {
		t.Fatalf("%d rings", len(rings))
	}
	for i, want := range [][]point{
		{{10, 10}, {10, 20}, {30, 20}, {30, 10}},
		{{15, 12.5}, {17.5, 12.5}, {17.5, 13.75}},
		{{10, 10}, {5, 10}, {5, 35}, {30, 35}, {30, 20}, {10, 20}},
	} {
		if len(rings[i]) != len(want) {
			t.Errorf("ring %d: %v, want %v", i, rings[i], want)
			continue
		}
		for j := range want {
			if rings[i][j] != want[j] {
				t.Errorf("ring %d: %v, want %v", i, rings[i], want)
				break
			}
		}
	}
}

func TestDecodeRefuses(t *testing.T) {
	for _, c := range []struct{ why, old, new, want string }{
		{"no JSON", "{", "", "invalid character"},
		{"another object", `"land"`, `"sea"`, `no`},
		{"an arc that is not there", "[0, 1]", "[0, 7]", "no arc 7"},
		{"an open ring", "[0, 1]", "[0]", "not closed"},
		{"a line", `"Polygon"`, `"LineString"`, `"LineString"`},
		{"arcs as deep as those of another type", `"Polygon", "arcs": [[0, 1], [2]]`, `"Polygon", "arcs": [[[0, 1]]]`, "cannot unmarshal"},
	} {
		if _, err := decode([]byte(strings.Replace(sample, c.old, c.new, 1))); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v", c.why, err)
		}
	}
}

func TestUnwrap(t *testing.T) {
	for _, c := range []struct {
		why    string
		ring   []point
		lo, hi float64
		n      int
	}{
		{"plain", []point{{10, 0}, {20, 0}, {20, 10}}, 10, 20, 3},
		{"across 180, most of it in the west", []point{{170, 0}, {-160, 0}, {-150, 10}}, -190, -150, 3},
		{"across 180, most of it in the east", []point{{120, 0}, {-170, 0}, {-170, 10}}, 120, 190, 3},
		{"all on the other side", []point{{-170, 0}, {-160, 0}, {-160, 5}}, -170, -160, 3},
		{"around the south pole, closed along it", []point{{-180, -70}, {-60, -75}, {60, -65}}, -180 - seam, 180 + seam, 7},
	} {
		got := unwrap(c.ring)
		lo, hi := math.Inf(1), math.Inf(-1)
		for _, p := range got {
			lo, hi = min(lo, p.lon), max(hi, p.lon)
		}
		if len(got) != c.n || math.Abs(lo-c.lo) > 1e-9 || math.Abs(hi-c.hi) > 1e-9 {
			t.Errorf("%s: %v", c.why, got)
		}
	}
}

// An eighth of the sphere, and a small triangle far from the equator.
func TestArea(t *testing.T) {
	eighth := []point{{0, 0}, {90, 0}, {90, 90}, {0, 90}}
	if got, want := area(eighth), math.Pi/2*6371*6371; math.Abs(got/want-1) > 1e-9 {
		t.Errorf("%.0f, want %.0f", got, want)
	}
	if got := math.Abs(triangle(point{0, 60}, point{1, 60}, point{0, 61})); math.Abs(got-3060) > 60 {
		t.Errorf("half a degree at 60 north: %.0f", got)
	}
}

func TestSimplify(t *testing.T) {
	// A square with a notch of 12 square kilometres and a bay of 6000.
	ring := []point{{0, 0}, {2, 0}, {2.05, 0.02}, {2.1, 0}, {5, 0}, {5, 5}, {3, 5}, {2.5, 4}, {2, 5}, {0, 5}}
	got := simplify(ring, 100)
	if len(got) != 7 {
		t.Errorf("%d corners left: %v", len(got), got)
	}
	if got := simplify(ring, 1e9); len(got) != 4 {
		t.Errorf("the least ring has %d corners", len(got))
	}
	// The seam of a ring around a pole stays, whatever is asked.
	pole := unwrap([]point{{-180, -70}, {-90, -70}, {0, -70}, {90, -70}})
	n := 0
	for _, p := range simplify(pole, 1e9) {
		if p.lat == -90 {
			n++
		}
	}
	if n != 2 {
		t.Errorf("%d points at the pole", n)
	}
}

// What is packed can be read, and twice the same source gives the same bytes.
func TestPrepare(t *testing.T) {
	var files [2][]byte
	for i := range files {
		rings, err := decode([]byte(sample))
		if err != nil {
			t.Fatal(err)
		}
		var n counts
		files[i], n = prepare(rings, settings{detail: 100, island: 100_000, grid: 25})
		land, err := locator.Parse(files[i])
		if err != nil {
			t.Fatal(err)
		}
		// The hole is too small.
		if r, p := land.Size(); r != 2 || n.rings != 2 || p != 10 || n.points != 10 {
			t.Errorf("%d rings, %d points; said %+v", r, p, n)
		}
	}
	if !bytes.Equal(files[0], files[1]) {
		t.Error("not the same twice")
	}
}
