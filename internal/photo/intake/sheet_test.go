package intake

import (
	"context"
	"encoding/csv"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rentang/internal/photo"
	"rentang/internal/photo/testpic"
	"rentang/viz/story"
)

// tableOf is a story folder whose events are a spreadsheet's.
func tableOf(t testing.TB, events string) string {
	t.Helper()
	dir := folderOf(t)
	if err := os.Remove(filepath.Join(dir, eventsFile)); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, eventsTable), []byte(events), 0o644); err != nil {
		t.Fatal(err)
	}
	return dir
}

const testSheet = "id,start,kind,importance,title.en,title.ko,caption.en,caption.ko,photo.credit,note\r\n" +
	"a,1951,treaty,5,\"One, \"\"two\"\"\",하나,\"It, is.\",그렇다,,\"a\nb\"\r\n" +
	"\r\n" +
	"b,1952,treaty,5,B,B,B,B,\"Old\",\"x\"\r\n"

func TestAddToTable(t *testing.T) {
	dir := tableOf(t, testSheet)
	alt := story.Text{"en": "Words, words", "ko": "말"}
	r, err := Add(context.Background(), fileOf(t, "a.jpg", agency(t, 400, 600)), Options{Story: dir, Event: "a", Alt: alt})
	if err != nil {
		t.Fatal(err)
	}
	want := "id,start,kind,importance,title.en,title.ko,caption.en,caption.ko,photo.credit,note,photo.file,photo.holder,photo.alt.en,photo.alt.ko,photo.usage,photo.sizes\r\n" +
		"a,1951,treaty,5,\"One, \"\"two\"\"\",하나,\"It, is.\",그렇다,Jane Doe / Agency,\"a\nb\",photos/a-600.jpg,© 2011 Agency,\"Words, words\",말,Editorial use only,\"photos/a-480.jpg | 480 | 320\nphotos/a-600.jpg | 600 | 400\"\r\n" +
		"\r\n" +
		"b,1952,treaty,5,B,B,B,B,\"Old\",\"x\",,,,,,\r\n"
	if got := string(read1(t, dir, eventsTable)); got != want || r.Events != eventsTable {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	// Another in its place, with terms: the columns are there.
	if _, err := Add(context.Background(), fileOf(t, "b.jpg", testpic.JPEG(t, testpic.Landscape(30, 20))), Options{Story: dir, Event: "b", Alt: alt, NoExport: true}); err != nil {
		t.Fatal(err)
	}
	s, problems := story.Decode(os.DirFS(dir))
	if problems.Errors() {
		t.Fatal(problems)
	}
	if problems := photo.Check(os.DirFS(dir), s); len(problems) > 0 {
		t.Error(problems)
	}
	if p := s.Events[0].Photo; p.Credit != "Jane Doe / Agency" || p.Usage != "Editorial use only" || len(p.Sizes) != 2 || p.NoExport || !maps.Equal(p.Description, alt) {
		t.Errorf("%+v", p)
	}
	if p := s.Events[1].Photo; p.Credit != "Old" || !p.NoExport || len(p.Sizes) != 1 || p.File != "photos/b-30.jpg" {
		t.Errorf("%+v", p)
	}
}

func TestTableRefuses(t *testing.T) {
	for _, c := range []struct{ name, sheet, credit, says string }{
		{"a formula in a credit", testSheet, `=HYPERLINK("https://example.org")`, "takes for a formula"},
		{"no such event", "id,start\nz,1950\n", "C", `there is no event "a"`},
		{"semicolons", "id;start\na;1950\n", "C", `no column "id"`},
		{"a broken quote", "id,start\na,\"195\"0\"\n", "C", "quote"},
		{"a short row", "id,start,photo.credit\na,1950\n", "C", "the row has 2 cells"},
		{"twice", "id\na\na\n", "C", "two events"},
		{"nothing", "", "C", "empty"},
	} {
		dir := tableOf(t, c.sheet)
		_, err := Add(context.Background(), fileOf(t, "a.jpg", agency(t, 40, 60)), Options{Story: dir, Event: "a", Credit: c.credit})
		if err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v, want %q", c.name, err, c.says)
		}
		if got := string(read1(t, dir, eventsTable)); got != c.sheet {
			t.Errorf("%s: changed to %q", c.name, got)
		}
	}
}

// The places are those of the fields that encoding/csv reads, and an edit changes
// the one cell.
func FuzzSheet(f *testing.F) {
	f.Add([]byte(testSheet))
	f.Add([]byte("id,a\n1,\"x\r\ny\"\n\n,,\n2"))
	f.Add([]byte("a,\"\"\r\n\"\",\"\"\"\""))
	f.Add([]byte("a\r\r\nb"))
	f.Fuzz(func(t *testing.T, src []byte) {
		s, err := readSheet(src)
		if err != nil {
			return
		}
		read := func(b []byte) [][]string {
			r := csv.NewReader(strings.NewReader(string(b)))
			r.FieldsPerRecord = -1
			all, err := r.ReadAll()
			if err != nil {
				t.Fatalf("%v: %q", err, b)
			}
			return all
		}
		want := read(src)
		if len(want) != len(s.rows) {
			t.Fatalf("%d rows, want %d: %q", len(s.rows), len(want), src)
		}
		for i, row := range s.rows {
			for j, c := range row {
				if j >= len(want[i]) || len(row) != len(want[i]) || c.text != want[i][j] {
					t.Fatalf("row %d: %q, want %q: %q", i, c.text, want[i], src)
				}
			}
		}
		last := s.rows[len(s.rows)-1]
		c := last[len(last)-1]
		want[len(want)-1][len(last)-1] = "new, \"text\""
		got := read(apply(src, []edit{{c.from, c.to, quoted("new, \"text\"")}}))
		for i := range want {
			if !slices.Equal(got[i], want[i]) {
				t.Fatalf("row %d: %q, want %q: %q", i, got[i], want[i], src)
			}
		}
	})
}
