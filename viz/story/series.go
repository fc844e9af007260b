package story

import "strconv"

// readSeries decodes series.csv.
func (d *decoder) readSeries() {
	f, ok := d.read(seriesFile, false, MaxFile)
	if !ok {
		return
	}
	t, ok := f.table([]string{"year", "measure", "value", "unit", "basis", "sources"}, []string{"note"})
	if !ok {
		return
	}
	type key struct {
		year    int
		measure string
	}
	lines := map[key]int{}
	for t.next() {
		year, measure := t.cell("year"), t.cell("measure")
		var m Measurement
		var dated bool
		m.Year, dated = year.year()
		m.Measure = measure.s
		if !wellFormedID(m.Measure, true) {
			measure.fail(quote(m.Measure), "expected a name of a-z, 0-9, hyphens and underscores")
		} else if line, twice := lines[key{m.Year, m.Measure}]; twice && dated {
			year.fail(year.s+" "+m.Measure+" is already at line "+strconv.Itoa(line), "expected one row for each year and measure")
		} else {
			lines[key{m.Year, m.Measure}] = t.line()
		}
		m.Value, _ = t.cell("value").number()
		m.Unit = t.cell("unit").text(true, MaxLabel, "expected the unit of the value")
		t.cell("basis").basis()
		m.Basis = t.cell("basis").s
		m.Sources = t.cell("sources").keys()
		m.Note = t.cell("note").note()
		d.story.Series = append(d.story.Series, m)
	}
}
