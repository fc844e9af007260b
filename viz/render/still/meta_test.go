package still_test

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"hash/crc32"
	"image/png"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"rentang/viz/render/still"
)

func base64Of(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return base64.StdEncoding.EncodeToString(data)
}

// chunks lists a PNG's chunks in order and checks their sums.
func chunks(t *testing.T, data []byte) (kinds []string, bodies [][]byte) {
	t.Helper()
	for data = data[8:]; len(data) > 0; {
		n := binary.BigEndian.Uint32(data)
		if crc32.ChecksumIEEE(data[4:8+n]) != binary.BigEndian.Uint32(data[8+n:]) {
			t.Errorf("the sum of chunk %s is wrong", data[4:8])
		}
		kinds, bodies = append(kinds, string(data[4:8])), append(bodies, data[8:8+n])
		data = data[12+n:]
	}
	return kinds, bodies
}

// textChunks reads the iTXt chunks before the pixels.
func textChunks(t *testing.T, data []byte) map[string]string {
	t.Helper()
	kinds, bodies := chunks(t, data)
	m := map[string]string{}
	for i, kind := range kinds {
		switch kind {
		case "IDAT":
			return m
		case "iTXt":
			f := bytes.SplitN(bodies[i], []byte{0}, 3) // keyword, compression flag (0), method and the rest
			key, rest := string(f[0]), f[2]
			parts := bytes.SplitN(rest[1:], []byte{0}, 3)
			m[key] = string(parts[2])
		}
	}
	return m
}

var pdfEntry = regexp.MustCompile(`/(Title|Subject|Author|Producer|Lang)(\(([^)]*)\)|<FEFF([0-9A-F]*)>)`)

// pdfInfo reads the words of a PDF's information and catalog.
func pdfInfo(t *testing.T, doc []byte) map[string]string {
	t.Helper()
	m := map[string]string{}
	for _, f := range pdfEntry.FindAllStringSubmatch(string(doc), -1) {
		m[f[1]] = f[3]
		if f[4] != "" {
			b, err := hex.DecodeString(f[4])
			if err != nil {
				t.Fatal(err)
			}
			var u []uint16
			for i := 0; i < len(b); i += 2 {
				u = append(u, binary.BigEndian.Uint16(b[i:]))
			}
			m[f[1]] = string(utf16.Decode(u))
		}
	}
	return m
}

var full = still.Meta{
	Title: "Bantuan & utang, 1945-2026", Desc: "Pita", Credits: "Redaksi / 소련 <desk>",
	Licence: "CC BY 4.0", Source: "RGASPI; Pravda", Lang: "id-ID",
}

// The same properties must come back from all three formats.
func TestMetaRoundTrip(t *testing.T) {
	r := resources()
	r.Meta = full
	want := map[string]string{
		"title": full.Title, "description": full.Desc, "creator": full.Credits, "rights": full.Licence,
		"source": full.Source, "language": full.Lang, "Credit": full.Credits, "UsageTerms": full.Licence,
	}
	for _, format := range []string{"svg", "png", "pdf"} {
		doc := bytesOf(t, format, small(), r)
		packet := doc
		switch format {
		case "png":
			packet = []byte(textChunks(t, doc)["XML:com.adobe.xmp"])
		case "pdf":
			_, after, _ := bytes.Cut(doc, []byte("<?xpacket begin"))
			packet, _, _ = bytes.Cut(after, []byte("<?xpacket end"))
			_, packet, _ = bytes.Cut(packet, []byte("?>"))
		}
		all := parse(t, packet)
		in := false
		got := map[string]string{}
		name := ""
		for _, e := range all {
			switch {
			case e.name == "Description":
				in = true
			case !in:
			case e.name == "Alt" || e.name == "Seq" || e.name == "Bag":
			case e.name == "li":
				got[name] = e.text
			case e.name == "path":
				in = false
			default:
				name = e.name
				got[name] = e.text
			}
		}
		for k, v := range want {
			if got[k] != v {
				t.Errorf("%s: %s is %q, want %q", format, k, got[k], v)
			}
		}
		if len(got) != len(want) {
			t.Errorf("%s: %d properties, want %d: %v", format, len(got), len(want), got)
		}
	}
}

func TestMetaTakesTheScenesWords(t *testing.T) {
	r := resources()
	r.Meta = still.Meta{Credits: "Redaksi"}
	got := textChunks(t, bytesOf(t, "png", small(), r))
	if got["Title"] != small().Title || got["Description"] != small().Desc || got["Author"] != "Redaksi" {
		t.Errorf("got %v", got)
	}
	if _, ok := got["Copyright"]; ok {
		t.Error("an empty field was written")
	}
}

func TestPNGChunks(t *testing.T) {
	r := resources()
	for _, test := range []struct {
		meta still.Meta
		want string
	}{
		{still.Meta{}, "IHDR sRGB pHYs IDAT IEND"},
		{full, "IHDR sRGB pHYs iTXt iTXt iTXt iTXt iTXt iTXt IDAT IEND"},
	} {
		r.Meta = test.meta
		var b bytes.Buffer
		if err := still.PNG(&b, small(), r, still.PNGOptions{Scale: 2}); err != nil {
			t.Fatal(err)
		}
		kinds, bodies := chunks(t, b.Bytes())
		if got := strings.Join(kinds, " "); got != test.want {
			t.Errorf("chunks %s, want %s", got, test.want)
		}
		if got := binary.BigEndian.Uint32(bodies[2]); got != 7559 { // 192 an inch
			t.Errorf("%d pixels a metre", got)
		}
		img, err := png.Decode(&b)
		if err != nil {
			t.Fatal(err)
		}
		if size := img.Bounds().Size(); size.X != 320 || size.Y != 200 {
			t.Errorf("size %v", size)
		}
	}
}

func TestPDFTail(t *testing.T) {
	r := resources()
	r.Meta = full
	s := small()
	s.Title = "Помощь č" // č is 010D: a carriage return as half a letter
	doc := bytesOf(t, "pdf", s, r)
	info := pdfInfo(t, doc)
	for k, want := range map[string]string{"Title": s.Title, "Subject": s.Desc, "Author": full.Credits, "Lang": "id"} {
		if info[k] != want {
			t.Errorf("%s is %q, want %q", k, info[k], want)
		}
	}
	if bytes.Contains(doc, []byte("Date")) {
		t.Error("the PDF carries a date")
	}
	if !bytes.Contains(doc, []byte("/MediaBox[0 0 120 75]")) { // 160 x 100 px at 96 an inch, in points
		t.Error("the page has the wrong size")
	}
	// Every entry of the table must lead to its object.
	_, after, _ := bytes.Cut(doc, []byte("startxref\n"))
	at, err := strconv.Atoi(string(bytes.Split(after, []byte("\n"))[0]))
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(string(doc[at:]), "\n")
	if lines[0] != "xref" || lines[1] != "0 10" {
		t.Fatalf("the table begins with %q", lines[:2])
	}
	for n := 1; n < 10; n++ {
		o, err := strconv.Atoi(lines[2+n][:10])
		if err != nil || !bytes.HasPrefix(doc[o:], fmt.Appendf(nil, "%d 0 obj\n", n)) {
			t.Errorf("object %d is not at %d (%v)", n, o, err)
		}
	}
}
