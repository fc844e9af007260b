package site

import (
	"encoding/json"
	"io/fs"
	"path"
	"slices"
	"strings"
	"unicode"

	"rentang/assets"
	"rentang/internal/fontsub"
	"rentang/viz/typeset"
)

// face is one font of the page, cut down to what the story needs.
type face struct {
	family string // as stylesheets name it
	name   string // as the program names it
	weight typeset.Weight
	ttf    string        // path for the program, which reads TrueType
	woff2  string        // path for the stylesheet
	has    map[rune]bool // characters that this font draws and none before it
	whole  bool          // not cut down: nobody has looked which characters are needed
}

// cssWeight is the weight as stylesheets write it.
func (f face) cssWeight() int {
	if f.weight == typeset.SemiBold {
		return 600
	}
	return 400
}

// addFonts cuts every font down to the characters of the story and of the
// languages' words, and leaves out those that nothing needs. A character is taken
// from the first font of a weight that has it, as the program and browsers do.
func (b *builder) addFonts() error {
	need, named := b.characters(), b.languageNames()
	taken := map[typeset.Weight]map[rune]bool{typeset.Regular: {}, typeset.SemiBold: {}}
	fonts := assets.Fonts()
	names, err := fs.Glob(fonts, "*.ttf") // in the order of the names, as studio reads them
	if err != nil {
		return err
	}
	for _, file := range names {
		data, err := fs.ReadFile(fonts, file)
		if err != nil {
			return err
		}
		whole, err := fontsub.Parse(data)
		if err != nil {
			return err
		}
		glyphs, err := whole.Cmap()
		if err != nil {
			return err
		}
		name := strings.TrimSuffix(file, ".ttf")
		f := face{name: name, has: map[rune]bool{}}
		f.family, _, _ = strings.Cut(name, "-")
		if strings.HasSuffix(name, "-SemiBold") {
			f.weight = typeset.SemiBold
		}
		var own []rune
		for _, c := range need {
			if _, ok := glyphs[c]; ok && !taken[f.weight][c] {
				taken[f.weight][c], f.has[c] = true, true
				own = append(own, c)
			}
		}
		if len(own) == 0 {
			continue
		}
		small, err := fontsub.Subset(data, own)
		if err != nil {
			return err
		}
		packed, err := woff2(small)
		if err != nil {
			return err
		}
		if f.ttf, err = b.addFetched("app/"+name+".ttf", small); err != nil {
			return err
		}
		f.woff2 = b.addHashed("app/"+name+".woff2", packed)
		b.faces = append(b.faces, f)
		// The languages' names stand on every page: no page shall load a whole font for one word.
		if own = intersection(own, named); len(own) > 0 && f.weight == typeset.Regular && len(b.faces) > 1 {
			if err := b.addNames(data, own); err != nil {
				return err
			}
		}
	}
	return nil
}

// addNames adds a font of the letters in the languages' names that the first font lacks.
func (b *builder) addNames(font []byte, letters []rune) error {
	small, err := fontsub.Subset(font, letters)
	if err != nil {
		return err
	}
	packed, err := woff2(small)
	if err != nil {
		return err
	}
	path := b.addHashed("app/names.woff2", packed)
	b.nameFonts = append(b.nameFonts, path)
	return nil
}

// languageNames is the letters of the languages' own names.
func (b *builder) languageNames() []rune {
	var all []rune
	for _, l := range b.langs {
		all = append(all, []rune(l.Name)...)
	}
	return all
}

// intersection is what of a is in b.
func intersection(a, b []rune) []rune {
	var both []rune
	for _, c := range a {
		if slices.Contains(b, c) {
			both = append(both, c)
		}
	}
	return both
}

// characters is every character that the page may show, in order: those of the
// story's files and of the languages' words, and printable ASCII.
func (b *builder) characters() []rune {
	set := map[rune]bool{}
	add := func(text string) {
		for _, c := range text {
			if unicode.IsPrint(c) || unicode.Is(unicode.Cf, c) || unicode.IsSpace(c) {
				set[c] = true
			}
		}
	}
	for c := ' '; c <= '~'; c++ {
		set[c] = true
	}
	add("\u00a0\u202f\u2011–—…·×−←→↑↓≈≥≤«»„“”‘’•©")
	for _, name := range b.names() {
		if !strings.HasPrefix(name, "story/") {
			continue
		}
		switch path.Ext(name) {
		case ".json":
			add(unescaped(b.files[name]))
		case ".csv", ".md":
			add(string(b.files[name]))
		}
	}
	for _, name := range b.texts {
		add(unescaped(b.files[name]))
	}
	runes := make([]rune, 0, len(set))
	for c := range set {
		runes = append(runes, c)
	}
	slices.Sort(runes)
	return runes
}

// unescaped is the texts of a JSON file, with \u escapes read.
func unescaped(data []byte) string {
	var v any
	if json.Unmarshal(data, &v) != nil {
		return string(data)
	}
	var out strings.Builder
	var walk func(v any)
	walk = func(v any) {
		switch v := v.(type) {
		case string:
			out.WriteString(v)
		case []any:
			for _, e := range v {
				walk(e)
			}
		case map[string]any:
			for key, e := range v { // the order does not matter: characters are collected
				out.WriteString(key)
				walk(e)
			}
		}
	}
	walk(v)
	return out.String()
}

// fontsOf is the fonts that a language's picture needs, in the order in which
// they are tried for each character.
func (b *builder) fontsOf(code string) []configFont {
	text := b.pictureText(code)
	fonts := []configFont{}
	for _, f := range b.faces {
		if f.whole || strings.ContainsFunc(text, func(c rune) bool { return f.has[c] }) {
			weight := "regular"
			if f.weight == typeset.SemiBold {
				weight = "semibold"
			}
			fonts = append(fonts, configFont{weight, f.name, f.ttf})
		}
	}
	return fonts
}

// pictureText is every text of a language that the picture may show.
func (b *builder) pictureText(code string) string {
	s := b.story
	var out strings.Builder
	add := func(texts ...string) {
		for _, t := range texts {
			out.WriteString(t)
		}
	}
	add(unescaped(b.wordsOf[code]), s.Title.In(code), s.Subtitle.In(code), s.Note.In(code), s.SourceLine.In(code), s.Unit.In(code), s.Amount.In(code))
	for _, d := range s.Directions {
		add(d.Label.In(code))
		for _, k := range d.Kinds {
			add(k.Label.In(code))
		}
	}
	for _, strip := range s.Strips {
		add(strip.Label.In(code))
		for _, span := range strip.Spans {
			add(span.Label.In(code))
		}
	}
	for _, r := range s.Remarks {
		add(r.Text.In(code))
	}
	for _, e := range s.Events {
		add(e.Title.In(code), e.Short.In(code), e.Caption.In(code))
	}
	return out.String()
}
