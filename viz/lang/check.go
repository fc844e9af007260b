package lang

import (
	"fmt"
	"sort"
	"strings"
)

// check lists all that is wrong with a file, in a fixed order.
func (f *file) check() []string {
	var c checker
	c.filled("code", f.Code)
	if strings.Trim(f.Code, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") != "" {
		c.add("code: %q is no language tag", f.Code)
	}
	c.filled("name", f.Name)
	c.months("months.full", f.Months.Full)
	c.months("months.of", f.Months.Of)
	c.months("months.short", f.Months.Short)
	c.numbers(&f.Numbers)
	c.forms(f.Forms)
	c.counts(f.Counts, f.Plural)
	c.words(f.Words)
	return c.problems
}

// checker collects what is wrong.
type checker struct{ problems []string }

func (c *checker) add(format string, args ...any) {
	c.problems = append(c.problems, fmt.Sprintf(format, args...))
}

func (c *checker) filled(field, text string) {
	if strings.TrimSpace(text) == "" {
		c.add("%s: missing", field)
	}
}

func (c *checker) months(field string, names []string) {
	if len(names) != 12 {
		c.add("%s: %d months, want 12", field, len(names))
	}
	for i, n := range names {
		c.filled(fmt.Sprintf("%s[%d]", field, i), n)
	}
}

func (c *checker) numbers(n *numbers) {
	c.filled("numbers.decimal", n.Decimal)
	if n.GroupFrom < 4 {
		c.add("numbers.group_from: %d, want 4 or more", n.GroupFrom)
	}
	if !agree(n.Percent, "n") {
		c.add("numbers.percent: %q, want the place {n}", n.Percent)
	}
	if !agree(n.Range, "amount high low") {
		c.add("numbers.range: %q, want the places {amount}, {low}, {high}", n.Range)
	}
	var powers []int
	switch n.System {
	case thousands:
		powers = []int{6, 9, 12}
	case myriads:
		powers = []int{4, 8, 12}
	default:
		c.add("numbers.system: %q, want %s or %s", n.System, thousands, myriads)
		return
	}
	if len(n.Units) != len(powers) {
		c.add("numbers.units: %d, want those of the powers %v", len(n.Units), powers)
		return
	}
	for i, u := range n.Units {
		if u.Power != powers[i] {
			c.add("numbers.units[%d].power: %d, want %d", i, u.Power, powers[i])
		}
		if !agree(u.Text, "n") {
			c.add("numbers.units[%d].text: %q, want the place {n}", i, u.Text)
		}
	}
}

func (c *checker) forms(forms map[form]string) {
	known := map[string]bool{}
	for _, r := range formRules() {
		known[r.form] = true
		text, ok := forms[r.form]
		if !ok {
			c.add("forms.%s: missing", r.form)
			continue
		}
		var got []string
		for _, p := range places(text) {
			got = append(got, "{"+asked(p)+"}")
		}
		if !agree(strings.Join(got, ""), r.places) {
			c.add("forms.%s: %q, want the places {%s}", r.form, text, strings.Join(strings.Fields(r.places), "}, {"))
		}
	}
	c.unknown("forms", forms, known)
}

func (c *checker) counts(counts map[Key]map[string]string, plural string) {
	cats, ok := categories(plural)
	if !ok {
		c.add("plural: no rule %q", plural)
		return
	}
	known := map[string]bool{}
	for _, key := range counted() {
		known[key] = true
		forms, ok := counts[key]
		if !ok {
			c.add("counts.%s: missing", key)
			continue
		}
		inRule := map[string]bool{}
		for _, cat := range cats {
			inRule[cat] = true
			if text, ok := forms[cat]; !ok {
				c.add("counts.%s.%s: missing", key, cat)
			} else if !agree(text, "n") {
				c.add("counts.%s.%s: %q, want the place {n}", key, cat, text)
			}
		}
		c.unknown("counts."+key, forms, inRule)
	}
	for _, key := range sorted(counts) {
		if !known[key] {
			c.add("counts.%s: unknown key", key)
		}
	}
}

func (c *checker) words(words map[Key]string) {
	known := map[string]bool{}
	for _, e := range entries() {
		known[e.key] = true
		text, ok := words[e.key]
		switch {
		case !ok:
			c.add("words.%s: missing", e.key)
		case strings.TrimSpace(text) == "":
			c.add("words.%s: empty", e.key)
		case !agree(text, e.places):
			c.add("words.%s: %q, want the places %q", e.key, text, e.places)
		}
	}
	c.unknown("words", words, known)
}

// unknown reports the keys of m that nothing asks for.
func (c *checker) unknown(field string, m map[string]string, known map[string]bool) {
	for _, key := range sorted(m) {
		if !known[key] {
			c.add("%s.%s: unknown key", field, key)
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
