package photo

import (
	"bufio"
	"encoding/binary"
	"io"
)

// moves is the error for a picture of more than one frame: which of them is meant
// is for a person to say.
func moves(what string) error {
	return flawed(ErrMoves, "%s; a photo stands still: save the frame that is meant as a JPEG", what)
}

// webpHeader walks the chunks of a WebP. The sizes that stand in a WebP of several
// chunks must agree; the decoder sees to it.
func webpHeader(r *bufio.Reader, h *Header) error {
	if _, err := r.Discard(12); err != nil {
		return err
	}
	alpha := false
	for {
		var head [8]byte
		if _, err := io.ReadFull(r, head[:]); err != nil {
			if err == io.EOF && h.Width != 0 {
				return flawed(ErrBroken, "the WebP has no picture in it")
			}
			return err
		}
		kind, n := string(head[:4]), int64(binary.LittleEndian.Uint32(head[4:]))
		body := &io.LimitedReader{R: r, N: n}
		perPixel := 0
		switch kind {
		case "VP8X":
			b := make([]byte, 10)
			if _, err := io.ReadFull(body, b); err != nil {
				return err
			}
			if b[0]&2 != 0 {
				return moves("an animated WebP")
			}
			alpha = b[0]&16 != 0
			h.Width, h.Height = 1+int(uint24(b[4:])), 1+int(uint24(b[7:]))
		case "ANIM", "ANMF":
			return moves("an animated WebP")
		case "ICCP":
			icc, err := io.ReadAll(io.LimitReader(body, maxICC+1))
			if err != nil {
				return err
			}
			if len(icc) <= maxICC {
				h.ICC = icc
			}
		case "VP8 ":
			b := make([]byte, 10)
			if _, err := io.ReadFull(body, b); err != nil {
				return err
			}
			w, hi := int(binary.LittleEndian.Uint16(b[6:])&0x3fff), int(binary.LittleEndian.Uint16(b[8:])&0x3fff)
			h.Width, h.Height = max(h.Width, w), max(h.Height, hi)
			if perPixel = 2; alpha {
				perPixel = 7
			}
		case "VP8L":
			b := make([]byte, 5)
			if _, err := io.ReadFull(body, b); err != nil {
				return err
			}
			bits := binary.LittleEndian.Uint32(b[1:])
			h.Width, h.Height = max(h.Width, 1+int(bits&0x3fff)), max(h.Height, 1+int(bits>>14&0x3fff))
			perPixel = 8
		}
		if perPixel != 0 {
			h.Memory = perPixel * h.Width * h.Height
			return nil
		}
		if _, err := r.Discard(int(body.N + n&1)); err != nil { // chunks are even
			return err
		}
	}
}

func uint24(b []byte) uint32 { return uint32(b[0]) | uint32(b[1])<<8 | uint32(b[2])<<16 }

// gifHeader walks the blocks of a GIF to see whether there is a second picture.
func gifHeader(r *bufio.Reader, h *Header) error {
	b := make([]byte, 13)
	if _, err := io.ReadFull(r, b); err != nil {
		return err
	}
	h.Width, h.Height = int(binary.LittleEndian.Uint16(b[6:])), int(binary.LittleEndian.Uint16(b[8:]))
	h.Memory = 2 * h.Width * h.Height
	if err := skipTable(r, b[10]); err != nil {
		return err
	}
	for frames := 0; ; {
		kind, err := r.ReadByte()
		if err != nil {
			if err == io.EOF && frames == 1 { // without a trailer; the decoder judges
				return nil
			}
			return err
		}
		switch kind {
		case 0x3b:
			return nil
		case 0x21: // an extension: its label
			if _, err := r.Discard(1); err != nil {
				return err
			}
		case 0x2c:
			if frames++; frames > 1 {
				return moves("an animated GIF")
			}
			if _, err := io.ReadFull(r, b[:9]); err != nil {
				return err
			}
			if err := skipTable(r, b[8]); err != nil {
				return err
			}
			if _, err := r.Discard(1); err != nil { // the width of the codes
				return err
			}
		default:
			return flawed(ErrBroken, "the GIF has lost its thread")
		}
		for { // sub-blocks
			n, err := r.ReadByte()
			if err != nil {
				return err
			}
			if n == 0 {
				break
			}
			if _, err := r.Discard(int(n)); err != nil {
				return err
			}
		}
	}
}

// skipTable skips a table of colours, if the flags say that there is one.
func skipTable(r *bufio.Reader, flags byte) error {
	if flags&0x80 == 0 {
		return nil
	}
	_, err := r.Discard(3 << (1 + flags&7))
	return err
}
