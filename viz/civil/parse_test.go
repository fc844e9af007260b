package civil

import (
	"strings"
	"testing"
)

func TestParse(t *testing.T) {
	for s, want := range map[string]Date{
		"1945":        {1945, 0, 0},
		"1945-08":     {1945, 8, 0},
		"1945-08-09":  {1945, 8, 9},
		"2000-02-29":  {2000, 2, 29},
		"0000":        {0, 0, 0},
		"-0043-03-15": {-43, 3, 15},
		"9999-12-31":  {9999, 12, 31},
		"-9999":       {-9999, 0, 0},
		"0044":        {44, 0, 0},
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
		"1945/08/09":             "is not a date",
		"09.08.1945":             "is not a date",
		"१९४५":                   "is not a date", // other digits
		"--1945":                 "is not a date",
		"12345":                  "is not a date",
		"-":                      "is not a date",
		strings.Repeat("1", 1e6): "is not a date",
	} {
		d, err := Parse(s)
		switch {
		case err == nil:
			t.Errorf("Parse(%.30q) = %v, want an error", s, d)
		case !strings.Contains(err.Error(), want) || len(err.Error()) > 200:
			t.Errorf("Parse(%.30q): %.250v, want %q", s, err, want)
		}
	}
}

func TestCheck(t *testing.T) {
	for _, d := range []Date{
		{10000, 0, 0}, {-10000, 0, 0}, {1945, 13, 0}, {1945, -1, 0}, {1945, 4, 31}, {1945, 4, -1}, {1945, 0, 5},
	} {
		if d.Check() == nil {
			t.Errorf("%#v passes", d)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"1945", "1945-08", "1945-08-09", "-0043-03-15", "1945-02-30", "", "--", "9999-12-31", "१९४५"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := Parse(s)
		if err != nil {
			return
		}
		if d.String() != s {
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
