package intake

import (
	"image"
	"image/color"
	"testing"

	"golang.org/x/image/draw"

	"rentang/internal/photo/testpic"
)

// Scaled in bands a picture is the one that x/image makes at once, but for the
// rounding between the two passes.
func TestScaleIsCatmullRom(t *testing.T) {
	for _, c := range []struct {
		name string
		src  image.Image
		to   image.Point
	}{
		{"landscape", testpic.Landscape(500, 300), image.Pt(123, 74)},
		{"upright: down comes first", testpic.Landscape(150, 700), image.Pt(77, 359)},
		{"the size it has", testpic.Landscape(200, 130), image.Pt(200, 130)},
		{"just over a band", testpic.Landscape(65, 129), image.Pt(64, 127)},
		{"not at 0,0", testpic.Landscape(300, 300).SubImage(image.Rect(31, 17, 290, 211)), image.Pt(100, 75)},
		{"the decoder's planes", ycbcr(testpic.Landscape(333, 201)), image.Pt(111, 67)},
	} {
		got := scale(c.src, c.to)
		want := image.NewRGBA(image.Rectangle{Max: c.to})
		draw.CatmullRom.Scale(want, want.Rect, c.src, c.src.Bounds(), draw.Src, nil)
		worst := 0
		for i := range want.Pix {
			worst = max(worst, int(got.Pix[i])-int(want.Pix[i]), int(want.Pix[i])-int(got.Pix[i]))
		}
		if got.Rect != want.Rect || worst > 2 {
			t.Errorf("%s: %v, differs by %d of 255", c.name, got.Rect, worst)
		}
	}
}

// ycbcr is the picture with halved colour.
func ycbcr(src image.Image) *image.YCbCr {
	b := src.Bounds()
	dst := image.NewYCbCr(b, image.YCbCrSubsampleRatio420)
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			c := color.YCbCrModel.Convert(src.At(x, y)).(color.YCbCr)
			dst.Y[dst.YOffset(x, y)], dst.Cb[dst.COffset(x, y)], dst.Cr[dst.COffset(x, y)] = c.Y, c.Cb, c.Cr
		}
	}
	return dst
}

func TestTransparentIsWhite(t *testing.T) {
	src := image.NewNRGBA(image.Rect(0, 0, 80, 80))
	draw.Draw(src, image.Rect(0, 0, 40, 80), image.NewUniform(color.NRGBA{200, 0, 0, 128}), image.Point{}, draw.Src)
	img := scale(src, image.Pt(20, 20))
	if got, want := img.RGBAAt(18, 10), (color.RGBA{255, 255, 255, 255}); got != want {
		t.Errorf("clear: %v", got)
	}
	if got := img.RGBAAt(2, 10); got.A != 255 || got.R < 224 || got.R > 230 || got.G < 125 || got.G > 129 {
		t.Errorf("half red: %v", got)
	}
}

// The corners of a picture that is seen as 1 2 / 3 4 lie in the file as its
// orientation says.
func TestUpright(t *testing.T) {
	for orientation, file := range []string{0: "1234", 1: "1234", 2: "2143", 3: "4321", 4: "3412", 5: "1324", 6: "2413", 7: "4231", 8: "3142", 9: "1234"} {
		src := image.NewRGBA(image.Rect(0, 0, 2, 2))
		for i, c := range file {
			src.SetRGBA(i%2, i/2, color.RGBA{uint8(c), 0, 0, 255})
		}
		dst := upright(src, orientation)
		var got string
		for i := range 4 {
			got += string(rune(dst.RGBAAt(i%2, i/2).R))
		}
		if got != "1234" {
			t.Errorf("orientation %d: seen as %s", orientation, got)
		}
	}
	if r := upright(image.NewRGBA(image.Rect(0, 0, 5, 3)), 6).Rect; r != image.Rect(0, 0, 3, 5) {
		t.Errorf("turned: %v", r)
	}
}

func TestSizes(t *testing.T) {
	for _, c := range []struct {
		name        string
		w, h        int
		orientation int
		want        []image.Point
	}{
		{"a camera's", 2400, 1600, 1, []image.Point{{480, 320}, {960, 640}, {1600, 1067}}},
		{"never enlarged", 700, 500, 1, []image.Point{{480, 343}, {700, 500}}},
		{"smaller than the smallest", 100, 80, 1, []image.Point{{100, 80}}},
		{"just one of them", 480, 300, 1, []image.Point{{480, 300}}},
		{"lying on its side", 1500, 1000, 6, []image.Point{{480, 720}, {960, 1440}, {1000, 1500}}},
		{"high: at most half as high again as wide", 900, 3000, 1, []image.Point{{216, 720}, {432, 1440}, {720, 2400}}},
		{"a line", 3000, 1, 1, []image.Point{{480, 1}, {960, 1}, {1600, 1}}},
	} {
		var got []image.Point
		for _, img := range sizes(image.NewGray(image.Rect(0, 0, c.w, c.h)), c.orientation) {
			got = append(got, img.Rect.Size())
		}
		same := len(got) == len(c.want)
		for i := range got {
			same = same && got[i] == c.want[i]
		}
		if !same {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}
