package studio

import (
	"fmt"
	"io/fs"
	"path"
	"strings"

	"rentang/viz/typeset"
)

// fonts makes the set that every still is drawn with: all fonts of the kit, each weight's in the order of their names, which puts the Latin and
// Cyrillic file before the Hangul one.
func (k Kit) fonts() (*typeset.Set, error) {
	entries, err := fs.ReadDir(k.Fonts, ".")
	if err != nil {
		return nil, err
	}
	set := new(typeset.Set)
	for _, e := range entries {
		name, isFont := strings.CutSuffix(e.Name(), ".ttf")
		if !isFont {
			continue
		}
		weight, err := weightOf(name)
		if err != nil {
			return nil, err
		}
		data, err := fs.ReadFile(k.Fonts, e.Name())
		if err != nil {
			return nil, err
		}
		if _, err := set.Add(weight, path.Base(name), data); err != nil {
			return nil, err
		}
	}
	return set, nil
}

// weightOf reads the weight from a font's name, as in RentangSans-SemiBold.
func weightOf(name string) (typeset.Weight, error) {
	switch _, weight, _ := strings.Cut(name, "-"); weight {
	case "Regular":
		return typeset.Regular, nil
	case "SemiBold":
		return typeset.SemiBold, nil
	}
	return 0, fmt.Errorf("the font %s has a weight that is not known", name)
}
