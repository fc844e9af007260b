package story

import (
	"maps"
	"strings"
	"testing"
	"testing/fstest"
)

// sample is a small story in which every kind of field occurs. Tests change one
// thing in it.
var sample = map[string]string{
	storyFile: `{
  "id": "two-towns",
  "languages": ["en", "ko"],
  "start": "1950",
  "end": "1953",
  "title": {"en": "Two towns", "ko": "두 도시"},
  "subtitle": {"en": "What moved", "ko": "오간 것"},
  "note": {"en": "A note", "ko": "알림"},
  "source_line": {"en": "Source: archive", "ko": "출처: 기록"},
  "unit": {"en": "tonnes a year", "ko": "연간 톤"},
  "scale": 1000,
  "amount": {"en": "{n} tonnes", "ko": "{n}톤"},
  "licence": "CC BY 4.0", "parties": [{"id": "north", "label": {"en": "North", "ko": "북"}, "lat": 50, "lon": -5.25}, {"id": "south", "label": {"en": "South", "ko": "남"}, "lat": -0.5, "lon": 180}],
  "remarks": [{"kind": "grain", "from": 1952, "text": {"en": "on credit", "ko": "외상"}}],
  "directions": [
    {"id": "out", "side": "above", "label": {"en": "Out", "ko": "보냄"}, "kinds": [
      {"id": "grain", "label": {"en": "Grain", "ko": "곡물"}},
      {"id": "coal", "label": {"en": "Coal", "ko": "석탄"}}]},
    {"id": "back", "side": "below", "label": {"en": "Back", "ko": "돌아옴"}, "kinds": [
      {"id": "grain", "label": {"en": "Seed", "ko": "종자"}}]}
  ],
  "strips": [
    {"id": "mayor", "side": "above", "label": {"en": "Mayors", "ko": "시장"}, "spans": [
      {"start": "1950", "end": "1951-05-01", "label": {"en": "Ada", "ko": "에이다"}},
      {"start": "1951-05-01", "end": null, "label": {"en": "Ben", "ko": "벤"}}]}
  ]
}
`,
	eventsFile: `[
  {"id": "treaty", "start": "1951-02-03", "end": null, "kind": "treaty", "importance": 5,
   "place": {"name": {"en": "Bridge", "ko": "다리"}, "lat": 39.5, "lon": -125.25},
   "title": {"en": "The treaty", "ko": "조약"},
   "short": {"en": "Treaty", "ko": "조약"},
   "caption": {"en": "They sign.", "ko": "서명한다."},
   "photo": {"file": "photos/sign.jpg", "credit": "A. Person / Agency", "holder": "Agency", "date": "1951-02",
    "description": {"en": "Two people sign.", "ko": "두 사람이 서명한다."}},
   "sources": [{"title": "Minutes", "publisher": "Archive", "date": "1951-02-04", "address": "https://example.org/a?b=c"}],
   "note": "checked\ntwice", "verified": true},
  {"id": "flood", "start": "1950-07", "end": "1950-08-02", "kind": "aid", "importance": 1,
   "title": {"en": "The flood", "ko": "홍수"}, "caption": {"en": "It rains.", "ko": "비가 온다."}},
  {"id": "build", "start": "1952", "end": "open", "kind": "economy", "importance": 3,
   "title": {"en": "Building", "ko": "건설"}, "caption": {"en": "They build.", "ko": "짓는다."}}
]
`,
	flowsFile: `year,direction,kind,low,central,high,basis,sources,note
1950,out,grain,1,2,3.5,documented,A1,
1951,out,grain,0,0,0,derived,A1|B-2,"a, ""b"""
1952,out,grain,1,1,1,interpolated,A1,
1953,out,grain,10,20,30,placeholder,B-2,
1950,back,grain,1,2,3,documented,A1,
`,
	gapsFile: `direction,kind,from,to,meaning,reason
out,coal,1950,1953,unknown,Books burnt
back,grain,1951,1953,none_found,Nothing found
back,people,1950,1953,inside_other,No band
`,
	sourcesFile: `key,title,publisher,year,address,verified
A1,Ledger,Archive,1954,https://example.org/ledger,yes
B-2,Letters,,n.d.,,no
`,
	seriesFile: `year,measure,value,unit,basis,sources,note
1950,trade_balance,-3.5,tonnes,documented,A1,
`,
	deflatorFile: `year,cpi_u,factor_to_2024,basis
1950,24.1,13.0161,recalled
`,
	methodFile: "# Method\n\n\tIndented. ≤\n",
}

// folder is the sample as a file system.
func folder() fstest.MapFS { return folderOf(sample) }

func folderOf(files map[string]string) fstest.MapFS {
	dir := fstest.MapFS{}
	for name, text := range files {
		dir[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return dir
}

// edited is the sample with one text in one file replaced.
func edited(t testing.TB, file, old, new string) fstest.MapFS {
	t.Helper()
	files := maps.Clone(sample)
	if !strings.Contains(files[file], old) {
		t.Fatalf("%s does not hold %q", file, old)
	}
	files[file] = strings.Replace(files[file], old, new, 1)
	return folderOf(files)
}

// mustDecode decodes a folder in which nothing is wrong.
func mustDecode(t testing.TB, dir fstest.MapFS) *Story {
	t.Helper()
	s, problems := Decode(dir)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return s
}
