package mesh

import (
	"math"
	"slices"

	"rentang/viz/scene"
)

const (
	steep = 2.0 // slope beyond which a ramp would reach too far up and down
	mild  = 0.5 // slope below which an edge is better ramped in y than in x
	kink  = 0.3 // change of slope within a column that is no straight edge any more
	thin  = 3.0 // pixels, below which two edges blur into each other
)

// way is how the columns of a band are painted.
type way uint8

const (
	soft   way = iota // as a strip with ramps in y
	across            // an edge is steep: as a band of its own that runs in y
	hard              // by exact coverage
)

// band is a contour seen as two chains that both run from left to right, one
// above the other. For a contour that runs in y, x and y are swapped throughout.
type band struct {
	pts      []scene.Point
	top, bot chain
	ways     []way // for each column from lo on
	lo, hi   int   // columns, clipped to the target
	swap     bool
}

// chain is one edge of a band, with what it does in each column.
type chain struct {
	pts        []scene.Point
	slope      []float64 // of the piece from pts[i] to pts[i+1]
	at         int       // cursor of piece
	least, max []float32 // slopes met in each column
}

// split finds the two chains of a contour; false when it turns back on itself.
func (b *band) split(pts []scene.Point, swap bool) bool {
	b.swap = swap
	b.pts = append(b.pts[:0], pts...)
	if swap {
		for i, p := range b.pts {
			b.pts[i] = scene.Point{X: p.Y, Y: p.X}
		}
	}
	n := len(b.pts)
	// dir is the direction of the edge that begins at point i. The points are
	// walked round once from a start, so indices run up to twice their number.
	at := func(i int) scene.Point {
		if i >= n {
			i -= n
		}
		return b.pts[i]
	}
	dir := func(i int) int {
		switch p, q := at(i), at(i+1); {
		case q.X > p.X:
			return 1
		case q.X < p.X:
			return -1
		}
		return 0
	}
	start := b.turning()
	if start < 0 {
		return false
	}
	b.top.pts, b.bot.pts = b.top.pts[:0], b.bot.pts[:0]
	i, end := start, start+n
	run := func(c *chain, want int) {
		for stop := i; ; stop++ { // upright pieces belong to a run only when it goes on after them
			d := 0
			if stop < end {
				d = dir(stop)
			}
			if d == want {
				if len(c.pts) == 0 {
					c.pts = append(c.pts, at(stop))
					i = stop
				}
				for ; i <= stop; i++ {
					c.pts = append(c.pts, at(i+1))
				}
			}
			if stop >= end || d == -want {
				return
			}
		}
	}
	run(&b.top, 1)
	run(&b.bot, -1)
	for ; i < end; i++ {
		if dir(i) != 0 {
			return false
		}
	}
	slices.Reverse(b.bot.pts)
	if area(b.pts) < 0 {
		b.top, b.bot = b.bot, b.top
	}
	return len(b.top.pts) > 1 && len(b.bot.pts) > 1
}

// turning is the first point after a run to the left at which a run to the right
// begins, or -1.
func (b *band) turning() int {
	left := false
	for range 2 { // the run to the left may begin before the last point and end after the first
		for i, p := range b.pts {
			q := b.pts[0]
			if i+1 < len(b.pts) {
				q = b.pts[i+1]
			}
			if q.X > p.X && left {
				return i
			}
			if q.X != p.X {
				left = q.X < p.X
			}
		}
	}
	return -1
}

// measure finds out how each of the first width columns is to be painted.
func (b *band) measure(width int) {
	x0, x1 := b.top.pts[0].X, b.top.pts[len(b.top.pts)-1].X
	b.lo, b.hi = int(math.Floor(max(0, x0))), int(math.Ceil(min(float64(width), x1)))
	n := max(0, b.hi-b.lo)
	b.ways = slices.Grow(b.ways[:0], n)[:n]
	if n == 0 {
		return
	}
	b.top.measure(b.lo, n)
	b.bot.measure(b.lo, n)
	for i := range n {
		b.ways[i] = b.column(i)
	}
	// The cut at either end covers its column in part.
	if x0 > 0 {
		b.ways[0] = hard
	}
	if x1 < float64(width) {
		b.ways[n-1] = hard
	}
	// A ramp of a column or two is not worth its stations.
	for i := 0; i < n; {
		j := b.run(i)
		if b.ways[i] == soft && j-i < 3 {
			for k := i; k < j; k++ {
				b.ways[k] = hard
			}
		}
		i = j
	}
	b.top.at, b.bot.at = 0, 0
}

