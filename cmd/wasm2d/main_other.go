//go:build !js

// Command wasm2d is the browser's program where no usable GPU stands behind
// WebGL. It runs nowhere else.
package main

import (
	"fmt"
	"os"
)

func main() {
	fmt.Fprintln(os.Stderr, `this program runs in a browser; build it with

	GOOS=js GOARCH=wasm go build -trimpath -ldflags="-s -w" -o viewer2d.wasm ./cmd/wasm2d

or let ./build.sh build the whole page`)
	os.Exit(1)
}
