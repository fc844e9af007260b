package typeset

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"
)

// What a line costs besides its raggedness, which is the square of the share of
// the width that stays empty. Found by eye on the titles of the built-in story.
const (
	costOrphan = 4.0  // a last line of one syllable, in Korean
	costNumber = 0.04 // a line that ends in a number: its word follows in the next
	costShort  = 0.04 // a line that ends in a small word of two letters, such as di, to or на
	costGlue   = 1.0  // times the level: a break that the rules close
	gainComma  = 0.15 // a line of a title that ends where the sentence pauses
)

// labelLines is up to how many lines a text counts as a label, whose last line
// should be as long as the others; in longer texts the last line is free.
const labelLines = 3

// slack takes up what is lost to rounding when a text is exactly as wide as its
// line, in ems.
const slack = 1e-9

// Break splits text into at most most lines no wider than width, by the
// language's rules, with the fewest lines and, among those, the least raggedness;
// a text that needs more lines ends in an ellipsis and cut is true. most 0 means
// as many as needed. A single word wider than width is broken between letters
// rather than lost. Lines are parts of text without the white space between
// them; a line feed in the text ends a line. A text without words gives no lines.
//
// The rules: all languages break at white space only. A closing mark, a comma, a middle dot or
// a dash never starts a line, an opening mark never ends one, and a number keeps
// its unit. Korean leaves no last line of one syllable; Russian leaves no word of
// one letter at the end of a line. lang is a BCP 47 tag; others than those four
// follow the common rules.
func (s *Set) Break(text, lang string, st Style, width float64, most int) (lines []string, cut bool) {
	b, limit := s.breaker(text, lang, st, width)
	if len(b.atoms) == 0 {
		return nil, false
	}
	greedy := b.greedy(limit)
	if most > 0 && len(greedy) > most {
		return s.shorten(b, greedy[:most], st.Weight, limit), true
	}
	last := len(b.atoms) - 1
	ends := b.solve(limit, func(i, j int) float64 {
		w := b.width(b.atoms[i].from, b.atoms[j].to)
		empty := (limit - w) / limit
		if j == last && len(greedy) > labelLines && w > limit/3 {
			empty = 0
		}
		c := empty*empty + b.penalty(i, j)
		if b.pause(j) {
			c -= gainComma / 10 // among equals only: labels have no room to give
		}
		return c
	})
	return b.lines(ends), false
}

// Balance splits text into the fewest lines no wider than width with the least
// difference between them (for titles), preferring a break after a comma. The
// rules are those of Break.
func (s *Set) Balance(text, lang string, st Style, width float64) []string {
	b, limit := s.breaker(text, lang, st, width)
	if len(b.atoms) == 0 {
		return nil
	}
	var sum float64
	greedy := b.greedy(limit)
	from := 0
	for _, end := range greedy {
		sum += b.width(b.atoms[from].from, b.atoms[end].to)
		from = end + 1
	}
	mean := sum / float64(len(greedy))
	if mean <= 0 {
		mean = 1
	}
	return b.lines(b.solve(limit, func(i, j int) float64 {
		off := b.width(b.atoms[i].from, b.atoms[j].to)/mean - 1
		c := off*off + b.penalty(i, j)
		if b.pause(j) {
			c -= gainComma
		}
		return c
	}))
}

// breaker prepares a text; limit is the width in ems.
func (s *Set) breaker(text, lang string, st Style, width float64) (*breaker, float64) {
	limit := width/st.Size + slack
	if !(limit > slack) || math.IsInf(limit, 0) { // also for NaN and a size of zero
		limit = slack
		if width > 0 && (st.Size == 0 || math.IsInf(width, 1)) {
			limit = math.MaxFloat32
		}
	}
	b := &breaker{t: s.shape(text, st.Weight), text: text, rules: rulesFor(lang)}
	b.split(limit)
	return b, limit
}

// greedy fills lines one after the other: the fewest lines there can be. It
// returns the last atom of each.
func (b *breaker) greedy(limit float64) []int {
	var ends []int
	from := 0
	for j := range b.atoms {
		if j > from && (b.atoms[j-1].after == atForced || b.width(b.atoms[from].from, b.atoms[j].to) > limit) {
			ends = append(ends, j-1)
			from = j
		}
	}
	return append(ends, len(b.atoms)-1)
}

