package still

import (
	"bytes"
	"fmt"
	"io"

	"github.com/tdewolff/canvas/renderers/pdf"

	"rentang/viz/scene"
)

const (
	// mm is the length of a CSS pixel in millimetres, in which canvas counts pages.
	mm = 25.4 / 96
	// pdfGrid is the number of steps in a millimetre to which coordinates are
	// rounded: a micrometre, or 0.004 CSS pixels.
	pdfGrid = 1000
)

// PDF writes the scene as a document of one page, as large as the scene is at 96
// CSS pixels an inch, with its title, description and language. It carries no
// date: the same scene gives the same bytes.
func PDF(w io.Writer, s *scene.Scene, r Resources) error {
	if err := check(s); err != nil {
		return err
	}
	var b bytes.Buffer
	to := pdf.New(&b, s.Size.X*mm, s.Size.Y*mm, nil)
	p := painter{to: to, res: r, height: s.Size.Y, unit: mm, grid: pdfGrid, curves: cubics}
	if err := p.draw(s); err != nil {
		return err
	}
	if err := to.Close(); err != nil {
		return fmt.Errorf("still: %w", err)
	}
	out, err := pdfTail(b.Bytes(), s, r.Meta.fill(s))
	if err != nil {
		return err
	}
	_, err = w.Write(out)
	return err
}
