package still

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"
)

func TestShorten(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"empty", "", ""},
		{"the first m is absolute", "M10 20L13 24", "m10 20 3 4"},
		{"letters only when they change", "M0 0L1 1L2 3L3 2", "m0 0 1 1 1 2 1-1"},
		{"h and v", "M1 1H5V9L5 9L7 9", "m1 1h4v8h2"},
		{"no step, no command", "M1 1L1 1H1V1z", "m1 1z"},
		{"after z the pen is where the contour began", "M1 1H5V5zM2 2H3V3z", "m1 1h4v4zm1 1h1v1z"},
		{"no zero before the point, no space after a fraction", "M0.5 0.5L0.75 1L1 1.5", "m.5.5.25.5.25.5"},
		{"a whole number needs a space before a point", "M0 0L3 0.5", "m0 0 3 .5"},
		{"a fraction needs a space before a whole number", "M0 0L0.5 3L0.75 3.01", "m0 0 .5 3 .25.01"},
		{"minus is a space", "M0 0L-1 -0.5L1 -2", "m0 0-1-.5 2-1.5"},
		{"trailing zeros", "M0.10 0.05L1.50 100", "m.1.05 1.4 99.95"},
		{"smooth curve", "M0 0Q1 1 2 0Q3 -1 4 0", "m0 0q1 1 2 0t2 0"},
		{"curve, not smooth", "M0 0Q1 1 2 0Q3 1 4 0", "m0 0q1 1 2 0 1 1 2 0"},
		{"smooth only after a curve", "M0 0Q1 1 2 0L3 0Q4 0 5 1", "m0 0q1 1 2 0h1q1 0 2 1"},
		{"numbers that touch", "M1.5.5-2-.25", "M1.5.5-2-.25"}, // canvas repeats the letter; this is not from canvas
		{"numbers that touch, with letters", "M1.5.5L-2-.25", "m1.5.5-3.5-.75"},
		{"powers of ten", "M1e3 2.5e2L1e-2 0", "m1000 250-999.99-250"},
		{"rounding does not add up", "M0 0L0.004 0L0.008 0L0.012 0", "m0 0h.01"},
		{"unknown command: as it is", "M0 0A5 5 0 0 1 1 1", "M0 0A5 5 0 0 1 1 1"},
		{"cut off: as it is", "M0 0L1", "M0 0L1"},
		{"no number: as it is", "M0 0L1-", "M0 0L1-"},
	}
	for _, test := range tests {
		if got := string(shorten(nil, []byte(test.in))); got != test.want {
			t.Errorf("%s: %q gives %q, want %q", test.name, test.in, got, test.want)
		}
	}
}

// walk reads path data like a viewer does: the points that it goes through, and
// the control points, absolute. It knows what shorten writes.
func walk(t *testing.T, data string) (pts [][2]float64) {
	t.Helper()
	var x, y, sx, sy, cx, cy float64
	next := func(n int, rel bool) []float64 {
		v := make([]float64, n)
		for i := range v {
			data = strings.TrimLeft(data, " ,")
			end, dot := 0, false
			for end < len(data) && (data[end] >= '0' && data[end] <= '9' || data[end] == '-' && end == 0 || data[end] == '.' && !dot) {
				dot = dot || data[end] == '.'
				end++
			}
			if _, err := fmt.Sscanf(data[:end], "%g", &v[i]); err != nil {
				t.Fatalf("number at %.20q: %v", data, err)
			}
			data = data[end:]
			if rel && n > 1 {
				v[i] += [2]float64{x, y}[i%2]
			}
		}
		return v
	}
	to := func(px, py float64) { x, y = px, py; pts = append(pts, [2]float64{x, y}) }
	var cmd byte
	for data != "" {
		if c := data[0]; c >= 'a' && c <= 'z' {
			cmd, data = c, data[1:]
		} else if cmd == 'm' {
			cmd = 'l'
		}
		curve := false
		switch cmd {
		case 'm':
			v := next(2, true)
			to(v[0], v[1])
			sx, sy = x, y
		case 'l':
			v := next(2, true)
			to(v[0], v[1])
		case 'h':
			to(x+next(1, false)[0], y)
		case 'v':
			to(x, y+next(1, false)[0])
		case 'q', 't':
			if cmd == 'q' {
				v := next(2, true)
				cx, cy = v[0], v[1]
			} else {
				cx, cy = 2*x-cx, 2*y-cy
			}
			pts = append(pts, [2]float64{cx, cy})
			v := next(2, true)
			to(v[0], v[1])
			curve = true
		case 'z':
			x, y = sx, sy
		default:
			t.Fatalf("command %q", cmd)
		}
		if !curve {
			cx, cy = x, y
		}
	}
	return pts
}

// However long the path, every point stays within half a hundredth of its place.
func TestShortenKeepsPlaces(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 7))
	for range 50 {
		var data strings.Builder
		var want [][2]float64
		x, y := 0.0, 0.0
		write := func(cmd string, v ...float64) {
			data.WriteString(cmd)
			for i, f := range v {
				if i > 0 {
					data.WriteByte(' ')
				}
				fmt.Fprintf(&data, "%.8g", f)
			}
			want = append(want, [2]float64{x, y})
		}
		step := func() { x, y = r.Float64()*2000-100, r.Float64()*900-100 }
		for range 1 + r.IntN(4) {
			step()
			write("M", x, y)
			for range 3 + r.IntN(200) {
				ox, oy := x, y
				step()
				switch r.IntN(4) {
				case 0:
					y = oy
					write("H", x)
				case 1:
					x = ox
					write("V", y)
				case 2:
					write("L", x, y)
				case 3:
					cx, cy := x, y
					want = append(want, [2]float64{cx, cy})
					step()
					write("Q", cx, cy, x, y)
				}
			}
			data.WriteByte('z')
		}
		got := walk(t, string(shorten(nil, []byte(data.String()))))
		if len(got) != len(want) {
			t.Fatalf("%d points, want %d", len(got), len(want))
		}
		for i := range got {
			if d := max(math.Abs(got[i][0]-want[i][0]), math.Abs(got[i][1]-want[i][1])); d > 0.0051 { // half a hundredth, and the digits that %.8g cuts off
				t.Fatalf("point %d is at %v, want %v", i, got[i], want[i])
			}
		}
	}
}

func FuzzShorten(f *testing.F) {
	f.Add("M0 0L1 1H5V9Q1 2 3 4z")
	f.Add("M1.5.5e-3-2")
	f.Add("M1e300 0")
	f.Fuzz(func(t *testing.T, data string) {
		once := string(shorten(nil, []byte(data)))
		if len(data) > 0 && len(once) == 0 && strings.ContainsAny(data, "M") {
			t.Errorf("%q was lost", data)
		}
		if twice := string(shorten(nil, []byte(once))); twice != once {
			t.Errorf("%q becomes %q, and that %q", data, once, twice)
		}
	})
}
