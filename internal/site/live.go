//go:build !nostills

package site

import (
	"context"
	"io/fs"

	"rentang/internal/memfs"
)

// Live is the folder of a story that is being worked on. It lies in memory, and a
// file of it is made when somebody asks for it: a page in a tenth of a second where
// the whole folder takes several. Its pages listen at -/reload for the next one.
type Live struct {
	fs.FS
	Build string // as the pages name it
}

// OpenLive is the folder as the story is now, without what only a folder to publish
// has: manifest, packed files. build names this state of it. Out and Quality are
// not used. Problems and other errors are as for Build.
func OpenLive(ctx context.Context, o Options, build string) (*Live, error) {
	b, err := o.builder(ctx)
	if err != nil {
		return nil, err
	}
	b.live, b.later = build, map[string]func() ([]byte, error){}
	for _, do := range []func() error{b.addStory, b.addTexts, b.addProgram, b.addApp, b.addLive, b.addStills, b.addPages} {
		if err := do(); err != nil {
			return nil, err
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
	}
	folder := memfs.Of(b.files)
	for name, make := range b.later {
		folder.AddLater(name, make)
	}
	return &Live{folder, build}, nil
}

// addLive adds the script that listens. Its panel has the style of the preview's.
func (b *builder) addLive() error {
	script, err := join(b.Web, "js", "live.js")
	if err != nil {
		return err
	}
	b.app.live = b.addHashed("app/live.js", script)
	return nil
}
