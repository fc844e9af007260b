package story

import (
	"strconv"
	"strings"
)

// readSources decodes sources.csv.
func (d *decoder) readSources() {
	d.sourceUsed = map[string]bool{}
	f, ok := d.read(sourcesFile, false, MaxFile)
	if !ok {
		d.sourcesBroken = len(f.problems) > 0 // no file is a different matter
		return
	}
	t, ok := f.table([]string{"key", "title", "publisher", "year", "address"}, []string{"verified"})
	if !ok {
		d.sourcesBroken = true
		return
	}
	d.sourceLine = map[string]int{}
	for t.next() {
		key := t.cell("key")
		s := Source{
			Key:       key.text(true, MaxID, "expected the key that "+flowsFile+" names"),
			Title:     t.cell("title").text(true, MaxLine, "expected the title of the source"),
			Publisher: t.cell("publisher").text(false, MaxLine, ""),
			Year:      t.cell("year").text(false, MaxLabel, ""),
		}
		if strings.ContainsAny(s.Key, "| ,") {
			key.fail(quote(s.Key), "expected a key without spaces, commas and |")
		}
		if line, twice := d.sourceLine[s.Key]; twice {
			key.fail(quote(s.Key)+" is already at line "+strconv.Itoa(line), "expected a key of its own")
		} else if s.Key != "" {
			d.sourceLine[s.Key] = key.line
		}
		if address := t.cell("address"); address.s != "" {
			s.Address = address.s
			if what, expected := addressFlaw(address.s); what != "" {
				address.fail(what, expected)
			}
		}
		if verified := t.cell("verified"); verified.s != "" {
			s.Verified = verified.s
			verified.choice("yes", "derived", "no")
		}
		d.story.Sources = append(d.story.Sources, s)
	}
}

// checkSources warns about sources that no figure names.
func (d *decoder) checkSources() {
	for _, s := range d.story.Sources {
		if s.Key != "" && !d.sourceUsed[s.Key] {
			d.open(sourcesFile).warn(d.sourceLine[s.Key], column("key"), "no figure names "+quote(s.Key),
				"expected it in "+flowsFile+" or "+seriesFile)
		}
	}
}