// column decides on one column.
func (b *band) column(i int) way {
	t, u := &b.top, &b.bot
	switch {
	case t.steepAt(i) || u.steepAt(i):
		return across
	case t.max[i]-t.least[i] > kink || u.max[i]-u.least[i] > kink,
		t.max[i] > steep, t.least[i] < -steep, u.max[i] > steep, u.least[i] < -steep:
		return hard
	case t.max[i]-u.least[i] > 1, u.max[i]-t.least[i] > 1:
		if x := float64(b.lo+i) + 0.5; u.y(x)-t.y(x) < thin {
			return hard
		}
	}
	return soft
}

// run is the end of the run of columns, painted one way, that begins at i. A run
// across does not go over a peak.
func (b *band) run(i int) int {
	j := i + 1
	for j < len(b.ways) && b.ways[j] == b.ways[i] && (b.ways[i] != across || b.top.rises(j) == b.top.rises(i) && b.bot.rises(j) == b.bot.rises(i)) {
		j++
	}
	return j
}

// steepAt reports whether the chain is steep all through a column.
func (c *chain) steepAt(i int) bool {
	return c.least[i] > mild && c.max[i] > steep || c.max[i] < -mild && c.least[i] < -steep
}

func (c *chain) rises(i int) bool { return c.least[i]+c.max[i] < 0 }

// measure notes the chain's slopes, by piece and by column.
func (c *chain) measure(lo, n int) {
	c.at = 0
	c.least, c.max = slices.Grow(c.least[:0], n)[:n], slices.Grow(c.max[:0], n)[:n]
	for i := range n {
		c.least[i], c.max[i] = math.MaxFloat32, -math.MaxFloat32
	}
	c.slope = c.slope[:0]
	for i := 0; i+1 < len(c.pts); i++ {
		p, q := c.pts[i], c.pts[i+1]
		m := math.MaxFloat32
		if q.X > p.X {
			m = lower(m, upper(-m, (q.Y-p.Y)/(q.X-p.X)))
		}
		c.slope = append(c.slope, m)
		c.note(math.Floor(p.X)-float64(lo), math.Ceil(q.X)-float64(lo), m)
		// A corner counts in both columns that it may stand between.
		if corner := math.Ceil(p.X) - float64(lo); i > 0 && (m-c.slope[i-1] > kink || c.slope[i-1]-m > kink) {
			c.note(corner-1, math.Floor(p.X)+1-float64(lo), m)
			c.note(corner-1, math.Floor(p.X)+1-float64(lo), c.slope[i-1])
		}
	}
}

// note adds a slope to those met in a range of columns.
func (c *chain) note(from, to, m float64) {
	n := float64(len(c.max))
	for k, end := int(lower(upper(from, 0), n)), int(upper(lower(to, n), 0)); k < end; k++ {
		c.least[k], c.max[k] = lower(c.least[k], float32(m)), upper(c.max[k], float32(m))
	}
}

// piece moves the cursor to the piece that holds x and returns its index. The
// cursor only goes forward, unless x lies before it.
func (c *chain) piece(x float64) int {
	if c.pts[c.at].X > x {
		c.at = 0
	}
	for c.at+2 < len(c.pts) && c.pts[c.at+1].X <= x {
		c.at++
	}
	return c.at
}

// y is the chain's height at x, held at its ends.
func (c *chain) y(x float64) float64 {
	i := c.piece(x)
	p, q := c.pts[i], c.pts[i+1]
	if q.X <= p.X {
		return q.Y
	}
	return p.Y + (q.Y-p.Y)*lower(1, upper(0, (x-p.X)/(q.X-p.X)))
}

// ramp is half the height, in y, of a ramp one pixel wide across the edge at x.
func (c *chain) ramp(x float64) float64 {
	i := c.piece(x)
	m := c.slope[i]
	if i > 0 && x-c.pts[i].X < 1e-9 { // at a corner: between its two sides
		m = (m + c.slope[i-1]) / 2
	}
	return 0.5 * math.Sqrt(1+m*m)
}

// next is the first corner after x, or limit if that comes first.
func (c *chain) next(x, limit float64) float64 {
	for i := c.piece(x) + 1; i < len(c.pts); i++ {
		if p := c.pts[i].X; p > x {
			return lower(p, limit)
		}
	}
	return limit
}
