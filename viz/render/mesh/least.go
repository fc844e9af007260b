package mesh

// lower and upper are min and max for numbers that are never NaN. Go's own call
// into the runtime under WebAssembly, and took a quarter of the time of a frame.

func lower[T float32 | float64](a, b T) T {
	if b < a {
		return b
	}
	return a
}

func upper[T float32 | float64](a, b T) T {
	if b > a {
		return b
	}
	return a
}
