package civil

import (
	"strings"
	"testing"
)

func TestParse(t *testing.T) {
	for s, want := range map[string]Date{
		"1945":        {Year: 1945, Month: 0, Day: 0},
		"1945-08":     {Year: 1945, Month: 8, Day: 0},
		"1945-08-09":  {Year: 1945, Month: 8, Day: 9},
		"2000-02-29":  {Year: 2000, Month: 2, Day: 29},
		"0000":        {Year: 0, Month: 0, Day: 0},
		"-0043-03-15": {Year: -43, Month: 3, Day: 15},
		"9999-12-31":  {Year: 9999, Month: 12, Day: 31},
		"-9999":       {Year: -9999, Month: 0, Day: 0},
		"0044":        {Year: 44, Month: 0, Day: 0},
	} {
		got, err := Parse(s)
		if err != nil || got != want {
			t.Errorf("Parse(%q) = %v, %v", s, got, err)
		}
		if got.String() != s {
			t.Errorf("%q comes back as %q", s, got.String())
		}
	}
}

// Levels 0 and 1 of EDTF: what is drawn is from the first instant to the last.
func TestParseVague(t *testing.T) {
	for _, c := range []struct {
		text       string
		want       Date
		first, end string // end is the year, month or day after the last instant
		precision  Precision
		written    string // empty: as it was read
	}{
		{"1956?", Date{Year: 1956, Uncertain: true}, "1956", "1957", ToYear, ""},
		{"1955~", Date{Year: 1955, Approximate: true}, "1955", "1956", ToYear, ""},
		{"1955-08%", Date{Year: 1955, Month: 8, Uncertain: true, Approximate: true}, "1955-08", "1955-09", ToMonth, ""},
		{"1955-08-09~", Date{Year: 1955, Month: 8, Day: 9, Approximate: true}, "1955-08-09", "1955-08-10", ToDay, ""},
		{"197X", Date{Year: 1970, Unspecified: 1}, "1970", "1980", ToDecade, ""},
		{"197X?", Date{Year: 1970, Unspecified: 1, Uncertain: true}, "1970", "1980", ToDecade, ""},
		{"19XX", Date{Year: 1900, Unspecified: 2}, "1900", "2000", ToCentury, ""},
		{"19XX~", Date{Year: 1900, Unspecified: 2, Approximate: true}, "1900", "2000", ToCentury, ""},
		{"1956-XX", Date{Year: 1956}, "1956", "1957", ToYear, "1956"}, // some month of it: as wide as the year
		{"1956-XX-XX", Date{Year: 1956}, "1956", "1957", ToYear, "1956"},
		{"1956-02-XX?", Date{Year: 1956, Month: 2, Uncertain: true}, "1956-02", "1956-03", ToMonth, "1956-02?"},
		{"-0043~", Date{Year: -43, Approximate: true}, "-0043", "-0042", ToYear, ""},
		{"-004X", Date{Year: -49, Unspecified: 1}, "-0049", "-0039", ToDecade, ""}, // 50 to 41 BC
		{"-04XX", Date{Year: -499, Unspecified: 2}, "-0499", "-0399", ToCentury, ""},
		{"-29XX", Date{Year: -2999, Unspecified: 2}, "-2999", "-2899", ToCentury, ""}, // the 30th century BC
		{"000X", Date{Unspecified: 1}, "0000", "0010", ToDecade, ""},
		{"-000X", Date{Year: -9, Unspecified: 1}, "-0009", "0000", ToDecade, ""}, // year 0 carries no sign
		{"00XX", Date{Unspecified: 2}, "0000", "0100", ToCentury, ""},
		{"-00XX", Date{Year: -99, Unspecified: 2}, "-0099", "0000", ToCentury, ""},
		{"99XX", Date{Year: 9900, Unspecified: 2}, "9900", "", ToCentury, ""},
		{"-999X", Date{Year: -9999, Unspecified: 1}, "-9999", "-9989", ToDecade, ""},
	} {
		d, err := Parse(c.text)
		if err != nil || d != c.want || d.Precision() != c.precision {
			t.Errorf("Parse(%q) = %+v, %v; want %+v to precision %d", c.text, d, err, c.want, c.precision)
			continue
		}
		if c.written == "" {
			c.written = c.text
		}
		if d.String() != c.written {
			t.Errorf("%q comes back as %q, want %q", c.text, d.String(), c.written)
		}
		if err := d.Check(); err != nil {
			t.Errorf("%q: %v", c.text, err)
		}
		end := Date{Year: MaxYear, Month: 12, Day: 31}.End()
		if c.end != "" {
			after, _ := Parse(c.end)
			end = after.Start()
		}
		first, _ := Parse(c.first)
		if d.Start() != first.Start() || d.End() != end || d.Middle() != (first.Start()+end)/2 {
			t.Errorf("%q: %v to %v, want %v to %v", c.text, d.Start(), d.End(), first.Start(), end)
		}
	}
}

