package lang

import (
	"strings"
	"testing"

	"rentang/viz/civil"
	"rentang/viz/timescale"
)

// shown writes no-break spaces as "_" and no-break hyphens as "=", so that tables
// can be read.
func shown(s string) string {
	return strings.NewReplacer("\u00a0", "_", "\u2011", "=").Replace(s)
}

func date(t testing.TB, s string) civil.Date {
	t.Helper()
	if s == "" {
		return civil.Date{}
	}
	d, err := civil.Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// row is a value in each language.
type row struct {
	name           string
	get            func(l *Language) string
	id, en, ko, ru string
}

func check4(t *testing.T, rows []row) {
	t.Helper()
	for _, code := range codes() {
		l := load(t, code)
		for _, r := range rows {
			want := map[string]string{"id": r.id, "en": r.en, "ko": r.ko, "ru": r.ru}[code]
			if got := shown(r.get(l)); got != want {
				t.Errorf("%s, %s: %q, want %q", code, r.name, got, want)
			}
		}
	}
}

func TestDates(t *testing.T) {
	full := func(s string) func(*Language) string { return func(l *Language) string { return l.Date(date(t, s)) } }
	tight := func(s string) func(*Language) string {
		return func(l *Language) string { return l.DateShort(date(t, s)) }
	}
	text := func(s string) func(*Language) string { return func(l *Language) string { return l.InText(date(t, s)) } }
	check4(t, []row{
		{"day", full("2024-06-19"), "19 Juni 2024", "19 June 2024", "2024년 6월 19일", "19_июня 2024_г."},
		{"day of one figure", full("1945-08-09"), "9 Agustus 1945", "9 August 1945", "1945년 8월 9일", "9_августа 1945_г."},
		{"day, short", tight("2024-06-19"), "19 Jun 2024", "19 Jun 2024", "2024. 6. 19.", "19.06.2024"},
		{"day of one figure, short", tight("1945-08-09"), "9 Agu 1945", "9 Aug 1945", "1945. 8. 9.", "09.08.1945"},
		{"month: nominative in Russian", full("2024-06"), "Juni 2024", "June 2024", "2024년 6월", "июнь 2024_г."},
		{"month, short", tight("2024-06"), "Jun 2024", "Jun 2024", "2024. 6.", "июнь 2024"},
		{"month, short, with a stop in Russian", tight("2024-01"), "Jan 2024", "Jan 2024", "2024. 1.", "янв. 2024"},
		{"year", full("1950"), "1950", "1950", "1950", "1950"},
		{"year, short", tight("1950"), "1950", "1950", "1950", "1950"},
		{"year in running text", text("1950"), "1950", "1950", "1950년", "1950_г."},
		{"month in running text", text("2024-06"), "Juni 2024", "June 2024", "2024년 6월", "июнь 2024_г."},
		{"before our era", full("-0043"), "44 SM", "44 BC", "기원전 44", "44_до_н._э."},
		{"an early year", full("0987"), "987", "987", "987", "987"},
		{"decade", func(l *Language) string { return l.Decade(1990) }, "1990=an", "1990s", "1990년대", "1990=е"},
		{"decade of its last year", func(l *Language) string { return l.Decade(1999) }, "1990=an", "1990s", "1990년대", "1990=е"},
		{"circa", func(l *Language) string { return l.Circa(date(t, "1950")) }, "sekitar 1950", "c._1950", "약 1950년", "ок._1950_г."},
		{"circa of what is approximate already", func(l *Language) string { return l.Circa(date(t, "1950~")) }, "sekitar 1950", "c._1950", "약 1950년", "ок._1950_г."},
		{"approximate year", full("1955~"), "sekitar 1955", "c._1955", "약 1955년", "ок._1955_г."},
		{"approximate month", full("1955-08~"), "sekitar Agustus 1955", "c._August 1955", "약 1955년 8월", "ок._август 1955_г."},
		{"approximate day, short", tight("1955-08-09~"), "sekitar 9 Agu 1955", "c._9 Aug 1955", "약 1955. 8. 9.", "ок._09.08.1955"},
		{"uncertain year", full("1956?"), "1956?", "1956?", "1956년(?)", "1956_г._(?)"},
		{"uncertain day", full("1955-08-09?"), "9 Agustus 1955?", "9 August 1955?", "1955년 8월 9일(?)", "9_августа 1955_г._(?)"},
		{"both", full("1956%"), "sekitar 1956?", "c._1956?", "약 1956년(?)", "ок._1956_г._(?)"},
		{"both, short", tight("1956%"), "sekitar 1956?", "c._1956?", "약 1956년(?)", "ок._1956_г._(?)"},
		{"decade as a date", full("197X"), "1970=an", "1970s", "1970년대", "1970=е"},
		{"approximate decade", full("197X~"), "sekitar 1970=an", "c._1970s", "약 1970년대", "ок._1970=е"},
		{"a decade before our era, spelt out", full("-004X"), "50–41 SM", "50–41 BC", "기원전 50~41년", "50–41_гг._до_н._э."},
		{"the decade of year 0", full("000X"), "1 SM – 9", "1 BC – 9", "기원전 1년~9년", "1_г._до_н._э._– 9_г."},
		{"an early decade", full("001X"), "10=an", "10s", "10년대", "10=е"},
		{"century", full("19XX"), "abad ke=20", "20th century", "20세기", "XX_век"},
		{"century, short and uncertain", tight("18XX?"), "abad ke=19?", "19th century?", "19세기(?)", "XIX_век_(?)"},
		{"century before our era", full("-04XX"), "abad ke=5 SM", "5th century BC", "기원전 5세기", "V_век до_н._э."},
		{"the first century", full("00XX"), "abad ke=1", "1st century", "1세기", "I_век"},
		{"the first century before our era", full("-00XX"), "abad ke=1 SM", "1st century BC", "기원전 1세기", "I_век до_н._э."},
		{"a year before our era in running text", text("-0043"), "44 SM", "44 BC", "기원전 44년", "44_г._до_н._э."},
		{"circa before our era", full("-0043~"), "sekitar 44 SM", "c._44 BC", "약 기원전 44년", "ок._44_г._до_н._э."},
		{"the year before year 1", full("0000"), "1 SM", "1 BC", "기원전 1", "1_до_н._э."},
		{"a day before our era, short", tight("-0043-03-15"), "15 Mar 44 SM", "15 Mar 44 BC", "기원전 44. 3. 15.", "15.03.44_до_н._э."},
		{"a day before our era", full("-0043-03-15"), "15 Maret 44 SM", "15 March 44 BC", "기원전 44년 3월 15일", "15_марта 44_г._до_н._э."},
	})
}

// Every century has its number, in words and in Roman numerals.
func TestCentury(t *testing.T) {
	for s, want := range map[string]string{
		"00XX": "1st I", "01XX": "2nd II", "02XX": "3rd III", "03XX": "4th IV", "09XX": "10th X", "10XX": "11th XI", "11XX": "12th XII",
		"12XX": "13th XIII", "19XX": "20th XX", "20XX": "21st XXI", "21XX": "22nd XXII", "48XX": "49th XLIX", "99XX": "100th C", "-00XX": "1st I", "-29XX": "30th XXX",
	} {
		n := century(date(t, s))
		if got := ordinal(n) + " " + roman(n); got != want {
			t.Errorf("%s: %s, want %s", s, got, want)
		}
	}
}

func TestSpans(t *testing.T) {
	span := func(from, to string) func(*Language) string {
		return func(l *Language) string {
			return l.Span(civil.Span{From: date(t, from), To: date(t, to), HasEnd: to != ""})
		}
	}
	open := func(from string) func(*Language) string {
		return func(l *Language) string { return l.Span(civil.Span{From: date(t, from), Open: true}) }
	}
	unknown := func(from string) func(*Language) string {
		return func(l *Language) string { return l.Span(civil.Span{From: date(t, from), Unknown: true}) }
	}
	years := func(a, b int) func(*Language) string { return func(l *Language) string { return l.Years(a, b) } }
	check4(t, []row{
		{"days in one month", span("2024-10-08", "2024-10-18"), "8–18 Oktober 2024", "8–18 October 2024", "2024년 10월 8일~18일", "8–18_октября 2024_г."},
		{"days in one year", span("1945-08-06", "1945-09-02"), "6 Agustus – 2 September 1945", "6 August – 2 September 1945", "1945년 8월 6일~9월 2일", "6_августа_– 2_сентября 1945_г."},
		{"span of dates", span("1950-11-01", "1953-07-27"), "1 November 1950 – 27 Juli 1953", "1 November 1950 – 27 July 1953", "1950년 11월 1일~1953년 7월 27일", "1_ноября 1950_г._– 27_июля 1953_г."},
		{"months in one year", span("2024-06", "2024-08"), "Juni–Agustus 2024", "June–August 2024", "2024년 6월~8월", "июнь–август 2024_г."},
		{"months", span("1950-06", "1953-07"), "Juni 1950 – Juli 1953", "June 1950 – July 1953", "1950년 6월~1953년 7월", "июнь 1950_г._– июль 1953_г."},
		{"years", span("1950", "1953"), "1950–1953", "1950–1953", "1950~1953년", "1950–1953_гг."},
		{"a day and a year", span("1950-06-25", "1953"), "25 Juni 1950 – 1953", "25 June 1950 – 1953", "1950년 6월 25일~1953년", "25_июня 1950_г._– 1953_г."},
		{"one date", span("1950-06-25", ""), "25 Juni 1950", "25 June 1950", "1950년 6월 25일", "25_июня 1950_г."},
		{"both ends the same", span("1950-06-25", "1950-06-25"), "25 Juni 1950", "25 June 1950", "1950년 6월 25일", "25_июня 1950_г."},
		{"open, day: genitive in Russian", open("2011-12-17"), "sejak 17 Desember 2011", "since 17 December 2011", "2011년 12월 17일부터", "с_17_декабря 2011_г."},
		{"open, month: genitive in Russian", open("2011-12"), "sejak Desember 2011", "since December 2011", "2011년 12월부터", "с_декабря 2011_г."},
		{"open, year", open("2012"), "sejak 2012", "since 2012", "2012년부터", "с_2012_г."},
		{"open, approximate", open("1955~"), "sekitar 1955 –", "c._1955 –", "약 1955년~", "ок._1955_г._–"},
		{"open, decade", open("197X"), "1970=an –", "1970s –", "1970년대~", "1970=е_–"},
		{"end not known", unknown("1950-06"), "Juni 1950 – ?", "June 1950 – ?", "1950년 6월~?", "июнь 1950_г._– ?"},
		{"end not known, year", unknown("1950"), "1950 – ?", "1950 – ?", "1950년~?", "1950_г._– ?"},
		{"an uncertain end", span("1950", "1953?"), "1950 – 1953?", "1950 – 1953?", "1950년~1953년(?)", "1950_г._– 1953_г._(?)"},
		{"decades", span("195X", "197X"), "1950=an – 1970=an", "1950s – 1970s", "1950년대~1970년대", "1950=е_– 1970=е"},
		{"within one year, one end approximate", span("1950-06~", "1950-08"), "sekitar Juni 1950 – Agustus 1950", "c._June 1950 – August 1950", "약 1950년 6월~1950년 8월", "ок._июнь 1950_г._– август 1950_г."},
		{"a year and its century", span("1850", "18XX"), "1850 – abad ke=19", "1850 – 19th century", "1850년~19세기", "1850_г._– XIX_век"},
		{"years before our era", span("-0049", "-0043"), "50–44 SM", "50–44 BC", "기원전 50~44년", "50–44_гг._до_н._э."},
		{"days of a year before our era", span("-0043-03-13", "-0043-03-15"), "13–15 Maret 44 SM", "13–15 March 44 BC", "기원전 44년 3월 13일~15일", "13–15_марта 44_г._до_н._э."},
		{"over the turn of our era", span("-0026", "0014"), "27 SM – 14", "27 BC – 14", "기원전 27년~14년", "27_г._до_н._э._– 14_г."},
		{"open before our era", open("-0026-01-16"), "sejak 16 Januari 27 SM", "since 16 January 27 BC", "기원전 27년 1월 16일부터", "с_16_января 27_г._до_н._э."},
		{"span of years", years(1950, 1953), "1950–1953", "1950–1953", "1950~1953년", "1950–1953_гг."},
		{"span of one year", years(1950, 1950), "1950", "1950", "1950", "1950"},
	})
}

func TestAxis(t *testing.T) {
	tick := func(u timescale.Unit, s string) func(*Language) string {
		return func(l *Language) string { return l.Tick(timescale.Grain{Unit: u, Step: 1}, date(t, s)) }
	}
	check4(t, []row{
		{"year", tick(timescale.Years, "1950"), "1950", "1950", "1950", "1950"},
		{"month", tick(timescale.Months, "2024-06"), "Jun", "Jun", "6월", "июнь"},
		{"a month with a stop", tick(timescale.Months, "2024-09"), "Sep", "Sep", "9월", "сент."},
		{"day", tick(timescale.Days, "2024-06-08"), "8", "8", "8일", "8"},
		{"context of months", func(l *Language) string {
			return l.Context(timescale.Grain{Unit: timescale.Years, Step: 1}, date(t, "2024"))
		}, "2024", "2024", "2024", "2024"},
		{"context of days", func(l *Language) string {
			return l.Context(timescale.Grain{Unit: timescale.Months, Step: 1}, date(t, "2024-06"))
		}, "Juni 2024", "June 2024", "2024년 6월", "июнь 2024_г."},
		{"context of days, short", func(l *Language) string {
			return l.ContextShort(timescale.Grain{Unit: timescale.Months, Step: 1}, date(t, "2024-09"))
		}, "Sep 2024", "Sep 2024", "2024. 9.", "сент. 2024"},
	})
}

// Short Russian months take a stop except those that are written in full.
func TestRussianMonths(t *testing.T) {
	l := load(t, "ru")
	for m := 1; m <= 12; m++ {
		whole := l.MonthShort(m) == l.Month(m)
		if stop := strings.HasSuffix(l.MonthShort(m), "."); stop == whole {
			t.Errorf("%s, %s", l.Month(m), l.MonthShort(m))
		}
		if !strings.HasPrefix(l.Month(m), strings.TrimSuffix(l.MonthShort(m), ".")) {
			t.Errorf("%s is no short form of %s", l.MonthShort(m), l.Month(m))
		}
	}
}

func TestTicksTakeNoMemory(t *testing.T) {
	for _, code := range codes() {
		l := load(t, code)
		if n := testing.AllocsPerRun(20, func() {
			l.Tick(timescale.Grain{Unit: timescale.Years, Step: 10}, civil.Date{Year: 1990})
			l.Tick(timescale.Grain{Unit: timescale.Months, Step: 3}, civil.Date{Year: 1990, Month: 4})
			l.Tick(timescale.Grain{Unit: timescale.Days, Step: 7}, civil.Date{Year: 1990, Month: 4, Day: 22})
			l.Context(timescale.Grain{Unit: timescale.Years, Step: 1}, civil.Date{Year: 1990})
		}); n != 0 {
			t.Errorf("%s: %v allocations", code, n)
		}
	}
}

func TestMonthPanics(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("month 13 has no name")
		}
	}()
	load(t, "en").Month(13)
}

// Every year has the label that it should, at the edges of the table too.
func TestYear(t *testing.T) {
	l := load(t, "en")
	for y, want := range map[int]string{999: "999", 1000: "1000", 1945: "1945", 2999: "2999", 3000: "3000", 1: "1", 0: "1 BC", -1: "2 BC", 10000: "10000"} {
		if got := l.Year(y); got != want {
			t.Errorf("%d: %q, want %q", y, got, want)
		}
	}
}
