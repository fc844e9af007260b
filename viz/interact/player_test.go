package interact

import (
	"fmt"
	"math"
	"strings"
	"testing"
)

func TestPlanTimes(t *testing.T) {
	const year = yearDays
	moments := []Moment{
		{"a", 0 * year, 5, 20, 50},  // 1 + 70/14 = 6 s
		{"b", 1 * year, 4, 10, 4},   // 2 s, at least 3
		{"c", 2 * year, 3, 21, 999}, // a lesser event counts its title only: 0.8 + 1.5
		{"d", 2 * year, 2, 1, 0},    // at least 1.8
		{"e", 30 * year, 5, 99, 99}, // at most 8
		{"f", 31 * year, 1, 999, 0}, // at most 5
	}
	for _, c := range []struct {
		set  Set
		rate float64
		want string
	}{
		{First, 14, "a 6000 0, e 8000 1600"},
		{Main, 14, "a 6000 0, b 3000 520, e 8000 1600"},
		{All, 14, "a 6000 0, b 3000 520, c 2300 520, d 1800 400, e 8000 1600, f 5000 520"},
		{First, 7, "a 8000 0, e 8000 1600"},
	} {
		var got []string
		for _, s := range Plan(nil, moments, c.set, c.rate) {
			got = append(got, fmt.Sprintf("%s %.0f %.0f", s.ID, s.Dwell, s.Travel))
		}
		if g := strings.Join(got, ", "); g != c.want {
			t.Errorf("set %d at %v: %s\nwant %s", c.set, c.rate, g, c.want)
		}
	}
	if got := Plan(nil, moments[2:4], First, 14); len(got) != 2 {
		t.Errorf("a story of lesser events has %d stops, want both", len(got))
	}
	if got := Plan(nil, nil, First, 14); len(got) != 0 {
		t.Errorf("no events, %d stops", len(got))
	}
}

func TestReadingRate(t *testing.T) {
	for tag, want := range map[string]float64{"ko": 7, "ko-KR": 7, "kok": 14, "en": 14, "ja": 7, "": 14, "id": 14} {
		if got := ReadingRate(tag); got != want {
			t.Errorf("%q: %v, want %v", tag, got, want)
		}
	}
}

