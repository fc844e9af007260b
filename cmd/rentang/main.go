// Command rentang builds the page of a story, serves it, draws its stills and
// checks it.
//
//	rentang build -story mystory -o dist
//	rentang still -story mystory -o first.png -lang ko -time 1985..1995
//
// It exits with 1 when the input is bad, with 2 when the command line is, and with
// 130 when it was interrupted.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second Ctrl-C ends it at once
	m := Main{Stdout: os.Stdout, Stderr: os.Stderr}
	code := m.Run(ctx, os.Args[1:])
	stop()
	os.Exit(code)
}
