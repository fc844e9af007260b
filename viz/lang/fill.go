package lang

import "strings"

// expand fills the {name} places of a pattern in one pass. Places that value does
// not know stay as they are.
func expand(pattern string, value func(name string) (string, bool)) string {
	if !strings.Contains(pattern, "{") {
		return pattern
	}
	var b strings.Builder
	for {
		before, name, after, ok := cutPlace(pattern)
		b.WriteString(before)
		if !ok {
			return b.String()
		}
		if v, known := value(name); known {
			b.WriteString(v)
		} else {
			b.WriteString("{" + name + "}")
		}
		pattern = after
	}
}

// cutPlace splits a pattern round its first {name}; without one, before is all of it.
func cutPlace(pattern string) (before, name, after string, ok bool) {
	before, rest, found := strings.Cut(pattern, "{")
	if !found {
		return pattern, "", "", false
	}
	name, after, found = strings.Cut(rest, "}")
	if !found {
		return pattern, "", "", false
	}
	return before, name, after, true
}

// one fills the single place {name}.
func one(pattern, name, value string) string { return strings.ReplaceAll(pattern, "{"+name+"}", value) }
