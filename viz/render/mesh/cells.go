package mesh

import (
	"math"
	"slices"
)

// cell is what the edges that cross one pixel contribute: area to the pixel
// itself, cover to every pixel right of it, both signed by direction.
type cell struct {
	x, y        int32
	area, cover float32
}

// span is a run of pixels of one row, from x0 up to but not including x1, that
// are covered by the share a, 0 to 1.
type span struct {
	x0, x1 int32
	a      float32
}

// rower takes the covered spans of one row, in order of x. The slice is only
// valid during the call. Rows come in order of y.
type rower interface{ row(y int32, spans []span) }

// cells works out exact area coverage by the area and cover sums of FreeType and
// Anti-Grain Geometry. Only pixels that an edge crosses cost anything, and they
// are sorted in the end rather than searched for, so that a row with a thousand
// dashes stays cheap.
type cells struct {
	width, height int
	list, sorted  []cell
	starts        []int32
	spans         []span
}

// reset empties the cells for a target of the given size in pixels.
func (c *cells) reset(width, height int) {
	c.width, c.height, c.list = width, height, c.list[:0]
}

// line adds a directed edge, clipped to the target. What lies left of the target
// still covers what is right of it.
func (c *cells) line(x0, y0, x1, y1 float64) {
	dir := 1.0
	if y0 > y1 {
		x0, y0, x1, y1, dir = x1, y1, x0, y0, -1
	}
	w, h := float64(c.width), float64(c.height)
	if y1 <= 0 || y0 >= h || y0 == y1 || x0 >= w && x1 >= w {
		return
	}
	slope := (x1 - x0) / (y1 - y0)
	if y0 < 0 {
		x0, y0 = x0-y0*slope, 0
	}
	if y1 > h {
		x1, y1 = x0+(h-y0)*slope, h
	}
	// Cut at the left and right edges of the target.
	if x0 < 0 && x1 < 0 {
		c.inside(0, y0, y1, 0, dir)
		return
	}
	if x0 < 0 || x1 < 0 {
		if y := y0 - x0/slope; x0 < 0 {
			c.inside(0, y0, y, 0, dir)
			x0, y0 = 0, y
		} else {
			c.inside(0, y, y1, 0, dir)
			y1 = y
		}
	}
	if x0 > w || x1 > w {
		if y := y0 + (w-x0)/slope; x0 > w {
			x0, y0 = w, y
		} else {
			y1 = y
		}
	}
	c.inside(x0, y0, y1, slope, dir)
}

// inside adds an edge that lies within the target, row by row.
func (c *cells) inside(x0, y0, y1, slope, dir float64) {
	for y := math.Floor(y0); y < y1; y++ {
		top, bottom := upper(y0, y), lower(y1, y+1)
		if bottom <= top {
			continue
		}
		xa, xb := x0+(top-y0)*slope, x0+(bottom-y0)*slope
		c.across(int32(y), upper(0, lower(xa, xb)), upper(0, upper(xa, xb)), dir*(bottom-top))
	}
}

// across adds an edge of the given signed height that runs from xa to xb within one row.
func (c *cells) across(y int32, xa, xb, height float64) {
	first := math.Floor(xa)
	if xb <= first+1 {
		c.add(int32(first), y, height*(first+1-(xa+xb)/2), height)
		return
	}
	perPixel := height / (xb - xa)
	part := perPixel * (first + 1 - xa)
	c.add(int32(first), y, part*(first+1-xa)/2, part)
	x := first + 1
	for ; x+1 < xb; x++ {
		c.add(int32(x), y, perPixel/2, perPixel)
	}
	part = perPixel * (xb - x)
	c.add(int32(x), y, part*(1-(xb-x)/2), part)
}

func (c *cells) add(x, y int32, area, cover float64) {
	if int(y) >= c.height {
		return
	}
	if n := len(c.list) - 1; n >= 0 && c.list[n].x == x && c.list[n].y == y {
		c.list[n].area += float32(area)
		c.list[n].cover += float32(cover)
		return
	}
	c.list = append(c.list, cell{x, y, float32(area), float32(cover)})
}

// sweep hands the covered spans to r by the non-zero rule and empties the cells.
func (c *cells) sweep(r rower) {
	if len(c.list) == 0 {
		return
	}
	top := c.sort()
	for i := 0; i+1 < len(c.starts); i++ {
		row := c.sorted[c.starts[i]:c.starts[i+1]]
		if len(row) == 0 {
			continue
		}
		c.spans = c.spans[:0]
		var sum float32
		for k := 0; k < len(row); {
			x, area := row[k].x, sum
			for ; k < len(row) && row[k].x == x; k++ {
				area += row[k].area
				sum += row[k].cover
			}
			c.cover(x, x+1, area)
			if k < len(row) {
				c.cover(x+1, row[k].x, sum)
			} else {
				c.cover(x+1, int32(c.width), sum) // cut off at the right edge
			}
		}
		if len(c.spans) > 0 {
			r.row(top+int32(i), c.spans)
		}
	}
	c.list = c.list[:0]
}

// cover appends a span, joined to the one before it if that is equally covered.
func (c *cells) cover(x0, x1 int32, a float32) {
	const least = 1.0 / 1024
	if a < 0 {
		a = -a
	}
	x1 = min(x1, int32(c.width))
	if a < least || x1 <= x0 {
		return
	}
	if a > 1-least {
		a = 1
	}
	if n := len(c.spans) - 1; n >= 0 && c.spans[n].x1 == x0 && near(c.spans[n].a, a) {
		c.spans[n].x1 = x1
		return
	}
	c.spans = append(c.spans, span{x0, x1, a})
}

// near reports whether two coverages give the same colour.
func near(a, b float32) bool { return a-b < 1.0/1024 && b-a < 1.0/1024 }

// sort orders the cells by row and, within rows, by x. It returns the first row;
// row i of it lies at sorted[starts[i]:starts[i+1]].
func (c *cells) sort() (top int32) {
	top, bottom := c.list[0].y, c.list[0].y
	for i := range c.list {
		top, bottom = min(top, c.list[i].y), max(bottom, c.list[i].y)
	}
	rows := int(bottom-top) + 1
	c.starts = slices.Grow(c.starts[:0], rows+1)[:rows+1]
	clear(c.starts)
	for i := range c.list {
		c.starts[c.list[i].y-top]++
	}
	sum := int32(0)
	for i, n := range c.starts {
		c.starts[i] = sum
		sum += n
	}
	c.sorted = slices.Grow(c.sorted[:0], len(c.list))[:len(c.list)]
	for _, e := range c.list {
		at := &c.starts[e.y-top]
		c.sorted[*at] = e
		*at++
	}
	copy(c.starts[1:], c.starts[:rows]) // each start has run on to the next row's
	c.starts[0] = 0
	for i := range rows {
		sortRow(c.sorted[c.starts[i]:c.starts[i+1]])
	}
	return top
}

// sortRow orders the cells of a row by x: Shell's sort, since most rows are short
// and in order, and the library's sort would be compiled once more for cells.
func sortRow(row []cell) {
	gap := 1
	for 3*gap < len(row)/3 {
		gap = 3*gap + 1
	}
	for ; gap > 0; gap /= 3 {
		for i := gap; i < len(row); i++ {
			e, j := row[i], i
			for ; j >= gap && row[j-gap].x > e.x; j -= gap {
				row[j] = row[j-gap]
			}
			row[j] = e
		}
	}
}
