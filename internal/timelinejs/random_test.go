package timelinejs

import (
	"math/rand/v2"
	"strconv"
	"testing"
)

// Timelines of every shape, sound and not, make stories that decode, and come back
// as they were.
func TestRandomTimelines(t *testing.T) {
	for seed := range uint64(300) {
		t.Run(strconv.FormatUint(seed, 10), func(t *testing.T) {
			root := randomTimeline(rand.New(rand.NewPCG(seed, 2)))
			data := encode(root)
			fuzzImport(t, data)
			r, err := Import(data, Options{})
			if err != nil {
				return // no event of it can be drawn
			}
			e, err := ExportJSON(folder(r.Files), decode(t, folder(r.Files)), "en")
			if err != nil {
				t.Fatal(err)
			}
			if got, want := compact(parse(t, e.Data)), compact(root); got != want {
				t.Errorf("got  %s\nwant %s", got, want)
			}
		})
	}
}

func randomTimeline(r *rand.Rand) node {
	pieces := append([]string{"<p>a <a href='https://x.org/1'>link</a></p>", "<a href='javascript:x'>bad</a>", "", " ",
		"<script>x</script>", "<blockquote>q<cite>c</cite></blockquote>", "<b>", "&amp;lt;", "\u202e\u0007x", "\ufffd", "<iframe src=//x.org/f></iframe>"}, nasty...)
	words := func() node {
		s := pieces[r.IntN(len(pieces))]
		for r.IntN(3) == 0 {
			s += pieces[r.IntN(len(pieces))]
		}
		return text(s)
	}
	odd := func() node {
		return []node{null(), flag(false), whole(7), list(text("x")), object(), words()}[r.IntN(6)]
	}
	some := func(n *node, name string, v func() node) {
		switch r.IntN(12) {
		case 0, 1, 2, 3:
		case 4:
			set(n, name, odd())
		default:
			set(n, name, v())
		}
	}
	number := func(from, to int) func() node {
		return func() node {
			if n := from + r.IntN(to-from+1); r.IntN(2) == 0 {
				return whole(n)
			} else {
				return text(strconv.Itoa(n))
			}
		}
	}
	date := func() node {
		d := object()
		set(&d, "year", number(-300, 2030)())
		if r.IntN(10) == 0 {
			set(&d, "year", []node{text(""), text("19x"), whole(123456), odd()}[r.IntN(4)])
		}
		some(&d, "month", number(0, 13))
		some(&d, "day", number(0, 32))
		some(&d, "hour", number(0, 24))
		return d
	}
	media := func() node {
		m := object()
		some(&m, "url", func() node {
			if r.IntN(2) == 0 {
				return words()
			}
			return text([]string{"https://x.org/a.jpg", "//x.org/a.png", "/a.gif", "https://youtu.be/x", "<blockquote>said</blockquote>", "flickr.com/p"}[r.IntN(6)])
		})
		for _, name := range []string{"caption", "credit", "alt", "title", "thumbnail", "link"} {
			some(&m, name, words)
		}
		return m
	}
	slide := func(dated bool) node {
		s := object()
		if dated {
			set(&s, "start_date", date())
			some(&s, "end_date", date)
			some(&s, "unique_id", words)
			some(&s, "group", words)
			some(&s, "display_date", words)
		}
		some(&s, "text", func() node {
			t := object()
			some(&t, "headline", words)
			some(&t, "text", words)
			return t
		})
		some(&s, "media", media)
		some(&s, "odd", odd)
		some(&s, "autolink", odd)
		return s
	}
	root := object()
	title := slide(false)
	set(within(&title, "text"), "headline", text("A title"))
	set(&root, "title", title)
	events := list()
	for range 1 + r.IntN(5) {
		events.Kids = append(events.Kids, slide(true))
	}
	if r.IntN(8) == 0 {
		events.Kids = append(events.Kids, odd())
	}
	set(&root, "events", events)
	some(&root, "eras", func() node {
		eras := list()
		for range r.IntN(3) {
			era := object()
			some(&era, "start_date", date)
			some(&era, "end_date", date)
			set(within(&era, "text"), "headline", words())
			eras.Kids = append(eras.Kids, era)
		}
		return eras
	})
	some(&root, "scale", words)
	return root
}
