package theme

import "image/color"

// dark keeps the order of visual weight: what is darkest on light is lightest on
// dark, so military stays the loudest band.
func dark() *Theme {
	return &Theme{
		Name:       "dark",
		Dark:       true,
		Background: rgb(0x16181c),
		Ink:        rgb(0xf1efe9),
		Muted:      rgb(0xc5c3bc),
		Grid:       rgb(0x2e3238),
		Line:       rgb(0xf1efe9),
		Leader:     rgb(0x6a6d73),
		Gap:        rgb(0xc5c3bc),

		StripA:     rgb(0x22252b),
		StripB:     rgb(0x2b2f36),
		StripText:  rgb(0xc5c3bc),
		Card:       rgb(0x1f2227),
		CardBorder: rgb(0x2e3238),
		Link:       rgb(0x8fd0e6),

		Sea:   rgb(0x14171b),
		Land:  rgb(0x353a42),
		Coast: rgb(0x6b727d),

		MarkerHalo:  rgb(0x16181c),
		Focus:       rgb(0x8ab4f8),
		FocusGap:    rgb(0x16181c),
		HoverRing:   rgb(0xf1efe9),
		HoverLeader: rgb(0xf1efe9),
		HoverTint:   rgb(0xf1efe9),

		FringeUpper: [3]color.RGBA{rgb(0x39404b), rgb(0x2d323b), rgb(0x22262c)},
		FringeLower: [3]color.RGBA{rgb(0x3b3248), rgb(0x2e2939), rgb(0x23212b)},
		FringeEdge:  rgb(0x7f8896),
		Low:         rgb(0x16181c),
		Separator:   rgb(0x16181c),
		HatchPeriod: 5,
		HatchStroke: 1.5,

		bands: [bandCount]Band{
			military: {Fill: rgb(0xa9c0e6), OnBand: rgb(0x000000), Label: rgb(0xa9c0e6), HatchGround: rgb(0x282c34)},
			economic: {Fill: rgb(0x3f9e96), OnBand: rgb(0x000000), Label: rgb(0x3f9e96), HatchGround: rgb(0x1b282b)},
			energy:   {Fill: rgb(0xefb548), OnBand: rgb(0x000000), Label: rgb(0xefb548), HatchGround: rgb(0x302b21)},
			food:     {Fill: rgb(0x8a9a42), OnBand: rgb(0x000000), Label: rgb(0x8a9a42), HatchGround: rgb(0x242821)},
			unsplit:  {Fill: rgb(0xd2cfc4), OnBand: rgb(0x000000), Label: rgb(0xd2cfc4), HatchGround: rgb(0x2d2e30)},
			arms:     {Fill: rgb(0x9468b4), OnBand: rgb(0x000000), Label: rgb(0x9b73b8), HatchGround: rgb(0x25222e)},
		},
		marks: [familyCount]color.RGBA{Words: rgb(0xf1efe9), Force: rgb(0xf0a860), Goods: rgb(0x4fc4c8)},
	}
}
