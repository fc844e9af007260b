package site

import (
	"bytes"
	"fmt"
	"image/color"
	"io/fs"
	"path"
	"sort"

	"rentang/viz/theme"
)

// style is the stylesheet: the fonts, the picture's colours as custom properties,
// then the files of the style folder in the order of their names.
func (b *builder) style() ([]byte, error) {
	var out bytes.Buffer
	for _, f := range b.faces {
		fmt.Fprintf(&out, "@font-face{font-family:%q;font-weight:%d;font-display:swap;src:url(%q) format(\"woff2\")}\n",
			f.family, f.cssWeight(), path.Base(f.woff2))
	}
	for i, file := range b.nameFonts {
		fmt.Fprintf(&out, "@font-face{font-family:RentangNames%d;font-display:swap;src:url(%q) format(\"woff2\")}\n", i, path.Base(file))
	}
	out.WriteString(":root{--names:RentangSans")
	for i := range b.nameFonts {
		fmt.Fprintf(&out, ",RentangNames%d", i)
	}
	out.WriteString(",system-ui,sans-serif}\n")
	colours := func(name, selector string) {
		if t, ok := theme.Get(name); ok {
			fmt.Fprintf(&out, "%s{%s}\n", selector, b.properties(t))
		}
	}
	// A choice of the reader's beats the system's, and contrast beats darkness.
	colours("light", ":root")
	out.WriteString("@media (prefers-color-scheme:dark){\n")
	colours("dark", ":root:not([data-theme])")
	out.WriteString("}\n@media (prefers-contrast:more){\n")
	colours("contrast", ":root:not([data-theme])")
	out.WriteString("}\n")
	for _, name := range []string{"light", "dark", "contrast"} {
		colours(name, `:root[data-theme="`+name+`"]`)
	}
	out.WriteString("@media print{\n")
	colours("print", ":root,:root[data-theme]")
	out.WriteString("}\n")
	for d, direction := range b.story.Directions {
		for k := range direction.Kinds {
			fmt.Fprintf(&out, ".%s{background:var(--%s)}\n", swatch(d, k), swatch(d, k))
		}
	}
	files, err := fs.Glob(b.Web, "style/*.css")
	if err != nil {
		return nil, err
	}
	sort.Strings(files)
	for _, name := range files {
		data, err := fs.ReadFile(b.Web, name)
		if err != nil {
			return nil, err
		}
		out.Write(data)
	}
	return out.Bytes(), nil
}

// properties is a theme as custom properties.
func (b *builder) properties(t *theme.Theme) string {
	var out bytes.Buffer
	if t.Dark {
		out.WriteString("color-scheme:dark")
	} else {
		out.WriteString("color-scheme:light")
	}
	for _, p := range []struct {
		name string
		c    color.RGBA
	}{
		{"background", t.Background}, {"ink", t.Ink}, {"muted", t.Muted}, {"grid", t.Grid}, {"line", t.Line},
		{"leader", t.Leader}, {"strip-a", t.StripA}, {"strip-b", t.StripB}, {"card", t.Card},
		{"card-border", t.CardBorder}, {"sea", t.Sea}, {"land", t.Land}, {"coast", t.Coast}, {"link", t.Link}, {"focus", t.Focus}, {"focus-gap", t.FocusGap},
	} {
		fmt.Fprintf(&out, ";--%s:%s", p.name, css(p.c))
	}
	for d, direction := range b.story.Directions {
		for k, kind := range direction.Kinds {
			fmt.Fprintf(&out, ";--%s:%s", swatch(d, k), css(t.Band(kind.ID, int(direction.Side), k).Fill))
		}
	}
	return out.String()
}

// swatch names the colour of a kind by its place: its id is the story's own and
// may not be a word of CSS.
func swatch(direction, kind int) string { return fmt.Sprintf("band-%d-%d", direction, kind) }

func css(c color.RGBA) string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }
