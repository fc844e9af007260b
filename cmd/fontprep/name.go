package main

import (
	"encoding/binary"
	"strings"
	"unicode/utf16"
)

// names makes a name table of English Windows records. The copyright notice and
// the licence stay as they are in the source; the family is ours, because the
// licence reserves the word Plex for unchanged versions.
func names(old []byte, family, weight, source string) []byte {
	full := family
	if weight != "Regular" {
		full += " " + weight
	}
	script := strings.ReplaceAll(family, " ", "") + "-" + weight
	version := oldName(old, 5)
	list := []struct {
		id   uint16
		text string
	}{
		{0, oldName(old, 0)},
		{1, full},
		{2, "Regular"},
		{3, "rentang: " + script + ": " + version},
		{4, full},
		{5, version},
		{6, script},
		{10, "A subset of " + source + ", without hinting and layout tables, with a kern table."},
		{13, oldName(old, 13)},
		{14, oldName(old, 14)},
		{16, family},
		{17, weight},
	}
	be := binary.BigEndian
	var records, text []byte
	n := 0
	for _, r := range list {
		if r.text == "" {
			continue
		}
		from := len(text)
		for _, u := range utf16.Encode([]rune(r.text)) {
			text = be.AppendUint16(text, u)
		}
		for _, v := range []uint16{3, 1, 0x0409, r.id, uint16(len(text) - from), uint16(from)} {
			records = be.AppendUint16(records, v)
		}
		n++
	}
	out := be.AppendUint16(nil, 0)
	out = be.AppendUint16(out, uint16(n))
	out = be.AppendUint16(out, uint16(6+len(records)))
	out = append(out, records...)
	return append(out, text...)
}

// oldName finds the English Windows record of a name; "" when there is none.
func oldName(t []byte, id uint16) string {
	be := binary.BigEndian
	if len(t) < 6 {
		return ""
	}
	store := int(be.Uint16(t[4:]))
	for at := 6; at+12 <= len(t) && at < 6+12*int(be.Uint16(t[2:])); at += 12 {
		r := t[at:]
		if be.Uint16(r) != 3 || be.Uint16(r[4:]) != 0x0409 || be.Uint16(r[6:]) != id {
			continue
		}
		from := store + int(be.Uint16(r[10:]))
		to := from + int(be.Uint16(r[8:]))
		if to > len(t) {
			return ""
		}
		var units []uint16
		for ; from+1 < to; from += 2 {
			units = append(units, be.Uint16(t[from:]))
		}
		return string(utf16.Decode(units))
	}
	return ""
}
