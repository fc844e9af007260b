package theme

import (
	"fmt"
	"math"
	"reflect"
	"testing"
)

func fonts(r Ramp) map[string]Font {
	out := map[string]Font{}
	v := reflect.ValueOf(r)
	for i := range v.NumField() {
		out[v.Type().Field(i).Name] = v.Field(i).Interface().(Font)
	}
	return out
}

func TestRampColumns(t *testing.T) {
	for _, c := range []struct {
		width float64
		role  string
		want  Font
	}{
		{320, "Title", Font{19, 24}}, {360, "Title", Font{20, 25}}, {390, "Title", Font{22, 28}}, {450, "Title", Font{23, 29}},
		{800, "Title", Font{26, 32}}, {1200, "Title", Font{29, 36}}, {1920, "Title", Font{42, 50}},
		{1000, "Title", Font{27.5, 34}}, // half-way
		{3840, "Title", Font{84, 100}},  // in proportion
		{100, "Title", Font{19, 24}},
		{math.NaN(), "Title", Font{19, 24}},
		{math.Inf(1), "Title", Font{42, 50}},
		{450, "Subtitle", Font{14, 19}}, {1200, "Subtitle", Font{15, 21}},
		{1200, "Label", Font{13, 17.6}}, {1920, "Label", Font{17, 23}},
		{1200, "Year", Font{12, 17.6}}, // a year stands on its label's lines
		{1200, "CardTitle", Font{20, 26}}, {320, "CardText", Font{15, 22.5}}, {1920, "Counter", Font{120, 132}},
	} {
		if got := fonts(RampAt(c.width))[c.role]; got != c.want {
			t.Errorf("%s at %v: %v, want %v", c.role, c.width, got, c.want)
		}
	}
}

func TestRampGrows(t *testing.T) {
	last := fonts(RampAt(0))
	for w := 1.0; w < 4000; w += 7 {
		now := fonts(RampAt(w))
		for role, f := range now {
			if f.Size < 12 || f.Line < f.Size {
				t.Fatalf("%s at %v: %v", role, w, f)
			}
			if f.Size < last[role].Size || f.Line < last[role].Line {
				t.Fatalf("%s shrinks at %v: %v after %v", role, w, f, last[role])
			}
			if f.Size > last[role].Size+0.5 {
				t.Fatalf("%s jumps at %v: %v after %v", role, w, f, last[role])
			}
		}
		last = now
	}
}

func TestRampForKorean(t *testing.T) {
	r := RampAt(320)
	if got := r.For("ko").Label; got != (Font{13, 16.5}) {
		t.Errorf("Korean label at 320: %v", got)
	}
	if r.For("ru") != r || RampAt(1200).For("ko") != RampAt(1200) {
		t.Error("only Korean on narrow pictures differs")
	}
}

func TestMarkScale(t *testing.T) {
	if MarkScale(390) != 1 || MarkScale(1200) != 1 || MarkScale(3840) != 2*MarkScale(1920) {
		t.Errorf("%v %v %v", MarkScale(390), MarkScale(1200), MarkScale(3840))
	}
}

func ExampleRampAt() {
	r := RampAt(1200)
	fmt.Println(r.Title, r.Label)
	// Output: {29 36} {13 17.6}
}
