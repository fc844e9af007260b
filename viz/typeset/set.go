package typeset

import (
	"errors"
	"fmt"

	"github.com/golang/freetype/truetype"

	"rentang/viz/scene"
)

// maxShaped bounds the cache of set texts. A view shows a few hundred texts;
// when the bound is reached the cache starts anew, which costs one slow frame.
const maxShaped = 4096

// weights is how many weights there are.
const weights = 2

// Set is the fonts of the picture: for each weight a chain of faces, tried in
// order for each glyph. The zero Set has no fonts: texts have no width and draw
// nothing. A Set remembers what it has measured and is not safe for concurrent use.
type Set struct {
	faces  []*face
	chain  [weights][]scene.FaceID
	shaped map[key]*shaped

	buf truetype.GlyphBuf
	run scene.GlyphRun // handed to painters
}

// Add appends a TrueType font to the chain of a weight and returns the name by
// which glyph runs refer to it. It fails on data that freetype does not read:
// outlines that are not TrueType, a kern table of another form, a damaged file.
// A Set holds at most 256 faces.
func (s *Set) Add(w Weight, name string, ttf []byte) (scene.FaceID, error) {
	if w >= weights {
		panic(fmt.Sprintf("typeset: no weight %d", w))
	}
	if len(s.faces) == 256 {
		return 0, errors.New("typeset: more than 256 faces")
	}
	f, err := parse(name, ttf)
	if err != nil {
		return 0, err
	}
	id := scene.FaceID(len(s.faces))
	s.faces = append(s.faces, f)
	s.chain[w] = append(s.chain[w], id)
	clear(s.shaped) // a text set before may now find a glyph that it lacked
	return id, nil
}

// Faces is how many faces the set has; their ids count from 0 in the order in
// which they were added.
func (s *Set) Faces() int { return len(s.faces) }

// Name is the name under which a face was added.
func (s *Set) Name(id scene.FaceID) string { return s.faces[id].name }
