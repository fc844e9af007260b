package interact

import "math"

// Set is which events Play stops at.
type Set uint8

// The sets. First stops at importance 5, Main at 4 and 5, All at every event.
const (
	First Set = iota
	Main
	All
)

// least is the least importance of the set.
func (s Set) least() int {
	switch s {
	case First:
		return 5
	case Main:
		return 4
	}
	return math.MinInt
}

// ParseSet reads "first", "main" or "all"; anything else is First.
func ParseSet(s string) Set {
	switch s {
	case "main":
		return Main
	case "all":
		return All
	}
	return First
}

// Moment is what Play needs to know of an event.
type Moment struct {
	ID              string
	At              float64 // in days
	Importance      int
	Title, Sentence int // length of the title and of the caption's first sentence, in characters
}

// Stop is one stop of Play: where, how long, and how long the way there takes
// from the stop before it. The first stop has no way.
type Stop struct {
	ID            string
	At            float64 // in days
	Dwell, Travel float64 // milliseconds at speed 1
}

// yearDays is the mean length of a year of the Gregorian calendar.
const yearDays = 365.2425

// Plan appends the stops of a set to dst. moments are in order of time.
//
// A main event (importance 4 or 5) stays 1 s + (title + first sentence) / rate,
// between 3 and 8 s; a lesser one 0.8 s + title / rate, between 1.8 and 5 s. The
// way takes 0.4 s + 0.12 s a year, at most 1.6 s. rate is in characters a second,
// see [ReadingRate]. A set without events falls back on the next larger one, so
// that a story of lesser events plays too.
func Plan(dst []Stop, moments []Moment, set Set, rate float64) []Stop {
	from := len(dst)
	for {
		for _, m := range moments {
			if m.Importance < set.least() {
				continue
			}
			s := Stop{ID: m.ID, At: m.At, Dwell: dwell(m, rate)}
			if len(dst) > from {
				years := math.Abs(m.At-dst[len(dst)-1].At) / yearDays
				s.Travel = 1000 * min(1.6, .4+.12*years)
			}
			dst = append(dst, s)
		}
		if len(dst) > from || set >= All {
			return dst
		}
		set++
	}
}

func dwell(m Moment, rate float64) float64 {
	if m.Importance >= 4 {
		return 1000 * min(8, max(3, 1+float64(m.Title+m.Sentence)/rate))
	}
	return 1000 * min(5, max(1.8, .8+float64(m.Title)/rate))
}

// ReadingRate is how many characters a second people read in a language (BCP 47):
// 7 in those written in syllables or words (ko, ja, zh), 14 in the others. Subtitles
// allow at most 12 and 17 to 20; a reader of Play looks at the picture too.
func ReadingRate(tag string) float64 {
	if len(tag) >= 2 && (len(tag) == 2 || tag[2] == '-') {
		switch tag[:2] {
		case "ko", "ja", "zh":
			return 7
		}
	}
	return 14
}
