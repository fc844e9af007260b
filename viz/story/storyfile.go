package story

import (
	"slices"
	"strconv"
	"strings"

	"rentang/viz/civil"
	"rentang/viz/jsontree"
)

const languageForms = `expected a BCP 47 language tag, such as "en", "pt-BR" or "zh-Hant"`

// readStory decodes story.json.
func (d *decoder) readStory() {
	f, ok := d.read(storyFile, true, MaxFile)
	if !ok {
		return
	}
	v, ok := f.parse("")
	if !ok {
		return
	}
	if !v.only("expected an object in braces", "id", "languages", "start", "end", "title", "subtitle", "note",
		"source_line", "unit", "scale", "amount", "licence", "parties", "remarks", "directions", "strips", "groups", "$schema") {
		return
	}
	s := d.story
	id := v.member("id")
	s.ID = id.id(false)
	languages := v.member("languages")
	d.readLanguages(&languages)
	d.readYears(&v)
	for _, part := range [...]struct {
		name     string
		most     int
		required bool
		text     *Text
	}{
		{"title", MaxTitle, true, &s.Title},
		{"subtitle", MaxLine, false, &s.Subtitle},
		{"note", MaxNote, false, &s.Note},
		{"source_line", MaxLine, false, &s.SourceLine},
		{"unit", MaxLine, false, &s.Unit},
		{"amount", MaxLabel, false, &s.Amount},
	} {
		m := v.member(part.name)
		if part.required {
			*part.text = m.words(part.most)
		} else {
			*part.text = m.optionalWords(part.most)
		}
	}
	amount := v.member("amount")
	d.checkAmount(&amount)
	if scale := v.member("scale"); !scale.absent() {
		if x, ok := scale.number(1/MaxAmount, MaxAmount, "expected what 1 in "+flowsFile+" stands for, such as 1000000"); ok {
			s.Scale = x
		}
	}
	licence := v.member("licence")
	s.Licence = licence.option("expected a licence, such as CC BY 4.0", MaxLabel)
	parties := v.member("parties")
	d.readParties(&parties)
	directions := v.member("directions")
	d.readDirections(&directions)
	strips := v.member("strips")
	d.readStrips(&strips)
	groups := v.member("groups")
	d.readGroups(&groups)
	schema := v.member("$schema") // for editors
	schema.option("expected the path or address of a JSON Schema", MaxLine)
	remarks := v.member("remarks")
	d.readRemarks(&remarks)
}

// readLanguages decodes the languages; only a sound list is checked against.
func (d *decoder) readLanguages(v *value) {
	const expected = `expected a list of language tags, the default first, such as ["en", "ko"]`
	if !v.is(jsontree.Array, expected) {
		return
	}
	n := v.list(expected, MaxLanguages)
	sound := n > 0
	if len(v.n.Kids) == 0 {
		v.fail("is empty", expected)
	}
	for i := range n {
		item := v.item(i)
		switch {
		case !item.is(jsontree.String, languageForms):
			sound = false
		case !wellFormedLanguage(item.n.Text):
			item.fail(quote(item.n.Text)+" is not a language", languageForms)
			sound = false
		case slices.Contains(d.story.Languages, item.n.Text):
			item.fail(quote(item.n.Text)+" occurs twice", "expected it once")
		default:
			d.story.Languages = append(d.story.Languages, item.n.Text)
		}
	}
	d.languagesKnown = sound
}

// readYears decodes the first and the last date of the picture.
func (d *decoder) readYears(v *value) {
	start, end := v.member("start"), v.member("end")
	from, ok1 := start.plainDate()
	to, ok2 := end.plainDate()
	if !ok1 || !ok2 {
		return
	}
	if to.End() <= from.Start() {
		end.fail(to.String()+" is before the start, "+from.String(), "expected a later date")
		return
	}
	d.story.Start, d.story.End = from, to
	d.yearsKnown = true
}

// checkAmount wants the place of the number exactly once in every language.
func (d *decoder) checkAmount(v *value) {
	for _, language := range d.story.Languages {
		if text := d.story.Amount[language]; text != "" && strings.Count(text, "{n}") != 1 {
			m := v.member(language)
			m.fail(quote(text), "expected {n} once, where the number goes")
		}
	}
}

