package lang

// Count is a counted wording: Count(CountEvents, 3) is "3 events", "3 события".
// The key itself where the language lacks it.
func (l *Language) Count(key Key, n int) string {
	f, ok := l.counts[key]
	if !ok {
		return key
	}
	return one(f[category(l.plural, n)], "n", l.Number(float64(n), 0))
}

// categories lists the plural categories (of CLDR) that a rule knows; ok is false
// for an unknown rule.
func categories(rule string) (cats []string, ok bool) {
	switch rule {
	case "none": // one form for every number: Indonesian, Korean
		return []string{"other"}, true
	case "one-other": // English
		return []string{"one", "other"}, true
	case "east-slavic": // Russian
		return []string{"one", "few", "many"}, true
	}
	return nil, false
}

// category is the plural category of a whole number.
func category(rule string, n int) string {
	if n < 0 {
		n = -n
	}
	switch rule {
	case "one-other":
		if n == 1 {
			return "one"
		}
	case "east-slavic":
		tens, last := n%100, n%10
		switch {
		case last == 1 && tens != 11:
			return "one"
		case last >= 2 && last <= 4 && (tens < 12 || tens > 14):
			return "few"
		}
		return "many"
	}
	return "other"
}