// solve finds the lines with the lowest sum of costs among those with the fewest
// lines, by dynamic programming over the last atom of a line: fewest first, then
// cheapest, and both add up.
func (b *breaker) solve(limit float64, cost func(from, to int) float64) []int {
	type best struct {
		lines int
		cost  float64
		from  int
	}
	n := len(b.atoms)
	at := make([]best, n+1) // at[j]: the best way to set atoms before j
	for j := 1; j <= n; j++ {
		at[j] = best{lines: math.MaxInt}
		for i := j - 1; i >= 0; i-- {
			if i < j-1 && (b.atoms[i].after == atForced || b.width(b.atoms[i].from, b.atoms[j-1].to) > limit) {
				break
			}
			lines, c := at[i].lines+1, at[i].cost+cost(i, j-1)
			if lines < at[j].lines || lines == at[j].lines && c < at[j].cost {
				at[j] = best{lines, c, i}
			}
		}
	}
	ends := make([]int, at[n].lines)
	for j, k := n, at[n].lines-1; j > 0; j, k = at[j].from, k-1 {
		ends[k] = j - 1
	}
	return ends
}

// penalty is what a line from atom i to atom j costs besides its width.
func (b *breaker) penalty(i, j int) float64 {
	var c float64
	last := j == len(b.atoms)-1
	if last && i > 0 && b.rules.korean && syllables(b.slice(b.atoms[i].from, b.atoms[j].to)) == 1 {
		c += costOrphan
	}
	if last || b.atoms[j].after == atForced {
		return c
	}
	if b.atoms[j].after == atSpace {
		if r, _ := b.lastRune(j); unicode.IsDigit(r) {
			c += costNumber
		} else if !b.rules.korean && b.small(j) {
			c += costShort
		}
	}
	return c + costGlue*float64(b.atoms[j].after)
}

// syllables counts letters and figures.
func syllables(s string) int {
	n := 0
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			n++
		}
	}
	return n
}

// lastRune is the last character of an atom.
func (b *breaker) lastRune(j int) (rune, int) {
	return utf8.DecodeLastRuneInString(b.slice(b.atoms[j].from, b.atoms[j].to))
}

// small reports whether an atom ends in a word of one or two small letters.
func (b *breaker) small(j int) bool {
	a := b.atoms[j]
	n := 0
	for i := a.to - 1; i >= a.from && !breakable(b.t.chars[i].r); i-- {
		if n++; n > 2 || !unicode.IsLower(b.t.chars[i].r) {
			return false
		}
	}
	return true
}

// pause reports whether the sentence pauses after an atom.
func (b *breaker) pause(j int) bool {
	if j == len(b.atoms)-1 {
		return false
	}
	switch r, _ := b.lastRune(j); r {
	case ',', ';', ':', '.', '!', '?', '–', '—', '、', '。':
		return true
	}
	return false
}

// lines cuts the text at the given last atoms.
func (b *breaker) lines(ends []int) []string {
	out := make([]string, len(ends))
	from := 0
	for k, end := range ends {
		out[k] = b.slice(b.atoms[from].from, b.atoms[end].to)
		from = end + 1
	}
	return out
}

// shorten sets the lines of a text that is too long: the last of them ends in an
// ellipsis after the last word that leaves room for it, or after a letter if not
// even one word does.
func (s *Set) shorten(b *breaker, ends []int, w Weight, limit float64) []string {
	lines := b.lines(ends)
	k := len(ends) - 1
	from := 0
	if k > 0 {
		from = ends[k-1] + 1
	}
	dots := s.shape("…", w).width
	// fit sets chars from the line's start to end, if they and the dots fit. Most
	// ends are far too long, so their width is looked at before anything is set.
	fit := func(end int) bool {
		start := b.atoms[from].from
		if b.width(start, end)+dots/2 > limit {
			return false
		}
		line := ellipsis(&b.rules, b.slice(start, end))
		if line == "…" || !(s.shape(line, w).width <= limit) {
			return false
		}
		lines[k] = line
		return true
	}
	for j := ends[k]; j >= from; j-- {
		if b.atoms[j].after == atGlue {
			continue // the next word belongs to this one
		}
		if fit(b.atoms[j].to) {
			return lines
		}
	}
	for end := b.atoms[from].to - 1; end > b.atoms[from].from; end-- {
		if fit(end) {
			return lines
		}
	}
	lines[k] = "…"
	return lines
}

// ellipsis ends a line in three dots, without the marks that would stand before them.
func ellipsis(l *rules, line string) string {
	line = strings.TrimRightFunc(line, func(r rune) bool {
		switch r {
		case ',', ';', ':', '.', '…', '-', '–', '—', '·', 'ㆍ', '、', '。':
			return true
		}
		return unicode.IsSpace(r) || l.opening(r)
	})
	return line + "…"
}
