package layout

import (
	"math"
	"strconv"

	"rentang/viz/scene"
)

// shapeOf is a mark's outline on a grid of 24 units: filled for the important
// events, light for the others. The set was chosen for being told apart when
// small: no square, diamond, triangle or star.
type shapeOf struct{ full, light string }

// outlined says that the light form is the full path, stroked inside its edge.
const outlined = "outline"

// shape returns the outline of an event kind; unknown kinds are discs.
func shape(kind string) shapeOf {
	switch kind {
	case "treaty": // upright sheet
		return shapeOf{"M6.25 1.25H17.75V22.75H6.25Z", outlined}
	case "rupture": // two squares parting at a corner
		return shapeOf{"M1.5 1.5H11.2V11.2H1.5Z M12.8 12.8H22.5V22.5H12.8Z",
			"M1.5 1.5H11.2V11.2H1.5Z M4 4V8.7H8.7V4Z M12.8 12.8H22.5V22.5H12.8Z M15.3 15.3V20H20V15.3Z"}
	case "war": // crossed bars
		return shapeOf{"M12 7.4L18.55 .86L23.14 5.45L16.6 12L23.14 18.55L18.55 23.14L12 16.6L5.45 23.14L.86 18.55L7.4 12L.86 5.45L5.45 .86Z",
			"M12 10.2L20.6 1.6L22.4 3.4L13.8 12L22.4 20.6L20.6 22.4L12 13.8L3.4 22.4L1.6 20.6L10.2 12L1.6 3.4L3.4 1.6Z"}
	case "military": // chevron
		return shapeOf{"M12 2.5L23 13.5V22L12 11.5L1 22V13.5Z", "M12 4.5L22.6 15.1L20.6 17.1L12 8.5L3.4 17.1L1.4 15.1Z"}
	case "nuclear": // trefoil
		return shapeOf{"M12 12L17.75 21.96A11.5 11.5 0 0 1 6.25 21.96Z M12 12L0.50 12.00A11.5 11.5 0 0 1 6.25 2.04Z M12 12L17.75 2.04A11.5 11.5 0 0 1 23.50 12.00Z",
			"M12 12L14.59 23.21A11.5 11.5 0 0 1 9.41 23.21Z M12 12L1.00 8.64A11.5 11.5 0 0 1 3.59 4.16Z M12 12L20.41 4.16A11.5 11.5 0 0 1 23.00 8.64Z"}
	case "aid": // plus
		return shapeOf{"M8.5 1H15.5V8.5H23V15.5H15.5V23H8.5V15.5H1V8.5H8.5Z", "M10.6 1.5H13.4V10.6H22.5V13.4H13.4V22.5H10.6V13.4H1.5V10.6H10.6Z"}
	case "economy": // three rising bars
		return shapeOf{"M1.5 14H7V22H1.5Z M9.25 8H14.75V22H9.25Z M17 2H22.5V22H17Z", "M2.6 14H5.4V22H2.6Z M10.6 8H13.4V22H10.6Z M18.6 2H21.4V22H18.6Z"}
	}
	return shapeOf{"M12 2.75A9.25 9.25 0 0 1 12 21.25A9.25 9.25 0 0 1 12 2.75Z", outlined}
}

// shapeGrid is the grid of the outlines.
const shapeGrid = 24.0

// addShape adds SVG path data (M, L, H, V, A with one radius, Z; absolute) scaled
// so that the grid is size CSS pixels wide and centred on at.
func addShape(p *scene.Path, data string, at scene.Point, size float64) {
	k := size / shapeGrid
	x, y := 0.0, 0.0
	tx := func(v float64) float64 { return at.X + (v-shapeGrid/2)*k }
	ty := func(v float64) float64 { return at.Y + (v-shapeGrid/2)*k }
	i := 0
	num := func() float64 {
		for i < len(data) && (data[i] == ' ' || data[i] == ',') {
			i++
		}
		j := i
		for i < len(data) && (data[i] == '-' || data[i] == '.' || data[i] >= '0' && data[i] <= '9') {
			i++
		}
		v, err := strconv.ParseFloat(data[j:i], 64)
		if err != nil {
			panic("layout: bad shape " + data)
		}
		return v
	}
	for i < len(data) {
		c := data[i]
		i++
		switch c {
		case ' ':
		case 'M':
			x, y = num(), num()
			p.MoveTo(tx(x), ty(y))
		case 'L':
			x, y = num(), num()
			p.LineTo(tx(x), ty(y))
		case 'H':
			x = num()
			p.LineTo(tx(x), ty(y))
		case 'V':
			y = num()
			p.LineTo(tx(x), ty(y))
		case 'A':
			r := num()
			num() // the other radius, the same
			num() // rotation of a circle
			num() // small arc: none is larger than half a circle
			num() // clockwise
			ex, ey := num(), num()
			addArc(p, x, y, ex, ey, r, tx, ty, k)
			x, y = ex, ey
		case 'Z':
			p.Close()
		default:
			panic("layout: bad shape " + data)
		}
	}
}

// addArc adds a clockwise arc of at most half a circle of radius r between two
// points of the grid.
func addArc(p *scene.Path, x0, y0, x1, y1, r float64, tx, ty func(float64) float64, k float64) {
	dx, dy := (x1-x0)/2, (y1-y0)/2
	d := math.Hypot(dx, dy)
	h := math.Sqrt(max(0, r*r-d*d))
	// The centre lies to the right of the chord when the arc turns clockwise on screen.
	cx, cy := (x0+x1)/2-dy/d*h, (y0+y1)/2+dx/d*h
	a0 := math.Atan2(y0-cy, x0-cx)
	a1 := math.Atan2(y1-cy, x1-cx)
	if a1 <= a0 {
		a1 += 2 * math.Pi
	}
	p.Arc(tx(cx), ty(cy), r*k, a0, a1)
}

// drawShape draws a mark of the given size, with a halo of the background round it.
func (f *Figure) drawShape(dst *scene.Scene, kind string, full bool, at scene.Point, size float64, c scene.Color) {
	s := shape(kind)
	data := s.full
	if !full && s.light != outlined {
		data = s.light
	}
	f.path.Reset()
	addShape(&f.path, data, at, size)
	dst.Stroke(&f.path, scene.Pen{Width: 2, Color: f.in.Theme.MarkerHalo})
	if full || s.light != outlined {
		dst.Fill(&f.path, c)
		return
	}
	dst.Fill(&f.path, f.in.Theme.MarkerHalo)
	const pen = 1.5
	f.path.Reset()
	addShape(&f.path, data, at, size-pen*size/20)
	dst.Stroke(&f.path, scene.Pen{Width: pen * max(1, size/12), Color: c})
}

// markSize is how wide the grid of a mark is drawn, by importance.
func (f *Figure) markSize(importance int) float64 {
	u := f.unit()
	switch importance {
	case 5:
		return 13 * u
	case 4:
		return 11.5 * u
	case 3:
		return 10.5 * u
	case 2:
		return 9.5 * u
	}
	return 9 * u
}
