package timelinejs

import (
	"errors"
	"path"
	"regexp"
	"slices"
	"strings"

	"rentang/viz/civil"
	"rentang/viz/story"
)

// Options is how a file is imported. The zero value imports as English.
type Options struct {
	Lang string // BCP 47 tag of the texts; empty for what the file says of itself, or en
	Kind string // kind of every event that does not say, one of story.EventKinds; empty for the first
	Name string // of the file, to stand in for a missing title
}

// Result is an imported file.
type Result struct {
	Form    string            // what was read, as in Version3
	Lang    string            // language of the texts
	Slides  int               // events of the file
	Events  int               // events of the story
	Eras    int               // spans of its strip of eras
	Span    civil.Span        // first and last year
	Files   map[string][]byte // the story folder, by name
	Notes   []Note            // what was wrong or changed, in order of lines
	Said    []Kept            // what was done to many events alike
	Kept    []Kept            // what only an export gives back
	Missing []string          // photos that the story names and the file does not hold
}

// Names is the names of the files, story.json and events.json first.
func (r *Result) Names() []string {
	names := []string{"story.json", "events.json"}
	var rest []string
	for name := range r.Files {
		if !slices.Contains(names, name) {
			rest = append(rest, name)
		}
	}
	slices.Sort(rest)
	return append(names, rest...)
}

// Import makes a file a story folder. The error is a *FileError where the file is to
// blame.
func Import(data []byte, o Options) (*Result, error) {
	doc, err := read(data)
	if err != nil {
		return nil, err
	}
	if o.Lang == "" {
		o.Lang = first(str(get(&doc.root, extension, "lang")), "en")
	}
	if o.Kind == "" {
		o.Kind = story.EventKinds()[0]
	}
	if !languageTag().MatchString(o.Lang) || len(o.Lang) > 35 {
		return nil, errors.New(quote(o.Lang) + ` is not a language, expected a BCP 47 tag such as "en" or "pt-BR"`)
	}
	if !slices.Contains(story.EventKinds(), o.Kind) {
		return nil, errors.New("unknown kind " + quote(o.Kind) + ", expected " + strings.Join(story.EventKinds(), ", "))
	}
	r, problems := build(doc, o, true)
	if problems.Errors() && extended(&doc.root) {
		// What stands in the members of a former export has been changed since.
		why := problems[slices.IndexFunc(problems, func(p story.Problem) bool { return p.Severity == story.Error })]
		r, problems = build(doc, o, false)
		r.Notes = append(r.Notes, Note{What: "the members named " + extension + " are left out: they do not make a sound story: " + why.String()})
	}
	switch {
	case r.Events == 0:
		return nil, &FileError{What: "no event of " + itoa(r.Slides) + " can be drawn" + reasons(r.Notes)}
	case problems.Errors():
		return nil, problems
	}
	return r, nil
}

// build derives the folder and reads it as the program will.
func build(doc *document, o Options, withExtension bool) (*Result, story.Problems) {
	d := &deriver{lang: o.Lang, kind: o.Kind}
	base := path.Base(strings.ReplaceAll(o.Name, `\`, "/"))
	out := d.derive(&doc.root, strings.TrimSuffix(base, path.Ext(base)), withExtension)
	d.counts.countFields(&doc.root, "")
	r := &Result{
		Form: doc.form, Lang: o.Lang, Slides: len(out.ids), Events: len(out.events), Span: out.span,
		Notes: append(slices.Clone(doc.notes), d.notes...), Said: d.counts.said, Kept: d.counts.order,
		Files: map[string][]byte{
			"story.json":  encode(out.story),
			"events.json": encode(list(out.events...)),
			OriginalFile:  encode(original(doc, o, &out)),
		},
	}
	if doc.jsonp {
		r.Form += " in a script (JSONP)"
	}
	for _, strip := range kids(out.story.Member("strips")) {
		if str(strip.Member("id")) == erasID {
			r.Eras = len(kids(strip.Member("spans")))
		}
	}
	for name, content := range out.files {
		r.Files[name] = []byte(content)
	}
	for i := range out.events {
		if file := str(get(&out.events[i], "photo", "file")); file != "" {
			r.Missing = append(r.Missing, file)
		}
	}
	slices.SortStableFunc(r.Notes, func(a, b Note) int { return a.Line - b.Line })
	if r.Events == 0 {
		return r, nil
	}
	_, problems := story.Decode(folder(r.Files))
	return r, problems
}

// original is the file that keeps the document beside the story.
func original(doc *document, o Options, out *derived) node {
	n := object()
	put(&n, "format", "timelinejs")
	put(&n, "read_from", doc.form)
	put(&n, "name", path.Base(strings.ReplaceAll(o.Name, `\`, "/")))
	put(&n, "lang", o.Lang)
	put(&n, "kind", o.Kind)
	ids := list()
	for _, id := range out.ids {
		if id == "" {
			ids.Kids = append(ids.Kids, null())
		} else {
			ids.Kids = append(ids.Kids, text(id))
		}
	}
	set(&n, "ids", ids)
	set(&n, "document", doc.root)
	return n
}

// extended reports whether a document has what a former export left in it.
func extended(root *node) bool {
	return root.Member(extension) != nil || slices.ContainsFunc(kids(root.Member("events")), func(n node) bool { return n.Member(extension) != nil })
}

// reasons is why there is no event, for the first few.
func reasons(notes []Note) string {
	const most = 3
	var b strings.Builder
	for i, n := range notes {
		if i == most {
			b.WriteString("; …")
			break
		}
		b.WriteString("; line " + n.String())
	}
	return b.String()
}

func languageTag() *regexp.Regexp {
	return regexp.MustCompile(`^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$`)
}
