// Package jsontree reads JSON (RFC 8259) into a tree in which every value knows
// its line, so that whoever reads a file can say where it is wrong. Nothing is
// interpreted: numbers stay as written, members keep their order, and a name that
// occurs twice is there twice.
//
// It is smaller and stricter than encoding/json, which links a reflecting decoder
// into the program of a page: half of a surrogate pair and bytes that are not
// UTF-8 are errors, not replacement characters.
package jsontree

// MaxDepth is how deep arrays and objects may nest.
const MaxDepth = 64

// Kind is what a value is.
type Kind uint8

// The kinds.
const (
	Null Kind = iota
	Bool
	Number
	String
	Array
	Object
)

// String is the kind in words, with its article.
func (k Kind) String() string {
	switch k {
	case Null:
		return "null"
	case Bool:
		return "true or false"
	case Number:
		return "a number"
	case String:
		return "a text"
	case Array:
		return "a list"
	}
	return "an object"
}

// Node is one value. Text is the value of a string with its escapes resolved, or
// the number, true, false or null as it is written. Kids are the items of an array
// or the members of an object.
type Node struct {
	Kind Kind
	Line int32  // where the value starts or, for a member, where its name stands; from 1
	Name string // of a member; empty elsewhere
	Text string
	Kids []Node
}

// Member is the first member with a name, or nil.
func (n *Node) Member(name string) *Node {
	for i := range n.Kids {
		if n.Kids[i].Name == name {
			return &n.Kids[i]
		}
	}
	return nil
}

// SyntaxError is where a text stops being JSON, and why.
type SyntaxError struct {
	Line     int // from 1
	Column   int // from 1, in bytes
	What     string
	Expected string // may be empty
}

func (e *SyntaxError) Error() string {
	if e.Expected == "" {
		return e.What
	}
	return e.What + ", expected " + e.Expected
}

// Parse reads one value and nothing after it. The error is a *SyntaxError. The
// nodes share the memory of src.
func Parse(src string) (Node, error) {
	p := parser{src: src, line: 1}
	root := p.value(0)
	if p.err == nil {
		p.space()
		if p.at < len(src) {
			p.fail(p.at, "more text after the end of the value", "the end of the file")
		}
	}
	if p.err != nil {
		return Node{}, p.err
	}
	return root, nil
}
