package photo

import (
	"bytes"
	"encoding/binary"
	"errors"
	"image"
	"slices"
	"strings"
	"testing"

	"rentang/internal/photo/testpic"
)

func TestReadHeader(t *testing.T) {
	small := testpic.Landscape(30, 20)
	plainJPEG, plainPNG := testpic.JPEG(t, small), testpic.PNG(t, small)
	vp8x := func(flags byte, w, h uint32) []byte {
		b := []byte("RIFF\x20\x00\x00\x00WEBPVP8X\x0a\x00\x00\x00")
		return append(b, flags, 0, 0, 0, byte(w-1), byte((w-1)>>8), byte((w-1)>>16), byte(h-1), byte((h-1)>>8), byte((h-1)>>16))
	}
	twice := slices.Concat(plainJPEG[:2], testpic.Segment(nil, 0xc0, "", []byte{8, 0, 9, 0, 9, 1, 1, 0x11, 0}), plainJPEG[2:])
	for _, c := range []struct {
		name string
		file string // its name
		data []byte
		kind error // nil: sound
		says string
	}{
		{"JPEG", "a.jpg", plainJPEG, nil, ""},
		{"the old ending, in capitals", "A.JPEG", plainJPEG, nil, ""},
		{"without a name", "", plainJPEG, nil, ""},
		{"progressive", "a.jpg", testpic.FlatJPEG(40, 30, 0xc2, 0x11, 0x11, 0x11), nil, ""},
		{"CMYK", "a.jpg", testpic.FlatJPEG(40, 30, 0xc0, 0x11, 0x11, 0x11, 0x11), nil, ""},
		{"gray", "a.jpg", testpic.FlatJPEG(40, 30, 0xc0, 0x11), nil, ""},
		{"fill bytes before a marker", "a.jpg", slices.Concat(plainJPEG[:2], []byte{0xff, 0xff, 0xff}, plainJPEG[2:]), nil, ""},
		{"PNG", "a.png", plainPNG, nil, ""},
		{"GIF", "a.gif", testpic.GIF(t, 1), nil, ""},
		{"WebP", "a.webp", testpic.FromBase64(t, testpic.TinyWebP), nil, ""},
		{"lossless WebP", "a.webp", testpic.FromBase64(t, testpic.TinyLosslessWebP), nil, ""},

		{"nothing", "a.jpg", nil, ErrFormat, "empty"},
		{"a text", "a.jpg", []byte("just words"), ErrFormat, "no picture; expected a JPEG"},
		{"a web page in place of the picture", "a.jpg", []byte("\n<!DOCTYPE html><p>Please log in"), ErrFormat, "a web page, saved in place"},
		{"SVG can hold a script", "a.png", []byte(`<svg onload="alert(1)">`), ErrFormat, "an SVG drawing"},
		{"HEIC", "a.jpg", []byte("\x00\x00\x00\x18ftypheic\x00\x00\x00\x00"), ErrFormat, "HEIC"},
		{"TIFF", "a.jpg", []byte("II*\x00aaaaaaaa"), ErrFormat, "TIFF"},
		{"an archive", "a.jpg", []byte("PK\x03\x04aaaaaaaaaaaa"), ErrFormat, "zip"},
		{"PNG named JPEG", "a.jpg", plainPNG, ErrFormat, "the name ends in .jpg and the content is PNG"},
		{"JPEG named WebP", "a.webp", plainJPEG, ErrFormat, "the content is JPEG"},
		{"no ending", "photo", plainJPEG, ErrFormat, "the content is JPEG"},

		{"over 100 megapixels", "a.jpg", testpic.FlatJPEG(20000, 5001, 0xc0, 0x11)[:400], ErrTooLarge, "20000x5001 pixels are 100 megapixels"},
		{"a bomb: a PNG of 40 kB that is 3600 megapixels", "a.png", pngHead(60000, 60000, 8, 2), ErrTooLarge, "3600 megapixels"},
		{"a side that no JPEG has", "a.png", pngHead(70000, 10, 8, 2), ErrTooLarge, "65535 a side"},
		{"sizes that overflow", "a.png", pngHead(0xffffffff, 0xffffffff, 8, 2), ErrTooLarge, "a photo has at most 100"},
		{"16 bits take twice the memory", "a.png", pngHead(10000, 6000, 16, 2), ErrTooLarge, "take 480 MB to decode; at most 50 megapixels"},
		{"progressive takes five times the memory", "a.jpg", testpic.FlatJPEG(10000, 9000, 0xc2, 0x22, 0x11, 0x11)[:600], ErrTooLarge, "675 MB to decode; at most 53.3 megapixels"},
		{"CMYK takes eight bytes a pixel", "a.jpg", testpic.FlatJPEG(10000, 9000, 0xc0, 0x11, 0x11, 0x11, 0x11)[:600], ErrTooLarge, "720 MB"},
		{"a huge WebP", "a.webp", append(vp8x(0, 16000, 16000), "VP8 \x0a\x00\x00\x00\x00\x00\x00\x9d\x01\x2a\x00\x00\x00\x00"...), ErrTooLarge, "256 megapixels"},

		{"cut in the header", "a.jpg", plainJPEG[:60], ErrBroken, "cut off"},
		{"PNG cut in the header", "a.png", plainPNG[:20], ErrBroken, "cut off"},
		{"PNG that ends after its header", "a.png", plainPNG[:33], ErrBroken, "cut off"},
		{"GIF cut short", "a.gif", testpic.GIF(t, 1)[:20], ErrBroken, "cut off"},
		{"WebP cut short", "a.webp", testpic.FromBase64(t, testpic.TinyWebP)[:24], ErrBroken, "cut off"},
		{"a JPEG without a picture", "a.jpg", []byte{0xff, 0xd8, 0xff, 0xd9}, ErrBroken, "no picture in it"},
		{"two frames", "a.jpg", twice, ErrBroken, "two frames"},
		{"no height", "a.jpg", testpic.FlatJPEG(40, 0, 0xc0, 0x11), ErrBroken, "how large"},
		{"no width", "a.jpg", testpic.FlatJPEG(0, 40, 0xc0, 0x11), ErrBroken, "how large"},
		{"a testpic.Segment shorter than its own length", "a.jpg", []byte{0xff, 0xd8, 0xff, 0xe0, 0, 1, 0, 0}, ErrBroken, "no length"},
		{"zeros without end", "a.jpg", append([]byte{0xff, 0xd8, 0xff, 0xd8}, make([]byte, 1<<17)...), ErrBroken, ""},
		{"12 bits", "a.jpg", slices.Concat([]byte{0xff, 0xd8}, testpic.Segment(nil, 0xc1, "", []byte{12, 0, 9, 0, 9, 1, 1, 0x11, 0})), ErrFormat, "12 bits"},
		{"lossless JPEG", "a.jpg", testpic.FlatJPEG(40, 30, 0xc3, 0x11), ErrFormat, "baseline"},
		{"two colours", "a.jpg", testpic.FlatJPEG(40, 30, 0xc0, 0x11, 0x11), ErrFormat, "2 colours"},
		{"no sampling", "a.jpg", testpic.FlatJPEG(40, 30, 0xc0, 0x11, 0x00, 0x11), ErrBroken, "sampling"},

		{"animated PNG", "a.png", testpic.PNG(t, small, testpic.Chunk("acTL", make([]byte, 8))), ErrMoves, "an animated PNG; a photo stands still"},
		{"animated GIF", "a.gif", testpic.GIF(t, 2), ErrMoves, "an animated GIF"},
		{"animated WebP", "a.webp", vp8x(2, 20, 20), ErrMoves, "an animated WebP"},
		{"WebP without a picture", "a.webp", vp8x(0, 20, 20), ErrBroken, "no picture in it"},
	} {
		h, err := ReadHeader(bytes.NewReader(c.data), c.file)
		if !errors.Is(err, c.kind) || err != nil && !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v; want %v with %q", c.name, err, c.kind, c.says)
		}
		if err != nil {
			continue
		}
		img, err := Decode(bytes.NewReader(c.data), h)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
		} else if size := img.Bounds().Size(); size != image.Pt(h.Width, h.Height) {
			t.Errorf("%s: the header says %dx%d, the picture is %v", c.name, h.Width, h.Height, size)
		}
	}
}

