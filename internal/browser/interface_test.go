//go:build browser

package browser

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// members is the names that an interface of the declarations has.
func members(t *testing.T, types, name string) []string {
	t.Helper()
	_, body, ok := strings.Cut(types, "export interface "+name+" {\n")
	if !ok {
		t.Fatalf("there is no interface %s", name)
	}
	body, _, _ = strings.Cut(body, "\n}\n")
	var names []string
	for _, m := range regexp.MustCompile(`(?m)^  (?:readonly )?(\w+)\??[:<(]`).FindAllStringSubmatch(body, -1) {
		names = append(names, m[1])
	}
	slices.Sort(names)
	return names
}

// The declarations that lie in the built folder are those of the live object.
func TestDeclarationsMatchTheObject(t *testing.T) {
	data, err := os.ReadFile(filepath.Join(lab.dist, "rentang.d.ts"))
	if err != nil {
		t.Fatal(err)
	}
	types := string(data)
	p := open(t, desk, "en/")
	keys := func(expression string) []string {
		t.Helper()
		return eval[[]string](p, `Object.keys(`+expression+`).sort()`)
	}
	same := func(name string, got []string) {
		t.Helper()
		if want := members(t, types, name); !slices.Equal(got, want) {
			t.Errorf("%s: declared %q, there is %q", name, want, got)
		}
	}
	same("Rentang", keys(`rentang`))
	same("Stats", keys(`rentang.stats()`))
	same("View", keys(`rentang.view()`))
	same("Zone", keys(`rentang.zones()[0]`))
	p.run(`window.heard = {}; for (const type of ['view', 'select', 'read', 'play']) rentang.on(type, (d) => { heard[type] = d; })`)
	p.run(`rentang.read(2024)`)
	p.wait("a reading", `Boolean(heard.read) && heard.read.year === 2024`)
	same("Reading", keys(`heard.read`))
	row := members(t, types, "ReadingRow")
	for _, key := range eval[[]string](p, `[...new Set(heard.read.rows.flatMap(Object.keys))]`) {
		if !slices.Contains(row, key) {
			t.Errorf("a row has %q, which is not declared", key)
		}
	}
	p.run(`rentang.play(); await new Promise((r) => setTimeout(r, 300)); rentang.pause()`)
	p.wait("the play", `Boolean(heard.play)`)
	if got, want := keys(`heard.play`), []string{"count", "id", "index", "playing", "year"}; !slices.Equal(got, want) {
		t.Errorf("play tells %q, want %q", got, want)
	}
	for _, event := range members(t, types, "Events") {
		if !strings.Contains("ready view select read play still error", event) {
			t.Errorf("event %s is declared", event)
		}
	}
	// And they do what they say.
	for _, c := range []struct{ call, want string }{
		{`rentang.ready instanceof Promise`, "true"},
		{`rentang.select('nothing of the kind')`, "false"},
		{`rentang.read(1700)`, "false"},
		{`rentang.read(1953)`, "true"},
		{`rentang.read(null)`, "true"},
		{`rentang.setView('1953-02-30', '1954')`, "false"},
		{`rentang.setView('1950', '1953', {animate: false})`, "true"},
		{`rentang.setTheme('pink')`, "undefined"},
		{`typeof rentang.on('view', () => {})`, "function"},
		{`rentang.still({format: 'gif'}).catch((e) => e instanceof Error)`, "true"},
		{`rentang.still({format: 'png', preset: 'og'}).then((b) => b instanceof Blob && b.size > 1000)`, "true"},
	} {
		if got := eval[string](p, `Promise.resolve(`+c.call+`).then(String)`); got != c.want {
			t.Errorf("%s gives %s, want %s", c.call, got, c.want)
		}
	}
}
