package civil

import (
	"fmt"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// A date must be the same in every time zone: the test runs itself once more in
// the two zones that are furthest apart and compares what is printed.
func TestSameInEveryZone(t *testing.T) {
	const child = "CIVIL_PRINT_DATES"
	if os.Getenv(child) != "" {
		for _, s := range []string{"1945-08-09", "1970-01-01", "2026-09-23", "1945", "1991-12"} {
			d, err := Parse(s)
			fmt.Println(d, d.Start(), d.End(), FromDays(d.Start()), FromDays(d.End()-1e-6), err)
		}
		return
	}
	outputs := map[string]string{}
	for _, zone := range []string{"UTC", "UTC+11", "UTC-14", "Pacific/Pago_Pago", "Pacific/Kiritimati"} { // POSIX counts westwards
		cmd := exec.Command(os.Args[0], "-test.run=^TestSameInEveryZone$")
		cmd.Env = append(os.Environ(), child+"=1", "TZ="+zone)
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("%s: %v\n%s", zone, err, out)
		}
		dates, _, found := strings.Cut(string(out), "PASS")
		if !found || !strings.Contains(dates, "1945-08-09 -8911 -8910 1945-08-09 1945-08-09 <nil>") {
			t.Fatalf("%s: %s", zone, out)
		}
		outputs[zone] = dates
	}
	for zone, got := range outputs {
		if got != outputs["UTC"] {
			t.Errorf("in %s:\n%swant\n%s", zone, got, outputs["UTC"])
		}
	}
}

// What cannot be imported cannot creep in: package time knows zones.
func TestImportsNoClock(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		tree, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
		if err != nil {
			t.Fatal(err)
		}
		for _, imported := range tree.Imports {
			switch imported.Path.Value {
			case `"math"`, `"strconv"`:
			default:
				t.Errorf("%s imports %s", file, imported.Path.Value)
			}
		}
	}
}
