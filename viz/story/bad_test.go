package story

import (
	"maps"
	"strings"
	"testing"
	"testing/fstest"
)

// bad is one thing wrong in the sample, and a part of the line that must report it.
type bad struct {
	file, old, new string
	line           string // "file:line: field: " and the beginning of what is wrong
}

var badStory = []bad{
	{storyFile, `"subtitle"`, `"subtitel"`, `story.json:7: subtitel: unknown field, did you mean "subtitle"? expected id, languages, `},
	{storyFile, `"id": "two-towns"`, `"id": 7`, "story.json:2: id: is a number, expected an id of a-z, 0-9 and hyphens"},
	{storyFile, `"two-towns"`, `"Two Towns"`, `story.json:2: id: "Two Towns", expected an id`},
	{storyFile, `"id": "two-towns",`, "", "story.json:1: id: missing, expected an id"},
	{storyFile, `"id": "two-towns"`, `"id": "a", "id": "b"`, "story.json:2: id: occurs twice"},
	{storyFile, `["en", "ko"]`, `["en", "ko", "EN"]`, `story.json:3: languages[2]: "EN" is not a language, expected a BCP 47`},
	{storyFile, `["en", "ko"]`, `["en", "ko", "en"]`, `story.json:3: languages[2]: "en" occurs twice`},
	{storyFile, `["en", "ko"]`, `["en", "ko", 3]`, "story.json:3: languages[2]: is a number"},
	{storyFile, `["en", "ko"]`, `[]`, "story.json:3: languages: is empty"},
	{storyFile, `["en", "ko"]`, `"en"`, "story.json:3: languages: is a text, expected a list"},
	{storyFile, `"1950"`, `1950`, `story.json:4: start: is a number, expected a date in quotes`},
	{storyFile, `"end": "1953"`, `"end": "1949"`, "story.json:5: end: 1949 is before the start, 1950"},
	{storyFile, `"Two towns", "ko"`, `"Two towns", "kr"`, `story.json:6: title.kr: unknown language, did you mean "ko"? expected en or ko`},
	{storyFile, `"Two towns", "ko": "두 도시"`, `"Two towns"`, "story.json:6: title.ko: missing translation, expected a text in every language of the story: en, ko"},
	{storyFile, `"두 도시"`, `" "`, "story.json:6: title.ko: is empty"},
	{storyFile, `"ko": "두 도시"`, `"ko": "x", "ko": "y"`, "story.json:6: title.ko: occurs twice"},
	{storyFile, `"Two towns"`, `["Two towns"]`, "story.json:6: title.en: is a list, expected a text"},
	{storyFile, `{"en": "Two towns", "ko": "두 도시"}`, `"Two towns"`, "story.json:6: title: is a text, expected a text in every language"},
	{storyFile, `"Two towns"`, `"Two \u202etowns"`, "story.json:6: title.en: direction override U+202E, expected it to be removed"},
	{storyFile, `"Two towns"`, `"Two \u2067towns"`, "story.json:6: title.en: direction override U+2067"},
	{storyFile, `"Two towns"`, `"Two \u0007towns"`, "story.json:6: title.en: control character U+0007"},
	{storyFile, `"Two towns"`, `"Two \u0085towns"`, "story.json:6: title.en: a line break"},
	{storyFile, `"Two towns"`, `"Two\ntowns"`, "story.json:6: title.en: a line break in the text, expected one paragraph"},
	{storyFile, `"Two towns"`, `"Two\ttowns"`, "story.json:6: title.en: a tab"},
	{storyFile, `"Two towns"`, `"Two \ufeff towns"`, "story.json:6: title.en: a byte-order mark inside"},
	{storyFile, `"Two towns"`, "\"Two \ufffd towns\"", "story.json:6: title.en: the replacement character U+FFFD"},
	{storyFile, "1000", "0", "story.json:11: scale: 0, expected what 1 in flows.csv stands for"},
	{storyFile, "1000", "1e400", "story.json:11: scale: 1e400, expected"},
	{storyFile, "1000", "-1", "story.json:11: scale: -1, expected"},
	{storyFile, "1000", "NaN", "story.json:11: column 12: unexpected 'N', expected a value"},
	{storyFile, `{n}톤`, `톤`, `story.json:12: amount.ko: "톤", expected {n} once`},
	{storyFile, `"lon": -5.25`, `"lon": -185.25`, "story.json:13: parties[0].lon: -185.25, expected degrees of longitude from -180 to 180"},
	{storyFile, `"lat": 50`, `"lat": "50"`, "story.json:13: parties[0].lat: is a text, expected degrees of latitude"},
	{storyFile, `"id": "south"`, `"id": "north"`, `story.json:13: parties[1].id: "north" occurs twice`},
	{storyFile, `"South", "ko": "남"`, `"South"`, "story.json:13: parties[1].label.ko: missing translation"},
	{storyFile, `"lat": -0.5, "lon": 180}]`, `"lat": -0.5, "lon": 180}, {}]`, "story.json:13: parties: 3 entries, expected at most 2"},
	{storyFile, `, {"id": "south", "label": {"en": "South", "ko": "남"}, "lat": -0.5, "lon": 180}]`, `]`, "story.json:13: parties: 1 entry, expected a list of the two parties, or no such field"},
	{storyFile, `"parties": [`, `"parties": [], "party": [`, "story.json:13: parties: is empty, expected a list of the two parties"},
	{storyFile, `"parties": [`, `"parties": {}, "party": [`, "story.json:13: parties: is an object, expected a list of the two parties"},
	{storyFile, `{"kind": "grain"`, `{"kind": "grian"`, `story.json:14: remarks[0].kind: unknown kind "grian", did you mean "grain"?`},
	{storyFile, `"from": 1952`, `"from": 1960`, "story.json:14: remarks[0].from: 1960 is outside the story, expected 1950 to 1953"},
	{storyFile, `"from": 1952`, `"from": 1952.5`, "story.json:14: remarks[0].from: 1952.5, expected a year"},
	{storyFile, `"side": "below"`, `"side": "bellow"`, `story.json:19: directions[1].side: "bellow", did you mean "below"? expected above or below`},
	{storyFile, `"side": "below"`, `"side": "above"`, `story.json:19: directions[1].side: the side of "out"`},
	{storyFile, `"id": "back"`, `"id": "out"`, `story.json:19: directions[1].id: "out" occurs twice`},
	{storyFile, `"id": "coal"`, `"id": "grain"`, `story.json:18: directions[0].kinds[1].id: "grain" occurs twice`},
	{storyFile, `"source_line"`, `"source_line_"`, "story.json:1: source_line: missing, expected the line under the picture"},
	{storyFile, `"1951-05-01", "label"`, `"1949-05-01", "label"`, "story.json:24: strips[0].spans[0].end: 1949-05-01 is before the start, 1950"},
	{storyFile, `{"start": "1951-05-01"`, `{"start": "1951-04-01"`, "story.json:25: strips[0].spans[1]: begins before 1950..1951-05-01 has ended"},
	{storyFile, `"start": "1950"`, `"start": "195X"`, `story.json:4: start: 195X is not exact, expected a year, a month or a day`},
	{storyFile, `"end": "1953"`, `"end": "1953?"`, `story.json:5: end: 1953? is not exact`},
	{storyFile, `"licence"`, `"$schema": 7, "licence"`, `story.json:13: ["$schema"]: is a number`},
	{storyFile, `"licence"`, `"groups": [{"id": "a", "label": {"en": "A"}}], "licence"`, `story.json:13: groups[0].label.ko: missing translation`},
	{storyFile, `"licence"`, `"groups": [{"id": "a", "label": {"en": "A", "ko": "가"}}, {"id": "a", "label": {"en": "B", "ko": "나"}}], "licence"`, `story.json:13: groups[1].id: "a" occurs twice`},
	{storyFile, `"licence"`, `"groups": {"id": "a"}, "licence"`, `story.json:13: groups: is an object, expected a list of groups`},
	{storyFile, `{"start": "1951-05-01", "end": null`, `{"start": "1951-05-01", "end": "unknown"`, `story.json:25: strips[0].spans[1].end: "unknown" is not a date`},
	{storyFile, `{"start": "1951-05-01", "end": null`, `{"start": "1951-05-01", "end": ""`, `story.json:25: strips[0].spans[1].end: the date is empty`},
	{storyFile, `"strips": [`, `"strips": [,`, "story.json:22: column 14: unexpected ',', expected a value"},
	{storyFile, "\"벤\"}}]}\n  ]", "\"벤\"}}]},\n  ]", "story.json:25: column"},
}

