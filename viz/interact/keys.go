package interact

// Steps of the keys.
const (
	keyPan  = .15 // of the view, for an arrow
	keyPage = .9  // of the view, so that the edge stays in sight
	keyZoom = 1.5
)

// Command reads a key by its KeyboardEvent.key. walking means that an event is
// open or focused, so that arrows walk from event to event instead of panning.
// Keys with ctrl, alt or meta belong to the browser.
func Command(key string, mods Mods, portrait, walking bool) Intent {
	if mods&(Ctrl|Alt|Meta) != 0 {
		return Intent{}
	}
	switch key {
	case "ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown":
		return arrow(key, portrait, walking)
	case "PageUp":
		return Intent{Do: PanBy, Ratio: -keyPage}
	case "PageDown":
		return Intent{Do: PanBy, Ratio: keyPage}
	case "+", "=":
		return Intent{Do: ZoomBy, Ratio: 1 / keyZoom}
	case "-", "_":
		return Intent{Do: ZoomBy, Ratio: keyZoom}
	case "Home", "0":
		return Intent{Do: Whole}
	case "Enter":
		return Intent{Do: OpenIt}
	case "Escape", "Esc":
		return Intent{Do: Close}
	case " ", "Spacebar":
		return Intent{Do: PlayStop}
	case "[":
		return Intent{Do: ReadBy, N: -1}
	case "]":
		return Intent{Do: ReadBy, N: 1}
	case "n", "N", ".":
		return Intent{Do: StepBy, N: 1}
	case "p", "P", ",":
		return Intent{Do: StepBy, N: -1}
	}
	return Intent{}
}

// arrow reads the arrow keys. The pair along time pans or walks; the other pair
// walks too while an event is open, except in landscape, where up and down
// scroll the page.
func arrow(key string, portrait, walking bool) Intent {
	n := 1
	if key == "ArrowLeft" || key == "ArrowUp" {
		n = -1
	}
	along := (key == "ArrowUp" || key == "ArrowDown") == portrait
	switch {
	case walking && (along || portrait):
		return Intent{Do: StepBy, N: n}
	case !walking && along:
		return Intent{Do: PanBy, Ratio: keyPan * float64(n)}
	}
	return Intent{}
}
