// Package testpic makes pictures for tests: small ones with the metadata of agencies
// and cameras, and enormous ones in few bytes.
package testpic

import (
	"bytes"
	"compress/zlib"
	"encoding/base64"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"math"
	"slices"
	"testing"
)

// Landscape is a hill under a sky, with a wave for texture: a picture without
// anybody's rights.
func Landscape(w, h int) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	for x := range w {
		ridge := float64(h) * (0.55 + 0.12*math.Sin(5*float64(x)/float64(w)) + 0.05*math.Sin(17*float64(x)/float64(w)))
		for y := range h {
			k := float64(y) / float64(h)
			c := color.RGBA{uint8(120 + 110*k), uint8(160 + 70*k), uint8(225 - 20*k), 255}
			if float64(y) > ridge {
				grain := 14 * math.Sin(float64(x)/3) * math.Sin(float64(y)/4)
				c = color.RGBA{uint8(70 + 60*k + grain), uint8(100 + 30*k + grain), uint8(58 + grain), 255}
			}
			img.SetRGBA(x, y, c)
		}
	}
	return img
}

// JPEG is a JPEG with segments before its own.
func JPEG(t testing.TB, img image.Image, segments ...[]byte) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, &jpeg.Options{Quality: 90}); err != nil {
		t.Fatal(err)
	}
	return slices.Concat(b.Bytes()[:2], slices.Concat(segments...), b.Bytes()[2:])
}

// PNG is a PNG with chunks after its header.
func PNG(t testing.TB, img image.Image, chunks ...[]byte) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	const head = 8 + 12 + 13
	return slices.Concat(b.Bytes()[:head], slices.Concat(chunks...), b.Bytes()[head:])
}

