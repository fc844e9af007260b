package still

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image"
	"image/png"
	"io"
	"math"

	"rentang/viz/scene"
)

// PNGOptions says how a PNG is made.
type PNGOptions struct {
	Scale float64 // device pixels in a CSS pixel; 0 means 1
}

// PNG writes the scene as a PNG in sRGB, with the resolution that makes it as
// large on paper as the scene is at 96 CSS pixels an inch.
func PNG(w io.Writer, s *scene.Scene, r Resources, o PNGOptions) error {
	if o.Scale == 0 {
		o.Scale = 1
	}
	img, err := Raster(s, r, o.Scale)
	if err != nil {
		return err
	}
	return encode(w, img, o.Scale, r.Meta.fill(s))
}

// encode writes the pixels, and before them, where readers look, what there is to
// say about them.
func encode(w io.Writer, img *image.RGBA, scale float64, m Meta) error {
	var b bytes.Buffer
	// The fast level makes a still of 275 kB where the default makes 266, in two thirds of the time.
	enc := png.Encoder{CompressionLevel: png.BestSpeed}
	if err := enc.Encode(&b, img); err != nil {
		return fmt.Errorf("still: %w", err)
	}
	const head = 8 + 12 + 13 // the signature and the IHDR chunk
	out := append([]byte(nil), b.Bytes()[:head]...)
	out = chunk(out, "sRGB", []byte{0}) // perceptual
	perMetre := uint32(math.Round(scale * 96 / 0.0254))
	phys := binary.BigEndian.AppendUint32(nil, perMetre)
	phys = binary.BigEndian.AppendUint32(phys, perMetre)
	out = chunk(out, "pHYs", append(phys, 1))
	if m != (Meta{}) {
		out = text(out, "Title", m.Lang, m.Title)
		out = text(out, "Description", m.Lang, m.Desc)
		out = text(out, "Author", m.Lang, m.Credits)
		out = text(out, "Copyright", m.Lang, m.Licence)
		out = text(out, "Source", m.Lang, m.Source)
		out = text(out, "XML:com.adobe.xmp", "", m.packet())
	}
	if _, err := w.Write(out); err != nil {
		return err
	}
	_, err := w.Write(b.Bytes()[head:])
	return err
}

// text adds an international text chunk: keyword, not compressed, language,
// keyword again in that language (none), words in UTF-8. No words, no chunk.
func text(out []byte, key, lang, words string) []byte {
	words = clean(words)
	if words == "" {
		return out
	}
	return chunk(out, "iTXt", []byte(key+"\x00\x00\x00"+lang+"\x00\x00"+words))
}

// chunk adds a PNG chunk: length, kind, data, and a checksum of the last two.
func chunk(out []byte, kind string, data []byte) []byte {
	out = binary.BigEndian.AppendUint32(out, uint32(len(data)))
	from := len(out)
	out = append(append(out, kind...), data...)
	return binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(out[from:]))
}
