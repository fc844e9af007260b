package viz

import "testing"

// zoom steps labels through levels, 16 ms each, with a view that is a different
// one at each step, and returns the levels that it shows.
func zoom(l *labels, levels ...int) (from []int, fade []float64) {
	for _, own := range levels {
		f, k := l.step(own, l.length+1, 16)
		from, fade = append(from, f), append(fade, k)
	}
	return from, fade
}

func TestLabelsFadeOverALevel(t *testing.T) {
	var l labels
	zoom(&l, 3, 3)
	last := 0.0
	for i := 1; ; i++ {
		from, fade := l.step(4, 100, 16)
		if fade == 1 {
			if from != 4 || i < 11 || i > 13 {
				t.Errorf("settled on %d after %d frames", from, i)
			}
			break
		}
		if from != 3 || fade <= last {
			t.Fatalf("frame %d shows %d, faded by %v", i, from, fade)
		}
		last = fade
	}
	if l.busy() {
		t.Error("busy although settled")
	}
}

func TestLabelsHoldCoarserWhileTrembling(t *testing.T) {
	var l labels
	zoom(&l, 3, 3, 3)
	zoom(&l, 4, 3, 4) // in, out, in
	for range 40 {
		from, fade := l.step(4, l.length+1, 16)
		if from != 3 || fade != 0 {
			t.Fatalf("a trembling zoom shows %d, faded by %v", from, fade)
		}
		if !l.busy() {
			t.Fatal("it is yet to settle")
		}
	}
	ms, from, fade := 0.0, 3, 0.0
	for fade < 1 {
		from, fade = l.step(4, l.length, 16)
		ms += 16
	}
	if from != 4 || ms < labelSettle || ms > labelSettle+labelFade+32 {
		t.Errorf("settled on %d after %v ms at rest", from, ms)
	}
}

func TestLabelsTrembleFromTheFinerSide(t *testing.T) {
	var l labels
	zoom(&l, 4, 4, 4)
	zoom(&l, 3, 4)
	if from, fade := l.step(4, l.length+1, 16); from != 3 || fade != 0 {
		t.Errorf("shows %d, faded by %v, want the coarser", from, fade)
	}
}

func TestLabelsFollowALongZoom(t *testing.T) {
	var l labels
	var levels []int
	for i := range 120 {
		levels = append(levels, i/3)
	}
	from, _ := zoom(&l, levels...)
	for i := range from {
		if levels[i]-from[i] > 5 {
			t.Fatalf("frame %d: level %d still shows %d", i, levels[i], from[i])
		}
	}
}

func TestLabelsAtRestAreThoseOfTheView(t *testing.T) {
	for _, way := range [][]int{{0, 5}, {9, 5}, {5, 6, 5}, {4, 5, 4, 5}, {6, 5, 6, 5, 6, 5}} {
		var l labels
		zoom(&l, way...)
		for range 60 {
			l.step(5, l.length, 16)
		}
		if from, fade := l.step(5, l.length, 16); from != 5 || fade != 1 || l.busy() {
			t.Errorf("by way of %v it rests at %d, faded by %v", way, from, fade)
		}
	}
}
