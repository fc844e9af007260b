package intake

import (
	"bufio"
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode"

	"github.com/bep/imagemeta"

	"rentang/internal/photo"
	"rentang/viz/civil"
	"rentang/viz/story"
)

// Rights is what a file says about its picture, without what it says about the
// camera. Texts are one paragraph of plain text.
type Rights struct {
	Byline    string // who took it: dc:creator, IPTC By-line, EXIF Artist
	Credit    string // how to name whom it is from: photoshop:Credit, IPTC Credit
	Copyright string // dc:rights, IPTC CopyrightNotice, EXIF Copyright
	Usage     string // xmpRights:UsageTerms, with photoshop:Instructions, IPTC SpecialInstructions
	Caption   string // dc:description, IPTC Caption-Abstract
	Statement string // xmpRights:WebStatement, the address of the terms
	Date      string // when it was taken, as civil.Parse reads it; empty when nobody says
	Camera    string // the same by the camera's clock, which for a scan is the scanner's
	Alt       story.Text

	Orientation int      // EXIF, 1 to 8; 0 when the file does not say
	Notes       []string // what was doubtful, each a sentence without its stop
}

// CreditLine is the line to print: who took it, and whom it is from.
func (r *Rights) CreditLine() string {
	credit := cmp.Or(r.Credit, r.Copyright)
	if r.Credit == "" && r.Byline != "" {
		credit = r.Byline
	}
	if r.Byline == "" || strings.Contains(strings.ToLower(credit), strings.ToLower(r.Byline)) {
		return credit
	}
	return r.Byline + " / " + credit
}

// ReadRights reads what a file says about its picture. Damaged metadata are a
// note, not an error: the picture may be sound.
func ReadRights(r io.ReadSeeker, h *photo.Header) (*Rights, error) {
	var xmp, iptc, exif tags
	rights := &Rights{}
	format, known := map[photo.Format]imagemeta.ImageFormat{photo.JPEG: imagemeta.JPEG, photo.PNG: imagemeta.PNG, photo.WebP: imagemeta.WebP}[h.Format]
	if !known {
		return rights, nil
	}
	if _, err := r.Seek(0, io.SeekStart); err != nil {
		return nil, err
	}
	_, err := imagemeta.Decode(imagemeta.Options{
		R: r, ImageFormat: format, Sources: imagemeta.EXIF | imagemeta.IPTC | imagemeta.XMP,
		ShouldHandleTag: func(t imagemeta.TagInfo) bool {
			return t.Source != imagemeta.EXIF || strings.HasPrefix(t.Namespace, "IFD0")
		},
		HandleTag: func(t imagemeta.TagInfo) error {
			switch t.Source {
			case imagemeta.IPTC:
				iptc.add(t.Tag, "", mended(words(t.Value)))
			case imagemeta.EXIF:
				exif.add(t.Tag, "", words(t.Value))
			}
			return nil
		},
		HandleXMP: func(packet io.Reader) error {
			data, err := io.ReadAll(io.LimitReader(packet, photo.MaxPacket))
			if err == nil {
				xmp, err = parseXMP(bytes.NewReader(data))
			}
			if err != nil {
				rights.note("its XMP is damaged: %s", err)
			}
			_, _ = io.Copy(io.Discard, packet) // must be read to the end
			return nil
		},
		Warnf: func(string, ...any) {},
	})
	if err != nil && !errors.Is(err, imagemeta.ErrStopWalking) {
		rights.note("its metadata are damaged: %s", err)
	}
	if h.Format == photo.PNG {
		if _, err := r.Seek(0, io.SeekStart); err != nil {
			return nil, err
		}
		if packet := photo.PNGPacket(bufio.NewReader(r)); packet != nil {
			if xmp, err = parseXMP(bytes.NewReader(packet)); err != nil {
				rights.note("its XMP is damaged: %s", err)
			}
		}
	}
	rights.merge(xmp, iptc, exif)
	return rights, nil
}

func (r *Rights) note(format string, args ...any) {
	r.Notes = append(r.Notes, plain(fmt.Sprintf(format, args...)))
}

// words is a tag's value as text; several are joined.
func words(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case []string:
		return strings.Join(v, ", ")
	case []byte:
		return string(v)
	}
	return fmt.Sprint(v)
}

