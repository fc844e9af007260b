package theme

import "image/color"

// light is the default: warm paper, dark ink.
func light() *Theme {
	return &Theme{
		Name:       "light",
		Background: rgb(0xfbfaf7),
		Ink:        rgb(0x1b1c1f),
		Muted:      rgb(0x56555a),
		Grid:       rgb(0xe4e0d8),
		Line:       rgb(0x1b1c1f),
		Leader:     rgb(0x8c8780),
		Gap:        rgb(0x56555a),

		StripA:     rgb(0xf0ece4),
		StripB:     rgb(0xe6e0d5),
		StripText:  rgb(0x56555a),
		Card:       rgb(0xffffff),
		CardBorder: rgb(0xe4e0d8),
		Link:       rgb(0x0b5a78),

		Sea:   rgb(0xeff2f2),
		Land:  rgb(0xdfdacf),
		Coast: rgb(0xa09a8e),

		MarkerHalo:  rgb(0xfbfaf7),
		Focus:       rgb(0x0b57d0),
		FocusGap:    rgb(0xffffff),
		HoverRing:   rgb(0x1b1c1f),
		HoverLeader: rgb(0x1b1c1f),
		HoverTint:   rgb(0x1b1c1f),

		FringeUpper: [3]color.RGBA{rgb(0xd6d9db), rgb(0xe2e4e5), rgb(0xefefee)},
		FringeLower: [3]color.RGBA{rgb(0xddd2e0), rgb(0xe7e0e7), rgb(0xf1edef)},
		FringeEdge:  rgb(0x7d8794),
		Low:         rgb(0xfbfaf7),
		Separator:   rgb(0xfbfaf7),
		HatchPeriod: 5,
		HatchStroke: 1.5,

		bands: [bandCount]Band{
			military: {Fill: rgb(0x22314b), OnBand: rgb(0xffffff), Label: rgb(0x22314b), HatchGround: rgb(0xe5e6e6)},
			economic: {Fill: rgb(0x1f7e87), OnBand: rgb(0xffffff), Label: rgb(0x1f7c85), HatchGround: rgb(0xe5eeec)},
			energy:   {Fill: rgb(0xbf7a0a), OnBand: rgb(0x000000), Label: rgb(0x9b650f), HatchGround: rgb(0xf5eddf)},
			food:     {Fill: rgb(0x4a6b2a), OnBand: rgb(0xffffff), Label: rgb(0x4a6b2a), HatchGround: rgb(0xe9ece3)},
			unsplit:  {Fill: rgb(0x857d71), OnBand: rgb(0x000000), Label: rgb(0x787167), HatchGround: rgb(0xefeeea)},
			arms:     {Fill: rgb(0x6e3d88), OnBand: rgb(0xffffff), Label: rgb(0x6e3d88), HatchGround: rgb(0xede7ec)},
		},
		marks: [familyCount]color.RGBA{Words: rgb(0x1b1c1f), Force: rgb(0x8a4a08), Goods: rgb(0x00696f)},
	}
}
