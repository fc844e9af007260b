package locator

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
)

// Magic is how a file of outlines begins.
const Magic = "land\x01"

// Limits of a file, far above what a small map can show.
const (
	maxRings  = 5_000
	maxPoints = 100_000 // of all rings together
	maxGrid   = 1_000
	// widest is how wide in degrees a ring may be: one around a pole overlaps itself a
	// little, so that no light falls through its seam.
	widest = 361
)

// Land is the outlines of the world's land. It does not change and may be shared.
type Land struct {
	rings []ring
}

// lonLat is a place in degrees, east and north positive. In a ring a longitude runs
// on beyond 180 where the land crosses the antimeridian.
type lonLat struct{ lon, lat float64 }

// ring is one closed outline, of land or of a lake in it, which runs the other way
// round. Its last point is joined to its first.
type ring struct {
	points   []lonLat
	lo, hi   float64 // range of longitudes
	bot, top float64 // range of latitudes
}

// Parse decodes a file made by cmd/mapprep. It holds, after Magic, the number of
// steps to a degree and the number of rings; then, for each ring, the number of its
// points, the first point and from each point to the next the differences, in steps,
// longitude before latitude. Counts are unsigned varints, steps signed ones, as in
// encoding/binary, each in its shortest form. Anything else is an error.
func Parse(data []byte) (*Land, error) {
	if len(data) < len(Magic) || string(data[:len(Magic)]) != Magic {
		return nil, errors.New("not a file of outlines, or of another version")
	}
	r := &reader{data: data, at: len(Magic)}
	grid := r.count("steps of a degree", 1, maxGrid)
	rings := r.count("rings", 0, maxRings)
	land := &Land{}
	left := maxPoints
	for i := 0; i < rings && r.err == nil; i++ {
		n := r.count("points of a ring", 3, left)
		left -= n
		land.rings = append(land.rings, r.ring(n, grid))
	}
	if r.err == nil && r.at < len(data) {
		r.fail("%d bytes follow the last ring", len(data)-r.at)
	}
	if r.err != nil {
		return nil, r.err
	}
	return land, nil
}

// reader reads numbers until the first error.
type reader struct {
	data []byte
	at   int
	err  error
}

func (r *reader) fail(format string, args ...any) {
	if r.err == nil {
		r.err = fmt.Errorf("outlines, byte %d: %s", r.at, fmt.Sprintf(format, args...))
	}
}

// count reads a number of things.
func (r *reader) count(what string, least, most int) int {
	if r.err != nil {
		return 0
	}
	v, n := binary.Uvarint(r.data[r.at:])
	if n <= 0 || n > 1 && r.data[r.at+n-1] == 0 {
		r.fail("expected the number of %s", what)
		return 0
	}
	if v < uint64(least) || v > uint64(max(most, 0)) {
		r.fail("%d %s, expected %d to %d", v, what, least, most)
		return 0
	}
	r.at += n
	return int(v)
}

// step reads a difference of at most most.
func (r *reader) step(most int) int {
	if r.err != nil {
		return 0
	}
	v, n := binary.Varint(r.data[r.at:])
	if n <= 0 || n > 1 && r.data[r.at+n-1] == 0 || v < int64(-most) || v > int64(most) {
		r.fail("expected a step of at most %d", most)
		return 0
	}
	r.at += n
	return int(v)
}

// ring reads n points.
func (r *reader) ring(n, grid int) ring {
	out := ring{lo: math.Inf(1), hi: math.Inf(-1), bot: math.Inf(1), top: math.Inf(-1)}
	var x, y int
	for i := 0; i < n && r.err == nil; i++ {
		x += r.step(720 * grid)
		y += r.step(180 * grid)
		if x < -360*grid || x > 360*grid || y < -90*grid || y > 90*grid {
			r.fail("a point outside the world")
			break
		}
		p := lonLat{float64(x) / float64(grid), float64(y) / float64(grid)}
		out.points = append(out.points, p)
		out.lo, out.hi = min(out.lo, p.lon), max(out.hi, p.lon)
		out.bot, out.top = min(out.bot, p.lat), max(out.top, p.lat)
	}
	if r.err == nil && out.hi-out.lo > widest {
		r.fail("a ring that is %g degrees wide", out.hi-out.lo)
	}
	return out
}

// Size is how many rings and points there are.
func (l *Land) Size() (rings, points int) {
	for i := range l.rings {
		points += len(l.rings[i].points)
	}
	return len(l.rings), points
}