// GIF is a GIF of black frames.
func GIF(t testing.TB, frames int) []byte {
	t.Helper()
	g := &gif.GIF{}
	for range frames {
		g.Image = append(g.Image, image.NewPaletted(image.Rect(0, 0, 20, 10), color.Palette{color.Black, color.White}))
		g.Delay = append(g.Delay, 10)
	}
	var b bytes.Buffer
	if err := gif.EncodeAll(&b, g); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// A WebP of one pixel, lossy and lossless.
const (
	TinyWebP         = "UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA"
	TinyLosslessWebP = "UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA=="
)

// FromBase64 decodes a picture that is written in a test.
func FromBase64(t testing.TB, s string) []byte {
	t.Helper()
	b, err := base64.StdEncoding.DecodeString(s)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// Chunk is a chunk of a PNG.
func Chunk(kind string, body []byte) []byte {
	b := binary.BigEndian.AppendUint32(nil, uint32(len(body)))
	b = append(append(b, kind...), body...)
	return binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(b[4:]))
}

// FlatPNG is a gray PNG of any size, in few bytes.
func FlatPNG(t testing.TB, w, h int, depth, colour byte) []byte {
	t.Helper()
	head := binary.BigEndian.AppendUint32(nil, uint32(w))
	head = binary.BigEndian.AppendUint32(head, uint32(h))
	head = append(head, depth, colour, 0, 0, 0)
	channels := map[byte]int{0: 1, 2: 3, 3: 1, 4: 2, 6: 4}[colour]
	var b bytes.Buffer
	z, err := zlib.NewWriterLevel(&b, zlib.BestSpeed)
	if err != nil {
		t.Fatal(err)
	}
	row := make([]byte, 1+(w*channels*int(depth)+7)/8)
	for range h {
		if _, err := z.Write(row); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return slices.Concat([]byte("\x89PNG\r\n\x1a\n"), Chunk("IHDR", head), Chunk("IDAT", b.Bytes()), Chunk("IEND", nil))
}

// FlatJPEG is a JPEG of any size whose every coefficient is zero: all planes hold
// 128. samplings has a byte for each component, as in the frame's header. The
// tables know one code, which is a single zero bit.
func FlatJPEG(w, h int, frame byte, samplings ...byte) []byte {
	b := []byte{0xff, 0xd8}
	if len(samplings) == 4 {
		b = Segment(b, 0xee, "Adobe", []byte{0, 100, 0, 0, 0, 0, 0})
	}
	b = Segment(b, 0xdb, "", append([]byte{0}, bytes.Repeat([]byte{1}, 64)...))
	sof := []byte{8, byte(h >> 8), byte(h), byte(w >> 8), byte(w), byte(len(samplings))}
	sos := []byte{byte(len(samplings))}
	most := 1
	blocks := 0
	for i, hv := range samplings {
		sof = append(sof, byte(i+1), hv, 0)
		sos = append(sos, byte(i+1), 0)
		most = max(most, int(hv>>4))
		blocks += int(hv>>4) * int(hv&15)
	}
	b = Segment(b, frame, "", sof)
	for _, table := range []byte{0x00, 0x10} {
		b = Segment(b, 0xc4, "", slices.Concat([]byte{table, 1}, make([]byte, 15), []byte{0}))
	}
	bits := 2 // of a block: its mean, and the end of the rest
	end := []byte{0, 63, 0}
	if frame == 0xc2 {
		bits, end = 1, []byte{0, 0, 0}
	}
	b = Segment(b, 0xda, "", append(sos, end...))
	side := 8 * most // of a unit; the tests use samplings that are square
	units := ((w + side - 1) / side) * ((h + side - 1) / side)
	n := units * blocks * bits
	b = append(b, make([]byte, n/8)...)
	if n%8 != 0 {
		b = append(b, 0xff>>(n%8))
	}
	return append(b, 0xff, 0xd9)
}

// EXIF is an APP1 Segment with IFD0, an EXIF directory with a camera's
// number and notes, and a place.
func EXIF(orientation uint16, artist, copyright, taken string) []byte {
	var b []byte
	le := binary.LittleEndian
	b = append(b, "II*\x00"...)
	b = le.AppendUint32(b, 8)
	type entry struct {
		tag, kind uint16
		text      []byte // ASCII, or bytes as they are
		value     uint32
		count     uint32
	}
	write := func(entries []entry) []byte {
		base := uint32(len(b) + 2 + 12*len(entries) + 4)
		var heap []byte
		b = le.AppendUint16(b, uint16(len(entries)))
		for _, e := range entries {
			b = le.AppendUint16(b, e.tag)
			b = le.AppendUint16(b, e.kind)
			if e.text == nil {
				b = le.AppendUint32(b, max(1, e.count))
				b = le.AppendUint32(b, e.value)
				continue
			}
			b = le.AppendUint32(b, uint32(len(e.text)))
			if len(e.text) <= 4 {
				b = append(b, append(slices.Clone(e.text), 0, 0, 0, 0)[:4]...)
				continue
			}
			b = le.AppendUint32(b, base+uint32(len(heap)))
			heap = append(heap, e.text...)
			if len(heap)%2 == 1 {
				heap = append(heap, 0)
			}
		}
		b = le.AppendUint32(b, 0)
		b = append(b, heap...)
		return b
	}
	ascii := func(s string) []byte { return append([]byte(s), 0) }
	ifd0 := []entry{{tag: 0x010f, kind: 2, text: ascii("Cameramaker")}, {tag: 0x0110, kind: 2, text: ascii("Model Nine")}, {tag: 0x0112, kind: 3, value: uint32(orientation)}}
	if artist != "" {
		ifd0 = append(ifd0, entry{tag: 0x013b, kind: 2, text: ascii(artist)})
	}
	if copyright != "" {
		ifd0 = append(ifd0, entry{tag: 0x8298, kind: 2, text: ascii(copyright)})
	}
	// The two directories follow the first, whose size is known beforehand.
	size := 2 + 12*(len(ifd0)+2) + 4
	for _, e := range ifd0 {
		if len(e.text) > 4 {
			size += len(e.text) + len(e.text)%2
		}
	}
	exifAt := uint32(8 + size)
	exif := []entry{{tag: 0x927c, kind: 7, text: []byte("secret maker note 4711")}, {tag: 0xa431, kind: 2, text: ascii("SERIAL-4711")}}
	if taken != "" {
		exif = append([]entry{{tag: 0x9003, kind: 2, text: ascii(taken)}}, exif...)
	}
	exifSize := 2 + 12*len(exif) + 4
	for _, e := range exif {
		exifSize += len(e.text) + len(e.text)%2
	}
	ifd0 = append(ifd0, entry{tag: 0x8769, kind: 4, value: exifAt}, entry{tag: 0x8825, kind: 4, value: exifAt + uint32(exifSize)})
	write(ifd0)
	write(exif)
	write([]entry{{tag: 1, kind: 2, text: ascii("N")}, {tag: 0x1d, kind: 2, text: ascii("2011:08:24")}})
	return Segment(nil, 0xe1, "Exif\x00\x00", b)
}

// IPTC is an APP13 Segment. Fields are given as dataset numbers of record 2.
func IPTC(utf8 bool, fields ...any) []byte {
	var iim []byte
	set := func(record, dataset byte, v string) {
		iim = append(iim, 0x1c, record, dataset)
		iim = binary.BigEndian.AppendUint16(iim, uint16(len(v)))
		iim = append(iim, v...)
	}
	if utf8 {
		set(1, 90, "\x1b%G")
	}
	for i := 0; i < len(fields); i += 2 {
		set(2, byte(fields[i].(int)), fields[i+1].(string))
	}
	body := []byte("8BIM\x04\x04\x00\x00")
	body = binary.BigEndian.AppendUint32(body, uint32(len(iim)))
	body = append(body, iim...)
	if len(iim)%2 == 1 {
		body = append(body, 0)
	}
	return Segment(nil, 0xed, "Photoshop 3.0\x00", body)
}

// The dataset numbers of IPTC that the tests use.
const (
	Instructions = 40
	Date         = 55
	Byline       = 80
	Credit       = 110
	Source       = 115
	Copyright    = 116
	Caption      = 120
)

// XMP is an APP1 segment with properties in it.
func XMP(body string) []byte {
	return Segment(nil, 0xe1, "http://ns.adobe.com/xap/1.0/\x00", []byte(Packet(body)))
}

// Packet is an XMP packet with properties in it.
func Packet(body string) string {
	return `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="` + "http://www.w3.org/1999/02/22-rdf-syntax-ns#" + `">` +
		`<rdf:Description rdf:about="" xmlns:dc="` + "http://purl.org/dc/elements/1.1/" + `" xmlns:photoshop="` + "http://ns.adobe.com/photoshop/1.0/" + `" xmlns:xmpRights="` + "http://ns.adobe.com/xap/1.0/rights/" +
		`" xmlns:i="` + "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/" + `" photoshop:City="Vladivostok">` + body + `</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`
}

// Segment appends a segment of a JPEG.
func Segment(dst []byte, marker byte, signature string, body []byte) []byte {
	dst = append(dst, 0xff, marker)
	dst = binary.BigEndian.AppendUint16(dst, uint16(2+len(signature)+len(body)))
	return append(append(dst, signature...), body...)
}
