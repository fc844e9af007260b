package timelinejs

import (
	"net/url"
	"path"
	"strings"

	"rentang/viz/story"
)

// address makes an address one that a story may link to: http, https or mailto,
// with what an address cannot hold percent-encoded. It is empty for any other, such
// as javascript:, data: and relative ones.
func address(s string) string {
	s = strings.TrimSpace(s)
	switch scheme := strings.ToLower(s); {
	case strings.HasPrefix(s, "//"):
		s = "https:" + s
	case strings.HasPrefix(scheme, "http://"), strings.HasPrefix(scheme, "https://"):
	case strings.HasPrefix(scheme, "mailto:") && strings.Contains(s, "@"):
	case bareHost(s):
		s = "https://" + s
	default:
		return ""
	}
	s = percent(s)
	if len([]rune(s)) > story.MaxLine {
		return ""
	}
	if strings.HasPrefix(strings.ToLower(s), "mailto:") {
		return s
	}
	u, err := url.Parse(s)
	if err != nil || u.Host == "" || u.User != nil {
		return ""
	}
	host := s[strings.Index(s, "//")+2:]
	if i := strings.IndexAny(host, "/?#"); i >= 0 {
		host = host[:i]
	}
	if host == "" || strings.Contains(host, "@") {
		return "" // url.Parse and a browser may differ about where a host ends
	}
	return s
}

// percent encodes the characters that a story refuses in an address.
func percent(s string) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for i, r := range s {
		switch {
		case r == '%' && !escaped(s[i:]):
			b.WriteString("%25")
		case r <= ' ' || r == 0x7f || strings.ContainsRune("\"<>\\`{}|^", r):
			b.Write([]byte{'%', hex[r>>4], hex[r&15]})
		case r >= 0x80 && tidy(string(r)) != string(r):
			b.WriteString(url.PathEscape(string(r)))
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// escaped reports whether s begins with a percent-encoded byte.
func escaped(s string) bool {
	const hex = "0123456789abcdefABCDEF"
	return len(s) > 2 && strings.IndexByte(hex, s[1]) >= 0 && strings.IndexByte(hex, s[2]) >= 0
}

// bareHost reports whether s is an address without its scheme, such as
// youtube.com/watch?v=x, which TimelineJS lets pass.
func bareHost(s string) bool {
	host, _, slash := strings.Cut(s, "/")
	if !slash || !strings.Contains(host, ".") || strings.HasPrefix(host, ".") || strings.HasSuffix(host, ".") {
		return false
	}
	for _, c := range []byte(host) {
		if c != '.' && c != '-' && (c < '0' || c > '9') && (c < 'a' || c > 'z') && (c < 'A' || c > 'Z') {
			return false
		}
	}
	return true
}

// host is the name of a site for people.
func host(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	if u.Host == "" {
		return tidy(u.Opaque)
	}
	return strings.TrimPrefix(strings.ToLower(tidy(u.Host)), "www.")
}

// picture reports whether an address shows a picture, rather than a film, a sound,
// a map, a post or a page.
func picture(s string) bool {
	u, err := url.Parse(s)
	if err != nil {
		return false
	}
	site := strings.TrimPrefix(strings.ToLower(u.Host), "www.")
	switch {
	case site == "commons.wikimedia.org" && strings.Contains(u.Path, "/File:"):
		return true
	case site == "instagram.com":
		return strings.HasPrefix(u.Path, "/p/")
	case site == "flickr.com", site == "flic.kr", site == "imgur.com", strings.HasSuffix(site, ".googleusercontent.com"):
		return true
	case strings.HasSuffix(site, "wikipedia.org"):
		return false
	}
	switch strings.ToLower(path.Ext(u.Path)) {
	case ".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".bmp", ".avif":
		return true
	}
	return false
}
