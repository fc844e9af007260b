package photo

import (
	"bufio"
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"io"
	"strings"
)

// pngHeader walks the chunks of a PNG up to its pixels.
func pngHeader(r *bufio.Reader, h *Header) error {
	for chunk, err := range pngChunks(r) {
		if err != nil {
			return err
		}
		switch chunk.kind {
		case "IHDR":
			b, err := chunk.bytes(13)
			if err != nil {
				return err
			}
			if len(b) < 13 {
				return flawed(ErrBroken, "the header of the PNG is too short")
			}
			w, hi := binary.BigEndian.Uint32(b), binary.BigEndian.Uint32(b[4:])
			h.Width, h.Height = int(min(w, 1<<30)), int(min(hi, 1<<30))
			h.Memory = int(min(int64(h.Width)*int64(h.Height), 1<<40)) * pngPixel(b[8], b[9], b[12])
		case "acTL":
			return moves("an animated PNG")
		case "iCCP":
			b, err := chunk.bytes(maxICC)
			if err != nil {
				return err
			}
			h.ICC = pngProfile(b)
		case "IDAT", "IEND":
			if h.Width == 0 {
				return flawed(ErrBroken, "the PNG has no header")
			}
			return nil
		}
	}
	return io.ErrUnexpectedEOF
}

// pngPixel is how many bytes a pixel takes once decoded. Interlaced pictures are
// put together from seven others.
func pngPixel(depth, colour, interlace byte) int {
	n := 4
	switch {
	case colour == 0 && depth <= 8, colour == 3:
		n = 1
	case colour == 0:
		n = 2
	case depth == 16:
		n = 8
	}
	if interlace != 0 {
		n *= 2
	}
	return n
}

// pngProfile unpacks a colour profile: a name, the method, and the profile. nil if
// that cannot be done.
func pngProfile(b []byte) []byte {
	_, rest, found := bytes.Cut(b, []byte{0})
	if !found || len(rest) < 2 || rest[0] != 0 {
		return nil
	}
	z, err := zlib.NewReader(bytes.NewReader(rest[1:]))
	if err != nil {
		return nil
	}
	defer z.Close()
	icc, err := io.ReadAll(io.LimitReader(z, maxICC+1))
	if err != nil || len(icc) > maxICC {
		return nil
	}
	return icc
}

// PNGPacket is the XMP packet of a PNG, nil if there is none. Libraries that read
// metadata leave this chunk out.
func PNGPacket(r *bufio.Reader) []byte {
	for chunk, err := range pngChunks(r) {
		if err != nil {
			return nil
		}
		if chunk.kind != "iTXt" {
			continue
		}
		b, err := chunk.bytes(MaxPacket)
		if err != nil {
			return nil
		}
		rest, found := strings.CutPrefix(string(b), "XML:com.adobe.xmp\x00")
		if !found || len(rest) < 2 {
			continue
		}
		packed := rest[0] == 1
		if _, rest, found = strings.Cut(rest[2:], "\x00"); !found { // language
			return nil
		}
		if _, rest, found = strings.Cut(rest, "\x00"); !found { // keyword in that language
			return nil
		}
		if !packed {
			return []byte(rest)
		}
		z, err := zlib.NewReader(strings.NewReader(rest))
		if err != nil {
			return nil
		}
		defer z.Close()
		packet, err := io.ReadAll(io.LimitReader(z, MaxPacket))
		if err != nil {
			return nil
		}
		return packet
	}
	return nil
}

// pngChunk is one chunk; what is not read of it is skipped.
type pngChunk struct {
	kind string
	r    *io.LimitedReader
}

// bytes reads at most so many bytes of a chunk.
func (c pngChunk) bytes(most int64) ([]byte, error) {
	want := min(most, c.r.N)
	b, err := io.ReadAll(io.LimitReader(c.r, most))
	if err == nil && int64(len(b)) < want {
		err = io.ErrUnexpectedEOF
	}
	return b, err
}

// pngChunks goes through the chunks until the end or the first error.
func pngChunks(r *bufio.Reader) func(yield func(pngChunk, error) bool) {
	return func(yield func(pngChunk, error) bool) {
		if _, err := r.Discard(8); err != nil {
			yield(pngChunk{}, err)
			return
		}
		for {
			var head [8]byte
			if _, err := io.ReadFull(r, head[:]); err != nil {
				if err != io.EOF {
					yield(pngChunk{}, err)
				}
				return
			}
			c := pngChunk{string(head[4:]), &io.LimitedReader{R: r, N: int64(binary.BigEndian.Uint32(head[:]))}}
			if !yield(c, nil) {
				return
			}
			if _, err := r.Discard(int(c.r.N) + 4); err != nil { // and the sum
				yield(pngChunk{}, io.ErrUnexpectedEOF)
				return
			}
		}
	}
}
