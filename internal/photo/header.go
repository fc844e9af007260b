package photo

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"math"
	"path/filepath"
	"strings"
)

// Format is what a file is, by its first bytes.
type Format string

// The formats that are read.
const (
	JPEG Format = "JPEG"
	PNG  Format = "PNG"
	WebP Format = "WebP"
	GIF  Format = "GIF"
)

// Header is what a file says about its picture before it is decoded.
type Header struct {
	Format        Format
	Width, Height int
	CMYK          bool   // inks instead of light
	Memory        int    // bytes that the decoder needs, at least
	ICC           []byte // colour profile; nil if there is none, or none of a sound size
}

// Errors that a caller may want to tell apart. All come with words of their own.
var (
	ErrFormat   = errors.New("not a picture of a known format")
	ErrTooLarge = errors.New("too large")
	ErrMoves    = errors.New("moves")
	ErrBroken   = errors.New("broken")
)

// flaw is an error with a remedy, told apart by its kind.
type flaw struct {
	kind error
	says string
}

func (f *flaw) Error() string { return f.says }
func (f *flaw) Unwrap() error { return f.kind }

func flawed(kind error, format string, args ...any) error {
	return &flaw{kind, fmt.Sprintf(format, args...)}
}

// cut is the error for a file that ends before its picture does.
func cut() error {
	return flawed(ErrBroken, "the file ends too early: it was cut off on its way, or is damaged; copy it again from its source")
}

// ReadHeader reads a file's header and refuses what could not be decoded within the
// limits. The name's ending must fit the content; an empty name fits all.
func ReadHeader(r io.ReadSeeker, name string) (*Header, error) {
	size, err := r.Seek(0, io.SeekEnd)
	if err != nil {
		return nil, err
	}
	if size > MaxBytes {
		return nil, flawed(ErrTooLarge, "%d MB; a photo has at most %d MB", size>>20, MaxBytes>>20)
	}
	if size == 0 {
		return nil, flawed(ErrFormat, "the file is empty")
	}
	if _, err := r.Seek(0, io.SeekStart); err != nil {
		return nil, err
	}
	b := bufio.NewReader(r)
	head, _ := b.Peek(32)
	h := &Header{}
	var read func(*bufio.Reader, *Header) error
	switch h.Format = sniff(head); h.Format {
	case JPEG:
		read = jpegHeader
	case PNG:
		read = pngHeader
	case WebP:
		read = webpHeader
	case GIF:
		read = gifHeader
	default:
		return nil, flawed(ErrFormat, "%s; expected a JPEG, PNG, WebP or GIF", whatElse(head))
	}
	if want := formatOf(name); want != h.Format && name != "" {
		return nil, flawed(ErrFormat, "the name ends in %s and the content is %s; name it by what it is", filepath.Ext(name), h.Format)
	}
	if err := read(b, h); err != nil {
		if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
			return nil, cut()
		}
		return nil, err
	}
	return h, h.limits()
}

// limits refuses a picture that is too large to be decoded.
func (h *Header) limits() error {
	w, hi := h.Width, h.Height
	switch {
	case w <= 0 || hi <= 0:
		return flawed(ErrBroken, "the header says %dx%d pixels", w, hi)
	case w > MaxSide || hi > MaxSide || w*hi > MaxPixels:
		return flawed(ErrTooLarge, "%dx%d pixels are %s megapixels; a photo has at most %d, and %d a side: make it smaller first", w, hi, mega(w*hi), MaxPixels/1_000_000, MaxSide)
	case h.Memory > MaxMemory:
		most := int(float64(w) * float64(hi) * MaxMemory / float64(h.Memory))
		return flawed(ErrTooLarge, "%dx%d pixels of this kind of %s take %d MB to decode; at most %s megapixels fit: make it smaller, or save it as a plain (baseline) JPEG in RGB",
			w, hi, h.Format, h.Memory/1_000_000, mega(most))
	}
	return nil
}

func mega(pixels int) string {
	return strings.TrimSuffix(fmt.Sprintf("%.1f", math.Floor(float64(pixels)/1e5)/10), ".0")
}

// sniff tells a file's format by its first bytes; empty for an unknown one.
func sniff(head []byte) Format {
	s := string(head)
	switch {
	case strings.HasPrefix(s, "\xff\xd8\xff"):
		return JPEG
	case strings.HasPrefix(s, "\x89PNG\r\n\x1a\n"):
		return PNG
	case strings.HasPrefix(s, "RIFF") && len(s) >= 12 && s[8:12] == "WEBP":
		return WebP
	case strings.HasPrefix(s, "GIF87a"), strings.HasPrefix(s, "GIF89a"):
		return GIF
	}
	return ""
}

// formatOf is the format that a name promises; empty when it promises none.
func formatOf(name string) Format {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".jpg", ".jpeg", ".jpe", ".jfif":
		return JPEG
	case ".png":
		return PNG
	case ".webp":
		return WebP
	case ".gif":
		return GIF
	}
	return ""
}

// whatElse names what stands in the place of a picture, for the message.
func whatElse(head []byte) string {
	s := string(head)
	low := strings.ToLower(strings.TrimLeft(s, " \t\r\n\ufeff"))
	switch {
	case len(s) >= 12 && s[4:8] == "ftyp" && strings.Contains("heic heix hevc mif1 msf1", s[8:12]):
		return "a HEIC photo, as telephones make them, which few programs read; export it as JPEG"
	case len(s) >= 12 && s[4:8] == "ftyp" && strings.Contains("avif avis", s[8:12]):
		return "an AVIF picture; export it as JPEG"
	case len(s) >= 8 && s[4:8] == "ftyp":
		return "a film"
	case strings.HasPrefix(s, "II*\x00"), strings.HasPrefix(s, "MM\x00*"):
		return "a TIFF or a camera's raw file; export it as JPEG"
	case strings.HasPrefix(s, "%PDF"):
		return "a PDF"
	case strings.HasPrefix(s, "8BPS"):
		return "a Photoshop file; export it as JPEG"
	case strings.HasPrefix(s, "PK\x03\x04"):
		return "a zip archive; unpack it first"
	case strings.HasPrefix(low, "<svg"), strings.HasPrefix(low, "<?xml"):
		return "an SVG drawing or other XML, no photo"
	case strings.HasPrefix(low, "<!doctype"), strings.HasPrefix(low, "<html"):
		return "a web page, saved in place of the picture"
	}
	return "no picture"
}
