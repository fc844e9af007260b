package story

import (
	"math"
	"os"
	"testing"
	"unicode/utf8"

	"rentang/viz/civil"
)

// builtin is the built-in story, in which not even a warning is allowed.
func builtin(t testing.TB) *Story {
	t.Helper()
	s, problems := Decode(os.DirFS("../../assets/story"))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return s
}

// counts compares a tally with what it must be, key by key.
func counts[K comparable](t *testing.T, what string, got, want map[K]int) {
	t.Helper()
	for k, n := range want {
		if got[k] != n {
			t.Errorf("%s: %v: %d, want %d", what, k, got[k], n)
		}
	}
	for k, n := range got {
		if _, found := want[k]; !found {
			t.Errorf("%s: %v: %d, want none", what, k, n)
		}
	}
}

// The counts of the built-in story, so that no event can be lost unseen. Whoever
// changes the story changes them here, knowingly.
func TestBuiltinEvents(t *testing.T) {
	s := builtin(t)
	if len(s.Events) != 83 {
		t.Errorf("%d events", len(s.Events))
	}
	importance, kind, decade := map[int]int{}, map[string]int{}, map[int]int{}
	lasting, photos, citations, noteLength := 0, 0, 0, 0
	lengths := map[string]int{}
	for i, e := range s.Events {
		importance[e.Importance]++
		kind[e.Kind]++
		decade[e.When.From.Year/10*10]++
		if e.When.HasEnd {
			lasting++
		}
		if e.Photo != nil {
			photos++
		}
		citations += len(e.Sources)
		noteLength += utf8.RuneCountInString(e.Note)
		for _, language := range s.Languages {
			lengths[language+" title"] += utf8.RuneCountInString(e.Title.In(language))
			lengths[language+" short"] += utf8.RuneCountInString(e.Short.In(language))
			lengths[language+" caption"] += utf8.RuneCountInString(e.Caption.In(language))
		}
		if !e.Verified || e.Place == nil {
			t.Errorf("%s: verified %v, place %v", e.ID, e.Verified, e.Place)
		}
		if i > 0 && e.When.Start() < s.Events[i-1].When.Start() {
			t.Errorf("%s stands before an earlier event", e.ID)
		}
	}
	counts(t, "importance", importance, map[int]int{2: 15, 3: 32, 4: 24, 5: 12})
	counts(t, "kind", kind, map[string]int{"diplomacy": 34, "treaty": 6, "rupture": 4, "war": 7, "military": 13,
		"nuclear": 7, "aid": 2, "economy": 10})
	counts(t, "decade", decade, map[int]int{1940: 8, 1950: 11, 1960: 8, 1970: 2, 1980: 7, 1990: 11, 2000: 6, 2010: 5, 2020: 25})
	counts(t, "characters", lengths, map[string]int{
		"id title": 2791, "id short": 1662, "id caption": 16701, "en title": 2669, "en short": 1682, "en caption": 15783,
		"ko title": 1227, "ko short": 940, "ko caption": 7172, "ru title": 2545, "ru short": 1733, "ru caption": 15614})
	counts(t, "parts", map[string]int{"with an end": lasting, "photos": photos, "sources": citations, "characters of notes": noteLength},
		map[string]int{"with an end": 38, "photos": 21, "sources": 269, "characters of notes": 4806})
}

func TestBuiltinFlows(t *testing.T) {
	s := builtin(t)
	rows, basis := map[string]int{}, map[Basis]int{}
	total := map[string][3]float64{}
	tenths := map[string]map[int]int{} // central, in tenths of the unit, by kind and decade
	references, noteLength := 0, 0
	for _, f := range s.Flows {
		name := f.Direction + " " + f.Kind
		rows[name]++
		basis[f.Basis]++
		sum := total[f.Direction]
		total[f.Direction] = [3]float64{sum[0] + f.Low, sum[1] + f.Central, sum[2] + f.High}
		if tenths[name] == nil {
			tenths[name] = map[int]int{}
		}
		tenths[name][f.Year/10*10] += int(math.Round(f.Central * 10))
		references += len(f.Sources)
		noteLength += len(f.Note)
	}
	counts(t, "rows", rows, map[string]int{"to_dprk economic": 78, "to_dprk military": 56, "to_dprk energy": 3,
		"to_dprk food": 13, "to_dprk unsplit": 4, "from_dprk arms": 3})
	counts(t, "basis", basis, map[Basis]int{Documented: 8, Derived: 94, Interpolated: 9, Placeholder: 46})
	for name, want := range map[string]map[int]int{
		"to_dprk economic": {1940: 3350, 1950: 44590, 1960: 19780, 1970: 56020, 1980: 84240, 1990: 14270, 2000: 2112, 2010: 1521, 2020: 124},
		"to_dprk military": {1940: 11390, 1950: 70260, 1960: 45530, 1970: 41800, 1980: 44660, 1990: 3710, 2000: 350},
		"to_dprk energy":   {2000: 1050, 2020: 940},
		"to_dprk food":     {2000: 292, 2010: 826, 2020: 170},
		"to_dprk unsplit":  {2020: 12510},
		"from_dprk arms":   {2020: 77060},
	} {
		counts(t, name+" central, in tenths of a million", tenths[name], want)
	}
	for direction, want := range map[string][3]float64{
		"to_dprk": {23095.1, 45949.5, 77972.6}, "from_dprk": {5007, 7706, 9808},
	} {
		for i, sum := range total[direction] {
			if math.Abs(sum-want[i]) > 1e-6 {
				t.Errorf("%s: low, central, high %v, want %v", direction, total[direction], want)
				break
			}
		}
	}
	if references != 345 || noteLength != 13411 {
		t.Errorf("%d references to sources, want 345; %d bytes of notes, want 13411", references, noteLength)
	}
}

