package story_test

import (
	"fmt"
	"os"
	"testing/fstest"

	"rentang/viz/story"
)

func ExampleDecode() {
	st, problems := story.Decode(os.DirFS("../../assets/story"))
	if problems.Errors() {
		fmt.Println(problems)
		return
	}
	fmt.Println(st.Title.In("en"))
	fmt.Println(st.Events[0].When, st.Events[0].Title.In("en"))
	fmt.Println(len(st.Events), "events,", len(st.Flows), "flows")
	// Output:
	// What Moscow sent Pyongyang, and what came back
	// 1945-08 Korea is divided at the 38th parallel
	// 83 events, 157 flows
}

func ExampleDecode_problems() {
	_, problems := story.Decode(fstest.MapFS{
		"story.json": {Data: []byte(`{
  "id": "towns", "languages": ["en", "id"],
  "start": "1950", "end": "1953-02-30",
  "titel": {"en": "Two towns"}
}`)},
		"events.json": {Data: []byte("[]")},
	})
	fmt.Println(problems)
	// Output:
	// story.json:1: title: missing, expected a text in every language of the story: en, id
	// story.json:3: end: day 30 does not exist, 1953-02 has 28 days
	// story.json:4: titel: unknown field, did you mean "title"? expected id, languages, start, end, title, subtitle, note, source_line, unit, scale, amount, licence, parties, remarks, directions, strips …
}

func ExampleProblem_String() {
	fmt.Println(story.Problem{
		File: "flows.csv", Line: 3, Field: "column low",
		What: "9 is more than central, 5", Expected: "expected low ≤ central ≤ high",
	})
	// Output: flows.csv:3: column low: 9 is more than central, 5, expected low ≤ central ≤ high
}
