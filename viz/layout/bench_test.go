package layout

import (
	"testing"

	"rentang/viz/scene"
)

// BenchmarkNew is the work before the first frame: curves, header, rooms.
func BenchmarkNew(b *testing.B) {
	in := input(b, "en", "light", 1200, 675)
	for b.Loop() {
		New(in)
	}
}

// BenchmarkWhole is the whole of the built-in story from nothing to a scene, labels
// solved and all.
func BenchmarkWhole(b *testing.B) {
	in := input(b, "en", "light", 1200, 675)
	var dst scene.Scene
	New(in).Draw(wholeView(New(in)), &dst)
	b.ReportAllocs()
	for b.Loop() {
		f := New(in)
		f.Draw(wholeView(f), &dst)
	}
}

// BenchmarkFrame is a frame while the view moves within a label level.
func BenchmarkFrame(b *testing.B) {
	f := New(input(b, "en", "light", 1200, 675))
	v := wholeView(f)
	v.Span = v.Span.Zoom(0.31, 7000)
	var dst scene.Scene
	f.Draw(v, &dst)
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		i++
		w := v
		w.Span = v.Span.Pan(float64(i % 300))
		f.Draw(w, &dst)
	}
}

// A steady frame allocates no more than the strings of its axis: nothing grows
// from frame to frame.
func TestFrameAllocations(t *testing.T) {
	f := New(input(t, "en", "light", 1200, 675))
	v := wholeView(f)
	var dst scene.Scene
	f.Draw(v, &dst)
	n := testing.AllocsPerRun(50, func() { f.Draw(v, &dst) })
	t.Logf("%.0f allocations a frame", n)
	if n > 2 {
		t.Errorf("%.0f allocations in a steady frame, want at most 2", n)
	}
}