var badEvents = []bad{
	{eventsFile, `"caption"`, `"captoin"`, `events.json:6: events[0].captoin: unknown field, did you mean "caption"?`},
	{eventsFile, `"1950-08-02"`, `"1950-02-30"`, "events.json:11: events[1].end: day 30 does not exist, 1950-02 has 28 days"},
	{eventsFile, `"1951-02-03"`, `"1951-13"`, "events.json:2: events[0].start: month 13 does not exist, expected 01 to 12"},
	{eventsFile, `"1951-02-03"`, `"3 February 1951"`, `events.json:2: events[0].start: "3 February 1951" is not a date, expected 1945, 1945-08 or 1945-08-09`},
	{eventsFile, `"1951-02-03"`, `"194X"`, "events.json:2: events[0].start: 194X is outside the story, expected a date from 1950 to 1953"},
	{eventsFile, `"1951-02-03"`, `"195X"`, "events.json:2: events[0].start: the middle of 195X is outside the story"}, // where its mark would stand
	{eventsFile, `"1951-02-03"`, `"1951-21"`, `events.json:2: events[0].start: "1951-21" is a season, expected its months`},
	{eventsFile, `"1951-02-03"`, `"1950/1951"`, `events.json:2: events[0].start: "1950/1951" is not a date, expected one date; the two ends of a span`},
	{eventsFile, `"end": "open"`, `"end": "opne"`, `events.json:13: events[2].end: "opne" is not a date, did you mean "open"?`},
	{eventsFile, `"end": "open"`, `"end": "..."`, `events.json:13: events[2].end: "..." is not a date`},
	{eventsFile, `"end": "open"`, `"end": ""`, `events.json:13: events[2].end: is empty, which means that nobody knows the end, expected "unknown" to say so`}, // a warning
	{eventsFile, `"kind": "aid"`, `"kind": "aid", "group": "river"`, `events.json:11: events[1].group: unknown group "river", expected groups in story.json`},
	{eventsFile, `"kind": "aid"`, `"kind": "aid", "group": ["river"]`, `events.json:11: events[1].group: is a list, expected the id of a group`},
	{eventsFile, `"1951-02-03"`, `null`, "events.json:2: events[0].start: is null, expected a date in quotes"},
	{eventsFile, `"1950-08-02"`, `"1950-06-30"`, `events.json:11: events[1].end: 1950-06-30 is before the start, 1950-07, expected a later date, null or "open"`},
	{eventsFile, `"1951-02-03"`, `"1949-12-31"`, "events.json:2: events[0].start: 1949-12-31 is outside the story, expected a date from 1950 to 1953"},
	{eventsFile, `"1951-02-03"`, `"1954-01-01"`, "events.json:2: events[0].start: 1954-01-01 is outside the story"},
	{eventsFile, `"id": "flood"`, `"id": "treaty"`, `events.json:11: events[1].id: "treaty" is already the id of the event at line 2`},
	{eventsFile, `"id": "flood"`, `"id": "Flood!"`, `events.json:11: events[1].id: "Flood!", expected an id`},
	{eventsFile, `"kind": "treaty"`, `"kind": "Treaties"`, `events.json:2: events[0].kind: "Treaties", did you mean "treaty"? expected diplomacy, treaty, `},
	{eventsFile, `"importance": 5`, `"importance": 6`, "events.json:2: events[0].importance: 6, expected a whole number from 1 (least) to 5"},
	{eventsFile, `"importance": 5`, `"importance": "5"`, "events.json:2: events[0].importance: is a text, expected a whole number"},
	{eventsFile, `"importance": 5`, `"importance": 4.5`, "events.json:2: events[0].importance: 4.5"},
	{eventsFile, `"lat": 39.5`, `"lat": 390.5`, "events.json:3: events[0].place.lat: 390.5, expected degrees of latitude"},
	{eventsFile, `"lon": -125.25`, `"lon": -180.1`, "events.json:3: events[0].place.lon: -180.1"},
	{eventsFile, `, "lon": -125.25`, ``, "events.json:3: events[0].place.lon: missing"},
	{eventsFile, `"The treaty", "ko": "조약"`, `"The treaty"`, "events.json:4: events[0].title.ko: missing translation"},
	{eventsFile, `"Treaty", "ko": "조약"`, `"Treaty"`, "events.json:5: events[0].short.ko: missing translation"},
	{eventsFile, `"caption": {"en": "They sign.", "ko": "서명한다."},`, ``, "events.json:2: events[0].caption: missing"},
	{eventsFile, `They sign.`, strings.Repeat("x", 1e6), "events.json:6: events[0].caption.en: 1000000 characters, expected at most 4000"},
	{eventsFile, `"The treaty"`, `"` + strings.Repeat("조", 201) + `"`, "events.json:4: events[0].title.en: 201 characters, expected at most 200"},
	{eventsFile, `"credit": "A. Person / Agency", `, ``, "events.json:7: events[0].photo.credit: missing, expected who took the photo"},
	{eventsFile, `"A. Person / Agency"`, `""`, "events.json:7: events[0].photo.credit: is empty"},
	{eventsFile, `"Two people sign.", "ko"`, `"Two people sign.", "uk"`, "events.json:8: events[0].photo.description.ko: missing translation"},
	{eventsFile, `photos/sign.jpg`, `../sign.jpg`, `events.json:7: events[0].photo.file: "../sign.jpg", expected a path inside the story folder`},
	{eventsFile, `photos/sign.jpg`, `https://example.org/a.jpg`, `events.json:7: events[0].photo.file: "https://example.org/a.jpg", expected a path inside`},
	{eventsFile, `photos/sign.jpg`, `photos/sign.svg`, `events.json:7: events[0].photo.file: "photos/sign.svg", expected a file .jpg`},
	{eventsFile, `"date": "1951-02",`, `"date": "Feb 1951",`, `events.json:7: events[0].photo.date: "Feb 1951" is not a date`},
	{eventsFile, `https://example.org/a?b=c`, `javascript:alert(1)`, `events.json:9: events[0].sources[0].address: scheme "javascript", expected an address that begins with https:`},
	{eventsFile, `https://example.org/a?b=c`, `data:text/html,x`, `events.json:9: events[0].sources[0].address: scheme "data"`},
	{eventsFile, `https://example.org/a?b=c`, `www.example.org`, `events.json:9: events[0].sources[0].address: "www.example.org" has no scheme`},
	{eventsFile, `https://example.org/a?b=c`, `https:///a`, `events.json:9: events[0].sources[0].address: "https:///a" has no host`},
	{eventsFile, `https://example.org/a?b=c`, `https://bank.example@evil.example/`, `events.json:9: events[0].sources[0].address: "https://bank.example@evil.example/" hides its host`},
	{eventsFile, `https://example.org/a?b=c`, `https://example.org/\"onload=`, `events.json:9: events[0].sources[0].address: "https://example.org/\"onload=" has a space or a character`},
	{eventsFile, `"title": "Minutes"`, `"title": null`, "events.json:9: events[0].sources[0].title: is null"},
	{eventsFile, `checked\ntwice`, `checked\u0000`, "events.json:10: events[0].note: control character U+0000"},
	{eventsFile, `"verified": true`, `"verified": "yes"`, "events.json:10: events[0].verified: is a text, expected true or false"},
	{eventsFile, `"verified": true`, `"verified": false`, "events.json:10: events[0].verified: the date and the fact are not verified"},
	{eventsFile, "[\n", "{\"events\": [\n", "events.json:16: column 1: the file ends too early, expected a comma or '}'"},
	{eventsFile, `"title"`, `"ti` + "\x1b" + `tle"`, "events.json:4: column"},
	{eventsFile, `"title"`, `"ti\u001btle"`, `events.json:4: events[0]["ti\x1btle"]: unknown field`},
}