func TestSure(t *testing.T) {
	for s, want := range map[string][2]bool{ // sure, plain
		"1956": {true, true}, "1956-05-01": {true, true}, "195X": {true, false}, "1956?": {false, false}, "1956-05~": {false, false}, "19XX%": {false, false},
	} {
		d, err := Parse(s)
		if err != nil || d.Sure() != want[0] || d.Plain() != want[1] {
			t.Errorf("%s: sure %v, plain %v, %v", s, d.Sure(), d.Plain(), err)
		}
	}
	if d, _ := Parse("1956-05-01?"); d.InYear().String() != "1956?" {
		t.Errorf("its year is %v", d.InYear())
	}
}

func TestParseRefuses(t *testing.T) {
	for s, want := range map[string]string{
		"":                       "empty",
		"1945-02-30":             "day 30 does not exist, 1945-02 has 28 days",
		"1900-02-29":             "1900-02 has 28 days", // a century that is no leap year
		"1945-13":                "month 13 does not exist, expected 01 to 12",
		"1945-13-01":             "month 13",
		"1945-00":                "leave the month out",
		"1945-08-00":             "leave the day out",
		"1945-00-00":             "leave the day out",
		"-0000":                  "-0000 is not a year",
		"1945-8-9":               "is not a date, expected 1945, 1945-08 or 1945-08-09",
		"45":                     "is not a date",
		"19450809":               "is not a date",
		"+1945":                  "is not a date", // would not come back the same
		"1945-08-09T00:00:00Z":   "is not a date", // no clocks, no zones
		"1945-08-09 ":            "is not a date",
		" 1945":                  "is not a date",
		"1945-":                  "is not a date",
		"1945/08/09":             "is not a date, expected 1945, 1945-08",
		"08/09/1945":             "is not a date, expected 1945, 1945-08",
		"09.08.1945":             "is not a date",
		"१९४५":                   "is not a date", // other digits
		"--1945":                 "is not a date",
		"12345":                  "is not a date",
		"-":                      "is not a date",
		"?":                      "is not a date",
		"1956??":                 "is not a date",
		"?1956":                  "is not a date", // level 2 of EDTF
		"1956?-05":               "is not a date",
		"19X5":                   "is not a date", // level 2 as well
		"1XXX":                   "is not a date", // a thousand years are no date
		"XXXX":                   "is not a date",
		"195x":                   "is not a date",
		"195X-05":                "has a month, though its year is not known",
		"195X-XX":                "has a month, though its year is not known",
		"1956-XX-05":             "a day without a month",
		"1956-X5":                "is not a date",
		"1956-1X":                "is not a date",
		"1956-02-3X":             "is not a date",
		"1956-21":                "is a season, expected its months as start and end",
		"1945/1950":              "expected one date; the two ends of a span are start and end",
		"1945-08-09T10:11":       "without clock and time zone",
		"Y170000002":             "in four digits",
		"-0000?":                 "-0000 is not a year",
		strings.Repeat("1", 1e6): "is not a date",
	} {
		d, err := Parse(s)
		switch {
		case err == nil:
			t.Errorf("Parse(%.30q) = %v, want an error", s, d)
		case !strings.Contains(err.Error(), want) || len(err.Error()) > 260:
			t.Errorf("Parse(%.30q): %.250v, want %q", s, err, want)
		}
	}
}

func TestCheck(t *testing.T) {
	for _, d := range []Date{
		{Year: 10000, Month: 0, Day: 0}, {Year: -10000, Month: 0, Day: 0}, {Year: 1945, Month: 13, Day: 0}, {Year: 1945, Month: -1, Day: 0}, {Year: 1945, Month: 4, Day: 31}, {Year: 1945, Month: 4, Day: -1}, {Year: 1945, Month: 0, Day: 5},
		{Year: 1975, Unspecified: 1}, {Year: 1970, Unspecified: 2}, {Year: -40, Unspecified: 1}, {Year: 1900, Unspecified: 3}, {Year: 1970, Month: 5, Unspecified: 1},
	} {
		if d.Check() == nil {
			t.Errorf("%#v passes", d)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"1945", "1945-08", "1945-08-09", "-0043-03-15", "1945-02-30", "", "--", "9999-12-31", "१९४५",
		"1956?", "1955~", "1955-08%", "197X", "19XX~", "-004X", "-00XX", "000X", "1956-XX-XX", "1956-05-XX", "1956-21", "1945/1950"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := Parse(s)
		if err != nil {
			return
		}
		if again, err := Parse(d.String()); err != nil || again != d {
			t.Errorf("%q comes back as %q, which is %+v, %v", s, d.String(), again, err)
		}
		if !strings.HasPrefix(s, d.String()) && !strings.Contains(s, "-XX") {
			t.Errorf("%q comes back as %q", s, d.String())
		}
		if err := d.Check(); err != nil {
			t.Error(err)
		}
		if !(d.Start() < d.End()) {
			t.Errorf("%q is empty", s)
		}
		first, last := FromDays(d.Start()), FromDays(d.End()-1)
		if first.Start() != d.Start() || last.End() != d.End() {
			t.Errorf("%q runs from %v to %v", s, first, last)
		}
	})
}
