package site

import "strings"

// citation is a source as it is written.
type citation struct{ Title, Address, Rest string }

// cite names a source, and links it where it has an address that may be a link.
func cite(title, publisher, date, address string) citation {
	c := citation{Title: title}
	var rest []string
	for _, s := range []string{publisher, date} {
		if s != "" && s != "n.d." {
			rest = append(rest, s)
		}
	}
	switch {
	case safe(address):
		c.Address = address
	case address != "":
		rest = append(rest, address) // the shelf mark of an archive, say
	}
	c.Rest = strings.Join(rest, ", ")
	if c.Title == "" {
		c.Title, c.Rest = c.Rest, ""
	}
	return c
}

// safe reports whether an address may be a link: nothing that runs when clicked.
func safe(address string) bool {
	for _, scheme := range []string{"https://", "http://", "mailto:"} {
		if len(address) > len(scheme) && strings.EqualFold(address[:len(scheme)], scheme) {
			return true
		}
	}
	return false
}
