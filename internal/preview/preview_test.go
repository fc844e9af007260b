package preview

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"testing"

	"rentang/assets"
	"rentang/internal/site"
	"rentang/internal/studio"
	"rentang/viz/story"
)

func kit() studio.Kit {
	return studio.Kit{Fonts: assets.Fonts(), Lang: assets.Lang(), Land: assets.Map()}
}

// builtin is the built-in story as files in a folder.
func builtin(t *testing.T, folder string) []File {
	t.Helper()
	var files []File
	err := fs.WalkDir(assets.Story(), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(assets.Story(), name)
		files = append(files, File{folder + name, data})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// packed is a zip of files.
func packed(t *testing.T, files []File, change func(h *zip.FileHeader)) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, f := range files {
		h := &zip.FileHeader{Name: f.Name, Method: zip.Deflate}
		if change != nil {
			change(h)
		}
		out, err := w.CreateHeader(h)
		if err == nil {
			_, err = out.Write(f.Data)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestMake(t *testing.T) {
	timeline := []byte(`{"events":[{"start_date":{"year":"1961"},"text":{"headline":"Gagarin"}}]}`)
	for _, c := range []struct {
		name  string
		files []File
	}{
		{"files", builtin(t, "")},
		{"a folder", builtin(t, "ours/")},
		{"a folder in a folder", builtin(t, "download/ours/")},
		{"with what systems leave", append(builtin(t, "ours/"), File{"ours/.DS_Store", nil}, File{"__MACOSX/ours/._story.json", nil})},
		{"a zip", []File{{"ours.zip", packed(t, builtin(t, "ours/"), nil)}}},
		{"a zip by another name", []File{{"ours", packed(t, builtin(t, ""), nil)}}},
		{"TimelineJS", []File{{"theirs.json", timeline}}},
		{"TimelineJS in a zip", []File{{"theirs.zip", packed(t, []File{{"theirs/data.json", timeline}, {"theirs/readme.txt", nil}}, nil)}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			r, err := Make(c.files, kit(), site.PreviewParts{Style: "app/style.css", Script: "app/page.js"})
			if err != nil {
				t.Fatal(err)
			}
			if r.Problems.Errors() {
				t.Fatal(r.Problems)
			}
			page := string(r.Files[r.Main])
			for _, want := range []string{`src="app/page.js"`, `href="app/style.css"`, `id="event-`} {
				if !strings.Contains(page, want) {
					t.Errorf("the page does not hold %s", want)
				}
			}
			if r.Files["story/story.json"] == nil || len(r.Title) == 0 {
				t.Error("the story's files or its title are missing")
			}
			for name := range r.Files {
				if strings.Contains(name, "DS_Store") || strings.Contains(name, "MACOSX") {
					t.Errorf("it holds %s", name)
				}
			}
		})
	}
}

// Problems are those of rentang check, and nothing is made then.
func TestMakeSaysWhatCheckSays(t *testing.T) {
	files := builtin(t, "")
	for i := range files {
		files[i].Data = bytes.Replace(files[i].Data, []byte(`"start": "1948-10-12"`), []byte(`"start": "1948-02-30"`), 1)
	}
	r, err := Make(files, kit(), site.PreviewParts{})
	if err != nil || r.Files != nil || len(r.Problems) != 1 {
		t.Fatalf("%+v, %v", r, err)
	}
	if p := r.Problems[0]; p.File != "events.json" || p.Line == 0 || p.Severity != story.Error {
		t.Errorf("%+v", p)
	}
}

func TestRefusals(t *testing.T) {
	named := func(name string) []File { return []File{{name, []byte("{}")}} }
	zips := func(name string, change func(h *zip.FileHeader)) []File {
		return []File{{"x.zip", packed(t, named(name), change)}}
	}
	many := make([]File, MaxFiles+1)
	for i := range many {
		many[i].Name = fmt.Sprintf("f%d", i)
	}
	bomb := packed(t, []File{{"story.json", make([]byte, MaxBytes+1)}}, nil)
	liar := bytes.Clone(bomb) // says that it is small
	at := bytes.LastIndex(liar, []byte("PK\x01\x02"))
	binary.LittleEndian.PutUint32(liar[at+24:], 10)
	half := packed(t, builtin(t, ""), nil)
	for _, c := range []struct {
		name  string
		files []File
		says  string
	}{
		{"nothing", nil, "no files"},
		{"only what systems leave", named(".DS_Store"), "no files"},
		{"a picture", named("a.jpg"), "no story.json"},
		{"two timelines", append(named("a.json"), named("b.json")...), "one TimelineJS file"},
		{"a JSON that is no timeline", named("a.json"), "a.json"},
		{"up", named("../story.json"), "leads out"},
		{"up in the middle", named("a/../../story.json"), "leads out"},
		{"from the root", named("/etc/story.json"), "leads out"},
		{"a drive", named("C:/story.json"), "leads out"},
		{"backslashes", named(`..\story.json`), "leads out"},
		{"a null byte", named("story.json\x00.txt"), "leads out"},
		{"a long name", named(strings.Repeat("x", MaxName+1)), "bytes"},
		{"deep", named(strings.Repeat("x/", MaxDepth+1) + "story.json"), "deep"},
		{"twice", append(named("story.json"), named("story.json")...), "twice"},
		{"many files", many, "files"},
		{"large files", []File{{"a", make([]byte, MaxBytes/2+1)}, {"b", make([]byte, MaxBytes/2+1)}}, "MB"},
		{"zip: up", zips("../story.json", nil), "leads out"},
		{"zip: from the root", zips("/story.json", nil), "leads out"},
		{"zip: a link", zips("story.json", func(h *zip.FileHeader) { h.SetMode(fs.ModeSymlink | 0o777) }), "link"},
		{"zip: a device", zips("story.json", func(h *zip.FileHeader) { h.SetMode(fs.ModeDevice | 0o777) }), "not a file"},
		{"zip: a bomb", []File{{"x.zip", bomb}}, "MB"},
		{"zip: a bomb that lies", []File{{"x.zip", liar}}, "cannot be unpacked"},
		{"zip: many files", []File{{"x.zip", packed(t, many, nil)}}, "files"},
		{"zip: a zip in a zip", []File{{"x.zip", packed(t, []File{{"y.zip", bomb}}, nil)}}, "no story.json"},
		{"zip: cut off", []File{{"x.zip", half[:len(half)/2]}}, "cannot be read"},
		{"zip: empty", []File{{"x.zip", packed(t, nil, nil)}}, "no files"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Make(c.files, kit(), site.PreviewParts{})
			refusal := (*Refusal)(nil)
			if !errors.As(err, &refusal) || !strings.Contains(refusal.Reason, c.says) {
				t.Errorf("error %v, want a refusal that says %q", err, c.says)
			}
		})
	}
}

// Whatever comes in is refused or read, without a crash.
func FuzzMake(f *testing.F) {
	f.Add("x.zip", []byte("PK\x03\x04"))
	f.Add("x.zip", []byte("PK\x05\x06"+strings.Repeat("\x00", 18)))
	f.Add("x.json", []byte(`{"events":[{"start_date":{"year":"1961"},"text":{"headline":"Gagarin"}}]}`))
	f.Add("story.json", []byte(`{"id":"x","languages":["en"]}`))
	f.Add("../x.csv", []byte("Year,Headline\n1961,Gagarin\n"))
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		r, err := Make([]File{{name, data}}, kit(), site.PreviewParts{})
		if err == nil && !r.Problems.Errors() && r.Files[r.Main] == nil {
			t.Error("neither a problem nor a page")
		}
	})
}
