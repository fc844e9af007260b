// Package mesh turns a scene into triangles for a GPU: one list of vertices, one
// list of indices and one texture, drawn by one call in painter's order.
//
// The idea: a GPU samples the middle of each pixel, so whatever is to look
// smooth must carry its coverage with it. Edges of long bands become ramps one
// pixel wide; where a ramp would be wrong - corners, cuts, peaks - the few pixels
// concerned are worked out exactly and become quads of their own. Small shapes
// and glyphs are kept as masks in the texture.
//
//	b := mesh.New(faces)
//	b.Build(&s, 2, 2400, 1350) // two device pixels for each CSS pixel
//	draw(b.Vertices, b.Indices, b.Atlas().Pix)
package mesh

import (
	"rentang/viz/scene"
	"rentang/viz/typeset"
)

// Vertex is one corner of a triangle. It has the fields of Ebiten's vertex in
// their order, so that a list can be handed on without copying it; this package
// itself knows no GPU.
type Vertex struct {
	DstX, DstY                         float32 // device pixels, y down
	SrcX, SrcY                         float32 // pixels of the atlas
	ColorR, ColorG, ColorB, ColorA     float32 // premultiplied, 0 to 1
	Custom0, Custom1, Custom2, Custom3 float32 // unused
}

// Outliner gives glyph outlines; *typeset.Set is one.
type Outliner interface {
	Outline(face scene.FaceID, glyph uint16) *typeset.Outline
}

var _ Outliner = (*typeset.Set)(nil)

// Builder builds meshes. It keeps its memory and its atlas from frame to frame: a
// steady frame allocates nothing. It is not safe for concurrent use.
type Builder struct {
	Vertices []Vertex // of the last Build
	Indices  []uint32 // of the last Build, three a triangle

	faces  Outliner
	masker typeset.Masker
	atlas  atlas

	scale         float64 // device pixels per CSS pixel
	width, height int     // of the target, device pixels
	color         [4]float32
	cells         cells
	quads         quads
	mask          mask
	path          outline // the shape at work, in device pixels
	band, inner   band
	slab          outline // a part of band
}

var _ scene.Painter = (*Builder)(nil)

// New makes a Builder that takes its glyphs from faces.
func New(faces Outliner) *Builder {
	b := &Builder{faces: faces}
	b.atlas.reset(atlasMin)
	return b
}

// Build replaces the mesh by that of s. The scale is in device pixels per CSS
// pixel; width and height are the target's in device pixels. The background
// covers the whole target.
func (b *Builder) Build(s *scene.Scene, scale float64, width, height int) {
	b.Vertices, b.Indices = b.Vertices[:0], b.Indices[:0]
	b.scale, b.width, b.height = scale, width, height
	b.atlas.frame()
	b.cells.reset(width, height)
	b.setColor(s.Background)
	b.quad(0, 0, float32(width), float32(height), 1)
	s.Replay(b)
}

// Fill implements scene.Painter.
func (b *Builder) Fill(p *scene.Path, c scene.Color) {
	b.setColor(c)
	b.path.fill(p, b.scale)
	b.fill(&b.path)
}

// Picture implements scene.Painter. Pictures are shown by the page, beside the
// mesh: they would need a second texture.
func (b *Builder) Picture(string, scene.Rect, scene.Rect) {}

func (b *Builder) setColor(c scene.Color) {
	b.color = [4]float32{float32(c.R) / 255, float32(c.G) / 255, float32(c.B) / 255, float32(c.A) / 255}
}

// vertex adds a corner of plain colour and returns its index.
func (b *Builder) vertex(x, y, alpha float32) uint32 {
	b.Vertices = append(b.Vertices, Vertex{
		DstX: x, DstY: y, SrcX: white, SrcY: white,
		ColorR: b.color[0] * alpha, ColorG: b.color[1] * alpha, ColorB: b.color[2] * alpha, ColorA: b.color[3] * alpha,
	})
	return uint32(len(b.Vertices) - 1)
}

// quad adds a rectangle of even coverage.
func (b *Builder) quad(x0, y0, x1, y1, alpha float32) {
	i := b.vertex(x0, y0, alpha)
	b.vertex(x1, y0, alpha)
	b.vertex(x0, y1, alpha)
	b.vertex(x1, y1, alpha)
	b.Indices = append(b.Indices, i, i+1, i+2, i+1, i+3, i+2)
}

// stamp adds a mask of the atlas, its upper left corner at x, y. Both lie on
// whole pixels, so that each pixel shows one texel.
func (b *Builder) stamp(e entry, x, y int) {
	x, y = x+int(e.left), y+int(e.top)
	if e.w == 0 || x >= b.width || y >= b.height || x+int(e.w) <= 0 || y+int(e.h) <= 0 {
		return
	}
	i := uint32(len(b.Vertices))
	for k := range 4 {
		dx, dy := float32(k&1)*float32(e.w), float32(k>>1)*float32(e.h)
		b.Vertices = append(b.Vertices, Vertex{
			DstX: float32(x) + dx, DstY: float32(y) + dy, SrcX: float32(e.x) + dx, SrcY: float32(e.y) + dy,
			ColorR: b.color[0], ColorG: b.color[1], ColorB: b.color[2], ColorA: b.color[3],
		})
	}
	b.Indices = append(b.Indices, i, i+1, i+2, i+1, i+3, i+2)
}
