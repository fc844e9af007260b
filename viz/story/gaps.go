package story

import (
	"slices"
	"strconv"
)

// readGaps decodes gaps.csv.
func (d *decoder) readGaps() {
	f, ok := d.read(gapsFile, false, MaxFile)
	if !ok {
		return
	}
	t, ok := f.table([]string{"direction", "kind", "from", "to", "meaning", "reason"}, nil)
	if !ok {
		return
	}
	t.most = MaxGaps // each is compared with the others
	for t.next() {
		var g Gap
		g.Direction, g.Kind, _ = t.directionAndKind(false)
		from, to := t.cell("from"), t.cell("to")
		var ok1, ok2 bool
		g.From, ok1 = from.storyYear()
		g.To, ok2 = to.storyYear()
		if i := t.cell("meaning").choice("none_found", "unknown", "inside_other"); i >= 0 {
			g.Meaning = Meaning(i)
		}
		g.Reason = t.cell("reason").text(true, MaxNote, "expected why there is no row in "+flowsFile)
		if ok1 && ok2 {
			if g.From > g.To {
				to.fail(to.s+" is before from, "+from.s, "expected the same year or a later one")
			} else {
				d.checkGap(&g, from)
			}
		}
		d.story.Gaps = append(d.story.Gaps, g)
	}
}

// checkGap warns about a gap that covers a year which has a flow or another gap.
func (d *decoder) checkGap(g *Gap, from cell) {
	for year := g.From; year <= g.To; year++ {
		if line, found := d.flowLine[flowKey{year, g.Direction, g.Kind}]; found {
			from.warn("the gap covers "+strconv.Itoa(year)+", which has a figure at line "+strconv.Itoa(line)+" of "+flowsFile,
				"expected either a figure or a gap")
			break
		}
	}
	for _, o := range d.story.Gaps {
		if o.Direction == g.Direction && o.Kind == g.Kind && o.From <= g.To && g.From <= o.To {
			from.warn("the gap overlaps the one of "+strconv.Itoa(o.From)+" to "+strconv.Itoa(o.To), "expected one reason for each year")
			break
		}
	}
}

// checkCoverage warns about years of a kind that have neither a flow nor a gap:
// nothing is drawn there, and nobody is told why.
func (d *decoder) checkCoverage() {
	s := d.story
	if !d.kindsKnown || !d.yearsKnown || len(s.Directions) == 0 {
		return
	}
	if d.flowLine == nil {
		if f := d.open(flowsFile); len(f.problems) == 0 {
			f.warn(0, "", "the file is missing", "expected the figures of the directions in "+storyFile)
		}
		return
	}
	first, years := s.Start.Year, s.End.Year-s.Start.Year+1
	for _, dir := range s.Directions {
		for _, kind := range dir.Kinds {
			covered := make([]bool, years)
			for i := range covered {
				_, covered[i] = d.flowLine[flowKey{first + i, dir.ID, kind.ID}]
			}
			for _, g := range s.Gaps {
				if g.Direction == dir.ID && g.Kind == kind.ID {
					for year := max(g.From, first); year <= min(g.To, s.End.Year); year++ {
						covered[year-first] = true
					}
				}
			}
			d.warnUncovered(dir.ID+" "+kind.ID, covered, first)
		}
	}
}

func (d *decoder) warnUncovered(name string, covered []bool, first int) {
	for from := 0; from < len(covered); {
		length := slices.Index(covered[from:], true)
		if length < 0 {
			length = len(covered) - from
		}
		if length > 0 {
			years := strconv.Itoa(first + from)
			if length > 1 {
				years += " to " + strconv.Itoa(first+from+length-1)
			}
			d.open(gapsFile).warn(0, "", "nothing on "+name+" in "+years, "expected rows in "+flowsFile+" or a gap with its reason")
		}
		from += length + 1
	}
}
