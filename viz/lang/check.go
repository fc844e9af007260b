package lang

import (
	"fmt"
	"sort"
	"strings"
)

// check reports all that is wrong with what a file says, in a fixed order.
func (f *file) check(r *report) {
	r.filled("code", f.code)
	if strings.Trim(f.code, nameLetters) != "" || strings.Contains(f.code, "_") {
		r.add("code", "%q is no language tag", f.code)
	}
	r.filled("name", f.name)
	r.months("months.full", f.months.full)
	r.months("months.of", f.months.of)
	r.months("months.short", f.months.short)
	r.numbers(&f.numbers)
	r.forms(f.forms)
	r.counts(f.counts, f.plural)
	r.words(f.words)
}

func (r *report) filled(path, text string) {
	if strings.TrimSpace(text) == "" {
		r.add(path, "empty")
	}
}

func (r *report) months(path string, names []string) {
	if len(names) != 12 {
		r.add(path, "%d months, want 12", len(names))
	}
	for i, n := range names {
		r.filled(fmt.Sprintf("%s[%d]", path, i), n)
	}
}

func (r *report) numbers(n *numbers) {
	r.filled("numbers.decimal", n.Decimal)
	if n.GroupFrom < 4 {
		r.add("numbers.group_from", "%d, want 4 or more", n.GroupFrom)
	}
	if !agree(n.Percent, "n") {
		r.add("numbers.percent", "%q, want the place {n}", n.Percent)
	}
	if !agree(n.Range, "amount high low") {
		r.add("numbers.range", "%q, want the places {amount}, {low}, {high}", n.Range)
	}
	var powers []int
	switch n.System {
	case thousands:
		powers = []int{6, 9, 12}
	case myriads:
		powers = []int{4, 8, 12}
	default:
		r.add("numbers.system", "%q, want %s or %s", n.System, thousands, myriads)
		return
	}
	if len(n.Units) != len(powers) {
		r.add("numbers.units", "%d, want those of the powers %v", len(n.Units), powers)
		return
	}
	for i, u := range n.Units {
		path := fmt.Sprintf("numbers.units[%d]", i)
		if u.Power != powers[i] {
			r.add(path+".power", "%d, want %d", u.Power, powers[i])
		}
		if !agree(u.Text, "n") {
			r.add(path+".text", "%q, want the place {n}", u.Text)
		}
	}
}

func (r *report) forms(forms map[form]string) {
	known := map[string]bool{}
	for _, rule := range formRules() {
		known[rule.form] = true
		text, ok := forms[rule.form]
		if !ok {
			r.add(join("forms", rule.form), "missing")
			continue
		}
		var got []string
		for _, p := range places(text) {
			got = append(got, "{"+asked(p)+"}")
		}
		if !agree(strings.Join(got, ""), rule.places) {
			r.add(join("forms", rule.form), "%q, want the places {%s}", text, strings.Join(strings.Fields(rule.places), "}, {"))
		}
	}
	unknown(r, "forms", forms, known)
}

func (r *report) counts(counts map[Key]map[string]string, plural string) {
	cats, ok := categories(plural)
	if !ok {
		r.add("plural", "no rule %q", plural)
		return
	}
	known := map[string]bool{}
	for _, key := range counted() {
		known[key] = true
		forms, ok := counts[key]
		if !ok {
			r.add(join("counts", key), "missing")
			continue
		}
		inRule := map[string]bool{}
		for _, cat := range cats {
			inRule[cat] = true
			path := join(join("counts", key), cat)
			if text, ok := forms[cat]; !ok {
				r.add(path, "missing")
			} else if !agree(text, "n") {
				r.add(path, "%q, want the place {n}", text)
			}
		}
		unknown(r, join("counts", key), forms, inRule)
	}
	unknown(r, "counts", counts, known)
}

func (r *report) words(words map[Key]string) {
	known := map[string]bool{}
	for _, e := range entries() {
		known[e.key] = true
		path := join("words", e.key)
		text, ok := words[e.key]
		switch {
		case !ok:
			r.add(path, "missing")
		case strings.TrimSpace(text) == "":
			r.add(path, "empty")
		case !agree(text, e.places):
			r.add(path, "%q, want the places %q", text, e.places)
		}
	}
	unknown(r, "words", words, known)
}

// unknown reports the keys of m that nothing asks for.
func unknown[V any](r *report, path string, m map[string]V, known map[string]bool) {
	for _, key := range sorted(m) {
		if !known[key] {
			r.add(join(path, key), "unknown key")
		}
	}
}

// sorted lists the keys of a map in order, so that errors are the same every time.
func sorted[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}
