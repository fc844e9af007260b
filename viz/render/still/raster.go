package still

import (
	"fmt"
	"image"
	"math"

	"github.com/tdewolff/canvas"
	"github.com/tdewolff/canvas/renderers/rasterizer"

	"rentang/viz/scene"
)

// Raster draws the scene in pixels; scale is device pixels in a CSS pixel.
func Raster(s *scene.Scene, r Resources, scale float64) (*image.RGBA, error) {
	if err := check(s); err != nil {
		return nil, err
	}
	if !(scale > 0) || scale > MaxScale {
		return nil, fmt.Errorf("still: scale %g: %w (0 to %d)", scale, ErrSize, MaxScale)
	}
	w, h := math.Round(s.Size.X*scale), math.Round(s.Size.Y*scale)
	if w < 1 || h < 1 || w*h > MaxPixels {
		return nil, fmt.Errorf("still: picture of %.0fx%.0f device pixels: %w (1 to %d)", w, h, ErrSize, MaxPixels)
	}
	img := image.NewRGBA(image.Rect(0, 0, int(w), int(h)))
	// LinearColorSpace is the one that blends the sRGB values as they are, like
	// browsers and Ebiten do; the others convert to light and back.
	to := rasterizer.FromImage(img, canvas.DPMM(scale), canvas.LinearColorSpace{})
	p := painter{to: to, res: r, height: h / scale, unit: 1, curves: lines, pixels: img}
	if err := p.draw(s); err != nil {
		return nil, err
	}
	to.Close()
	return img, nil
}
