package still

import (
	"image"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/tdewolff/canvas"
	"github.com/tdewolff/canvas/renderers/rasterizer"

	"rentang/viz/internal/golden"
	"rentang/viz/scene"
)

// line makes an open or closed path through x, y pairs.
func line(closed bool, xy ...float64) *scene.Path {
	var p scene.Path
	for i := 0; i < len(xy); i += 2 {
		p.LineTo(xy[i], xy[i+1])
	}
	if closed {
		p.Close()
	}
	return &p
}

// wander is a path of n steps of at most the given length.
func wander(seed uint64, n int, step float64) *scene.Path {
	r := rand.New(rand.NewPCG(seed, 1))
	var p scene.Path
	x, y, a := 40.0, 40.0, 0.0
	for range n {
		p.LineTo(x, y)
		a += (r.Float64() - 0.5) * 1.2
		x, y = x+step*math.Cos(a), y+step*math.Sin(a)
	}
	return &p
}

// canvas outlines strokes with a sweep over all intersections: slow, and right.
// Ours must cover the same pixels.
func TestOutlineCoversWhatCanvasCovers(t *testing.T) {
	var circle scene.Path
	circle.Circle(40, 40, 22)
	tests := []struct {
		name string
		path *scene.Path
		pen  scene.Pen
		tol  float64 // largest distance of a pixel
	}{
		{"a line", line(false, 10, 10, 60, 33), scene.Pen{Width: 3}, 0.02},
		{"a hair", line(false, 10, 10, 60, 33), scene.Pen{Width: 0.4}, 0.02},
		{"round ends", line(false, 10, 10, 60, 33), scene.Pen{Width: 9, Cap: scene.Round}, 0.03},
		{"right angles", line(false, 10, 10, 50, 10, 50, 50, 20, 50), scene.Pen{Width: 6}, 0.02},
		{"the other way", line(false, 20, 50, 50, 50, 50, 10, 10, 10), scene.Pen{Width: 6}, 0.02},
		{"mitre", line(false, 10, 40, 60, 30, 10, 20), scene.Pen{Width: 4}, 0.02},
		{"too pointed for a mitre", line(false, 10, 34, 60, 30, 10, 26), scene.Pen{Width: 4}, 0.02},
		{"there and back", line(false, 10, 40, 60, 40, 20, 40), scene.Pen{Width: 6}, 0.02},
		{"rectangle", line(true, 10, 10, 60, 10, 60, 50, 10, 50), scene.Pen{Width: 5}, 0.02},
		{"rectangle, its first point twice", line(true, 10, 10, 60, 10, 60, 50, 10, 50, 10, 10), scene.Pen{Width: 5}, 0.02},
		// Where two strands cross in one pixel their shares add up instead of uniting.
		{"star that crosses itself", line(true, 40, 5, 62, 70, 5, 30, 75, 30, 18, 70), scene.Pen{Width: 3}, 0.3},
		{"circle", &circle, scene.Pen{Width: 2}, 0.02},
		// The same, where the inner border of a bend folds over.
		{"segments shorter than the pen", wander(1, 60, 0.7), scene.Pen{Width: 5}, 0.25},
		{"curve", wander(2, 20, 4), scene.Pen{Width: 1.5}, 0.1},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			const size = 80
			test.pen.Color = scene.Color{A: 255}
			var s scene.Scene
			s.Reset(scene.Point{X: size, Y: size})
			s.Background = scene.Color{R: 255, G: 255, B: 255, A: 255}
			s.Stroke(test.path, test.pen)
			got, err := Raster(&s, Resources{}, 1)
			if err != nil {
				t.Fatal(err)
			}

			var p canvas.Path
			for i, q := range test.path.Points {
				if i == 0 {
					p.MoveTo(q.X, size-q.Y)
				} else {
					p.LineTo(q.X, size-q.Y)
				}
			}
			if test.path.Closed[0] {
				p.Close()
			}
			want := image.NewRGBA(got.Bounds())
			for i := range want.Pix {
				want.Pix[i] = 255
			}
			st := canvas.DefaultStyle
			st.Fill, st.Stroke, st.StrokeWidth = canvas.Paint{}, canvas.Paint{Color: canvas.Black}, test.pen.Width
			if test.pen.Cap == scene.Round {
				st.StrokeCapper = canvas.RoundCap
			}
			rasterizer.FromImage(want, canvas.DPMM(1), canvas.LinearColorSpace{}).RenderPath(&p, st, canvas.Identity)

			if d, _ := golden.Compare(want, got, test.tol); d.Count > 0 {
				t.Errorf("%d pixels differ by more than %g, largest %.3f at %v", d.Count, test.tol, d.Largest, d.At)
			}
		})
	}
}

// What has no length has no direction, and leaves no mark.
func TestOutlineOfNothing(t *testing.T) {
	for name, p := range map[string]*scene.Path{
		"a point":               line(false, 5, 5),
		"a point twice":         line(false, 5, 5, 5, 5),
		"a closed point":        line(true, 5, 5),
		"less than a millionth": line(false, 5, 5, 5+tiny/2, 5),
	} {
		var dst scene.Path
		outline(&dst, p, scene.Pen{Width: 2, Cap: scene.Round})
		if !dst.Empty() {
			t.Errorf("%s: outline %v", name, dst.Points)
		}
	}
}

// A closed contour of two points has no inside, but it is a line there and back.
func TestOutlineOfClosedLine(t *testing.T) {
	var dst scene.Path
	outline(&dst, line(true, 10, 10, 20, 10), scene.Pen{Width: 2})
	if got, want := dst.Bounds(), scene.R(10, 9, 10, 2); got != want {
		t.Errorf("bounds %v, want %v", got, want)
	}
}
