package still

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"math"

	"github.com/tdewolff/canvas"
	cimage "github.com/tdewolff/canvas/image"
	"golang.org/x/image/draw"

	"rentang/viz/scene"
)

// cropQuality is the JPEG quality of a part cut out of a JPEG.
const cropQuality = 90

// piece is a picture, or a part of one, as one drawing uses it.
type piece struct {
	id   string
	part image.Rectangle
}

// Picture implements scene.Painter. The part is taken to whole picture pixels,
// because no format can clip: a difference of at most half a pixel of the picture.
func (p *painter) Picture(id string, src, dst scene.Rect) {
	if p.err != nil {
		return
	}
	if !sane(dst.Min) || !sane(dst.Max) || !sane(src.Min) || !sane(src.Max) || dst.Empty() {
		p.fail("picture %q: from %v to %v", id, src, dst)
		return
	}
	if err := p.place(id, src, dst); err != nil {
		p.fail("picture %q: %w", id, err)
	}
}

func (p *painter) place(id string, src, dst scene.Rect) error {
	if p.res.Pictures == nil {
		return errors.New("no pictures were given")
	}
	pic, err := p.res.Pictures(id)
	if err != nil {
		return err
	}
	if pic.Image == nil || pic.Image.Bounds().Empty() {
		return errors.New("it is empty")
	}
	b := pic.Image.Bounds()
	part := whole(src, 1).Add(b.Min)
	if part.Empty() || !part.In(b) {
		return fmt.Errorf("the part %v does not lie in the picture, which is %dx%d", src, b.Dx(), b.Dy())
	}
	if p.pixels != nil {
		// Not through canvas, which takes ten times as long and rounds the edges to
		// whole pixels all the same.
		to := whole(dst, float64(p.pixels.Bounds().Dy())/p.height)
		draw.CatmullRom.Scale(p.pixels, to, pic.Image, part, draw.Over, nil)
		return nil
	}
	img, err := p.embed(id, pic, part)
	if err != nil {
		return err
	}
	x0, y0 := p.at(scene.Point{X: dst.Min.X, Y: dst.Max.Y})
	x1, y1 := p.at(scene.Point{X: dst.Max.X, Y: dst.Min.Y})
	size := img.Bounds().Size()
	p.to.RenderImage(img, canvas.Identity.Translate(x0, y0).Scale((x1-x0)/float64(size.X), (y1-y0)/float64(size.Y)))
	return nil
}

// whole is a rectangle, enlarged by scale, in whole pixels.
func whole(r scene.Rect, scale float64) image.Rectangle {
	n := func(v float64) int { return int(math.Round(v * scale)) }
	return image.Rect(n(r.Min.X), n(r.Min.Y), n(r.Max.X), n(r.Max.Y))
}

// embed returns the part of a picture as canvas should have it: the same part is
// the same object, so that a PDF holds it once.
func (p *painter) embed(id string, pic Picture, part image.Rectangle) (image.Image, error) {
	key := piece{id, part}
	if img, ok := p.pieces[key]; ok {
		return img, nil
	}
	img, err := p.file(pic, part)
	if err != nil {
		return nil, err
	}
	if p.pieces == nil {
		p.pieces = map[piece]image.Image{}
	}
	p.pieces[key] = img
	return img, nil
}

// file returns a part of a picture with its file: the original wherever it can be kept.
func (p *painter) file(pic Picture, part image.Rectangle) (image.Image, error) {
	data := pic.Bytes
	isJPEG := bytes.HasPrefix(data, []byte("\xff\xd8\xff"))
	// PDF through canvas labels every JPEG as RGB.
	rewrite := p.curves == cubics && isJPEG && pic.Image.ColorModel() != color.YCbCrModel
	if data == nil || part != pic.Image.Bounds() || rewrite {
		cut := crop(pic.Image, part)
		var b bytes.Buffer
		var err error
		if isJPEG {
			err = jpeg.Encode(&b, cut, &jpeg.Options{Quality: cropQuality})
		} else {
			err = png.Encode(&b, cut)
		}
		if err != nil {
			return nil, err
		}
		data = b.Bytes()
	}
	if isJPEG {
		return cimage.NewJPEGImage(bytes.NewReader(data))
	}
	return cimage.NewPNGImage(bytes.NewReader(data))
}

// crop copies a part of an image, so that its upper left corner is 0,0.
func crop(img image.Image, part image.Rectangle) *image.RGBA {
	dst := image.NewRGBA(image.Rect(0, 0, part.Dx(), part.Dy()))
	draw.Draw(dst, dst.Bounds(), img, part.Min, draw.Src)
	return dst
}
