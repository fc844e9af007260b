package state

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"rentang/viz/civil"
	"rentang/viz/timescale"
)

func given(y, m, d int) Bound { return Bound{civil.Date{Year: y, Month: m, Day: d}, true} }

func TestParse(t *testing.T) {
	for _, c := range []struct {
		query, fragment string
		want            State
		warned          string // parameters with a warning
	}{
		{"", "", State{}, ""},
		{"?lang=ko&theme=dark&mode=sqrt", "#event-a-1950", State{Lang: "ko", Theme: "dark", Mode: "sqrt", Event: "a-1950"}, ""},
		{"theme=auto&mode=linear&renderer=auto&play=0&static=false", "", State{}, ""}, // defaults, spelled out
		{"renderer=webgl&play=1&static=1&plain=true", "", State{Renderer: "webgl", Play: true, Static: true, Plain: true}, ""},
		{"time=1985..1995", "", State{Time: Range{given(1985, 0, 0), given(1995, 0, 0)}}, ""},
		{"time=1985-03..1985-03-31", "", State{Time: Range{given(1985, 3, 0), given(1985, 3, 31)}}, ""},
		{"time=earliest..1950", "", State{Time: Range{To: given(1950, 0, 0)}}, ""},
		{"time=2020..latest", "", State{Time: Range{From: given(2020, 0, 0)}}, ""},
		{"time=earliest..latest", "", State{}, ""},
		{"time=1950", "", State{Time: Range{given(1950, 0, 0), given(1950, 0, 0)}}, ""},
		{"time=1985%2E.1995", "", State{Time: Range{given(1985, 0, 0), given(1995, 0, 0)}}, ""},
		{"childId=x&initialWidth=500&utm_source=%zz", "", State{}, ""}, // not ours
		{"lang=ko&lang=ru", "", State{Lang: "ko"}, "lang"},
		{"lang=zh-Hans-TW", "", State{Lang: "zh-Hans-TW"}, ""},
		{"lang=", "", State{}, "lang"},
		{"lang=../../etc", "", State{}, "lang"},
		{"lang=1", "", State{}, "lang"},
		{"theme=pink&mode=log&renderer=dx12&play=yes&static=&plain=2", "", State{}, "theme mode renderer play static plain"},
		{"time=1995..1985", "", State{}, "time"},
		{"time=1985-02-30..1990", "", State{}, "time"},
		{"time=latest..earliest", "", State{}, "time"},
		{"time=1985..", "", State{}, "time"},
		{"time=..", "", State{}, "time"},
		{"time=", "", State{}, "time"},
		{"time=1985...1995", "", State{}, "time"},
		{"time=earliest", "", State{}, "time"},
		{"time=1e9..2e9", "", State{}, "time"},
		{"theme=%", "", State{}, "theme"},
		{"theme=%ff", "", State{}, "theme"}, // not UTF-8
		{"theme=dark%", "", State{}, "theme"},
		{"THEME=dark", "", State{}, ""},
		{"&&=&a&=b", "", State{}, ""},
		{"theme", "", State{}, "theme"},
		{"", "figures", State{}, ""}, // an anchor of the page
		{"", "event-", State{}, "#"},
		{"", "event-%EA%B0%80", State{Event: "가"}, ""},
		{"", "event-a+b", State{Event: "a+b"}, ""}, // a plus is a plus here
		{"", "event-a b", State{}, "#"},
		{"", "event-a%00", State{}, "#"},
		{"", "event-%zz", State{}, "#"},
		{"", "event-" + strings.Repeat("x", 201), State{}, "#"},
		{"lang=ko&" + strings.Repeat("x", 9000), "", State{}, "?"},
	} {
		got, warnings := Parse(c.query, c.fragment)
		var warned []string
		for _, w := range warnings {
			warned = append(warned, w.Param)
			if w.Want == "" || len(w.Value) > 4*shownValue+8 || !strings.Contains(w.String(), "expected") {
				t.Errorf("%.80q: warning %q", c.query, w)
			}
		}
		if g := strings.Join(warned, " "); !reflect.DeepEqual(got, c.want) || g != c.warned {
			t.Errorf("%.80q %.80q:\n got %+v, warned of %q\nwant %+v, warned of %q", c.query, c.fragment, got, g, c.want, c.warned)
		}
	}
}

