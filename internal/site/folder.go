package site

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// generator is how a folder that rentang built is recognised.
const generator = "rentang"

// hash is the SHA-256 of data in hexadecimal.
func hash(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// checkPlace refuses a place that holds something other than a former build: it
// would be lost.
func checkPlace(out string) error {
	if out == "" {
		return errors.New("site: no folder to write to")
	}
	info, err := os.Stat(out)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	if !info.IsDir() {
		return fmt.Errorf("%s is a file; a folder is written", out)
	}
	entries, err := os.ReadDir(out)
	if err != nil {
		return err
	}
	if len(entries) == 0 {
		return nil
	}
	var m struct {
		Generator string `json:"generator"`
	}
	data, err := os.ReadFile(filepath.Join(out, "manifest.json"))
	if err != nil || json.Unmarshal(data, &m) != nil || m.Generator != generator {
		return fmt.Errorf("%s holds files that rentang did not build; they would be lost: give another folder, or empty it", out)
	}
	return nil
}

// write puts the files into a folder beside out and then moves it there. When the
// context ends before that, nothing is left behind.
func write(ctx context.Context, out string, files map[string][]byte) error {
	out, err := filepath.Abs(out)
	if err != nil {
		return err
	}
	parent := filepath.Dir(out)
	if err := os.MkdirAll(parent, 0o755); err != nil {
		return err
	}
	fresh, err := os.MkdirTemp(parent, "."+filepath.Base(out)+"-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(fresh) // nothing is there any more once it has moved
	if err := os.Chmod(fresh, 0o755); err != nil {
		return err
	}
	for name, data := range files {
		if err := ctx.Err(); err != nil {
			return err
		}
		place := filepath.Join(fresh, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(place), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(place, data, 0o644); err != nil {
			return err
		}
	}
	former := fresh + "-former"
	if err := os.Rename(out, former); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := os.Rename(fresh, out); err != nil {
		return errors.Join(err, os.Rename(former, out))
	}
	return os.RemoveAll(former)
}
