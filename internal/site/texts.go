//go:build !nostills

package site

import "rentang/internal/studio"

// addTexts adds the words of each language and the fonts that the story needs.
func (b *builder) addTexts() error {
	for _, l := range b.langs {
		_, data, err := studio.LangData(b.Story, l.Code)
		if err != nil {
			return err
		}
		if b.texts[l.Code], err = b.addFetched("lang/"+l.Code+".json", data); err != nil {
			return err
		}
		b.wordsOf[l.Code] = data
		b.words = append(b.words, data...)
	}
	return b.addFonts()
}
