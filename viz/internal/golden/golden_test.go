package golden

import (
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// spy is a test that notes its failures instead of failing.
type spy struct {
	testing.TB
	said []string
}

func (s *spy) Helper() {}
func (s *spy) Errorf(format string, args ...any) {
	s.said = append(s.said, fmt.Sprintf(format, args...))
}

// setUp writes a wanted file and returns its path.
func setUp(t *testing.T, name, want string) string {
	t.Helper()
	if *update {
		t.Skip("with -update everything agrees")
	}
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(want), 0o666); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestText(t *testing.T) {
	long := strings.Repeat("x", 500)
	tests := []struct {
		name, want, got string
		say             string // part of what is said; empty: nothing
	}{
		{"the same", "a\nb\n", "a\nb\n", ""},
		{"another line", "a\nb\nc\n", "a\nB\nc\n", "line 2, byte 1, of 4 lines wanted and 4 got:\n  want \"b\"\n  got  \"B\""},
		{"a line more", "a\n", "a\nb\n", `got  "b"`},
		{"a line less", "a\nb", "a", "(the text ends here)"},
		{"far along a line", long + "1" + long, long + "2" + long, "byte 501"},
		{"one byte at the end", "a", "a\n", "1 lines wanted and 2 got"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			path := setUp(t, "x.txt", test.want)
			s := &spy{TB: t}
			Text(s, path, []byte(test.got))
			all := strings.Join(s.said, "\n")
			if (test.say == "") != (all == "") || !strings.Contains(all, test.say) {
				t.Errorf("said %q, want %q", all, test.say)
			}
			if len(all) > 600 {
				t.Errorf("said too much: %d bytes", len(all))
			}
			got, err := os.ReadFile(gotPath(path))
			switch {
			case test.say == "" && err == nil:
				t.Error("a file was left although all is well")
			case test.say != "" && (err != nil || string(got) != test.got):
				t.Errorf("the file beside holds %q, %v", got, err)
			}
		})
	}
}

func TestGoneAgainWhenItPasses(t *testing.T) {
	path := setUp(t, "x.txt", "a")
	Text(&spy{TB: t}, path, []byte("b"))
	Text(&spy{TB: t}, path, []byte("a"))
	if _, err := os.Stat(gotPath(path)); err == nil {
		t.Error("the file of the earlier failure is still there")
	}
}

func TestMissingFile(t *testing.T) {
	path := setUp(t, "x.txt", "a")
	s := &spy{TB: t}
	Text(s, path+"none", nil)
	if len(s.said) != 1 || !strings.Contains(s.said[0], "-update") {
		t.Errorf("said %q", s.said)
	}
}

func TestSVG(t *testing.T) {
	path := setUp(t, "x.svg", `<svg><a/><b c="1"/></svg>`)
	s := &spy{TB: t}
	SVG(s, path, []byte(`<svg><a/><b c="2"/></svg>`))
	if len(s.said) != 1 || !strings.Contains(s.said[0], `line 3`) || !strings.Contains(s.said[0], `<b c=\"2\"/>`) {
		t.Errorf("said %q", s.said)
	}
}

func TestGotPath(t *testing.T) {
	for in, want := range map[string]string{"a/b.svg": "a/b.got.svg", "a.b/c": "a.b/c.got", "x.pdf.txt": "x.pdf.got.txt"} {
		if got := gotPath(in); got != want {
			t.Errorf("%s: %s, want %s", in, got, want)
		}
	}
}

func gray(w, h int, level uint8) *image.Gray {
	m := image.NewGray(image.Rect(0, 0, w, h))
	for i := range m.Pix {
		m.Pix[i] = level
	}
	return m
}

func TestPNG(t *testing.T) {
	dot := gray(10, 10, 100)
	dot.Pix[23] = 200
	tests := []struct {
		name string
		got  image.Image
		tol  Tolerance
		say  string
	}{
		{"the same", gray(10, 10, 100), Tolerance{}, ""},
		{"one level off, none allowed", gray(10, 10, 101), Tolerance{}, "100 of 100 pixels"},
		{"one level off, allowed", gray(10, 10, 101), Tolerance{Pixel: 0.01}, ""},
		{"a little everywhere", gray(10, 10, 102), Tolerance{Pixel: 0.01, Mean: 0.001}, "mean 0.00784"},
		{"one dot", dot, Edges, "largest 0.392 at (3,2)"},
		{"one dot, allowed", dot, Tolerance{Pixel: 0.02, Count: 1}, ""},
		{"another size", gray(10, 11, 100), Tolerance{Pixel: 1, Count: 1000}, "size"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			path := setUp(t, "x.png", "")
			f, err := os.Create(path)
			if err != nil {
				t.Fatal(err)
			}
			if err := png.Encode(f, gray(10, 10, 100)); err != nil {
				t.Fatal(err)
			}
			if err := f.Close(); err != nil {
				t.Fatal(err)
			}
			s := &spy{TB: t}
			PNG(s, path, test.got, test.tol)
			all := strings.Join(s.said, "\n")
			if (test.say == "") != (all == "") || !strings.Contains(all, test.say) {
				t.Errorf("said %q, want %q", all, test.say)
			}
		})
	}
}

func TestDistance(t *testing.T) {
	white, black := color.White, color.Black
	if d := Distance(white, black); d < 0.9999 || d > 1.0001 {
		t.Errorf("white and black are %g apart", d)
	}
	if d := Distance(color.Transparent, white); d != 0 {
		t.Errorf("nothing and white are %g apart", d)
	}
	if d := Distance(color.NRGBA{A: 128}, color.Gray{Y: 127}); d > 0.001 {
		t.Errorf("half black and grey are %g apart", d)
	}
	// The eye sees a step in green better than one in blue.
	green := Distance(color.RGBA{G: 100, A: 255}, color.RGBA{G: 130, A: 255})
	blue := Distance(color.RGBA{B: 100, A: 255}, color.RGBA{B: 130, A: 255})
	if green <= blue {
		t.Errorf("a step in green is %g, in blue %g", green, blue)
	}
}
