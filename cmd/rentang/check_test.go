package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"rentang/assets"
)

// edit replaces a part of a story's file, once.
type edit struct{ file, from, to string }

// brokenStory is a copy of the built-in story with edits.
func brokenStory(t *testing.T, edits ...edit) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "story")
	if err := os.CopyFS(dir, assets.Story()); err != nil {
		t.Fatal(err)
	}
	for _, e := range edits {
		name := filepath.Join(dir, e.file)
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		changed := strings.Replace(string(data), e.from, e.to, 1)
		if changed == string(data) {
			t.Fatalf("%s does not hold %q", e.file, e.from)
		}
		if err := os.WriteFile(name, []byte(changed), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// twoMistakes is a story with an error in each of two files, to see that both are
// told, and with a warning.
func twoMistakes(t *testing.T) string {
	t.Helper()
	return brokenStory(t,
		edit{"events.json", `"start": "1945-08"`, `"start": "1945-13"`},
		edit{"flows.csv", "1945,to_dprk,economic,0,35,157", "1945,to_dprk,economic,99,35,157"},
		edit{"events.json", `"verified": true`, `"verified": false`},
	)
}

func TestBuiltInStoryIsSound(t *testing.T) {
	r := rentang(t, "check")
	if r.code != good || !strings.Contains(r.out, "0 errors") {
		t.Errorf("exit %d:\n%s%s", r.code, r.out, r.err)
	}
}

func TestCheckTellsEveryProblem(t *testing.T) {
	r := rentang(t, "check", "-story", twoMistakes(t))
	if r.code != badInput {
		t.Errorf("exit %d, want %d", r.code, badInput)
	}
	for _, want := range []string{`(?m)^events\.json:\d+: events\[0\]\.start: .*13`, `(?m)^flows\.csv:2: .*low.*99`, `(?m)^2 errors, 1 warnings$`} {
		if !regexp.MustCompile(want).MatchString(r.out) {
			t.Errorf("no line matches %s:\n%s", want, r.out)
		}
	}
	if !regexp.MustCompile(`(?m)not verified.*\(warning\)$`).MatchString(r.out) {
		t.Errorf("no warning is marked:\n%s", r.out)
	}
}

func TestCheckJSON(t *testing.T) {
	r := rentang(t, "check", "-json", "-story", twoMistakes(t))
	if r.code != badInput {
		t.Errorf("exit %d, want %d", r.code, badInput)
	}
	var list []problemJSON
	if err := json.Unmarshal([]byte(r.out), &list); err != nil {
		t.Fatalf("%v:\n%s", err, r.out)
	}
	errors := map[string]problemJSON{}
	for _, p := range list {
		if p.Severity == "error" {
			errors[p.File] = p
		} else if p.Severity != "warning" {
			t.Errorf("severity %q", p.Severity)
		}
	}
	if len(errors) != 2 || errors["flows.csv"].Line != 2 || !strings.HasPrefix(errors["events.json"].Field, "events[0].start") {
		t.Errorf("errors: %+v", errors)
	}
}

// A story with errors is neither drawn nor built.
func TestErrorsStopTheOtherVerbs(t *testing.T) {
	story := twoMistakes(t)
	for _, args := range [][]string{
		{"still", "-o", filepath.Join(t.TempDir(), "x.svg")},
		{"build", "-o", filepath.Join(t.TempDir(), "dist")},
		{"serve", "-addr", "127.0.0.1:0"},
	} {
		r := rentang(t, append(args, "-story", story)...)
		if r.code != badInput || !strings.Contains(r.err, "flows.csv:2") || !strings.Contains(r.err, "events.json:") {
			t.Errorf("%s: exit %d:\n%s", args[0], r.code, r.err)
		}
		if _, err := os.Stat(args[len(args)-1]); err == nil {
			t.Errorf("%s wrote %s", args[0], args[len(args)-1])
		}
	}
}
