package interact

// Ways that no stop prescribes, in milliseconds at speed 1: to the first stop,
// and by hand to another one; and limits of the speed.
const (
	approachMS = 900
	handMS     = 600
	leastSpeed = .25
	mostSpeed  = 4
)

// CutMS is how long the fade of a cut takes, in milliseconds, where reduced
// motion allows no travel.
const CutMS = 120

// Change is what a step of a Player brought about.
type Change uint8

// The changes.
const (
	Same   Change = iota
	Depart        // the way to a stop began: move the camera there in Way milliseconds
	Arrive        // the stop is reached: show its event
	Finish        // the last stop is over
)

// stage is where a Player stands.
type stage uint8

const (
	idle    stage = iota
	leaving       // the way is due to begin at the next step
	onWay
	dwelling
)

// Player walks a list of stops. It never starts by itself, and it moves nothing:
// it says when to depart and when to arrive. The zero Player is idle, at speed 1.
type Player struct {
	Cuts bool // no travel: every way takes CutMS

	stops  []Stop
	i      int
	stage  stage
	paused bool
	speed  float64
	from   float64 // instant where the way began
	way    float64 // how long the way takes, and
	gone   float64 // how much of it is over, in milliseconds at speed 1
	stayed float64 // how long stop i has been shown, in milliseconds at speed 1
}

// Start begins with the way to stop first, the year counter at instant from.
func (p *Player) Start(stops []Stop, first int, from float64) {
	p.stops, p.paused, p.stage = stops, false, idle
	if len(stops) > 0 {
		p.head(min(max(first, 0), len(stops)-1), approachMS, from)
	}
}

// head makes the way to stop i due.
func (p *Player) head(i int, ms, from float64) {
	p.i, p.stage, p.from, p.way, p.gone, p.stayed = i, leaving, from, ms, 0, 0
	if p.Cuts {
		p.way = CutMS
	}
}

// Replan replaces the stops by the same ones with other times, as of another language.
func (p *Player) Replan(stops []Stop) {
	if len(stops) == len(p.stops) {
		p.stops = stops
	}
}

// Running reports whether Play runs: started, not finished, not paused.
func (p *Player) Running() bool { return p.stage != idle && !p.paused }

// Paused reports whether Play waits to go on.
func (p *Player) Paused() bool { return p.stage != idle && p.paused }

// Travelling reports whether the way to a stop is under way or due.
func (p *Player) Travelling() bool { return p.Running() && p.stage != dwelling }

// Pause halts at once. After it nothing moves.
func (p *Player) Pause() { p.paused = true }

// Resume goes on: back to the stop, which the reader may have left, and there
// for the time that remained.
func (p *Player) Resume() {
	if p.Paused() {
		p.paused = false
		stayed := p.stayed
		p.head(p.i, handMS, p.Instant())
		p.stayed = stayed
	}
}

// End ends Play.
func (p *Player) End() { p.stage, p.paused = idle, false }

// Go goes to stop i; there is no such stop: nothing happens.
func (p *Player) Go(i int) {
	if p.stage != idle && i >= 0 && i < len(p.stops) {
		p.head(i, handMS, p.Instant())
	}
}

// Forward goes to the next stop.
func (p *Player) Forward() { p.Go(p.i + 1) }

// Back goes to the stop before.
func (p *Player) Back() { p.Go(p.i - 1) }

// SetSpeed makes everything v times as fast: 0.25 to 4, beyond that the nearer
// end; what is no positive number is 1.
func (p *Player) SetSpeed(v float64) {
	if !finite(v) || v <= 0 {
		v = 1
	}
	p.speed = min(max(v, leastSpeed), mostSpeed)
}

// Speed is the present speed.
func (p *Player) Speed() float64 {
	if p.speed == 0 {
		return 1
	}
	return p.speed
}

// Step lets dt milliseconds pass. It brings one change at most, so that a late
// step cannot skip an event.
func (p *Player) Step(dt float64) Change {
	if !p.Running() {
		return Same
	}
	dt = max(dt, 0) * p.Speed()
	switch p.stage {
	case leaving:
		p.stage = onWay
		return Depart
	case onWay:
		if p.gone += dt; p.gone < p.way {
			return Same
		}
		p.stage = dwelling
		return Arrive
	}
	if p.stayed += dt; p.stayed < p.stops[p.i].Dwell {
		return Same
	}
	if p.i+1 == len(p.stops) {
		p.stage = idle
		return Finish
	}
	p.head(p.i+1, p.stops[p.i+1].Travel, p.stops[p.i].At)
	p.stage = onWay
	return Depart
}

// Way is how long the present way takes in all, in milliseconds at speed 1.
func (p *Player) Way() float64 { return p.way }

// Wait is how many milliseconds may pass before Step must be called again while
// a stop is shown; 0 on the way.
func (p *Player) Wait() float64 {
	if p.stage != dwelling {
		return 0
	}
	return max(0, p.stops[p.i].Dwell-p.stayed) / p.Speed()
}

// At is the present stop, its number and how many there are; n is 0 before Start.
func (p *Player) At() (s Stop, i, n int) {
	if len(p.stops) == 0 {
		return Stop{}, 0, 0
	}
	return p.stops[p.i], p.i, len(p.stops)
}

// Instant is where the year counter stands, in days: it travels with the camera.
func (p *Player) Instant() float64 {
	if len(p.stops) == 0 {
		return 0
	}
	to := p.stops[p.i].At
	switch {
	case p.stage == leaving && !p.Cuts:
		return p.from
	case p.stage == onWay && p.way > 0 && !p.Cuts:
		return p.from + (to-p.from)*Travel.At(p.gone/p.way)
	}
	return to
}
