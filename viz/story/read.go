package story

import (
	"errors"
	"io/fs"
	"strconv"
	"strings"
	"unicode/utf8"
)

// read takes a file in and checks what holds for every file: that it is there, not
// too large, not empty, and UTF-8 with proper line ends. It reports false when
// nothing can be decoded.
func (d *decoder) read(name string, required bool, most int) (*file, bool) {
	f := d.open(name)
	info, err := fs.Stat(d.dir, name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if required {
			f.fail(0, "", "the file is missing", "a story needs "+storyFile+" and "+eventsFile+" or "+eventsTable)
		}
		return f, false
	case err != nil:
		f.fail(0, "", "the file cannot be read: "+err.Error(), "")
		return f, false
	case info.IsDir():
		f.fail(0, "", "is a folder", "expected a file")
		return f, false
	case info.Size() > int64(most):
		f.fail(0, "", strconv.FormatInt(info.Size(), 10)+" bytes", "expected at most "+strconv.Itoa(most))
		return f, false
	}
	data, err := fs.ReadFile(d.dir, name)
	if err != nil {
		f.fail(0, "", "the file cannot be read: "+err.Error(), "")
		return f, false
	}
	f.src = string(data)
	return f, f.sound()
}

const (
	mark        = "\ufeff" // the byte-order mark in UTF-8
	saveAsUTF8  = "save the file as UTF-8 without a byte-order mark"
	saveWithLF  = "save the file with line ends LF or CRLF"
	notUTF8     = "not UTF-8"
	utf16Little = "\xff\xfe"
	utf16Big    = "\xfe\xff"
)

// sound checks the bytes of a file. A byte-order mark is an error but does not keep
// the rest from being checked; in a table it is fine, since Excel writes one before
// every CSV in UTF-8.
func (f *file) sound() bool {
	if strings.HasPrefix(f.src, utf16Little) || strings.HasPrefix(f.src, utf16Big) {
		f.fail(1, "", "the file is UTF-16", saveAsUTF8)
		return false
	}
	if !utf8.ValidString(f.src) {
		at := invalidAt(f.src)
		f.fail(lineOf(f.src, at), "", notUTF8+": byte "+hexByte(f.src[at]), saveAsUTF8)
		return false
	}
	if rest, found := strings.CutPrefix(f.src, mark); found {
		if !strings.HasSuffix(f.name, ".csv") {
			f.fail(1, "", "the file begins with a byte-order mark", saveAsUTF8)
		}
		f.src = rest
	}
	if strings.TrimSpace(f.src) == "" {
		f.fail(0, "", "the file is empty", "")
		return false
	}
	if at := loneReturn(f.src); at >= 0 {
		f.fail(lineOf(f.src, at), "", "a line ends in CR alone", saveWithLF)
		return false
	}
	return true
}

// invalidAt is where the first byte stands that is not UTF-8.
func invalidAt(s string) int {
	for i, r := range s {
		if r == utf8.RuneError {
			if _, size := utf8.DecodeRuneInString(s[i:]); size == 1 {
				return i
			}
		}
	}
	return len(s)
}

// loneReturn is where the first carriage return stands that no line feed follows,
// -1 if there is none.
func loneReturn(s string) int {
	for at := 0; ; {
		i := strings.IndexByte(s[at:], '\r')
		if i < 0 {
			return -1
		}
		at += i + 1
		if at == len(s) || s[at] != '\n' {
			return at - 1
		}
	}
}

// lineOf is the line, from 1, on which a byte stands.
func lineOf(s string, at int) int { return 1 + strings.Count(s[:at], "\n") }

func hexByte(b byte) string {
	const digits = "0123456789ABCDEF"
	return "0x" + digits[b>>4:b>>4+1] + digits[b&15:b&15+1]
}

// readMethod keeps METHOD.md as it is, with line ends LF.
func (d *decoder) readMethod() {
	f, ok := d.read(methodFile, false, MaxMethod)
	if !ok {
		return
	}
	method := strings.ReplaceAll(f.src, "\r\n", "\n")
	for i, line := range strings.Split(method, "\n") {
		if what, expected := flaw(strings.ReplaceAll(line, "\t", " "), MaxMethod); what != "" {
			f.fail(i+1, "", what, expected)
		}
	}
	d.story.Method = method
}
