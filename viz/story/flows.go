package story

import (
	"slices"
	"strconv"
	"strings"
)

// flowKey is what no two flows share.
type flowKey struct {
	year            int
	direction, kind string
}

// readFlows decodes flows.csv.
func (d *decoder) readFlows() {
	f, ok := d.read(flowsFile, false, MaxFile)
	if !ok {
		return
	}
	t, ok := f.table([]string{"year", "direction", "kind", "low", "central", "high", "basis", "sources"}, []string{"note"})
	if !ok {
		return
	}
	d.flowLine = map[flowKey]int{}
	for t.next() {
		d.readFlow(t)
	}
	d.needForFlows()
}

func (d *decoder) readFlow(t *table) {
	flow := Flow{Line: t.line()}
	year := t.cell("year")
	var dated bool
	flow.Year, dated = year.storyYear()
	var named bool
	flow.Direction, flow.Kind, named = t.directionAndKind(true)
	if dated && named {
		key := flowKey{flow.Year, flow.Direction, flow.Kind}
		if line, twice := d.flowLine[key]; twice {
			year.fail(year.s+" "+flow.Direction+" "+flow.Kind+" is already at line "+strconv.Itoa(line),
				"expected one row for each year, direction and kind")
		} else {
			d.flowLine[key] = flow.Line
		}
	}
	low, central, high := t.cell("low"), t.cell("central"), t.cell("high")
	var ok1, ok2, ok3 bool
	flow.Low, ok1 = low.amount()
	flow.Central, ok2 = central.amount()
	flow.High, ok3 = high.amount()
	if ok1 && ok2 && flow.Low > flow.Central {
		low.fail(clip(low.s)+" is more than central, "+clip(central.s), "expected low ≤ central ≤ high")
	}
	if ok2 && ok3 && flow.Central > flow.High {
		high.fail(clip(high.s)+" is less than central, "+clip(central.s), "expected low ≤ central ≤ high")
	}
	flow.Basis, _ = t.cell("basis").basis()
	flow.Sources = t.cell("sources").keys()
	flow.Note = t.cell("note").note()
	d.story.Flows = append(d.story.Flows, flow)
}

// directionAndKind decodes two columns that name what story.json declares. A gap may
// name a kind without a band, since what is not known at all has none.
func (t *table) directionAndKind(kindMustHaveBand bool) (direction, kind string, ok bool) {
	d := t.f.d
	directionCell, kindCell := t.cell("direction"), t.cell("kind")
	ok = directionCell.reference("direction") && kindCell.reference("kind")
	direction, kind = directionCell.s, kindCell.s
	if !ok || !d.kindsKnown {
		return direction, kind, ok
	}
	if directions := d.directionIDs(); !slices.Contains(directions, direction) {
		directionCell.fail("unknown direction "+quote(direction), expectedOf(direction, directions, "directions"))
		return direction, kind, false
	}
	kinds := d.kindIDs(direction)
	switch {
	case slices.Contains(kinds, kind):
	case kindMustHaveBand:
		kindCell.fail("unknown kind "+quote(kind)+" of "+direction, expectedOf(kind, kinds, "kinds"))
		return direction, kind, false
	case nearest(kind, kinds) != "":
		kindCell.warn("kind "+quote(kind)+" has no band", "did you mean "+quote(nearest(kind, kinds))+"?")
	}
	return direction, kind, true
}

// reference reports whether the cell can be the id of something.
func (c cell) reference(what string) bool {
	switch {
	case c.s == "":
		c.fail("is empty", "expected the id of a "+what+" of "+storyFile)
	case !wellFormedID(c.s, true):
		c.fail(quote(c.s), "expected the id of a "+what+" of "+storyFile)
	default:
		return true
	}
	return false
}

// expectedOf lists what story.json declares.
func expectedOf(got string, names []string, what string) string {
	if len(names) == 0 {
		return "expected " + what + " in " + storyFile
	}
	return known(got, names) + ", as in the " + what + " of " + storyFile
}

// keys decodes the keys of sources, which stand with | between them.
func (c cell) keys() []string {
	d := c.f.d
	if c.s == "" {
		c.fail("is empty", "expected one or more keys of "+sourcesFile+" with | between them")
		return nil
	}
	if d.sourceLine == nil && !d.sourcesBroken {
		d.open(sourcesFile).fail(0, "", "the file is missing", "expected the sources that "+c.f.name+" names")
		d.sourcesBroken = true // once is enough
	}
	keys := strings.Split(c.s, "|")
	for _, key := range keys {
		d.sourceUsed[key] = true
		if _, found := d.sourceLine[key]; !found && !d.sourcesBroken {
			c.fail("no source "+quote(key), c.keyRemedy(key))
		}
	}
	return keys
}

// keyRemedy says where keys come from and which one may be meant.
func (c cell) keyRemedy(key string) string {
	const expected = "expected a key of " + sourcesFile
	sources := c.f.d.story.Sources
	if c.f.full() || len(sources) > maxGuesses {
		return expected
	}
	names := make([]string, len(sources))
	for i, s := range sources {
		names[i] = s.Key
	}
	if guess := nearest(key, names); guess != "" {
		return "did you mean " + quote(guess) + "? " + expected
	}
	return expected
}

// needForFlows complains about what a picture of flows cannot be without.
func (d *decoder) needForFlows() {
	if len(d.story.Flows) == 0 || !d.languagesKnown {
		return
	}
	f := d.open(storyFile)
	if d.story.SourceLine == nil {
		f.fail(1, "source_line", "missing", "expected the line under the picture that says where the figures of "+flowsFile+" come from")
	}
	if d.story.Unit == nil {
		f.fail(1, "unit", "missing", "expected what 1 in "+flowsFile+" is, such as million USD (2024 prices) a year")
	}
}
