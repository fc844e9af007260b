package scene

// Role says what a zone stands for.
type Role uint8

// The roles.
const (
	RoleEvent Role = iota // one event: ID is the event's id
	RolePile              // several events too close to tell apart: IDs in Members
	RoleYear              // one year of the bands: ID is the year
	RoleSpan              // a span of a strip
	RoleCrowd             // marks closer than a finger can tell apart: ids in Members
)

// Zone is an area that can be pointed at. The page mirrors zones as buttons and
// the controller hit-tests them.
type Zone struct {
	Role    Role
	ID      string
	Members []string // for a pile: the ids of its events, in order of time
	Area    Rect
	At      Point // where the mark itself stands
	Label   string
}

// Hit returns the zone under p. Where areas overlap it is the one whose mark is
// nearest; an area that does not hold its own mark, as a label's, wins over them.
// Where no area holds p it is the zone whose mark is nearest within reach CSS
// pixels; ok is false when there is none.
func (s *Scene) Hit(p Point, reach float64) (z Zone, ok bool) {
	near, inside := reach*reach, false
	for i := range s.Zones {
		c := &s.Zones[i]
		if c.Role != RoleEvent && c.Role != RolePile {
			continue
		}
		has := c.Area.Has(p)
		if has && !c.Area.Has(c.At) {
			return *c, true
		}
		dx, dy := c.At.X-p.X, c.At.Y-p.Y
		d := dx*dx + dy*dy
		switch {
		case has && (!inside || d < near):
			near, inside, z, ok = d, true, *c, true
		case !has && !inside && d < near:
			near, z, ok = d, *c, true
		}
	}
	return z, ok
}

// Touch returns what a finger at p means: a label, a lone mark or a count as Hit
// finds them, but one group for all marks that stand too close to be told apart by
// a finger.
func (s *Scene) Touch(p Point, reach float64) (z Zone, ok bool) {
	for i := range s.Zones {
		if c := &s.Zones[i]; c.Role == RoleEvent && c.Area.Has(p) && !c.Area.Has(c.At) {
			return *c, true
		}
	}
	for i := range s.Zones {
		if c := &s.Zones[i]; c.Role == RoleCrowd && c.Area.Has(p) {
			return *c, true
		}
	}
	return s.Hit(p, reach)
}
