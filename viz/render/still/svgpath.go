package still

import (
	"math"
	"strconv"
)

// shorten writes path data again, smaller: coordinates relative to the point
// before, counted in whole hundredths so that nothing adds up; no letter where
// the command repeats; H, V and T where they say the same. The same letter of the
// alphabet becomes the same bytes wherever it stands, which compresses well.
//
// It reads what canvas writes, which is absolute M, L, H, V, Q and z, and returns
// data with any other command as it is.
func shorten(dst, data []byte) []byte {
	s := shortener{dst: dst}
	for rest := data; len(rest) > 0; {
		cmd := rest[0]
		rest = rest[1:]
		n, ok := arity(cmd)
		var v [4]int
		for i := 0; ok && i < n; i++ {
			v[i], rest, ok = number(rest)
		}
		if !ok {
			return append(dst, data...)
		}
		s.command(cmd, v)
	}
	return s.dst
}

func arity(cmd byte) (n int, ok bool) {
	switch cmd {
	case 'M', 'L':
		return 2, true
	case 'H', 'V':
		return 1, true
	case 'Q':
		return 4, true
	case 'z':
		return 0, true
	}
	return 0, false
}

// number reads one number in hundredths. Numbers may touch: in "1.5.5-2" there
// are three.
func number(b []byte) (v int, rest []byte, ok bool) {
	i := 0
	for i < len(b) && (b[i] == ' ' || b[i] == ',') {
		i++
	}
	from, dot, exp := i, false, false
	for ; i < len(b); i++ {
		c := b[i]
		switch {
		case c >= '0' && c <= '9':
		case c == '-' && (i == from || b[i-1] == 'e'):
		case c == '.' && !dot && !exp:
			dot = true
		case c == 'e' && !exp && i > from:
			exp = true
		default:
			goto done
		}
	}
done:
	f, err := strconv.ParseFloat(string(b[from:i]), 64)
	return int(math.Round(f * svgGrid)), b[i:], err == nil && math.Abs(f) < 1e9
}

// shortener keeps the place of the pen, in hundredths.
type shortener struct {
	dst    []byte
	x, y   int
	sx, sy int  // where the contour began
	cx, cy int  // control point of the last curve, relative to the pen
	last   byte // command written last, 0 at the beginning
	tail   byte // what the last number ended with: 'i' whole, 'f' fraction, 0 a letter
}

func (s *shortener) command(cmd byte, v [4]int) {
	switch cmd {
	case 'M':
		// At the very beginning m is absolute.
		s.put('m', v[0]-s.x, v[1]-s.y)
		s.move(v[0], v[1])
		s.sx, s.sy = s.x, s.y
	case 'L':
		s.line(v[0], v[1])
	case 'H':
		s.line(v[0], s.y)
	case 'V':
		s.line(s.x, v[0])
	case 'Q':
		s.quad(v)
	case 'z':
		s.put('z')
		s.move(s.sx, s.sy)
	}
}

func (s *shortener) move(x, y int) { s.x, s.y, s.cx, s.cy = x, y, 0, 0 }

func (s *shortener) line(x, y int) {
	switch dx, dy := x-s.x, y-s.y; {
	case dx == 0 && dy == 0:
	case dy == 0:
		s.put('h', dx)
	case dx == 0:
		s.put('v', dy)
	default:
		s.put('l', dx, dy)
	}
	s.move(x, y)
}

func (s *shortener) quad(v [4]int) {
	cx, cy, x, y := v[0]-s.x, v[1]-s.y, v[2]-s.x, v[3]-s.y
	if (s.last == 'q' || s.last == 't') && cx == s.cx && cy == s.cy {
		s.put('t', x, y)
	} else {
		s.put('q', cx, cy, x, y)
	}
	s.x, s.y = v[2], v[3]
	s.cx, s.cy = x-cx, y-cy
}

// put writes a command. After m, further pairs mean l.
func (s *shortener) put(cmd byte, v ...int) {
	if cmd != s.last && (s.last != 'm' || cmd != 'l') || cmd == 'm' || cmd == 'z' {
		s.dst = append(s.dst, cmd)
		s.tail = 0
	}
	s.last = cmd
	for _, n := range v {
		s.number(n)
	}
}

// number writes hundredths with as few bytes as they need.
func (s *shortener) number(n int) {
	negative := n < 0
	if negative {
		n = -n
	}
	whole, frac := n/100, n%100
	switch bare := whole == 0 && frac != 0; {
	case negative:
		s.dst = append(s.dst, '-')
	case s.tail == 'f' && bare: // ".5.5" is two numbers
	case s.tail != 0:
		s.dst = append(s.dst, ' ')
	}
	if whole != 0 || frac == 0 {
		s.dst = strconv.AppendInt(s.dst, int64(whole), 10)
	}
	s.tail = 'i'
	if frac != 0 {
		s.tail = 'f'
		s.dst = append(s.dst, '.', byte('0'+frac/10))
		if frac%10 != 0 {
			s.dst = append(s.dst, byte('0'+frac%10))
		}
	}
}