func TestBuiltinRest(t *testing.T) {
	s := builtin(t)
	meaning, years, measure, verified := map[Meaning]int{}, map[Meaning]int{}, map[string]int{}, map[string]int{}
	for _, g := range s.Gaps {
		meaning[g.Meaning]++
		years[g.Meaning] += g.To - g.From + 1
	}
	counts(t, "gaps", meaning, map[Meaning]int{NoneFound: 11, Unknown: 5, InsideOther: 8})
	counts(t, "years of gaps", years, map[Meaning]int{NoneFound: 301, Unknown: 86, InsideOther: 112})
	value := 0.0
	for _, m := range s.Series {
		measure[m.Measure]++
		value += m.Value
	}
	counts(t, "series", measure, map[string]int{"crude_oil_deliveries": 7, "debt_stock": 7, "debt_stock_rub": 1,
		"debt_written_off": 2, "debt_written_off_market_rate": 1, "dprk_troops_sent_cumulative": 2,
		"dprk_workers_in_russia": 7, "heavy_fuel_oil_aid": 2, "petroleum_estimated": 1, "petroleum_reported_un": 5,
		"shells_cumulative_csis": 1, "shells_cumulative_fnf_high": 1, "shells_cumulative_fnf_low": 1,
		"shells_cumulative_nis": 3, "shells_cumulative_ukraine": 1, "sipri_tiv": 61, "sipri_tiv_local_share": 42,
		"sipri_tiv_transfers": 2, "trade_turnover": 36, "trade_turnover_high": 2, "trade_turnover_low": 2})
	index, factor := 0.0, 0.0
	for _, d := range s.Deflator {
		index += d.Index
		factor += d.Factor
	}
	for _, c := range []struct {
		what      string
		got, want float64
	}{
		{"sum of the series", value, 1718447.603},
		{"sum of the price index", index, 10167.799},
		{"sum of the factors", factor, 439.3882},
		{"years of the price index", float64(len(s.Deflator)), 82},
		{"bytes of the method", float64(len(s.Method)), 9300},
	} {
		if math.Abs(c.got-c.want) > 1e-6 {
			t.Errorf("%s: %v, want %v", c.what, c.got, c.want)
		}
	}
	for _, source := range s.Sources {
		verified[source.Verified]++
	}
	counts(t, "sources", verified, map[string]int{"yes": 76, "derived": 10, "no": 3})
	spans := map[string]int{}
	for _, strip := range s.Strips {
		spans[strip.ID] = len(strip.Spans)
		if !strip.Spans[len(strip.Spans)-1].When.Open {
			t.Errorf("strip %s ends", strip.ID)
		}
	}
	counts(t, "spans", spans, map[string]int{"moscow": 11, "pyongyang": 3})
	if len(s.Parties) != 2 || s.Parties[0].Label.In("id") != "Moskow" || s.Parties[1].Label.In("ko") != "평양" || s.Parties[1].Lon != 125.7381 {
		t.Errorf("parties: %+v", s.Parties)
	}
	if s.Start != (civil.Date{Year: 1945}) || s.End != (civil.Date{Year: 2026}) || s.Scale != 1e6 ||
		s.Amount.In("en") != "${n} a year" || s.Licence != "CC BY 4.0" || s.Languages[0] != "id" || len(s.Languages) != 4 {
		t.Errorf("%v to %v, scale %v, amount %v, licence %q, languages %v", s.Start, s.End, s.Scale, s.Amount, s.Licence, s.Languages)
	}
	if len(s.Remarks) != 1 || s.Remarks[0].Kind != "unsplit" || s.Remarks[0].From != 2023 {
		t.Errorf("remarks: %+v", s.Remarks)
	}
}
