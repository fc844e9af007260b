package timescale

import (
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"rentang/viz/civil"
)

// room is what labels of 12 to 13 px take, about.
func room(g Grain) float64 {
	switch g.Unit {
	case Years:
		return 50
	case Months:
		return 44
	}
	return 36
}

func instant(t testing.TB, s string) float64 {
	t.Helper()
	d, err := civil.Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return d.Start()
}

func dates(ticks []Tick) string {
	var out []string
	for _, k := range ticks {
		out = append(out, k.Date.String())
	}
	return strings.Join(out, " ")
}

func TestTicks(t *testing.T) {
	for _, c := range []struct {
		name, from, to  string
		px              float64
		grain, fine     Grain
		ticks, contexts string
		firstMinor      string
		minorCount      int
	}{
		{name: "5000 years", from: "-2999", to: "2001", px: 400, grain: Grain{Years, 1000}, fine: Grain{Years, 100},
			ticks: "-2000 -1000 0000 1000 2000", firstMinor: "-2900", minorCount: 45},
		{name: "1200 years", from: "0900", to: "2100", px: 500, grain: Grain{Years, 200}, fine: Grain{Years, 20},
			ticks: "1000 1200 1400 1600 1800 2000", firstMinor: "0900", minorCount: 55},
		{name: "the whole story on a wide page", from: "1945", to: "2027", px: 1130, grain: Grain{Years, 5}, fine: Grain{Years, 1},
			ticks: "1945 1950 1955 1960 1965 1970 1975 1980 1985 1990 1995 2000 2005 2010 2015 2020 2025", firstMinor: "1946", minorCount: 66},
		{name: "the whole story on a phone", from: "1945", to: "2027", px: 390, grain: Grain{Years, 20}, fine: Grain{Years, 2},
			ticks: "1960 1980 2000 2020", firstMinor: "1946", minorCount: 37},
		{name: "20 years", from: "1980", to: "2000", px: 560, grain: Grain{Years, 2}, fine: Grain{Years, 1},
			ticks: "1980 1982 1984 1986 1988 1990 1992 1994 1996 1998 2000", firstMinor: "1981", minorCount: 10},
		{name: "5 years: single years, months between", from: "1988", to: "1993", px: 400, grain: Grain{Years, 1}, fine: Grain{Months, 1},
			ticks: "1988 1989 1990 1991 1992 1993", firstMinor: "1988-02", minorCount: 55},
		{name: "half years, in the years they belong to", from: "1990-03", to: "1992-02", px: 200, grain: Grain{Months, 6}, fine: Grain{Months, 1},
			ticks: "1990-07 1991-01 1991-07 1992-01", contexts: "1990 1991 1992", firstMinor: "1990-03", minorCount: 20},
		{name: "quarters", from: "1990-02", to: "1991-02", px: 200, grain: Grain{Months, 3}, fine: Grain{Months, 1},
			ticks: "1990-04 1990-07 1990-10 1991-01", contexts: "1990 1991", firstMinor: "1990-02", minorCount: 9},
		{name: "months", from: "2024-05-20", to: "2024-09-10", px: 200, grain: Grain{Months, 1}, fine: Grain{Days, 7},
			ticks: "2024-06 2024-07 2024-08 2024-09", contexts: "2024", firstMinor: "2024-05-22", minorCount: 11},
		{name: "fortnights", from: "2024-01-10", to: "2024-03-20", px: 200, grain: Grain{Days, 14}, fine: Grain{Days, 7},
			ticks: "2024-01-15 2024-02-01 2024-02-15 2024-03-01 2024-03-15", contexts: "2024-01 2024-02 2024-03", firstMinor: "2024-01-22", minorCount: 4},
		{name: "weeks, counted from the 1st, the 29th being too near the next", from: "2024-01-20", to: "2024-02-20", px: 200, grain: Grain{Days, 7}, fine: Grain{Days, 1},
			ticks: "2024-01-22 2024-02-01 2024-02-08 2024-02-15", contexts: "2024-01 2024-02", firstMinor: "2024-01-20", minorCount: 28},
		{name: "every other day, over a short and a leap month", from: "2024-02-25", to: "2024-03-05", px: 200, grain: Grain{Days, 2}, fine: Grain{Days, 1},
			ticks: "2024-02-25 2024-02-27 2024-03-01 2024-03-03 2024-03-05", contexts: "2024-02 2024-03", firstMinor: "2024-02-26", minorCount: 5},
		{name: "days", from: "1950-06-25", to: "1950-06-28", px: 200, grain: Grain{Days, 1}, fine: Grain{},
			ticks: "1950-06-25 1950-06-26 1950-06-27 1950-06-28", contexts: "1950-06"},
		{name: "one day", from: "1950-06-25", to: "1950-06-26", px: 1130, grain: Grain{Days, 1}, fine: Grain{},
			ticks: "1950-06-25 1950-06-26", contexts: "1950-06"},
		{name: "a view that starts with a context lists it once", from: "2024-06-01", to: "2024-06-03", px: 200, grain: Grain{Days, 1}, fine: Grain{},
			ticks: "2024-06-01 2024-06-02 2024-06-03", contexts: "2024-06"},
		{name: "nothing fits", from: "-9000", to: "9000", px: 20},
	} {
		var a Axis
		Ticks(&a, Scale{Span{instant(t, c.from), instant(t, c.to)}, 0, c.px}, room)
		if a.Grain != c.grain || a.Fine != c.fine {
			t.Errorf("%s: grain %v, fine %v, want %v, %v", c.name, a.Grain, a.Fine, c.grain, c.fine)
			continue
		}
		if got := dates(a.Ticks); got != c.ticks {
			t.Errorf("%s: ticks\n%s, want\n%s", c.name, got, c.ticks)
		}
		if got := dates(a.Contexts); got != c.contexts {
			t.Errorf("%s: contexts %s, want %s", c.name, got, c.contexts)
		}
		if len(a.Minor) != c.minorCount {
			t.Errorf("%s: %d minor ticks, want %d: %s", c.name, len(a.Minor), c.minorCount, dates(a.Minor))
		} else if len(a.Minor) > 0 && a.Minor[0].Date.String() != c.firstMinor {
			t.Errorf("%s: first minor %s, want %s", c.name, a.Minor[0].Date, c.firstMinor)
		}
	}
}

