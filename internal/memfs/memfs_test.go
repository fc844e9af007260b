package memfs

import (
	"errors"
	"io/fs"
	"testing"
	"testing/fstest"
)

func TestFolder(t *testing.T) {
	f := Of(map[string][]byte{"a.txt": []byte("a"), "deep/er/b.txt": []byte("bb"), "deep/c.txt": nil})
	f.AddLater("later.txt", func() ([]byte, error) { return []byte("made"), nil })
	if err := fstest.TestFS(f, "a.txt", "deep/er/b.txt", "deep/c.txt", "later.txt"); err != nil {
		t.Error(err)
	}
	if err := fstest.TestFS(new(Folder)); err != nil {
		t.Errorf("empty: %v", err)
	}
}

// A file is made once, when it is read and not when it is listed; what failed is
// tried again.
func TestLater(t *testing.T) {
	f, made := new(Folder), 0
	f.AddLater("x", func() ([]byte, error) {
		if made++; made == 1 {
			return nil, errors.New("not yet")
		}
		return []byte("x"), nil
	})
	if names := f.Names(); len(names) != 1 || made != 0 {
		t.Errorf("listed %q, made %d times", names, made)
	}
	if _, err := fs.ReadFile(f, "x"); err == nil {
		t.Error("an error was lost")
	}
	for range 2 {
		if data, err := fs.ReadFile(f, "x"); err != nil || string(data) != "x" {
			t.Errorf("%q, %v", data, err)
		}
	}
	if made != 2 {
		t.Errorf("made %d times", made)
	}
}
