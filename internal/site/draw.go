//go:build !nostills

package site

import (
	"bytes"
	"fmt"

	"github.com/tdewolff/font"

	"rentang/internal/studio"
	"rentang/viz/render/still"
)

// draw draws a still in a format.
func draw(s *studio.Studio, r studio.Request, format string) (Still, error) {
	sc, err := s.Scene(r)
	if err != nil {
		return Still{}, err
	}
	var out bytes.Buffer
	switch format {
	case "svg":
		err = still.SVG(&out, sc, s.Resources(r))
	case "png":
		err = still.PNG(&out, sc, s.Resources(r), still.PNGOptions{})
	case "pdf":
		err = still.PDF(&out, sc, s.Resources(r))
	default:
		err = fmt.Errorf("there is no format %q; there is svg, png, pdf", format)
	}
	return Still{Data: out.Bytes(), Size: sc.Size, Alt: sc.Desc, Zones: sc.Zones}, err
}

// woff2 packs a font for browsers.
func woff2(ttf []byte) ([]byte, error) {
	f, err := font.ParseSFNT(ttf, 0)
	if err != nil {
		return nil, err
	}
	return f.WriteWOFF2()
}
