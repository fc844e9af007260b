package layout

import (
	"math"
	"strconv"
	"testing"
	"time"

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

// BenchmarkZoom is a frame while a story of N events is zoomed through, as the
// browser's measure does it: 1945 to 2026 about 1991, to a fiftieth and back. The
// first figure is a frame on average, the second the slowest, which solves a level.
func BenchmarkZoom(b *testing.B) {
	for _, n := range []int{80, 1000, 10000, 100000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			in := input(b, "en", "light", 1000, 600)
			in.Story = seededStory(n, int64(n))
			f := New(in)
			var dst scene.Scene
			var slowest time.Duration
			whole := wholeView(f)
			i := 0
			for b.Loop() {
				v := whole
				s := math.Pow(0.02, 0.5-0.5*math.Cos(float64(i)/30))
				v.Span = v.Span.Zoom(s, 7670) // about 1991
				v.From = f.Level(v.Span)
				from := time.Now()
				f.Draw(v, &dst)
				slowest = max(slowest, time.Since(from))
				i++
			}
			b.ReportMetric(float64(slowest.Microseconds())/1e3, "ms-slowest")
		})
	}
}
