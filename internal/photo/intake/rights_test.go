package intake

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"maps"
	"slices"
	"strings"
	"testing"

	"rentang/internal/photo"
	"rentang/internal/photo/testpic"
	"rentang/viz/story"
)

// rightsOf reads the rights of a whole file.
func rightsOf(t testing.TB, data []byte) *Rights {
	t.Helper()
	h, err := photo.ReadHeader(bytes.NewReader(data), "")
	if err != nil {
		t.Fatal(err)
	}
	r, err := ReadRights(bytes.NewReader(data), h)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestReadRights(t *testing.T) {
	img := testpic.Landscape(20, 10)
	iptc := testpic.IPTC(true, testpic.Byline, "Pak Si-ha", testpic.Credit, "Desk/Agency", testpic.Copyright, "© 2011 Desk", testpic.Caption, "두 사람이\r\n악수한다.", testpic.Date, "20110824", testpic.Instructions, "No archive")
	xmp := testpic.XMP(`<dc:creator><rdf:Seq><rdf:li>A. One</rdf:li><rdf:li>B. Two</rdf:li></rdf:Seq></dc:creator>
		<photoshop:Credit>Desk / Agency</photoshop:Credit><photoshop:DateCreated>2011-08-24T14:00:00+09:00</photoshop:DateCreated>
		<dc:rights><rdf:Alt><rdf:li xml:lang="ko">에이전시</rdf:li><rdf:li xml:lang="x-default">© Agency &amp; Sons</rdf:li></rdf:Alt></dc:rights>
		<xmpRights:UsageTerms><rdf:Alt><rdf:li xml:lang="x-default">Editorial use only</rdf:li></rdf:Alt></xmpRights:UsageTerms>
		<dc:description><rdf:Alt><rdf:li xml:lang="x-default">Two people.</rdf:li></rdf:Alt></dc:description>
		<i:CreatorContactInfo rdf:parseType="Resource"><i:CiEmailWork>one@example.org</i:CiEmailWork></i:CreatorContactInfo>
		<i:AltTextAccessibility><rdf:Alt><rdf:li xml:lang="x-default">Hands</rdf:li><rdf:li xml:lang="ko-KR">손</rdf:li></rdf:Alt></i:AltTextAccessibility>`)
	attributes := segment(nil, 0xe1, xmpSignature, []byte(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="`+nsRDF+`"><rdf:Description xmlns:p="`+nsPhotoshop+`" p:Credit="As attribute"/></rdf:RDF></x:xmpmeta>`))
	itxt := testpic.Chunk("iTXt", []byte("XML:com.adobe.xmp\x00\x00\x00\x00\x00"+testpic.Packet(`<photoshop:Credit>In a PNG</photoshop:Credit>`)))
	var z bytes.Buffer
	w := zlib.NewWriter(&z)
	_, _ = w.Write([]byte(testpic.Packet(`<photoshop:Credit>In a packed PNG</photoshop:Credit>`)))
	_ = w.Close()
	packed := testpic.Chunk("iTXt", append([]byte("XML:com.adobe.xmp\x00\x01\x00\x00\x00"), z.Bytes()...))

	for _, c := range []struct {
		name   string
		data   []byte
		want   Rights
		credit string // the line
		note   string // part of the one note
	}{
		{"nothing", testpic.JPEG(t, img), Rights{}, "", ""},
		{"IPTC", testpic.JPEG(t, img, iptc), Rights{Byline: "Pak Si-ha", Credit: "Desk/Agency", Copyright: "© 2011 Desk", Usage: "No archive", Caption: "두 사람이 악수한다.", Date: "2011-08-24"},
			"Pak Si-ha / Desk/Agency", ""},
		{"IPTC in Latin-1, as the book has it", testpic.JPEG(t, img, testpic.IPTC(false, testpic.Byline, "J\xfcrgen")), Rights{Byline: "Jürgen"}, "Jürgen", ""},
		{"IPTC in UTF-8 that does not say so", testpic.JPEG(t, img, testpic.IPTC(false, testpic.Byline, "Jürgen")), Rights{Byline: "Jürgen"}, "Jürgen", ""},
		{"two by-lines", testpic.JPEG(t, img, testpic.IPTC(true, testpic.Byline, "A", testpic.Byline, "B")), Rights{Byline: "A, B"}, "A, B", ""},
		{"the source, where no credit is", testpic.JPEG(t, img, testpic.IPTC(true, testpic.Source, "Archive")), Rights{Credit: "Archive"}, "Archive", ""},
		{"a date of which only the year is known", testpic.JPEG(t, img, testpic.IPTC(true, testpic.Date, "19540000")), Rights{Date: "1954"}, "", ""},
		{"XMP", testpic.JPEG(t, img, xmp), Rights{Byline: "A. One, B. Two", Credit: "Desk / Agency", Copyright: "© Agency & Sons", Usage: "Editorial use only", Caption: "Two people.", Date: "2011-08-24",
			Alt: story.Text{defaultLang: "Hands", "ko-KR": "손"}}, "A. One, B. Two / Desk / Agency", ""},
		{"XMP in attributes", testpic.JPEG(t, img, attributes), Rights{Credit: "As attribute"}, "As attribute", ""},
		{"XMP wins, and it is said", testpic.JPEG(t, img, testpic.XMP(`<photoshop:Credit>New</photoshop:Credit>`), testpic.IPTC(true, testpic.Credit, "Old")), Rights{Credit: "New"}, "New", `the credit differs between XMP (taken) and IPTC: "New", "Old"`},
		{"IPTC cuts off what XMP has in full", testpic.JPEG(t, img, testpic.XMP(`<photoshop:Credit>A very long name of an agency / Desk</photoshop:Credit>`), testpic.IPTC(true, testpic.Credit, "A very long name of an agency /")),
			Rights{Credit: "A very long name of an agency / Desk"}, "A very long name of an agency / Desk", ""},
		{"EXIF", testpic.JPEG(t, img, testpic.EXIF(6, "Ansel", "© Desk", "2011:08:24 10:00:00")), Rights{Byline: "Ansel", Copyright: "© Desk", Camera: "2011-08-24", Orientation: 6}, "Ansel", ""},
		{"the by-line is in the credit already", testpic.JPEG(t, img, testpic.IPTC(true, testpic.Byline, "kim il", testpic.Credit, "Kim Il/TASS")), Rights{Byline: "kim il", Credit: "Kim Il/TASS"}, "Kim Il/TASS", ""},
		{"a credit that turns itself around", testpic.JPEG(t, img, testpic.IPTC(true, testpic.Credit, "TASS\u202e evil\x00\x07")), Rights{Credit: "TASS evil"}, "TASS evil", ""},
		{"PNG", testpic.PNG(t, img, itxt), Rights{Credit: "In a PNG"}, "In a PNG", ""},
		{"PNG, packed", testpic.PNG(t, img, packed), Rights{Credit: "In a packed PNG"}, "In a packed PNG", ""},
		{"XMP that is no XML", testpic.JPEG(t, img, segment(nil, 0xe1, xmpSignature, []byte("<a><b></a>"))), Rights{}, "", "its XMP is damaged"},
		{"XMP without RDF", testpic.JPEG(t, img, segment(nil, 0xe1, xmpSignature, []byte("<a/>"))), Rights{}, "", "no RDF"},
		{"a bomb of entities", testpic.JPEG(t, img, segment(nil, 0xe1, xmpSignature, []byte(`<!DOCTYPE a [<!ENTITY b "bb">]><a>&b;&b;</a>`))), Rights{}, "", "its XMP is damaged"},
		{"EXIF cut short loses nobody's name elsewhere", testpic.JPEG(t, img, segment(nil, 0xe1, "Exif\x00\x00", []byte("II*\x00\x08\x00\x00\x00\xff\xff")), iptc),
			Rights{Byline: "Pak Si-ha", Credit: "Desk/Agency", Copyright: "© 2011 Desk", Usage: "No archive", Caption: "두 사람이 악수한다.", Date: "2011-08-24"}, "Pak Si-ha / Desk/Agency", ""},
	} {
		got := rightsOf(t, c.data)
		if (c.note == "") != (len(got.Notes) == 0) || !strings.Contains(strings.Join(got.Notes, "; "), c.note) {
			t.Errorf("%s: notes %q, want one with %q", c.name, got.Notes, c.note)
		}
		if line := got.CreditLine(); line != c.credit {
			t.Errorf("%s: credit line %q, want %q", c.name, line, c.credit)
		}
		if !maps.Equal(got.Alt, c.want.Alt) {
			t.Errorf("%s: alt text %q, want %q", c.name, got.Alt, c.want.Alt)
		}
		if g := *got; g.Byline != c.want.Byline || g.Credit != c.want.Credit || g.Copyright != c.want.Copyright || g.Usage != c.want.Usage || g.Caption != c.want.Caption ||
			g.Date != c.want.Date || g.Camera != c.want.Camera || g.Orientation != c.want.Orientation {
			t.Errorf("%s:\n got %+v\nwant %+v", c.name, g, c.want)
		}
	}
}

// What is written is read back, by us.
func TestPacketRoundTrip(t *testing.T) {
	want := Rights{
		Byline: "A <b> & \"C\"", Credit: "A / 소련 desk", Copyright: "© Desk", Usage: "No sales", Caption: "Here.", Date: "1954-03",
		Statement: "https://example.org/terms?a=1&b=2", Alt: story.Text{"en": "Two", "ko": "둘", defaultLang: "Two"},
	}
	data, err := encode(testpic.Landscape(40, 30), &want, nil)
	if err != nil {
		t.Fatal(err)
	}
	got := rightsOf(t, data)
	if got.packet() != want.packet() || !strings.Contains(got.packet(), "둘") || got.Notes != nil {
		t.Errorf("got  %s\nwant %s", got.packet(), want.packet())
	}
}

// A testpic.Segment holds 64 kB. A credit is the last thing to go.
func TestPacketAlwaysFits(t *testing.T) {
	long := strings.Repeat("가나다 ", 30000)
	for _, r := range []Rights{
		{Credit: "Desk", Alt: story.Text{"ko": long}},
		{Credit: "Desk", Caption: long, Alt: story.Text{"ko": long}},
		{Credit: "Desk", Caption: long, Usage: long, Copyright: long},
		{Credit: "Desk" + long, Byline: long, Statement: long, Caption: long, Usage: long},
	} {
		data, err := encode(testpic.Landscape(8, 8), &r, nil)
		if err != nil {
			t.Fatal(err)
		}
		if got := rightsOf(t, data); !strings.HasPrefix(got.Credit, "Desk") || got.Notes != nil {
			t.Errorf("credit %q, notes %q", clip(got.Credit, 50), got.Notes)
		}
	}
}

// profileOf is a colour profile that only has its name.
func profileOf(space, name string) []byte {
	icc := make([]byte, 128)
	copy(icc[16:], space)
	icc = binary.BigEndian.AppendUint32(icc, 1)
	icc = append(icc, "desc"...)
	icc = binary.BigEndian.AppendUint32(icc, 144)
	icc = binary.BigEndian.AppendUint32(icc, uint32(12+len(name)+20))
	icc = append(icc, "desc\x00\x00\x00\x00"...)
	icc = binary.BigEndian.AppendUint32(icc, uint32(len(name)))
	return append(append(icc, name...), make([]byte, 20)...)
}

func TestColourProfile(t *testing.T) {
	img := testpic.Landscape(20, 10)
	in := func(icc []byte) []byte {
		return segment(nil, 0xe2, iccSignature, append([]byte{1, 1}, icc...))
	}
	long := append(profileOf("RGB ", "Wide"), make([]byte, 70000)...)
	split := slices.Concat(segment(nil, 0xe2, iccSignature, append([]byte{2, 2}, long[40000:]...)), segment(nil, 0xe2, iccSignature, append([]byte{1, 2}, long[:40000]...)))
	var z bytes.Buffer
	w := zlib.NewWriter(&z)
	_, _ = w.Write(profileOf("RGB ", "Display P3"))
	_ = w.Close()
	for _, c := range []struct {
		name, file string
		data       []byte
		want       string // its name; empty when it is not kept
		size       int
	}{
		{"none", "a.jpg", testpic.JPEG(t, img), "", 0},
		{"another space", "a.jpg", testpic.JPEG(t, img, in(profileOf("RGB ", "Adobe RGB (1998)"))), "Adobe RGB (1998)", 192},
		{"sRGB is what everybody takes for granted", "a.jpg", testpic.JPEG(t, img, in(profileOf("RGB ", "sRGB IEC61966-2.1"))), "", 0},
		{"for ink", "a.jpg", testpic.JPEG(t, img, in(profileOf("CMYK", "Newspaper"))), "", 0},
		{"in two pieces, the second first", "a.jpg", testpic.JPEG(t, img, split), "Wide", 70180},
		{"in a PNG", "a.png", testpic.PNG(t, img, testpic.Chunk("iCCP", append([]byte("p3\x00\x00"), z.Bytes()...))), "Display P3", 186},
	} {
		h, err := photo.ReadHeader(bytes.NewReader(c.data), c.file)
		if err != nil {
			t.Fatal(err)
		}
		icc, name := profile(h)
		if name != c.want || len(icc) != c.size {
			t.Errorf("%s: %q of %d bytes, want %q of %d", c.name, name, len(icc), c.want, c.size)
			continue
		}
		out, err := encode(img, &Rights{}, icc)
		if err != nil {
			t.Fatal(err)
		}
		if h, err := photo.ReadHeader(bytes.NewReader(out), "out.jpg"); err != nil || !bytes.Equal(h.ICC, icc) {
			t.Errorf("%s: does not come back (%v)", c.name, err)
		}
	}
}

func FuzzPhoto(f *testing.F) {
	img := testpic.Landscape(24, 16)
	f.Add(testpic.JPEG(f, img, testpic.EXIF(6, "A", "B", "2011:08:24 10:00:00"), testpic.IPTC(true, testpic.Byline, "C"), testpic.XMP(`<photoshop:Credit>D</photoshop:Credit>`)))
	f.Add(testpic.PNG(f, img, testpic.Chunk("iTXt", []byte("XML:com.adobe.xmp\x00\x00\x00\x00\x00"+testpic.Packet(`<dc:creator><rdf:Seq><rdf:li>E</rdf:li></rdf:Seq></dc:creator>`)))))
	f.Add(testpic.GIF(f, 1))
	f.Add(testpic.GIF(f, 2))
	f.Add(testpic.FromBase64(f, testpic.TinyWebP))
	f.Add(testpic.FromBase64(f, testpic.TinyLosslessWebP))
	f.Add(testpic.FlatJPEG(40, 30, 0xc2, 0x11, 0x11, 0x11))
	f.Add(testpic.FlatJPEG(40, 30, 0xc0, 0x11, 0x11, 0x11, 0x11))
	f.Fuzz(func(t *testing.T, data []byte) {
		h, err := photo.ReadHeader(bytes.NewReader(data), "")
		if err != nil || h.Width*h.Height > 1<<20 {
			return
		}
		r, err := ReadRights(bytes.NewReader(data), h)
		if err != nil {
			t.Fatal(err) // bytes in memory can be read
		}
		decoded, err := photo.Decode(bytes.NewReader(data), h)
		if err != nil {
			return
		}
		icc, _ := profile(h)
		for _, img := range sizes(decoded, r.Orientation) {
			out, err := encode(img, r, icc)
			if err != nil {
				t.Fatal(err)
			}
			again := rightsOf(t, out)
			if again.Credit != r.Credit || again.Byline != r.Byline || again.Copyright != r.Copyright {
				t.Fatalf("rights are lost: %+v, then %+v", r, again)
			}
		}
	})
}

func FuzzParseXMP(f *testing.F) {
	f.Add(testpic.Packet(`<dc:creator><rdf:Seq><rdf:li>E</rdf:li></rdf:Seq></dc:creator>`))
	f.Add((&Rights{Credit: "a", Alt: story.Text{"en": "b"}}).packet())
	f.Fuzz(func(t *testing.T, packet string) {
		r, err := ParseXMP(strings.NewReader(packet))
		if err != nil {
			return
		}
		again, err := ParseXMP(strings.NewReader(r.packet()))
		if err != nil || again.Credit != r.Credit {
			t.Fatalf("%v; %+v, then %+v", err, r, again)
		}
	})
}
