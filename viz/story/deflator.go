package story

import (
	"strconv"
	"strings"

	"rentang/viz/civil"
)

// readDeflator decodes deflator.csv. The columns of the index and of the factor may
// bear the names of what they are: cpi_u, factor_to_2024.
func (d *decoder) readDeflator() {
	f, ok := d.read(deflatorFile, false, MaxFile)
	if !ok {
		return
	}
	index, factor, base := "index", "factor", 0
	first, _, _ := strings.Cut(f.src, "\n")
	for _, name := range strings.Split(strings.TrimSuffix(first, "\r"), ",") {
		if name == "cpi_u" {
			index = name
		}
		if digits, found := strings.CutPrefix(name, "factor_to_"); found {
			if date, err := civil.Parse(digits); err == nil && date.Plain() && date.Precision() == civil.ToYear {
				factor, base = name, date.Year
			}
		}
	}
	t, ok := f.table([]string{"year", index, factor}, []string{"basis"})
	if !ok {
		return
	}
	seen := map[int]bool{}
	for t.next() {
		var row Deflator
		var dated bool
		year := t.cell("year")
		row.Base = base
		row.Year, dated = year.year()
		if dated && seen[row.Year] {
			year.fail(strconv.Itoa(row.Year)+" occurs twice", "expected one row for each year")
		}
		seen[row.Year] = true
		row.Index = t.cell(index).positive()
		row.Factor = t.cell(factor).positive()
		row.Basis = t.cell("basis").note()
		d.story.Deflator = append(d.story.Deflator, row)
	}
}

// positive is a required number above zero.
func (c cell) positive() float64 {
	x, ok := c.number()
	if ok && x <= 0 {
		c.fail(quote(c.s)+" is not above zero", "expected a price index or factor")
	}
	return x
}
