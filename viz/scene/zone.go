package scene

// Role says what a zone stands for.
type Role uint8

// The roles.
const (
	RoleEvent Role = iota // one event: ID is the event's id
	RolePile              // several events too close to tell apart: IDs in Members
	RoleYear              // one year of the bands: ID is the year
	RoleSpan              // a span of a strip
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

// Hit returns the zone under p: the topmost whose area holds it, else the
// nearest whose mark lies within reach CSS pixels; ok is false when there is none.
func (s *Scene) Hit(p Point, reach float64) (z Zone, ok bool) {
	best := reach * reach
	for _, c := range s.Zones {
		if c.Role == RoleEvent || c.Role == RolePile {
			if c.Area.Has(p) {
				return c, true
			}
			dx, dy := c.At.X-p.X, c.At.Y-p.Y
			if d := dx*dx + dy*dy; d < best {
				best, z, ok = d, c, true
			}
		}
	}
	return z, ok
}
