package civil

import (
	"math"
	"testing"
)

func TestStartEnd(t *testing.T) {
	for _, c := range []struct {
		date       string
		start, end float64
		precision  Precision
	}{
		{"1970-01-01", 0, 1, ToDay},
		{"1970", 0, 365, ToYear},
		{"1970-01", 0, 31, ToMonth},
		{"1972", 730, 1096, ToYear},         // a leap year has 366 days
		{"1972-02", 761, 790, ToMonth},      // and its February 29
		{"1969-12-31", -1, 0, ToDay},        // the day before the epoch
		{"1969-12", -31, 0, ToMonth},        // December ends in another year
		{"2000-03-01", 11017, 11018, ToDay}, // 29 February 2000 existed
		{"1900-03-01", -25508, -25507, ToDay},
		{"1945-08-09", -8911, -8910, ToDay},
		{"0000-01-01", -719528, -719527, ToDay}, // as in ISO 8601
		{"-0001-12-31", -719529, -719528, ToDay},
	} {
		d, err := Parse(c.date)
		if err != nil {
			t.Fatal(err)
		}
		if d.Start() != c.start || d.End() != c.end || d.Precision() != c.precision {
			t.Errorf("%s: start %v, end %v, precision %d; want %v, %v, %d",
				c.date, d.Start(), d.End(), d.Precision(), c.start, c.end, c.precision)
		}
	}
}

// Every day from 1600 to 2200 follows the day before it, and comes back from its
// own number of days, at midnight and in the last instant before the next one.
func TestEveryDay(t *testing.T) {
	n := Date{Year: 1600, Month: 1, Day: 1}.Start()
	for year := 1600; year <= 2200; year++ {
		if got := (Date{Year: year}).Start(); got != n {
			t.Fatalf("%d starts at %v, want %v", year, got, n)
		}
		for month := 1; month <= 12; month++ {
			for day := 1; day <= DaysIn(year, month); day++ {
				want := Date{Year: year, Month: month, Day: day}
				if want.Start() != n || want.End() != n+1 {
					t.Fatalf("%v: %v to %v, want %v to %v", want, want.Start(), want.End(), n, n+1)
				}
				for _, instant := range []float64{n, n + 0.5, math.Nextafter(n+1, n)} {
					if got := FromDays(instant); got != want {
						t.Fatalf("FromDays(%v) = %v, want %v", instant, got, want)
					}
				}
				if got, err := Parse(want.String()); err != nil || got != want {
					t.Fatalf("Parse(%q) = %v, %v", want.String(), got, err)
				}
				n++
			}
			if got := (Date{Year: year, Month: month}).End(); got != n {
				t.Fatalf("%d-%d ends at %v, want %v", year, month, got, n)
			}
		}
	}
}

func TestFromDaysBeyond(t *testing.T) {
	for _, c := range []struct {
		t    float64
		want Date
	}{
		{math.Inf(1), Date{Year: MaxYear, Month: 12, Day: 31}},
		{math.Inf(-1), Date{Year: MinYear, Month: 1, Day: 1}},
		{1e300, Date{Year: MaxYear, Month: 12, Day: 31}},
		{-1e300, Date{Year: MinYear, Month: 1, Day: 1}},
		{math.NaN(), Date{Year: 1970, Month: 1, Day: 1}},
		{Date{Year: MaxYear, Month: 12, Day: 31}.End(), Date{Year: MaxYear, Month: 12, Day: 31}},
		{Date{Year: MinYear, Month: 1, Day: 1}.Start(), Date{Year: MinYear, Month: 1, Day: 1}},
		{-0.25, Date{Year: 1969, Month: 12, Day: 31}}, // floor, not truncation
	} {
		if got := FromDays(c.t); got != c.want {
			t.Errorf("FromDays(%v) = %v, want %v", c.t, got, c.want)
		}
	}
}

func TestLeap(t *testing.T) {
	for year, want := range map[int]bool{
		1900: false, 2000: true, 2100: false, 1600: true, // centuries
		1945: false, 1948: true, 2024: true, 2026: false,
		0: true, -1: false, -4: true, -100: false, -400: true,
	} {
		if got := Leap(year); got != want {
			t.Errorf("Leap(%d) = %v", year, got)
		}
		if got := DaysIn(year, 2) == 29; got != want {
			t.Errorf("DaysIn(%d, 2) = %d", year, DaysIn(year, 2))
		}
	}
	if DaysIn(2000, 0) != 0 || DaysIn(2000, 13) != 0 {
		t.Error("a month that does not exist has days")
	}
}

func TestBefore(t *testing.T) {
	year, month, day := Date{Year: 1945}, Date{Year: 1945, Month: 1, Day: 0}, Date{Year: 1945, Month: 1, Day: 1}
	if year.Before(month) || month.Before(day) || day.Before(year) {
		t.Error("dates that start at one instant are before each other")
	}
	if !day.Before(Date{Year: 1945, Month: 1, Day: 2}) || (Date{Year: 1946, Month: 0, Day: 0}).Before(day) {
		t.Error("order of dates is wrong")
	}
}

func TestSpan(t *testing.T) {
	day := func(s string) Date {
		d, err := Parse(s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	for _, c := range []struct {
		span    Span
		days    float64
		lasting bool
		text    string
	}{
		{Span{From: day("1953-03-05")}, 1, false, "1953-03-05"},
		{Span{From: day("1953-03")}, 31, false, "1953-03"}, // one date, though long
		{Span{From: day("1988-09-13"), To: day("1990"), HasEnd: true}, 840, true, "1988-09-13..1990"},
		{Span{From: day("1994-06"), To: day("1994-07-20"), HasEnd: true}, 50, true, "1994-06..1994-07-20"},
		{Span{From: day("1994"), To: day("1994"), HasEnd: true}, 365, false, "1994..1994"},
		{Span{From: day("2012-05-07"), Open: true}, math.Inf(1), true, "2012-05-07.."},
		{Span{From: day("1944-06"), Unknown: true}, 30, false, "1944-06..?"}, // as far as it is known
		{Span{From: day("1944?"), To: day("195X"), HasEnd: true}, 5844, true, "1944?..195X"},
	} {
		if got := c.span.End() - c.span.Start(); got != c.days {
			t.Errorf("%v: %v days, want %v", c.span, got, c.days)
		}
		if c.span.Lasting() != c.lasting || c.span.String() != c.text {
			t.Errorf("%v: lasting %v, want %s, %v", c.span, c.span.Lasting(), c.text, c.lasting)
		}
	}
}
