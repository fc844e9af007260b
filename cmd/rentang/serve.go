package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"time"

	"rentang/internal/serve"
	"rentang/internal/site"
)

// serveVerb serves the page of a story.
type serveVerb struct {
	storyFlag
	Addr  string `default:"127.0.0.1:8080" placeholder:"HOST:PORT" help:"Address to listen at; port 0 takes a free one."`
	Watch bool   `help:"Build again when the story folder changes; pages that listen at /-/reload load again."`
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
	place := v.Dist
	if place == "" {
		scratch, err := os.MkdirTemp("", "rentang-")
		if err != nil {
			return err
		}
		defer os.RemoveAll(scratch)
		place = filepath.Join(scratch, "dist")
		if err := v.build(ctx, m, site.Options{Out: place}); err != nil {
			return m.told(err)
		}
	} else if _, err := os.Stat(filepath.Join(place, "index.html")); err != nil {
		return fmt.Errorf("%s is not a built folder: %w", place, err)
	}
	h := serve.New(os.DirFS(place))
	if v.Watch {
		go v.watch(ctx, m, h, place)
	}
	fmt.Fprintf(m.Stdout, "http://%s/\n", l.Addr())
	return serveUntil(ctx, l, h)
}

// serveUntil serves until the context ends, and then lets answers be finished.
func serveUntil(ctx context.Context, l net.Listener, h *serve.Handler) error {
	server := &http.Server{Handler: h, ReadHeaderTimeout: 10 * time.Second}
	server.RegisterOnShutdown(h.Close)
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(l) }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	patience, cancel := context.WithTimeout(context.WithoutCancel(ctx), 3*time.Second)
	defer cancel()
	err := server.Shutdown(patience)
	if errors.Is(err, context.DeadlineExceeded) {
		err = server.Close() // someone reads slowly; the one who stopped the server does not wait
	}
	return err
}

// build builds the story as it is now.
func (v *serveVerb) build(ctx context.Context, m *Main, o site.Options) error {
	dir, err := v.folder()
	if err != nil {
		return err
	}
	o.Story, o.Log = dir, m.log
	_, err = site.Build(ctx, o)
	return err
}
