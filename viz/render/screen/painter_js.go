//go:build js

// Package screen draws a scene on an Ebiten image: one draw call from one
// texture. It is the only package besides the browser's program that knows
// Ebiten, and is built for js alone: elsewhere Ebiten needs C headers.
package screen

import (
	"image"
	"unsafe"

	"github.com/hajimehoshi/ebiten/v2"

	"rentang/viz/render/mesh"
	"rentang/viz/scene"
	"rentang/viz/typeset"
)

// Painter draws scenes. It keeps the texture of glyphs and small shapes and all
// its memory from frame to frame. It is not safe for concurrent use.
type Painter struct {
	mesh    *mesh.Builder
	texture *ebiten.Image
	size    int
	patch   []byte
	options ebiten.DrawTrianglesOptions
}

// The vertices go to Ebiten as they are. This conversion compiles only as long
// as both types have the same fields in the same order.
var _ = ebiten.Vertex(mesh.Vertex{})

// New makes a Painter that takes its glyphs from faces.
func New(faces *typeset.Set) *Painter {
	return &Painter{
		mesh:    mesh.New(faces),
		options: ebiten.DrawTrianglesOptions{ColorScaleMode: ebiten.ColorScaleModePremultipliedAlpha},
	}
}

// Paint draws s over the whole of dst, background included, at dpr device pixels
// per CSS pixel. Pictures are left to the page.
func (p *Painter) Paint(dst *ebiten.Image, s *scene.Scene, dpr float64) {
	size := dst.Bounds().Size()
	p.mesh.Build(s, dpr, size.X, size.Y)
	p.upload(p.mesh.Atlas())
	v := p.mesh.Vertices
	vertices := unsafe.Slice((*ebiten.Vertex)(unsafe.Pointer(unsafe.SliceData(v))), len(v))
	dst.DrawTriangles32(vertices, p.mesh.Indices, p.texture, &p.options)
}

// upload brings the texture up to date, a few rows at a time: Ebiten keeps what it
// is given until the end of the frame, and the browser never takes memory back.
func (p *Painter) upload(a mesh.Atlas) {
	const most = 64 << 10 // pixels at a time
	if a.Size != p.size {
		if p.texture != nil {
			p.texture.Deallocate()
		}
		// Unmanaged: a texture of its own, never moved into Ebiten's atlas.
		p.texture = ebiten.NewImageWithOptions(image.Rect(0, 0, a.Size, a.Size), &ebiten.NewImageOptions{Unmanaged: true})
		p.size = a.Size
	}
	for r := a.Dirty; !r.Empty(); {
		part := r
		part.Max.Y = min(r.Max.Y, r.Min.Y+max(1, most/r.Dx()))
		p.patch = p.patch[:0]
		for y := part.Min.Y; y < part.Max.Y; y++ {
			for _, v := range a.Pix[y*a.Size+part.Min.X : y*a.Size+part.Max.X] {
				p.patch = append(p.patch, v, v, v, v)
			}
		}
		p.texture.SubImage(part).(*ebiten.Image).WritePixels(p.patch)
		r.Min.Y = part.Max.Y
	}
}