func TestFirstSentence(t *testing.T) {
	for in, want := range map[string]string{
		"One. Two.":                           "One.",
		"No end":                              "No end",
		"":                                    "",
		"The U.S. Army left. It came back.":   "The U.S. Army left.",
		"I. V. Stalin signs. Later not.":      "I. V. Stalin signs.",
		"General Order No. 1 is given. Then.": "General Order No. 1 is given.",
		"В 1953 г. война кончается. Затем мир.":     "В 1953 г. война кончается.",
		"그는 갔다. 그리고 왔다.":                            "그는 갔다.",
		"He said \u201cstop.\u201d Then they left.": "He said \u201cstop.\u201d",
		"Why? Because.":            "Why?",
		"About 3.5 million. More.": "About 3.5 million.",
		"終わった。次。":                  "終わった。",
		"Trailing space. ":         "Trailing space.",
	} {
		if got := FirstSentence(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func stops() []Stop {
	return []Stop{{"a", 0, 3000, 0}, {"b", 1000, 2000, 500}, {"c", 5000, 4000, 1600}}
}

// play steps p by dt until it changes, and says what happened when.
func play(p *Player, dt, most float64) string {
	for ms := dt; ms <= most; ms += dt {
		if c := p.Step(dt); c != Same {
			s, _, _ := p.At()
			return fmt.Sprintf("%s %s %.0f", [...]string{"", "depart", "arrive", "finish"}[c], s.ID, ms)
		}
	}
	return "nothing"
}

func TestPlayThrough(t *testing.T) {
	for _, c := range []struct {
		why   string
		speed float64
		cuts  bool
		want  string
	}{
		{"at speed 1", 1, false, "depart a 10, arrive a 900, depart a 3000"},
		{"twice as fast", 2, false, "depart a 10, arrive a 450, depart a 1500"},
		{"reduced motion", 1, true, "depart a 10, arrive a 120, depart a 3000"},
	} {
		var p Player
		p.SetSpeed(c.speed)
		p.Cuts = c.cuts
		p.Start(stops(), 0, -500)
		got := []string{play(&p, 10, 9e3), play(&p, 10, 9e3)}
		last := play(&p, 10, 9e3)
		got = append(got, strings.Replace(last, "depart b", "depart a", 1))
		if g := strings.Join(got, ", "); g != c.want {
			t.Errorf("%s: %s, want %s", c.why, g, c.want)
		}
	}
	var p Player
	p.Start(stops(), 0, 0)
	var got []string
	for range 7 {
		got = append(got, strings.Fields(play(&p, 10, 9e3))[0])
	}
	if g := strings.Join(got, " "); g != "depart arrive depart arrive depart arrive finish" {
		t.Errorf("through: %s", g)
	}
	if p.Running() || p.Paused() || p.Step(1e9) != Same {
		t.Error("it goes on after the end")
	}
}

func TestPauseAndResume(t *testing.T) {
	var p Player
	p.Start(stops(), 0, 0)
	play(&p, 10, 9e3)
	play(&p, 10, 9e3)
	for range 100 {
		p.Step(10) // 1 s of 3 are read
	}
	p.Pause()
	if p.Running() || !p.Paused() || p.Step(1e6) != Same {
		t.Fatal("a pause must halt")
	}
	p.Resume()
	if g := play(&p, 10, 9e3); g != "depart a 10" {
		t.Errorf("resumed: %s, want the way back to the stop", g)
	}
	if g := play(&p, 10, 9e3); g != "arrive a 600" {
		t.Errorf("resumed: %s", g)
	}
	if g := play(&p, 10, 9e3); g != "depart b 2000" {
		t.Errorf("resumed: %s, want only the time that was left", g)
	}
}

func TestForwardAndBack(t *testing.T) {
	var p Player
	p.Forward() // idle: nothing
	p.Start(stops(), 0, 0)
	p.Back() // none before the first
	if _, i, _ := p.At(); i != 0 {
		t.Fatalf("at %d", i)
	}
	p.Forward()
	p.Forward()
	p.Forward() // none after the last
	if s, i, n := p.At(); s.ID != "c" || i != 2 || n != 3 {
		t.Fatalf("at %v, %d of %d", s, i, n)
	}
	p.Back()
	if g := play(&p, 10, 9e3); g != "depart b 10" {
		t.Errorf("back: %s", g)
	}
}

func TestInstantTravels(t *testing.T) {
	var p Player
	p.Start(stops(), 1, -500)
	last := p.Instant()
	if last != -500 {
		t.Errorf("begins at %v", last)
	}
	for p.Travelling() {
		p.Step(10)
		if v := p.Instant(); v < last || v > 1000 {
			t.Fatalf("the counter went from %v to %v", last, v)
		} else {
			last = v
		}
	}
	if last != 1000 {
		t.Errorf("arrived at %v, want 1000", last)
	}
}

func TestLateStepSkipsNothing(t *testing.T) {
	var p Player
	p.Start(stops(), 0, 0)
	var seen []string
	for p.Running() {
		if p.Step(1e7) == Arrive {
			s, _, _ := p.At()
			seen = append(seen, s.ID)
		}
	}
	if g := strings.Join(seen, ""); g != "abc" {
		t.Errorf("showed %s", g)
	}
}

func TestSpeedLimits(t *testing.T) {
	var p Player
	for in, want := range map[float64]float64{1: 1, .5: .5, 0: 1, -3: 1, 99: mostSpeed, .01: leastSpeed, math.Inf(1): 1} {
		if p.SetSpeed(in); p.Speed() != want {
			t.Errorf("speed %v became %v, want %v", in, p.Speed(), want)
		}
	}
	if p.SetSpeed(math.NaN()); p.Speed() != 1 {
		t.Errorf("NaN became %v", p.Speed())
	}
}

func TestWait(t *testing.T) {
	var p Player
	p.SetSpeed(2)
	p.Start(stops(), 0, 0)
	if p.Wait() != 0 {
		t.Error("on the way there is nothing to wait for")
	}
	for p.Travelling() {
		p.Step(10)
	}
	p.Step(100)
	if w := p.Wait(); w != 1400 {
		t.Errorf("waits %v ms for the rest of 3 s at twice the speed, want 1400", w)
	}
	if c := p.Step(p.Wait()); c != Depart || p.Way() != 500 {
		t.Errorf("then %v, a way of %v ms", c, p.Way())
	}
}

func TestReplan(t *testing.T) {
	var p Player
	p.Start(stops(), 0, 0)
	longer := stops()
	longer[0].Dwell = 9000
	p.Replan(longer)
	p.Replan(stops()[:1]) // other stops: not a translation
	if s, _, n := p.At(); s.Dwell != 9000 || n != 3 {
		t.Errorf("%v of %d", s, n)
	}
	p.End()
	if p.Running() || p.Paused() {
		t.Error("ended, it still runs")
	}
}

func TestParseSet(t *testing.T) {
	for in, want := range map[string]Set{"first": First, "main": Main, "all": All, "": First, "x": First} {
		if got := ParseSet(in); got != want {
			t.Errorf("%q: %d, want %d", in, got, want)
		}
	}
}
