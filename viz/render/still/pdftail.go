package still

import (
	"bytes"
	"crypto/md5"
	"errors"
	"fmt"
	"strings"
	"unicode/utf16"

	"rentang/viz/scene"
)

// pdfTail replaces the end of canvas's PDF. canvas keeps three objects for last:
// 1 the catalog, 2 the information, 3 the page tree; after them come the
// cross-reference table and the trailer. Written anew are all but the page tree,
// because canvas stamps the time into 2, writes the creator where the language of
// 1 belongs, and breaks texts that hold a carriage return as half of a letter.
func pdfTail(doc []byte, s *scene.Scene, m Meta) ([]byte, error) {
	offsets, xref, err := pdfXref(doc)
	if err != nil {
		return nil, err
	}
	pages := string(doc[offsets[2]:xref])
	out := doc[:offsets[0]:offsets[0]]
	object := func(n int, body string) {
		offsets[n-1] = len(out)
		out = fmt.Appendf(out, "%d 0 obj\n%s\nendobj\n", n, body)
	}
	catalog := "<</Type/Catalog/Pages 3 0 R/ViewerPreferences<</DisplayDocTitle true>>"
	if lang := langTag(s.Lang); lang != "" {
		catalog += "/Lang" + pdfString(lang)
	}
	if m != (Meta{}) {
		offsets = append(offsets, 0)
		n := len(offsets)
		catalog += fmt.Sprintf("/Metadata %d 0 R", n)
		packet := m.packet()
		// Not compressed, so that tools which know nothing of PDF find it.
		object(n, fmt.Sprintf("<</Type/Metadata/Subtype/XML/Length %d>>stream\n%s\nendstream", len(packet), packet))
	}
	object(1, catalog+">>")
	object(2, pdfInfo(s, m))
	offsets[2] = len(out)
	out = append(out, pages...)

	id := md5.Sum(out)
	at := len(out)
	out = fmt.Appendf(out, "xref\n0 %d\n0000000000 65535 f \n", len(offsets)+1)
	for _, o := range offsets {
		out = fmt.Appendf(out, "%010d 00000 n \n", o)
	}
	return fmt.Appendf(out, "trailer\n<</Root 1 0 R/Size %d/Info 2 0 R/ID[<%x><%[2]x>]>>\nstartxref\n%d\n%%%%EOF\n", len(offsets)+1, id, at), nil
}

// pdfXref reads the cross-reference table: where each object begins, and where the
// table does.
func pdfXref(doc []byte) (offsets []int, xref int, err error) {
	bad := errors.New("still: the end of canvas's PDF has an unknown form")
	i := bytes.LastIndex(doc, []byte("\nstartxref\n"))
	if i < 0 {
		return nil, 0, bad
	}
	if _, err := fmt.Sscanf(string(doc[i+1:]), "startxref\n%d", &xref); err != nil || xref <= 0 || xref > i {
		return nil, 0, bad
	}
	var n int
	if _, err := fmt.Sscanf(string(doc[xref:i]), "xref\n0 %d", &n); err != nil || n < 4 {
		return nil, 0, bad
	}
	lines := strings.Split(string(doc[xref:i]), "\n")
	if len(lines) < n+2 {
		return nil, 0, bad
	}
	for _, line := range lines[3 : n+2] {
		var o int
		if _, err := fmt.Sscanf(line, "%d 00000 n", &o); err != nil {
			return nil, 0, bad
		}
		offsets = append(offsets, o)
	}
	if a, b, c := offsets[0], offsets[1], offsets[2]; a <= 0 || b <= a || c <= b || c >= xref {
		return nil, 0, bad
	}
	for _, o := range offsets[3:] {
		if o >= offsets[0] {
			return nil, 0, bad
		}
	}
	return offsets, xref, nil
}

// pdfInfo is the information dictionary.
func pdfInfo(s *scene.Scene, m Meta) string {
	var b strings.Builder
	entry := func(key, v string) {
		if v = clean(v); v != "" {
			b.WriteString(key + pdfString(v))
		}
	}
	b.WriteString("<<")
	entry("/Title", s.Title)
	entry("/Subject", s.Desc)
	entry("/Author", m.Credits)
	entry("/Producer", "rentang, with tdewolff/canvas")
	b.WriteString(">>")
	return b.String()
}

// pdfString writes a text: as it is when it is plain ASCII, else as UTF-16 in
// hexadecimal, where no byte has a meaning of its own.
func pdfString(s string) string {
	plain := !strings.ContainsFunc(s, func(r rune) bool { return r < ' ' || r > '~' || strings.ContainsRune(`()\`, r) })
	if plain {
		return "(" + s + ")"
	}
	var b strings.Builder
	b.WriteString("<FEFF")
	for _, u := range utf16.Encode([]rune(s)) {
		fmt.Fprintf(&b, "%04X", u)
	}
	return b.String() + ">"
}
