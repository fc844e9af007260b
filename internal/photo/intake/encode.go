package intake

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/jpeg"

	"rentang/internal/photo"
	"rentang/viz/story"
)

const (
	xmpSignature = "http://ns.adobe.com/xap/1.0/\x00"
	iccSignature = "ICC_PROFILE\x00"
	maxSegment   = 65533 // bytes after the length
)

// encode writes a JPEG that begins with its rights, and has the colour profile of
// the picture that it was made of.
func encode(img *image.RGBA, r *Rights, icc []byte) ([]byte, error) {
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, &jpeg.Options{Quality: Quality}); err != nil {
		return nil, err
	}
	body := b.Bytes()
	out := append(make([]byte, 0, len(body)+4096), body[:2]...)
	out = segment(out, 0xe1, xmpSignature, []byte(r.fitting()))
	const most = maxSegment - len(iccSignature) - 2
	parts := (len(icc) + most - 1) / most
	for i := range parts {
		part := icc[i*most : min((i+1)*most, len(icc))]
		out = segment(out, 0xe2, iccSignature, append([]byte{byte(i + 1), byte(parts)}, part...))
	}
	return append(out, body[2:]...), nil
}

func segment(dst []byte, marker byte, signature string, body []byte) []byte {
	dst = append(dst, 0xff, marker)
	dst = binary.BigEndian.AppendUint16(dst, uint16(2+len(signature)+len(body)))
	dst = append(dst, signature...)
	return append(dst, body...)
}

// fitting is the packet, made to fit into a segment: what tells a rights holder's
// name stays, what tells the picture's content goes first.
func (r *Rights) fitting() string {
	short := *r
	for _, lose := range []func(){
		func() {},
		func() { short.Alt = nil },
		func() { short.Caption = clip(short.Caption, story.MaxNote) },
		func() {
			short.Usage, short.Copyright = clip(short.Usage, story.MaxNote), clip(short.Copyright, story.MaxLine)
		},
		func() {
			short.Byline, short.Credit = clip(short.Byline, story.MaxLine), clip(short.Credit, story.MaxLine)
		},
		func() { short.Statement, short.Caption = "", "" },
	} {
		lose()
		if p := short.packet(); len(p)+len(xmpSignature) <= maxSegment {
			return p
		}
	}
	return (&Rights{Credit: short.Credit}).packet()
}

// profile is the colour profile that the sizes must keep, with a name for it; nil
// when their colours are sRGB or the profile is for another kind of picture.
func profile(h *photo.Header) (icc []byte, name string) {
	if len(h.ICC) < 132 || string(h.ICC[16:20]) != "RGB " || h.CMYK {
		return nil, ""
	}
	name = profileName(h.ICC)
	if bytes.Contains([]byte(name), []byte("sRGB")) {
		return nil, ""
	}
	return h.ICC, name
}

// profileName is the description in a colour profile, as far as it is plain.
func profileName(icc []byte) string {
	n := int(binary.BigEndian.Uint32(icc[128:]))
	for i := range min(n, 100) {
		at := 132 + 12*i
		if at+12 > len(icc) {
			break
		}
		from, size := int(binary.BigEndian.Uint32(icc[at+4:])), int(binary.BigEndian.Uint32(icc[at+8:]))
		if string(icc[at:at+4]) != "desc" || from < 0 || size < 28 || size > 1<<16 || from > len(icc)-size {
			continue
		}
		tag := icc[from : from+size]
		start, length := 12, int(binary.BigEndian.Uint32(tag[8:])) // version 2: ASCII with its length
		if string(tag[:4]) == "mluc" {                             // version 4: the first of several, in UTF-16
			start, length = int(binary.BigEndian.Uint32(tag[24:])), int(binary.BigEndian.Uint32(tag[20:]))
		}
		if start < 0 || length < 0 || start > size || length > size-start {
			break
		}
		var b []byte
		for _, c := range tag[start : start+length] {
			if c >= ' ' && c < 0x7f {
				b = append(b, c) // UTF-16 loses its zeros on the way
			}
		}
		return clip(plain(string(b)), 60)
	}
	return "unnamed"
}
