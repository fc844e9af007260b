//go:build !js

// Command wasmpreview is the browser's program that reads a reader's own story. It
// runs nowhere else.
package main

import (
	"fmt"
	"os"
)

func main() {
	fmt.Fprintln(os.Stderr, `this program runs in a browser; build it with

	GOOS=js GOARCH=wasm go build -tags nostills -trimpath -ldflags="-s -w" -o preview.wasm ./cmd/wasmpreview

or let ./build.sh build the whole page. Here there are rentang check and rentang import`)
	os.Exit(1)
}
