package main

import (
	"context"
	"fmt"
	"net"
	"os"
	"path/filepath"

	"rentang/internal/serve"
	"rentang/internal/site"
)

// serveVerb serves the page of a story.
type serveVerb struct {
	storyFlag
	Addr  string `default:"127.0.0.1:8080" placeholder:"HOST:PORT" help:"Address to listen at; port 0 takes a free one."`
	Watch bool   `help:"Show the story as it is after every change: the page loads again by itself and says what is wrong."`
	Dist  string `placeholder:"DIR" help:"Serve this built folder and build nothing."`
}

// Run serves until it is interrupted.
func (v *serveVerb) Run(ctx context.Context, m *Main) error {
	switch {
	case v.Dist != "" && (v.Story != "" || v.Watch):
		return usagef("-dist serves what is built; -story and -watch build")
	case v.Watch && v.Story == "":
		return usagef("-watch needs -story DIR: the built-in story does not change")
	}
	// Listen first: a port in use shows at once, not after the build.
	l, err := net.Listen("tcp", v.Addr)
	if err != nil {
		return err
	}
	defer l.Close()
	if !serve.Loopback(l.Addr()) {
		m.log(fmt.Sprintf("%s: whoever reaches this machine can read what is served; without -addr only this machine can", l.Addr()))
	}
	if v.Watch {
		return v.watch(ctx, m, l)
	}
	place := v.Dist
	if place == "" {
		scratch, err := os.MkdirTemp("", "rentang-")
		if err != nil {
			return err
		}
		defer os.RemoveAll(scratch)
		place = filepath.Join(scratch, "dist")
		dir, err := v.folder()
		if err != nil {
			return err
		}
		if _, err := site.Build(ctx, site.Options{Story: dir, Out: place, Log: m.log, Warn: m.warn}); err != nil {
			return m.told(err)
		}
	} else if _, err := os.Stat(filepath.Join(place, "index.html")); err != nil {
		return fmt.Errorf("%s is not a built folder: %w", place, err)
	}
	root, err := os.OpenRoot(place) // follows no link out of the folder
	if err != nil {
		return err
	}
	defer root.Close()
	fmt.Fprintf(m.Stdout, "http://%s/\n", l.Addr())
	return serve.Until(ctx, l, serve.New(root.FS()))
}