var badTables = []bad{
	{flowsFile, "central", "centre", `flows.csv:1: column centre: unknown column, did you mean "central"? expected year, `},
	{flowsFile, "central", "cental", `flows.csv:1: column cental: unknown column, did you mean "central"?`},
	{flowsFile, "low,", "low,low,", "flows.csv:1: column low: occurs twice"},
	{flowsFile, "year,direction,kind,low,central,high,basis,sources,note", "year;direction;kind;low", "flows.csv:1: the columns are not separated by commas"},
	{flowsFile, "1,2,3.5", "1,2", "flows.csv:2: 8 fields, expected 9, as in the first row"},
	{flowsFile, "1,2,3.5", "1,,3.5", "flows.csv:2: column central: is empty, expected a number in digits"},
	{flowsFile, "1,2,3.5", "3,2,3.5", "flows.csv:2: column low: 3 is more than central, 2, expected low ≤ central ≤ high"},
	{flowsFile, "1,2,3.5", "1,2,1.5", "flows.csv:2: column high: 1.5 is less than central, 2"},
	{flowsFile, "1,2,3.5", "-1,2,3.5", `flows.csv:2: column low: "-1" is negative`},
	{flowsFile, "1,2,3.5", "1,NaN,3.5", `flows.csv:2: column central: "NaN" is not a number`},
	{flowsFile, "1,2,3.5", "1,2,Inf", `flows.csv:2: column high: "Inf" is not a number`},
	{flowsFile, "1,2,3.5", "1,2,+infinity", `flows.csv:2: column high: "+infinity" is not a number`},
	{flowsFile, "1,2,3.5", "1,2,1e400", `flows.csv:2: column high: "1e400" is not a finite number`},
	{flowsFile, "1,2,3.5", "1,2,1e300", `flows.csv:2: column high: "1e300" is out of range`},
	{flowsFile, "1,2,3.5", "1e-320,2,3", `flows.csv:2: column low: "1e-320" is out of range`},
	{flowsFile, "1,2,3.5", "1,2,0x10", `flows.csv:2: column high: "0x10" is not a number`},
	{flowsFile, "1,2,3.5", `1,2,"3,5"`, `flows.csv:2: column high: "3,5" is not a number, expected a number in digits, with a point`},
	{flowsFile, "1,2,3.5", "1,2, 3.5", `flows.csv:2: column high: " 3.5" is not a number`},
	{flowsFile, "1950,out", "1949,out", "flows.csv:2: column year: 1949 is outside the story, expected 1950 to 1953"},
	{flowsFile, "1950,out", "1950-01,out", `flows.csv:2: column year: "1950-01" is not a year`},
	{flowsFile, "1950,out", "1950?,out", `flows.csv:2: column year: "1950?" is not a year`},
	{flowsFile, "1950,out", "195X,out", `flows.csv:2: column year: "195X" is not a year`},
	{flowsFile, "1950,out", ",out", "flows.csv:2: column year: is empty"},
	{flowsFile, "1950,out", "1951,out", "flows.csv:3: column year: 1951 out grain is already at line 2"},
	{flowsFile, "1950,out", "1950,uot", `flows.csv:2: column direction: unknown direction "uot", did you mean "out"? expected out or back`},
	{flowsFile, "out,grain", "out,grian", `flows.csv:2: column kind: unknown kind "grian" of out, did you mean "grain"?`},
	{flowsFile, "back,grain", "back,coal", `flows.csv:6: column kind: unknown kind "coal" of back, expected grain`},
	{flowsFile, "documented", "documentd", `flows.csv:2: column basis: "documentd", did you mean "documented"?`},
	{flowsFile, "A1|B-2", "A1|B2", `flows.csv:3: column sources: no source "B2", did you mean "B-2"? expected a key of sources.csv`},
	{flowsFile, "documented,A1", "documented,", "flows.csv:2: column sources: is empty, expected one or more keys"},
	{flowsFile, `"a, ""b"""`, `a "b"`, "flows.csv:3: a double quote in a field that does not begin with one"},
	{flowsFile, `"a, ""b"""`, `"a, b`, "flows.csv:3: a double quote that is neither doubled nor the end"},
	{flowsFile, `"a, ""b"""`, "\"a\n\u202e\"", "flows.csv:3: column note: direction override U+202E"},
	{gapsFile, "1950,1953,unknown", "1953,1950,unknown", "gaps.csv:2: column to: 1950 is before from, 1953"},
	{gapsFile, "unknown", "unkown", `gaps.csv:2: column meaning: "unkown", did you mean "unknown"?`},
	{gapsFile, "Books burnt", "", "gaps.csv:2: column reason: is empty"},
	{gapsFile, "out,coal", "uot,coal", `gaps.csv:2: column direction: unknown direction "uot"`},
	{gapsFile, "out,coal", "out,caol", `gaps.csv:2: column kind: kind "caol" has no band, did you mean "coal"?`},
	{gapsFile, "back,grain,1951", "back,grain,1950", "gaps.csv:3: column from: the gap covers 1950, which has a figure at line 6 of flows.csv"},
	{gapsFile, "back,people", "back,grain", "gaps.csv:4: column from: the gap overlaps the one of 1951 to 1953"},
	{gapsFile, "back,grain,1951,1953", "back,grain,1952,1952", "gaps.csv: nothing on back grain in 1951"},
	{gapsFile, "out,coal,1950,1953,unknown,Books burnt\n", "", "gaps.csv: nothing on out coal in 1950 to 1953"},
	{sourcesFile, "B-2,Letters", "A1,Letters", `sources.csv:3: column key: "A1" is already at line 2`},
	{sourcesFile, "B-2,Letters", "B|2,Letters", `sources.csv:3: column key: "B|2", expected a key without`},
	{sourcesFile, "Letters", "", "sources.csv:3: column title: is empty"},
	{sourcesFile, "https://example.org/ledger", "ftp://example.org/ledger", `sources.csv:2: column address: scheme "ftp"`},
	{sourcesFile, ",yes", ",maybe", `sources.csv:2: column verified: "maybe", expected yes, derived or no`},
	{sourcesFile, ",yes\n", ",yes\nC3,Unused,,,,\n", `sources.csv:3: column key: no figure names "C3"`},
	{seriesFile, "trade_balance", "Trade balance", `series.csv:2: column measure: "Trade balance"`},
	{seriesFile, "-3.5", "1e999", `series.csv:2: column value: "1e999" is not a finite number`},
	{seriesFile, ",A1,", ",A9,", `series.csv:2: column sources: no source "A9", did you mean "A1"?`},
	{seriesFile, ",A1,\n", ",A1,\n1950,trade_balance,1,t,derived,A1,\n", "series.csv:3: column year: 1950 trade_balance is already at line 2"},
	{deflatorFile, "24.1", "0", `deflator.csv:2: column cpi_u: "0" is not above zero`},
	{deflatorFile, "recalled\n", "recalled\n1950,1,1,\n", "deflator.csv:3: column year: 1950 occurs twice"},
	{deflatorFile, "factor_to_2024", "factor_to_now", "deflator.csv:1: column factor_to_now: unknown column"},
	{methodFile, "Indented", "In\u202edented", "METHOD.md:3: direction override U+202E"},
}

