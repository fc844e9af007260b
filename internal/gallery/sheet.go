package main

import (
	"fmt"
	"image"
	"math"

	"rentang/internal/studio"
	"rentang/viz/render/still"
	"rentang/viz/scene"
	"rentang/viz/theme"
	"rentang/viz/typeset"
)

const sheetFile = "contact-sheet.png"

// Lengths of the contact sheet, in pixels.
const (
	sheetWide   = 1480.0
	sheetEdge   = 28.0
	cellGap     = 20.0
	nameDrop    = 19.0 // from the picture's edge to the baseline of its name
	saysDrop    = 17.0 // from there to the first line of what it is
	lineStep    = 16.0
	rowGap      = 24.0
	titleDrop   = 44.0
	saysMost    = 3   // lines
	rowFill     = 8.5 // the widths of a row, in heights, are at most this
	captionSize = 12.0
	titleSize   = 26.0
)

// cell is one picture in the sheet.
type cell struct {
	shot *shot
	size image.Point
}

// aspect is width over height.
func (c *cell) aspect() float64 { return float64(c.size.X) / float64(c.size.Y) }

// upright reports whether a picture stands with the tall ones; a square one does.
func (c *cell) upright() bool { return c.size.X <= c.size.Y }

// contactSheet sets all pictures in rows that are as wide as the sheet, each with
// its name. It is a scene like any other picture.
func contactSheet(s *studio.Studio, all []shot, drawn []*image.RGBA) (*image.RGBA, error) {
	light, _ := theme.Get("light")
	sc := &scene.Scene{Background: scene.Mix(light.Background, light.Ink, 0.08), Lang: "en"}
	pictures := map[string]*image.RGBA{}
	cells := make([]cell, len(all))
	for i := range all {
		cells[i] = cell{shot: &all[i], size: drawn[i].Bounds().Size()}
		pictures[all[i].name] = drawn[i]
	}
	title := fmt.Sprintf("One story in %d pictures", len(all))
	s.Type.Draw(sc, title, typeset.Style{Weight: typeset.SemiBold, Size: titleSize}, scene.Point{X: sheetEdge, Y: titleDrop}, typeset.Left, light.Ink)
	y := titleDrop + sheetEdge
	for _, row := range rows(cells) {
		var err error
		if y, err = setRow(s, sc, light, row, y); err != nil {
			return nil, err
		}
	}
	sc.Size = scene.Point{X: sheetWide, Y: math.Ceil(y - rowGap + sheetEdge)}
	return still.Raster(sc, still.Resources{Type: s.Type, Pictures: func(name string) (still.Picture, error) {
		return still.Picture{Image: pictures[name]}, nil
	}}, 1)
}

// rows breaks the pictures into rows: a row is filled, and lying and upright
// pictures share none.
func rows(cells []cell) [][]cell {
	var out [][]cell
	from, fill := 0, 0.0
	for i := range cells {
		turns := i > from && cells[i].upright() != cells[i-1].upright()
		if i > from && (turns || fill+cells[i].aspect() > rowFill) {
			out = append(out, cells[from:i])
			from, fill = i, 0
		}
		fill += cells[i].aspect()
	}
	return append(out, cells[from:])
}

// setRow sets one row with its upper edge at y and returns where the next begins.
func setRow(s *studio.Studio, sc *scene.Scene, light *theme.Theme, row []cell, y float64) (float64, error) {
	sum := 0.0
	for i := range row {
		sum += row[i].aspect()
	}
	high := math.Round((sheetWide - 2*sheetEdge - cellGap*float64(len(row)-1)) / sum)
	says := typeset.Style{Size: captionSize}
	name := typeset.Style{Weight: typeset.SemiBold, Size: captionSize + 1}
	x, lines := sheetEdge, 0
	for i := range row {
		c := &row[i]
		to := scene.R(x, y, math.Round(high*c.aspect()), high)
		sc.Picture(c.shot.name, scene.R(0, 0, float64(c.size.X), float64(c.size.Y)), to)
		text, err := c.shot.caption(s)
		if err != nil {
			return 0, err
		}
		broken, cut := s.Type.Break(text, "en", says, to.W(), saysMost)
		if cut {
			return 0, fmt.Errorf("the caption %q has no room", text)
		}
		at := scene.Point{X: x, Y: to.Max.Y + nameDrop}
		s.Type.Draw(sc, c.shot.name, name, at, typeset.Left, light.Ink)
		at.Y += saysDrop
		for _, line := range broken {
			s.Type.Draw(sc, line, says, at, typeset.Left, light.Ink)
			at.Y += lineStep
		}
		lines = max(lines, len(broken))
		x = to.Max.X + cellGap
	}
	return y + high + nameDrop + saysDrop + lineStep*float64(lines-1) + rowGap, nil
}
