package viz

import (
	"slices"
	"unicode/utf8"

	"rentang/viz/interact"
)

// moment is an event as the App needs it.
type moment struct {
	id    string
	at    float64 // where its mark stands, in days: the middle of its first date, as in layout
	event int     // in Story.Events
}

// readMoments lists the events in order of time.
func (a *App) readMoments() {
	events := a.in.Story.Events
	for i := range events {
		from := events[i].When.From
		a.moments = append(a.moments, moment{events[i].ID, (from.Start() + from.End()) / 2, i})
	}
	slices.SortStableFunc(a.moments, func(x, y moment) int {
		switch {
		case x.at < y.at:
			return -1
		case x.at > y.at:
			return 1
		}
		return 0
	})
	a.order = make(map[string]int, len(a.moments))
	for i, m := range a.moments {
		a.order[m.id] = i
	}
}

// at is the instant of an event; ok is false for an id that no event has.
func (a *App) at(id string) (at float64, ok bool) {
	i, ok := a.order[id]
	if !ok {
		return 0, false
	}
	return a.moments[i].at, true
}

// planFor is the plan of a set in the present language.
func (a *App) planFor(set interact.Set) []interact.Stop {
	code := a.in.Lang.Code
	a.plan = a.plan[:0]
	for _, m := range a.moments {
		e := &a.in.Story.Events[m.event]
		a.plan = append(a.plan, interact.Moment{ID: m.id, At: m.at, Importance: e.Importance,
			Title:    utf8.RuneCountInString(e.Title.In(code)),
			Sentence: utf8.RuneCountInString(interact.FirstSentence(e.Caption.In(code)))})
	}
	return interact.Plan(nil, a.plan, set, interact.ReadingRate(code))
}
