package site

import "rentang/internal/studio"

// live is the script that listens, as a page names it.
type live struct{ Script, Style, Build string }

// liveOf is the script for a page; nil for a folder to publish.
func (b *builder) liveOf(p *page) *live {
	if b.live == "" {
		return nil
	}
	return &live{p.root + b.app.live, p.root + b.preview.Style, b.live}
}

// addMade adds what make makes: now, or when somebody asks.
func (b *builder) addMade(name string, make func() ([]byte, error)) error {
	if b.later != nil {
		b.later[name] = make
		return nil
	}
	data, err := make()
	if err == nil {
		b.add(name, data)
	}
	return err
}

// addDrawn adds a still to share. One that is made later has no alt text yet.
func (b *builder) addDrawn(code, preset, format, name string) (drawn, error) {
	r := studio.Request{Lang: code, Preset: preset}
	d := drawn{Lang: code, Preset: preset, Format: format, Path: name}
	if b.later != nil {
		for _, p := range studio.Presets() {
			if p.Name == preset {
				d.Width, d.Height = round(p.Size.X), round(p.Size.Y)
			}
		}
	}
	err := b.addMade(name, func() ([]byte, error) {
		s, err := b.Draw(b.studio, r, format)
		d.Width, d.Height, d.Alt = round(s.Size.X), round(s.Size.Y), s.Alt
		return s.Data, err
	})
	return d, err
}
