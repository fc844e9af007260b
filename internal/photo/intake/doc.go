// Package intake takes licensed photos into a story folder.
//
// A photo arrives as an agency or a camera wrote it: as large as the sensor, lying
// on its side, with the place where it was taken and the number of the camera in
// it, and - when all is well - with the name of whoever took it. It leaves as two
// or three JPEGs of sizes that pages need, upright, without what is nobody's
// business, and with the rights in every one of them, as XMP.
//
//	report, err := intake.Add(ctx, "summit.jpg", intake.Options{Story: "mystory", Event: "summit-2000"})
package intake

// Quality is the JPEG quality of what is written, of 100.
const Quality = 82

// tall is how many times higher than its width a size may be: at 1600 pixels wide
// a portrait of 2:3 just fits.
const tall = 1.5

// Widths is the widths of the sizes that are made, in pixels: for the card on a
// phone, the card on a desk and dense screens, and stills. A picture is never
// enlarged.
func Widths() []int { return []int{480, 960, 1600} }
