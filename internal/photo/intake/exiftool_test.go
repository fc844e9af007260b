package intake

import (
	"context"
	"encoding/json"
	"os/exec"
	"path/filepath"
	"testing"

	"rentang/viz/story"
)

// Others read what is written as we do.
func TestExiftoolReadsTheRights(t *testing.T) {
	dir := folderOf(t)
	alt := story.Text{"en": "Two people & \"hands\".", "ko": "두 사람이 악수한다."}
	r, err := Add(context.Background(), fileOf(t, "a.jpg", agency(t, 1200, 900)), Options{Story: dir, Event: "summit-2011", Alt: alt})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range r.Files {
		out, err := exec.Command("exiftool", "-json", "-G", "-a", filepath.Join(dir, filepath.FromSlash(f.Path))).Output()
		if err != nil {
			t.Fatalf("exiftool (of the Debian package libimage-exiftool-perl): %v", err)
		}
		var all []map[string]any
		if err := json.Unmarshal(out, &all); err != nil || len(all) != 1 {
			t.Fatalf("%v: %s", err, out)
		}
		for tag, want := range map[string]any{
			"XMP:Credit": "Jane Doe / Agency", "XMP:Creator": "Jane Doe", "XMP:Rights": "© 2011 Agency", "XMP:UsageTerms": "Editorial use only", "XMP:Marked": true,
			"XMP:AltTextAccessibility": alt["en"], "XMP:AltTextAccessibility-ko": alt["ko"],
			"XMP:Description": "Two people meet.", "XMP:DateCreated": "2011:08:24", "File:ImageWidth": float64(f.Width), "File:ImageHeight": float64(f.Height),
		} {
			if all[0][tag] != want {
				t.Errorf("%s: %s is %v, want %v", f.Path, tag, all[0][tag], want)
			}
		}
		for tag := range all[0] {
			if group := tag[:min(4, len(tag))]; group == "EXIF" || group == "Make" || group == "IPTC" {
				t.Errorf("%s: %s is still there", f.Path, tag)
			}
		}
	}
}
