package timelinejs

import (
	"slices"
	"strings"
	"testing"
)

func TestPlain(t *testing.T) {
	for _, c := range []struct {
		in, want string
		links    []link
	}{
		{"plain", "plain", nil},
		{" two\n lines\t ", "two lines", nil},
		{"<p>One.</p><p>Two.</p>", "One. Two.", nil},
		{"Houston<br/> 1963", "Houston 1963", nil},
		{"AT&amp;T &lt;b&gt;", "AT&T <b>", nil},
		{"a < b, x <3 y & z", "a < b, x <3 y & z", nil},
		{"<ul><li>a<li>b</ul>", "• a • b", nil},
		{"<blockquote>Words. <cite>Someone</cite></blockquote>", "Words. — Someone", nil},
		{`see <a href="https://x.org/?a=1&amp;b=2">the <i>paper</i></a>.`, "see the paper.", []link{{"the paper", "https://x.org/?a=1&b=2"}}},
		{`<a href=//x.org>never closed`, "never closed", []link{{"never closed", "//x.org"}}},
		{`</a>closed twice</a>`, "closed twice", nil},
		{`a<script>alert("<p>")</script>b<style>p{}</style>c`, "abc", nil},
		{`a<script>never closed`, "a", nil},
		{`<iframe src='https://x.org/e'>no frames</iframe>!`, "!", []link{{"", "https://x.org/e"}}},
		{`<img src="https://x.org/p.jpg" alt="A face" onerror="x()">`, "", []link{{"A face", "https://x.org/p.jpg"}}},
		{"<!-- hidden -->seen", "seen", nil},
		{"a\u202eb\u0000c\u2028d\ufeff", "abc d", nil},
		{"lost \ufffd letter", "lost ? letter", nil},
		{"&#0;&#x202e;x", "?x", nil}, // HTML makes U+FFFD of a zero
		{"no\u00a0break", "no\u00a0break", nil},
		{"<textarea><b>raw</b></textarea>", "<b>raw</b>", nil},
	} {
		got := plain(c.in)
		if got.text != c.want || !slices.Equal(got.links, c.links) {
			t.Errorf("%q: %q %q, want %q %q", c.in, got.text, got.links, c.want, c.links)
		}
	}
}

func TestAddresses(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"https://x.org/a", "https://x.org/a"},
		{" HTTP://X.org ", "HTTP://X.org"},
		{"//upload.example.org/x.jpg", "https://upload.example.org/x.jpg"},
		{"www.youtube.com/watch?v=1", "https://www.youtube.com/watch?v=1"},
		{"mailto:desk@example.org", "mailto:desk@example.org"},
		{"https://x.org/a b|c", "https://x.org/a%20b%7Cc"},
		{"https://x.org/100%", "https://x.org/100%25"},
		{"https://x.org/한국", "https://x.org/한국"},
		{"https://x.org/\u202eevil", "https://x.org/%E2%80%AEevil"},
		{"/static/img.png", ""},
		{"#anchor", ""},
		{"javascript:alert(1)", ""},
		{"JaVaScRiPt://x.org/%0aalert(1)", ""},
		{"data:text/html,x", ""},
		{"https://user@x.org/", ""},
		{"https://x.org@evil.org/", ""},
		{"https://", ""},
		{"https://x.org/" + strings.Repeat("a", 700), ""},
		{"", ""},
	} {
		if got := address(c.in); got != c.want {
			t.Errorf("%q: %q, want %q", c.in, got, c.want)
		}
	}
}

func TestPictures(t *testing.T) {
	for in, want := range map[string]bool{
		"https://x.org/a.JPG?w=1":                                 true,
		"https://commons.wikimedia.org/wiki/File:A.jpeg":          true,
		"https://www.flickr.com/photos/a/1/":                      true,
		"https://youtu.be/x":                                      false,
		"https://en.wikipedia.org/wiki/Ada":                       false,
		"https://en.wikipedia.org/wiki/Ada#/media/File:Ada.jpg":   false,
		"https://x.org/film.mp4":                                  false,
		"/static/a.png":                                           true,
		"https://www.google.com/maps/@42.03,-87.66,15z":           false,
		"https://lh4.googleusercontent.com/-QO1O34U4z7k/w622/IMG": true,
	} {
		if got := picture(in); got != want {
			t.Errorf("%s: %v", in, got)
		}
	}
}

func TestGuard(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"plain", "plain"}, {"'quoted'", "'quoted'"}, {"", ""},
		{"=1+1", "'=1+1"}, {"+49", "'+49"}, {"-x", "'-x"}, {"@x", "'@x"}, {"\tx", "'\tx"}, {" =1", "' =1"},
		{"'=1", "''=1"}, {"＝1", "'＝1"}, {"a=b", "a=b"},
	} {
		if got := guard(c.in); got != c.want || unguard(got) != c.in {
			t.Errorf("%q: %q, back %q", c.in, got, unguard(got))
		}
	}
}
