package vision

import "image/color"

// Eye is a sort of colour vision.
type Eye uint8

// The sorts: all cones, and one sort of cone missing.
const (
	Normal Eye = iota
	Protan     // no long-wave cones
	Deutan     // no middle-wave cones
	Tritan     // no short-wave cones
)

// Eyes lists the sorts of colour vision.
func Eyes() [4]Eye { return [4]Eye{Normal, Protan, Deutan, Tritan} }

func (e Eye) String() string { return [...]string{"normal", "protan", "deutan", "tritan"}[e] }

// Simulate is how a colour looks to an eye, after Machado, Oliveira and
// Fernandes, "A physiologically-based model for simulation of color vision
// deficiency" (2009), severity 1.0, in linear light.
func Simulate(c color.RGBA, e Eye) color.RGBA {
	if e == Normal {
		return c
	}
	return machado(e).mul(decode(c)).encode()
}

// machado is the published matrix of an eye. Each row sums to 1, so that greys
// stay grey.
func machado(e Eye) matrix {
	switch e {
	case Protan:
		return matrix{
			{0.152286, 1.052583, -0.204868},
			{0.114503, 0.786281, 0.099216},
			{-0.003882, -0.048116, 1.051998},
		}
	case Deutan:
		return matrix{
			{0.367322, 0.860646, -0.227968},
			{0.280085, 0.672501, 0.047413},
			{-0.011820, 0.042940, 0.968881},
		}
	case Tritan:
		return matrix{
			{1.255528, -0.076749, -0.178779},
			{-0.078411, 0.930809, 0.147602},
			{0.004733, 0.691367, 0.303900},
		}
	}
	return matrix{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}
}

// SimulateVienot is a second model for Protan and Deutan, after Vienot, Brettel
// and Mollon, "Digital video colourmaps for checking the legibility of displays
// by dichromats" (1999). Other eyes see the colour as it is.
func SimulateVienot(c color.RGBA, e Eye) color.RGBA {
	var m matrix
	switch e {
	case Protan:
		m = matrix{{0.11238, 0.88762, 0}, {0.11238, 0.88762, 0}, {0.00401, -0.00401, 1}}
	case Deutan:
		m = matrix{{0.29275, 0.70725, 0}, {0.29275, 0.70725, 0}, {-0.02234, 0.02234, 1}}
	default:
		return c
	}
	return m.mul(decode(c)).encode()
}
