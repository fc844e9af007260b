//go:build !nostills

package site

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"sync"

	"github.com/andybalholm/brotli"
	"golang.org/x/sync/errgroup"

	"rentang/internal/serve"
)

// packs are the encodings that files are packed in ahead, by the endings under
// which servers look for them.
var packs = []struct {
	ending  string
	quality int // the best there is: a file is packed once and sent a million times
	pack    func(ctx context.Context, out *bytes.Buffer, data []byte, quality int) error
}{
	{".br", brotli.BestCompression, packBrotli},
	{".gz", gzip.BestCompression, packGzip},
}

// addPacked adds every file that is worth it a second time, packed, for servers
// that send such files as they are. Packing at its best takes half a minute for a
// viewer, so what was packed before is taken from the user's cache folder.
func (b *builder) addPacked() error {
	if !b.Pack {
		return nil
	}
	type job struct {
		name string
		pack int
	}
	var jobs []job
	for _, name := range b.names() {
		if serve.Packs(serve.MediaType(name)) && len(b.files[name]) > smallest {
			for i := range packs {
				jobs = append(jobs, job{name, i})
			}
		}
	}
	var mu sync.Mutex
	done := 0
	group, ctx := errgroup.WithContext(b.ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	packed := map[string][]byte{}
	for _, j := range jobs {
		group.Go(func() error {
			if err := ctx.Err(); err != nil {
				return err
			}
			p := packs[j.pack]
			if b.effort > 0 {
				p.quality = b.effort
			}
			data, err := kept(b.files[j.name], p.ending+strconv.Itoa(p.quality), func(out *bytes.Buffer, data []byte) error { return p.pack(ctx, out, data, p.quality) })
			if err != nil {
				return fmt.Errorf("%s: %w", j.name, err)
			}
			mu.Lock()
			defer mu.Unlock()
			if len(data) < len(b.files[j.name]) {
				packed[j.name+p.ending] = data
			}
			done++
			b.step(done, len(jobs), j.name+p.ending)
			return nil
		})
	}
	if err := group.Wait(); err != nil {
		return err
	}
	b.packed = packed
	return nil
}

// addFetched adds a file that the page's script reads: packed where the host
// compresses nothing, and only so.
func (b *builder) addFetched(name string, data []byte) (string, error) {
	if !b.InPage {
		return b.addHashed(name, data), nil
	}
	p := packs[1]
	packed, err := kept(data, p.ending+strconv.Itoa(p.quality), func(out *bytes.Buffer, data []byte) error { return p.pack(b.ctx, out, data, p.quality) })
	if err != nil {
		return "", err
	}
	ext := path.Ext(name)
	return b.add(name[:len(name)-len(ext)]+"."+hash(packed)[:10]+ext+p.ending, packed), nil
}

// smallest is from how many bytes on packing is worth a second file: less fits
// into one packet of the network anyway.
const smallest = 1024

// feed gives a packer its data in pieces, between which it can be stopped.
func feed(ctx context.Context, w io.WriteCloser, data []byte) error {
	for piece := range slices.Chunk(data, 1<<16) {
		if err := ctx.Err(); err != nil {
			return err
		}
		if _, err := w.Write(piece); err != nil {
			return err
		}
	}
	return w.Close()
}

func packBrotli(ctx context.Context, out *bytes.Buffer, data []byte, quality int) error {
	w := brotli.NewWriterLevel(out, quality)
	return feed(ctx, w, data)
}

func packGzip(ctx context.Context, out *bytes.Buffer, data []byte, quality int) error {
	w, err := gzip.NewWriterLevel(out, quality) // with no name and no time in its header
	if err != nil {
		return err
	}
	return feed(ctx, w, data)
}

// kept is what pack makes of data, from the cache folder if it was made before.
// Small files are packed again sooner than looked up.
func kept(data []byte, how string, pack func(out *bytes.Buffer, data []byte) error) ([]byte, error) {
	var place string
	if dir, err := os.UserCacheDir(); err == nil && len(data) > 1<<16 {
		place = filepath.Join(dir, "rentang", "packed", hash(data)+how)
		if old, err := os.ReadFile(place); err == nil && len(old) > 0 {
			return old, nil
		}
	}
	var out bytes.Buffer
	if err := pack(&out, data); err != nil {
		return nil, err
	}
	if place != "" && os.MkdirAll(filepath.Dir(place), 0o755) == nil {
		// Aside and renamed: another build may be reading. A cache that cannot be written is none.
		if f, err := os.CreateTemp(filepath.Dir(place), ".packed-"); err == nil {
			_, err = f.Write(out.Bytes())
			if f.Close() != nil || err != nil || os.Rename(f.Name(), place) != nil {
				os.Remove(f.Name())
			}
		}
	}
	return out.Bytes(), nil
}
