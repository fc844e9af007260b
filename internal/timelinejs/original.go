package timelinejs

import (
	"errors"
	"io/fs"

	"rentang/viz/jsontree"
)

// origin is the document that a story came from, as OriginalFile keeps it.
type origin struct {
	lang, kind, name string
	ids              []string // of each slide when it was imported; empty where it gave no event
	root             node
}

// readOrigin reads the document beside a story; nil where there is none.
func readOrigin(dir fs.FS) (*origin, error) {
	data, err := fs.ReadFile(dir, OriginalFile)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	root, err := jsontree.Parse(string(data))
	if err != nil {
		e := &FileError{What: err.Error()}
		if syntax := (*jsontree.SyntaxError)(nil); errors.As(err, &syntax) {
			e.Line, e.Column = syntax.Line, syntax.Column
		}
		return nil, e
	}
	o := &origin{lang: str(root.Member("lang")), kind: str(root.Member("kind")), name: str(root.Member("name"))}
	if document := root.Member("document"); isObject(document) {
		o.root = *document
		o.root.Name = ""
	}
	for _, id := range kids(root.Member("ids")) {
		o.ids = append(o.ids, str(&id))
	}
	if str(root.Member("format")) != "timelinejs" || len(o.ids) != len(kids(o.root.Member("events"))) {
		return nil, &FileError{What: "this is not what an import wrote", Expected: "expected an id or null for each of the document's events"}
	}
	return o, nil
}
