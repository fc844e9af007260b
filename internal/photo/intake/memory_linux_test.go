package intake

import (
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"rentang/internal/photo/testpic"
)

// mostMemory is what taking in any photo may take, in MB.
const mostMemory = 500

// The largest picture of each kind, through the program as a person runs it.
func TestMemory(t *testing.T) {
	if testing.Short() {
		t.Skip("100 megapixels take a while")
	}
	program := filepath.Join(t.TempDir(), "rentang")
	if out, err := exec.Command("go", "build", "-o", program, "rentang/cmd/rentang").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for _, c := range []struct {
		name, file string
		data       []byte
	}{
		{"JPEG of 100 megapixels, colour as fine as light", "a.jpg", testpic.FlatJPEG(10000, 10000, 0xc0, 0x11, 0x11, 0x11)},
		{"PNG of 100 megapixels", "a.png", testpic.FlatPNG(t, 10000, 10000, 8, 6)},
		{"PNG of 16 bits, 50 megapixels", "a.png", testpic.FlatPNG(t, 10000, 5000, 16, 6)},
		{"progressive JPEG of 53 megapixels", "a.jpg", testpic.FlatJPEG(7300, 7300, 0xc2, 0x22, 0x11, 0x11)},
	} {
		cmd := exec.Command(program, "photo", "add", fileOf(t, c.file, c.data), "-story", folderOf(t), "-event", "summit-2011", "-credit", "C", "-alt", "en=A", "-alt", "ko=B")
		start := time.Now()
		out, err := cmd.CombinedOutput()
		if err != nil || !strings.Contains(string(out), "wrote photos/summit-2011-1600.jpg") {
			t.Errorf("%s: %v\n%s", c.name, err, out)
			continue
		}
		used := cmd.ProcessState.SysUsage().(*syscall.Rusage).Maxrss / 1024
		t.Logf("%s: %d MB, %.1f s", c.name, used, time.Since(start).Seconds())
		if used > mostMemory {
			t.Errorf("%s: %d MB, at most %d", c.name, used, mostMemory)
		}
	}
}
