package timelinejs

import (
	"strconv"
	"strings"
)

// clockDate reads the one-cell dates of version 1 and of old sheets as a version 3
// date: 2011,12,10 and more parts to the millisecond, m/d/yyyy, m/yyyy, ISO, or a
// year; a time of day may follow. why says what is wrong.
func clockDate(s string) (date node, why string) {
	s = strings.ReplaceAll(strings.ReplaceAll(s, ", ", ","), " ,", ",")
	day, clock, _ := strings.Cut(s, " ")
	if !strings.Contains(day, ",") && len(day) > 8 {
		if d, c, found := strings.Cut(day, "T"); found {
			day, clock = d, strings.TrimSuffix(c, "Z")
		}
	}
	var parts []string // year, month, day and on
	switch {
	case strings.Contains(day, ","):
		parts = strings.Split(day, ",")
	case strings.Contains(day, "/"):
		parts = strings.Split(day, "/")
		year := parts[len(parts)-1]
		parts = append([]string{year}, parts[:len(parts)-1]...)
	case strings.Contains(strings.TrimPrefix(day, "-"), "-"):
		rest, bce := strings.CutPrefix(day, "-")
		if parts = strings.Split(rest, "-"); bce {
			parts[0] = "-" + parts[0]
		}
	default:
		parts = []string{day}
	}
	date = object()
	if len(parts) > len(dateParts) {
		return date, quote(s) + " has too many parts for a date"
	}
	for i, part := range parts {
		if part = strings.TrimSpace(part); !digits(part, i == 0) {
			return date, quote(s) + " is not a date"
		}
		put(&date, dateParts[i], part)
	}
	if clock = strings.TrimSpace(clock); clock != "" && !addClock(&date, clock) {
		set(&date, "time", text(clock))
	}
	return date, ""
}

// digits reports whether s is a whole number, or empty.
func digits(s string, signed bool) bool {
	if signed {
		rest, minus := strings.CutPrefix(s, "-")
		if minus && rest == "" {
			return false
		}
		s = rest
	}
	for _, c := range []byte(s) {
		if c < '0' || c > '9' {
			return false
		}
	}
	return true
}

// addClock reads h:mm, h:mm:ss, h:mm:ss.f, hhmm and h.mm, with am or pm, into the
// hour, minute, second and millisecond of a date.
func addClock(date *node, s string) bool {
	s = strings.ToLower(strings.ReplaceAll(s, " ", ""))
	half := ""
	for _, suffix := range []string{"am", "pm", "a.m.", "p.m."} {
		if rest, found := strings.CutSuffix(s, suffix); found {
			s, half = rest, suffix[:1]
			break
		}
	}
	parts := strings.Split(s, ":")
	fraction := ""
	switch {
	case len(parts) == 1 && strings.Contains(s, "."):
		parts = strings.Split(s, ".")
	case len(parts) == 1 && len(s) >= 3 && len(s) <= 4:
		parts = []string{s[:len(s)-2], s[len(s)-2:]}
	case len(parts) == 3:
		parts[2], fraction, _ = strings.Cut(parts[2], ".")
	}
	if len(parts) > 3 {
		return false
	}
	limits := []int{24, 60, 60}
	values := make([]int, len(parts))
	for i, part := range parts {
		n, err := strconv.Atoi(part)
		if err != nil || n < 0 || n >= limits[i] {
			return false
		}
		values[i] = n
	}
	if half != "" {
		if values[0] < 1 || values[0] > 12 {
			return false
		}
		values[0] %= 12
		if half == "p" {
			values[0] += 12
		}
	}
	if !digits(fraction, false) {
		return false
	}
	for i, n := range values {
		put(date, dateParts[3+i], strconv.Itoa(n))
	}
	if fraction != "" {
		put(date, "millisecond", strings.TrimLeft((fraction + "00")[:3], "0")+zeroIfNone(fraction))
	}
	return true
}

// zeroIfNone is "0" for a fraction of zeros, whose digits are all trimmed.
func zeroIfNone(fraction string) string {
	if strings.Trim((fraction + "00")[:3], "0") == "" {
		return "0"
	}
	return ""
}
