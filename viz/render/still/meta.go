package still

// Meta is what a still says about itself to whoever opens the file without the
// page it came from. Empty fields are left out, and a zero Meta leaves out all of it.
type Meta struct {
	Title   string // dc:title; empty takes the scene's
	Desc    string // dc:description; empty takes the scene's
	Credits string // who made it: dc:creator and photoshop:Credit
	Licence string // dc:rights and xmpRights:UsageTerms
	Source  string // where the data come from: dc:source
	Lang    string // BCP 47 tag of these words; empty takes the scene's
}
