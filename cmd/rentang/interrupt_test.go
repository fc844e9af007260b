//go:build unix

package main

import (
	"bufio"
	"bytes"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"rentang/internal/photo/testpic"
)

// asProgram makes the test binary the program itself, so that it can be sent a signal.
const asProgram = "RENTANG_TEST_AS_PROGRAM"

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		main()
	}
	os.Exit(m.Run())
}

// Whoever presses Ctrl-C gets the prompt back soon, a word, and everything as it was.
func TestInterrupted(t *testing.T) {
	for _, c := range []struct {
		name string
		// prepare makes what the verb needs in a folder, and says what to run there.
		prepare func(t *testing.T, dir string) []string
		ready   string // on the error stream; the signal is sent then
	}{
		{"build, while it compiles", func(t *testing.T, dir string) []string {
			return []string{"build", "-o", filepath.Join(dir, "dist"), "-quick"}
		}, "compiling cmd/wasm\n"},
		{"still", func(t *testing.T, dir string) []string {
			return []string{"still", "-o", filepath.Join(dir, "big.png"), "-size", "4000x3000", "-scale", "4"}
		}, "drawing"},
		{"import, of a file that comes slowly", func(t *testing.T, dir string) []string {
			pipe := filepath.Join(t.TempDir(), "slow.json")
			if err := syscall.Mkfifo(pipe, 0o600); err != nil {
				t.Fatal(err)
			}
			return []string{"import", pipe, "-o", filepath.Join(dir, "story")}
		}, ""},
		{"photo add", func(t *testing.T, dir string) []string {
			if r := rentang(t, "new", filepath.Join(dir, "story")); r.code != good {
				t.Fatal(r.err)
			}
			photo := filepath.Join(t.TempDir(), "large.jpg")
			if err := os.WriteFile(photo, testpic.FlatJPEG(9000, 9000, 0xC0, 0x22, 0x11, 0x11), 0o644); err != nil {
				t.Fatal(err)
			}
			return []string{"photo", "add", photo, "-story", filepath.Join(dir, "story"), "-event", "first-crossing"}
		}, "reading"},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			args := c.prepare(t, dir)
			before := listed(t, dir)
			cmd := exec.Command(os.Args[0], args...)
			cmd.Env = append(os.Environ(), asProgram+"=1")
			var says bytes.Buffer
			errs, err := cmd.StderrPipe()
			if err == nil {
				err = cmd.Start()
			}
			if err != nil {
				t.Fatal(err)
			}
			lines := bufio.NewReader(errs)
			if c.ready == "" {
				time.Sleep(time.Second) // it waits for its input by now, or soon
			}
			for c.ready != "" && !strings.Contains(says.String(), c.ready) {
				line, err := lines.ReadString('\n')
				says.WriteString(line)
				if err != nil {
					t.Fatalf("it ended before it said %q:\n%s", c.ready, &says)
				}
			}
			sent := time.Now()
			if err := cmd.Process.Signal(os.Interrupt); err != nil {
				t.Fatal(err)
			}
			rest, _ := io.ReadAll(lines)
			says.Write(rest)
			cmd.Wait()
			if code := cmd.ProcessState.ExitCode(); code != stopped || !strings.Contains(says.String(), "interrupted; nothing was written") {
				t.Errorf("exit %d, want %d:\n%s", code, stopped, &says)
			}
			t.Logf("it ended %d ms after the signal", time.Since(sent).Milliseconds())
			if after := listed(t, dir); !slices.Equal(before, after) {
				t.Errorf("before: %q\nafter: %q", before, after)
			}
		})
	}
}

// listed is everything in a folder, hidden or not.
func listed(t *testing.T, dir string) []string {
	t.Helper()
	var all []string
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := d.Info()
		if err == nil && !d.IsDir() {
			path += " " + info.ModTime().String()
		}
		all = append(all, path)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}
