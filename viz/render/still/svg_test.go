package still_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"rentang/viz/render/still"
	"rentang/viz/scene"
)

// element is what the tests look at in an SVG.
type element struct {
	name  string
	attrs map[string]string
	text  string
}

// parse reads an SVG strictly: it fails on anything that is not well-formed XML.
func parse(t *testing.T, doc []byte) []*element {
	t.Helper()
	d := xml.NewDecoder(bytes.NewReader(doc))
	var all, open []*element
	for {
		tok, err := d.Token()
		if errors.Is(err, io.EOF) {
			return all
		}
		if err != nil {
			t.Fatalf("not XML: %v", err)
		}
		switch tok := tok.(type) {
		case xml.StartElement:
			e := &element{name: tok.Name.Local, attrs: map[string]string{}}
			for _, a := range tok.Attr {
				if _, twice := e.attrs[a.Name.Space+a.Name.Local]; twice {
					t.Errorf("<%s> has %s twice", e.name, a.Name.Local)
				}
				e.attrs[a.Name.Space+a.Name.Local] = a.Value
			}
			all, open = append(all, e), append(open, e)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			if n := len(open); n > 0 {
				open[n-1].text += string(tok)
			}
		}
	}
}

func find(all []*element, name string) *element {
	for _, e := range all {
		if e.name == name {
			return e
		}
	}
	return &element{}
}

func TestSVGSaysWhatItIs(t *testing.T) {
	all := parse(t, bytesOf(t, "svg", small(), resources()))
	svg, title, desc := all[0], find(all, "title"), find(all, "desc")
	if svg.attrs["role"] != "img" || svg.attrs["lang"] != "id" {
		t.Errorf("the svg tag has %v", svg.attrs)
	}
	if title.text != small().Title || svg.attrs["aria-labelledby"] != title.attrs["id"] || title.attrs["id"] == "" {
		t.Errorf("title %q with id %q, labelled by %q", title.text, title.attrs["id"], svg.attrs["aria-labelledby"])
	}
	if desc.text != small().Desc || svg.attrs["aria-describedby"] != desc.attrs["id"] || desc.attrs["id"] == "" {
		t.Errorf("desc %q with id %q, described by %q", desc.text, desc.attrs["id"], svg.attrs["aria-describedby"])
	}
	if find(all, "metadata").name != "" {
		t.Error("metadata without a Meta")
	}
	for _, e := range all {
		if e.attrs["style"] != "" {
			t.Errorf("<%s> has an inline style, which a Content-Security-Policy may forbid", e.name)
		}
	}
}

func TestSVGOfNamelessScene(t *testing.T) {
	s := small()
	s.Title, s.Desc, s.Lang = "", "", `x" onload="alert(1)`
	all := parse(t, bytesOf(t, "svg", s, resources()))
	for _, a := range []string{"lang", "aria-labelledby", "aria-describedby", "onload"} {
		if v, ok := all[0].attrs[a]; ok {
			t.Errorf("%s=%q", a, v)
		}
	}
	if find(all, "title").name+find(all, "desc").name != "" {
		t.Error("there is an empty title or desc")
	}
}

func TestHostileWords(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"markup", `</title><script>alert("1")</script>`, `</title><script>alert("1")</script>`},
		{"entity", `&lt;&#0;&nbsp;`, `&lt;&#0;&nbsp;`},
		{"CDATA", `]]><![CDATA[`, `]]><![CDATA[`},
		{"control characters", "a\x00b\x07c\x1bd\x7fe\u0085f", "abcdef"},
		{"lines stay", "one\ntwo\tthree\r\n", "one\ntwo\tthree\n"},
		{"no UTF-8", "a\xffb\xc0\xafc", "abc"},
		{"non-characters", "a\ufffeb\uffffc", "abc"},
		{"path in the words", `<path d="M0 0z" style="fill:red"/>`, `<path d="M0 0z" style="fill:red"/>`},
		{"PDF syntax", `\)(>>endobj %`, `\)(>>endobj %`},
		{"Korean and beyond the BMP", "소련 č 𝄞", "소련 č 𝄞"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := small()
			s.Title, s.Desc = test.in, test.in
			r := resources()
			r.Meta = still.Meta{Title: test.in, Desc: test.in, Credits: test.in, Licence: test.in, Source: test.in, Lang: test.in}
			all := parse(t, bytesOf(t, "svg", s, r))
			if got := find(all, "title").text; got != test.want {
				t.Errorf("SVG title %q, want %q", got, test.want)
			}
			for _, e := range all {
				if e.name == "script" {
					t.Error("a script got in")
				}
			}
			if got := find(all, "Credit").text; got != test.want {
				t.Errorf("SVG credit %q, want %q", got, test.want)
			}
			if got := textChunks(t, bytesOf(t, "png", s, r))["Author"]; got != test.want {
				t.Errorf("PNG author %q, want %q", got, test.want)
			}
			if got := pdfInfo(t, bytesOf(t, "pdf", s, r))["Title"]; got != test.want {
				t.Errorf("PDF title %q, want %q", got, test.want)
			}
		})
	}
}

func TestSVGKeepsPictureFiles(t *testing.T) {
	doc := string(bytesOf(t, "svg", small(), resources()))
	if strings.Count(doc, "<image ") != 3 {
		t.Fatalf("%d images, want 3", strings.Count(doc, "<image "))
	}
	for _, name := range []string{"photo.png", "photo.jpg"} {
		if !strings.Contains(doc, base64Of(t, name)) {
			t.Errorf("%s is not in the SVG byte for byte", name)
		}
	}
	if strings.Contains(doc, base64Of(t, "gray.jpg")) {
		t.Error("gray.jpg is in the SVG whole, although only a part is shown")
	}
}

// A scene without a ground leaves it to the page.
func TestNoBackground(t *testing.T) {
	var s scene.Scene
	s.Reset(scene.Point{X: 10, Y: 10})
	if all := parse(t, bytesOf(t, "svg", &s, still.Resources{})); len(all) != 1 {
		t.Errorf("%d elements in an empty SVG", len(all))
	}
	img, err := still.Raster(&s, still.Resources{}, 1)
	if err != nil {
		t.Fatal(err)
	}
	if c := img.RGBAAt(5, 5); c.A != 0 {
		t.Errorf("the pixel is %v, want none", c)
	}
	s.Background = paper
	img, err = still.Raster(&s, still.Resources{}, 1)
	if err != nil {
		t.Fatal(err)
	}
	if c := img.RGBAAt(0, 9); c != paper || !img.Opaque() {
		t.Errorf("the pixel is %v, want %v; opaque %v", c, paper, img.Opaque())
	}
}
