package serve

// Policy is the Content-Security-Policy of a built folder: everything from the
// folder itself, and nothing that a story says is ever run. The pages carry
// policies of their own that allow less.
const Policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; " +
	"connect-src 'self' blob:; worker-src 'self'; frame-src 'self' blob:; base-uri 'none'; form-action 'none'"

// Header is a header of an answer.
type Header struct{ Name, Value string }

// Headers is what a careful host sends with every file of a built folder.
func Headers() []Header {
	return []Header{
		{"X-Content-Type-Options", "nosniff"},
		{"Referrer-Policy", "strict-origin-when-cross-origin"},
		{"Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()"},
	}
}

// Forever is the Cache-Control of a file whose name changes with its content, and
// Revalidate of every other: kept, and asked about each time.
const (
	Forever    = "public, max-age=31536000, immutable"
	Revalidate = "no-cache"
)
