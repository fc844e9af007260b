package theme

import "image/color"

// contrast is for readers who ask for more contrast: black on white, bands
// outlined, and text over a band on a plate.
func contrast() *Theme {
	return &Theme{
		Name:       "contrast",
		Background: rgb(0xffffff),
		Ink:        rgb(0x000000),
		Muted:      rgb(0x333333),
		Grid:       rgb(0xc4c4c4),
		Line:       rgb(0x000000),
		Leader:     rgb(0x767676),
		Gap:        rgb(0x333333),

		StripA:     rgb(0xf2f2f2),
		StripB:     rgb(0xe2e2e2),
		StripText:  rgb(0x333333),
		Card:       rgb(0xffffff),
		CardBorder: rgb(0xc4c4c4),
		Link:       rgb(0x00366b),

		Sea:   rgb(0xffffff),
		Land:  rgb(0xe0e0e0),
		Coast: rgb(0x7a7a7a),

		MarkerHalo:  rgb(0xffffff),
		Focus:       rgb(0x0038a8),
		FocusGap:    rgb(0xffffff),
		HoverRing:   rgb(0x000000),
		HoverLeader: rgb(0x000000),
		HoverTint:   rgb(0x000000),

		FringeUpper:   [3]color.RGBA{rgb(0xcaced4), rgb(0xdcdfe3), rgb(0xedeef0)},
		FringeLower:   [3]color.RGBA{rgb(0xd8c6da), rgb(0xe5dae7), rgb(0xf2ebf2)},
		FringeEdge:    rgb(0x5f6772),
		Low:           rgb(0xffffff),
		Separator:     rgb(0xffffff),
		Plate:         ptr(rgb(0xffffff)),
		BandEdge:      ptr(rgb(0x000000)),
		BandEdgeWidth: 1.25,
		HatchPeriod:   6,
		HatchStroke:   2,

		bands: [bandCount]Band{
			military: {Fill: rgb(0x0d1a33), OnBand: rgb(0x000000), Label: rgb(0x0d1a33), HatchGround: rgb(0xffffff)},
			economic: {Fill: rgb(0x2f7683), OnBand: rgb(0x000000), Label: rgb(0x265e69), HatchGround: rgb(0xffffff)},
			energy:   {Fill: rgb(0x946800), OnBand: rgb(0x000000), Label: rgb(0x735100), HatchGround: rgb(0xffffff)},
			food:     {Fill: rgb(0x37511a), OnBand: rgb(0x000000), Label: rgb(0x37511a), HatchGround: rgb(0xffffff)},
			unsplit:  {Fill: rgb(0x6b625b), OnBand: rgb(0x000000), Label: rgb(0x5e5650), HatchGround: rgb(0xffffff)},
			arms:     {Fill: rgb(0x69256f), OnBand: rgb(0x000000), Label: rgb(0x69256f), HatchGround: rgb(0xffffff)},
		},
		marks: [familyCount]color.RGBA{Words: rgb(0x000000), Force: rgb(0x7a3d00), Goods: rgb(0x005a61)},
	}
}
