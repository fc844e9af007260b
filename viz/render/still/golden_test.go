package still_test

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"testing"

	"rentang/viz/internal/golden"
	"rentang/viz/render/still"
)

func TestGoldenSVG(t *testing.T) {
	golden.SVG(t, "testdata/small.svg", bytesOf(t, "svg", small(), resources()))
}

func TestGoldenPNG(t *testing.T) {
	for _, scale := range []float64{1, 2} {
		img, err := still.Raster(small(), resources(), scale)
		if err != nil {
			t.Fatal(err)
		}
		golden.PNG(t, fmt.Sprintf("testdata/small@%g.png", scale), img, golden.Edges)
	}
}

// The streams are unpacked, because compression may change with the Go release.
func TestGoldenPDF(t *testing.T) {
	golden.Text(t, "testdata/small.pdf.txt", unpack(t, bytesOf(t, "pdf", small(), resources())))
}

var (
	pdfStream = regexp.MustCompile(`(?s)<<[^\n]*/Length (\d+)[^\n]*>>stream\n`)
	pdfLength = regexp.MustCompile(`/Length \d+`)
)

// unpack writes a PDF as text: its objects with their streams inflated, pictures
// by their size alone, without the table of offsets.
func unpack(t *testing.T, doc []byte) []byte {
	t.Helper()
	doc, _, ok := bytes.Cut(doc, []byte("\nxref\n"))
	if !ok {
		t.Fatal("no cross-reference table")
	}
	var out bytes.Buffer
	for {
		m := pdfStream.FindSubmatchIndex(doc)
		if m == nil {
			out.Write(doc)
			return out.Bytes()
		}
		head := doc[:m[1]]
		n, err := strconv.Atoi(string(doc[m[2]:m[3]]))
		if err != nil {
			t.Fatal(err)
		}
		body := doc[m[1] : m[1]+n]
		if bytes.Contains(doc[m[0]:m[1]], []byte("FlateDecode")) {
			r, err := zlib.NewReader(bytes.NewReader(body))
			if err != nil {
				t.Fatal(err)
			}
			if body, err = io.ReadAll(r); err != nil {
				t.Fatal(err)
			}
		}
		if bytes.Contains(doc[m[0]:m[1]], []byte("/Image")) {
			body = []byte("(a picture)")
		} else {
			body = bytes.ReplaceAll(body, []byte(" f "), []byte(" f\n"))
			body = bytes.ReplaceAll(body, []byte(" S "), []byte(" S\n"))
		}
		out.Write(pdfLength.ReplaceAll(head, []byte("/Length")))
		out.Write(body)
		doc = doc[m[1]+n:]
	}
}

func TestSameBytes(t *testing.T) {
	r := resources()
	r.Meta = still.Meta{Credits: "x", Licence: "y"}
	for _, format := range []string{"svg", "png", "pdf"} {
		first := bytesOf(t, format, small(), r)
		for i := range 7 {
			if again := bytesOf(t, format, small(), r); !bytes.Equal(first, again) {
				t.Errorf("%s: run %d differs from the first", format, i+2)
			}
		}
	}
}
