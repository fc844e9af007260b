package story

import (
	"reflect"
	"strings"
	"testing"
)

func TestPhotoFields(t *testing.T) {
	const sizes = `"usage": "Once, in print and online", "export": false, "sizes": [{"file": "photos/s-480.jpg", "width": 480, "height": 320}, {"file": "photos/sign.jpg", "width": 960, "height": 640}], "holder"`
	s := mustDecode(t, edited(t, eventsFile, `"holder"`, sizes))
	p := s.Events[1].Photo
	want := []PhotoSize{{"photos/s-480.jpg", 480, 320}, {"photos/sign.jpg", 960, 640}}
	if p.Usage != "Once, in print and online" || !p.NoExport || !reflect.DeepEqual(p.Sizes, want) {
		t.Errorf("%+v", p)
	}
	for _, c := range []struct{ put, says string }{
		{`"export": "no"`, "photo.export: is a text, expected true or false"},
		{`"export": true, "usage": "No export."`, "photo.export: true, though usage says no export"},
		{`"usage": "a\nb"`, "photo.usage: a line break in the text"},
		{`"sizes": {}`, "photo.sizes: is an object, expected a list of sizes"},
		{`"sizes": [1]`, "photo.sizes[0]: is a number, expected a size in braces"},
		{`"sizes": [{"file": "../a.jpg", "width": 1, "height": 1}]`, `photo.sizes[0].file: "../a.jpg", expected a path inside the story folder`},
		{`"sizes": [{"width": 1, "height": 1}]`, "photo.sizes[0].file: missing, expected a path inside the story folder"},
		{`"sizes": [{"file": "", "width": 1, "height": 1}]`, "photo.sizes[0].file: is empty"},
		{`"sizes": [{"file": "a.jpg", "width": 0, "height": 1}]`, "photo.sizes[0].width: 0, expected a number of pixels"},
		{`"sizes": [{"file": "a.jpg", "width": 9, "height": 70000}]`, "photo.sizes[0].height: 70000, expected a number of pixels"},
		{`"sizes": [{"file": "a.jpg", "width": 9, "height": 9}, {"file": "b.jpg", "width": 9, "height": 9}]`, "photo.sizes[1].width: not wider than the size before it"},
	} {
		if _, problems := Decode(edited(t, eventsFile, `"holder"`, c.put+`, "holder"`)); !problems.Errors() || !strings.Contains(problems.Error(), c.says) {
			t.Errorf("%s: %v, want %q", c.put, problems, c.says)
		}
	}
	alone := edited(t, eventsFile, `"file": "photos/sign.jpg"`, `"sizes": [{"file": "a.jpg", "width": 9, "height": 9}]`)
	if _, problems := Decode(alone); !strings.Contains(problems.Error(), "sizes of a photo that has no file") {
		t.Errorf("sizes without a file: %v", problems)
	}
}

func TestForbidsExport(t *testing.T) {
	for usage, want := range map[string]bool{
		"": false, "No export": true, "no export.": true, "NO-EXPORT; no archive": true, `Terms: "no export"`: true, "Editorial use only (no export).": true,
		"Export allowed": false, "No exports to print": false, "no sales": false, "There is no exporting": false, "no\u00a0export": true,
	} {
		if got := ForbidsExport(usage); got != want {
			t.Errorf("%q: %v", usage, got)
		}
	}
}
