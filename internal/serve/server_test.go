package serve

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"github.com/andybalholm/brotli"
)

// up serves a folder at a free port of this machine; stop ends it and waits.
func up(t *testing.T, h *Handler) (address string, stop func()) {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- Until(ctx, l, h) }()
	stop = sync.OnceFunc(func() {
		cancel()
		select {
		case err := <-ended:
			if err != nil {
				t.Errorf("it ended with %v", err)
			}
		case <-time.After(20 * time.Second):
			t.Error("it does not end")
		}
	})
	t.Cleanup(stop)
	return l.Addr().String(), stop
}

// raw sends bytes as they are and returns the first line of the answer.
func raw(t *testing.T, address, request string) string {
	t.Helper()
	c, err := net.Dial("tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	if _, err := io.WriteString(c, request); err != nil {
		return "" // refused while it was being sent
	}
	_ = c.(*net.TCPConn).CloseWrite()
	line, _ := bufio.NewReader(c).ReadString('\n')
	return strings.TrimSpace(line)
}

func TestMalformedClients(t *testing.T) {
	address, _ := up(t, New(folder()))
	for _, c := range []struct{ name, request, want string }{
		{"sound", "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n", "HTTP/1.1 200 OK"},
		{"no HTTP", "\x16\x03\x01\x02\x00\x01", "HTTP/1.1 400 Bad Request"},
		{"no host", "GET / HTTP/1.1\r\n\r\n", "HTTP/1.1 400 Bad Request: missing required Host header"},
		{"two hosts", "GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n", "HTTP/1.1 400 Bad Request"},
		{"a name that leads here from elsewhere", "GET / HTTP/1.1\r\nHost: evil.example:80\r\n\r\n", "HTTP/1.1 421 Misdirected Request"},
		{"this machine by another name", "GET / HTTP/1.1\r\nHost: [::1]:8080\r\n\r\n", "HTTP/1.1 200 OK"},
		{"a header without end", "GET / HTTP/1.1\r\nHost: localhost\r\nX: " + strings.Repeat("x", 1<<17) + "\r\n\r\n", "HTTP/1.1 431 Request Header Fields Too Large"},
		{"a null byte in the path", "GET /%00 HTTP/1.1\r\nHost: localhost\r\n\r\n", "HTTP/1.1 404 Not Found"},
		{"out of the folder, as it is", "GET /../../etc/passwd HTTP/1.1\r\nHost: localhost\r\n\r\n", "HTTP/1.1 404 Not Found"},
		{"out of the folder, written otherwise", "GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\nHost: localhost\r\n\r\n", "HTTP/1.1 404 Not Found"},
		{"backslashes", "GET /..%5c..%5cetc/passwd HTTP/1.1\r\nHost: localhost\r\n\r\n", "HTTP/1.1 404 Not Found"},
		{"a line break in the path", "GET /ko%0d%0aX:%20y HTTP/1.1\r\nHost: localhost\r\n\r\n", "HTTP/1.1 404 Not Found"},
		{"a body that lies", "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9999999\r\n\r\nx", "HTTP/1.1 405 Method Not Allowed"},
		{"through it to elsewhere", "CONNECT example.org:443 HTTP/1.1\r\nHost: localhost\r\n\r\n", "HTTP/1.1 421 Misdirected Request"},
	} {
		if got := raw(t, address, c.request); got != c.want && !(got == "" && strings.Contains(c.want, "431")) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// Clients that begin and do not go on keep nobody from being served, nor the server
// from ending.
func TestSlowAndManyClients(t *testing.T) {
	h := New(folder())
	h.Tell([]byte("{}"))
	address, stop := up(t, h)
	for i := range 200 {
		c, err := net.Dial("tcp", address)
		if err != nil {
			t.Fatal(err)
		}
		defer c.Close()
		switch i % 4 {
		case 0: // says nothing
		case 1:
			fmt.Fprint(c, "GET / HTTP/1.1\r\nHost: loc")
		case 2: // asks and never takes the answer
			fmt.Fprint(c, "GET /viewer.3f9a12c4aa.wasm HTTP/1.1\r\nHost: localhost\r\n\r\n")
		case 3:
			fmt.Fprintf(c, "GET %s HTTP/1.1\r\nHost: localhost\r\n\r\n", ListenPath)
		}
	}
	want := folder()["index.html"].Data
	var clients sync.WaitGroup
	for range 200 {
		clients.Go(func() {
			for range 5 {
				res, err := http.Get("http://" + address + "/ko/")
				if err != nil {
					t.Error(err)
					return
				}
				data, err := io.ReadAll(res.Body)
				res.Body.Close()
				if err != nil || !bytes.Equal(data, want) {
					t.Errorf("%d bytes, %v; want %d", len(data), err, len(want))
				}
			}
		})
	}
	clients.Wait()
	http.DefaultClient.CloseIdleConnections()
	stop()
	if _, err := net.Dial("tcp", address); err == nil {
		t.Error("it listens after its end")
	}
}

// A link in the folder that leads out of it is not followed.
func TestLinksOutOfTheFolder(t *testing.T) {
	dir := t.TempDir()
	secret := filepath.Join(t.TempDir(), "secret.txt")
	for name, data := range map[string]string{secret: "secret", filepath.Join(dir, "index.html"): "page"} {
		if err := os.WriteFile(name, []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for link, to := range map[string]string{"out.txt": secret, "up": "..", "within.html": "index.html"} {
		if err := os.Symlink(to, filepath.Join(dir, link)); err != nil {
			t.Skip("no links here: ", err)
		}
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	h := New(root.FS())
	for target, status := range map[string]int{"/out.txt": 404, "/up/": 404, "/up/" + filepath.Base(dir) + "/index.html": 404, "/within.html": 200} {
		if res := get(t, h, "GET", target, nil); res.StatusCode != status {
			t.Errorf("%s: status %d, want %d", target, res.StatusCode, status)
		}
	}
}

// What the build packed is sent as it is, unless the file was changed since.
func TestPackedFiles(t *testing.T) {
	best := func(data []byte) []byte {
		var b bytes.Buffer
		w := brotli.NewWriterLevel(&b, brotli.BestCompression)
		if _, err := w.Write(data); err != nil {
			t.Fatal(err)
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	page := folder()["index.html"].Data
	for _, c := range []struct {
		name string
		twin []byte
		sent bool
	}{
		{"the file, packed", best(page), true},
		{"another file, packed", best([]byte("what was there before")), false},
		{"cut off", best(page)[:10], false},
		{"not packed at all", page, false},
		{"a bomb", best(make([]byte, 1<<20)), false},
	} {
		dir := folder()
		dir["index.html.br"] = &fstest.MapFile{Data: c.twin}
		data, err := io.ReadAll(get(t, New(dir), "GET", "/", map[string]string{"Accept-Encoding": "br"}).Body)
		if err != nil {
			t.Fatal(err)
		}
		if sent := bytes.Equal(data, c.twin); sent != c.sent {
			t.Errorf("%s: sent %v, want %v", c.name, sent, c.sent)
		}
		if whole, err := io.ReadAll(brotli.NewReader(bytes.NewReader(data))); err != nil || !bytes.Equal(whole, page) {
			t.Errorf("%s: what was sent is not the page: %v", c.name, err)
		}
	}
}