// Every mistake is reported where it is, in words. An error leaves no story; a
// warning does.
func TestBadInput(t *testing.T) {
	for _, group := range [][]bad{badStory, badEvents, badTables} {
		for _, c := range group {
			s, problems := Decode(edited(t, c.file, c.old, c.new))
			if !strings.Contains("\n"+problems.Error(), "\n"+c.line) {
				t.Errorf("%s: %.60q instead of %.60q: got\n%.500v\nwant\n%s…", c.file, c.new, c.old, problems, c.line)
			}
			if (s == nil) != problems.Errors() {
				t.Errorf("%s: %.60q: story %v, problems %.500v", c.file, c.new, s != nil, problems)
			}
			for _, line := range strings.Split(problems.Error(), "\n") {
				if len(line) > 600 {
					t.Errorf("%s: %.60q: a line of %d bytes: %.300s", c.file, c.new, len(line), line)
				}
			}
		}
	}
}

// What is wrong with the bytes of a file, whichever it is.
func TestBadBytes(t *testing.T) {
	for _, c := range []struct {
		why    string
		change func(string) string
		want   string
	}{
		{"not UTF-8", func(s string) string { return strings.Replace(s, "\n", "\n\n\xe9", 1) }, ":3: not UTF-8: byte 0xE9, save the file as UTF-8"},
		{"cut off inside a character", func(s string) string { return s + "\xec\x95" }, "not UTF-8: byte 0xEC"},
		{"UTF-16", func(string) string { return "\xff\xfe{\x00" }, ":1: the file is UTF-16, save the file as UTF-8"},
		{"byte-order mark", func(s string) string { return "\ufeff" + s }, ":1: the file begins with a byte-order mark, save the file as UTF-8 without"},
		{"empty", func(string) string { return "" }, ": the file is empty"},
		{"only white space", func(string) string { return " \r\n\n" }, ": the file is empty"},
		{"only a mark", func(string) string { return "\ufeff" }, ": the file is empty"},
		{"lines end in CR", func(s string) string { return strings.ReplaceAll(s, "\n", "\r") }, ":1: a line ends in CR alone"},
	} {
		for _, file := range FileNames() {
			files := maps.Clone(sample)
			if file == eventsTable {
				files = tableSample(t)
			}
			files[file] = c.change(files[file])
			if c.why == "byte-order mark" && strings.HasSuffix(file, ".csv") {
				mustDecode(t, folderOf(files)) // as Excel writes it
				continue
			}
			s, problems := Decode(folderOf(files))
			if s != nil || !strings.Contains(problems.Error(), file) || !strings.Contains(problems.Error(), c.want) {
				t.Errorf("%s, %s: %v, want %s%s", file, c.why, problems, file, c.want)
			}
		}
	}
}

