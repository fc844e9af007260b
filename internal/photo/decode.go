package photo

import (
	"bufio"
	"errors"
	"image"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"
	"strings"

	"golang.org/x/image/webp"
)

// Decode decodes the picture of a file whose header has been read.
func Decode(r io.ReadSeeker, h *Header) (image.Image, error) {
	if _, err := r.Seek(0, io.SeekStart); err != nil {
		return nil, err
	}
	decode := jpeg.Decode
	switch h.Format {
	case PNG:
		decode = png.Decode
	case WebP:
		decode = webp.Decode
	case GIF:
		decode = gif.Decode
	}
	img, err := decode(bufio.NewReaderSize(r, 1<<16))
	switch unsupported := jpeg.UnsupportedError(""); {
	case err == nil:
		return img, nil
	case endsEarly(err):
		return nil, cut()
	case errors.As(err, &unsupported):
		return nil, flawed(ErrFormat, "%s; save it as a plain (baseline) JPEG in RGB", err)
	}
	return nil, flawed(ErrBroken, "the picture is damaged (%s); copy it again from its source", err)
}

// endsEarly reports whether a decoder wanted more than there was. The decoders have
// their own words for it, and say the same of data that were damaged so as to end.
func endsEarly(err error) bool {
	if errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF) {
		return true
	}
	for _, end := range []string{"unexpected EOF", "short Huffman data", "not enough pixel data", "not enough image data"} {
		if strings.HasSuffix(err.Error(), end) {
			return true
		}
	}
	return false
}
