package main

import (
	"bytes"
	"context"
	"slices"
	"strings"
	"testing"
	"time"
)

// result is what a run of the program left behind.
type result struct {
	code     int
	out, err string
}

// rentang runs the program as a person does.
func rentang(t *testing.T, args ...string) result {
	t.Helper()
	var out, errs bytes.Buffer
	m := Main{Stdout: &out, Stderr: &errs}
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	code := m.Run(ctx, args)
	return result{code, out.String(), errs.String()}
}

func TestUsage(t *testing.T) {
	for _, c := range []struct {
		name string
		args []string
		code int
		says string // on either stream
	}{
		{"nothing asked", nil, badUsage, "Usage: rentang"},
		{"help", []string{"--help"}, good, "check"},
		{"help, one dash", []string{"-help"}, good, "check"},
		{"help of build", []string{"build", "--help"}, good, "--story"},
		{"help of serve", []string{"serve", "--help"}, good, "--watch"},
		{"help of still names the presets", []string{"still", "--help"}, good, "og, square, story"},
		{"help of check", []string{"check", "--help"}, good, "--json"},
		{"unknown verb", []string{"chek"}, badUsage, "chek"},
		{"unknown flag", []string{"check", "--nope"}, badUsage, "nope"},
		{"flag without its value", []string{"still", "-o"}, badUsage, "-o"},
		{"still without a file", []string{"still"}, badUsage, "--out"},
		{"still of an unknown format", []string{"still", "-o", "x.gif"}, badUsage, ".png, .svg, .pdf"},
		{"a size that is none", []string{"still", "-o", "x.png", "-size", "1200"}, badUsage, "1200x675"},
		{"a size that is too large", []string{"still", "-o", "x.png", "-size", "1e9x10"}, badUsage, "1200x675"},
		{"a scale that is none", []string{"still", "-o", "x.png", "-scale", "0"}, badUsage, "-scale"},
		{"a mode that is none", []string{"still", "-o", "x.png", "-mode", "cubic"}, badUsage, "linear"},
		{"watching what cannot change", []string{"serve", "-watch"}, badUsage, "-watch needs -story"},
		{"building and not building", []string{"serve", "-dist", "x", "-story", "y"}, badUsage, "-dist"},
		{"a budget for what is not measured", []string{"build", "-quick", "-budget", "2"}, badUsage, "-budget"},
		{"no such story", []string{"check", "-story", "no/such/folder"}, badInput, "no/such/folder"},
		{"a story that is a file", []string{"check", "-story", "main_test.go"}, badInput, "is a file"},
		{"no such built folder", []string{"serve", "-addr", "127.0.0.1:0", "-dist", "no/such/folder"}, badInput, "not a built folder"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := rentang(t, c.args...)
			if r.code != c.code || !strings.Contains(r.out+r.err, c.says) {
				t.Errorf("exit %d, want %d with %q:\n%s%s", r.code, c.code, c.says, r.out, r.err)
			}
			if c.code != good && c.args != nil && r.out != "" {
				t.Errorf("an error belongs on the error stream; the output is\n%s", r.out)
			}
		})
	}
}

func TestDoubleDashes(t *testing.T) {
	long := map[string]bool{"story": true, "json": true, "o": false}
	for _, c := range []struct {
		why      string
		in, want []string
	}{
		{"one dash", []string{"check", "-story", "x"}, []string{"check", "--story", "x"}},
		{"with an equals sign", []string{"-story=x"}, []string{"--story=x"}},
		{"two dashes stay", []string{"--story", "x"}, []string{"--story", "x"}},
		{"short flags stay", []string{"-o", "story"}, []string{"-o", "story"}},
		{"what is not known stays, for the error to name it", []string{"-stroy"}, []string{"-stroy"}},
		{"after -- nothing is a flag", []string{"--", "-story"}, []string{"--", "-story"}},
		{"values are not flags", []string{"story", "-"}, []string{"story", "-"}},
	} {
		if got := doubleDashes(c.in, long); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.why, got, c.want)
		}
	}
}
