package site

import (
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"rentang/web"
)

func modules(files map[string]string) fstest.MapFS {
	dir := fstest.MapFS{}
	for name, text := range files {
		dir["js/"+name] = &fstest.MapFile{Data: []byte(text)}
	}
	return dir
}

func TestJoinPutsModulesAfterWhatTheyImport(t *testing.T) {
	got, err := join(modules(map[string]string{
		"boot.js": "import {a} from './a.js';\nimport {b} from './b.js';\na(b);\n",
		"a.js":    "import {b} from './b.js';\nexport function a() {}\n",
		"b.js":    "import {a} from './a.js';\nexport const b = 1;\n", // a circle of functions is allowed
	}), "js", "boot.js")
	if err != nil {
		t.Fatal(err)
	}
	want := "(function () {\n'use strict';\n\n// b.js\nconst b = 1;\n\n// a.js\nfunction a() {}\n\n// boot.js\na(b);\n})();\n"
	if string(got) != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestJoinRefuses(t *testing.T) {
	for _, row := range []struct{ boot, want string }{
		{"import a from './a.js';", "boot.js:1"},                                                // a default import cannot be joined
		{"import {a as c} from './a.js';", "boot.js:1"},                                         // nor another name
		{"\nexport default 1;", "boot.js:2"},                                                    //
		{"import {a} from './a.js';\nconst a = 2;", "boot.js:2: a is declared in a.js as well"}, // one scope for all
		{"import {b} from './b.js';", "b.js"},                                                   // missing
	} {
		_, err := join(modules(map[string]string{"boot.js": row.boot, "a.js": "export const a = 1;"}), "js", "boot.js")
		if err == nil || !strings.Contains(err.Error(), row.want) {
			t.Errorf("%q: error %v, want one with %q", row.boot, err, row.want)
		}
	}
}

// Every module is part of one of the scripts, and all are scripts that a JavaScript
// engine reads, where there is one to ask.
func TestJoinThePage(t *testing.T) {
	var all []byte
	for _, entry := range []string{"boot.js", "worker.js", "preview.js", "previewworker.js", "live.js"} {
		got, err := join(web.Files, "js", entry)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, got...)
		node, err := exec.LookPath("node")
		if err != nil {
			continue
		}
		file := filepath.Join(t.TempDir(), entry)
		writeFile(t, file, got)
		if out, err := exec.Command(node, "--check", file).CombinedOutput(); err != nil {
			t.Errorf("%v\n%s", err, out)
		}
	}
	names, err := web.Files.ReadDir("js")
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range names {
		if !strings.Contains(string(all), "\n// "+n.Name()+"\n") {
			t.Errorf("%s is not imported by anything", n.Name())
		}
	}
}
