package site

import (
	"bytes"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"strings"
)

// The only forms of import and export that the page's modules use.
var (
	importLine = regexp.MustCompile(`^import \{[\w$]+(?:, [\w$]+)*\} from '\./([\w-]+\.js)';$`)
	exportLine = regexp.MustCompile(`^export ((?:async )?(?:function|const|let|class)\b.*)$`)
	topName    = regexp.MustCompile(`^(?:export )?(?:async )?(?:function\*?|const|let|class) ([\w$]+)`)
)

// join makes one classic script of the modules in a folder: from the entry on,
// each after those it imports, without their import and export words, in one
// function. Two modules that declare one name are an error, since they share that
// function's scope.
func join(files fs.FS, dir, entry string) ([]byte, error) {
	j := joiner{files: files, dir: dir, done: map[string]bool{}, owner: map[string]string{}}
	j.out.WriteString("(function () {\n'use strict';\n")
	if err := j.module(entry); err != nil {
		return nil, err
	}
	j.out.WriteString("})();\n")
	return j.out.Bytes(), nil
}

type joiner struct {
	files fs.FS
	dir   string
	done  map[string]bool
	owner map[string]string // of each name at the top of a module
	out   bytes.Buffer
}

func (j *joiner) module(name string) error {
	if j.done[name] {
		return nil
	}
	j.done[name] = true // before its imports: modules may import each other, if only functions
	data, err := fs.ReadFile(j.files, path.Join(j.dir, name))
	if err != nil {
		return err
	}
	var own []string
	comment := false
	for i, line := range strings.Split(string(data), "\n") {
		if m := importLine.FindStringSubmatch(line); m != nil {
			if err := j.module(m[1]); err != nil {
				return err
			}
			continue
		}
		if m := topName.FindStringSubmatch(line); m != nil {
			if other, taken := j.owner[m[1]]; taken {
				return fmt.Errorf("%s:%d: %s is declared in %s as well", name, i+1, m[1], other)
			}
			j.owner[m[1]] = name
		}
		if m := exportLine.FindStringSubmatch(line); m != nil {
			line = m[1]
		}
		if strings.HasPrefix(line, "import ") || strings.HasPrefix(line, "export ") {
			return fmt.Errorf("%s:%d: only import {a} from './b.js' and export function, const, let, class can be joined", name, i+1)
		}
		// Comments are for those who read the modules. None of them shares its line
		// with code that opens or closes it.
		words := strings.TrimSpace(line)
		comment = comment || strings.HasPrefix(words, "/**")
		if !comment && !strings.HasPrefix(words, "// ") {
			own = append(own, line)
		}
		comment = comment && !strings.HasSuffix(words, "*/")
	}
	fmt.Fprintf(&j.out, "\n// %s\n", name)
	j.out.WriteString(strings.Join(own, "\n"))
	return nil
}
