package site

import (
	"fmt"
	"html"
)

// height is the height of the stage at a width of the frame.
type height struct{ Width, Height int }

// stageHeight is the height of the picture in a frame; size.js has the same.
func stageHeight(width int) int {
	if width < 640 {
		return min(max(round(1.75*float64(width)), 560), 900)
	}
	return min(max(round(0.5625*float64(width)), 440), 1080)
}

// addEmbed adds the page with the code to paste.
func (b *builder) addEmbed() error {
	for _, l := range b.langs {
		p := b.newPage(l, "embed")
		p.Embed = p.root + "embed.js"
		for _, w := range []int{320, 375, 450, 500, 600, 700, 800, 900, 1000, 1200} {
			p.Heights = append(p.Heights, height{w, stageHeight(w)})
		}
		p.Code = fmt.Sprintf(`<iframe data-rentang src="%s%s" title="%s" width="100%%" height="%d"
  style="width:0;min-width:100%%!important;border:none" loading="lazy" scrolling="no"
  allow="fullscreen; clipboard-write; web-share"></iframe>
<script async src="%sembed.js"></script>`, b.Base, b.page(l.Code), html.EscapeString(p.Title), fallback, b.Base)
		if err := b.addMade(p.dir+"embed.html", func() ([]byte, error) { return b.render("embed.html", p) }); err != nil {
			return err
		}
	}
	return nil
}

// fallback is the height of a frame whose page strips scripts: right for 800 px,
// with room for the controls and the notes.
const fallback = 640
