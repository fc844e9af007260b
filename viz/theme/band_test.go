package theme

import (
	"image/color"
	"reflect"
	"testing"
)

func TestGet(t *testing.T) {
	if th, ok := Get("sepia"); ok || th != nil {
		t.Errorf("Get of an unknown theme: %v, %v", th, ok)
	}
	a, _ := Get("contrast")
	*a.Plate = color.RGBA{}
	if b, _ := Get("contrast"); b.Plate.A != 255 {
		t.Error("themes share memory")
	}
}

func TestBandByKind(t *testing.T) {
	th, _ := Get("light")
	want := color.RGBA{0x22, 0x31, 0x4b, 255}
	for _, place := range [][2]int{{0, 0}, {1, 0}, {0, 7}, {1, -1}} {
		if got := th.Band("military", place[0], place[1]).Fill; got != want {
			t.Errorf("military at %v: %v", place, got)
		}
	}
	th.Band("?", 0, -7) // any place has a colour
}

func TestBands(t *testing.T) {
	th, _ := Get("light")
	for _, c := range []struct {
		name         string
		above, below []string
		distinct     int
	}{
		{"the built-in story", []string{"military", "economic", "energy", "food", "unsplit"}, []string{"arms"}, 6},
		{"nothing known", []string{"grain", "oil", "steel"}, []string{"labour", "timber", "fish"}, 6},
		{"an unknown kind at the place of a known one", []string{"grain", "economic"}, nil, 2},
		{"known kinds in foreign places", []string{"arms", "x", "military"}, []string{"y", "food", "energy"}, 6},
		{"a kind that goes both ways has one colour", []string{"grain", "oil"}, []string{"oil"}, 2},
		{"more kinds than colours", []string{"a", "b", "c", "d", "e", "f", "g", "h"}, []string{"i"}, 6},
		{"no kinds", nil, nil, 0},
	} {
		up, down := th.Bands(c.above, c.below)
		if len(up) != len(c.above) || len(down) != len(c.below) {
			t.Fatalf("%s: %d and %d bands", c.name, len(up), len(down))
		}
		seen := map[Band]bool{}
		for _, stack := range [][]Band{up, down} {
			for i, b := range stack {
				seen[b] = true
				if i > 0 && stack[i-1] == b {
					t.Errorf("%s: neighbours %d and %d look the same", c.name, i-1, i)
				}
			}
		}
		if len(seen) != c.distinct {
			t.Errorf("%s: %d colours, want %d", c.name, len(seen), c.distinct)
		}
		for i, k := range c.above {
			if _, known := swatchOf(k); known && up[i] != th.Band(k, 0, i) {
				t.Errorf("%s: %s lost its colour", c.name, k)
			}
		}
		again, _ := th.Bands(c.above, c.below)
		if !reflect.DeepEqual(up, again) {
			t.Errorf("%s: not the same twice", c.name)
		}
	}
}

func TestMarks(t *testing.T) {
	th, _ := Get("light")
	if th.Marker("festival") != th.Ink {
		t.Error("a kind that nobody knows is not in ink")
	}
	last := 0.0
	for i := 1; i <= 5; i++ {
		if s := MarkSize(i); s <= last {
			t.Errorf("importance %d is not larger than %d", i, i-1)
		} else {
			last = s
		}
	}
	if MarkSize(0) != 8 || MarkSize(9) != 13 {
		t.Error("importance out of range")
	}
	if MarkFilled(3) || !MarkFilled(4) {
		t.Error("filled from importance 4 on")
	}
}
