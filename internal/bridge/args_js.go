package bridge

import "syscall/js"

// args is what a page's call brought along; what is missing or of another type
// counts as nothing.
type args []js.Value

func (a args) at(i int) js.Value {
	if i >= len(a) {
		return js.Undefined()
	}
	return a[i]
}

func (a args) num(i int) float64 { return number(a.at(i)) }
func (a args) str(i int) string  { return text(a.at(i)) }
func (a args) truth(i int) bool  { return a.at(i).Truthy() }

// number is a number's value, else 0.
func number(v js.Value) float64 {
	if v.Type() != js.TypeNumber {
		return 0
	}
	return v.Float()
}

// text is a string's value, else "".
func text(v js.Value) string {
	if v.Type() != js.TypeString {
		return ""
	}
	return v.String()
}

// bytesOf copies a Uint8Array; nil for anything else.
func bytesOf(v js.Value) []byte {
	if !v.InstanceOf(js.Global().Get("Uint8Array")) {
		return nil
	}
	out := make([]byte, v.Length())
	js.CopyBytesToGo(out, v)
	return out
}
