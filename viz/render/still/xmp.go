package still

import (
	"cmp"
	"fmt"
	"strings"

	"rentang/viz/scene"
)

// fill completes a Meta that says something with the scene's own words; a zero
// Meta stays zero.
func (m Meta) fill(s *scene.Scene) Meta {
	if m == (Meta{}) {
		return m
	}
	m.Title, m.Desc, m.Lang = cmp.Or(m.Title, s.Title), cmp.Or(m.Desc, s.Desc), langTag(cmp.Or(m.Lang, s.Lang))
	return m
}

// rdf is the metadata as RDF, in the properties that picture desks read: Dublin
// Core, photoshop:Credit (the IPTC credit line) and the XMP rights schema.
func (m Meta) rdf() string {
	var b strings.Builder
	b.WriteString(`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` +
		`<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"` +
		` xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/">`)
	property := func(name, bag, attr, v string) {
		switch {
		case clean(v) == "":
		case bag == "":
			fmt.Fprintf(&b, "<%s>%s</%[1]s>", name, escape(v))
		default:
			fmt.Fprintf(&b, "<%s><rdf:%s><rdf:li%s>%s</rdf:li></rdf:%[2]s></%[1]s>", name, bag, attr, escape(v))
		}
	}
	const words = ` xml:lang="x-default"`
	property("dc:title", "Alt", words, m.Title)
	property("dc:description", "Alt", words, m.Desc)
	property("dc:creator", "Seq", "", m.Credits)
	property("dc:rights", "Alt", words, m.Licence)
	property("dc:source", "", "", m.Source)
	property("dc:language", "Bag", "", m.Lang)
	property("photoshop:Credit", "", "", m.Credits)
	property("xmpRights:UsageTerms", "Alt", words, m.Licence)
	b.WriteString(`</rdf:Description></rdf:RDF>`)
	return b.String()
}

// packet is the RDF as an XMP packet, for files that are not XML themselves. It
// is marked read-only and so carries no padding.
func (m Meta) packet() string {
	return "<?xpacket begin=\"\ufeff\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>" +
		`<x:xmpmeta xmlns:x="adobe:ns:meta/">` + m.rdf() + `</x:xmpmeta><?xpacket end="r"?>`
}
