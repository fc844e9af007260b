package state

// State is what a link says. The zero value is the default: nothing is chosen.
type State struct {
	Lang     string // BCP 47 tag; "" for the page's own
	Theme    string // light, dark or contrast; "" for auto
	Time     Range  // zero for the whole story
	Mode     string // sqrt; "" for linear
	Renderer string // webgl or canvas2d; "" for auto
	Play     bool   // start Play
	Static   bool   // show the still, without the program
	Plain    bool   // the document alone, without a picture
	Event    string // id of the event to open; "" for none
}

// Warning is a value that was ignored.
type Warning struct {
	Param string // the parameter; "#" for the fragment
	Value string // as written, shortened
	Want  string // what is expected
}

// String is the warning in a sentence.
func (w Warning) String() string {
	return "ignored " + w.Param + "=" + w.Value + ": expected " + w.Want
}

// choice is a parameter with a few values, of which the first is the default.
type choice struct {
	param  string
	values []string
	field  func(*State) *string
}

func choices() []choice {
	return []choice{
		{"theme", []string{"auto", "light", "dark", "contrast"}, func(s *State) *string { return &s.Theme }},
		{"mode", []string{"linear", "sqrt"}, func(s *State) *string { return &s.Mode }},
		{"renderer", []string{"auto", "webgl", "canvas2d"}, func(s *State) *string { return &s.Renderer }},
	}
}

// flag is a parameter that is 1 or 0.
type flag struct {
	param string
	field func(*State) *bool
}

func flags() []flag {
	return []flag{
		{"play", func(s *State) *bool { return &s.Play }},
		{"static", func(s *State) *bool { return &s.Static }},
		{"plain", func(s *State) *bool { return &s.Plain }},
	}
}
