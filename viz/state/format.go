package state

import "strings"

// Query is the query that Parse reads as this state, without "?": only what
// differs from the default, in a fixed order; "" for the default.
func (s State) Query() string {
	var parts []string
	add := func(param, value string) { parts = append(parts, param+"="+value) }
	if s.Lang != "" {
		add("lang", escape(s.Lang))
	}
	all := choices()
	write := func(c choice) {
		if v := *c.field(&s); v != "" && v != c.values[0] {
			add(c.param, escape(v))
		}
	}
	write(all[0])
	if !s.Time.Whole() {
		add("time", s.Time.String())
	}
	for _, c := range all[1:] {
		write(c)
	}
	for _, f := range flags() {
		if *f.field(&s) {
			add(f.param, "1")
		}
	}
	return strings.Join(parts, "&")
}

// Fragment is the fragment that Parse reads as this state, without "#".
func (s State) Fragment() string {
	if s.Event == "" {
		return ""
	}
	return "event-" + escape(s.Event)
}

// String is the end of an address: "?lang=ko#event-…", or "" for the default.
func (s State) String() string {
	out := ""
	if q := s.Query(); q != "" {
		out = "?" + q
	}
	if f := s.Fragment(); f != "" {
		out += "#" + f
	}
	return out
}
