package story

import "strings"

// known is "expected A, B or C", preceded by a guess at what was meant.
func known(got string, names []string) string {
	var b strings.Builder
	if guess := nearest(got, names); guess != "" {
		b.WriteString("did you mean " + quote(guess) + "? ")
	}
	b.WriteString("expected ")
	const most = 16
	for i, name := range names {
		switch {
		case i == most:
			b.WriteString(" …")
			return b.String()
		case i > 0 && i == len(names)-1:
			b.WriteString(" or ")
		case i > 0:
			b.WriteString(", ")
		}
		b.WriteString(name)
	}
	return b.String()
}

// maxGuesses is among how many names one is guessed; more are not worth the time.
const maxGuesses = 500

// nearest is the name that differs from got by the fewest slips, where that is few
// enough to be a slip at all; else empty. Upper and lower case count as equal.
func nearest(got string, names []string) string {
	const longest = 64 // a longer word is no misspelt name
	if len(got) > longest || len(names) > maxGuesses {
		return ""
	}
	got = strings.ToLower(got)
	best, guess := 1+(len(got)+1)/4, ""
	for _, name := range names {
		if len(name) > longest {
			continue
		}
		if n := slips(got, strings.ToLower(name)); n < best || n == best && guess == "" {
			best, guess = n, name
		}
	}
	return guess
}

// slips counts the letters that were left out, added, mistaken or swapped with their
// neighbour between a and b: the optimal string alignment distance, in bytes.
func slips(a, b string) int {
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := range len(a) {
		row[0] = i + 1
		for j := range len(b) {
			change := 1
			if a[i] == b[j] {
				change = 0
			}
			row[j+1] = min(last[j]+change, last[j+1]+1, row[j]+1)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}