func TestFormat(t *testing.T) {
	for _, c := range []struct {
		s    State
		want string
	}{
		{State{}, ""},
		{State{Theme: "auto", Mode: "linear"}, ""},
		{State{Lang: "ko", Theme: "dark", Time: Range{given(1985, 0, 0), given(1995, 6, 3)}, Mode: "sqrt", Renderer: "canvas2d", Play: true, Static: true, Plain: true, Event: "a"},
			"?lang=ko&theme=dark&time=1985..1995-06-03&mode=sqrt&renderer=canvas2d&play=1&static=1&plain=1#event-a"},
		{State{Time: Range{From: given(2020, 0, 0)}}, "?time=2020..latest"},
		{State{Event: "가 &#/"}, "#event-%EA%B0%80%20%26%23%2F"},
	} {
		if got := c.s.String(); got != c.want {
			t.Errorf("%+v: %q, want %q", c.s, got, c.want)
		}
	}
}

var bounds = timescale.Span{Start: civil.Date{Year: 1945}.Start(), End: civil.Date{Year: 2026}.End()}

func TestParseTime(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"1985..1995", "1985-01-01 1996-01-01"}, // the last year is part of it
		{"1985-02..1985-02", "1985-02-01 1985-03-01"},
		{"1950-06-25", "1950-06-25 1950-06-26"},
		{"earliest..latest", "1945-01-01 2027-01-01"},
		{"1900..1950", "1945-01-01 1951-01-01"}, // cut to the story
		{"2020..3000", "2020-01-01 2027-01-01"},
		{"1900..1910", `time "1900..1910": expected dates within 1945-01-01..2026-12-31`},
		{"x..1950", `time "x..1950": expected a date such as 1985 or 1985-03-01, or earliest`},
		{"1950..x", `time "1950..x": expected a date such as 1985 or 1985-03-01, or latest`},
	} {
		s, err := ParseTime(c.in, bounds)
		got := fmt.Sprint(civil.FromDays(s.Start), " ", civil.FromDays(s.End))
		if err != nil {
			got = err.Error()
		}
		if got != c.want {
			t.Errorf("%q: %s, want %s", c.in, got, c.want)
		}
	}
}

func TestRangeOf(t *testing.T) {
	day := func(y, m, d int) float64 { return civil.Date{Year: y, Month: m, Day: d}.Start() }
	for _, c := range []struct {
		from, to float64
		want     string
	}{
		{bounds.Start, bounds.End, "earliest..latest"},
		{bounds.Start - 90, bounds.End + 90, "earliest..latest"}, // looks past the ends
		{day(1985, 1, 1), day(1996, 1, 1), "1985..1995"},
		{day(1985, 3, 1), day(1996, 1, 1), "1985-03..1995-12"},
		{day(1985, 3, 2), day(1996, 1, 1), "1985-03-02..1995-12-31"},
		{bounds.Start, day(1950, 1, 1), "earliest..1949"},
		{day(1985, 1, 1) + 1e-6, day(1986, 1, 1) - 1e-6, "1985..1985"},
		{day(1985, 1, 1) - 1e-6, day(1986, 1, 1) + 1e-6, "1985..1985"},
		{day(1985, 6, 5) + .3, day(1985, 6, 5) + .6, "1985-06-05..1985-06-05"},
	} {
		if got := RangeOf(timescale.Span{Start: c.from, End: c.to}, bounds).String(); got != c.want {
			t.Errorf("%v to %v: %s, want %s", c.from, c.to, got, c.want)
		}
	}
}

// Whatever the address says, the state it gives is written and read back the same.
func FuzzParse(f *testing.F) {
	f.Add("lang=ko&theme=dark&time=1985..1995-06&mode=sqrt&renderer=webgl&play=1&static=1&plain=1", "event-a")
	f.Add("?time=earliest..latest&lang=%", "#event-%EA%B0%80")
	f.Add("time=-0043..9999&&=", "event-%")
	f.Fuzz(func(t *testing.T, query, fragment string) {
		s, _ := Parse(query, fragment)
		again, warnings := Parse(s.Query(), s.Fragment())
		if len(warnings) > 0 || again != s {
			t.Fatalf("%+v was read back as %+v with %v", s, again, warnings)
		}
		if span, ok := s.Time.Span(bounds); !ok && span != bounds || span.Start < bounds.Start || span.End > bounds.End || span.Len() <= 0 {
			t.Fatalf("%v: %v", s.Time, span)
		}
	})
}

func ExampleParse() {
	s, warnings := Parse("?lang=ko&theme=pink&time=1985..1995", "#event-treaty-1961")
	fmt.Println(s)
	for _, w := range warnings {
		fmt.Println(w)
	}
	// Output:
	// ?lang=ko&time=1985..1995#event-treaty-1961
	// ignored theme=pink: expected auto, light, dark, contrast
}
