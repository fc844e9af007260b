// Package photo reads photos that nobody has vouched for. What a file is, how large
// its picture is and what decoding it will take are known from its header, before
// anything is decoded; the name counts for nothing. It is small, so that a program
// in a page can have it; what takes photos in is in the package intake.
package photo

// Limits on what is taken in.
const (
	// MaxBytes is the largest file.
	MaxBytes = 256 << 20
	// MaxPixels is the largest picture: 100 megapixels.
	MaxPixels = 100_000_000
	// MaxSide is the longest side, the most that a JPEG can have.
	MaxSide = 65535
	// MaxMemory is the most bytes that a decoder may hold for a picture, by its
	// header. What is made of the picture takes less than 80 MB besides, so that
	// all of it stays within 500 MB. Files that decode to more than four bytes a
	// pixel - CMYK, progressive, 16 bits - reach it before MaxPixels.
	MaxMemory = 400_000_000
	// MaxPacket is the largest XMP packet that is read, in bytes.
	MaxPacket = 4 << 20
)

// Heavy is from how many pixels on a picture is more than any page shows.
const Heavy = 12_000_000
