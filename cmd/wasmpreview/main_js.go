// Command wasmpreview is the browser's program that reads a reader's own story: a
// folder, a zip or a TimelineJS file, dropped onto the page. It checks it, imports
// it if need be, and makes its pages; nothing leaves the browser. A worker loads it
// when somebody brings a story, and ends it with the answer.
//
// It calls globalThis.rentangPreviewReady with an object:
//
//	make(kit, files) -> {refused} | {problems, notes, title, main, files}
//
// kit is {fonts: object of Uint8Arrays by file name, land: Uint8Array, parts: JSON
// text of site.PreviewParts}; files is a list of {name, data: Uint8Array}. In the
// answer files is null when a problem is an error, else an object of Uint8Arrays by
// path, and a problem is {severity, file, line, field, text}.
package main

import "syscall/js"

func main() {
	offer := js.Global().Get("Object").New()
	offer.Set("make", js.FuncOf(func(_ js.Value, in []js.Value) any {
		if len(in) < 2 {
			return map[string]any{"refused": "no kit or no files"}
		}
		return answer(in[0], in[1])
	}))
	js.Global().Call("rentangPreviewReady", offer)
	select {} // everything else happens in callbacks
}
