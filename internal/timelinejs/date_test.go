package timelinejs

import (
	"strings"
	"testing"
)

// dated imports one event with the dates given as JSON.
func dated(t *testing.T, start, end string) (*Result, string) {
	t.Helper()
	data := `{"events": [{"start_date": ` + start + `, "end_date": ` + end + `, "text": {"headline": "It"}},
		{"start_date": {"year": 1990}, "text": {"headline": "Other"}}]}`
	r, err := Import([]byte(data), Options{})
	if err != nil {
		t.Fatalf("%s: %v", start, err)
	}
	for _, e := range decode(t, folder(r.Files)).Events {
		if e.ID == "it" {
			return r, e.When.String()
		}
	}
	return r, ""
}

func TestDates(t *testing.T) {
	for _, c := range []struct {
		why, start, end string
		want            string // empty when the event is no part of the story
		note            string // empty for none
	}{
		{"a year", `{"year": 1945}`, `null`, "1945", ""},
		{"numeric strings, mixed with numbers, trimmed", `{"year": " 1945 ", "month": "08", "day": 9}`, `null`, "1945-08-09", ""},
		{"blanks are absent", `{"year": "1951", "month": "", "day": null}`, `{"year": "", "month": "", "day": ""}`, "1951", ""},
		{"an end of another precision", `{"year": 1943, "month": 7}`, `{"year": 1946}`, "1943-07..1946", ""},
		{"an end that repeats the start", `{"year": 1943, "month": "7"}`, `{"month": 7, "year": "1943"}`, "1943-07", ""},
		{"an end within the start", `{"year": 1943}`, `{"year": 1943, "month": 7}`, "1943..1943-07", ""},
		{"a span within a day", `{"year": 1943, "month": 7, "day": 1, "hour": 9}`, `{"year": 1943, "month": 7, "day": 1, "hour": 17}`, "1943-07-01", ""},
		{"two digits are that year, not 19xx", `{"year": 63}`, `null`, "0063", ""},
		{"44 BCE", `{"year": -44, "month": 3, "day": 15}`, `null`, "-0043-03-15", ""},
		{"1 BCE is the year before 1", `{"year": "-1"}`, `{"year": 1}`, "0000..0001", ""},
		{"there is no year 0", `{"year": 0}`, `null`, "0000", "read as 1 BCE"},
		{"the first year", `{"year": -10000}`, `null`, "-9999", ""},
		{"before it", `{"year": -10001}`, `null`, "", "beyond what a story can hold, -10000 to 9999"},
		{"after the last", `{"year": 10000}`, `null`, "", "beyond"},
		{"cosmological", `{"year": "-13800000000"}`, `null`, "", "year -13800000000 is beyond"},
		{"month 13 does not roll over", `{"year": 1951, "month": 13, "day": 2}`, `null`, "1951", `month "13" does not exist`},
		{"30 February", `{"year": 1951, "month": 2, "day": 30}`, `null`, "1951-02", "1951-02 has 28 days"},
		{"29 February", `{"year": 1952, "month": 2, "day": 29}`, `null`, "1952-02-29", ""},
		{"day 32", `{"year": 1951, "month": 1, "day": 32}`, `null`, "1951-01", `day "32" does not exist`},
		{"a month in words costs the month alone", `{"year": 1951, "month": "May"}`, `null`, "1951", `month "May"`},
		{"a day without a month", `{"year": 1951, "day": 5}`, `null`, "1951", "a day without a month"},
		{"a year in words", `{"year": "1950s"}`, `null`, "", `year "1950s" is not a whole number`},
		{"a year with a comma", `{"year": "1,950"}`, `null`, "", "not a whole number"},
		{"a year with a fraction", `{"year": 1950.5}`, `null`, "", "not a whole number"},
		{"a minus alone", `{"year": "-"}`, `null`, "", "not a whole number"},
		{"no year", `{"month": 5}`, `null`, "", "has no year"},
		{"no date", `null`, `null`, "", "there is no date"},
		{"no object", `"1950"`, `null`, "", "there is no date"},
		{"an end before the start", `{"year": 1950}`, `{"year": 1949}`, "1950", "1949 is before the start, 1950"},
		{"an end that is none", `{"year": 1950}`, `{"year": "now"}`, "1950", `year "now" is not a whole number; the end is kept`},
	} {
		r, got := dated(t, c.start, c.end)
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.why, got, c.want)
		}
		if c.note == "" && len(r.Notes) > 0 || c.note != "" && countNotes(r, c.note) != 1 {
			t.Errorf("%s: notes %v, want %q", c.why, r.Notes, c.note)
		}
		for _, n := range r.Notes {
			if n.Line != 1 {
				t.Errorf("%s: line %d of %v", c.why, n.Line, n)
			}
		}
	}
}

