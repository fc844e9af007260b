//go:build !js

// Command wasm is the browser's program, which draws a story on the page that
// loads it. It runs nowhere else.
package main

import (
	"fmt"
	"os"
)

func main() {
	fmt.Fprintln(os.Stderr, `this program runs in a browser; build it with

	GOOS=js GOARCH=wasm go build -trimpath -ldflags="-s -w" -o viewer.wasm ./cmd/wasm

or let ./build.sh build the whole page`)
	os.Exit(1)
}