// A byte-order mark does not hide what else is wrong.
func TestMarkHidesNothing(t *testing.T) {
	_, problems := Decode(edited(t, eventsFile, "[\n  {\"id\": \"treaty\"", "\ufeff[\n  {\"id\": 7"))
	if len(problems) != 2 || problems[0].Line != 1 || problems[1].Line != 2 {
		t.Error(problems)
	}
}

func TestMissingFiles(t *testing.T) {
	for file, want := range map[string]string{
		storyFile:    "story.json: the file is missing, a story needs story.json and events.json or events.csv",
		eventsFile:   "events.json: the file is missing",
		flowsFile:    "flows.csv: the file is missing, expected the figures of the directions in story.json", // a warning
		sourcesFile:  "sources.csv: the file is missing, expected the sources that flows.csv names",
		gapsFile:     "gaps.csv: nothing on out coal in 1950 to 1953", // a warning
		seriesFile:   "",
		deflatorFile: "",
		methodFile:   "",
	} {
		files := maps.Clone(sample)
		delete(files, file)
		s, problems := Decode(folderOf(files))
		if want == "" && len(problems) > 0 || !strings.Contains(problems.Error(), want) || (s == nil) != problems.Errors() {
			t.Errorf("without %s: %v, want %q", file, problems, want)
		}
	}
	if _, problems := Decode(fstest.MapFS{}); len(problems) != 2 {
		t.Errorf("an empty folder: %v", problems)
	}
	dir := folder()
	delete(dir, storyFile)
	dir[storyFile+"/x"] = &fstest.MapFile{}
	if _, problems := Decode(dir); !strings.Contains(problems.Error(), "story.json: is a folder") {
		t.Error(problems)
	}
}