func TestTimesOfDayAreKeptAndSaid(t *testing.T) {
	r, _ := dated(t, `{"year": 2017, "month": 9, "day": 11, "hour": 16, "minute": "05"}`, `null`)
	for _, field := range []string{"events.start_date.hour", "events.start_date.minute"} {
		if !hasKept(r, field) {
			t.Errorf("%s is not listed: %v", field, r.Kept)
		}
	}
	e, err := ExportJSON(folder(r.Files), decode(t, folder(r.Files)), "en")
	if err != nil || !strings.Contains(string(e.Data), `"minute": "05"`) {
		t.Errorf("the minute does not come back: %v\n%s", err, e.Data)
	}
}

func hasKept(r *Result, what string) bool {
	for _, k := range r.Kept {
		if k.What == what {
			return true
		}
	}
	return false
}

func TestClockDates(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"1600", `{"year":"1600"}`},
		{"-300", `{"year":"-300"}`},
		{"2011,12,10", `{"year":"2011","month":"12","day":"10"}`},
		{"2011, 12, 10", `{"year":"2011","month":"12","day":"10"}`},
		{"2011,12", `{"year":"2011","month":"12"}`},
		{"2012,1,26,9,30,15,250", `{"year":"2012","month":"1","day":"26","hour":"9","minute":"30","second":"15","millisecond":"250"}`},
		{"12/10/2011", `{"year":"2011","month":"12","day":"10"}`},
		{"12/2011", `{"year":"2011","month":"12"}`},
		{"12/10/2011 2:05 pm", `{"year":"2011","month":"12","day":"10","hour":"14","minute":"5"}`},
		{"2011-12-10", `{"year":"2011","month":"12","day":"10"}`},
		{"2011-12-10T09:30:00Z", `{"year":"2011","month":"12","day":"10","hour":"9","minute":"30","second":"0"}`},
		{"-0300-05", `{"year":"-0300","month":"05"}`},
		{"2011,12,10 soon", `{"year":"2011","month":"12","day":"10","time":"soon"}`},
		{"Dec 2011", ""},
		{"1,2,3,4,5,6,7,8", ""},
		{"-", ""},
	} {
		date, why := clockDate(c.in)
		if got := compact(date); why == "" && got != c.want || (why == "") != (c.want != "") {
			t.Errorf("%q: %s (%s), want %s", c.in, got, why, c.want)
		}
	}
}

func TestClocks(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"9:30", "9:30"}, {"09:30:05", "9:30:05"}, {"9:30:05.25", "9:30:05.250"}, {"9:30:05.0", "9:30:05.000"},
		{"9:30:05.123456", "9:30:05.123"},
		{"0930", "9:30"}, {"9.30", "9:30"}, {"12:00 am", "0:00"}, {"12:00PM", "12:00"}, {"2 p.m.", "14:00"},
		{"24:00", ""}, {"9:60", ""}, {"13:00 pm", ""}, {"noon", ""}, {"1:2:3:4", ""}, {"9:30:05.x", ""}, {"", ""},
	} {
		date := object()
		ok := addClock(&date, c.in)
		if got := clock(&date); ok != (c.want != "") || got != c.want {
			t.Errorf("%q: %v, %q, want %q", c.in, ok, got, c.want)
		}
	}
}
