package theme

import "image/color"

// printed holds greys only, for paper: neighbours are parted by a white line and by
// their place in the stack, and kinds are written into or beside the bands.
func printed() *Theme {
	return &Theme{
		Name:       "print",
		Background: rgb(0xffffff),
		Ink:        rgb(0x000000),
		Muted:      rgb(0x3d3d3d),
		Grid:       rgb(0xd0d0d0),
		Line:       rgb(0x000000),
		Leader:     rgb(0x8c8c8c),
		Gap:        rgb(0x3d3d3d),

		StripA:     rgb(0xf2f2f2),
		StripB:     rgb(0xe0e0e0),
		StripText:  rgb(0x3d3d3d),
		Card:       rgb(0xffffff),
		CardBorder: rgb(0xd0d0d0),
		Link:       rgb(0x000000),

		Sea:   rgb(0xffffff),
		Land:  rgb(0xe2e2e2),
		Coast: rgb(0x8a8a8a),

		MarkerHalo:  rgb(0xffffff),
		Focus:       rgb(0x000000),
		FocusGap:    rgb(0xffffff),
		HoverRing:   rgb(0x000000),
		HoverLeader: rgb(0x000000),
		HoverTint:   rgb(0x000000),

		FringeUpper:   [3]color.RGBA{rgb(0xdcdcdc), rgb(0xe8e8e8), rgb(0xf2f2f2)},
		FringeLower:   [3]color.RGBA{rgb(0xdcdcdc), rgb(0xe8e8e8), rgb(0xf2f2f2)},
		FringeEdge:    rgb(0x6e6e6e),
		Low:           rgb(0xffffff),
		Separator:     rgb(0xffffff),
		BandEdge:      ptr(rgb(0x000000)),
		BandEdgeWidth: 0.75,
		HatchPeriod:   4,
		HatchStroke:   1,

		bands: [bandCount]Band{
			military: {Fill: rgb(0x161616), OnBand: rgb(0xffffff), Label: rgb(0x161616), HatchGround: rgb(0xffffff)},
			economic: {Fill: rgb(0x8a8a8a), OnBand: rgb(0x000000), Label: rgb(0x747474), HatchGround: rgb(0xffffff)},
			energy:   {Fill: rgb(0x1e1e1e), OnBand: rgb(0xffffff), Label: rgb(0x1e1e1e), HatchGround: rgb(0xffffff)},
			food:     {Fill: rgb(0x505050), OnBand: rgb(0xffffff), Label: rgb(0x505050), HatchGround: rgb(0xffffff)},
			unsplit:  {Fill: rgb(0x6a6a6a), OnBand: rgb(0xffffff), Label: rgb(0x6a6a6a), HatchGround: rgb(0xffffff)},
			arms:     {Fill: rgb(0x333333), OnBand: rgb(0xffffff), Label: rgb(0x333333), HatchGround: rgb(0xffffff)},
		},
		marks: [familyCount]color.RGBA{Words: rgb(0x000000), Force: rgb(0x000000), Goods: rgb(0x000000)},
	}
}
