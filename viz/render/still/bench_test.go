package still_test

import (
	"io"
	"math"
	"os"
	"strings"
	"testing"

	"rentang/viz/render/still"
	"rentang/viz/scene"
	"rentang/viz/typeset"
)

// fonts are the faces of the built-in story.
func fonts(tb testing.TB) *typeset.Set {
	tb.Helper()
	set := new(typeset.Set)
	for w, name := range map[typeset.Weight]string{typeset.Regular: "Regular", typeset.SemiBold: "SemiBold"} {
		ttf, err := os.ReadFile("../../../assets/fonts/RentangSans-" + name + ".ttf")
		if err != nil {
			tb.Fatal(err)
		}
		if _, err := set.Add(w, name, ttf); err != nil {
			tb.Fatal(err)
		}
	}
	return set
}

const busyWords = `Korea is divided at the 38th parallel. Soviet troops leave the north; advisers stay behind.
Kim Il-sung asks for consent and weapons in Moscow, March 1949. The war begins on 25 June 1950. Reconstruction aid of
1 billion roubles is granted after the armistice, and the steel works at Chongjin run again. Debts are written off in
1960 and again in 2014. The treaty of friendship lapses in 1996; a new one follows in 2000. Oil deliveries stop within
a year: 440,000 tonnes in 1990, 40,000 in 1991. Artillery shells go west from Rajin; flour, fuel and know-how go east.
Kerja sama pertahanan menyeluruh ditandatangani di Pyongyang pada 19 Juni 2024, dan pasukan dikirim ke Kursk.`

// busy is a scene as large as the built-in story's: ten bands, hatching, marks and
// 120 lines of text, at the size of a link preview.
func busy(set *typeset.Set) *scene.Scene {
	var s scene.Scene
	s.Reset(scene.Point{X: 1200, Y: 630})
	s.Background = scene.Color{R: 250, G: 249, B: 246, A: 255}
	s.Title, s.Desc, s.Lang = "Moscow and Pyongyang", "Aid from 1945 to the present", "en"
	ink := scene.Color{R: 30, G: 32, B: 36, A: 255}
	var p scene.Path
	for band := range 10 {
		p.Reset()
		edge := func(i int, k float64) (x, y float64) {
			x = 40 + 1120*float64(i)/299
			return x, 315 + k*(30+14*math.Sin(float64(i)/21+k)+6*math.Sin(float64(i)/5.3))
		}
		for i := range 300 {
			x, y := edge(i, float64(band-5))
			p.LineTo(x, y)
		}
		for i := 299; i >= 0; i-- {
			x, y := edge(i, float64(band-4))
			p.LineTo(x, y)
		}
		p.Close()
		s.Fill(&p, scene.Mix(scene.Color{R: 180, G: 60, B: 40, A: 255}, scene.Color{R: 40, G: 90, B: 160, A: 255}, float64(band)/9))
	}
	for i := range 400 {
		p.Reset()
		x, y := 40+float64(i)*2.73, 200+60*math.Sin(float64(i)/30)
		p.MoveTo(x, y)
		p.LineTo(x+9.7, y-11.3)
		s.Stroke(&p, scene.Pen{Width: 1.2, Color: ink})
	}
	for i := range 100 {
		p.Reset()
		x, y := 45+float64(i)*11.1, 560+20*math.Cos(float64(i))
		p.Circle(x, y, 5)
		s.Fill(&p, ink)
		s.Stroke(&p, scene.Pen{Width: 1.5, Color: s.Background})
		p.Reset()
		p.MoveTo(x, y)
		p.LineTo(x, y-30)
		p.LineTo(x+12, y-42)
		s.Stroke(&p, scene.Pen{Width: 1, Color: ink, Cap: scene.Round})
	}
	words := strings.Fields(busyWords)
	for i := range 120 {
		var line []string
		for j := range 5 {
			line = append(line, words[(i*7+j)%len(words)])
		}
		st := typeset.Style{Weight: typeset.Weight(i % 5 / 4), Size: 12 + float64(i%3)}
		set.Draw(&s, strings.Join(line, " "), st, scene.Point{X: 20.3 + float64(i%5)*235.7, Y: 30 + float64(i/5)*24.9}, typeset.Left, ink)
	}
	return &s
}

func BenchmarkSVG(b *testing.B) {
	set := fonts(b)
	s := busy(set)
	for b.Loop() {
		if err := still.SVG(io.Discard, s, still.Resources{Type: set}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkPNG(b *testing.B) {
	set := fonts(b)
	s := busy(set)
	for _, scale := range []float64{1, 2} {
		b.Run([]string{"x1", "x2"}[int(scale)-1], func(b *testing.B) {
			for b.Loop() {
				if err := still.PNG(io.Discard, s, still.Resources{Type: set}, still.PNGOptions{Scale: scale}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkRaster is BenchmarkPNG without the compression.
func BenchmarkRaster(b *testing.B) {
	set := fonts(b)
	s := busy(set)
	for b.Loop() {
		if _, err := still.Raster(s, still.Resources{Type: set}, 2); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkPDF(b *testing.B) {
	set := fonts(b)
	s := busy(set)
	for b.Loop() {
		if err := still.PDF(io.Discard, s, still.Resources{Type: set}); err != nil {
			b.Fatal(err)
		}
	}
}
