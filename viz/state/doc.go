// Package state is what a link to the picture says: the parameters and the
// fragment of its address. A wrong value never breaks a page: Parse ignores it
// and says so.
//
//	s, warnings := state.Parse("lang=ko&time=1985..1995", "event-sinuiju-1956")
//	s.Lang     // "ko"
//	s.Query()  // "lang=ko&time=1985..1995"
package state
