package photo

import (
	"bufio"
	"encoding/binary"
	"io"
)

// maxICC is the largest colour profile that is kept.
const maxICC = 128 << 10

// jpegHeader walks the segments of a JPEG up to the first scan.
func jpegHeader(r *bufio.Reader, h *Header) error {
	if _, err := r.Discard(2); err != nil {
		return err
	}
	jfif, adobe := false, -1
	var profile iccParts
	for {
		marker, n, err := jpegSegment(r)
		if err != nil {
			return err
		}
		switch {
		case marker == 0xda || marker == 0xd9:
			if h.Width == 0 {
				return flawed(ErrBroken, "the JPEG has no picture in it")
			}
			h.ICC = profile.join()
			return nil
		case marker == 0xe0 && n >= 5:
			jfif = jfif || hasPrefix(r, "JFIF\x00")
		case marker == 0xee && n >= 12 && hasPrefix(r, "Adobe"):
			b, err := r.Peek(12)
			if err != nil {
				return err
			}
			adobe = int(b[11])
		case marker == 0xe2 && n > 14 && hasPrefix(r, "ICC_PROFILE\x00"):
			b := make([]byte, n)
			if _, err := io.ReadFull(r, b); err != nil {
				return err
			}
			profile.add(b[12:])
			continue
		case marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc:
			if err := jpegFrame(r, h, marker, n, jfif, adobe); err != nil {
				return err
			}
			continue
		}
		if _, err := r.Discard(n); err != nil {
			return err
		}
	}
}

// jpegSegment reads a marker and the length of what follows it.
func jpegSegment(r *bufio.Reader) (marker byte, n int, err error) {
	for skipped := 0; ; skipped++ {
		b, err := r.ReadByte()
		if err != nil {
			return 0, 0, err
		}
		if marker == 0 {
			if b == 0xff {
				marker = 0xff
			} else if skipped > 64<<10 {
				return 0, 0, flawed(ErrBroken, "the JPEG has lost its thread before the picture begins")
			}
			continue
		}
		if b == 0xff { // fill
			continue
		}
		if b == 0 || b >= 0xd0 && b <= 0xd7 || b == 0x01 { // no segment
			marker = 0
			continue
		}
		marker = b
		break
	}
	if marker == 0xd9 {
		return marker, 0, nil
	}
	var length [2]byte
	if _, err := io.ReadFull(r, length[:]); err != nil {
		return 0, 0, err
	}
	n = int(binary.BigEndian.Uint16(length[:])) - 2
	if n < 0 {
		return 0, 0, flawed(ErrBroken, "a segment of the JPEG has no length")
	}
	return marker, n, nil
}

// jpegFrame reads the size of the picture and what its decoder will need: the
// standard library's keeps each component in a plane of bytes, a progressive file's
// coefficients in four bytes each besides, and makes RGB and CMYK of planes in
// another four bytes a pixel.
func jpegFrame(r *bufio.Reader, h *Header, marker byte, n int, jfif bool, adobe int) error {
	b := make([]byte, n)
	if _, err := io.ReadFull(r, b); err != nil {
		return err
	}
	if h.Width != 0 || n < 6 {
		return flawed(ErrBroken, "the JPEG has two frames, or half a frame")
	}
	if marker > 0xc2 {
		return flawed(ErrFormat, "a kind of JPEG that few programs read (lossless or arithmetic coding); save it as a plain (baseline) JPEG")
	}
	if b[0] != 8 {
		return flawed(ErrFormat, "a JPEG of %d bits a colour, which few programs read; save it with 8 bits", b[0])
	}
	h.Height, h.Width = int(binary.BigEndian.Uint16(b[1:])), int(binary.BigEndian.Uint16(b[3:]))
	if h.Height == 0 || h.Width == 0 {
		return flawed(ErrBroken, "the JPEG does not say how large it is")
	}
	count := int(b[5])
	if count != 1 && count != 3 && count != 4 || n < 6+3*count {
		return flawed(ErrFormat, "a JPEG of %d colours; expected gray, RGB or CMYK", count)
	}
	most, samples := 1, 0
	for i := range count {
		hv := int(b[7+3*i])
		across, down := hv>>4, hv&15
		if across < 1 || across > 4 || down < 1 || down > 4 {
			return flawed(ErrBroken, "the JPEG's sampling is out of range")
		}
		most, samples = max(most, across*down), samples+across*down
	}
	if count == 1 {
		most, samples = 1, 1
	}
	perPixel := float64(samples) / float64(most)
	if marker == 0xc2 {
		perPixel *= 5
	}
	rgb := count == 3 && !jfif && (adobe == 0 || b[6] == 'R' && b[9] == 'G' && b[12] == 'B')
	if h.CMYK = count == 4; h.CMYK || rgb {
		perPixel += 4
	}
	h.Memory = int(perPixel * float64(h.Width) * float64(h.Height))
	return nil
}

// hasPrefix reports whether what comes next begins with a text.
func hasPrefix(r *bufio.Reader, s string) bool {
	b, _ := r.Peek(len(s))
	return string(b) == s
}

// iccParts is a colour profile in the pieces in which a JPEG carries it.
type iccParts struct {
	parts [256][]byte
	size  int
}

// add takes a piece: its number from 1, how many there are, and the bytes.
func (p *iccParts) add(b []byte) {
	if p.size += len(b) - 2; p.size <= maxICC {
		p.parts[b[0]] = b[2:]
	}
}

// join is the profile; nil if there is none, or none that will be kept.
func (p *iccParts) join() []byte {
	var icc []byte
	for _, part := range p.parts {
		icc = append(icc, part...)
	}
	if p.size > maxICC {
		return nil
	}
	return icc
}
