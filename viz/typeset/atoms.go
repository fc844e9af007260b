package typeset

// level says how reluctantly a line may end at a place.
type level uint8

// The levels, from a break that every reader expects to one that only saves the
// text from being lost.
const (
	atSpace  level = iota // between words
	atGlue                // at a space that the language's rules close
	atHyphen              // inside a word, after its hyphen, dash or slash
	atLetter              // between two letters
	atForced              // at a line feed in the text
)

// atom is a part of a text that stays in one line: chars from..to, and the white
// space up to next, which vanishes at a line's end.
type atom struct {
	from, to, next int
	after          level // how a line may end after it
}

// breaker breaks one text.
type breaker struct {
	t     *shaped
	text  string
	rules rules
	atoms []atom
}

// offset is the byte at which a character stands.
func (b *breaker) offset(i int) int {
	if i < len(b.t.chars) {
		return b.t.chars[i].at
	}
	return len(b.text)
}

// slice is the text of chars from..to.
func (b *breaker) slice(from, to int) string { return b.text[b.offset(from):b.offset(to)] }

// width is the width of chars from..to as a line of their own, in ems.
func (b *breaker) width(from, to int) float64 {
	if from >= to {
		return 0
	}
	return b.t.chars[to-1].end() - b.start(from)
}

// start is where a line that begins with a char begins: kerning with what stood before is gone.
func (b *breaker) start(i int) float64 { return b.t.chars[i].x }

// split cuts the text into atoms that fit into limit ems. Words that do not are
// opened at their closed spaces, then after hyphens, then between letters, each
// only if the step before was not enough.
func (b *breaker) split(limit float64) {
	words := b.words()
	for i := 0; i < len(words); {
		j := i // words i..j hang together by closed spaces
		for j < len(words)-1 && words[j].after == atGlue {
			j++
		}
		if b.width(words[i].from, words[j].to) <= limit {
			b.atoms = append(b.atoms, atom{words[i].from, words[j].to, words[j].next, words[j].after})
		} else {
			for ; i <= j; i++ {
				b.open(words[i], limit)
			}
		}
		i = j + 1
	}
}

// words are the parts between white space; after says what the space is.
func (b *breaker) words() []atom {
	chars := b.t.chars
	var out []atom
	i := 0
	for i < len(chars) && breakable(chars[i].r) {
		i++ // white space at the start of a text stands for nothing
	}
	for i < len(chars) {
		w := atom{from: i}
		for i < len(chars) && !breakable(chars[i].r) {
			i++
		}
		w.to = i
		for i < len(chars) && breakable(chars[i].r) {
			if mustBreak(chars[i].r) {
				w.after = atForced
			}
			i++
		}
		w.next = i
		out = append(out, w)
	}
	for i := 0; i+1 < len(out); i++ {
		if out[i].after == atSpace && b.rules.spaceCloses(b.slice(out[i].from, out[i].to), b.slice(out[i+1].from, out[i+1].to)) {
			out[i].after = atGlue
		}
	}
	return out
}

// open adds the parts of one word: itself if it fits, else what lies between its
// hyphens, else letters.
func (b *breaker) open(w atom, limit float64) {
	from := w.from
	for i := w.from + 1; i <= w.to; i++ {
		if i < w.to && !(hyphen(b.t.chars[i-1].r) && b.splits(i)) {
			continue
		}
		part := atom{from, i, i, atHyphen}
		if i == w.to {
			part.next, part.after = w.next, w.after
		}
		from = i
		if b.width(part.from, part.to) <= limit {
			b.atoms = append(b.atoms, part)
			continue
		}
		b.letters(part)
	}
}

// letters adds a part letter by letter.
func (b *breaker) letters(w atom) {
	from := w.from
	for i := w.from + 1; i < w.to; i++ {
		if b.splits(i) {
			b.atoms = append(b.atoms, atom{from, i, i, atLetter})
			from = i
		}
	}
	b.atoms = append(b.atoms, atom{from, w.to, w.next, w.after})
}

// splits reports whether a line may end before char i inside a word, when it must.
func (b *breaker) splits(i int) bool {
	l, r := b.t.chars[i-1].r, b.t.chars[i].r
	return !glue(l) && !glue(r) && !attached(r) && !b.rules.opening(l) && !b.rules.closing(r)
}

// hyphen reports marks after which a long word opens first.
func hyphen(r rune) bool {
	switch r {
	case '-', 0x2010, '–', '—', '/':
		return true
	}
	return false
}
