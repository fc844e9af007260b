package main

import (
	"encoding/binary"

	"rentang/viz/locator"
)

// pack writes the file that locator.Parse reads; its comment describes the form.
func pack(rings [][][2]int, grid int) []byte {
	out := []byte(locator.Magic)
	out = binary.AppendUvarint(out, uint64(grid))
	out = binary.AppendUvarint(out, uint64(len(rings)))
	for _, ring := range rings {
		out = binary.AppendUvarint(out, uint64(len(ring)))
		var x, y int
		for _, p := range ring {
			out = binary.AppendVarint(out, int64(p[0]-x))
			out = binary.AppendVarint(out, int64(p[1]-y))
			x, y = p[0], p[1]
		}
	}
	return out
}
