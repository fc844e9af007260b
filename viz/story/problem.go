package story

import (
	"slices"
	"strconv"
	"strings"
)

// Severity tells errors, which keep a story from being drawn, from warnings.
type Severity uint8

// The severities.
const (
	Error Severity = iota
	Warning
)

// Problem is one thing wrong with a story folder.
type Problem struct {
	Severity Severity
	File     string
	Line     int    // from 1; 0 when the problem is the file itself
	Field    string // as in events[3].title.ko or column high; may be empty
	What     string // what is wrong
	Expected string // what is expected, and the remedy
}

// String is "file:line: field: what is wrong, what is expected". It says nothing of
// the severity. What a story says is quoted and shortened in it, so that a line
// stays a line.
func (p Problem) String() string {
	var b strings.Builder
	b.WriteString(p.File)
	if p.Line > 0 {
		b.WriteByte(':')
		b.WriteString(strconv.Itoa(p.Line))
	}
	for _, part := range [...]string{p.Field, p.What} {
		if part != "" {
			b.WriteString(": ")
			b.WriteString(part)
		}
	}
	if p.Expected != "" {
		b.WriteString(", ")
		b.WriteString(p.Expected)
	}
	return b.String()
}

// Problems is every problem of a folder, in order of file and line. The files stand
// in the order in which they are read, story.json first.
type Problems []Problem

// Errors reports whether any problem is an error.
func (p Problems) Errors() bool {
	return slices.ContainsFunc(p, func(one Problem) bool { return one.Severity == Error })
}

// Error makes Problems an error: all lines.
func (p Problems) Error() string {
	lines := make([]string, len(p))
	for i, one := range p {
		lines[i] = one.String()
	}
	return strings.Join(lines, "\n")
}

// quote is s in double quotes for a message, shortened, with everything invisible
// escaped.
func quote(s string) string {
	const most = 40
	n := 0
	for i := range s {
		if n == most {
			s = s[:i] + "…"
			break
		}
		n++
	}
	return strconv.Quote(s)
}
