//go:build !js

// Command wasmstill is the browser's program that makes files of the picture. It
// runs nowhere else.
package main

import (
	"fmt"
	"os"
)

func main() {
	fmt.Fprintln(os.Stderr, `this program runs in a browser; build it with

	GOOS=js GOARCH=wasm go build -trimpath -ldflags="-s -w" -o stills.wasm ./cmd/wasmstill

or let ./build.sh build the whole page. Here there is rentang still`)
	os.Exit(1)
}
