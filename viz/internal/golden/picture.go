package golden

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"math"
	"testing"
)

// Tolerance is how far two pictures may differ and still count as the same. The
// zero Tolerance allows nothing.
type Tolerance struct {
	Pixel float64 // distance in colour up to which a pixel is the same, 0 to 1
	Count int     // pixels that may be further apart than that
	Mean  float64 // limit of the mean distance over all pixels; 0 means Pixel
}

// Edges suits anti-aliased edges: it lets through the last bits of rounding on
// another processor, but no shift of a tenth of a pixel.
var Edges = Tolerance{Pixel: 0.02, Mean: 0.001}

// Difference is how far two pictures of one size are apart.
type Difference struct {
	Count   int         // pixels further apart than the tolerance
	Largest float64     // 0 to 1
	Mean    float64     // over all pixels, 0 to 1
	At      image.Point // where the largest is
}

// Compare measures the difference between two pictures; pixel is the distance up
// to which a pixel counts as the same. ok is false if the sizes differ.
func Compare(a, b image.Image, pixel float64) (d Difference, ok bool) {
	ra, rb := a.Bounds(), b.Bounds()
	if ra.Size() != rb.Size() {
		return d, false
	}
	var sum float64
	for y := range ra.Dy() {
		for x := range ra.Dx() {
			v := Distance(a.At(ra.Min.X+x, ra.Min.Y+y), b.At(rb.Min.X+x, rb.Min.Y+y))
			sum += v
			if v > pixel {
				d.Count++
			}
			if v > d.Largest {
				d.Largest, d.At = v, image.Pt(x, y)
			}
		}
	}
	if n := ra.Dx() * ra.Dy(); n > 0 {
		d.Mean = sum / float64(n)
	}
	return d, true
}

// Distance is how different two colours look: 0 for the same, 1 for black and
// white. It is the weighted distance in YIQ of Kotsarenko and Ramos, "Measuring
// perceived color difference using YIQ NTSC transmission color space in mobile
// applications" (2010); transparent colours are compared as they are on white.
func Distance(a, b color.Color) float64 {
	r1, g1, b1 := onWhite(a)
	r2, g2, b2 := onWhite(b)
	r, g, bl := r1-r2, g1-g2, b1-b2
	y := 0.29889531*r + 0.58662247*g + 0.11448223*bl
	i := 0.59597799*r - 0.27417610*g - 0.32180189*bl
	q := 0.21147017*r - 0.52261711*g + 0.31114694*bl
	// The weights are the paper's; black against white has y alone.
	const weightY, weightI, weightQ = 0.5053, 0.299, 0.1957
	return math.Sqrt((weightY*y*y + weightI*i*i + weightQ*q*q) / weightY)
}

// onWhite gives the channels between 0 and 1.
func onWhite(c color.Color) (r, g, b float64) {
	cr, cg, cb, ca := c.RGBA()
	rest := float64(0xffff - ca)
	return (float64(cr) + rest) / 0xffff, (float64(cg) + rest) / 0xffff, (float64(cb) + rest) / 0xffff
}

// PNG compares a picture with the file at path.
func PNG(t testing.TB, path string, got image.Image, tol Tolerance) {
	t.Helper()
	if tol.Mean == 0 {
		tol.Mean = tol.Pixel
	}
	var b bytes.Buffer
	if err := png.Encode(&b, got); err != nil {
		t.Fatal(err)
	}
	compare(t, path, b.Bytes(), func(want []byte) string {
		w, err := png.Decode(bytes.NewReader(want))
		if err != nil {
			return err.Error()
		}
		return pictureDiff(w, got, tol)
	})
}

// pictureDiff says in words how two pictures differ; it is empty within the tolerance.
func pictureDiff(want, got image.Image, tol Tolerance) string {
	d, ok := Compare(want, got, tol.Pixel)
	switch {
	case !ok:
		return fmt.Sprintf("the size is %v, wanted %v", got.Bounds().Size(), want.Bounds().Size())
	case d.Count <= tol.Count && d.Mean <= tol.Mean:
		return ""
	}
	n := want.Bounds().Dx() * want.Bounds().Dy()
	return fmt.Sprintf("%d of %d pixels differ by more than %g (allowed %d); largest %.3f at %v; mean %.5f (allowed %g)",
		d.Count, n, tol.Pixel, tol.Count, d.Largest, d.At, d.Mean, tol.Mean)
}
