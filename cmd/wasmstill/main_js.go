// Command wasmstill is the browser's program that makes files of the picture: the
// same studio as behind the command line, so that a still of the page and one of
// rentang still are the same bytes. The page loads it when a reader first asks for
// a file, in a worker, which leaves the picture its thread and can be stopped.
//
// It sets globalThis.rentangStills and then calls globalThis.rentangStillsReady,
// if that is a function, with the same object:
//
//	make(kit, order) -> Promise of a Uint8Array
//
// kit is {story, fonts, lang: objects of Uint8Arrays by file name, land: Uint8Array,
// read: function(name) -> Promise of a Uint8Array, for the story's other files, its
// photos}, and read only by the first call that succeeds in it: one program is for
// one story. order is studio.Order with small letters: {format, scale, lang, theme,
// preset, width, height, mode, time, event}. What is missing is the default. The
// promise is broken with an Error that says why in English.
package main

import "syscall/js"

func main() {
	m := maker{turn: make(chan struct{}, 1)}
	stills := js.Global().Get("Object").New()
	stills.Set("make", js.FuncOf(func(_ js.Value, in []js.Value) any {
		return m.promise(at(in, 0), at(in, 1))
	}))
	js.Global().Set("rentangStills", stills)
	if ready := js.Global().Get("rentangStillsReady"); ready.Type() == js.TypeFunction {
		ready.Invoke(stills)
	}
	select {} // everything else happens in callbacks
}
