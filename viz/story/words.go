package story

import (
	"slices"
	"strings"

	"rentang/viz/jsontree"
)

// words is a required text in every language of the story.
func (v *value) words(most int) Text {
	d := v.f.d
	languages := d.story.Languages
	if !v.is(jsontree.Object, v.perLanguage()) {
		return nil
	}
	text := make(Text, len(v.n.Kids))
	for i := range v.n.Kids {
		kid := value{v.f, &v.n.Kids[i], v, v.n.Kids[i].Name, -1}
		switch {
		case d.languagesKnown && !slices.Contains(languages, kid.name):
			kid.fail("unknown language", known(kid.name, languages)+", as in the languages of "+storyFile)
			continue
		case !d.languagesKnown && !wellFormedLanguage(kid.name):
			kid.fail("not a language", languageForms)
			continue
		}
		if _, twice := text[kid.name]; twice {
			kid.fail("occurs twice", "expected it once")
			continue
		}
		text[kid.name] = kid.text("expected a text", most)
	}
	if d.languagesKnown {
		for _, language := range languages {
			if _, found := text[language]; !found {
				missing := v.member(language)
				missing.fail("missing translation", v.perLanguage())
			}
		}
	}
	return text
}

// optionalWords is words, or nil where there is none.
func (v *value) optionalWords(most int) Text {
	if v.absent() {
		return nil
	}
	return v.words(most)
}

func (v *value) perLanguage() string {
	if !v.f.d.languagesKnown {
		return `expected an object with a text for each language, {"en": "…"}`
	}
	return "expected a text in every language of the story: " + strings.Join(v.f.d.story.Languages, ", ")
}