func TestTicksOfNothing(t *testing.T) {
	a := Axis{Grain: Grain{Years, 1}, Ticks: []Tick{{}}, Contexts: []Tick{{}}, Minor: []Tick{{}}}
	for _, s := range []Scale{
		{}, {Span{0, 0}, 0, 100}, {Span{0, 100}, 5, 5}, {Span{100, 0}, 0, 100},
		{Span{math.NaN(), 1}, 0, 100}, {Span{0, math.Inf(1)}, 0, 100}, {Span{0, 1}, 0, math.Inf(1)},
		{Span{1e12, 1e12 + 1}, 0, 1000}, {Span{-1e12, -1e12 + 1}, 0, 1000}, // beyond the calendar
	} {
		Ticks(&a, s, room)
		if len(a.Ticks)+len(a.Minor) > 0 {
			t.Errorf("%v: %s", s, dates(a.Ticks))
		}
	}
}

// view is a random scale from 5000 years to a day.
func view(r *rand.Rand) Scale {
	n := math.Exp(r.Float64() * math.Log(5000*365.25))
	at := (r.Float64() - 0.5) * 6000 * 365
	if n < 36525 {
		at = (r.Float64() - 0.5) * 200 * 365
	}
	return Scale{Span{at, at + n}, 40, 40 + 150 + r.Float64()*3700}
}

func TestTicksProperties(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	var a Axis
	for range 3000 {
		s := view(r)
		Ticks(&a, s, room)
		apart(t, s, a.Ticks, room(a.Grain))
		apart(t, s, a.Minor, MinorRoom)
		if a.Fine.Step > 0 { // minor and labelled ticks together are the finer grain, each once
			if all := list(nil, a.Fine, s.Span); len(all) != len(a.Minor)+len(a.Ticks) {
				t.Fatalf("%v: %d minor and %d labelled ticks of %d", s, len(a.Minor), len(a.Ticks), len(all))
			}
		}
		for _, k := range a.Ticks {
			if p := k.Date.Precision(); a.Grain.Unit == Years && p != civil.ToYear || a.Grain.Unit == Months && p != civil.ToMonth || a.Grain.Unit == Days && p != civil.ToDay {
				t.Fatalf("%v: %v has the wrong precision for %v", s, k.Date, a.Grain)
			}
			if k.At != k.Date.Start() {
				t.Fatalf("%v: %v stands at %v", s, k.Date, k.At)
			}
		}
		if a.Grain.Unit == Years {
			if len(a.Contexts) > 0 || a.Context.Step != 0 {
				t.Fatalf("%v: years need no context", s)
			}
			continue
		}
		if len(a.Contexts) == 0 || a.Contexts[0].At > s.Start || a.Contexts[0].Date.End() <= s.Start {
			t.Fatalf("%v: no context holds the start: %s", s, dates(a.Contexts))
		}
		for i, k := range a.Contexts[1:] {
			if k.At != a.Contexts[i].Date.End() || !s.Has(k.At) {
				t.Fatalf("%v: contexts %s", s, dates(a.Contexts))
			}
		}
	}
}

