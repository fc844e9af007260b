package main

import (
	"fmt"
	"strings"

	"rentang/internal/studio"
)

const indexFile = "index.md"

// caption is what a picture is and in which language.
func (s *shot) caption(st *studio.Studio) (string, error) {
	l, err := st.Language(s.request.Lang)
	if err != nil {
		return "", err
	}
	return s.says + " · " + l.Name, nil
}

// index lists the pictures with what makes each of them.
func index(st *studio.Studio, all []shot) ([]byte, error) {
	var b strings.Builder
	fmt.Fprintf(&b, `# Gallery

The built-in story in %d pictures. `+"`./build.sh stills`"+` draws them anew, and a test keeps them true. Each command below, typed in the root
of the tree, makes one picture alone; here they have %d colours, to keep the tree small.

[![All pictures with their names](%s)](%[3]s)

| picture | what it is | made by |
|---|---|---|
`, len(all), most, sheetFile)
	for i := range all {
		says, err := all[i].caption(st)
		if err != nil {
			return nil, err
		}
		fmt.Fprintf(&b, "| [%s](%s) | %s | `%s` |\n", all[i].name, all[i].file(), says, all[i].command())
	}
	return []byte(b.String()), nil
}
