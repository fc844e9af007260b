package intake

import (
	"image"
	"image/color"
	"runtime"

	"golang.org/x/image/draw"

	"rentang/internal/photo"
)

// band is how many rows or columns of the source are scaled at a time.
const band = 32

// fit is the size in which a picture of w by h pixels is at most wide across, and
// not much higher than that; never enlarged, never without a pixel.
func fit(w, h, wide int) image.Point {
	k := min(1, float64(wide)/float64(w), tall*float64(wide)/float64(h))
	side := func(n int) int { return max(1, int(float64(n)*k+0.5)) }
	return image.Pt(side(w), side(h))
}

// scale scales a picture down by Catmull-Rom, once across and once down, each in
// bands. The scaler of x/image works on the whole of a picture with 32 bytes for
// each pixel of every source row: half a gigabyte for 100 megapixels. Across the
// direction that it does not scale the kernel is exactly one pixel wide, so that
// bands meet without a seam; and the decoder's own planes are read as they are.
// In between, a picture holds 8 bits a colour. What is transparent becomes white.
func scale(src image.Image, size image.Point) *image.RGBA {
	b := src.Bounds()
	var half *image.RGBA
	if int64(size.X)*int64(b.Dy()) <= int64(b.Dx())*int64(size.Y) {
		half = image.NewRGBA(image.Rect(0, 0, size.X, b.Dy()))
		rows(half, src)
		release(b)
		dst := image.NewRGBA(image.Rectangle{Max: size})
		columns(dst, half)
		return opaque(dst)
	}
	half = image.NewRGBA(image.Rect(0, 0, b.Dx(), size.Y))
	columns(half, src)
	release(b)
	dst := image.NewRGBA(image.Rectangle{Max: size})
	rows(dst, half)
	return opaque(dst)
}

// release frees a large source as soon as nobody needs it any more. Left alone, the
// heap would grow on top of it.
func release(src image.Rectangle) {
	if src.Dx()*src.Dy() > photo.Heavy {
		runtime.GC()
	}
}

// rows scales src to the width of dst; their heights are the same. One scaler does
// all bands but the last, in memory that it keeps: what each of them would leave
// behind lets the heap grow to twice the picture.
func rows(dst *image.RGBA, src image.Image) {
	b := src.Bounds()
	scaler := draw.CatmullRom.NewScaler(dst.Rect.Max.X, band, b.Dx(), band)
	for y := 0; y < b.Dy(); y += band {
		to := image.Rect(0, y, dst.Rect.Max.X, min(y+band, b.Dy()))
		from := image.Rect(b.Min.X, b.Min.Y+to.Min.Y, b.Max.X, b.Min.Y+to.Max.Y)
		if to.Dy() < band {
			scaler = draw.CatmullRom
		}
		scaler.Scale(dst, to, src, from, draw.Src, nil)
	}
}

// columns scales src to the height of dst; their widths are the same.
func columns(dst *image.RGBA, src image.Image) {
	b := src.Bounds()
	scaler := draw.CatmullRom.NewScaler(band, dst.Rect.Max.Y, band, b.Dy())
	for x := 0; x < b.Dx(); x += band {
		to := image.Rect(x, 0, min(x+band, b.Dx()), dst.Rect.Max.Y)
		from := image.Rect(b.Min.X+to.Min.X, b.Min.Y, b.Min.X+to.Max.X, b.Max.Y)
		if to.Dx() < band {
			scaler = draw.CatmullRom
		}
		scaler.Scale(dst, to, src, from, draw.Src, nil)
	}
}

// opaque lays a picture on white.
func opaque(img *image.RGBA) *image.RGBA {
	if img.Opaque() {
		return img
	}
	dst := image.NewRGBA(img.Rect)
	draw.Draw(dst, dst.Rect, image.NewUniform(color.White), image.Point{}, draw.Src)
	draw.Draw(dst, dst.Rect, img, image.Point{}, draw.Over)
	return dst
}

// upright turns a picture as the EXIF orientation (1 to 8) says; anything else
// leaves it as it is. TIFF 6.0 names the sides of the picture at which row 0 and
// column 0 of the file are to be seen.
func upright(src *image.RGBA, orientation int) *image.RGBA {
	if orientation < 2 || orientation > 8 {
		return src
	}
	w, h := src.Rect.Dx(), src.Rect.Dy()
	size := image.Pt(w, h)
	if orientation >= 5 {
		size = image.Pt(h, w)
	}
	dst := image.NewRGBA(image.Rectangle{Max: size})
	for y := range h {
		for x := range w {
			var to image.Point
			switch orientation {
			case 2: // top, right
				to = image.Pt(w-1-x, y)
			case 3: // bottom, right
				to = image.Pt(w-1-x, h-1-y)
			case 4: // bottom, left
				to = image.Pt(x, h-1-y)
			case 5: // left, top
				to = image.Pt(y, x)
			case 6: // right, top
				to = image.Pt(h-1-y, x)
			case 7: // right, bottom
				to = image.Pt(h-1-y, w-1-x)
			case 8: // left, bottom
				to = image.Pt(y, w-1-x)
			}
			dst.SetRGBA(to.X, to.Y, src.RGBAAt(x, y))
		}
	}
	return dst
}

// sizes makes the sizes of a picture, the narrowest first. All but the widest are
// made of the widest, which spares reading 100 megapixels three times.
func sizes(src image.Image, orientation int) []*image.RGBA {
	b := src.Bounds()
	w, h := b.Dx(), b.Dy()
	turned := orientation >= 5 && orientation <= 8
	if turned {
		w, h = h, w
	}
	widths := Widths()
	size := fit(w, h, widths[len(widths)-1])
	if turned {
		size.X, size.Y = size.Y, size.X
	}
	widest := upright(scale(src, size), orientation)
	var all []*image.RGBA
	for _, wide := range widths[:len(widths)-1] {
		to := fit(widest.Rect.Dx(), widest.Rect.Dy(), wide)
		last := 0
		if len(all) > 0 {
			last = all[len(all)-1].Rect.Dx()
		}
		if to.X < widest.Rect.Dx() && to.X > last {
			all = append(all, scale(widest, to))
		}
	}
	return append(all, widest)
}