func apart(t *testing.T, s Scale, ticks []Tick, room float64) {
	t.Helper()
	for i, k := range ticks {
		if !s.Has(k.At) {
			t.Fatalf("%v: tick %v is outside", s, k.Date)
		}
		if i > 0 && s.Px(k.At)-s.Px(ticks[i-1].At) < room-1e-6 {
			t.Fatalf("%v: ticks %v and %v are closer than %v", s, ticks[i-1].Date, k.Date, room)
		}
	}
}

// Panning changes no tick that both views show, labelled or not.
func TestTicksKeepWhilePanning(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	var a, b Axis
	for range 2000 {
		s := view(r)
		moved := s
		moved.Span = s.Pan((r.Float64() - 0.5) * s.Len())
		Ticks(&a, s, room)
		Ticks(&b, moved, room)
		if a.Grain != b.Grain || a.Fine != b.Fine {
			t.Fatalf("%v: grain %v, fine %v became %v, %v", s, a.Grain, a.Fine, b.Grain, b.Fine)
		}
		both := Span{max(s.Start, moved.Start), min(s.End, moved.End)}
		if x, y := within(a.Ticks, both), within(b.Ticks, both); !slices.Equal(x, y) {
			t.Fatalf("%v: %s became %s", s, dates(x), dates(y))
		}
		if x, y := within(a.Minor, both), within(b.Minor, both); !slices.Equal(x, y) {
			t.Fatalf("%v: minor %s became %s", s, dates(x), dates(y))
		}
	}
}

func within(ticks []Tick, s Span) (out []Tick) {
	for _, k := range ticks {
		if s.Has(k.At) {
			out = append(out, k)
		}
	}
	return out
}

// Zooming in never makes the grain coarser.
func TestGrainFollowsZoom(t *testing.T) {
	var a Axis
	order := grains()
	last := -1
	for s := (Scale{Span{instant(t, "-2999"), instant(t, "2001")}, 0, 1130}); s.Len() > 1; s.Span = s.Zoom(0.93, instant(t, "1953-07-27")) {
		Ticks(&a, s, room)
		at := slices.Index(order[:], a.Grain)
		if at < last {
			t.Fatalf("at %v days the grain fell back to %v", s.Len(), a.Grain)
		}
		last = at
	}
	if last != len(order)-1 {
		t.Errorf("a day shows %v", a.Grain)
	}
}

func TestTicksReuse(t *testing.T) {
	var a Axis
	s := Scale{Span{instant(t, "2024-01-10"), instant(t, "2024-03-20")}, 0, 200}
	for _, n := range []float64{1, 2, 4, 40, 4000} {
		z := s
		z.Span = s.Zoom(n, s.Mid())
		Ticks(&a, z, room)
		if got := testing.AllocsPerRun(50, func() { Ticks(&a, z, room) }); got != 0 {
			t.Errorf("%v days: %v allocations a frame", z.Len(), got)
		}
	}
}

func TestGrainLeast(t *testing.T) {
	for _, g := range grains() {
		least := math.Inf(1)
		d := g.floor(instant(t, "1580"))
		for d.Year < 2500 {
			n := g.next(d)
			if n != g.floor(n.Start()) || d != g.floor(n.Start()-1) {
				t.Fatalf("%v: after %v comes %v", g, d, n)
			}
			least = min(least, n.Start()-d.Start())
			d = n
		}
		if g.Least() > least || g.Least() < least*0.999-0.01 {
			t.Errorf("%v: Least %v, measured %v", g, g.Least(), least)
		}
	}
}