// merge takes each property from XMP, else IPTC, else EXIF: the order of the
// Metadata Working Group. Where XMP and IPTC differ somebody changed one of them.
func (r *Rights) merge(xmp, iptc, exif tags) {
	pick := func(what string, x, i, e string) string {
		if x != "" && i != "" && !alike(x, i) {
			r.note("%s differs between XMP (taken) and IPTC: %q, %q", what, clip(x, 80), clip(i, 80))
		}
		return cmp.Or(x, i, e)
	}
	r.Byline = pick("the by-line", xmp.all(nsDC+"creator"), iptc.all("By-line"), exif.all("Artist"))
	r.Credit = pick("the credit", xmp.first(nsPhotoshop+"Credit"), iptc.first("Credit"), "")
	if r.Credit == "" { // where no credit is given, the source is named in its place
		r.Credit = pick("the source", xmp.first(nsPhotoshop+"Source"), iptc.first("Source"), "")
	}
	r.Copyright = pick("the copyright notice", cmp.Or(xmp.first(nsDC+"rights"), xmp.all(nsRights+"Owner")), iptc.first("CopyrightNotice"), exif.first("Copyright"))
	r.Usage = xmp.first(nsRights + "UsageTerms")
	said := pick("the instructions", xmp.first(nsPhotoshop+"Instructions"), iptc.first("SpecialInstructions"), "")
	if said != "" && !strings.Contains(strings.ToLower(r.Usage), strings.ToLower(said)) {
		r.Usage = strings.TrimSpace(r.Usage + " " + said)
	}
	r.Caption = pick("the caption", xmp.first(nsDC+"description"), iptc.first("Caption-Abstract"), "")
	r.Statement = xmp.first(nsRights + "WebStatement")
	r.Date = firstDate(xmp.first(nsPhotoshop+"DateCreated"), iptc.first("DateCreated"))
	r.Camera = firstDate(exif.first("DateTimeOriginal"), xmp.first(nsEXIF+"DateTimeOriginal"))
	for _, v := range xmp[nsIPTC+"AltTextAccessibility"] {
		if r.Alt == nil {
			r.Alt = story.Text{}
		}
		if r.Alt[v.lang] == "" {
			r.Alt[v.lang] = v.text
		}
	}
	if o := exif.first("Orientation"); len(o) == 1 && o[0] >= '1' && o[0] <= '8' {
		r.Orientation = int(o[0] - '0')
	}
}

// alike reports whether two texts say the same. IPTC fields are short and cut off
// what does not fit, and know fewer letters.
func alike(x, i string) bool {
	bare := func(s string) string {
		return strings.Map(func(r rune) rune {
			if r < 0x80 && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
				return unicode.ToLower(r)
			}
			return -1
		}, s)
	}
	return strings.HasPrefix(bare(x), bare(i))
}

// firstDate is the first of several dates that is one, without its time.
func firstDate(all ...string) string {
	for _, s := range all {
		day, _, _ := strings.Cut(s, "T")
		day, _, _ = strings.Cut(day, " ")
		day = strings.ReplaceAll(day, ":", "-")
		day = strings.TrimSuffix(strings.TrimSuffix(day, "-00"), "-00") // IPTC writes what is not known as zeros
		if d, err := civil.Parse(day); err == nil && !strings.HasPrefix(day, "0000") {
			return d.String()
		}
	}
	return ""
}

// tags is properties by name, each with its values.
type tags map[string][]value

// value is one value; lang is its language where the property has several.
type value struct{ lang, text string }

// add keeps a value, cleaned.
func (t *tags) add(name, lang, text string) {
	text = plain(text)
	if text == "" {
		return
	}
	if *t == nil {
		*t = tags{}
	}
	(*t)[name] = append((*t)[name], value{lang, text})
}

// first is the default value of a property: x-default, else the first.
func (t tags) first(name string) string {
	for _, v := range t[name] {
		if v.lang == defaultLang {
			return v.text
		}
	}
	if len(t[name]) > 0 {
		return t[name][0].text
	}
	return ""
}

// all is the values of a property in one line.
func (t tags) all(name string) string {
	var all []string
	for _, v := range t[name] {
		all = append(all, v.text)
	}
	return strings.Join(all, ", ")
}