// side decodes "above" or "below".
func (v *value) side() Side {
	if v.choice("above", "below") == 1 {
		return Below
	}
	return Above
}

func (d *decoder) readDirections(v *value) {
	before := len(v.f.problems) + v.f.dropped
	taken := map[Side]string{}
	for i := range v.list("expected a list of directions", MaxDirections) {
		item := v.item(i)
		if !item.only("expected a direction in braces", "id", "side", "label", "kinds") {
			continue
		}
		id, side, label, kinds := item.member("id"), item.member("side"), item.member("label"), item.member("kinds")
		dir := Direction{ID: id.id(true), Side: side.side(), Label: label.words(MaxLabel)}
		if slices.ContainsFunc(d.story.Directions, func(o Direction) bool { return o.ID == dir.ID }) {
			id.fail(quote(dir.ID)+" occurs twice", "expected an id of its own")
		}
		if other, found := taken[dir.Side]; found {
			side.fail("the side of "+quote(other), "expected one direction above and one below")
		}
		taken[dir.Side] = dir.ID
		if kinds.is(jsontree.Array, "expected a list of kinds") && len(kinds.n.Kids) == 0 {
			kinds.fail("is empty", "expected at least one kind")
		}
		dir.Kinds = kinds.readKinds()
		d.story.Directions = append(d.story.Directions, dir)
	}
	d.kindsKnown = len(v.f.problems)+v.f.dropped == before
}

func (v *value) readKinds() []Kind {
	var kinds []Kind
	if v.absent() || v.n.Kind != jsontree.Array {
		return nil // reported by the caller
	}
	for i := range v.list("expected a list of kinds", MaxKinds) {
		item := v.item(i)
		if !item.only("expected a kind in braces", "id", "label") {
			continue
		}
		id, label := item.member("id"), item.member("label")
		kind := Kind{ID: id.id(true), Label: label.words(MaxLabel)}
		if slices.ContainsFunc(kinds, func(o Kind) bool { return o.ID == kind.ID }) {
			id.fail(quote(kind.ID)+" occurs twice", "expected an id of its own")
		}
		kinds = append(kinds, kind)
	}
	return kinds
}

func (d *decoder) readRemarks(v *value) {
	for i := range v.list("expected a list of remarks", MaxKinds) {
		item := v.item(i)
		if !item.only("expected a remark in braces", "kind", "from", "text") {
			continue
		}
		kind, from, text := item.member("kind"), item.member("from"), item.member("text")
		r := Remark{Text: text.words(MaxLine)}
		if kind.is(jsontree.String, "expected the id of a kind") {
			r.Kind = kind.n.Text
			if names := d.kindIDs(""); d.kindsKnown && !slices.Contains(names, r.Kind) {
				kind.fail("unknown kind "+quote(r.Kind), known(r.Kind, names))
			}
		}
		if year, ok := from.integer(civil.MinYear, civil.MaxYear, "expected a year, such as 2023"); ok {
			r.From = year
			if d.yearsKnown && (year < d.story.Start.Year || year > d.story.End.Year) {
				from.fail(strconv.Itoa(year)+" is outside the story", d.storyYears())
			}
		}
		d.story.Remarks = append(d.story.Remarks, r)
	}
}

// kindIDs is the kinds of a direction, or of all of them.
func (d *decoder) kindIDs(direction string) []string {
	var ids []string
	for _, dir := range d.story.Directions {
		if direction != "" && dir.ID != direction {
			continue
		}
		for _, kind := range dir.Kinds {
			ids = append(ids, kind.ID)
		}
	}
	return ids
}

func (d *decoder) directionIDs() []string {
	ids := make([]string, len(d.story.Directions))
	for i, dir := range d.story.Directions {
		ids[i] = dir.ID
	}
	return ids
}

func (d *decoder) storyYears() string {
	return "expected " + strconv.Itoa(d.story.Start.Year) + " to " + strconv.Itoa(d.story.End.Year) +
		", the start and end of " + storyFile
}
