package main

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// One call writes every combination, and each file is the one that a call of its
// own would have written, whichever processor drew it.
func TestStillsOfOneCall(t *testing.T) {
	dir := t.TempDir()
	r := rentang(t, "still", "-o", filepath.Join(dir, "{lang}", "{preset}-{theme}.png"), "-preset", "column, og", "-lang", "all", "-theme", "light,print")
	if r.code != good {
		t.Fatalf("exit %d: %s", r.code, r.err)
	}
	said := strings.Split(strings.TrimSpace(r.out), "\n")
	slices.Sort(said)
	if len(said) != 16 || !strings.Contains(said[0], filepath.Join("en", "column-light.png")+": ") {
		t.Errorf("it says %q", said)
	}
	for _, c := range [][3]string{{"ko", "og", "print"}, {"id", "column", "light"}} {
		alone := filepath.Join(dir, "alone.png")
		if r := rentang(t, "still", "-o", alone, "-lang", c[0], "-preset", c[1], "-theme", c[2]); r.code != good {
			t.Fatalf("exit %d: %s%s", r.code, r.out, r.err)
		}
		want, err := os.ReadFile(alone)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := os.ReadFile(filepath.Join(dir, c[0], c[1]+"-"+c[2]+".png")); err != nil || !bytes.Equal(got, want) {
			t.Errorf("%v: %d bytes, alone %d; %v", c, len(got), len(want), err)
		}
	}
}

func TestStillsRefuse(t *testing.T) {
	dir := t.TempDir()
	for _, c := range []struct {
		why, out string
		args     []string
		code     int
		says     string
	}{
		{"two languages would be written to one file", "a.png", []string{"-lang", "en,ko"}, badUsage, "{lang}"},
		{"a place that does not exist", "{language}.png", []string{"-lang", "en"}, badUsage, "{language}.png: there is no such place"},
		{"one wrong name among many", "{theme}.png", []string{"-theme", "light,sepia"}, badUsage, `there is no theme "sepia"`},
		{"a language that the story lacks", "{lang}.png", []string{"-lang", "en,fr"}, badInput, `fr.png: there is no language "fr"`},
		{"an event that the story lacks", "{event}.svg", []string{"-event", "parallel-38-1945,nope"}, badInput, `there is no event "nope"`},
	} {
		r := rentang(t, append([]string{"still", "-o", filepath.Join(dir, c.out)}, c.args...)...)
		if r.code != c.code || !strings.Contains(r.err, c.says) {
			t.Errorf("%s: exit %d, %s", c.why, r.code, r.err)
		}
	}
	left, err := filepath.Glob(filepath.Join(dir, ".*"))
	if err != nil || len(left) > 0 {
		t.Errorf("left behind: %q, %v", left, err)
	}
}
