package lang

import "testing"

func TestCounts(t *testing.T) {
	count := func(n int) func(*Language) string { return func(l *Language) string { return l.Count(CountEvents, n) } }
	check4(t, []row{
		{"none", count(0), "0 peristiwa", "0 events", "사건 0건", "0 событий"},
		{"one", count(1), "1 peristiwa", "1 event", "사건 1건", "1 событие"},
		{"few", count(3), "3 peristiwa", "3 events", "사건 3건", "3 события"},
		{"many", count(5), "5 peristiwa", "5 events", "사건 5건", "5 событий"},
		{"eleven is many", count(11), "11 peristiwa", "11 events", "사건 11건", "11 событий"},
		{"twelve is many", count(12), "12 peristiwa", "12 events", "사건 12건", "12 событий"},
		{"twenty-one is one in Russian", count(21), "21 peristiwa", "21 events", "사건 21건", "21 событие"},
		{"the story", count(83), "83 peristiwa", "83 events", "사건 83건", "83 события"},
		{"a hundred and eleven", count(111), "111 peristiwa", "111 events", "사건 111건", "111 событий"},
		{"a key that is none", func(l *Language) string { return l.Count("cats", 2) }, "cats", "cats", "cats", "cats"},
	})
}

func TestWords(t *testing.T) {
	check4(t, []row{
		{"a word", func(l *Language) string { return l.Word(Play) }, "Putar", "Play", "재생", "Воспроизвести"},
		{"a key that is none", func(l *Language) string { return l.Word("nothing") }, "nothing", "nothing", "nothing", "nothing"},
		{"places, in another order in Korean", func(l *Language) string { return l.Fill(Of, "n", "42", "all", "83") }, "42 dari 83", "42 of 83", "83건 중 42번째", "42 из 83"},
		{"scale bar", func(l *Language) string { return l.Fill(LegendEquals, "amount", "$1") }, "= $1", "= $1", "= $1", "= $1"},
		{"a photo that is not here", func(l *Language) string { return l.Fill(PhotoAbsent, "credit", "TASS") },
			"Foto: TASS (tidak disertakan di sini)", "Photo: TASS (not included here)", "사진: TASS (싣지 않음)", "Фото: TASS (здесь не приводится)"},
		{"kind", func(l *Language) string { return l.Kind("treaty") }, "Perjanjian", "Treaty", "조약", "Договор"},
		{"a kind that nobody named", func(l *Language) string { return l.Kind("festival") }, "festival", "festival", "festival", "festival"},
		{"basis", func(l *Language) string { return l.Basis("placeholder") }, "Asumsi", "Assumed", "가정", "Допущение"},
		{"gap", func(l *Language) string { return l.Gap("none_found") }, "Tidak ditemukan", "None found", "확인된 것 없음", "Не найдено"},
	})
}

// A value is never searched for places, and what is not given stays.
func TestFill(t *testing.T) {
	l := load(t, "en")
	for _, c := range []struct {
		name  string
		key   Key
		pairs []string
		want  string
	}{
		{"a value that looks like a place", Of, []string{"n", "{all}", "all", "{n}"}, "{all} of {n}"},
		{"a place that is not given", Of, []string{"n", "1"}, "1 of {all}"},
		{"a pair without its value", Of, []string{"n", "1", "all"}, "1 of {all}"},
		{"a place that is not there", Play, []string{"n", "1"}, "Play"},
		{"no pairs", Of, nil, "{n} of {all}"},
	} {
		if got := l.Fill(c.key, c.pairs...); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
	for pattern, want := range map[string]string{"{": "{", "a{b": "a{b", "{}": "{}", "}{": "}{", "{n}{n}": "11", "": ""} {
		if got := expand(pattern, func(n string) (string, bool) { return "1", n == "n" }); got != want {
			t.Errorf("%q: %q, want %q", pattern, got, want)
		}
	}
}

func TestWordsAreACopy(t *testing.T) {
	l := load(t, "en")
	l.Words()[Play] = "changed"
	if l.Word(Play) != "Play" {
		t.Error("the map is shared")
	}
}
