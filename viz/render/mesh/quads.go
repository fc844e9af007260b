package mesh

import "slices"

// block is a span that has stood since row y0.
type block struct {
	span
	y0 int32
}

// quads turns rows of spans into quads, one above the other joined where they are
// alike, so that straight upright edges cost one quad and not one a row.
type quads struct {
	to        *Builder
	y         int32 // the row below the open blocks
	open, cur []block
}

func (q *quads) row(y int32, spans []span) {
	if y != q.y {
		q.flush()
	}
	q.cur = q.cur[:0]
	k := 0
	for _, s := range spans {
		for k < len(q.open) && q.open[k].x0 < s.x0 {
			q.emit(q.open[k], y)
			k++
		}
		n := block{s, y}
		if k < len(q.open) && q.open[k].x0 == s.x0 {
			if o := q.open[k]; o.x1 == s.x1 && near(o.a, s.a) {
				n = o
			} else {
				q.emit(o, y)
			}
			k++
		}
		q.cur = append(q.cur, n)
	}
	for ; k < len(q.open); k++ {
		q.emit(q.open[k], y)
	}
	q.open, q.cur, q.y = q.cur, q.open, y+1
}

// flush emits what is open.
func (q *quads) flush() {
	for _, o := range q.open {
		q.emit(o, q.y)
	}
	q.open = q.open[:0]
}

func (q *quads) emit(o block, y1 int32) {
	q.to.quad(float32(o.x0), float32(o.y0), float32(o.x1), float32(y1), o.a)
}

// mask collects rows in an array of coverage, one byte a pixel.
type mask struct {
	pix  []byte
	w, h int
}

func (m *mask) reset(w, h int) {
	m.w, m.h = w, h
	m.pix = slices.Grow(m.pix[:0], w*h)[:w*h]
	clear(m.pix)
}

func (m *mask) row(y int32, spans []span) {
	for _, s := range spans {
		line := m.pix[int(y)*m.w+int(s.x0) : int(y)*m.w+int(s.x1)]
		for i := range line {
			line[i] = byte(s.a*255 + 0.5)
		}
	}
}