// pngHead is the beginning of a PNG, up to its pixels.
func pngHead(w, h uint32, depth, colour byte) []byte {
	b := binary.BigEndian.AppendUint32(nil, w)
	b = binary.BigEndian.AppendUint32(b, h)
	return slices.Concat([]byte("\x89PNG\r\n\x1a\n"), testpic.Chunk("IHDR", append(b, depth, colour, 0, 0, 0)), testpic.Chunk("IDAT", nil))
}

// What the header cannot tell, the decoder does, in words for a person.
func TestDecodeErrors(t *testing.T) {
	img := testpic.Landscape(200, 150)
	whole := map[string][]byte{"a.jpg": testpic.JPEG(t, img), "a.png": testpic.PNG(t, img), "a.gif": testpic.GIF(t, 1)}
	for name, data := range whole {
		h, err := ReadHeader(bytes.NewReader(data), name)
		if err != nil {
			t.Fatal(err)
		}
		short := data[:len(data)*2/3]
		if _, err := Decode(bytes.NewReader(short), h); !errors.Is(err, ErrBroken) || !strings.Contains(err.Error(), "cut off") {
			t.Errorf("%s, cut: %v", name, err)
		}
	}
	bad := bytes.Clone(whole["a.png"])
	bad[len(bad)/2] ^= 0xff
	h, err := ReadHeader(bytes.NewReader(bad), "a.png")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Decode(bytes.NewReader(bad), h); !errors.Is(err, ErrBroken) || !strings.Contains(err.Error(), "damaged") {
		t.Errorf("a flipped byte: %v", err)
	}
	odd := testpic.FlatJPEG(40, 30, 0xc0, 0x11, 0x22, 0x11) // colour finer than light
	if h, err = ReadHeader(bytes.NewReader(odd), "a.jpg"); err != nil {
		t.Fatal(err)
	}
	if _, err := Decode(bytes.NewReader(odd), h); !errors.Is(err, ErrFormat) || !strings.Contains(err.Error(), "baseline") {
		t.Errorf("an odd sampling: %v", err)
	}
}

func TestTooManyBytes(t *testing.T) {
	if _, err := ReadHeader(&endless{}, "a.jpg"); !errors.Is(err, ErrTooLarge) || !strings.Contains(err.Error(), "at most 256 MB") {
		t.Errorf("got %v", err)
	}
}

// endless is a file of a terabyte of which nothing can be read.
type endless struct{}

func (*endless) Read([]byte) (int, error)       { return 0, errors.New("read") }
func (*endless) Seek(int64, int) (int64, error) { return 1 << 40, nil }
