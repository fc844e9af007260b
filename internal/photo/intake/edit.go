package intake

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"rentang/viz/jsontree"
)

// member is where a member of an object stands in a file.
type member struct {
	name     string
	key      int // where its name begins
	from, to int // its value
}

// object is where an event stands in events.json.
type object struct {
	id       string
	from, to int
	members  []member
}

// member is a member by its name, and how often there is one.
func (o *object) member(name string) (m member, count int) {
	for _, have := range o.members {
		if have.name == name {
			if count == 0 {
				m = have
			}
			count++
		}
	}
	return m, count
}

// findEvents reads where the events of events.json stand. The file must be sound
// JSON; what the events hold is not looked at.
func findEvents(src []byte) ([]object, error) {
	if _, err := jsontree.Parse(string(src)); err != nil {
		var syntax *jsontree.SyntaxError
		if errors.As(err, &syntax) {
			return nil, fmt.Errorf("line %d, column %d: %w", syntax.Line, syntax.Column, err)
		}
		return nil, err
	}
	w := walker{src: src, dec: json.NewDecoder(bytes.NewReader(src))}
	w.dec.UseNumber()
	if w.token() != json.Delim('[') {
		return nil, errors.New("expected a list of events in brackets")
	}
	var events []object
	for w.dec.More() && w.err == nil {
		from := w.next()
		if w.token() != json.Delim('{') {
			return nil, fmt.Errorf("line %d: expected an event in braces", 1+bytes.Count(src[:from], []byte("\n")))
		}
		o := object{from: from}
		for w.dec.More() && w.err == nil {
			m := member{key: w.next()}
			m.name, _ = w.token().(string)
			m.from = w.next()
			v := w.value()
			m.to = int(w.dec.InputOffset())
			if m.name == "id" && o.id == "" {
				o.id, _ = v.(string)
			}
			o.members = append(o.members, m)
		}
		w.token()
		o.to = int(w.dec.InputOffset())
		events = append(events, o)
	}
	return events, w.err
}

// walker goes through JSON token by token and keeps the first error.
type walker struct {
	src []byte
	dec *json.Decoder
	err error
}

func (w *walker) token() json.Token {
	t, err := w.dec.Token()
	if w.err == nil {
		w.err = err
	}
	return t
}

// next is where the next token begins: behind white space, commas and colons.
func (w *walker) next() int {
	at := int(w.dec.InputOffset())
	for at < len(w.src) && strings.IndexByte(" \t\r\n,:", w.src[at]) >= 0 {
		at++
	}
	return at
}

// value skips one value and returns it if it is no list or object.
func (w *walker) value() json.Token {
	t := w.token()
	if _, opens := t.(json.Delim); !opens {
		return t
	}
	for depth := 1; depth > 0 && w.err == nil; {
		if d, ok := w.token().(json.Delim); ok && (d == '{' || d == '[') {
			depth++
		} else if ok {
			depth--
		}
	}
	return nil
}

// setPhoto replaces the photo of an event, or adds one, and leaves every other byte
// as it is. The new lines are indented like those around them; an event on one line
// stays on one.
func setPhoto(src []byte, o *object, photo []byte) ([]byte, error) {
	old, count := o.member("photo")
	if count > 1 {
		return nil, fmt.Errorf("event %s has %d photos; delete all but one", o.id, count)
	}
	if len(o.members) == 0 {
		return nil, errors.New("the event is empty")
	}
	indent, step, spread := layoutOf(src, o)
	end := "\n"
	if bytes.Contains(src, []byte("\r\n")) {
		end = "\r\n"
	}
	var b bytes.Buffer
	if spread {
		if err := json.Indent(&b, photo, indent, step); err != nil {
			return nil, err
		}
	} else {
		loose(&b, photo)
	}
	value := strings.ReplaceAll(b.String(), "\n", end)
	if count == 1 {
		return slices.Concat(src[:old.from], []byte(value), src[old.to:]), nil
	}
	// After the caption, where the documentation has it.
	after := o.members[len(o.members)-1]
	for _, m := range o.members {
		if m.name == "caption" {
			after = m
		}
	}
	lead := ", "
	if spread {
		lead = "," + end + indent
	}
	return slices.Concat(src[:after.to], []byte(lead+`"photo": `+value), src[after.to:]), nil
}

// layoutOf is how an event is written: what stands before its members on their
// lines, and what one level adds to that. spread is false for an event whose
// members do not begin lines.
func layoutOf(src []byte, o *object) (indent, step string, spread bool) {
	before := func(at int) (string, bool) {
		line := src[bytes.LastIndexByte(src[:at], '\n')+1 : at]
		return string(line), len(bytes.TrimSpace(line)) == 0
	}
	last := o.members[len(o.members)-1]
	indent, spread = before(last.key)
	if !spread || len(o.members) > 1 && !bytes.Contains(src[o.members[len(o.members)-2].to:last.key], []byte("\n")) {
		return "", "", false
	}
	// Events whose members share lines here and there stay as dense as they are.
	for _, m := range o.members[1:] {
		if _, own := before(m.key); !own {
			return "", "", false
		}
	}
	if outer, own := before(o.from); own && strings.HasPrefix(indent, outer) && len(outer) < len(indent) {
		return indent, indent[len(outer):], true
	}
	if strings.HasPrefix(indent, "\t") {
		return indent, "\t", true
	}
	return indent, "  ", true
}

// loose writes JSON on one line, with a space after commas and colons.
func loose(b *bytes.Buffer, src []byte) {
	quoted := false
	for i := 0; i < len(src); i++ {
		c := src[i]
		b.WriteByte(c)
		switch {
		case c == '\\' && quoted:
			i++
			b.WriteByte(src[i])
		case c == '"':
			quoted = !quoted
		case !quoted && (c == ',' || c == ':'):
			b.WriteByte(' ')
		}
	}
}