// A misspelt file must not quietly make a story without figures.
func TestMisspeltFile(t *testing.T) {
	dir := folder()
	dir["flow.csv"], dir["notes.csv"], dir["README.md"], dir[".x.csv"] = dir[flowsFile], dir[gapsFile], dir[methodFile], dir[gapsFile]
	delete(dir, flowsFile)
	s, problems := Decode(dir)
	got := problems.Error()
	if s != nil || !strings.Contains(got, "flow.csv: unknown file, did you mean flows.csv?") ||
		!strings.Contains(got, "notes.csv: the file is not part of a story") || strings.Contains(got, "README") || strings.Contains(got, ".x.csv") {
		t.Error(got)
	}
}

// All problems come at once, in order of file and line.
func TestAllAtOnce(t *testing.T) {
	files := maps.Clone(sample)
	for _, c := range []bad{
		{flowsFile, "1,2,3.5", "1,2,x", ""}, {flowsFile, "10,20,30", "50,20,30", ""}, {flowsFile, "1950,back", "1940,back", ""},
		{eventsFile, `"importance": 1`, `"importance": 9`, ""}, {eventsFile, `"kind": "treaty"`, `"kind": "party"`, ""},
		{storyFile, `"Mayors"`, `""`, ""}, {sourcesFile, "Letters", "", ""},
	} {
		files[c.file] = strings.Replace(files[c.file], c.old, c.new, 1)
	}
	_, problems := Decode(folderOf(files))
	var got []string
	for _, p := range problems {
		if p.Severity == Error {
			got = append(got, strings.SplitN(p.String(), ": ", 2)[0])
		}
	}
	if s := strings.Join(got, " "); s != "story.json:23 events.json:2 events.json:11 flows.csv:2 flows.csv:5 flows.csv:6 sources.csv:3" {
		t.Errorf("%s\n%v", s, problems)
	}
}

// A file with a mistake in every row is cut off, and says so.
func TestTooManyProblems(t *testing.T) {
	files := maps.Clone(sample)
	files[flowsFile] = strings.SplitAfter(files[flowsFile], "\n")[0] + strings.Repeat("x\n", 5000)
	_, problems := Decode(folderOf(files))
	var last Problem
	for _, p := range problems {
		if p.File == flowsFile {
			last = p
		}
	}
	if len(problems) > maxProblems+10 || last.What != "4000 more problems are not listed" {
		t.Errorf("%d problems, the last %v", len(problems), last)
	}
}
