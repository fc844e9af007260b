package locator

import (
	"encoding/binary"
	"math"
	"os"
	"strings"
	"testing"
)

// world is the file that the programs carry.
func world(t testing.TB) *Land {
	t.Helper()
	data, err := os.ReadFile("../../assets/map/land.bin")
	if err != nil {
		t.Fatal(err)
	}
	land, err := Parse(data)
	if err != nil {
		t.Fatal(err)
	}
	return land
}

// packed writes numbers as a file does: the counts unsigned, the steps signed.
func packed(grid, rings uint64, points uint64, steps ...int64) []byte {
	out := []byte(Magic)
	out = binary.AppendUvarint(out, grid)
	out = binary.AppendUvarint(out, rings)
	if rings > 0 {
		out = binary.AppendUvarint(out, points)
	}
	for _, s := range steps {
		out = binary.AppendVarint(out, s)
	}
	return out
}

func TestParse(t *testing.T) {
	land, err := Parse(packed(10, 1, 3, 1750, -160, 100, 0, 0, 5))
	if err != nil {
		t.Fatal(err)
	}
	// 185 degrees: the ring crosses the antimeridian.
	if want := []lonLat{{175, -16}, {185, -16}, {185, -15.5}}; len(land.rings) != 1 || !equal(land.rings[0].points, want) {
		t.Errorf("got %+v", land.rings)
	}
	if r := land.rings[0]; r.lo != 175 || r.hi != 185 || r.bot != -16 || r.top != -15.5 {
		t.Errorf("bounds of %+v", r)
	}
	if land, err := Parse(packed(1, 0, 0)); err != nil || len(land.rings) != 0 {
		t.Errorf("a world of water: %v, %v", land, err)
	}
}

func equal(a, b []lonLat) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

func TestParseRefuses(t *testing.T) {
	sound := packed(10, 1, 3, 0, 0, 10, 0, 0, 10)
	for _, c := range []struct {
		why  string
		data []byte
		want string
	}{
		{"nothing", nil, "not a file of outlines"},
		{"another version", []byte("land\x02\x0a\x00"), "not a file of outlines"},
		{"no grid", []byte(Magic), "steps of a degree"},
		{"a grid of 0", packed(0, 0, 0), "0 steps of a degree, expected 1 to 1000"},
		{"more rings than a map needs", packed(10, maxRings+1, 3), "5001 rings"},
		{"a ring of two points", packed(10, 1, 2, 0, 0, 1, 1), "2 points of a ring, expected 3 to"},
		{"more points than a map needs", packed(10, 1, maxPoints+1), "100001 points"},
		{"the end is missing", sound[:len(sound)-1], "expected a step"},
		{"a byte too many", append(append([]byte{}, sound...), 0), "1 bytes follow the last ring"},
		{"north of the pole", packed(10, 1, 3, 0, 899, 1, 2, 1, 0), "outside the world"},
		{"more than a turn to the east", packed(10, 1, 3, 3601, 0, 1, 0, 1, 0), "outside the world"},
		{"wider than the world", packed(10, 1, 3, -1806, 0, 3611, 0, 0, 1), "361.1 degrees wide"},
		{"a step that overflows when added", packed(10, 1, 3, math.MaxInt64, 0, math.MaxInt64, 0, 0, 0), "expected a step of at most 7200"},
		{"a number in a longer form than needed", append([]byte(Magic), 0x8a, 0x00, 0x00), "steps of a degree"},
		{"a number that never ends", append([]byte(Magic), strings.Repeat("\xff", 20)...), "steps of a degree"},
	} {
		if _, err := Parse(c.data); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want %q", c.why, err, c.want)
		}
	}
}

// The file that is carried: how much it holds, that it stays small, and what must be
// on land and what must not, on both sides of every seam.
func TestWorld(t *testing.T) {
	land := world(t)
	if info, err := os.Stat("../../assets/map/land.bin"); err != nil || info.Size() > 25_000 {
		t.Errorf("the file has %d bytes, at most 25000: %v", info.Size(), err)
	}
	if rings, points := land.Size(); rings < 150 || points < 5000 || points > 9000 {
		t.Errorf("%d rings, %d points", rings, points)
	}
	for _, c := range []struct {
		where    string
		lon, lat float64
		dry      bool
	}{
		{"Moscow", 37.62, 55.76, true}, {"Pyongyang", 125.74, 39.02, true}, {"Seoul", 127, 37.5, true}, {"Jeju", 126.55, 33.38, true},
		{"Kyushu", 131, 32.5, true}, {"Sakhalin", 142.8, 50, true}, {"Beijing", 116.4, 39.9, true}, {"London", -0.5, 51.5, true},
		{"Chukotka, west of 180", 178, 67.5, true}, {"Chukotka, east of 180", -175.5, 66.8, true}, {"Wrangel Island on 180", 180, 71.1, true},
		{"Hokkaido", 143, 43.2, true}, {"South Pole", 0, -89.9, true}, {"Antarctica on 180", 180, -85.5, true}, {"Buenos Aires", -60, -35, true},
		{"Caspian Sea", 51, 41, false}, {"Sea of Okhotsk", 150, 55, false}, {"East China Sea", 125, 29, false}, {"Bering Strait", -169, 66, false},
		{"Black Sea", 34, 43.5, false}, {"Pacific on 180", 180, 20, false}, {"North Pole", 0, 89.9, false}, {"Gulf of Guinea", 0, 0, false},
	} {
		if got := land.dry(c.lon, c.lat); got != c.dry {
			t.Errorf("%s is on land: %v, want %v", c.where, got, c.dry)
		}
	}
}

// dry reports whether a place is on land, by counting turns of the rings around it.
func (l *Land) dry(lon, lat float64) bool {
	turns := 0
	for _, r := range l.rings {
		for k := -2.0; k <= 2; k++ {
			x := lon + 360*k
			for i, a := range r.points {
				b := r.points[(i+1)%len(r.points)]
				if a.lat <= lat == (b.lat <= lat) {
					continue
				}
				if a.lon+(b.lon-a.lon)*(lat-a.lat)/(b.lat-a.lat) > x {
					if b.lat > a.lat {
						turns++
					} else {
						turns--
					}
				}
			}
		}
	}
	return turns != 0
}

// Whatever is decoded can be drawn, and every coordinate of it is finite and inside.
func FuzzParse(f *testing.F) {
	f.Add(packed(10, 1, 3, 0, 0, 10, 0, 0, 10), 37.6, 55.7, 125.7, 39.0)
	f.Add(packed(1, 1, 4, -180, -70, 360, 0, 0, -20, -360, 0), 0.0, -90.0, 0.0, 90.0)
	f.Add(packed(2, 2, 3, 340, 0, 40, 0, 0, 20, 3, -360, 180, 1, 1, 1, 0), 180.0, 0.0, -180.0, 0.0)
	f.Fuzz(func(t *testing.T, data []byte, lon1, lat1, lon2, lat2 float64) {
		land, err := Parse(data)
		if err != nil {
			return
		}
		m := Map{Land: land}
		for _, p := range []Place{{Lon: lon1, Lat: lat1, Capital: true, Label: "a"}, {Lon: lon2, Lat: lat2, Here: true}} {
			if !(math.Abs(p.Lon) <= 180 && math.Abs(p.Lat) <= 90) {
				return
			}
			m.Places = append(m.Places, p)
		}
		sound(t, &m, rectOf(300, 135))
		sound(t, &m, rectOf(90, 200))
	})
}
