//go:build browser

package browser

import (
	"context"
	"flag"
	"fmt"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"

	"rentang/internal/serve"
)

var (
	distFlag     = flag.String("dist", "", "built folder; built first if empty")
	chromiumFlag = flag.String("chromium", "", "Chromium's program; looked for if empty")
	keepFlag     = flag.String("keep", "", "folder that screenshots and differences are written to")
)

// lab is what all tests share: the built folder, a server for it, one browser.
var lab struct {
	dist    string
	address string
	scratch string // a folder that goes when the tests end
	browser context.Context
}

func TestMain(m *testing.M) {
	flag.Parse()
	code, err := run(m)
	if err != nil {
		fmt.Fprintln(os.Stderr, "browser:", err)
		code = 1
	}
	os.Exit(code)
}

func run(m *testing.M) (code int, err error) {
	scratch, err := os.MkdirTemp("", "rentang-browser-")
	if err != nil {
		return 0, err
	}
	defer os.RemoveAll(scratch)
	lab.scratch = scratch
	lab.dist = *distFlag
	if lab.dist == "" {
		lab.dist = filepath.Join(scratch, "dist")
		build := exec.Command("go", "run", "./cmd/rentang", "build", "-o", lab.dist)
		build.Dir = "../.."
		if out, err := build.CombinedOutput(); err != nil {
			return 0, fmt.Errorf("build: %w\n%s", err, out)
		}
	}
	if _, err := os.Stat(filepath.Join(lab.dist, "index.html")); err != nil {
		return 0, fmt.Errorf("not a built folder: %w", err)
	}
	server := httptest.NewServer(serve.New(os.DirFS(lab.dist)))
	defer server.Close()
	lab.address = server.URL

	allocator, stop := chromedp.NewExecAllocator(context.Background(), options()...)
	defer stop()
	browser, end := chromedp.NewContext(allocator)
	defer end()
	defer chromedp.Cancel(browser) // asks it to leave, so that it clears up behind itself
	lab.browser = browser
	if err := chromedp.Do(browser); err != nil {
		return 0, err
	}
	return m.Run(), nil
}

// options are the flags under which a picture is the same on every machine:
// WebGL in software, no hinting, no subpixel text, one colour profile; and nothing
// that calls home. The sandbox needs rights that a container does not give.
func options() []chromedp.ExecAllocatorOption {
	o := []chromedp.ExecAllocatorOption{
		chromedp.NoFirstRun, chromedp.NoDefaultBrowserCheck, chromedp.NoSandbox,
		chromedp.Headless,
		chromedp.Flag("use-angle", "swiftshader"),
		chromedp.Flag("enable-unsafe-swiftshader", true),
		chromedp.Flag("ignore-gpu-blocklist", true),
		chromedp.Flag("force-color-profile", "srgb"),
		chromedp.Flag("disable-lcd-text", true),
		chromedp.Flag("font-render-hinting", "none"),
		chromedp.Flag("hide-scrollbars", true),
		chromedp.Flag("accept-lang", "id"), // the default page then stays in its language
		chromedp.Flag("disable-background-networking", true),
		chromedp.Flag("disable-component-update", true),
		chromedp.Flag("disable-sync", true),
		chromedp.Flag("disable-dev-shm-usage", true),
		// Tabs that are not in front must run as if they were.
		chromedp.Flag("disable-renderer-backgrounding", true),
		chromedp.Flag("disable-backgrounding-occluded-windows", true),
		chromedp.Flag("disable-background-timer-throttling", true),
	}
	if *chromiumFlag != "" {
		o = append(o, chromedp.ExecPath(*chromiumFlag))
	}
	return o
}
