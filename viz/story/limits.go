package story

// The limits of a story. They are far above what a picture can show and keep a
// mistaken file from filling the memory of a phone. Lengths of texts are counted in
// characters.
const (
	MaxFile   = 64 << 20 // bytes of one file
	MaxMethod = 1 << 20  // bytes of METHOD.md

	MaxID      = 64
	MaxLabel   = 100  // of a direction, kind, strip, span, place
	MaxShort   = 100  // an event's short title
	MaxTitle   = 200  // of the story or an event
	MaxLine    = 600  // subtitle, source line, unit, credit, a source's title, address
	MaxNote    = 4000 // the story's note, alt text, notes and reasons
	MaxCaption = 4000

	MaxLanguages  = 40
	MaxDirections = 2 // one on each side of the line
	MaxKinds      = 12
	MaxStrips     = 8
	MaxGroups     = 40

	MaxRows = 100_000 // of a CSV file
	MaxGaps = 5_000

	// MaxAmount is the greatest figure; the least that is not zero is one over it.
	// Sums and scales of figures in between stay finite.
	MaxAmount = 1e15

	// maxProblems is how many problems of one file are reported; the rest is counted.
	maxProblems = 1000
)
