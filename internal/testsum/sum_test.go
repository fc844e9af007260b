package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// stream makes a stream of events; each argument is action, package, test, output.
func stream(events ...[4]string) string {
	var b strings.Builder
	for _, e := range events {
		b.WriteString(`{"Action":"` + e[0] + `","Package":"` + e[1] + `","Test":"` + e[2] + `","Output":"` + e[3] + `"}` + "\n")
	}
	return b.String()
}

func TestRead(t *testing.T) {
	for _, c := range []struct {
		name, in string
		want     Sum
		says     []string
	}{
		{"one of each", stream(
			[4]string{"run", "p", "TestA"}, [4]string{"pass", "p", "TestA"},
			[4]string{"run", "p", "TestB"}, [4]string{"output", "p", "TestB", `    b_test.go:7: got 1\n`}, [4]string{"fail", "p", "TestB"},
			[4]string{"run", "p", "TestC"}, [4]string{"skip", "p", "TestC"}, [4]string{"fail", "p"},
		), Sum{1, 1, 1}, []string{"b_test.go:7: got 1", "FAIL  p TestB", "skip  p TestC", "1 skipped"}},
		{"subtests count in place of their parent", stream(
			[4]string{"run", "p", "TestA"}, [4]string{"run", "p", "TestA/x"}, [4]string{"run", "p", "TestA/y"},
			[4]string{"pass", "p", "TestA/x"}, [4]string{"fail", "p", "TestA/y"}, [4]string{"fail", "p", "TestA"}, [4]string{"fail", "p"},
		), Sum{1, 1, 0}, []string{"FAIL  p TestA/y"}},
		{"a parent that fails by itself", stream(
			[4]string{"run", "p", "TestA"}, [4]string{"run", "p", "TestA/x"}, [4]string{"pass", "p", "TestA/x"},
			[4]string{"output", "p", "TestA", `    a_test.go:3: at the end\n`}, [4]string{"fail", "p", "TestA"}, [4]string{"fail", "p"},
		), Sum{1, 1, 0}, []string{"a_test.go:3: at the end"}},
		{"a package that does not build", `{"ImportPath":"p [p.test]","Action":"build-output","Output":"p/x.go:1:2: undefined: y\n"}
{"ImportPath":"p [p.test]","Action":"build-fail"}
` + stream([4]string{"output", "p", "", `FAIL p [build failed]\n`}, [4]string{"fail", "p"}),
			Sum{0, 1, 0}, []string{"undefined: y"}},
		{"a package that dies without a failed test", stream(
			[4]string{"run", "p", "TestA"}, [4]string{"output", "p", "", `panic: test timed out\n`}, [4]string{"fail", "p"},
		), Sum{0, 1, 0}, []string{"timed out"}},
		{"the stream breaks off", stream([4]string{"run", "p", "TestA"}), Sum{0, 1, 0}, []string{"p TestA did not end"}},
		{"the go command itself complains", "no required module provides package x\n", Sum{}, []string{"no required module"}},
		{"packages without tests say nothing", stream([4]string{"skip", "p"}), Sum{}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			var out strings.Builder
			got, err := Read(strings.NewReader(c.in), &out)
			if err != nil || got != c.want {
				t.Errorf("counts %+v, error %v; want %+v", got, err, c.want)
			}
			said := out.String() + got.String()
			for _, s := range c.says {
				if !strings.Contains(said, s) {
					t.Errorf("does not say %q:\n%s", s, said)
				}
			}
		})
	}
}

func TestRunAddsUpAndFails(t *testing.T) {
	file := filepath.Join(t.TempDir(), "counts")
	good := stream([4]string{"run", "p", "TestA"}, [4]string{"pass", "p", "TestA"}, [4]string{"pass", "p"})
	bad := strings.ReplaceAll(good, "pass", "fail")
	for _, c := range []struct {
		why, in string
		code    int
		last    string
	}{
		{"passes", good, 0, "1 passed, 0 failed"},
		{"fails", bad, 1, "1 passed, 1 failed"},
		{"a later good run is good, and the failure stays counted", good, 0, "2 passed, 1 failed"},
		{"nothing ran", "", 1, "2 passed, 1 failed"},
	} {
		var out strings.Builder
		if code := run([]string{"-add", file}, strings.NewReader(c.in), &out, os.Stderr); code != c.code {
			t.Errorf("%s: exit %d, want %d", c.why, code, c.code)
		}
		lines := strings.Split(strings.TrimSpace(out.String()), "\n")
		if lines[len(lines)-1] != c.last {
			t.Errorf("%s: closes with %q, want %q", c.why, lines[len(lines)-1], c.last)
		}
	}
	if code := run([]string{"-nonsense"}, strings.NewReader(""), &strings.Builder{}, &strings.Builder{}); code != 2 {
		t.Errorf("bad flag: exit %d, want 2", code)
	}
}
