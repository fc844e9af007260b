package intake

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"rentang/internal/photo"
)

// The namespaces of the properties that are read and written.
const (
	nsRDF       = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
	nsXML       = "http://www.w3.org/XML/1998/namespace"
	nsDC        = "http://purl.org/dc/elements/1.1/"
	nsPhotoshop = "http://ns.adobe.com/photoshop/1.0/"
	nsRights    = "http://ns.adobe.com/xap/1.0/rights/"
	nsIPTC      = "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"
	nsEXIF      = "http://ns.adobe.com/exif/1.0/"
)

// defaultLang marks the text for whoever reads none of the others.
const defaultLang = "x-default"

// maxValues is the most values of a packet that are read.
const maxValues = 2000

// ParseXMP reads the rights of the first RDF in a piece of XML: an XMP packet, or
// an SVG with one in it.
func ParseXMP(r io.Reader) (*Rights, error) {
	t, err := parseXMP(r)
	if err != nil {
		return nil, err
	}
	rights := &Rights{}
	rights.merge(t, nil, nil)
	return rights, nil
}

// parseXMP reads the properties of an RDF: texts, lists, and texts by language.
// Structures are left out. It ends with the RDF, so that what follows may be broken.
func parseXMP(r io.Reader) (tags, error) {
	x := xmpReader{dec: xml.NewDecoder(r)}
	x.dec.Strict = true
	for {
		token, err := x.dec.Token()
		if errors.Is(err, io.EOF) {
			return nil, errors.New("there is no RDF in it")
		}
		if err != nil {
			return nil, err
		}
		switch token := token.(type) {
		case xml.StartElement:
			if err := x.start(token); err != nil {
				return nil, err
			}
		case xml.EndElement:
			if x.end() {
				return x.tags, nil
			}
		case xml.CharData:
			if x.open > 0 && x.text.Len() < photo.MaxPacket {
				x.text.Write(token)
			}
		}
	}
}

// xmpReader stands somewhere in an RDF. Depths are counted from the RDF: 1 is a
// description, 2 a property, 3 a list, 4 an item.
type xmpReader struct {
	dec    *xml.Decoder
	tags   tags
	inside bool
	depth  int
	name   string // of the property
	list   bool   // the property holds a list
	lang   string // of the text
	open   int    // depth of the element whose text is read; 0 for none
	text   strings.Builder
	count  int
}

func (x *xmpReader) start(e xml.StartElement) error {
	rdf := e.Name.Space == nsRDF
	if !x.inside {
		x.inside = rdf && e.Name.Local == "RDF"
		return nil
	}
	x.depth++
	x.text.Reset()
	x.open = 0
	switch {
	case x.depth == 1 && rdf && e.Name.Local == "Description":
		for _, a := range e.Attr {
			if a.Name.Space != nsRDF && a.Name.Space != "xmlns" && a.Name.Space != nsXML {
				if err := x.add(a.Name.Space+a.Name.Local, "", a.Value); err != nil {
					return err
				}
			}
		}
	case x.depth == 2:
		x.name, x.list, x.open = e.Name.Space+e.Name.Local, false, 2
		for _, a := range e.Attr {
			if a.Name.Space == nsRDF && a.Name.Local == "resource" {
				return x.add(x.name, "", a.Value)
			}
		}
	case x.depth == 3:
		x.list = rdf && slices.Contains([]string{"Alt", "Bag", "Seq"}, e.Name.Local)
	case x.depth == 4 && x.list && rdf && e.Name.Local == "li":
		x.open, x.lang = 4, ""
		for _, a := range e.Attr {
			if a.Name.Local == "lang" && a.Name.Space == nsXML {
				x.lang = a.Value
			}
		}
	}
	return nil
}

// end closes an element; true when that was the RDF.
func (x *xmpReader) end() bool {
	if !x.inside {
		return false
	}
	if x.open == x.depth && x.depth > 0 {
		lang := x.lang
		if x.depth == 2 {
			lang = ""
		}
		if x.add(x.name, lang, x.text.String()) != nil {
			return true
		}
	}
	x.open = 0
	x.depth--
	return x.depth < 0
}

func (x *xmpReader) add(name, lang, text string) error {
	if x.count++; x.count > maxValues {
		return fmt.Errorf("more than %d values", maxValues)
	}
	x.tags.add(name, lang, text)
	return nil
}

// packet is the rights as an XMP packet, marked read-only.
func (r *Rights) packet() string {
	var b strings.Builder
	b.WriteString("<?xpacket begin=\"\ufeff\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="` + nsRDF + `"><rdf:Description rdf:about=""` +
		` xmlns:dc="` + nsDC + `" xmlns:photoshop="` + nsPhotoshop + `" xmlns:xmpRights="` + nsRights + `" xmlns:Iptc4xmpCore="` + nsIPTC + `">`)
	simple := func(name, v string) {
		if v != "" {
			fmt.Fprintf(&b, "\n<%s>%s</%[1]s>", name, escape(v))
		}
	}
	list := func(name, kind, attr, v string) {
		if v != "" {
			fmt.Fprintf(&b, "\n<%s><rdf:%s><rdf:li%s>%s</rdf:li></rdf:%[2]s></%[1]s>", name, kind, attr, escape(v))
		}
	}
	const words = ` xml:lang="` + defaultLang + `"`
	list("dc:creator", "Seq", "", r.Byline)
	list("dc:rights", "Alt", words, r.Copyright)
	list("dc:description", "Alt", words, r.Caption)
	simple("photoshop:Credit", r.Credit)
	simple("photoshop:DateCreated", r.Date)
	if r.Copyright != "" || r.Usage != "" {
		simple("xmpRights:Marked", "True") // the picture is under copyright
	}
	list("xmpRights:UsageTerms", "Alt", words, r.Usage)
	simple("xmpRights:WebStatement", r.Statement)
	if len(r.Alt) > 0 {
		b.WriteString("\n<Iptc4xmpCore:AltTextAccessibility><rdf:Alt>")
		for _, lang := range slices.Sorted(maps.Keys(r.Alt)) {
			fmt.Fprintf(&b, `<rdf:li xml:lang="%s">%s</rdf:li>`, escape(lang), escape(r.Alt[lang]))
		}
		b.WriteString("</rdf:Alt></Iptc4xmpCore:AltTextAccessibility>")
	}
	b.WriteString("\n</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>")
	return b.String()
}

// escape makes a text safe in XML.
func escape(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(plain(s))) // a Builder does not fail
	return b.String()
}
